//! From one row of a file to a contact that may be kept, and what to say about the rest.

use super::answers::Stated;
use super::columns::{BETWEEN, Columns};
use super::date_order::DateOrders;
use super::dates;
use super::fields::Field;
use super::kept::Kept;
use super::naming::{append, divide_name, take_title_of_first_name};
use super::optional::{mend, one_each, without};
use super::report::ImportProblem;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::{Details, Draft, Problem, Vehicle, check, name_order, postcode_order, text};
use forecourt_domain::phone::{self, PhoneWarning, kind_of_number};
use forecourt_domain::placeholder::{Gap, Placeholders, gaps_after, has, take_out};

/// A row that may be kept.
pub(super) struct PreparedRow {
    /// Its line in the file.
    pub line: u64,
    /// The contact.
    pub details: Details,
    /// Where it stands by name.
    pub sort_name: String,
    /// Where it stands by postcode.
    pub sort_postcode: String,
    /// The account reference the file gives it; empty for none.
    pub reference: String,
    /// ISO date of the last purchase; empty for none.
    pub last_purchase: String,
    /// What it says of consent.
    pub stated: Stated,
    /// What stands in place of addresses (L-04).
    pub gaps: Vec<Gap>,
    /// How many of its cells hold a placeholder.
    pub placeholders: u64,
}

/// Reads rows.
pub(super) struct Reading {
    pub(super) columns: Columns,
    pub(super) orders: DateOrders,
    pub(super) today: NaiveDate,
    /// Where the dealership is: its days are those of consent.
    pub(super) zone: Tz,
    /// What is no address, whatever the file says.
    pub(super) listed: Placeholders,
}

/// What is said of a cell that holds a placeholder.
const NO_ADDRESS: &str = "This is a placeholder, not an address. Imported without it; the contact is on the list \
                          Addresses to Fix unless there is a real one.";

/// The longest account reference.
const REFERENCE_MAX: usize = 30;

/// What is found wrong with the row being read.
pub(super) struct Notes<'n> {
    pub(super) line: u64,
    pub(super) left_out: bool,
    /// Cells that go into the notes.
    pub(super) kept: Kept,
    pub(super) list: &'n mut Vec<ImportProblem>,
}

impl Notes<'_> {
    /// Something of the row is not taken over.
    pub(super) fn without(&mut self, column: String, words: impl Into<String>) {
        self.list.push(ImportProblem { line: self.line, column, message: words.into(), left_out: false });
    }

    /// A cell is not taken over: `words` say why. What it holds goes into the notes.
    pub(super) fn without_cell(
        &mut self,
        column: String,
        words: impl Into<String>,
        cell: Option<(Field, &str)>,
    ) {
        let is_kept = cell.is_some_and(|(field, text)| self.kept.keep(field, text));
        self.without(column, format!("{} {}", words.into(), without(is_kept)));
    }

    /// A part of a cell is taken over. All of it goes into the notes.
    pub(super) fn beside_cell(&mut self, column: String, words: &str, (field, text): (Field, &str)) {
        let behind = if self.kept.keep(field, text) { " All of it stands in the notes." } else { "" };
        self.without(column, format!("{words}{behind}"));
    }

    /// The row is left out.
    pub(super) fn out(&mut self, column: String, words: impl Into<String>) {
        self.left_out = true;
        self.list.push(ImportProblem { line: self.line, column, message: words.into(), left_out: true });
    }
}

/// The columns that list entries of the draft came from, to name them in messages.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) addresses: Vec<usize>,
    pub(super) phones: Vec<usize>,
    pub(super) emails: Vec<usize>,
    /// Phones whose kind nobody stated.
    pub(super) unlabelled: Vec<usize>,
}

impl Reading {
    pub(super) const fn new(
        columns: Columns,
        orders: DateOrders,
        (today, zone): (NaiveDate, Tz),
        listed: Placeholders,
    ) -> Self {
        Self { columns, orders, today, zone, listed }
    }

