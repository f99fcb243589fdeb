//! How long the list is. Apart from its pages: counting takes as long as the list, a page does not.

use super::due::DueList;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::{Deserialize, Serialize};
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

impl Command for CountReconsent {
    const NAME: &'static str = "count_reconsent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = ReconsentCount;

    fn run(self, cx: &Cx<'_>) -> Result<ReconsentCount, Refusal> {
        cx.read(|tx| Ok(ReconsentCount { total: DueList::load(tx, cx.now)?.count(tx)? }))
    }
}
