//! Contacts already there that may be the same person.

use super::draft::ContactDraft;
use super::line::{ContactLine, LineMaker};
use super::settings::placeholders;
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_domain::placeholder::{AddressType, Placeholders};
use forecourt_domain::{email, phone};
use forecourt_store::{Tx, contact};
use serde::Deserialize;
use ts_rs::TS;

/// Finds contacts with the same email address, phone number, or name and postcode. What cannot
/// be read yet is passed over: somebody is still typing.
#[derive(Deserialize, TS)]
pub struct SimilarContacts {
    /// What is being typed.
    pub contact: ContactDraft,
}

/// The most contacts shown.
const MOST: usize = 10;

impl Command for SimilarContacts {
    const NAME: &'static str = "similar_contacts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = Vec<ContactLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ContactLine>, Refusal> {
        cx.read(|tx| {
            // Whoever has no address shares none.
            let listed = placeholders(&Settings::load(tx)?);
            let found = similar(tx, &self.contact, &listed)?;
            if found.is_empty() { Ok(Vec::new()) } else { LineMaker::new(cx, tx)?.of(tx, &found) }
        })
    }
}

fn similar(tx: &Tx<'_>, draft: &ContactDraft, listed: &Placeholders) -> Result<Vec<ContactId>, Refusal> {
    let mut found: Vec<ContactId> = Vec::new();
    let mut add = |ids: Vec<ContactId>| {
        for id in ids {
            if found.len() < MOST && !found.contains(&id) {
                found.push(id);
            }
        }
    };
    for typed in &draft.emails {
        if let Ok(email) = email::parse(&typed.address)
            && !listed.is_email(&email.key)
        {
            add(contact::by_email(tx, &email.key)?);
        }
    }
    for typed in draft.phones.iter().filter(|phone| !listed.is_none(AddressType::Phone, &phone.typed)) {
        for e164 in phone::parse_all(&typed.typed).into_iter().filter_map(|phone| phone.e164) {
            add(contact::by_phone(tx, &e164)?);
        }
    }
    for address in &draft.addresses {
        add(contact::by_name_and_postcode(
            tx,
            &draft.first_name,
            &draft.last_name,
            &draft.company,
            &address.postcode,
        )?);
    }
    Ok(found)
}
