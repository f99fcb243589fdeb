//! What creating and editing contacts leaves in the ledger: which fields, never what was in them.

use crate::kind;
use crate::words::sentence;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::placeholder::AddressType;
use forecourt_domain::time::{civil_date, uk_date};
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
    /// Who told it stands with the contact: a name in a line would outlive whose it is.
    #[serde(rename = "contact.died")]
    DeathRecorded {
        /// ISO date; empty where it is not known.
        #[serde(default)]
        died_on: String,
        /// Was it noted before, and put right?
        #[serde(default)]
        corrected: bool,
    },
    #[serde(rename = "contact.death_undone")]
    DeathUndone {
        #[serde(default)]
        reason: String,
    },
    #[serde(rename = "contact.gone_away")]
    GoneAway {
        /// ISO date.
        #[serde(default)]
        on: String,
    },
    /// An address that they had was found to be none.
    #[serde(rename = "contact.placeholder")]
    Placeholder {
        /// `email` or `phone`.
        #[serde(default)]
        kind: String,
    },
    #[serde(rename = "contact.back")]
    Back {
        /// Is it over because there is a new address? Else it was noted wrongly.
        #[serde(default)]
        new_address: bool,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] = &[
        "contact.created",
        "contact.changed",
        "contact.died",
        "contact.death_undone",
        "contact.gone_away",
        "contact.placeholder",
        "contact.back",
    ];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Created { .. } => Description::new(kind::RECORD, "Contact created"),
            Self::Changed { fields } => {
                let words: Vec<&str> = fields.iter().map(|field| words_for(field)).collect();
                Description::new(kind::RECORD, "Contact changed")
                    .with(Tone::Plain, sentence(&words.join(", ")))
            }
            Self::DeathRecorded { died_on, corrected } => {
                let what = if *corrected { "Note of the death put right" } else { "Death recorded" };
                let day = civil_date(died_on).map_or_else(
                    || "The day is not known".to_owned(),
                    |day| format!("Died on {}", uk_date(day)),
                );
                Description::new(kind::RECORD, what).with(Tone::Plain, day)
            }
            Self::DeathUndone { reason } => Description::new(kind::RECORD, "Note of the death taken back")
                .with(Tone::Plain, format!("Reason: {reason}")),
            Self::GoneAway { on } => {
                let since = civil_date(on).map(|day| format!("Known since {}", uk_date(day)));
                Description::new(kind::RECORD, "Gone away from the main address")
                    .with(Tone::Plain, since.unwrap_or_default())
            }
            Self::Placeholder { kind } => {
                let what = kind.parse::<AddressType>().map_or("Address", AddressType::label);
                Description::new(kind::RECORD, "A placeholder is no address")
                    .with(Tone::Plain, format!("{what}: to be put right"))
            }
            Self::Back { new_address: true } => Description::new(kind::RECORD, "No longer gone away")
                .with(Tone::Plain, "A new address was saved"),
            Self::Back { .. } => Description::new(kind::RECORD, "No longer gone away")
                .with(Tone::Plain, "It was noted wrongly"),
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
        "gaps" => "why an address is missing",
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
            (
                "contact.died",
                json!({ "died_on": "2026-11-03", "corrected": false }),
                &["Death recorded", "Died on 03/11/2026"],
            ),
            (
                "contact.died",
                json!({ "died_on": "", "corrected": true }),
                &["Note of the death put right", "The day is not known"],
            ),
            (
                "contact.death_undone",
                json!({ "reason": "Another Mr Reed" }),
                &["Note of the death taken back", "Reason: Another Mr Reed"],
            ),
            (
                "contact.gone_away",
                json!({ "on": "2026-11-12" }),
                &["Gone away from the main address", "Known since 12/11/2026"],
            ),
            (
                "contact.placeholder",
                json!({ "kind": "email" }),
                &["A placeholder is no address", "Email: to be put right"],
            ),
            (
                "contact.back",
                json!({ "new_address": true }),
                &["No longer gone away", "A new address was saved"],
            ),
            (
                "contact.back",
                json!({ "new_address": false }),
                &["No longer gone away", "It was noted wrongly"],
            ),
        ]);
    }
}
