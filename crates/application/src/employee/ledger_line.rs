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
    Created { rights: RightSet },
    #[serde(rename = "employee.changed")]
    Changed { granted: Vec<Right>, removed: Vec<Right>, active: bool },
    #[serde(rename = "employee.password_reset")]
    PasswordReset {},
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["employee.created", "employee.changed", "employee.password_reset"];

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
        ]);
    }
}
