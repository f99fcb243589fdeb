//! The colour of the traffic light of the list and the record.

use serde::Serialize;
use ts_rs::TS;

/// The colour; always shown with its words and a shape (WCAG 1.4.1), by [`super::Shade`].
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