    /// Reads a row; `None` when it is left out. What is wrong with it is added to `problems`.
    pub(super) fn read(&self, record: &Record, problems: &mut Vec<ImportProblem>) -> Option<PreparedRow> {
        let mut notes = Notes { line: record.line(), left_out: false, kept: Kept::default(), list: problems };
        if record.is_unclosed() {
            let words = "A quotation mark in this row is opened but never closed. The row was read as if it were not there.";
            notes.without(String::new(), words);
        }
        let mut sources = Sources::default();
        // Before the draft, which takes into the notes what cells could not keep.
        let last_purchase = self.past_date(record, Field::LastPurchase, &mut notes);
        let draft = self.draft(record, &mut sources, &mut notes);
        let stated = self.stated(record, &mut notes);
        let reference = self.reference(record, &mut notes);
        let checked = match check(draft, self.today) {
            Err(found) => self.check_mended(record, found, &sources, &mut notes),
            checked => checked,
        };
        let mut details = match checked {
            Ok(details) if !notes.left_out => details,
            Ok(_) => return None,
            Err(found) => {
                for problem in found {
                    notes.out(self.column_of(&problem.field, &sources), problem.words);
                }
                return None;
            }
        };
        for (phone, at) in details.phones.iter().zip(&sources.phones) {
            if self.listed.is_phone(&phone.e164, &phone.typed) {
                notes.without(self.columns.header(*at), NO_ADDRESS);
            } else if phone.e164.is_empty() {
                // Kept as it stands, for whoever reads it; never in silence.
                let why = phone::parse(&phone.typed).warning.map_or("", PhoneWarning::words);
                notes.without(self.columns.header(*at), format!("{why}. Kept as text, not as a number."));
            }
        }
        for at in sources.unlabelled {
            if let Some(phone) = details.phones.get_mut(at) {
                phone.kind = kind_of_number(&phone.e164);
            }
        }
        for (email, at) in details.emails.iter().zip(&sources.emails) {
            if self.listed.is_email(&email.key) {
                notes.without(self.columns.header(*at), NO_ADDRESS);
            }
        }
        let found = take_out(&mut details, &self.listed, |_, _| false);
        let gaps = gaps_after(&[], |kind| has(&details, kind), None, &found);
        let postcode = details.addresses.first().map_or("", |address| address.postcode.as_str());
        Some(PreparedRow {
            line: record.line(),
            sort_name: name_order(&details.first_name, &details.last_name, &details.company),
            sort_postcode: postcode_order(postcode),
            details,
            reference,
            last_purchase: last_purchase.map(|date| date.to_string()).unwrap_or_default(),
            stated,
            gaps,
            placeholders: found.len() as u64,
        })
    }

    pub(super) fn draft(&self, record: &Record, sources: &mut Sources, notes: &mut Notes<'_>) -> Draft {
        let columns = &self.columns;
        let mut draft = Draft {
            title: columns.text(record, Field::Title, " "),
            first_name: columns.text(record, Field::FirstName, " "),
            last_name: columns.text(record, Field::LastName, " "),
            company: columns.text(record, Field::Company, " "),
            notes: columns.text(record, Field::Notes, "\n"),
            date_of_birth: self.birth(record, notes),
            ..Draft::default()
        };
        append(&mut draft.first_name, &columns.text(record, Field::MiddleName, " "));
        if draft.first_name.is_empty() && draft.last_name.is_empty() {
            divide_name(&columns.text(record, Field::FullName, " "), &mut draft);
        }
        take_title_of_first_name(&mut draft);
        append(&mut draft.last_name, &columns.text(record, Field::Suffix, " "));
        if columns.several
            && let Some((first, _)) = draft.company.split_once(BETWEEN)
        {
            draft.company = first.to_owned();
        }
        self.phones(record, &mut draft, sources, notes);
        self.emails(record, &mut draft, sources, notes);
        for set in 0..3 {
            self.addresses(record, set, &mut draft, sources, notes);
        }
        let vehicle = Vehicle {
            registration: columns.text(record, Field::Registration, " "),
            make: columns.text(record, Field::Make, " "),
            model: columns.text(record, Field::Model, " "),
            id: None,
        };
        let cell = vehicle.registration.clone();
        let (vehicles, has_remark) = one_each(vehicle);
        draft.vehicles = vehicles;
        if has_remark {
            let words = "Something is written beside this plate. Imported with the plate alone.";
            notes.beside_cell(columns.name(Field::Registration), words, (Field::Registration, &cell));
        }
        if let Some(length) = notes.kept.add_to(&mut draft.notes) {
            let words = format!(
                "The notes are {length} characters long; at most 10,000 can be kept. Imported without their end."
            );
            notes.without(columns.name(Field::Notes), words);
        }
        draft
    }

