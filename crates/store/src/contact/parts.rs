//! What a contact has several of: addresses, phones, email addresses, vehicles.

use super::Contact;
use crate::engine::{Insert, Result, Tx, Value};
use crate::{values, vehicle};
use forecourt_domain::contact::{Address, Details, EmailEntry, PhoneEntry};
use forecourt_domain::ids::ContactId;

static ADDRESS: Insert<10> = Insert::new(
    "contact_address (contact_id, position, kind, line1, line2, line3, town, county, postcode, country)",
);
static PHONE: Insert<6> = Insert::new("contact_phone (contact_id, position, kind, typed, e164, extension)");
static EMAIL: Insert<5> = Insert::new("contact_email (contact_id, position, kind, address, key)");

/// Puts in all parts of contacts that have none yet; each with the import it comes from, or the day on which it is
/// said at the counter.
pub(super) fn put(tx: &Tx<'_>, of: &[(ContactId, &Details, i64)], day: &str) -> Result<()> {
    put_addresses(tx, of.iter().map(|(id, details, _)| (*id, &details.addresses[..])))?;
    put_phones(tx, of.iter().map(|(id, details, _)| (*id, &details.phones[..])))?;
    put_emails(tx, of.iter().map(|(id, details, _)| (*id, &details.emails[..])))?;
    vehicle::put(tx, of.iter().map(|(id, details, import)| (*id, &details.vehicles[..], *import)), day)
}

/// Replaces those parts that differ; vehicles that go were kept until this day. Gives the other contacts who keep
/// a vehicle of which something was changed, as they stood before.
pub(super) fn replace(
    tx: &Tx<'_>,
    id: ContactId,
    old: &Details,
    new: &Details,
    day: &str,
) -> Result<Vec<Contact>> {
    if old.addresses != new.addresses {
        tx.run("DELETE FROM contact_address WHERE contact_id = ?", values![id.get()])?;
        put_addresses(tx, [(id, &new.addresses[..])])?;
    }
    if old.phones != new.phones {
        tx.run("DELETE FROM contact_phone WHERE contact_id = ?", values![id.get()])?;
        put_phones(tx, [(id, &new.phones[..])])?;
    }
    if old.emails != new.emails {
        tx.run("DELETE FROM contact_email WHERE contact_id = ?", values![id.get()])?;
        put_emails(tx, [(id, &new.emails[..])])?;
    }
    if old.vehicles == new.vehicles {
        return Ok(Vec::new());
    }
    vehicle::replace(tx, id, &new.vehicles, day)
}

/// Each part with whose it is, and its place among the others.
fn placed<'a, T: 'a>(
    of: impl IntoIterator<Item = (ContactId, &'a [T])>,
) -> impl Iterator<Item = (Value<'static>, Value<'static>, &'a T)> {
    of.into_iter().flat_map(|(id, parts)| {
        (0..).zip(parts).map(move |(at, part)| (Value::Int(id.get()), Value::Int(at), part))
    })
}

fn put_addresses<'a>(tx: &Tx<'_>, of: impl IntoIterator<Item = (ContactId, &'a [Address])>) -> Result<()> {
    ADDRESS.all(
        tx,
        placed(of).map(|(id, at, address)| {
            [
                id,
                at,
                address.kind.word().into(),
                (&address.line1).into(),
                (&address.line2).into(),
                (&address.line3).into(),
                (&address.town).into(),
                (&address.county).into(),
                (&address.postcode).into(),
                (&address.country).into(),
            ]
        }),
    )
}

fn put_phones<'a>(tx: &Tx<'_>, of: impl IntoIterator<Item = (ContactId, &'a [PhoneEntry])>) -> Result<()> {
    PHONE.all(
        tx,
        placed(of).map(|(id, at, phone)| {
            [
                id,
                at,
                phone.kind.word().into(),
                (&phone.typed).into(),
                (&phone.e164).into(),
                (&phone.extension).into(),
            ]
        }),
    )
}

fn put_emails<'a>(tx: &Tx<'_>, of: impl IntoIterator<Item = (ContactId, &'a [EmailEntry])>) -> Result<()> {
    EMAIL.all(
        tx,
        placed(of).map(|(id, at, email)| {
            [id, at, email.kind.word().into(), (&email.address).into(), compared_by(email).into()]
        }),
    )
}

/// Empty where it is the address as it stands, as most are.
fn compared_by(email: &EmailEntry) -> &str {
    if email.key == email.address { "" } else { &email.key }
}
