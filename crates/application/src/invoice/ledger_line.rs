//! What invoices leave in the ledger. The lines of somebody who walked in are about nobody, and say no name.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::invoice::{InvoiceKind, Series};
use forecourt_domain::money::Money;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "invoice.drafted")]
    Drafted(Draft),
    #[serde(rename = "invoice.changed")]
    Changed(Draft),
    #[serde(rename = "invoice.dropped")]
    Dropped(Draft),
    #[serde(rename = "invoice.posted")]
    Posted(Posted),
    /// A series of numbers begins elsewhere than at 1.
    #[serde(rename = "invoice.series_started")]
    SeriesStarted(SeriesStarted),
}

/// What has no number yet.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Draft {
    pub kind: InvoiceKind,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Posted {
    pub kind: InvoiceKind,
    pub number: String,
    pub total: Money,
    /// The number of what a credit note credits.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub credits: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct SeriesStarted {
    pub series: Series,
    pub first: i64,
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &[
        "invoice.drafted",
        "invoice.changed",
        "invoice.dropped",
        "invoice.posted",
        "invoice.series_started",
    ];

    fn describe(&self) -> Option<Description> {
        let draft = |draft: &Draft, what: &str| {
            Description::new(kind::RECORD, format!("{} {what}", draft.kind.label()))
        };
        Some(match self {
            Self::Drafted(of) => draft(of, "drafted"),
            Self::Changed(of) => draft(of, "changed before it was posted"),
            Self::Dropped(of) => draft(of, "dropped before it was posted"),
            Self::Posted(Posted { kind, number, total, credits }) => {
                let credits = if credits.is_empty() { String::new() } else { format!("Credits {credits}") };
                Description::new(kind::RECORD, format!("{} {number} posted", kind.label()))
                    .with(Tone::Plain, total.to_string())
                    .with(Tone::Plain, credits)
            }
            Self::SeriesStarted(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    impl Default for Draft {
        fn default() -> Self {
            Self { kind: InvoiceKind::Service }
        }
    }

    impl Default for Posted {
        fn default() -> Self {
            let (kind, total) = (InvoiceKind::Service, Money::of_pence(18_000));
            Self { kind, number: "SI-000001".into(), total, credits: String::new() }
        }
    }

    impl Default for SeriesStarted {
        fn default() -> Self {
            Self { series: Series::Vs, first: 2_231 }
        }
    }

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            ("invoice.drafted", json!({ "kind": "service" }), &["Service invoice drafted"]),
            ("invoice.changed", json!({ "kind": "parts" }), &["Parts invoice changed before it was posted"]),
            ("invoice.dropped", json!({ "kind": "parts" }), &["Parts invoice dropped before it was posted"]),
            (
                "invoice.posted",
                json!({ "kind": "service", "number": "SI-000001", "total": 22800 }),
                &["Service invoice SI-000001 posted", "£228.00"],
            ),
            (
                "invoice.posted",
                json!({ "kind": "credit_note", "number": "CN-000001", "total": 900, "credits": "SI-000001" }),
                &["Credit note CN-000001 posted", "£9.00", "Credits SI-000001"],
            ),
            ("invoice.series_started", json!({ "series": "VS", "first": 2231 }), &[]),
        ]);
    }
}
