//! What bookings leave in the ledger, always about the contact: what it holds goes with them.

use crate::kind;
use crate::words::sentence;
use forecourt_dispatch::Line;
use forecourt_dispatch::description::{Description, Tone};
use forecourt_domain::booking::{BookingStatus, Slot};
use forecourt_domain::time::{civil_date, uk_date};
use forecourt_domain::workshop::{duration, time_of_day};
use serde::{Deserialize, Serialize};

/// A time as the ledger keeps it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct When {
    /// ISO date.
    pub day: String,
    /// Minutes from midnight.
    pub starts: i64,
}

impl From<&Slot> for When {
    fn from(slot: &Slot) -> Self {
        Self { day: slot.day.to_string(), starts: slot.starts }
    }
}

impl When {
    /// `23/11/2026 09:30`.
    fn words(&self) -> String {
        let day = civil_date(&self.day).map_or_else(|| self.day.clone(), uk_date);
        format!("{day} {}", time_of_day(self.starts))
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "booking.made")]
    Made {
        on: When,
        minutes: i64,
        /// By how many minutes the day went over its hours with it.
        #[serde(default, skip_serializing_if = "is_none")]
        over: i64,
    },
    #[serde(rename = "booking.changed")]
    Changed {
        on: When,
        fields: Vec<String>,
        #[serde(default, skip_serializing_if = "is_none")]
        over: i64,
    },
    #[serde(rename = "booking.moved")]
    Moved {
        from: When,
        to: When,
        #[serde(default, skip_serializing_if = "is_none")]
        over: i64,
    },
    #[serde(rename = "booking.status")]
    Status { on: When, status: BookingStatus },
    #[serde(rename = "booking.cancelled")]
    Cancelled { on: When, reason: String },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out a reference")]
const fn is_none(minutes: &i64) -> bool {
    *minutes == 0
}

fn over_words(over: i64) -> String {
    if over == 0 { String::new() } else { format!("{} over the free hours", sentence(&duration(over))) }
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["booking.made", "booking.changed", "booking.moved", "booking.status", "booking.cancelled"];

    fn describe(&self) -> Option<Description> {
        let titled = |title: String| Description::new(kind::RECORD, title);
        Some(match self {
            Self::Made { on, minutes, over } => titled(format!("Service booked for {}", on.words()))
                .with(Tone::Plain, duration(*minutes))
                .with(Tone::Plain, over_words(*over)),
            Self::Changed { on, fields, over } => {
                let words: Vec<&str> = fields.iter().map(|field| words_for(field)).collect();
                titled(format!("Service booking of {} changed", on.words()))
                    .with(Tone::Plain, sentence(&words.join(", ")))
                    .with(Tone::Plain, over_words(*over))
            }
            Self::Moved { from, to, over } => {
                titled(format!("Service booking of {} moved to {}", from.words(), to.words()))
                    .with(Tone::Plain, over_words(*over))
            }
            Self::Status { on, status } => titled(match status {
                BookingStatus::Arrived => format!("Arrived for the service booking of {}", on.words()),
                BookingStatus::Missed => format!("Missed the service booking of {}", on.words()),
                BookingStatus::Booked | BookingStatus::Cancelled => {
                    format!("Expected again for the service booking of {}", on.words())
                }
            }),
            Self::Cancelled { on, reason } => {
                titled(format!("Service booking of {} cancelled", on.words())).with(Tone::Quote, reason)
            }
        })
    }
}

fn words_for(field: &str) -> &str {
    match field {
        "resource" => "technician or ramp",
        "minutes" => "length",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        let on = || json!({ "day": "2026-11-23", "starts": 570 });
        crate::line_check::check::<LedgerLine>(&[
            (
                "booking.made",
                json!({ "on": on(), "minutes": 90 }),
                &["Service booked for 23/11/2026 09:30", "1 h 30 min"],
            ),
            (
                "booking.made",
                json!({ "on": on(), "minutes": 90, "over": 30 }),
                &["Service booked for 23/11/2026 09:30", "1 h 30 min", "30 min over the free hours"],
            ),
            (
                "booking.changed",
                json!({ "on": on(), "fields": ["resource", "work", "minutes"] }),
                &["Service booking of 23/11/2026 09:30 changed", "Technician or ramp, work, length"],
            ),
            (
                "booking.moved",
                json!({ "from": on(), "to": { "day": "2026-11-24", "starts": 480 }, "over": 60 }),
                &["Service booking of 23/11/2026 09:30 moved to 24/11/2026 08:00", "1 h over the free hours"],
            ),
            (
                "booking.status",
                json!({ "on": on(), "status": "missed" }),
                &["Missed the service booking of 23/11/2026 09:30"],
            ),
            (
                "booking.cancelled",
                json!({ "on": on(), "reason": "Car sold" }),
                &["Service booking of 23/11/2026 09:30 cancelled", "Car sold"],
            ),
        ]);
    }
}
