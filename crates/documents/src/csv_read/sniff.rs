//! What kind of file this is: told from its first bytes.

use encoding_rs::{UTF_16BE, UTF_16LE};

use super::problem::CsvProblem;
use super::record::Record;

/// How much of the file is looked at.
pub(super) const SAMPLE: usize = 64 << 10;

/// The encodings recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, or plain ASCII.
    Utf8,
    /// UTF-8 with a byte order mark, as Excel writes it.
    Utf8Bom,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Western European code page of older Windows programs.
    Windows1252,
}

impl Encoding {
    /// The name shown to staff.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Bom => "UTF-8 with byte order mark",
            Self::Utf16Le => "UTF-16 (little endian)",
            Self::Utf16Be => "UTF-16 (big endian)",
            Self::Windows1252 => "Windows-1252",
        }
    }

    pub(super) fn utf16(self) -> Option<&'static encoding_rs::Encoding> {
        match self {
            Self::Utf16Le => Some(UTF_16LE),
            Self::Utf16Be => Some(UTF_16BE),
            _ => None,
        }
    }
}

/// What was found, and how many bytes of mark stand before the text.
pub(super) struct Found {
    pub encoding: Encoding,
    pub mark: usize,
}

/// Tells the encoding, or what other kind of file this is.
pub(super) fn encoding(sample: &[u8]) -> Result<Found, CsvProblem> {
    let sample = sample.get(..SAMPLE).unwrap_or(sample);
    if sample.is_empty() {
        return Err(CsvProblem::Empty);
    }
    for (mark, encoding) in [
        (&b"\xEF\xBB\xBF"[..], Encoding::Utf8Bom),
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
    ] {
        if sample.starts_with(mark) {
            return Ok(Found { encoding, mark: mark.len() });
        }
    }
    other_kind(sample)?;
    if let Some(encoding) = unmarked_utf16(sample) {
        return Ok(Found { encoding, mark: 0 });
    }
    // A stray NUL in a field of text happens; many of them mean this is no text.
    let noise = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    if noise * 200 > sample.len() {
        return Err(CsvProblem::NotText);
    }
    let encoding = if is_utf8(sample) { Encoding::Utf8 } else { Encoding::Windows1252 };
    Ok(Found { encoding, mark: 0 })
}

fn other_kind(sample: &[u8]) -> Result<(), CsvProblem> {
    let has = |what: &[u8]| sample.windows(what.len()).any(|w| w == what);
    let text = sample.trim_ascii_start();
    let opens =
        |what: &str| text.get(..what.len()).is_some_and(|start| start.eq_ignore_ascii_case(what.as_bytes()));
    let problem = if sample.starts_with(b"PK\x03\x04") {
        if has(b"opendocument.spreadsheet") {
            CsvProblem::Spreadsheet
        } else if has(b"xl/") || (has(b"[Content_Types].xml") && !has(b"word/") && !has(b"ppt/")) {
            CsvProblem::Workbook
        } else {
            CsvProblem::Archive
        }
    } else if sample.starts_with(b"\xD0\xCF\x11\xE0") {
        CsvProblem::OldWorkbook
    } else if sample.starts_with(b"!BDN") {
        CsvProblem::OutlookData
    } else if sample.starts_with(b"%PDF-") {
        CsvProblem::Pdf
    } else if [&b"\x1F\x8B"[..], b"7z\xBC\xAF", b"Rar!", b"BZh", b"\xFD7zXZ"]
        .iter()
        .any(|m| sample.starts_with(m))
    {
        CsvProblem::Archive
    } else if opens("BEGIN:VCARD") {
        CsvProblem::Vcard
    } else if ["<!doctype", "<html", "<?xml"].into_iter().any(opens) {
        CsvProblem::WebPage
    } else if is_json(text) {
        CsvProblem::Json
    } else {
        return Ok(());
    };
    Err(problem)
}

/// A list or an object of JSON: no row of column names begins so.
fn is_json(text: &[u8]) -> bool {
    let Some((b'[' | b'{', inside)) = text.split_first() else { return false };
    matches!(inside.trim_ascii_start().first(), Some(b'{' | b'[' | b'"'))
}

