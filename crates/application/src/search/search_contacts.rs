//! The search box.

use super::found_by::{FoundBy, found_by};
use crate::contact::{ContactLine, Hit, LineMaker, find};
use crate::tag;
use forecourt_dispatch::list::most_shown;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tracing::info_span;
use ts_rs::TS;

/// Finds contacts.
#[derive(Deserialize, TS)]
pub struct SearchContacts {
    /// What is typed.
    pub term: String,
    /// How many lines to show; at most 200.
    #[serde(default = "usual")]
    pub limit: usize,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct ContactMatches {
    /// The best matches.
    pub rows: Vec<ContactLine>,
    /// Row by row what it was found by, where the row does not show it.
    pub by: Vec<Option<FoundBy>>,
    /// Are there more than shown, or may there be? The list has all of them.
    pub more: bool,
}

/// The most lines of one answer.
const LIMIT_MAX: usize = 200;

const fn usual() -> usize {
    20
}

impl Command for SearchContacts {
    const NAME: &'static str = "search_contacts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = ContactMatches;

    fn run(self, cx: &Cx<'_>) -> Result<ContactMatches, Refusal> {
        cx.read(|tx| {
            // At a desk without a screen a search is as good as a list (T2).
            let most = most_shown(cx, tx)?.and_then(|most| usize::try_from(most).ok()).unwrap_or(LIMIT_MAX);
            let limit = self.limit.clamp(1, most.clamp(1, LIMIT_MAX));
            let found = info_span!(target: "phase", "search").in_scope(|| find(tx, &self.term, limit))?;
            let ids: Vec<ContactId> = found.hits.iter().map(|hit| hit.id).collect();
            let rows = LineMaker::new(cx, tx)?.of(tx, &ids)?;
            let hits: HashMap<ContactId, &Hit> = found.hits.iter().map(|hit| (hit.id, hit)).collect();
            let by = rows.iter().map(|row| hits.get(&row.id).map_or(Ok(None), |hit| found_by(tx, hit, row)));
            Ok(ContactMatches { by: by.collect::<Result<_, _>>()?, rows, more: found.more })
        })
    }
}
