//! Reminders about one vehicle, and whether it is still theirs (M-15).

use super::{Facts, MessageClass};
use crate::vehicle::Recall;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::VariantArray;
use ts_rs::TS;

/// What a vehicle's keeper is reminded of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReminderKind {
    Mot,
    Service,
    /// Of a recall that is outstanding.
    Recall,
}

impl ReminderKind {
    /// All three.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// As people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mot => "MOT",
            Self::Service => "Service",
            Self::Recall => "Recall",
        }
    }
}

/// A reminder that somebody is about to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reminder {
    pub kind: ReminderKind,
    /// What it says is due; nothing is, with a recall.
    pub due: Option<NaiveDate>,
}

impl Reminder {
    /// The class of the message: MOT and service are marketing, an outstanding recall is not (SPEC 0.10).
    #[must_use]
    pub const fn class(self, facts: &Facts, asked: MessageClass) -> MessageClass {
        match (self.kind, facts.recall) {
            (ReminderKind::Recall, Recall::Yes) => MessageClass::SafetyRecall,
            _ => asked,
        }
    }
}

/// Days after somebody took a vehicle over, or changed its plate, within which a registration certificate is
/// their own: it is issued because of that, and takes up to six weeks.
pub const OWN_V5C_DAYS: u64 = 42;

/// What is known of when a vehicle was somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KnownKeeper {
    /// When they took it over: bought it here, or are noted as its keeper since.
    pub since: Option<NaiveDate>,
    /// When they last had to do with us about it, or said that it is theirs.
    pub last_contact: Option<NaiveDate>,
    /// Since when it bears the plate it has.
    pub plate_since: Option<NaiveDate>,
}

impl KnownKeeper {
    /// The day of a certificate that tells of another keeper: it was issued after everything that is known of this
    /// one. `None` where it was not, or where nothing is known that it could come after.
    #[must_use]
    pub fn changed(&self, last_v5c: Option<NaiveDate>) -> Option<NaiveDate> {
        let issued = last_v5c?;
        let own = |from: NaiveDate| from.checked_add_days(Days::new(OWN_V5C_DAYS)).unwrap_or(from);
        let known = [self.since.map(own), self.last_contact];
        let theirs_until = known.into_iter().flatten().max()?;
        let plate = self.plate_since.filter(|since| issued >= *since).map(own);
        (issued > theirs_until && plate.is_none_or(|until| issued > until)).then_some(issued)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    #[test]
    fn m15_a_certificate_after_all_we_know_tells_of_another_keeper() {
        for (since, contact, plate, v5c, changed) in [
            // The case of SPEC: bought here, and a certificate two years later.
            ("2024-05-10", "2024-05-10", "", "2026-09-02", true),
            // Their own, which a purchase brings about.
            ("2024-05-10", "2024-05-10", "", "2024-05-29", false),
            ("2024-05-10", "2024-05-10", "", "2024-06-21", false),
            ("2024-05-10", "2024-05-10", "", "2024-06-22", true),
            // They were here since.
            ("2024-05-10", "2026-10-01", "", "2026-09-02", false),
            ("2024-05-10", "2026-09-02", "", "2026-09-02", false),
            ("2024-05-10", "2026-09-01", "", "2026-09-02", true),
            // A new plate brings a certificate too, and a later one tells again.
            ("2024-05-10", "2024-05-10", "2026-08-20", "2026-09-02", false),
            ("2024-05-10", "2024-05-10", "2026-07-01", "2026-09-02", true),
            ("2024-05-10", "2024-05-10", "2026-10-01", "2026-09-02", true),
            // Nothing to compare.
            ("", "", "", "2026-09-02", false),
            ("2024-05-10", "", "", "", false),
            ("", "2025-01-01", "", "2026-09-02", true),
        ] {
            let known =
                KnownKeeper { since: day(since), last_contact: day(contact), plate_since: day(plate) };
            assert_eq!(known.changed(day(v5c)).is_some(), changed, "{since} {contact} {plate} {v5c}");
        }
    }
}
