//! Reading what registers say: each part by itself, so that one of another form costs only that part.

use chrono::NaiveDate;
use forecourt_dispatch::plates::NotLookedUp;
use forecourt_domain::plate;
use forecourt_domain::time::civil_date;
use reqwest::header::HeaderValue;
use serde_json::Value;

/// Characters of a text that are kept: none of theirs is half as long.
const LONGEST: usize = 60;

/// Readings beyond it are slips.
const MOST_MILES: i64 = 9_999_999;

/// A key as a header that no log shows.
pub(super) fn header(key: &str) -> Result<HeaderValue, NotLookedUp> {
    let mut value = HeaderValue::from_str(key).map_err(|_| NotLookedUp::KeyRefused)?;
    value.set_sensitive(true);
    Ok(value)
}

/// Is the answer about the plate that was asked for?
pub(super) fn is_about(registration: &Value, plate: &str) -> bool {
    registration.as_str().is_some_and(|said| plate::key(said) == plate)
}

/// A short text of one line.
pub(super) fn words(value: &Value) -> Option<String> {
    let text = value.as_str()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_text = !text.is_empty() && !text.chars().any(char::is_control);
    is_text.then(|| text.chars().take(LONGEST).collect())
}

/// A day, `2026-11-21`, with or without a time behind it.
pub(super) fn date(value: &Value) -> Option<NaiveDate> {
    let text = value.as_str()?;
    // DVSA once wrote 2026.11.21.
    civil_date(&text.get(..10).unwrap_or(text).replace('.', "-"))
}

/// A month, `2011-11`.
pub(super) fn month(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    civil_date(&format!("{text}-01")).map(|_| text.to_owned())
}

/// A year that a vehicle can have been made in.
pub(super) fn year(number: i64) -> Option<i32> {
    i32::try_from(number).ok().filter(|year| (1880..=2200).contains(year))
}

/// A whole number of miles or kilometres, as text or as a number.
pub(super) fn number(value: &Value) -> Option<i64> {
    let number = value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())?;
    (0..=MOST_MILES).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_are_read_in_each_of_their_forms() {
        for text in ["2026-11-21", "2026-11-21T10:42:00.000Z", "2026.11.21"] {
            assert_eq!(date(&json!(text)), NaiveDate::from_ymd_opt(2026, 11, 21), "{text}");
        }
        for value in [json!("2026-13-01"), json!("soon"), json!(20_261_121), json!(null), json!("é026-11-21")]
        {
            assert_eq!(date(&value), None, "{value}");
        }
    }

    #[test]
    fn texts_are_short_lines() {
        assert_eq!(words(&json!("  LAND   ROVER ")), Some("LAND ROVER".into()));
        assert_eq!(words(&json!("")), None);
        assert_eq!(words(&json!("a\u{7}b")), None);
        assert_eq!(words(&json!("x".repeat(500))).unwrap().len(), LONGEST);
    }

    #[test]
    fn a_key_that_is_no_header_is_a_wrong_key() {
        assert_eq!(header("a\nb"), Err(NotLookedUp::KeyRefused));
        assert!(!format!("{:?}", header("secret").unwrap()).contains("secret"));
    }
}
