//! How long the list is. Apart from its pages: counting takes as long as the list, a page does not.
//!
//! The number is worked out once for a state of the book and kept at the desk. The ledger's head names the state:
//! nothing is changed without a line.

use super::due::DueList;
use crate::tag;
use chrono::NaiveDate;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Counts Marketing Re-consent Needed.
#[derive(Deserialize, TS)]
pub struct CountReconsent {}

/// How many have to be asked again.
#[derive(Debug, Serialize, TS)]
pub struct ReconsentCount {
    /// Contacts on the list, over all its pages.
    pub total: i64,
}

/// What was counted last at this desk, and of which state of the book.
#[derive(Default)]
struct Kept(Mutex<Option<(State, i64)>>);

#[derive(PartialEq, Eq)]
struct State {
    head: String,
    /// The setting and the day, as far as they say who is on the list.
    cutoff: Option<NaiveDate>,
}

impl Command for CountReconsent {
    const NAME: &'static str = "count_reconsent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = ReconsentCount;

    fn run(self, cx: &Cx<'_>) -> Result<ReconsentCount, Refusal> {
        cx.read(|tx| {
            let list = DueList::load(tx, cx.now)?;
            let state = State { head: ledger::head(tx)?.hash, cutoff: list.cutoff() };
            let kept = cx.memory::<Kept>();
            // Held while it is worked out: whoever asks meanwhile waits for this one.
            let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, total)) = kept.as_ref().filter(|(of, _)| *of == state) {
                return Ok(ReconsentCount { total: *total });
            }
            let total = list.count(tx)?;
            *kept = Some((state, total));
            Ok(ReconsentCount { total })
        })
    }
}
