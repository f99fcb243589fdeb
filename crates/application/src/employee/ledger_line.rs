//! What changing employees leaves in the ledger. Names and logins stay out of it: the line is kept
//! when the employee has long gone.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use forecourt_domain::rights::{Right, RightSet};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "employee.created")]
    Created {
        rights: RightSet,
        /// The first password is somebody else's, and to be changed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        must_change_password: bool,
    },
    #[serde(rename = "employee.changed")]
    Changed { granted: Vec<Right>, removed: Vec<Right>, active: bool },
    #[serde(rename = "employee.password_reset")]
    PasswordReset {
        /// The new one is somebody else's, and to be changed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        must_change_password: bool,
    },
    /// Beside the line that says who was given them: rights that nobody active held, so that nobody
    /// could give them as a right of their own.
    #[serde(rename = "employee.unheld_granted")]
    UnheldGranted { rights: Vec<Right> },
    /// They have read what others changed of their account, up to this line.
    #[serde(rename = "employee.told")]
    Told { up_to: i64 },
}

impl LedgerLine {
    /// What is told to whom it happened.
    pub(super) const TOLD: [&'static str; 2] = ["employee.changed", "employee.password_reset"];
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &[
        "employee.created",
        "employee.changed",
        "employee.password_reset",
        "employee.unheld_granted",
        "employee.told",
    ];

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
            ("employee.created", json!({ "rights": ["access_settings"] }), &[]),
            (
                "employee.changed",
                json!({ "granted": ["access_settings"], "removed": [], "active": true }),
                &[],
            ),
            ("employee.password_reset", json!({}), &[]),
            ("employee.created", json!({ "rights": [], "must_change_password": true }), &[]),
            ("employee.password_reset", json!({ "must_change_password": true }), &[]),
            ("employee.unheld_granted", json!({ "rights": ["send_mailshots"] }), &[]),
            ("employee.told", json!({ "up_to": 41 }), &[]),
        ]);
    }
}
