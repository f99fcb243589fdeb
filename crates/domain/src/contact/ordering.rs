//! How lists order contacts.

use crate::{name, postcode};

/// Orders by surname, then first name; a company stands among the surnames. A space divides, so
/// that `Li` comes before `Lia`.
#[must_use]
pub fn name_order(first_name: &str, last_name: &str, company: &str) -> String {
    let (first, last) = (name::fold(first_name), name::fold(last_name));
    match (first.is_empty(), last.is_empty()) {
        (true, true) => name::fold(company),
        (false, true) => first,
        (true, false) => last,
        (false, false) => format!("{last} {first}"),
    }
}

/// Orders by postcode as people read it: `B2 1AA` before `B10 1AA`. Contacts without one come last.
#[must_use]
pub fn postcode_order(postcode: &str) -> String {
    let key = postcode::key(postcode);
    if key.is_empty() {
        return "~".into();
    }
    let area = key.len() - key.trim_start_matches(|c: char| c.is_ascii_uppercase()).len();
    let parts = key.split_at_checked(area).and_then(|(area, rest)| {
        let (district, inward) = rest.split_at_checked(rest.len().checked_sub(3)?)?;
        let digits = district.len() - district.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, letter) = district.split_at_checked(digits)?;
        Some((area, number.parse::<u32>().ok()?, letter, inward))
    });
    match parts {
        Some((area, number, letter, inward)) if postcode::is_uk(&key) => {
            format!("{area:<2}{number:02}{letter:<1}{inward}")
        }
        _ => key,
    }
}
