//! How a contact is reached, from the cells of a row: phones, email addresses, postal addresses.

use super::columns::{BETWEEN, address_kind, cell, email_kind, phone_kind};
use super::fields::Field;
use super::reading::{Notes, Reading, Sources};
use super::whole_address;
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::{Address, Draft, EmailKind, PHONE_MAX, PHONES_MAX, PhoneKind, kind_among};
use forecourt_domain::email::{self, EmailProblem};
use forecourt_domain::phone;

impl Reading {
    pub(super) fn phones(
        &self,
        record: &Record,
        draft: &mut Draft,
        sources: &mut Sources,
        notes: &mut Notes<'_>,
    ) {
        let fields = [
            (Field::PhoneMobile, Some(PhoneKind::Mobile)),
            (Field::PhoneHome, Some(PhoneKind::Home)),
            (Field::PhoneWork, Some(PhoneKind::Work)),
            (Field::Phone, None),
        ];
        for (field, stated) in fields {
            for at in self.columns.of(field) {
                let whole = cell(record, *at);
                if whole.is_empty() {
                    continue;
                }
                let label = self.columns.label(record, *at);
                let labelled = match label {
                    Some(label) => phone_kind(label),
                    None if stated.is_none() => phone_kind(&self.columns.header(*at)),
                    None => None,
                };
                let kind = match (labelled, stated) {
                    // A fax or pager: no number to call.
                    (Some(None), _) => continue,
                    (Some(kind), _) | (None, kind) => kind,
                };
                for typed in self.values(whole) {
                    // How a spreadsheet is told that a number is text.
                    let typed = typed.trim_start_matches('\'');
                    self.numbers(typed, kind, *at, draft, sources, notes);
                }
            }
        }
    }

    /// One number, or several in a cell: each of them counts, and what does not is told.
    fn numbers(
        &self,
        typed: &str,
        kind: Option<PhoneKind>,
        at: usize,
        draft: &mut Draft,
        sources: &mut Sources,
        notes: &mut Notes<'_>,
    ) {
        let apart = phone::take_apart(typed);
        if apart.unread {
            let words = "Not every number in this cell could be read. Imported with those that could.";
            notes.without(self.columns.header(at), words);
        }
        let mut is_full = false;
        let mut keep = |kind: Option<PhoneKind>, typed: String| {
            if draft.phones.len() >= PHONES_MAX {
                is_full = true;
                return;
            }
            if kind.is_none() {
                sources.unlabelled.push(draft.phones.len());
            }
            sources.phones.push(at);
            draft.phones.push((kind.unwrap_or(PhoneKind::Other), typed));
        };
        if apart.several.is_empty() {
            match short_enough(typed) {
                Ok(typed) => keep(kind, typed.to_owned()),
                Err((number, words)) => {
                    if let Some(number) = number {
                        keep(kind, number);
                    }
                    notes.beside_cell(self.columns.header(at), words, (Field::Phone, typed));
                }
            }
        }
        for (n, one) in apart.several.into_iter().enumerate() {
            let kind = one.kind.or_else(|| kind.map(|kind| kind_among(kind, n, &one.e164)));
            let typed = short_enough(&one.typed).map_or_else(|_| phone::display(&one.e164), str::to_owned);
            keep(kind, typed);
        }
        if is_full {
            let words =
                format!("A contact has at most {PHONES_MAX} phone numbers. Imported without the others.");
            notes.without(self.columns.header(at), words);
        }
    }

    pub(super) fn emails(
        &self,
        record: &Record,
        draft: &mut Draft,
        sources: &mut Sources,
        notes: &mut Notes<'_>,
    ) {
        for at in self.columns.of(Field::Email) {
            let whole = cell(record, *at);
            if whole.is_empty() {
                continue;
            }
            let kind = match self.columns.label(record, *at) {
                Some(label) => email_kind(label),
                None => email_kind(&self.columns.header(*at)),
            };
            for typed in self.values(whole) {
                self.email(typed, kind, *at, draft, sources, notes);
            }
        }
    }

    /// One address, or several in a cell. What is no address keeps nobody out.
    fn email(
        &self,
        typed: &str,
        kind: EmailKind,
        at: usize,
        draft: &mut Draft,
        sources: &mut Sources,
        notes: &mut Notes<'_>,
    ) {
        let mut keep = |typed: &str| {
            sources.emails.push(at);
            draft.emails.push((kind, typed.to_owned()));
        };
        match email::parse(typed) {
            Ok(_) => keep(typed),
            Err(_) => {
                for part in typed.split([',', ';']).filter(|part| !part.trim().is_empty()) {
                    match email::parse(part) {
                        Ok(_) => keep(part),
                        Err(problem) => {
                            let inside = addresses_inside(part);
                            inside.iter().for_each(|one| keep(one));
                            if inside.is_empty() {
                                self.no_email(part, problem, at, notes);
                            } else {
                                notes.beside_cell(
                                    self.columns.header(at),
                                    BESIDE_EMAIL,
                                    (Field::Email, typed),
                                );
                            }
                        }
                    }
                }
            }
        }
    }

