//! What a bulk reset leaves in the ledger beside the events. An event's own line has its row for
//! content (`forecourt_store::consent`).

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "consent.reset")]
    Reset { include_explicit: bool, contacts: u64, cells: u64, kept_contacts: u64, kept_cells: u64 },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["consent.reset"];

    fn describe(&self) -> Option<Description> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        let content = json!({
            "include_explicit": true, "contacts": 3, "cells": 12, "kept_contacts": 0, "kept_cells": 0,
        });
        crate::line_check::check::<LedgerLine>(&[("consent.reset", content, &[])]);
    }
}
