//! A contact lives at the address on file after all (L-03).

use super::ledger_line::LedgerLine;
use super::noting::note;
use super::view::ContactView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::circumstance::Circumstance;
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Takes back that a contact left the main address.
#[derive(Deserialize, TS)]
pub struct UndoGoneAway {
    pub contact_id: ContactId,
}

impl Command for UndoGoneAway {
    const NAME: &'static str = "undo_gone_away";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        note(cx, self.contact_id, |_, before| {
            let line = LedgerLine::Back { new_address: false };
            let after = Circumstance { gone_away: None, ..before.clone() };
            Ok(before.gone_away.map(|_| (after, line)))
        })
    }
}
