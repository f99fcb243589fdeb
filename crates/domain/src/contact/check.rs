//! What may be kept of a draft, and what to say about the rest.

use chrono::NaiveDate;

use super::{Address, Details, Draft, PhoneEntry, PhoneKind, Vehicle, email_entry, phone_entry, text};
use crate::{phone, plate, postcode};

/// The longest text of one phone number, with the words beside it.
pub const PHONE_MAX: usize = 100;
/// The longest notes, in Unicode scalars.
pub const NOTES_MAX: usize = 10_000;
/// The most addresses of one contact.
pub const ADDRESSES_MAX: usize = 20;
/// The most phone numbers of one contact.
pub const PHONES_MAX: usize = 30;
/// The most email addresses of one contact.
pub const EMAILS_MAX: usize = 30;
/// The most vehicles of one contact; fleets have many.
pub const VEHICLES_MAX: usize = 500;

const TITLE_MAX: usize = 40;
const NAME_MAX: usize = 100;
const COMPANY_MAX: usize = 200;
const LINE_MAX: usize = 200;
const POSTCODE_MAX: usize = 20;
const PLATE_MAX: usize = 20;
const VEHICLE_MAX: usize = 80;

/// What is wrong with one field of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which field: `last_name`, `phones.0.typed`, `emails.1.address`.
    pub field: String,
    /// What to say about it; never the text itself.
    pub words: String,
}

/// Checks a draft and gives the details to keep. Rows without text are left out; counting of
/// fields goes by the draft's rows.
///
/// # Errors
/// Every [`Problem`] there is, so that a screen can show all at once.
pub fn check(draft: Draft, today: NaiveDate) -> Result<Details, Vec<Problem>> {
    let mut check = Check { problems: Vec::new() };
    let details = Details {
        title: check.line(draft.title, TITLE_MAX, || "title".into()),
        first_name: check.line(draft.first_name, NAME_MAX, || "first_name".into()),
        last_name: check.line(draft.last_name, NAME_MAX, || "last_name".into()),
        company: check.line(draft.company, COMPANY_MAX, || "company".into()),
        date_of_birth: check.date_of_birth(draft.date_of_birth, today),
        notes: check.notes(draft.notes),
        addresses: check.addresses(draft.addresses),
        phones: check.phones(draft.phones),
        emails: check.emails(draft.emails),
        vehicles: check.vehicles(draft.vehicles),
    };
    if details.first_name.is_empty() && details.last_name.is_empty() && details.company.is_empty() {
        let unnamed = !check
            .problems
            .iter()
            .any(|problem| matches!(problem.field.as_str(), "first_name" | "last_name" | "company"));
        if unnamed {
            check.note("last_name".into(), "Give at least a name or a company.");
        }
    }
    if check.problems.is_empty() { Ok(details) } else { Err(check.problems) }
}

/// Which phone the number `n` of a field rings that was said to be of `kind`: a mobile shows itself,
/// and what was said of the field holds for the rest, except that it is a mobile.
#[must_use]
pub fn kind_among(kind: PhoneKind, n: usize, e164: &str) -> PhoneKind {
    match phone::kind_of_number(e164) {
        _ if n == 0 => kind,
        PhoneKind::Mobile => PhoneKind::Mobile,
        _ if kind == PhoneKind::Mobile => PhoneKind::Other,
        _ => kind,
    }
}

/// A number without what cannot be seen, with blanks and hyphens as a keyboard gives them: it is printed, and
/// copied into other programs.
fn plain_marks(typed: String) -> String {
    if typed.is_ascii() {
        return typed;
    }
    let plain = typed.chars().filter(|c| !crate::text::is_invisible(*c)).map(|c| match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        c => c,
    });
    plain.collect()
}

struct Check {
    problems: Vec<Problem>,
}

impl Check {
    fn note(&mut self, field: String, words: impl Into<String>) {
        self.problems.push(Problem { field, words: words.into() });
    }

    /// A line of at most `most` characters.
    fn line(&mut self, typed: String, most: usize, field: impl FnOnce() -> String) -> String {
        match text::line(typed) {
            Ok(line) if line.len() <= most => line,
            Ok(line) => {
                let count = line.chars().count();
                if count > most {
                    self.note(
                        field(),
                        format!("This is {count} characters long; at most {most} can be kept."),
                    );
                }
                line
            }
            Err(forbidden) => {
                self.note(field(), forbidden.to_string());
                String::new()
            }
        }
    }

    fn notes(&mut self, typed: String) -> String {
        match text::lines(typed) {
            Ok(notes) => {
                let count = if notes.len() > NOTES_MAX { notes.chars().count() } else { 0 };
                if count > NOTES_MAX {
                    let words = format!("The notes are {count} characters long; at most 10,000 can be kept.");
                    self.note("notes".into(), words);
                }
                notes
            }
            Err(forbidden) => {
                self.note("notes".into(), forbidden.to_string());
                String::new()
            }
        }
    }

