//! The terms of one contact.

use super::{cut, head, reference};
use crate::name;

/// What a contact is found by. Everything is as stored; nothing need be folded.
#[derive(Debug, Clone, Copy, Default)]
pub struct SearchSubject<'a> {
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub company: &'a str,
    /// Account reference.
    pub reference: &'a str,
    /// Postcodes of all addresses.
    pub postcodes: &'a [&'a str],
    /// Phone numbers as [`crate::phone::national_digits`] gives them.
    pub phones: &'a [&'a str],
    /// E-mail addresses.
    pub emails: &'a [&'a str],
    /// Registration plates.
    pub registrations: &'a [&'a str],
}

/// Further words of a name or company that get a term of their own.
const MOST_WORDS: usize = 12;
/// Entries of one kind that get terms: a fleet customer has many vehicles.
const MOST_ENTRIES: usize = 100;
/// Words of a company nobody searches by.
const COMPANY_NOISE: [&str; 9] = ["and", "co", "limited", "llp", "ltd", "of", "plc", "sons", "the"];

/// The terms of one contact, each once, in no particular order.
#[must_use]
pub fn terms(subject: &SearchSubject<'_>) -> Vec<String> {
    let mut terms = Vec::new();
    terms_into(subject, &mut |term: &str| terms.push(term.to_owned()));
    terms
}

/// Hands each term of one contact to `sink` once. Nothing is allocated per term, for imports.
pub fn terms_into(subject: &SearchSubject<'_>, sink: &mut impl FnMut(&str)) {
    let mut terms = Terms { text: String::with_capacity(320), ends: Vec::with_capacity(16) };
    terms.names(subject);
    terms.company(subject.company);
    let mut scratch = String::with_capacity(32);
    if !subject.reference.is_empty() {
        name::fold_into(head(subject.reference), &mut scratch);
        terms.add(|term| {
            term.push('a');
            reference::push(&scratch, term);
        });
    }
    for phone in subject.phones.iter().take(MOST_ENTRIES) {
        terms.add(|term| term.extend(std::iter::once('p').chain(head(phone).chars())));
        terms.add(|term| term.extend(std::iter::once('r').chain(head(phone).chars().rev())));
    }
    for postcode in subject.postcodes.iter().take(MOST_ENTRIES) {
        terms.add(|term| {
            term.push('c');
            name::fold_into(head(postcode), term);
        });
    }
    for registration in subject.registrations.iter().take(MOST_ENTRIES) {
        terms.add(|term| {
            term.push('v');
            name::fold_into(head(registration), term);
        });
    }
    for email in subject.emails.iter().take(MOST_ENTRIES) {
        terms.email(email);
    }
    terms.hand_over(sink);
}

/// Folded text and where its words after the first begin.
struct Words {
    text: String,
    further: Vec<usize>,
}

impl Words {
    fn of(name: &str) -> Self {
        let mut words = Self { text: String::with_capacity(name.len()), further: Vec::new() };
        let joins = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
        for word in name.split(|c: char| !joins(c)).filter(|word| !word.is_empty()) {
            if !words.text.is_empty() && words.further.len() < MOST_WORDS {
                words.further.push(words.text.len());
            }
            name::fold_into(word, &mut words.text);
        }
        words
    }

    /// The text from each further word on.
    fn tails(&self) -> impl Iterator<Item = &str> {
        self.further.iter().filter_map(|at| self.text.get(*at..)).filter(|tail| !tail.is_empty())
    }
}

/// All terms in one piece of text.
struct Terms {
    text: String,
    ends: Vec<usize>,
}

impl Terms {
    /// Adds the term that `write` appends, unless it is only a namespace or already there.
    fn add(&mut self, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        let Some(written) = self.text.get(start..) else { return };
        let end = start + cut(written).len();
        self.text.truncate(end);
        let Some(term) = self.text.get(start..end) else { return };
        if term.len() < 2 || self.iter().any(|other| other == term) {
            self.text.truncate(start);
        } else {
            self.ends.push(end);
        }
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(self.ends.iter()).filter_map(|(start, end)| self.text.get(start..*end))
    }

    fn name(&mut self, parts: [&str; 2]) {
        self.add(|term| {
            term.push('n');
            parts.iter().for_each(|part| term.push_str(part));
        });
    }

    /// First and last name in both orders, and from each further word on.
    fn names(&mut self, subject: &SearchSubject<'_>) {
        let names = [head(subject.first_name), head(subject.last_name)];
        let [first, last] = names.map(Words::of);
        self.name([&first.text, &last.text]);
        self.name([&last.text, &first.text]);
        last.tails().for_each(|tail| self.name([tail, &first.text]));
        first.tails().for_each(|tail| self.name([tail, &last.text]));
        let [first_written, last_written] = names.map(name::fold_written_out);
        if first_written.is_none() && last_written.is_none() {
            return;
        }
        let first = first_written.as_deref().unwrap_or(&first.text);
        let last = last_written.as_deref().unwrap_or(&last.text);
        self.name([first, last]);
        self.name([last, first]);
    }

    fn company(&mut self, company: &str) {
        let company = head(company);
        if company.is_empty() {
            return;
        }
        let words = Words::of(company);
        self.name([&words.text, ""]);
        for tail in words.tails().filter(|tail| !COMPANY_NOISE.contains(tail)) {
            self.name([tail, ""]);
        }
        if let Some(written) = name::fold_written_out(company) {
            self.name([&written, ""]);
        }
    }

    /// The address in lower case; an international domain in both of its forms.
    fn email(&mut self, email: &str) {
        let email = head(email).trim();
        self.add(|term| {
            term.push('e');
            term.extend(email.chars().flat_map(char::to_lowercase));
        });
        let international = !email.is_ascii() || email.contains("xn--");
        if let Some((local, domain)) = email.rsplit_once('@').filter(|_| international) {
            let local = local.to_lowercase();
            let (unicode, _) = idna::domain_to_unicode(domain);
            self.add(|term| term.extend(["e", &local, "@", &unicode]));
            if let Ok(ascii) = idna::domain_to_ascii(domain) {
                self.add(|term| term.extend(["e", &local, "@", &ascii]));
            }
        }
    }

    fn hand_over(&self, sink: &mut impl FnMut(&str)) {
        self.iter().for_each(sink);
    }
}
