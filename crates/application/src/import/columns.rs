//! A mapping made ready for reading rows: which cells go where, and of which kind.

use super::answers::{EMAIL, EXCLUDED, PHONE, POST, SMS, SOCIAL};
use super::fields::Field;
use super::{Mapping, opt_outs};
use forecourt_dispatch::{Code, Refusal};
use forecourt_documents::csv_read::{Record, unguard};
use forecourt_domain::contact::{AddressKind, EmailKind, PhoneKind};
use std::collections::HashMap;

/// The entry of a mapping that says of the whole file: everybody in it said no. Its values are channels, or
/// `all`.
pub(super) const EVERYONE_SAYS_NO: &str = "everyone_says_no";

/// Between the values of one cell, in files from Google.
pub(super) const BETWEEN: &str = " ::: ";

/// Where each field's text stands in a row.
pub(super) struct Columns {
    /// Per field the columns that feed it.
    of: Vec<Vec<usize>>,
    /// Per column the one that labels its values (`Phone 1 - Label`).
    labels: Vec<Option<usize>>,
    headers: Vec<String>,
    /// Behind the last column that has a name.
    pub named: usize,
    /// May a cell hold several values?
    pub several: bool,
    /// What everybody in the file refuses, as somebody declared; 0 when nobody did.
    pub everyone: u8,
    /// Is it a list of people who said no? Then no row makes a contact.
    pub makes_nobody: bool,
}

impl Columns {
    /// Reads a mapping.
    ///
    /// # Errors
    /// [`Code::Invalid`] for a field or a column there is not, for a consent column that says *no* by its name
    /// and the other way round, and when nothing names a contact or refuses.
    pub(super) fn new(headers: &[String], mapping: &Mapping) -> Result<Self, Refusal> {
        let mut of = vec![Vec::new(); Field::ALL.len()];
        // Looked up, not looked for: a file may have thousands of columns.
        let places: HashMap<&str, usize> =
            headers.iter().enumerate().map(|(at, header)| (header.as_str(), at)).collect();
        let mut everyone = 0;
        for (key, columns) in mapping {
            if key == EVERYONE_SAYS_NO {
                everyone = refused_by_all(columns)?;
                continue;
            }
            let field = Field::from_key(key)
                .ok_or_else(|| Refusal::invalid("mapping", format!("There is no field “{key}”.")))?;
            for name in columns {
                check_meaning(field, name)?;
                let at = places
                    .get(name.as_str())
                    .copied()
                    .ok_or_else(|| Refusal::invalid("mapping", "The file has no such column any more."))?;
                if let Some(columns) = of.get_mut(field as usize) {
                    columns.push(at);
                }
            }
        }
        let mut columns = Self {
            labels: labels(headers),
            several: headers.iter().any(|header| header.ends_with(" - Value")),
            headers: headers.to_vec(),
            named: named(headers),
            of,
            everyone,
            makes_nobody: false,
        };
        columns.makes_nobody = everyone != 0 || !columns.has_names();
        if !columns.has_names() && !columns.can_refuse() {
            return Err(Refusal::new(Code::Invalid, "Say which column holds the name or the company.").with(
                "mapping",
                "Match at least one of surname, first name, whole name and company. A list of people who said no \
                 needs no names: say so below the columns, or match the column that says no.",
            ));
        }
        if columns.makes_nobody && !columns.finds_somebody() {
            let words = "Match the column that holds the email address, the telephone number or the account reference.";
            return Err(Refusal::new(Code::Invalid, words).with("mapping", words));
        }
        Ok(columns)
    }

    fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| !self.of(*field).is_empty())
    }

    fn has_names(&self) -> bool {
        self.has_any(&[Field::LastName, Field::FirstName, Field::FullName, Field::Company])
    }

    /// Can a row say no?
    fn can_refuse(&self) -> bool {
        self.everyone != 0
            || self.has_any(&Field::REFUSING.map(|(field, _)| field))
            || self.has_any(&Field::ASKING.map(|(field, _)| field))
            || self.has_any(&[Field::EmailStatus, Field::Labels])
    }

    fn finds_somebody(&self) -> bool {
        self.has_any(&[
            Field::Email,
            Field::PhoneMobile,
            Field::PhoneHome,
            Field::PhoneWork,
            Field::Phone,
            Field::Reference,
        ])
    }

    /// Does the row name nobody?
    pub(super) fn is_nameless(&self, record: &Record) -> bool {
        let names = [Field::LastName, Field::FirstName, Field::MiddleName, Field::FullName, Field::Company];
        names.iter().all(|field| self.first(record, *field).is_empty())
    }

    /// The columns of a field.
    pub(super) fn of(&self, field: Field) -> &[usize] {
        self.of.get(field as usize).map(Vec::as_slice).unwrap_or_default()
    }

    /// The name of a field's first column, for messages.
    pub(super) fn name(&self, field: Field) -> String {
        self.of(field).first().map(|at| self.header(*at)).unwrap_or_else(|| field.label().to_owned())
    }

    /// The name of a column.
    pub(super) fn header(&self, at: usize) -> String {
        self.headers.get(at).cloned().unwrap_or_default()
    }

    /// The text of a field: its cells, joined by `between`.
    pub(super) fn text(&self, record: &Record, field: Field, between: &str) -> String {
        let mut text = String::new();
        for at in self.of(field) {
            let cell = cell(record, *at);
            if cell.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push_str(between);
            }
            text.push_str(cell);
        }
        text
    }

    /// Does any column hold dates?
    pub(super) fn have_dates(&self) -> bool {
        super::date_order::FIELDS.iter().any(|field| !self.of(*field).is_empty())
    }

    /// How many columns the file has.
    pub(super) const fn count(&self) -> usize {
        self.headers.len()
    }

    /// Does a row hold the names of the columns once more, as at the head of a printed page?
    pub(super) fn are_repeated(&self, record: &Record) -> bool {
        let mut names = 0;
        for (at, header) in self.headers.iter().enumerate() {
            match record.cell(at).trim() {
                "" => {}
                name if name == header => names += 1,
                _ => return false,
            }
        }
        names >= 2
    }

    /// The first cell of a field that holds anything, and its column.
    pub(super) fn first_of<'r>(&self, record: &'r Record, field: Field) -> Option<(usize, &'r str)> {
        self.of(field).iter().map(|at| (*at, cell(record, *at))).find(|(_, cell)| !cell.is_empty())
    }

    /// The first cell of a field that holds anything.
    pub(super) fn first<'r>(&self, record: &'r Record, field: Field) -> &'r str {
        self.of(field).iter().map(|at| cell(record, *at)).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// The label beside a column's value.
    pub(super) fn label<'r>(&self, record: &'r Record, at: usize) -> Option<&'r str> {
        let label = self.labels.get(at).copied().flatten()?;
        Some(cell(record, label))
    }

    /// The kind of an address from its columns' names: `Business Street`.
    pub(super) fn address_kind(&self, set: usize) -> AddressKind {
        let columns = Field::address(set).into_iter().flat_map(|field| self.of(field));
        let mut kinds = columns.map(|at| address_kind(&self.header(*at)));
        kinds.find(|kind| *kind != AddressKind::Home).unwrap_or_default()
    }
}

