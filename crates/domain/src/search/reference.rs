//! Account references as terms.

/// Adds the term of a folded reference to `term`: its last number without leading zeros
/// first, so that `42`, `C42` and `C0000042` all find `C0000042`. One that does not end
/// in a digit stays whole.
pub(super) fn push(folded: &str, term: &mut String) {
    let prefix = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = folded.get(prefix.len()..).unwrap_or_default();
    if number.is_empty() {
        term.push_str(prefix);
        return;
    }
    push_number(number, term);
    term.push('.');
    term.push_str(prefix);
}

/// The number without leading zeros; `0` for nothing but zeros.
pub(super) fn push_number(digits: &str, term: &mut String) {
    let number = digits.trim_start_matches('0');
    term.push_str(if number.is_empty() { "0" } else { number });
}
