//! The review of preferences (N-14, N-15): when it is forced, and how it is put off.

use super::edit::{ConsentRefusal, check_notes};
use super::event::Change;
use super::standing::{Periods, Standing};
use chrono::NaiveDate;

/// How often a review may be put off before a reason is asked for (N-14).
pub const FREE_DEFERRALS: u32 = 3;

/// Whether the preferences have to be looked at with the contact now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review {
    /// Looked at within the period.
    Fresh,
    /// Longer ago than the period.
    Overdue(NaiveDate),
    /// Never looked at.
    Never,
}

impl Review {
    /// How it stands on `today`.
    #[must_use]
    pub fn of(standing: &Standing, periods: Periods, today: NaiveDate) -> Self {
        if !standing.review_is_due(periods, today) {
            return Self::Fresh;
        }
        standing.last_reviewed.as_ref().map_or(Self::Never, |last| Self::Overdue(last.date))
    }

    /// Has the screen to ask before the record can be edited?
    #[must_use]
    pub const fn is_forced(self) -> bool {
        !matches!(self, Self::Fresh)
    }
}

/// Puts a review off: "Customer not present, remind me". Allowed three times, then with a reason.
///
/// # Errors
/// [`ConsentRefusal::ReasonRequired`], [`ConsentRefusal::NoteTooLong`] or
/// [`ConsentRefusal::NothingDue`].
pub fn defer(
    standing: &Standing,
    periods: Periods,
    today: NaiveDate,
    reason: &str,
) -> Result<Change, ConsentRefusal> {
    check_notes(reason)?;
    if !Review::of(standing, periods, today).is_forced() {
        return Err(ConsentRefusal::NothingDue);
    }
    if standing.deferrals >= FREE_DEFERRALS && reason.trim().is_empty() {
        return Err(ConsentRefusal::ReasonRequired(standing.deferrals));
    }
    Ok(Change { deferred: true, ..Change::default() })
}
