//! What coming and going leaves in the ledger, and how the list of sign-ins puts it.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    /// Through the sign-in screen.
    #[serde(rename = "sign_in.done")]
    SignedIn {},
    /// From behind the lock.
    #[serde(rename = "sign_in.unlocked")]
    Unlocked {},
    #[serde(rename = "sign_in.ended")]
    SignedOut {
        /// Did somebody sign in over the session?
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        replaced: bool,
    },
    #[serde(rename = "sign_in.wrong_password")]
    WrongPassword {},
    #[serde(rename = "employee.password_changed")]
    PasswordChanged {},
}

impl LedgerLine {
    /// In the list of sign-ins; `None` for a line that it does not show.
    pub(super) const fn words(&self) -> Option<&'static str> {
        match self {
            Self::SignedIn {} => Some("Signed in"),
            Self::Unlocked {} => Some("Unlocked"),
            Self::SignedOut { replaced: false } => Some("Signed out"),
            Self::SignedOut { replaced: true } => Some("Signed out by the next sign-in"),
            Self::WrongPassword {} => Some("Wrong password"),
            Self::PasswordChanged {} => None,
        }
    }
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &[
        "sign_in.done",
        "sign_in.unlocked",
        "sign_in.ended",
        "sign_in.wrong_password",
        "employee.password_changed",
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
            ("sign_in.done", json!({}), &[]),
            ("sign_in.unlocked", json!({}), &[]),
            ("sign_in.ended", json!({}), &[]),
            ("sign_in.ended", json!({ "replaced": true }), &[]),
            ("sign_in.wrong_password", json!({}), &[]),
            ("employee.password_changed", json!({}), &[]),
        ]);
    }
}
