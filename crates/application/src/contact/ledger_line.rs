//! What creating and editing contacts leaves in the ledger: which fields, never what was in them.

use crate::kind;
use crate::words::sentence;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "contact.created")]
    Created {
        #[serde(default)]
        fields: Vec<String>,
    },
    #[serde(rename = "contact.changed")]
    Changed {
        #[serde(default)]
        fields: Vec<String>,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &["contact.created", "contact.changed"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Created { .. } => Description::new(kind::RECORD, "Contact created"),
            Self::Changed { fields } => {
                let words: Vec<&str> = fields.iter().map(|field| words_for(field)).collect();
                Description::new(kind::RECORD, "Contact changed")
                    .with(Tone::Plain, sentence(&words.join(", ")))
            }
        })
    }
}

fn words_for(field: &str) -> &str {
    match field {
        "first_name" => "first name",
        "last_name" => "last name",
        "date_of_birth" => "date of birth",
        "phones" => "telephone numbers",
        "emails" => "email addresses",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        let all = ["title", "first_name", "last_name", "company", "date_of_birth", "addresses", "phones"];
        crate::line_check::check::<LedgerLine>(&[
            ("contact.created", json!({ "fields": ["last_name", "phones"] }), &["Contact created"]),
            (
                "contact.changed",
                json!({ "fields": ["phones", "notes"] }),
                &["Contact changed", "Telephone numbers, notes"],
            ),
            (
                "contact.changed",
                json!({ "fields": all }),
                &[
                    "Contact changed",
                    "Title, first name, last name, company, date of birth, addresses, telephone numbers",
                ],
            ),
            (
                "contact.changed",
                json!({ "fields": ["emails", "vehicles"] }),
                &["Contact changed", "Email addresses, vehicles"],
            ),
            ("contact.changed", json!({ "fields": [] }), &["Contact changed"]),
        ]);
    }
}
