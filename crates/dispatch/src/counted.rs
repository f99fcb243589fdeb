//! Counts in words.

/// `1 contact`, `2 contacts`, `1,204 contacts`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_have_thousands_and_a_singular() {
        assert_eq!(counted(1204, "contact", "contacts"), "1,204 contacts");
        assert_eq!(counted(1, "contact", "contacts"), "1 contact");
    }
}
