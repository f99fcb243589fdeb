//! By which channels a contact can be reached at all: is there an address or a number?

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::consent::Channel;
use forecourt_domain::ids::ContactId;

/// What is on file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reach {
    /// An e-mail address.
    pub email: bool,
    /// A number that takes text messages.
    pub mobile: bool,
    /// Any telephone number.
    pub phone: bool,
    /// A postal address.
    pub post: bool,
}

impl Reach {
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

/// The statement behind [`of`]. A UK mobile is known by its number, a foreign one by what staff
/// called it.
pub const OF: &str = "SELECT EXISTS (SELECT 1 FROM contact_email WHERE contact_id = c.id),
            EXISTS (SELECT 1 FROM contact_phone WHERE contact_id = c.id AND e164 <> ''
                    AND (e164 LIKE '+447%' OR (kind = 'mobile' AND e164 NOT LIKE '+44%'))),
            EXISTS (SELECT 1 FROM contact_phone WHERE contact_id = c.id AND e164 <> ''),
            EXISTS (SELECT 1 FROM contact_address WHERE contact_id = c.id
                    AND (line1 <> '' OR town <> '' OR postcode <> ''))
     FROM contact c WHERE c.id = ?";

/// What is on file for a contact; `None` when there is no such contact.
///
/// # Errors
/// What the database says.
pub fn of(tx: &Tx<'_>, contact: ContactId) -> Result<Option<Reach>> {
    tx.one(OF, values![contact.get()], |row| {
        Ok(Reach { email: row.flag(0)?, mobile: row.flag(1)?, phone: row.flag(2)?, post: row.flag(3)? })
    })
}
