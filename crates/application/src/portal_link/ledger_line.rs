//! What a link to the portal leaves in the contact's history. The address is masked: the link's own row
//! holds it, and goes with the contact.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "portal.link_prepared")]
    Prepared {
        #[serde(default)]
        link: i64,
        address: String,
        #[serde(default)]
        customer_asked: bool,
        #[serde(default)]
        expires: String,
    },
    #[serde(rename = "portal.link_failed")]
    Failed {
        #[serde(default)]
        address: String,
    },
    #[serde(rename = "portal.link_refused")]
    Refused { reasons: Vec<String> },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["portal.link_prepared", "portal.link_failed", "portal.link_refused"];

    fn describe(&self) -> Option<Description> {
        let titled =
            |how: &str| Description::new(kind::PORTAL, format!("Link to the Customer Consent Portal {how}"));
        Some(match self {
            Self::Prepared { address, customer_asked, .. } => titled("prepared")
                .with(Tone::Plain, format!("Mail draft to {address}"))
                .with(Tone::Plain, if *customer_asked { "The customer asked for it" } else { "" }),
            Self::Failed { .. } => titled("not prepared")
                .with(Tone::Warn, "The mail program could not be opened; the link is void"),
            Self::Refused { reasons } => titled("refused").with_all(reasons),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        let prepared = |asked: bool| {
            json!({ "link": 5, "address": "s••••@example.org", "customer_asked": asked,
                "expires": "2026-12-21T10:42:00.000Z" })
        };
        crate::line_check::check::<LedgerLine>(&[
            (
                "portal.link_prepared",
                prepared(true),
                &[
                    "Link to the Customer Consent Portal prepared",
                    "Mail draft to s••••@example.org",
                    "The customer asked for it",
                ],
            ),
            (
                "portal.link_prepared",
                prepared(false),
                &["Link to the Customer Consent Portal prepared", "Mail draft to s••••@example.org"],
            ),
            (
                "portal.link_failed",
                json!({ "address": "s••••@example.org" }),
                &[
                    "Link to the Customer Consent Portal not prepared",
                    "The mail program could not be opened; the link is void",
                ],
            ),
            (
                "portal.link_refused",
                json!({ "reasons": ["E-mail was withdrawn"] }),
                &["Link to the Customer Consent Portal refused", "E-mail was withdrawn"],
            ),
        ]);
    }
}
