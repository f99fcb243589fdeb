//! An address that many contacts have is none (L-04): it is listed, and whoever had it has a gap from then on
//! that is to be put right.

use super::ledger_line::LedgerLine;
use super::settings::{PLACEHOLDERS, placeholders};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::contact::Details;
use forecourt_domain::ids::ContactId;
use forecourt_domain::placeholder::{AddressType, Gap, Placeholders, gaps_after, has, take_out};
use forecourt_domain::rights::Right;
use forecourt_domain::{email, phone};
use forecourt_store::Tx;
use forecourt_store::contact::{self, Stamp};
use forecourt_store::ledger::Subject;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists an address as a placeholder.
#[derive(Deserialize, TS)]
pub struct AcceptPlaceholder {
    pub kind: AddressType,
    /// As `suggest_placeholders` names it.
    pub address: String,
    /// The job's name, to watch and to cancel it.
    #[serde(default)]
    #[ts(optional)]
    pub job: Option<String>,
}

/// What became of it.
#[derive(Debug, Serialize, TS)]
pub struct PlaceholderAccepted {
    /// How many contacts had it, and are on the list of addresses to fix.
    pub contacts: u64,
}

impl Command for AcceptPlaceholder {
    const NAME: &'static str = "accept_placeholder";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY, tag::SETTINGS];
    type Reply = PlaceholderAccepted;

    fn run(self, cx: &Cx<'_>) -> Result<PlaceholderAccepted, Refusal> {
        let (kind, address) = (self.kind, self.address.trim());
        let key = key(kind, address)?;
        let job = cx.jobs().start(self.job.as_deref());
        job.phase("Taking the placeholder out");
        cx.write(|writing| {
            let listed = placeholders(writing.settings()?);
            if !listed.is_none(kind, address) {
                let before = writing.settings()?.text(&PLACEHOLDERS);
                let value = json!(format!("{before}\n{}", address.to_lowercase()).trim());
                let value = PLACEHOLDERS.declared.check(&value, "")?;
                writing.set(&PLACEHOLDERS.declared, &value, "")?;
            }
            let holders = holders(writing.tx, kind, &key)?;
            let mut contacts = 0;
            for (done, id) in holders.iter().enumerate() {
                job.step(done as u64, holders.len() as u64)?;
                contacts += u64::from(take_from(writing, *id, kind, &key)?);
            }
            Ok(PlaceholderAccepted { contacts })
        })
    }
}

/// What an address is compared by.
fn key(kind: AddressType, address: &str) -> Result<String, Refusal> {
    let read = match kind {
        AddressType::Email => email::parse(address).ok().map(|email| email.key),
        AddressType::Phone => phone::parse(address).e164,
    };
    read.ok_or_else(|| Refusal::invalid("address", "Nobody can have this as an address."))
}

fn holders(tx: &Tx<'_>, kind: AddressType, key: &str) -> Result<Vec<ContactId>, Refusal> {
    Ok(match kind {
        AddressType::Email => contact::by_email(tx, key)?,
        AddressType::Phone => contact::by_phone(tx, key)?,
    })
}

/// Makes a gap of the address where a contact has it; beside another number in one box it stays.
fn take_from(
    writing: &mut Writing<'_, '_>,
    id: ContactId,
    kind: AddressType,
    key: &str,
) -> Result<bool, Refusal> {
    let tx = writing.tx;
    let Some(old) = contact::load(tx, id)? else { return Ok(false) };
    let mut new = old.details.clone();
    let found = out_of(&mut new, kind, key);
    if found.is_empty() {
        return Ok(false);
    }
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    // No vehicle goes with an address.
    contact::update(tx, &old, &new, Stamp { at: &at, by: &by, day: "" })?;
    let before: Vec<Gap> = contact::gaps(tx, id)?.into_iter().map(|noted| noted.gap).collect();
    let gaps = gaps_after(&before, |kind| has(&new, kind), None, &found);
    contact::put_gaps(tx, id, &gaps, &at)?;
    writing.record(Subject::Contact(id), &LedgerLine::Placeholder { kind: kind.word().to_owned() })?;
    Ok(true)
}

/// Takes this one address out.
fn out_of(details: &mut Details, kind: AddressType, key: &str) -> Vec<Gap> {
    let this = Placeholders::of(key);
    let keys: Vec<(String, String)> =
        details.phones.iter().map(|one| (one.typed.clone(), one.e164.clone())).collect();
    take_out(details, &this, |of, text| {
        let is_this = match of {
            AddressType::Email => text == key,
            AddressType::Phone => keys.iter().any(|(typed, e164)| typed == text && e164 == key),
        };
        of != kind || !is_this
    })
}
