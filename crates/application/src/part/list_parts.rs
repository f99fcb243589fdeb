//! The shelf on the screen.

use super::list::{PartFilter, PartLine, Parts};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListParts {
    #[serde(flatten)]
    pub filter: PartFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListParts {
    const NAME: &'static str = "list_parts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::PARTS];
    type Reply = Page<PartLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<PartLine>, Refusal> {
        list_page::<Parts>(cx, self.filter, &self.at)
    }
}
