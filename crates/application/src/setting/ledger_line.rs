//! What choosing a workstation's look leaves in the ledger. Every other change of a setting is a line of
//! the dispatcher's ([`forecourt_dispatch::OwnLine`]).

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    /// In the form of a changed setting, but kept out of the history of the settings.
    #[serde(rename = "workstation.appearance")]
    AppearanceChosen { setting: String, old: Looks, new: Looks, reason: String },
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Looks {
    pub appearance: String,
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["workstation.appearance"];

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
            "setting": "workstation", "old": { "appearance": "auto" }, "new": { "appearance": "dark" },
            "reason": "",
        });
        crate::line_check::check::<LedgerLine>(&[("workstation.appearance", content, &[])]);
    }
}
