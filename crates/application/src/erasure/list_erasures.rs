//! The erasure log on the screen. Read-only: no command changes or deletes a line.

use super::entry::ErasureEntry;
use super::filter::ErasureFilter;
use super::list::{Erasures, REVIEWERS};
use crate::tag;
use forecourt_dispatch::list::{List, Page, PageAt, page_of};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::erasure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListErasures {
    #[serde(flatten)]
    pub filter: ErasureFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

/// A page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasurePage {
    #[serde(flatten)]
    pub page: Page<ErasureEntry>,
    /// Every workstation that erased, to choose from.
    pub workstations: Vec<String>,
}

impl Command for ListErasures {
    const NAME: &'static str = "list_erasures";
    const PERMIT: Permit = Permit::AnyOf(REVIEWERS);
    const READS: &'static [Tag] = &[tag::ERASURES, tag::SETTINGS];
    type Reply = ErasurePage;

    fn run(self, cx: &Cx<'_>) -> Result<ErasurePage, Refusal> {
        cx.read(|tx| {
            let list = Erasures::open(cx, tx, self.filter)?;
            Ok(ErasurePage {
                page: page_of(cx, &list, tx, &self.at)?,
                workstations: erasure::workstations(tx)?,
            })
        })
    }
}