    /// Checks the row once more after what cannot be kept was taken out of it, and tells of it: the person is not
    /// left out for a remark behind a postcode.
    fn check_mended(
        &self,
        record: &Record,
        mut found: Vec<Problem>,
        sources: &Sources,
        notes: &mut Notes<'_>,
    ) -> Result<Details, Vec<Problem>> {
        // What there is to say of the other cells was said the first time.
        let mut said = Vec::new();
        let mut silent = Notes { line: notes.line, left_out: false, kept: Kept::default(), list: &mut said };
        self.past_date(record, Field::LastPurchase, &mut silent);
        let mut draft = self.draft(record, &mut Sources::default(), &mut silent);
        let own = std::mem::take(&mut draft.notes);
        // Characters first, then what is still too long.
        for _ in 0..3 {
            let mut kept = Kept::default();
            draft.notes.clone_from(&own);
            for problem in &found {
                match mend(&mut draft, problem, &mut kept) {
                    Some(words) => notes.without(self.column_of(&problem.field, sources), words),
                    None => return Err(found),
                }
            }
            if kept.add_to(&mut draft.notes).is_some() {
                notes.without(
                    self.columns.name(Field::Notes),
                    "These notes made room for what other cells held. Imported without their end.",
                );
            }
            match check(draft.clone(), self.today) {
                Err(more) => found = more,
                details => return details,
            }
        }
        Err(found)
    }

    /// A date that cannot lie ahead.
    fn past_date(&self, record: &Record, field: Field, notes: &mut Notes<'_>) -> Option<NaiveDate> {
        let (column, text) = self.columns.first_of(record, field)?;
        if dates::is_none(text) {
            return None;
        }
        let found = dates::read_in(text, self.orders.of(column), self.today).map(|found| found.date);
        let words = match found {
            Some(date) if date <= self.today => return Some(date),
            Some(_) => "This date lies in the future.",
            None => "This is not a date such as 2024-12-31 or 31/12/2024.",
        };
        notes.without_cell(self.columns.header(column), words, Some((field, text)));
        None
    }

    pub(super) fn reference(&self, record: &Record, notes: &mut Notes<'_>) -> String {
        let text = self.columns.first(record, Field::Reference);
        if text.is_empty() {
            return String::new();
        }
        match text::line(text.to_owned()) {
            Ok(reference) if reference.chars().count() <= REFERENCE_MAX => reference,
            _ => {
                let words = "This account reference cannot be kept. The contact gets a new one.";
                notes.without(self.columns.name(Field::Reference), words);
                String::new()
            }
        }
    }

    /// The column a refused field of the draft came from.
    fn column_of(&self, field: &str, sources: &Sources) -> String {
        let mut parts = field.split('.');
        let name = parts.next().unwrap_or_default();
        let at = parts.next().and_then(|at| at.parse::<usize>().ok());
        let from = |list: &[usize]| at.and_then(|at| list.get(at)).map(|at| self.columns.header(*at));
        let found = match name {
            "addresses" => from(&sources.addresses),
            "phones" => from(&sources.phones),
            "emails" => from(&sources.emails),
            "vehicles" => None,
            single => Field::from_key(single).map(|field| self.columns.name(field)),
        };
        let leaf = match parts.next() {
            Some("registration") => Field::Registration,
            Some("make") => Field::Make,
            Some("model") => Field::Model,
            _ => Field::LastName,
        };
        found.unwrap_or_else(|| self.columns.name(leaf))
    }
}
