//! What changing technicians and ramps leaves in the ledger: which fields, never what was in them. A name
//! may be somebody's, and the line is kept when they have long gone.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use forecourt_domain::workshop::ResourceKind;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "resource.added")]
    Added { kind: ResourceKind },
    #[serde(rename = "resource.changed")]
    Changed { fields: Vec<String>, active: bool },
    /// Another order in the diary.
    #[serde(rename = "resource.placed")]
    Placed {},
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["resource.added", "resource.changed", "resource.placed"];

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
        crate::line_check::check::<LedgerLine>(&[
            ("resource.added", json!({ "kind": "ramp" }), &[]),
            ("resource.changed", json!({ "fields": ["hours", "active"], "active": false }), &[]),
            ("resource.placed", json!({}), &[]),
        ]);
    }
}
