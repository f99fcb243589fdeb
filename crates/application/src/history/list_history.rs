//! A page of the GDPR tab.

use super::view::{HistoryEntry, HistoryKind};
use super::{Describer, Walk};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most lines read for one page. With a rare kind chosen a page may come back short, even
/// empty, with a cursor to go on from: the work of one call stays bounded, however long the
/// history is.
const MOST_READ: i64 = 4_000;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListHistory {
    /// Whose.
    pub contact_id: ContactId,
    /// Which kinds; all when empty.
    #[serde(default)]
    pub kinds: Vec<HistoryKind>,
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

/// A page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryPage {
    /// Newest first.
    pub entries: Vec<HistoryEntry>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Command for ListHistory {
    const NAME: &'static str = "list_history";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::HISTORY];
    type Reply = HistoryPage;

    fn run(self, cx: &Cx<'_>) -> Result<HistoryPage, Refusal> {
        let before = self.before.and_then(|seq| seq.parse().ok()).unwrap_or(i64::MAX);
        let limit = usize::try_from(self.limit.clamp(1, 500)).unwrap_or(1);
        cx.read(|tx| {
            contact::called(tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let describer = Describer::for_screen(cx, tx)?;
            let mut walk = Walk::new(tx, describer, self.contact_id, self.kinds, before);
            let mut entries = Vec::new();
            while entries.len() < limit {
                match walk.next(MOST_READ)? {
                    Some(entry) => entries.push(entry),
                    None => break,
                }
            }
            Ok(HistoryPage { entries, next: walk.cursor().map(|seq| seq.to_string()) })
        })
    }
}