    fn date_of_birth(&mut self, date: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(1880, 1, 1).unwrap_or_default();
        if date.is_some_and(|date| date > today) {
            self.note("date_of_birth".into(), "The date of birth lies in the future.");
        } else if date.is_some_and(|date| date < first) {
            self.note("date_of_birth".into(), "The date of birth lies too far back.");
        }
        date
    }

    fn count(&mut self, rows: usize, most: usize, field: &str) {
        if rows > most {
            self.note(field.into(), format!("{rows} are too many; at most {most} can be kept."));
        }
    }

    fn addresses(&mut self, drafts: Vec<Address>) -> Vec<Address> {
        self.count(drafts.len(), ADDRESSES_MAX, "addresses");
        let mut kept = Vec::with_capacity(drafts.len());
        for (at, draft) in drafts.into_iter().enumerate() {
            let field = |name: &str| format!("addresses.{at}.{name}");
            let address = Address {
                kind: draft.kind,
                line1: self.line(draft.line1, LINE_MAX, || field("line1")),
                line2: self.line(draft.line2, LINE_MAX, || field("line2")),
                line3: self.line(draft.line3, LINE_MAX, || field("line3")),
                town: self.line(draft.town, LINE_MAX, || field("town")),
                county: self.line(draft.county, LINE_MAX, || field("county")),
                postcode: self.line(draft.postcode, POSTCODE_MAX, || field("postcode")),
                country: self.line(draft.country, LINE_MAX, || field("country")),
            };
            let blank = [&address.line1, &address.line2, &address.line3, &address.town, &address.county]
                .into_iter()
                .chain([&address.postcode, &address.country])
                .all(String::is_empty);
            if !blank {
                let postcode = postcode::format(&address.postcode);
                kept.push(Address { postcode, ..address });
            }
        }
        kept
    }

    /// A field that holds several numbers becomes as many entries: each of them counts.
    fn phones(&mut self, drafts: Vec<(super::PhoneKind, String)>) -> Vec<PhoneEntry> {
        let rows = drafts.len();
        let mut kept: Vec<PhoneEntry> = Vec::with_capacity(rows);
        for (at, (kind, typed)) in drafts.into_iter().enumerate() {
            let several = phone::take_apart(&typed).several;
            if !several.is_empty() {
                for (n, one) in several.into_iter().enumerate() {
                    // A further number that stands in the list already is not added to it.
                    if n == 0 || kept.iter().all(|other| other.e164 != one.e164) {
                        let typed = self.line(one.typed, PHONE_MAX, || format!("phones.{at}.typed"));
                        let kind = one.kind.unwrap_or_else(|| kind_among(kind, n, &one.e164));
                        kept.push(phone_entry(kind, typed));
                    }
                }
                continue;
            }
            let typed = self.line(plain_marks(typed), PHONE_MAX, || format!("phones.{at}.typed"));
            if !typed.is_empty() {
                kept.push(phone_entry(kind, typed));
            }
        }
        self.count(rows.max(kept.len()), PHONES_MAX, "phones");
        kept
    }

    fn emails(&mut self, drafts: Vec<(super::EmailKind, String)>) -> Vec<super::EmailEntry> {
        self.count(drafts.len(), EMAILS_MAX, "emails");
        let mut kept: Vec<super::EmailEntry> = Vec::with_capacity(drafts.len());
        for (at, (kind, typed)) in drafts.into_iter().enumerate() {
            if typed.trim().is_empty() {
                continue;
            }
            match email_entry(kind, &typed) {
                // The same address twice is one address.
                Ok(email) if kept.iter().any(|other| other.key == email.key) => {}
                Ok(email) => kept.push(email),
                Err(problem) => self.note(format!("emails.{at}.address"), format!("{problem}.")),
            }
        }
        kept
    }

    fn vehicles(&mut self, drafts: Vec<Vehicle>) -> Vec<Vehicle> {
        self.count(drafts.len(), VEHICLES_MAX, "vehicles");
        let mut kept = Vec::with_capacity(drafts.len());
        for (at, draft) in drafts.into_iter().enumerate() {
            let field = |name: &str| format!("vehicles.{at}.{name}");
            let registration = self.line(draft.registration, PLATE_MAX, || field("registration"));
            let make = self.line(draft.make, VEHICLE_MAX, || field("make"));
            let model = self.line(draft.model, VEHICLE_MAX, || field("model"));
            if !(registration.is_empty() && make.is_empty() && model.is_empty()) {
                kept.push(Vehicle { registration: plate::format(&registration), make, model, id: draft.id });
            }
        }
        kept
    }
}
