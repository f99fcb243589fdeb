//! Which form: a word, and what it is about. Whose personal data a draft holds is read off it here, so
//! that no screen can keep something about a contact where an erasure does not find it.

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::ids::{BookingId, ContactId};

/// The forms that are about a contact.
const OF_CONTACTS: &[&str] =
    &["contact", "consent", "review", "defer", "exclusion", "access", "erasure", "parts_sale"];
/// The one about a contact that is none yet.
const NEW_CONTACT: &str = "contact:new";
/// Records that a contact has several of: `booking:12:34`, `job_card:12:34`, whose it is before which it is;
/// `booking:12` is a new one.
const RECORDS: &[&str] = &["booking", "invoice", "job_card"];
/// Forms about a thing, by its number.
const THINGS: &[&str] = &["part", "vehicle"];
/// Those about nobody that we know: a new part or vehicle, a sale over the counter to whoever has no record.
const OF_NOBODY: &[&str] = &["part:new", "vehicle:new", "parts_sale:new"];
/// The forms of settings, by their card.
const SETTING: &str = "setting";
/// How long the name of a card may be.
const LONGEST: usize = 60;

/// A form that was typed into.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Form<'a> {
    /// Its name as it is kept.
    pub name: &'a str,
    /// Whom it is about.
    pub contact: Option<ContactId>,
}

/// Reads the name of a form: `consent:12`, `contact:new`, `setting:gdpr`.
///
/// # Errors
/// [`Code::Invalid`] for one that there is not.
pub(super) fn parse(name: &str) -> Result<Form<'_>, Refusal> {
    let unknown = || Refusal::new(Code::Invalid, "There is no such form.");
    if name == NEW_CONTACT || OF_NOBODY.contains(&name) {
        return Ok(Form { name, contact: None });
    }
    let (kind, of) = name.split_once(':').ok_or_else(unknown)?;
    if kind == SETTING {
        let is_word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_.-".contains(c);
        let fits = !of.is_empty() && of.len() <= LONGEST && of.chars().all(is_word);
        return if fits { Ok(Form { name, contact: None }) } else { Err(unknown()) };
    }
    // Written in one way only, so that a form has one name.
    let is_number = |text: &str| text.parse().is_ok_and(|id: BookingId| text == id.to_string());
    if THINGS.contains(&kind) {
        return if is_number(of) { Ok(Form { name, contact: None }) } else { Err(unknown()) };
    }
    let (of, record) = match of.split_once(':') {
        Some((of, record)) if RECORDS.contains(&kind) => (of, Some(record)),
        _ => (of, None),
    };
    let contact: ContactId = of.parse().map_err(|_| unknown())?;
    let known = OF_CONTACTS.contains(&kind) || RECORDS.contains(&kind);
    if !known || of != contact.to_string() || !record.is_none_or(is_number) {
        return Err(unknown());
    }
    Ok(Form { name, contact: Some(contact) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_about_a_contact_says_so_by_its_name() {
        assert_eq!(parse("consent:12").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("contact:12").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("booking:12").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("booking:12:34").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("job_card:12:34").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("contact:new").unwrap().contact, None);
        assert_eq!(parse("parts_sale:12").unwrap().contact, Some(ContactId::new(12)));
        assert_eq!(parse("parts_sale:new").unwrap().contact, None);
        assert_eq!(parse("part:3").unwrap().contact, None);
        assert_eq!(parse("vehicle:3").unwrap().contact, None);
        assert_eq!(parse("vehicle:new").unwrap().contact, None);
        assert_eq!(parse("setting:gdpr.notice").unwrap().contact, None);
    }

    #[test]
    fn nothing_is_kept_under_a_name_that_hides_whom_it_is_about() {
        let long = format!("setting:{}", "x".repeat(LONGEST + 1));
        for name in [
            "",
            "consent",
            "consent:",
            "consent:new",
            "consent:012",
            "consent: 12",
            "consent:0",
            "consent:-1",
            "Consent:12",
            "notes:12",
            "vehicle:012",
            "vehicle:3:4",
            "consent:12:34",
            "booking:new",
            "booking:12:",
            "booking:12:034",
            "booking:12:34:5",
            "setting:",
            "setting:A b",
            "setting:siobhán",
            &long,
        ] {
            assert!(parse(name).is_err(), "{name}");
        }
    }
}
