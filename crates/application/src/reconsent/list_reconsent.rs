//! The list on the screen.

use super::due::{DueList, ReconsentRow};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, page_of};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows one page of Marketing Re-consent Needed.
#[derive(Deserialize, TS)]
pub struct ListReconsent {
    #[serde(flatten)]
    pub at: PageAt,
}

/// A page of the list.
#[derive(Debug, Serialize, TS)]
pub struct ReconsentPage {
    #[serde(flatten)]
    pub page: Page<ReconsentRow>,
    /// The period behind the list, in months; 0 never prompts, and the list is empty.
    pub months: u32,
}

impl Command for ListReconsent {
    const NAME: &'static str = "list_reconsent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = ReconsentPage;

    fn run(self, cx: &Cx<'_>) -> Result<ReconsentPage, Refusal> {
        cx.read(|tx| {
            let list = DueList::load(tx, cx.now)?;
            Ok(ReconsentPage { page: page_of(cx, &list, tx, &self.at)?, months: list.months() })
        })
    }
}
