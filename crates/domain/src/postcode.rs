//! Postcodes: how they compare and how they are written.

/// What search and comparison use: capital letters and digits only (`WR143AA`).
#[must_use]
pub fn key(typed: &str) -> String {
    crate::plate::key(typed)
}

/// True for text of the shape of a whole UK postcode (`WR14 3AA`, `M1 1AE`, `GIR 0AA`),
/// whether or not it is given out.
#[must_use]
pub fn is_uk(typed: &str) -> bool {
    let key = key(typed);
    split(&key).is_some()
}

/// The postcode as it is written: a UK one in capitals with one space before the last
/// three characters, any other as typed without blanks around it.
#[must_use]
pub fn format(typed: &str) -> String {
    let key = key(typed);
    match split(&key) {
        Some((outward, inward)) => format!("{outward} {inward}"),
        None => typed.trim().to_owned(),
    }
}

/// The UK postcode that a text ends with, as it is written, and what stands before it.
#[must_use]
pub fn at_end(text: &str) -> Option<(&str, String)> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';');
    let text = text.trim_end_matches(is_between);
    let last = text.rfind(is_between).map_or(0, |at| at + 1);
    let before = text.get(..last)?.trim_end_matches(is_between);
    let two = before.rfind(is_between).map_or(0, |at| at + 1);
    // The two halves first: the second alone is never one.
    [two, last].into_iter().find_map(|at| {
        let (before, code) = text.split_at_checked(at)?;
        is_uk(code).then(|| (before.trim_end_matches(is_between), format(code)))
    })
}

/// The UK postcode that a text begins with, as it is written, and what stands behind it.
#[must_use]
pub fn at_start(text: &str) -> Option<(String, &str)> {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '(' | '[');
    let text = text.trim_start();
    let ends = text.match_indices(is_between).map(|(at, _)| at).chain([text.len()]);
    ends.take(2).collect::<Vec<_>>().into_iter().rev().find_map(|at| {
        let (code, behind) = text.split_at_checked(at)?;
        is_uk(code).then(|| (format(code), behind.trim()))
    })
}

/// Outward and inward part of a UK postcode in key form.
fn split(key: &str) -> Option<(&str, &str)> {
    let (outward, inward) = key.split_at_checked(key.len().checked_sub(3)?)?;
    let inward_fits = matches!(inward.as_bytes(),
        [number, a, b] if number.is_ascii_digit() && a.is_ascii_uppercase() && b.is_ascii_uppercase());
    (inward_fits && is_outward(outward)).then_some((outward, inward))
}

/// True for the first half of a UK postcode in key form: one or two letters of the
/// area, then a district of one digit, two digits, or a digit and a letter.
pub(crate) fn is_outward(key: &str) -> bool {
    let district = key.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let area = key.len() - district.len();
    let fits = match district.as_bytes() {
        [first] => first.is_ascii_digit(),
        [first, second] => first.is_ascii_digit() && second.is_ascii_alphanumeric(),
        _ => false,
    };
    key == "GIR" || (fits && (1..=2).contains(&area))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_any_way_it_is_the_same_postcode() {
        for typed in ["WR14 3AA", "wr143aa", " Wr14  3aa ", "WR1 43AA", "ＷＲ１４\u{a0}３ＡＡ", "WR14-3AA"]
        {
            assert_eq!(key(typed), "WR143AA", "{typed}");
            assert_eq!(format(typed), "WR14 3AA", "{typed}");
            assert!(is_uk(typed), "{typed}");
        }
    }

    #[test]
    fn every_uk_shape_is_known() {
        for typed in ["M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB", "GIR 0AA"] {
            assert_eq!(format(&typed.replace(' ', "").to_lowercase()), typed);
        }
    }

    #[test]
    fn a_postcode_is_found_at_either_end() {
        for text in ["1 Row, LS1 4AP", "1 Row LS14AP.", "1 Row\nls1 4ap\n", "1 Row, LS1 4AP, "] {
            assert_eq!(at_end(text), Some(("1 Row", "LS1 4AP".to_owned())), "{text}");
        }
        assert_eq!(at_end("LS1 4AP"), Some(("", "LS1 4AP".to_owned())));
        assert_eq!(at_start("LS1 4AP (yard)"), Some(("LS1 4AP".to_owned(), "(yard)")));
        for text in ["", "1 Row", "4AP", "1 Row, Leeds 75008", "é"] {
            assert_eq!((at_end(text), at_start(text)), (None, None), "{text}");
        }
    }

    #[test]
    fn others_stay_as_typed() {
        for typed in ["D02 AF30", "75008", "WR14", "", "3AA", "n/a", "1234 AB", "éé1", "ABC1 2DE"] {
            assert_eq!(format(&format!(" {typed} ")), typed);
            assert!(!is_uk(typed), "{typed}");
        }
    }
}
