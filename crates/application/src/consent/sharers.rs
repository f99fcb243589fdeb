//! Who else has an address or number that messages to a contact go to: their No counts for it (SPEC 3).

use forecourt_dispatch::Refusal;
use forecourt_domain::consent::{Channel, Standing};
use forecourt_domain::contact::channels::FirstAddresses;
use forecourt_domain::ids::ContactId;
use forecourt_store::contact::Denying;
use forecourt_store::{Tx, consent, contact};

/// Another contact at the same address or number.
pub(super) struct Sharer {
    /// What they are called; empty where only marks are made.
    pub name: String,
    pub standing: Standing,
    /// By what they share.
    pub channels: Vec<Channel>,
}

/// Everybody else at the addresses and numbers of `own`, by name.
pub(super) fn sharers(tx: &Tx<'_>, own: ContactId, at: &FirstAddresses) -> Result<Vec<Sharer>, Refusal> {
    let mut found: Vec<(ContactId, Channel)> = Vec::new();
    let mut note = |ids: Vec<ContactId>, channel| {
        found.extend(ids.into_iter().filter(|id| *id != own).map(|id| (id, channel)));
    };
    if let Some(key) = &at.email {
        note(contact::by_email(tx, key)?, Channel::Email);
    }
    if let Some(phone) = &at.phone {
        note(contact::by_phone(tx, phone)?, Channel::Phone);
    }
    if let Some(mobile) = &at.mobile {
        note(contact::by_phone(tx, mobile)?, Channel::Sms);
    }
    let mut sharers: Vec<(ContactId, Sharer)> = Vec::new();
    for (id, channel) in found {
        if let Some((_, known)) = sharers.iter_mut().find(|(known, _)| *known == id) {
            known.channels.push(channel);
            continue;
        }
        let Some(called) = contact::called(tx, id)? else { continue };
        let standing = consent::standing(tx, id)?;
        sharers.push((id, Sharer { name: called.name, standing, channels: vec![channel] }));
    }
    Ok(sharers.into_iter().map(|(_, sharer)| sharer).collect())
}

/// For each of these contacts, whoever else said no to anything at their addresses and numbers.
pub(super) fn denying(
    tx: &Tx<'_>,
    ids: &[ContactId],
    at: &[FirstAddresses],
) -> Result<Vec<Vec<Sharer>>, Refusal> {
    let own = || ids.iter().copied().zip(at);
    let emails = own().filter_map(|(id, one)| Some((id, one.email.as_ref()?)));
    let phones = own()
        .flat_map(|(id, one)| [one.phone.as_ref(), one.mobile.as_ref()].map(|number| Some((id, number?))))
        .flatten();
    let known = Denying::among(tx, emails, phones)?;
    let mut all = Vec::with_capacity(ids.len());
    for (own, one) in ids.iter().zip(at) {
        let mut sharers = Vec::new();
        let mut note = |(id, standing): &(ContactId, Standing), channel| {
            if id != own {
                sharers.push(Sharer {
                    name: String::new(),
                    standing: standing.clone(),
                    channels: vec![channel],
                });
            }
        };
        if let Some(key) = &one.email {
            known.at_email(tx, key)?.into_iter().for_each(|found| note(found, Channel::Email));
        }
        for (number, channel) in [(&one.phone, Channel::Phone), (&one.mobile, Channel::Sms)] {
            if let Some(e164) = number {
                known.at_phone(e164).iter().for_each(|found| note(found, channel));
            }
        }
        all.push(sharers);
    }
    Ok(all)
}
