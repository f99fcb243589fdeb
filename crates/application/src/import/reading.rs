//! From one row of a file to a contact that may be kept, and what to say about the rest.

use super::answers::{Answer, CHANNELS, EXCLUDED, Stated, bit, is_suppressed, read};
use super::columns::{BETWEEN, Columns, address_kind, cell, email_kind, phone_kind};
use super::dates;
use super::fields::Field;
use super::report::ImportProblem;
use chrono::NaiveDate;
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::{
    Address, Details, Draft, EmailKind, PhoneKind, Vehicle, check, name_order, postcode_order, text,
};
use forecourt_domain::email::{self, EmailProblem};

/// A row that may be kept.
pub(super) struct Ready {
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
    columns: Columns,
    today: NaiveDate,
}

/// The longest source of consent, in characters.
const SOURCE_MAX: usize = 200;

/// The longest account reference.
const REFERENCE_MAX: usize = 30;

/// What is found wrong with the row being read.
struct Notes<'n> {
    line: u64,
    left_out: bool,
    list: &'n mut Vec<ImportProblem>,
}

impl Notes<'_> {
    /// Something of the row is not taken over.
    fn without(&mut self, column: String, words: impl Into<String>) {
        self.list.push(ImportProblem { line: self.line, column, message: words.into(), left_out: false });
    }

    /// The row is left out.
    fn out(&mut self, column: String, words: impl Into<String>) {
        self.left_out = true;
        self.list.push(ImportProblem { line: self.line, column, message: words.into(), left_out: true });
    }
}

/// The columns that list entries of the draft came from, to name them in messages.
#[derive(Default)]
struct Sources {
    addresses: Vec<usize>,
    phones: Vec<usize>,
    emails: Vec<usize>,
    /// Phones whose kind nobody stated.
    unlabelled: Vec<usize>,
}

impl Reading {
    pub(super) const fn new(columns: Columns, today: NaiveDate) -> Self {
        Self { columns, today }
    }

    /// Reads a row; `None` when it is left out. What is wrong with it is added to `problems`.
    pub(super) fn read(&self, record: &Record, problems: &mut Vec<ImportProblem>) -> Option<Ready> {
        let mut notes = Notes { line: record.line(), left_out: false, list: problems };
        let mut sources = Sources::default();
        let draft = self.draft(record, &mut sources, &mut notes);
        let stated = self.stated(record, &mut notes);
        let last_purchase = self.past_date(record, Field::LastPurchase, &mut notes);
        let reference = self.reference(record, &mut notes);
        let mut details = match check(draft, self.today) {
            Ok(details) if !notes.left_out => details,
            Ok(_) => return None,
            Err(found) => {
                for problem in found {
                    notes.out(self.column_of(&problem.field, &sources), problem.words);
                }
                return None;
            }
        };
        for at in sources.unlabelled {
            if let Some(phone) = details.phones.get_mut(at) {
                phone.kind = kind_of_number(&phone.e164);
            }
        }
        let postcode = details.addresses.first().map_or("", |address| address.postcode.as_str());
        Some(Ready {
            line: record.line(),
            sort_name: name_order(&details.first_name, &details.last_name, &details.company),
            sort_postcode: postcode_order(postcode),
            details,
            reference,
            last_purchase: last_purchase.map(|date| date.to_string()).unwrap_or_default(),
            stated,
        })
    }

    fn draft(&self, record: &Record, sources: &mut Sources, notes: &mut Notes<'_>) -> Draft {
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
        self.phones(record, &mut draft, sources);
        self.emails(record, &mut draft, sources, notes);
        for set in 0..3 {
            self.addresses(record, set, &mut draft, sources);
        }
        let vehicle = Vehicle {
            registration: columns.text(record, Field::Registration, " "),
            make: columns.text(record, Field::Make, " "),
            model: columns.text(record, Field::Model, " "),
        };
        draft.vehicles.push(vehicle);
        draft
    }

