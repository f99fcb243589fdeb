//! What vehicles leave in the ledger. A line about whoever keeps one names it; a line about nobody names its
//! number only, because a plate may lead to a person.

use crate::kind;
use crate::words::sentence;
use chrono::NaiveDate;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::time::uk_date;
use serde::{Deserialize, Serialize};

/// What a change of keeper is to somebody.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Role {
    /// They keep it from then on.
    #[default]
    Took,
    /// They kept it until then.
    Gave,
    /// They keep it already, and said so again.
    Confirmed,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "vehicle.created")]
    Created {
        #[serde(default)]
        vehicle: i64,
        /// `EU56 JEC Ford Focus`; empty where nobody keeps it.
        #[serde(default)]
        called: String,
    },
    #[serde(rename = "vehicle.changed")]
    Changed {
        #[serde(default)]
        vehicle: i64,
        #[serde(default)]
        called: String,
        #[serde(default)]
        fields: Vec<String>,
    },
    #[serde(rename = "vehicle.plate_changed")]
    PlateChanged {
        #[serde(default)]
        vehicle: i64,
        /// What it bore until then, and bears since; empty where nobody keeps it, and for none.
        #[serde(default)]
        from: String,
        #[serde(default)]
        to: String,
        #[serde(default)]
        on: String,
    },
    #[serde(rename = "vehicle.keeper_changed")]
    KeeperChanged {
        #[serde(default)]
        vehicle: i64,
        #[serde(default)]
        called: String,
        #[serde(default)]
        on: String,
        #[serde(default)]
        role: Role,
    },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["vehicle.created", "vehicle.changed", "vehicle.plate_changed", "vehicle.keeper_changed"];

    fn describe(&self) -> Option<Description> {
        Some(match self {
            Self::Created { called, .. } => titled("Vehicle created", called),
            Self::Changed { called, fields, .. } => {
                let words: Vec<&str> = fields.iter().map(|field| words_for(field)).collect();
                titled("Vehicle changed", called).with(Tone::Plain, sentence(&words.join(", ")))
            }
            Self::PlateChanged { from, to, on, .. } => {
                let words = match (from.is_empty(), to.is_empty()) {
                    (true, _) => format!("{to} since {}", day(on)),
                    (false, true) => format!("{from} until {}", day(on)),
                    (false, false) => format!("{from} until {}, then {to}", day(on)),
                };
                titled("Registration changed", &words)
            }
            Self::KeeperChanged { called, on, role, .. } => {
                let title = match role {
                    Role::Took => "Keeper of a vehicle",
                    Role::Gave => "No longer keeper of a vehicle",
                    Role::Confirmed => "Said to be keeper of a vehicle still",
                };
                titled(title, called).with(Tone::Plain, format!("On {}", day(on)))
            }
        })
    }
}

fn titled(title: &str, words: &str) -> Description {
    let description = Description::new(kind::RECORD, title);
    if words.is_empty() { description } else { description.with(Tone::Plain, words.to_owned()) }
}

fn day(text: &str) -> String {
    text.parse::<NaiveDate>().map_or_else(|_| text.to_owned(), uk_date)
}

fn words_for(field: &str) -> &str {
    match field {
        "vin" => "VIN",
        "first_registered" => "first registered",
        "mot_due" => "MOT due",
        "service_due" => "service due",
        "last_v5c" => "last V5C",
        "no_service_contact" => "no service contact",
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
                "vehicle.created",
                json!({ "vehicle": 3, "called": "EU56 JEC Ford" }),
                &["Vehicle created", "EU56 JEC Ford"],
            ),
            (
                "vehicle.changed",
                json!({ "vehicle": 3, "called": "EU56 JEC", "fields": ["mot_due", "recall"] }),
                &["Vehicle changed", "EU56 JEC", "MOT due, recall"],
            ),
            (
                "vehicle.plate_changed",
                json!({ "vehicle": 3, "from": "EU56 JEC", "to": "A1 JEC", "on": "2026-11-21" }),
                &["Registration changed", "EU56 JEC until 21/11/2026, then A1 JEC"],
            ),
            (
                "vehicle.plate_changed",
                json!({ "vehicle": 3, "from": "EU56 JEC", "to": "", "on": "2026-11-21" }),
                &["Registration changed", "EU56 JEC until 21/11/2026"],
            ),
            (
                "vehicle.keeper_changed",
                json!({ "vehicle": 3, "called": "EU56 JEC", "on": "2026-11-21", "role": "gave" }),
                &["No longer keeper of a vehicle", "EU56 JEC", "On 21/11/2026"],
            ),
        ]);
    }
}
