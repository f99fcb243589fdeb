//! What on file looks like no address (L-04): what more contacts have than a household or a firm would, and what
//! fits a listed pattern and came in before that was listed.

use super::settings::placeholders;
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::phone;
use forecourt_domain::placeholder::{AddressType, Placeholders, SUSPICIOUS_FROM};
use forecourt_domain::rights::Right;
use forecourt_store::{Tx, contact};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Finds what may be a placeholder.
#[derive(Deserialize, TS)]
pub struct SuggestPlaceholders {}

/// An address or number that may be none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlaceholderSuggestion {
    pub kind: AddressType,
    /// As people read it; what `accept_placeholder` takes.
    pub address: String,
    /// How many contacts have it.
    pub contacts: i64,
    /// Does a pattern list it already? Then it came in before, or somebody said that it is real.
    pub listed: bool,
}

/// The most of each kind that are offered.
const MOST: i64 = 50;

impl Command for SuggestPlaceholders {
    const NAME: &'static str = "suggest_placeholders";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::SETTINGS, tag::CONTACTS, tag::CONTACT];
    type Reply = Vec<PlaceholderSuggestion>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<PlaceholderSuggestion>, Refusal> {
        cx.read(|tx| suggestions(tx, &placeholders(&Settings::load(tx)?)))
    }
}

fn suggestions(tx: &Tx<'_>, listed: &Placeholders) -> Result<Vec<PlaceholderSuggestion>, Refusal> {
    let mut found = contact::held_by_many(tx, SUSPICIOUS_FROM, MOST)?;
    for (kind, beginning) in listed.beginnings() {
        // Terms hold a number without the 0 that it is dialled with at home.
        let beginning = match kind {
            AddressType::Email => beginning,
            AddressType::Phone => beginning.strip_prefix('0').unwrap_or(beginning),
        };
        for (held, contacts) in contact::held(tx, kind, beginning, MOST)? {
            if is_listed(listed, kind, &held)
                && !found.iter().any(|(of, known, _)| *of == kind && *known == held)
            {
                found.push((kind, held, contacts));
            }
        }
    }
    let mut all: Vec<PlaceholderSuggestion> = found
        .into_iter()
        .map(|(kind, held, contacts)| PlaceholderSuggestion {
            kind,
            listed: is_listed(listed, kind, &held),
            address: shown(kind, &held),
            contacts,
        })
        .collect();
    all.sort_by(|a, b| b.contacts.cmp(&a.contacts).then_with(|| a.address.cmp(&b.address)));
    Ok(all)
}

fn is_listed(listed: &Placeholders, kind: AddressType, held: &str) -> bool {
    match kind {
        AddressType::Email => listed.is_email(held),
        AddressType::Phone => listed.is_number(&e164(held)),
    }
}

fn shown(kind: AddressType, held: &str) -> String {
    match kind {
        AddressType::Email => held.to_owned(),
        AddressType::Phone => phone::display(&e164(held)),
    }
}

/// The number of which these are the digits that are searched by.
fn e164(digits: &str) -> String {
    let home = format!("+44{digits}");
    let is_home = phone::parse(&home).e164.is_some_and(|e164| e164 == home);
    if is_home { home } else { format!("+{digits}") }
}
