//! Rows of a file that are no row of a person, and rows whose cells stand in the wrong columns.

use super::columns::{Columns, cell};
use super::fields::Field;
use forecourt_documents::csv_read::Record;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    Person,
    /// Why it is none.
    NoPerson(&'static str),
    /// A cell holds the delimiter without quotation marks around it, and was put together again: the column.
    Rejoined(usize),
}

const NAMES: [Field; 4] = [Field::FirstName, Field::LastName, Field::FullName, Field::Company];
const PHONES: [Field; 4] = [Field::PhoneMobile, Field::PhoneHome, Field::PhoneWork, Field::Phone];

/// Words at the end of a report.
const TOTALS: [&str; 16] = [
    "total",
    "totals",
    "grand total",
    "sub total",
    "subtotal",
    "sum",
    "count",
    "total records",
    "total contacts",
    "total customers",
    "record count",
    "records",
    "number of records",
    "number of customers",
    "end of report",
    "end of list",
];

/// Says what a row is. One whose cells have moved is put right where that can be told for certain.
pub(super) fn look_at(record: &mut Record, columns: &Columns, delimiter: char) -> Row {
    if is_total(record, columns) {
        return Row::NoPerson("This row is a total or the end of a report, not a person. It was left out.");
    }
    if columns.are_repeated(record) {
        return Row::NoPerson("This row repeats the names of the columns. It was left out.");
    }
    match surplus(record, columns) {
        0 => Row::Person,
        surplus => rejoin(record, columns, surplus, delimiter).map_or(Row::NoPerson(MOVED), Row::Rejoined),
    }
}

const MOVED: &str = "This row has more cells than there are columns, likely for a comma without quotation marks around its cell. It was left out, as its cells stand in the wrong columns.";

/// How many cells stand behind the last column with a name, in a row that is longer than the header.
fn surplus(record: &Record, columns: &Columns) -> usize {
    if record.len() <= columns.count() {
        return 0;
    }
    let held =
        (0..record.len()).rev().find(|at| !record.cell(*at).trim().is_empty()).map_or(0, |last| last + 1);
    held.saturating_sub(columns.named)
}

/// Where a comma was typed in running text a blank follows it: as many such cells as there are too many
/// are put behind the cells before them, if email addresses and numbers then stand where they belong.
fn rejoin(record: &mut Record, columns: &Columns, surplus: usize, delimiter: char) -> Option<usize> {
    let is_tail = |at: &usize| record.cell(*at).starts_with(' ') && !record.cell(*at).trim().is_empty();
    let tails: Vec<usize> = (1..record.len()).filter(is_tail).collect();
    if tails.len() != surplus {
        return None;
    }
    for at in tails.iter().rev() {
        record.join(at - 1, delimiter);
    }
    let fits = |fields: &[Field], is_right: fn(&str) -> bool| {
        let mut cells = fields.iter().flat_map(|field| columns.of(*field)).map(|at| cell(record, *at));
        cells.all(|cell| cell.is_empty() || is_right(cell))
    };
    let has_digits = |cell: &str| cell.bytes().filter(u8::is_ascii_digit).count() >= 5;
    let is_right = fits(&[Field::Email], |cell| cell.contains('@')) && fits(&PHONES, has_digits);
    is_right.then(|| tails.first().map_or(0, |at| at - 1))
}

/// A word of the end of a report where a name would stand, and nothing beside it but amounts.
fn is_total(record: &Record, columns: &Columns) -> bool {
    let name_columns = || NAMES.iter().flat_map(|field| columns.of(*field));
    let Some(at) = name_columns().copied().filter(|at| !cell(record, *at).is_empty()).min() else {
        return false;
    };
    let words = cell(record, at);
    if words.len() > 40
        || !words.starts_with([
            't', 'T', 'g', 'G', 's', 'S', 'c', 'C', 'r', 'R', 'n', 'N', 'e', 'E', 'p', 'P', '*',
        ])
    {
        return false;
    }
    let lower = words.trim_matches(['*', ':', '-', ' ', '.']).to_lowercase();
    let is_page = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let is_word = TOTALS.contains(&lower.as_str())
        || ["page ", "printed ", "total: ", "records: "]
            .iter()
            .any(|word| lower.strip_prefix(word).is_some_and(is_page));
    let is_amount = |cell: &str| {
        let cell = cell.trim();
        !cell.starts_with(['0', '+']) && cell.chars().all(|c| c.is_ascii_digit() || " £€$%.,-()".contains(c))
    };
    is_word && (0..record.len()).filter(|other| *other != at).all(|other| is_amount(record.cell(other)))
}
