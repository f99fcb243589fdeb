//! What printing data capture forms leaves in the ledger.

use crate::kind;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "form.numbers_taken")]
    NumbersTaken { day: String, first: i64, count: i64 },
    /// A form with what is held: a blank one is about nobody and has no line.
    #[serde(rename = "form.printed")]
    Printed {
        number: String,
        #[serde(default)]
        notice: String,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["form.numbers_taken", "form.printed"];

    fn describe(&self) -> Option<Description> {
        match self {
            Self::NumbersTaken { .. } => None,
            Self::Printed { number, .. } => Some(
                Description::new(kind::PRINTS, "Data capture form prepared for printing")
                    .with(Tone::Plain, format!("Form {number}, prefilled")),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            ("form.numbers_taken", json!({ "day": "20261121", "first": 1, "count": 40 }), &[]),
            (
                "form.printed",
                json!({ "number": "20261121-0001", "notice": "9f2c" }),
                &["Data capture form prepared for printing", "Form 20261121-0001, prefilled"],
            ),
        ]);
    }
}
