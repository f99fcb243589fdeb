//! A page of the GDPR tab.

use super::view::{HistoryEntry, HistoryKind};
use super::{Describer, HistoryReader};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact;
use serde::Deserialize;
use ts_rs::TS;

/// The most lines read for one page. With a rare kind chosen a page may come back short, even
/// empty, with a cursor to go on from: the work of one call stays bounded, however long the
/// history is.
const MOST_READ: i64 = 4_000;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListHistory {
    pub contact_id: ContactId,
    /// Which kinds; all when empty.
    #[serde(default)]
    pub kinds: Vec<HistoryKind>,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListHistory {
    const NAME: &'static str = "list_history";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::HISTORY];
    type Reply = Page<HistoryEntry>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<HistoryEntry>, Refusal> {
        let before = self.at.before()?;
        let limit = usize::try_from(self.at.limit()).unwrap_or(1);
        cx.read(|tx| {
            contact::called(tx, self.contact_id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            let describer = Describer::for_screen(cx, tx)?;
            let mut walk = HistoryReader::new(tx, describer, self.contact_id, self.kinds, before);
            let mut rows = Vec::new();
            while rows.len() < limit {
                match walk.next(MOST_READ)? {
                    Some(entry) => rows.push(entry),
                    None => break,
                }
            }
            Ok(Page::new(rows, walk.cursor().map(|seq| seq.to_string())))
        })
    }
}
