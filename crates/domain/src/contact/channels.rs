//! By which channels a contact can be reached at all: is there an address or a number?

use super::{Address, Details, PhoneEntry};
use crate::consent::Channel;

/// The channels for which something is on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Channels {
    /// An email address.
    pub email: bool,
    /// A number that takes text messages.
    pub mobile: bool,
    /// Any telephone number.
    pub phone: bool,
    /// A postal address.
    pub post: bool,
}

impl Channels {
    /// What a contact's details hold.
    #[must_use]
    pub fn within(details: &Details) -> Self {
        let filled = |address: &Address| {
            [&address.line1, &address.town, &address.postcode].into_iter().any(|line| !line.is_empty())
        };
        Self {
            email: !details.emails.is_empty(),
            mobile: details.phones.iter().any(PhoneEntry::is_mobile),
            phone: details.phones.iter().any(|phone| !phone.e164.is_empty()),
            post: details.addresses.iter().any(filled),
        }
    }

    /// Is there anything on file for `channel`? Accounts of social media are not kept, so staff
    /// know better.
    #[must_use]
    pub const fn has(self, channel: Channel) -> bool {
        match channel {
            Channel::Email => self.email,
            Channel::Sms => self.mobile,
            Channel::Phone => self.phone,
            Channel::Post => self.post,
            Channel::Social => true,
        }
    }
}

/// Where messages go: the first of each kind that can be reached.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FirstAddresses {
    /// The first email address, as it is compared.
    pub email: Option<String>,
    /// The first number, in E.164.
    pub phone: Option<String>,
    /// The first number that takes text messages.
    pub mobile: Option<String>,
}

impl FirstAddresses {
    /// Of a contact's details.
    #[must_use]
    pub fn within(details: &Details) -> Self {
        let dialled = || details.phones.iter().filter(|phone| !phone.e164.is_empty());
        Self {
            email: details.emails.first().map(|email| email.key.clone()).filter(|key| !key.is_empty()),
            phone: dialled().next().map(|phone| phone.e164.clone()),
            mobile: dialled().find(|phone| phone.is_mobile()).map(|phone| phone.e164.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{EmailEntry, PhoneKind};

    #[test]
    fn a_channel_needs_something_to_reach_it_by() {
        let phone = |kind, e164: &str| PhoneEntry { kind, e164: e164.into(), ..PhoneEntry::default() };
        let empty = Address { country: "United Kingdom".into(), ..Address::default() };
        let of = |details: Details| Channel::ALL.map(|channel| Channels::within(&details).has(channel));
        let blank = Details {
            addresses: vec![empty],
            phones: vec![phone(PhoneKind::Mobile, "")],
            ..Details::default()
        };
        assert_eq!(of(blank), [false, false, false, false, true]);
        let landline =
            Details { phones: vec![phone(PhoneKind::Mobile, "+442079460018")], ..Details::default() };
        assert_eq!(of(landline), [false, false, false, true, true], "a landline takes no text messages");
        let foreign =
            Details { phones: vec![phone(PhoneKind::Mobile, "+353850000000")], ..Details::default() };
        assert_eq!(of(foreign), [false, true, false, true, true], "what staff called a mobile abroad");
        let full = Details {
            emails: vec![EmailEntry { address: "a@example.org".into(), ..EmailEntry::default() }],
            phones: vec![phone(PhoneKind::Home, "+447700900123")],
            addresses: vec![Address { town: "Malvern".into(), ..Address::default() }],
            ..Details::default()
        };
        assert_eq!(of(full), [true; 5]);
    }
}
