//! Whose row it is.

use forecourt_dispatch::Refusal;
use forecourt_domain::contact::text;
use forecourt_domain::email;
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, contact};

/// Whose row it is, or why that cannot be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// This contact's.
    One(ContactId),
    /// Nobody's here.
    Nobody,
    /// Several contacts have the email address.
    Several,
    /// Account reference and email address belong to different contacts.
    Contradiction,
    /// The row holds neither.
    Unnamed,
    /// What stands for the email address is none, and nothing else names the contact.
    NoAddress,
}

/// Finds the contact by account reference, or by email address where that leads to nobody. An
/// import gives a contact a new reference when its own was taken, so a reference is believed only
/// as long as the email address does not say otherwise.
pub(super) fn owner(tx: &Tx<'_>, reference: &str, address: &str) -> Result<Owner, Refusal> {
    let by_reference = match text::line(reference.to_owned()) {
        Ok(reference) if !reference.is_empty() => contact::by_reference(tx, &reference)?,
        _ => None,
    };
    let parsed = (!address.is_empty()).then(|| email::parse(address).ok());
    let holders = match &parsed {
        Some(Some(email)) => contact::by_email(tx, &email.key)?,
        _ => Vec::new(),
    };
    Ok(match (by_reference, holders.as_slice()) {
        (Some(id), []) => Owner::One(id),
        (Some(id), holders) if holders.contains(&id) => Owner::One(id),
        (Some(_), _) => Owner::Contradiction,
        (None, [id]) => Owner::One(*id),
        (None, [_, _, ..]) => Owner::Several,
        (None, []) if reference.is_empty() && parsed.is_none() => Owner::Unnamed,
        (None, []) if reference.is_empty() && parsed == Some(None) => Owner::NoAddress,
        (None, []) => Owner::Nobody,
    })
}
