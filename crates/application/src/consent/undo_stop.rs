//! *Undo* in the message after a *Stop*: a mistake of one's own, taken back at once. It is a later event like
//! every other, so that the record shows both; what stood before stands again as it stood.

use super::current::Current;
use super::saved::record_and_show;
use super::stop_channel::LastStop;
use super::view::ConsentView;
use super::{check_screen, refused};
use crate::consent::ConsentDraft;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::Screen;
use forecourt_domain::consent::edit::ConsentRefusal;
use forecourt_domain::consent::stop::undo_of;
use forecourt_domain::ids::ContactId;
use forecourt_store::consent;
use serde::Deserialize;
use ts_rs::TS;

/// Seconds for which it can be undone: the message with *Undo* is gone before.
const SECONDS: i64 = 60;

/// Takes the last stop of this desk back.
#[derive(Deserialize, TS)]
pub struct UndoStop {
    pub contact_id: ContactId,
    /// The version that the stop made.
    pub version: i64,
    /// Where it is taken back (D-11).
    pub screen: Screen,
}

impl Command for UndoStop {
    const NAME: &'static str = "undo_stop";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::CONTACTS, tag::HISTORY];
    type Reply = ConsentView;

    fn run(self, cx: &Cx<'_>) -> Result<ConsentView, Refusal> {
        check_screen(self.screen)?;
        let too_late = || refused(&ConsentRefusal::TooLateToUndo);
        let own = cx.memory::<LastStop>();
        // What somebody else stopped, or stopped at another desk, is an answer like any other.
        let last = own.get().filter(|last| (last.contact, last.version) == (self.contact_id, self.version));
        let last = last.filter(|last| cx.uptime.seconds_since(last.at) <= SECONDS).ok_or_else(too_late)?;
        let view = cx.write(|writing| {
            // Whatever was recorded since stands, and has to be looked at first.
            let current = Current::read_at(writing.tx, self.contact_id, last.version, cx.now)?;
            let before = current.at(writing.tx, last.version - 1)?;
            let stop = consent::newest(writing.tx, self.contact_id)?.ok_or_else(too_late)?;
            let draft = ConsentDraft {
                contact: self.contact_id,
                change: undo_of(&before, &stop.change),
                screen: self.screen,
                method: stop.method,
                notes: String::new(),
                date: None,
                notice: Some(String::new()),
                evidence: None,
            };
            record_and_show(cx, writing, current, draft)
        })?;
        own.forget();
        Ok(view)
    }
}
