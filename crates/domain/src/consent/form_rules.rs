//! What the form of Edit Marketing Consent goes by.

use super::Channel;
use super::edit::EditRules;
use super::standing::Periods;
use chrono::NaiveDate;

/// What Settings and the calendar say about the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRules {
    /// What may be saved.
    pub edit: EditRules,
    /// The third parties named in Settings (N-02).
    pub named: Vec<String>,
    /// The brands of a franchised dealer (D-09).
    pub brands: Vec<String>,
    /// The channels that the profile shows; the others keep what is recorded.
    pub channels: Vec<Channel>,
    /// Does the profile show third parties?
    pub third_parties_shown: bool,
    /// Are service and general messages shown apart?
    pub purposes_apart: bool,
    /// How long consent lasts.
    pub periods: Periods,
    /// The civil date at the dealership.
    pub today: NaiveDate,
}
