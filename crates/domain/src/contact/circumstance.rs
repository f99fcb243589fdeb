//! Died, or gone away (L-03): what happened to a customer that no consent says, when it may be noted, and the
//! words for it.

use crate::contact::text;
use crate::time::{Moment, uk_date};
use chrono::NaiveDate;

/// The longest that may be said of who told it.
pub const TOLD_BY_MAX: usize = 200;

/// What is noted of a contact's life. Most have nothing of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Circumstance {
    /// They died.
    pub died: Option<Death>,
    /// They do not live at the main address any more; known since that day.
    pub gone_away: Option<NaiveDate>,
}

/// A death as it was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Death {
    /// The day, where whoever told it knew.
    pub on: Option<NaiveDate>,
    /// Who said so: a daughter, a solicitor's letter.
    pub told_by: String,
    /// When it was recorded first.
    pub told_at: Moment,
}

/// Why it cannot be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CircumstanceRefusal {
    #[error("Say who told us.")]
    ToldByNobody,
    #[error("At most 200 characters can be kept.")]
    TooLong,
    #[error(transparent)]
    Forbidden(#[from] text::Forbidden),
    #[error("That day lies in the future.")]
    Future,
    #[error("That day lies before the date of birth.")]
    BeforeBirth,
    /// No customer of ours can have died then.
    #[error("That day lies too far back.")]
    TooFarBack,
}

impl CircumstanceRefusal {
    /// Which field of a form it is about; `day` is what the form calls its day.
    #[must_use]
    pub const fn field(self, day: &'static str) -> &'static str {
        match self {
            Self::ToldByNobody | Self::TooLong | Self::Forbidden(_) => "told_by",
            Self::Future | Self::BeforeBirth | Self::TooFarBack => day,
        }
    }
}

/// Checks what is typed of a death, and gives who told it as it is kept.
///
/// # Errors
/// Nobody who told it, or a day on which this customer cannot have died.
pub fn check_death(
    on: Option<NaiveDate>,
    told_by: String,
    born: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<String, CircumstanceRefusal> {
    if let Some(day) = on {
        check_day(day, today)?;
        if born.is_some_and(|born| day < born) {
            return Err(CircumstanceRefusal::BeforeBirth);
        }
    }
    let told_by = text::line(told_by)?;
    match told_by.chars().count() {
        0 => Err(CircumstanceRefusal::ToldByNobody),
        count if count > TOLD_BY_MAX => Err(CircumstanceRefusal::TooLong),
        _ => Ok(told_by),
    }
}

/// Checks a day that has been.
///
/// # Errors
/// It has not come, or nobody alive remembers it.
pub fn check_day(day: NaiveDate, today: NaiveDate) -> Result<(), CircumstanceRefusal> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap_or_default();
    if day > today {
        Err(CircumstanceRefusal::Future)
    } else if day < first {
        Err(CircumstanceRefusal::TooFarBack)
    } else {
        Ok(())
    }
}

/// As a heading, a list and the search show it: `Died 03/11/2026`.
#[must_use]
pub fn died_words(on: Option<NaiveDate>) -> String {
    on.map_or_else(|| "Died".to_owned(), |day| format!("Died {}", uk_date(day)))
}

/// As a heading shows it: `Gone away 12/11/2026`.
#[must_use]
pub fn gone_away_words(since: NaiveDate) -> String {
    format!("Gone away {}", uk_date(since))
}

/// To whom what concerns the estate is addressed: `The executors of Mr Tom Reed`. The name is as an envelope
/// has it, with the title; one that says so already stays as it is.
#[must_use]
pub fn executors(name: &str) -> String {
    if name.starts_with(EXECUTORS) { name.to_owned() } else { format!("{EXECUTORS}{name}") }
}

const EXECUTORS: &str = "The executors of ";

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn l03_a_death_is_told_by_somebody_and_lies_between_birth_and_today() {
        let today = day("2026-11-21");
        let check = |on: Option<&str>, told_by: &str, born: Option<&str>| {
            check_death(on.map(day), told_by.to_owned(), born.map(day), today)
        };
        assert_eq!(check(None, "  Her daughter\tAnn ", None).as_deref(), Ok("Her daughter Ann"));
        assert_eq!(check(Some("2026-11-21"), "Post", None).as_deref(), Ok("Post"), "today");
        assert_eq!(check(Some("1970-01-02"), "Post", Some("1970-01-02")).as_deref(), Ok("Post"));
        for (on, told_by, born, refusal, field) in [
            (None, " \u{200b} ", None, CircumstanceRefusal::ToldByNobody, "told_by"),
            (Some("2026-11-22"), "Post", None, CircumstanceRefusal::Future, "died_on"),
            (Some("1970-01-01"), "Post", Some("1970-01-02"), CircumstanceRefusal::BeforeBirth, "died_on"),
            (Some("1899-12-30"), "Post", None, CircumstanceRefusal::TooFarBack, "died_on"),
        ] {
            assert_eq!(check(on, told_by, born), Err(refusal), "{on:?} {told_by:?}");
            assert_eq!(refusal.field("died_on"), field);
        }
        assert_eq!(check(None, &"é".repeat(200), None).map(|kept| kept.chars().count()), Ok(200));
        assert_eq!(check(None, &"é".repeat(201), None), Err(CircumstanceRefusal::TooLong));
        assert!(matches!(check(None, "a\u{1}", None), Err(CircumstanceRefusal::Forbidden(_))));
    }

    #[test]
    fn l03_the_words() {
        assert_eq!(died_words(Some(day("2026-11-03"))), "Died 03/11/2026");
        assert_eq!(died_words(None), "Died");
        assert_eq!(gone_away_words(day("2026-11-12")), "Gone away 12/11/2026");
        assert_eq!(executors("Mr Tom Reed"), "The executors of Mr Tom Reed");
        assert_eq!(executors("The executors of Mr Tom Reed"), "The executors of Mr Tom Reed", "once");
    }
}
