//! From one row of a file to a contact that may be kept, and what to say about the rest.

use super::answers::Stated;
use super::columns::{BETWEEN, Columns};
use super::dates;
use super::fields::Field;
use super::naming::{append, divide_name};
use super::optional::{can_do_without, field_mut, one_each};
use super::report::ImportProblem;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::{Details, Draft, Problem, Vehicle, check, name_order, postcode_order, text};
use forecourt_domain::phone::{self, PhoneWarning, kind_of_number};

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
}

/// Reads rows.
pub(super) struct Reading {
    pub(super) columns: Columns,
    pub(super) today: NaiveDate,
    /// Where the dealership is: its days are those of consent.
    pub(super) zone: Tz,
}

/// The longest account reference.
const REFERENCE_MAX: usize = 30;

/// What is found wrong with the row being read.
pub(super) struct Notes<'n> {
    pub(super) line: u64,
    pub(super) left_out: bool,
    pub(super) list: &'n mut Vec<ImportProblem>,
}

impl Notes<'_> {
    /// Something of the row is not taken over.
    pub(super) fn without(&mut self, column: String, words: impl Into<String>) {
        self.list.push(ImportProblem { line: self.line, column, message: words.into(), left_out: false });
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
    pub(super) const fn new(columns: Columns, today: NaiveDate, zone: Tz) -> Self {
        Self { columns, today, zone }
    }

    /// Reads a row; `None` when it is left out. What is wrong with it is added to `problems`.
    pub(super) fn read(&self, record: &Record, problems: &mut Vec<ImportProblem>) -> Option<PreparedRow> {
        let mut notes = Notes { line: record.line(), left_out: false, list: problems };
        let mut sources = Sources::default();
        let draft = self.draft(record, &mut sources, &mut notes);
        let stated = self.stated(record, &mut notes);
        let last_purchase = self.past_date(record, Field::LastPurchase, &mut notes);
        let reference = self.reference(record, &mut notes);
        let checked = match check(draft, self.today) {
            Err(found) if found.iter().all(|problem| can_do_without(&problem.field)) => {
                self.check_without(record, found, &sources, &mut notes)
            }
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
            // Kept as it stands, for whoever reads it; never in silence.
            if phone.e164.is_empty() {
                let why = phone::parse(&phone.typed).warning.map_or("", PhoneWarning::words);
                notes.without(self.columns.header(*at), format!("{why}. Kept as text, not as a number."));
            }
        }
        for at in sources.unlabelled {
            if let Some(phone) = details.phones.get_mut(at) {
                phone.kind = kind_of_number(&phone.e164);
            }
        }
        let postcode = details.addresses.first().map_or("", |address| address.postcode.as_str());
        Some(PreparedRow {
            line: record.line(),
            sort_name: name_order(&details.first_name, &details.last_name, &details.company),
            sort_postcode: postcode_order(postcode),
            details,
            reference,
            last_purchase: last_purchase.map(|date| date.to_string()).unwrap_or_default(),
            stated,
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
        append(&mut draft.last_name, &columns.text(record, Field::Suffix, " "));
        if columns.several
            && let Some((first, _)) = draft.company.split_once(BETWEEN)
        {
            draft.company = first.to_owned();
        }
        self.phones(record, &mut draft, sources, notes);
        self.emails(record, &mut draft, sources, notes);
        for set in 0..3 {
            self.addresses(record, set, &mut draft, sources);
        }
        let vehicle = Vehicle {
            registration: columns.text(record, Field::Registration, " "),
            make: columns.text(record, Field::Make, " "),
            model: columns.text(record, Field::Model, " "),
        };
        draft.vehicles = one_each(vehicle);
        draft
    }

    /// Checks the row once more without the cells that cannot be kept, and tells of them: the person is
    /// not left out for a remark behind a postcode.
    fn check_without(
        &self,
        record: &Record,
        found: Vec<Problem>,
        sources: &Sources,
        notes: &mut Notes<'_>,
    ) -> Result<Details, Vec<Problem>> {
        // What there is to say of the other cells was said the first time.
        let mut said = Vec::new();
        let mut silent = Notes { line: notes.line, left_out: false, list: &mut said };
        let mut draft = self.draft(record, &mut Sources::default(), &mut silent);
        for problem in found {
            if let Some(text) = field_mut(&mut draft, &problem.field) {
                text.clear();
            }
            let words = format!("{} Imported without it.", problem.words);
            notes.without(self.column_of(&problem.field, sources), words);
        }
        check(draft, self.today)
    }

    fn birth(&self, record: &Record, notes: &mut Notes<'_>) -> Option<NaiveDate> {
        let text = self.columns.first(record, Field::DateOfBirth);
        if dates::is_none(text) {
            return None;
        }
        let date = dates::read(text, self.today);
        if date.is_none() {
            let words = if text.starts_with("--") {
                "This birthday has no year. Imported without it."
            } else {
                "This is not a date such as 31/12/1980. Imported without it."
            };
            notes.without(self.columns.name(Field::DateOfBirth), words);
        }
        date
    }

    /// A date that cannot lie ahead: a row that says so is wrong about more than that.
    fn past_date(&self, record: &Record, field: Field, notes: &mut Notes<'_>) -> Option<NaiveDate> {
        let text = self.columns.first(record, field);
        if dates::is_none(text) {
            return None;
        }
        match dates::read(text, self.today) {
            Some(date) if date > self.today => {
                notes.out(self.columns.name(field), "This date lies in the future. The row was left out.");
                None
            }
            Some(date) => Some(date),
            None => {
                let words = "This is not a date such as 2024-12-31 or 31/12/2024. Imported without it.";
                notes.without(self.columns.name(field), words);
                None
            }
        }
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