    fn no_email(&self, typed: &str, problem: EmailProblem, at: usize, notes: &mut Notes<'_>) {
        if email::is_directory_name(typed) {
            let words = "This is how Outlook names somebody inside the firm, not an email address.";
            notes.without_cell(self.columns.header(at), words, None);
        } else {
            notes.without_cell(self.columns.header(at), format!("{problem}."), Some((Field::Email, typed)));
        }
    }

    pub(super) fn addresses(
        &self,
        record: &Record,
        set: usize,
        draft: &mut Draft,
        sources: &mut Sources,
        notes: &mut Notes<'_>,
    ) {
        let fields = Field::address(set);
        let Some(first) = fields.iter().find_map(|field| self.columns.of(*field).first().copied()) else {
            return;
        };
        let [street, town, county, postcode, country] =
            fields.map(|field| self.columns.text(record, field, if field == fields[0] { "\n" } else { " " }));
        let parts = [&street, &town, &county, &postcode, &country];
        if parts.iter().all(|part| part.is_empty()) {
            return;
        }
        let kind = match self.columns.label(record, first) {
            Some(label) => address_kind(label),
            None => self.columns.address_kind(set),
        };
        let count = if self.columns.several {
            parts.iter().map(|part| part.split(BETWEEN).count()).max().unwrap_or(1)
        } else {
            1
        };
        for which in 0..count {
            let part = |text: &String| {
                let one = if count == 1 { Some(text.as_str()) } else { text.split(BETWEEN).nth(which) };
                one.unwrap_or_default().trim().to_owned()
            };
            let street = part(&street);
            let [line1, line2, line3] = three_lines(&street);
            let mut address = Address {
                kind,
                line1,
                line2,
                line3,
                town: part(&town),
                county: part(&county),
                postcode: part(&postcode),
                country: part(&country),
            };
            if address.town.is_empty() && address.county.is_empty() && address.postcode.is_empty() {
                whole_address::divide(&street, &mut address);
            }
            if let Some(found) = whole_address::beside_postcode(&address.postcode) {
                let column = self.columns.of(fields[3]).first().copied().unwrap_or(first);
                let words = "Something is written beside this postcode. Imported with the postcode alone.";
                notes.beside_cell(self.columns.header(column), words, (Field::Postcode, &address.postcode));
                address.postcode = found;
            }
            sources.addresses.push(first);
            draft.addresses.push(address);
        }
    }

    /// The values of a cell: Google writes several into one.
    fn values<'v>(&self, whole: &'v str) -> impl Iterator<Item = &'v str> {
        let between = if self.columns.several { BETWEEN } else { "\n" };
        whole.split(between).map(str::trim).filter(|value| !value.is_empty())
    }
}

/// A number with what is written beside it, if that can be kept; else the number alone, where there is
/// one, and what to say.
fn short_enough(typed: &str) -> Result<&str, (Option<String>, &'static str)> {
    if typed.len() <= PHONE_MAX || typed.chars().count() <= PHONE_MAX {
        return Ok(typed);
    }
    let read = phone::parse(typed);
    let number = match (read.national(), read.extension) {
        (Some(number), Some(extension)) => Some(format!("{number} ext {extension}")),
        (number, _) => number,
    };
    let words = match number {
        Some(_) => {
            "What is written beside this number is too long to stand there. Imported with the number alone."
        }
        None => "This is too long for a phone number. Imported without it.",
    };
    Err((number, words))
}

const BESIDE_EMAIL: &str = "Something is written beside this email address. Imported with the address alone.";

/// The addresses in a text with other words: `jo@example.com (work)`.
fn addresses_inside(text: &str) -> Vec<&str> {
    let is_around =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | '"');
    text.split(is_around).filter(|word| word.contains('@') && email::parse(word).is_ok()).collect()
}

/// The lines of a street: what does not fit into three goes onto the third.
fn three_lines(street: &str) -> [String; 3] {
    let mut lines = street.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default().to_owned();
    let second = lines.next().unwrap_or_default().to_owned();
    let third: Vec<&str> = lines.collect();
    [first, second, third.join(", ")]
}
