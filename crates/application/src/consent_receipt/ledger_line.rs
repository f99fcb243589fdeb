//! What giving a receipt leaves in the contact's history.

use super::ReceiptForm;
use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "receipt.made")]
    Made { number: String, form: String },
    #[serde(rename = "receipt.voided")]
    Voided { number: String, form: String },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["receipt.made", "receipt.voided"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Made { number, form } => {
                Description::new(kind::PRINTS, "Consent receipt given").with(Tone::Plain, which(number, form))
            }
            Self::Voided { number, form } => Description::new(kind::PRINTS, "Consent receipt void")
                .with(Tone::Plain, which(number, form))
                .with(Tone::Warn, "It could not be handed over; its number finds nothing."),
        })
    }
}

/// `R-7K2M-Q9XD-4F, PDF`.
fn which(number: &str, form: &str) -> String {
    format!("{number}, {}", ReceiptForm::label_of(form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            (
                "receipt.made",
                json!({ "number": "R-7K2M-Q9XD-4F", "form": "pdf" }),
                &["Consent receipt given", "R-7K2M-Q9XD-4F, PDF"],
            ),
            (
                "receipt.voided",
                json!({ "number": "R-7K2M-Q9XD-4F", "form": "json_ld" }),
                &[
                    "Consent receipt void",
                    "R-7K2M-Q9XD-4F, JSON-LD",
                    "It could not be handed over; its number finds nothing.",
                ],
            ),
        ]);
    }
}
