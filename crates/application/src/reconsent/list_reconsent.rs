//! The list on the screen.

use super::due::{DueList, ReconsentRow};
use crate::contact::{read_cursor, write_cursor};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows one page of Marketing Re-consent Needed.
#[derive(Deserialize, TS)]
pub struct ListReconsent {
    /// Where the page before ended.
    #[serde(default)]
    pub after: Option<String>,
    /// How many rows; at most 500.
    pub limit: usize,
}

/// A page of the list.
#[derive(Debug, Serialize, TS)]
pub struct ReconsentPage {
    /// Its rows, longest overdue first.
    pub rows: Vec<ReconsentRow>,
    /// Where it ends; absent on the last page.
    pub next: Option<String>,
    /// The period behind the list, in months; 0 never prompts, and the list is empty.
    pub months: u32,
}

/// The most rows of one page.
const LIMIT_MAX: usize = 500;

impl Command for ListReconsent {
    const NAME: &'static str = "list_reconsent";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = ReconsentPage;

    fn run(self, cx: &Cx<'_>) -> Result<ReconsentPage, Refusal> {
        let after = self.after.as_deref().map(read_cursor).transpose()?;
        let limit = self.limit.clamp(1, LIMIT_MAX);
        cx.read(|tx| {
            let list = DueList::load(tx, cx.now)?;
            let (rows, last) = list.page(tx, after.as_ref(), limit)?;
            Ok(ReconsentPage { rows, next: last.as_ref().map(write_cursor), months: list.months() })
        })
    }
}