/// UTF-16 without its mark: nearly every other byte of Western text is zero.
fn unmarked_utf16(sample: &[u8]) -> Option<Encoding> {
    let pairs = sample.as_chunks::<2>().0;
    if pairs.len() < 4 {
        return None;
    }
    let high_first = pairs.iter().filter(|[a, b]| *a == 0 && *b != 0).count();
    let low_first = pairs.iter().filter(|[a, b]| *a != 0 && *b == 0).count();
    let most = pairs.len() * 6 / 10;
    if low_first > most && high_first * 10 < low_first {
        Some(Encoding::Utf16Le)
    } else if high_first > most && low_first * 10 < high_first {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// Whether the sample is UTF-8, allowing for a character cut in two at its end and for a few damaged
/// ones among many sound.
fn is_utf8(sample: &[u8]) -> bool {
    let (mut sound, mut damaged) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        damaged += usize::from(!chunk.invalid().is_empty());
    }
    let tail = sample.get(sample.len().saturating_sub(3)..).unwrap_or_default();
    if sample.len() >= SAMPLE && !tail.is_ascii() && std::str::from_utf8(tail).is_err() {
        damaged = damaged.saturating_sub(1);
    }
    damaged == 0 || sound > 4 * damaged
}

/// Excel's `sep=;` line: the delimiter it names and how long it is.
pub(super) fn separator_line(text: &[u8]) -> Option<(u8, usize)> {
    let end = text.iter().position(|b| *b == b'\n')?;
    let line = text.get(..end)?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let bare = line.strip_prefix(b"\"").and_then(|line| line.strip_suffix(b"\"")).unwrap_or(line);
    match bare {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => {
            matches!(delimiter, b',' | b';' | b'\t' | b'|').then_some((*delimiter, end + 1))
        }
        _ => None,
    }
}

/// The delimiter: the one that cuts the header into most cells and the next rows into as many.
pub(super) fn delimiter(text: &[u8]) -> u8 {
    let sample = text.get(..SAMPLE).unwrap_or(text);
    let (mut first, mut best) = ((b',', 0), (b',', 0));
    for candidate in [b',', b';', b'\t', b'|'] {
        let counts = cells_per_row(sample, candidate);
        // A title above the names of the columns is one cell.
        let from = counts.iter().position(|count| *count >= 2).unwrap_or_default();
        let Some((header, rows)) = counts.get(from..).and_then(<[usize]>::split_first) else { continue };
        if *header < 2 {
            continue;
        }
        let agreeing = rows.iter().filter(|n| *n == header).count();
        // Agreement over the rows weighs more than one more cell in the header.
        let score = header * (1 + 8 * agreeing) / (1 + rows.len());
        let score = score.max(1);
        let agree = agreeing * 2 >= rows.len();
        if from == 0 && agree && score > first.1 {
            first = (candidate, score);
        }
        if score > best.1 && (from == 0 || title_rows(sample, candidate) > 0) {
            best = (candidate, score);
        }
    }
    // What cuts the first row and those behind it alike needs no title to explain it.
    if first.1 > 0 { first.0 } else { best.0 }
}

/// Cells of the first rows if `delimiter` were the delimiter.
fn cells_per_row(sample: &[u8], delimiter: u8) -> Vec<usize> {
    let mut rows = Vec::new();
    let (mut cells, mut quoted, mut fresh, mut any) = (1, false, true, false);
    for byte in sample {
        match *byte {
            b'"' if fresh || quoted => {
                quoted = !quoted;
                fresh = false;
            }
            b'\n' | b'\r' if !quoted => {
                if any {
                    rows.push(cells);
                }
                if rows.len() >= 12 {
                    return rows;
                }
                (cells, fresh, any) = (1, true, false);
                continue;
            }
            b if b == delimiter && !quoted => {
                cells += 1;
                fresh = true;
            }
            _ => fresh = false,
        }
        any = true;
    }
    if any && rows.is_empty() {
        rows.push(cells);
    }
    rows
}

/// Whether a row names columns rather than holding a person's data.
pub(super) fn is_header(record: &Record) -> bool {
    let mut named = false;
    for cell in record.iter() {
        let cell = cell.trim();
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        let address = cell.contains('@') && cell.contains('.') && !cell.contains(' ');
        if address || digits >= 6 || cell.chars().count() > 200 {
            return false;
        }
        named |= cell.chars().any(char::is_alphabetic);
    }
    named
}

/// Rows of the beginning that are looked through for the names of the columns.
const TITLES: usize = 15;

/// Words by which a row is known to name columns.
const COLUMN_WORDS: [&str; 30] = [
    "name",
    "surname",
    "forename",
    "firstname",
    "lastname",
    "title",
    "company",
    "phone",
    "telephone",
    "tel",
    "mobile",
    "email",
    "mail",
    "address",
    "street",
    "town",
    "city",
    "postcode",
    "post",
    "postal",
    "birth",
    "dob",
    "registration",
    "reg",
    "notes",
    "vorname",
    "nachname",
    "telefon",
    "efternamn",
    "nom",
];

/// How many rows stand above the names of the columns: the title of a report, the day it was printed.
/// 0 unless a later row is known for certain to name columns and nothing above it does.
pub(super) fn title_rows(text: &[u8], delimiter: u8) -> usize {
    let sample = text.get(..SAMPLE).unwrap_or(text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(sample);
    let mut widest = 0;
    for (at, row) in reader.byte_records().take(TITLES).enumerate() {
        let Ok(row) = row else { return 0 };
        let cells = || row.iter().map(String::from_utf8_lossy).map(|cell| cell.trim().to_lowercase());
        let held = cells().filter(|cell| !cell.is_empty()).count();
        if cells().filter(|cell| names_column(cell)).count() >= 2 {
            // What is half as wide as the names of the columns is no title.
            return if widest * 2 <= held || widest < 2 { at } else { 0 };
        }
        widest = widest.max(held);
    }
    0
}

fn names_column(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let is_word = |word: &str| COLUMN_WORDS.contains(&word);
    cell.len() <= 40
        && digits < 3
        && !cell.contains('@')
        && cell.split(|c: char| !c.is_alphanumeric()).any(is_word)
}