    fn phones(&self, record: &Record, draft: &mut Draft, sources: &mut Sources) {
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
                    if kind.is_none() {
                        sources.unlabelled.push(draft.phones.len());
                    }
                    sources.phones.push(*at);
                    draft.phones.push((kind.unwrap_or(PhoneKind::Other), typed.to_owned()));
                }
            }
        }
    }

    fn emails(&self, record: &Record, draft: &mut Draft, sources: &mut Sources, notes: &mut Notes<'_>) {
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
            Err(EmailProblem::TwoAddresses) => {
                for one in typed.split([',', ';']).filter(|one| !one.trim().is_empty()) {
                    match email::parse(one) {
                        Ok(_) => keep(one),
                        Err(problem) => notes.without(self.columns.header(at), without_email(problem)),
                    }
                }
            }
            Err(problem) => notes.without(self.columns.header(at), without_email(problem)),
        }
    }

    fn addresses(&self, record: &Record, set: usize, draft: &mut Draft, sources: &mut Sources) {
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
            let [line1, line2, line3] = three_lines(&part(&street));
            sources.addresses.push(first);
            draft.addresses.push(Address {
                kind,
                line1,
                line2,
                line3,
                town: part(&town),
                county: part(&county),
                postcode: part(&postcode),
                country: part(&country),
            });
        }
    }

    /// The values of a cell: Google writes several into one.
    fn values<'v>(&self, whole: &'v str) -> impl Iterator<Item = &'v str> {
        let between = if self.columns.several { BETWEEN } else { "\n" };
        whole.split(between).map(str::trim).filter(|value| !value.is_empty())
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

    fn reference(&self, record: &Record, notes: &mut Notes<'_>) -> String {
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

    /// Consent as the row states it: a *yes* counts with a date and a source only.
    fn stated(&self, record: &Record, notes: &mut Notes<'_>) -> Stated {
        let fields = [Field::ConsentEmail, Field::ConsentSms, Field::ConsentPhone, Field::ConsentPost];
        let mut stated = Stated::default();
        for (at, field) in fields.into_iter().enumerate() {
            for column in self.columns.of(field) {
                match read(cell(record, *column)) {
                    Answer::Blank => {}
                    Answer::Yes => stated.granted |= bit(at),
                    Answer::No => stated.denied |= bit(at),
                    Answer::Unclear => notes.without(
                        self.columns.header(*column),
                        "This is neither yes nor no. Imported without an answer.",
                    ),
                }
            }
        }
        // Two columns that disagree: no is no.
        stated.granted &= !stated.denied;
        if self.columns.of(Field::Suppressed).iter().any(|at| is_suppressed(cell(record, *at))) {
            stated.denied |= EXCLUDED;
        }
        stated.date = self.past_date(record, Field::ConsentDate, notes);
        if stated.granted != 0 || stated.denied != 0 {
            let source = self.columns.text(record, Field::ConsentSource, ", ");
            stated.source = text::line(source).unwrap_or_default().chars().take(SOURCE_MAX).collect();
        }
        if !notes.left_out && stated.granted != 0 && (stated.date.is_none() || stated.source.is_empty()) {
            let (field, what) = match stated.date {
                None => (Field::ConsentDate, "a date"),
                Some(_) => (Field::ConsentSource, "a source"),
            };
            let words = format!("Consent without {what} is not taken over. Imported without it.");
            notes.without(self.columns.name(field), words);
            stated.granted = 0;
        }
        stated
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

fn without_email(problem: EmailProblem) -> String {
    format!("{problem}. Imported without it.")
}

/// UK mobile numbers begin with 7, except the ranges of pagers and personal numbers.
fn kind_of_number(e164: &str) -> PhoneKind {
    let mobile = e164.starts_with("+447") && !e164.starts_with("+4470") && !e164.starts_with("+4476");
    if mobile { PhoneKind::Mobile } else { PhoneKind::Other }
}

fn append(text: &mut String, more: &str) {
    if !more.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(more);
    }
}

/// The lines of a street: what does not fit into three goes onto the third.
fn three_lines(street: &str) -> [String; 3] {
    let mut lines = street.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default().to_owned();
    let second = lines.next().unwrap_or_default().to_owned();
    let third: Vec<&str> = lines.collect();
    [first, second, third.join(", ")]
}

/// `Smith, John` and `Dr John van der Smith` into title, first name and surname.
fn divide_name(whole: &str, draft: &mut Draft) {
    const TITLES: [&str; 10] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady"];
    const PARTICLES: [&str; 14] =
        ["van", "von", "de", "der", "den", "da", "di", "du", "la", "le", "del", "ter", "st", "bin"];
    let bare = |word: &str| word.trim_end_matches('.').to_lowercase();
    if let Some((last, first)) = whole.split_once(',') {
        draft.last_name = last.trim().to_owned();
        draft.first_name = first.trim().to_owned();
        return;
    }
    let mut words: Vec<&str> = whole.split_whitespace().collect();
    if words.len() > 1 && words.first().is_some_and(|word| TITLES.contains(&bare(word).as_str())) {
        let title = words.remove(0);
        if draft.title.is_empty() {
            draft.title = title.to_owned();
        }
    }
    let mut from = words.len().saturating_sub(1);
    while from > 1 && words.get(from - 1).is_some_and(|word| PARTICLES.contains(&bare(word).as_str())) {
        from -= 1;
    }
    let (first, last) = words.split_at(from);
    draft.first_name = first.join(" ");
    draft.last_name = last.join(" ");
}

/// The channels of [`CHANNELS`] with their bits.
pub(super) fn channels() -> impl Iterator<Item = (forecourt_domain::consent::Channel, u8)> {
    CHANNELS.into_iter().enumerate().map(|(at, channel)| (channel, bit(at)))
}
