//! What carrying flags over leaves in the ledger beside the consent events: the counts.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "consent.carried_over")]
    CarriedOver {
        file: String,
        exact: bool,
        rows: u64,
        contacts: u64,
        not_found: u64,
        ambiguous: u64,
        left_out: u64,
        no_marketing: u64,
        no_follow_up: u64,
        assumed: u64,
        soft_opt_in: u64,
        assumed_electronic: u64,
        consent_taken: u64,
        unchanged: u64,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["consent.carried_over"];

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
            "file": "flags.csv", "exact": false, "rows": 9, "contacts": 8, "not_found": 1, "ambiguous": 0,
            "left_out": 0, "no_marketing": 2, "no_follow_up": 1, "assumed": 5, "soft_opt_in": 3,
            "assumed_electronic": 0, "consent_taken": 1, "unchanged": 1,
        });
        crate::line_check::check::<LedgerLine>(&[("consent.carried_over", content, &[])]);
    }
}
