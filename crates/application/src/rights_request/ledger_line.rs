//! What a refused Right of Access leaves in the contact's history. One that is granted is a report, and
//! described as one.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "access.refused")]
    AccessRefused { why: String },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["access.refused"];

    fn describe(&self) -> Option<Description> {
        let Self::AccessRefused { why } = self;
        Some(Description::new(kind::RIGHTS, "Right of Access refused").with(Tone::Plain, why.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[(
            "access.refused",
            json!({ "why": "Reason is required" }),
            &["Right of Access refused", "Reason is required"],
        )]);
    }
}
