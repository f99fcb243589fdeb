//! What job cards leave in the ledger: which card, which fields, where it went; never what was typed.

use crate::kind;
use crate::words::sentence;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::job_card::JobStatus;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "job_card.opened")]
    Opened {
        #[serde(default)]
        number: String,
        #[serde(default)]
        from_booking: bool,
    },
    #[serde(rename = "job_card.changed")]
    Changed {
        #[serde(default)]
        number: String,
        #[serde(default)]
        fields: Vec<String>,
    },
    #[serde(rename = "job_card.moved")]
    Moved {
        #[serde(default)]
        number: String,
        #[serde(default)]
        from: JobStatus,
        #[serde(default)]
        to: JobStatus,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["job_card.opened", "job_card.changed", "job_card.moved"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Opened { number, from_booking } => {
                let how = if *from_booking { "From a booking" } else { "" };
                Description::new(kind::RECORD, format!("Job card {number} opened")).with(Tone::Plain, how)
            }
            Self::Changed { number, fields } => {
                let words: Vec<&str> = fields.iter().map(|field| words_for(field)).collect();
                Description::new(kind::RECORD, format!("Job card {number} changed"))
                    .with(Tone::Plain, sentence(&words.join(", ")))
            }
            Self::Moved { number, from, to } => {
                let words = format!("{} to {}", from.label(), to.label().to_lowercase());
                Description::new(kind::RECORD, format!("Job card {number}")).with(Tone::Plain, words)
            }
        })
    }
}

fn words_for(field: &str) -> &str {
    match field {
        "due_on" => "promised for",
        "work" => "work asked for",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            (
                "job_card.opened",
                json!({ "number": "JC-000012", "from_booking": true }),
                &["Job card JC-000012 opened", "From a booking"],
            ),
            (
                "job_card.opened",
                json!({ "number": "JC-000013", "from_booking": false }),
                &["Job card JC-000013 opened"],
            ),
            (
                "job_card.changed",
                json!({ "number": "JC-000012", "fields": ["work", "due_on", "lines"] }),
                &["Job card JC-000012 changed", "Work asked for, promised for, lines"],
            ),
            (
                "job_card.moved",
                json!({ "number": "JC-000012", "from": "in_work", "to": "ready" }),
                &["Job card JC-000012", "In work to ready"],
            ),
        ]);
    }
}
