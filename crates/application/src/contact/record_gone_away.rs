//! A letter came back, or somebody said so: the customer does not live at the address on file any more (L-03).

use super::ledger_line::LedgerLine;
use super::noting::{note, read_day};
use super::view::ContactView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::circumstance::{Circumstance, check_day};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Notes that a contact left the main address. No letter goes there until a new one is saved.
#[derive(Deserialize, TS)]
pub struct RecordGoneAway {
    pub contact_id: ContactId,
    /// Since when it is known, as ISO date.
    pub on: String,
}

impl Command for RecordGoneAway {
    const NAME: &'static str = "record_gone_away";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        let today = cx.now.civil_date(cx.settings()?.zone);
        let on = read_day("on", &self.on)?;
        check_day(on, today).map_err(|refusal| Refusal::invalid(refusal.field("on"), refusal))?;
        note(cx, self.contact_id, |contact, before| {
            if contact.details.addresses.is_empty() {
                return Err(Refusal::invalid(
                    "on",
                    "There is no postal address on file that they could have left.",
                ));
            }
            if before.gone_away == Some(on) {
                return Ok(None);
            }
            let line = LedgerLine::GoneAway { on: on.to_string() };
            Ok(Some((Circumstance { gone_away: Some(on), ..before.clone() }, line)))
        })
    }
}
