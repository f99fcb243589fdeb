//! What an undone import leaves behind: the No of the contacts it made, for whoever shares their address or
//! number. A message goes to an address, so while the contact stood its No blocked the others there; with
//! the contact gone it would be forgotten (SPEC 2.7, invariant 4).

use super::answers::{EMAIL, EXCLUDED, PHONE, SMS, Stated, at_the_number};
use super::permission::{denied_by, restriction};
use super::target::draft;
use crate::consent::record;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::contact::Details;
use forecourt_domain::ids::ContactId;
use forecourt_store::import_batch::ImportBatch;
use forecourt_store::{Tx, consent, contact};
use std::collections::BTreeMap;

/// Standings read together.
const STRETCH: usize = 1_000;

/// Restricts those on file who share a first email address or number with a contact of the import that
/// refused it. Gives how many were.
pub(super) fn keep(writing: &mut Writing<'_, '_>, batch: &ImportBatch) -> Result<u64, Refusal> {
    let tx = writing.tx;
    if contact::total(tx)? <= batch.created {
        return Ok(0);
    }
    let mut kept = BTreeMap::new();
    let last = ContactId::new(batch.last_contact);
    let mut after = ContactId::new(batch.first_contact - 1);
    loop {
        let standings = consent::between(tx, after, last, STRETCH)?;
        let Some((reached, _)) = standings.last() else { break };
        after = *reached;
        for (id, standing) in standings {
            let denied = denied_by(&standing);
            if denied != 0
                && let Some(contact) = contact::load(tx, id)?
            {
                note(tx, batch, &contact.details, denied, &mut kept)?;
            }
        }
    }
    let mut restricted = 0;
    for (id, denied) in kept {
        let mut standing = consent::standing(tx, id)?;
        if let Some(change) = restriction(&standing, denied) {
            let notes = format!(
                "Refused for the same address or number in the imported file {}, which was undone.",
                batch.file_name
            );
            record(writing, draft(&Stated::default(), id, change, notes), &mut standing)?;
            restricted += 1;
        }
    }
    Ok(restricted)
}

/// Notes what somebody who goes refuses for those who stay.
fn note(
    tx: &Tx<'_>,
    batch: &ImportBatch,
    going: &Details,
    denied: u8,
    kept: &mut BTreeMap<ContactId, u8>,
) -> Result<(), Refusal> {
    let made = batch.first_contact..=batch.last_contact;
    let mut sharers: Vec<ContactId> = Vec::new();
    if denied & (EMAIL | EXCLUDED) != 0 {
        for email in &going.emails {
            sharers.extend(contact::by_email(tx, &email.key)?);
        }
    }
    if at_the_number(denied) != 0 {
        for phone in going.phones.iter().filter(|phone| !phone.e164.is_empty()) {
            sharers.extend(contact::by_phone(tx, &phone.e164)?);
        }
    }
    sharers.sort_unstable();
    sharers.dedup();
    for id in sharers.into_iter().filter(|id| !made.contains(&id.get())) {
        let Some(staying) = contact::load(tx, id)? else { continue };
        let bits = shared(&staying.details, going, denied);
        if bits != 0 {
            *kept.entry(id).or_default() |= bits;
        }
    }
    Ok(())
}

/// What of a refusal concerns somebody who shares an address or number: those that messages go to, the
/// first of each kind, as the decision weighs it.
fn shared(staying: &Details, going: &Details, denied: u8) -> u8 {
    let has_number = |e164: &str| going.phones.iter().any(|phone| phone.e164 == e164);
    let mut dialled = staying.phones.iter().filter(|phone| !phone.e164.is_empty());
    let mut bits = 0;
    if let Some(first) = staying.emails.first()
        && going.emails.iter().any(|email| email.key == first.key)
        && denied & (EMAIL | EXCLUDED) != 0
    {
        bits |= EMAIL;
    }
    if dialled.clone().next().is_some_and(|phone| has_number(&phone.e164)) {
        bits |= at_the_number(denied) & PHONE;
    }
    if dialled.find(|phone| phone.is_mobile()).is_some_and(|phone| has_number(&phone.e164)) {
        bits |= at_the_number(denied) & SMS;
    }
    bits
}
