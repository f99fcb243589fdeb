//! Parts by what somebody types at the counter, at a job card or with a scanner.

use super::list::PartLine;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::part::key;
use forecourt_store::part;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most that are answered at once.
const MOST: i64 = 50;

/// Looks for parts that are still sold, by the beginning of their number and of words of their description.
#[derive(Deserialize, TS)]
pub struct FindParts {
    pub term: String,
    /// How many, at most 50.
    #[serde(default = "most")]
    #[ts(as = "Option<i64>", optional)]
    pub limit: i64,
}

const fn most() -> i64 {
    MOST
}

/// A part that was found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundPart {
    #[serde(flatten)]
    pub part: PartLine,
    /// Is what was typed its whole number? Then Enter means this one.
    pub exact: bool,
}

impl Command for FindParts {
    const NAME: &'static str = "find_parts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::PARTS];
    type Reply = Vec<FoundPart>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<FoundPart>, Refusal> {
        let typed = key(&self.term);
        let found = cx.read(|tx| Ok(part::find(tx, &self.term, self.limit.clamp(1, MOST))?))?;
        Ok(found
            .into_iter()
            .map(|part| FoundPart { exact: key(&part.details.number) == typed, part: PartLine::of(part) })
            .collect())
    }
}
