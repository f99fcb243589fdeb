//! Small words made for the screen: masked names and addresses, counts.

pub use forecourt_dispatch::counted;

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

/// With a capital at the beginning.
#[must_use]
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_the_screen() {
        assert_eq!(masked_name("Joe  Smith"), "J•• S••••");
        assert_eq!(masked_name("王 Ng"), "王 N•");
        assert_eq!(masked_email("siobhan@example.org"), "s••••@example.org");
    }
}
