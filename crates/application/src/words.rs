//! Small words made for the screen: masked names and addresses, counts.

/// `s••••@example.org`: enough to recognise an address in a log.
#[must_use]
pub fn masked_email(address: &str) -> String {
    match address.split_once('@') {
        Some((local, domain)) => {
            let first = local.chars().next().map(String::from).unwrap_or_default();
            format!("{first}••••@{domain}")
        }
        None => "••••".into(),
    }
}

/// `J•• S••••`: a name of which only the initials are left.
#[must_use]
pub fn masked_name(name: &str) -> String {
    let masked = name.split_whitespace().map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &"•".repeat(letters.count())
    });
    masked.collect::<Vec<_>>().join(" ")
}

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
    fn words_for_the_screen() {
        assert_eq!(masked_name("Joe  Smith"), "J•• S••••");
        assert_eq!(masked_name("王 Ng"), "王 N•");
        assert_eq!(masked_email("siobhan@example.org"), "s••••@example.org");
        assert_eq!(counted(1204, "contact", "contacts"), "1,204 contacts");
        assert_eq!(counted(1, "contact", "contacts"), "1 contact");
    }
}
