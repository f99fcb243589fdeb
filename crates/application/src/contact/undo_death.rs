//! A death that was noted wrongly is taken back (L-03).

use super::ledger_line::LedgerLine;
use super::noting::note;
use super::view::ContactView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::circumstance::Circumstance;
use forecourt_domain::contact::text;
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Takes the note of a death back. What the contact had answered stands as it did; links that ended stay so.
#[derive(Deserialize, TS)]
pub struct UndoDeath {
    pub contact_id: ContactId,
    /// Why; always needed.
    pub reason: String,
}

/// The longest reason, in characters.
const REASON_MAX: usize = 500;

impl Command for UndoDeath {
    const NAME: &'static str = "undo_death";
    const PERMIT: Permit = Permit::Right(Right::GdprRightsRequests);
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        let reason = text::line(self.reason).map_err(|forbidden| Refusal::invalid("reason", forbidden))?;
        match reason.chars().count() {
            0 => return Err(Refusal::invalid("reason", "Reason is required")),
            count if count > REASON_MAX => {
                return Err(Refusal::invalid("reason", "A reason takes at most 500 characters."));
            }
            _ => {}
        }
        note(cx, self.contact_id, |_, before| {
            if before.died.is_none() {
                return Err(Refusal::invalid("contact_id", "No death is recorded for this contact."));
            }
            let line = LedgerLine::DeathUndone { reason: reason.clone() };
            Ok(Some((Circumstance { died: None, ..before.clone() }, line)))
        })
    }
}