/// The channels that a mapping says everybody refuses.
fn refused_by_all(channels: &[String]) -> Result<u8, Refusal> {
    channels.iter().try_fold(0, |bits, channel| match channel.as_str() {
        "email" => Ok(bits | EMAIL),
        "sms" => Ok(bits | SMS),
        "phone" => Ok(bits | PHONE),
        "post" => Ok(bits | POST),
        "social" => Ok(bits | SOCIAL),
        "all" => Ok(bits | EXCLUDED),
        other => Err(Refusal::invalid("mapping", format!("There is no channel “{other}”."))),
    })
}

/// A *yes* is never read from a column that says *no* by its name, and a *yes* to being asked is never
/// read as a refusal.
fn check_meaning(field: Field, column: &str) -> Result<(), Refusal> {
    let asks = Field::ASKING.iter().any(|(asking, _)| *asking == field);
    let refuses = Field::REFUSING.iter().any(|(refusing, _)| *refusing == field);
    let words = if asks && opt_outs::says_no(column) {
        format!(
            "The column “{column}” says no by its name: a Yes in it refuses. Match it to one of the fields that \
             end in “no”, not to “{}”.",
            field.label()
        )
    } else if refuses && opt_outs::asks(column) {
        format!(
            "The column “{column}” asks for consent by its name: a Yes in it refuses nothing. Match it to one of \
             the fields that begin with “Consent”, not to “{}”. A No in it counts there too.",
            field.label()
        )
    } else {
        return Ok(());
    };
    Err(Refusal::new(Code::Invalid, words.clone()).with("mapping", words))
}

/// A cell without blanks around it and without the apostrophe of an export.
pub(crate) fn cell(record: &Record, at: usize) -> &str {
    unguard(record.cell(at)).trim()
}

/// How many columns there are up to the last that has a name of its own.
fn named(headers: &[String]) -> usize {
    let is_named = |(at, header): (usize, &String)| *header != format!("Column {}", at + 1);
    headers.iter().enumerate().rposition(is_named).map_or(0, |last| last + 1)
}

/// Per column the one that labels its values: `Phone 1 - Value` is labelled by `Phone 1 - Label`, in
/// older files by `Phone 1 - Type`.
fn labels(headers: &[String]) -> Vec<Option<usize>> {
    let mut by_stem: HashMap<&str, usize> = HashMap::new();
    for (at, header) in headers.iter().enumerate() {
        if let Some((stem, "Label" | "Type")) = header.rsplit_once(" - ") {
            by_stem.entry(stem).or_insert(at);
        }
    }
    headers.iter().map(|header| by_stem.get(header.rsplit_once(" - ")?.0).copied()).collect()
}

/// Which phone a label or a column's name speaks of; `None` when it does not say, and
/// `Some(None)` for what is no phone.
pub(super) fn phone_kind(words: &str) -> Option<Option<PhoneKind>> {
    let words = words.to_lowercase();
    let has = |word: &str| words.contains(word);
    if has("fax") || has("pager") {
        Some(None)
    } else if has("mobile") || has("cell") {
        Some(Some(PhoneKind::Mobile))
    } else if is_work(&words) || has("company") {
        Some(Some(PhoneKind::Work))
    } else if has("home") {
        Some(Some(PhoneKind::Home))
    } else {
        None
    }
}

/// Which email address a label or a column's name speaks of.
pub(super) fn email_kind(words: &str) -> EmailKind {
    let words = words.to_lowercase();
    if is_work(&words) {
        EmailKind::Work
    } else if words.contains("other") {
        EmailKind::Other
    } else {
        EmailKind::Home
    }
}

/// Whose door a label or a column's name speaks of.
pub(super) fn address_kind(words: &str) -> AddressKind {
    let words = words.to_lowercase();
    if is_work(&words) {
        AddressKind::Work
    } else if words.contains("billing") || words.contains("invoice") {
        AddressKind::Billing
    } else if words.contains("other") {
        AddressKind::Other
    } else {
        AddressKind::Home
    }
}

/// At work, in the languages whose columns are known.
fn is_work(words: &str) -> bool {
    ["work", "business", "office", "geschäft", "bureau", "trabajo", "uff", "arbete", "werk"]
        .iter()
        .any(|word| words.contains(word))
}
