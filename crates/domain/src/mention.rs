//! Is a person named in text that was written about somebody else? An erasure cannot reach such text,
//! so it is shown to whoever erases.

use crate::contact::Details;
use crate::{name, phone};

/// Letters of a first name or surname that is looked for by itself.
const SHORTEST_NAME: usize = 3;
/// Digits of a number that is looked for.
const SHORTEST_PHONE: usize = 7;
/// Characters of a registration that is looked for.
const SHORTEST_PLATE: usize = 4;

/// What of a person was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mention {
    /// The whole name, in either order, or the company's.
    Name,
    /// The first name or the surname by itself: perhaps somebody else's.
    PartOfName,
    Phone,
    Email,
    Registration,
}

impl Mention {
    /// What was found, in words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Name => "the name",
            Self::PartOfName => "part of the name",
            Self::Phone => "a telephone number",
            Self::Email => "an email address",
            Self::Registration => "a registration",
        }
    }
}

/// What a person is looked for by.
#[derive(Debug, Clone, Default)]
pub struct Mentions {
    /// Folded words with a space before and behind each.
    names: Vec<String>,
    parts: Vec<String>,
    phones: Vec<String>,
    emails: Vec<String>,
    plates: Vec<String>,
}

impl Mentions {
    /// By everything that tells this person from others.
    #[must_use]
    pub fn of(person: &Details) -> Self {
        let (first, last) = (words(&person.first_name), words(&person.last_name));
        let mut names = Vec::new();
        if first.len() > 1 && last.len() > 1 {
            names.push(format!("{first}{}", last.trim_start()));
            names.push(format!("{last}{}", first.trim_start()));
        }
        let company = words(&person.company);
        if company.trim().chars().count() >= SHORTEST_NAME {
            names.push(company);
        }
        let is_long = |part: &String| part.trim().chars().count() >= SHORTEST_NAME;
        let phones = person.phones.iter().map(|entry| {
            let number = phone::national_digits(&entry.e164);
            digits(if number.is_empty() { &entry.typed } else { number })
        });
        let bare = |number: String| number.trim_start_matches('0').to_owned();
        let emails = person.emails.iter().map(|entry| entry.address.to_lowercase());
        let plates = person.vehicles.iter().map(|vehicle| compact(&vehicle.registration));
        Self {
            names,
            parts: [first, last].into_iter().filter(is_long).collect(),
            phones: phones.map(bare).filter(|number| number.len() >= SHORTEST_PHONE).collect(),
            emails: emails.filter(|address| !address.is_empty()).collect(),
            plates: plates.filter(|plate| plate.len() >= SHORTEST_PLATE).collect(),
        }
    }

    /// What of the person stands in `text`; the surest where there are several.
    #[must_use]
    pub fn in_text(&self, text: &str) -> Option<Mention> {
        let holds = |wanted: &[String], text: &str| wanted.iter().any(|one| text.contains(one.as_str()));
        if !self.emails.is_empty() && text.contains('@') && holds(&self.emails, &text.to_lowercase()) {
            return Some(Mention::Email);
        }
        if text.bytes().any(|b| b.is_ascii_digit()) {
            if holds(&self.phones, &digits(text)) {
                return Some(Mention::Phone);
            }
            if holds(&self.plates, &compact(text)) {
                return Some(Mention::Registration);
            }
        }
        let words = words(text);
        if holds(&self.names, &words) {
            return Some(Mention::Name);
        }
        holds(&self.parts, &words).then_some(Mention::PartOfName)
    }
}

/// The words of a text, folded, with a space around each; one space for none.
fn words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 2);
    folded.push(' ');
    // An apostrophe belongs to a name, but *Quill's* names Quill.
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|word| !word.is_empty()) {
        name::fold_into(word, &mut folded);
        folded.push(' ');
    }
    folded
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The digits, with a mark where letters part them: numbers are written with all sorts of signs between.
fn digits(text: &str) -> String {
    let mut digits = String::new();
    for c in text.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
        } else if c.is_alphabetic() && !digits.ends_with('.') {
            digits.push('.');
        }
    }
    digits
}

/// Letters and digits alone, as registrations are compared.
fn compact(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{EmailEntry, EmailKind, PhoneKind, Vehicle, phone_entry};

    fn person() -> Mentions {
        let address = "G.Quill@example.org".to_owned();
        Mentions::of(&Details {
            first_name: "Zoë".into(),
            last_name: "O’Quill".into(),
            phones: vec![phone_entry(PhoneKind::Mobile, "07700 900214".into())],
            emails: vec![EmailEntry { kind: EmailKind::Home, key: address.to_lowercase(), address }],
            vehicles: vec![Vehicle { registration: "EU56 JEC".into(), ..Vehicle::default() }],
            ..Details::default()
        })
    }

    #[test]
    fn a_person_is_found_however_they_are_written() {
        for (text, found) in [
            ("husband of zoe o'quill", Mention::Name),
            ("O'QUILL, ZOË rang", Mention::Name),
            ("ask Zoë's sister", Mention::PartOfName),
            ("ring +44 (0)7700 900-214 after six", Mention::Phone),
            ("copy to g.quill@EXAMPLE.org", Mention::Email),
            ("drives eu56jec too", Mention::Registration),
        ] {
            assert_eq!(person().in_text(text), Some(found), "{text}");
        }
    }

    #[test]
    fn others_are_not_taken_for_them() {
        for text in ["", "Zoelle Quilling", "ring 07700 900215", "quill@example.org", "EU56 JED", "zoetrope"]
        {
            assert_eq!(person().in_text(text), None, "{text}");
        }
        assert_eq!(Mentions::of(&Details::default()).in_text("anybody at all, 07700 900214"), None);
        let short = Details { first_name: "Jo".into(), last_name: "Ng".into(), ..Details::default() };
        assert_eq!(Mentions::of(&short).in_text("Jo came"), None, "two letters are half the town");
        assert_eq!(Mentions::of(&short).in_text("Jo Ng came"), Some(Mention::Name));
    }
}
