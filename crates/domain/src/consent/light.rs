//! The traffic light of the list and the record: one word and one colour per contact.

use super::standing::Periods;
use super::{Cell, Party, Standing, State};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// The colour; always shown with its words and a shape (WCAG 1.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// At least one current consent to us.
    Green,
    /// Something runs out, ran out or is merely assumed.
    Amber,
    /// No marketing.
    Red,
    /// Never asked.
    Grey,
}

/// The light and its words.
#[must_use]
pub fn light(standing: &Standing, periods: Periods, today: NaiveDate) -> (Light, &'static str) {
    if standing.excluded {
        return (Light::Red, "Excluded");
    }
    let (mut given, mut expiring, mut expired, mut assumed, mut denied) = (false, false, false, false, false);
    for cell in Cell::of(&Party::Us) {
        match standing.effective(&cell, periods, today) {
            State::Granted if standing.is_expiring(&cell, periods, today) => expiring = true,
            State::Granted => given = true,
            State::Expired => expired = true,
            State::Assumed => assumed = true,
            State::Refused | State::Withdrawn => denied = true,
            State::Unset => {}
        }
    }
    match () {
        () if expiring => (Light::Amber, "Expiring"),
        () if given => (Light::Green, "Given"),
        () if expired => (Light::Amber, "Expired"),
        () if assumed => (Light::Amber, "Assumed"),
        () if denied => (Light::Red, "No marketing"),
        () => (Light::Grey, "Not asked"),
    }
}
