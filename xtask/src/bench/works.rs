//! The work that is measured, book by book: what people wait for, each by the command they call.

use std::fs;
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use super::bare::Bare;
use super::errand::Book;
use super::figure::{Figure, Unit};
use super::people::{self, Query};

/// Forms of one print.
const FORMS: f64 = 2_000.0;
/// Rows of a page.
const PAGE: &str = r#"{"limit":100}"#;

/// One book of `count` contacts of `program`, from its import to the erasure of one of them.
pub fn all(program: &Path, folder: &Path, count: usize) -> anyhow::Result<Vec<Figure>> {
    fs::create_dir_all(folder)?;
    let csv = folder.join(format!("people-{count}.csv"));
    let queries = people::write(count, &csv)?;
    let book = Book::make(program, folder.join(format!("book-{count}")))?;
    let mut figures = Vec::new();
    let mut tell = |name: &'static str, unit: Unit, value: f64| figures.push(Figure { name, unit, value });

    let imported = book.errand(&["import", "contacts", &csv.display().to_string()])?;
    tell("import", Unit::Milliseconds, imported.net());
    tell("import, memory", Unit::Mebibytes, imported.memory);
    tell("file, a contact", Unit::Bytes, book.size()? as f64 / count as f64);

    search(&book, &queries, &mut tell)?;
    tell("re-consent, page of 100", Unit::Milliseconds, book.call("list_reconsent", PAGE, 200)?);
    tell("re-consent, count", Unit::Milliseconds, book.call("count_reconsent", "{}", 50)?);
    tell("contacts, page of 100", Unit::Milliseconds, book.call("list_contacts", PAGE, 200)?);
    tell("one contact", Unit::Milliseconds, book.call("get_contact", r#"{"id":"7"}"#, 200)?);
    tell(
        "consent of one contact",
        Unit::Milliseconds,
        book.call("get_consent", r#"{"contact_id":"7"}"#, 200)?,
    );

    let place = |name: &str| book.beside(name).display().to_string();
    let (csv_out, pdf_out) = (place("out.csv"), place("out.pdf"));
    let access = ["export", "access", "--contact", "C0000007", "--reason", "Asked", "-o", &place("one.csv")];
    tell("right of access, one", Unit::Milliseconds, best(3, || Ok(book.errand(&access)?.net()))?);
    let exported = book.errand(&["export", "contacts", "-o", &csv_out])?;
    tell("export of all", Unit::Milliseconds, exported.net());
    let printed = book.errand(&["print", "capture", "--all", "--limit", "2000", "-o", &pdf_out])?;
    tell("forms, a page of 2,000", Unit::Microseconds, printed.net() * 1000.0 / FORMS);
    tell("forms, bytes a page", Unit::Bytes, fs::metadata(&pdf_out)?.len() as f64 / FORMS);
    let verified = book.errand(&["call", "verify_ledger", "{}"])?;
    tell("ledger verify", Unit::Milliseconds, verified.phase("run")?);
    tell("ledger verify, memory", Unit::Mebibytes, verified.memory);

    erasure(&book, &mut tell)?;
    Ok(figures)
}

/// The bare statements beside a book that was filled already.
pub fn bare(folder: &Path, count: usize) -> anyhow::Result<Bare> {
    let queries = people::write(count, &folder.join(format!("people-{count}.csv")))?;
    let typed = folder.join(format!("queries-{count}.tsv"));
    let lines: Vec<String> =
        queries.iter().map(|query| format!("{}\t{}\n", query.kind, query.typed)).collect();
    fs::write(&typed, lines.concat())?;
    let book = folder.join(format!("book-{count}"));
    Bare::measure(&book.join("data"), &book.join("recovery-key"), &typed)
}

fn search(
    book: &Book,
    queries: &[Query],
    tell: &mut impl FnMut(&'static str, Unit, f64),
) -> anyhow::Result<()> {
    let file = book.beside("queries.txt");
    let lines: Vec<String> = queries.iter().map(|query| format!("{}\n", query.typed)).collect();
    fs::write(&file, lines.concat())?;
    let said = book.errand(&["search", "--queries", &file.display().to_string()])?;
    let answers = said.answer.as_array().context("no answers")?;
    let took = |kind: Option<&str>| -> Vec<f64> {
        let asked = queries.iter().zip(answers);
        let asked = asked.filter(|(query, _)| kind.is_none_or(|kind| kind == query.kind));
        asked.filter_map(|(_, answer)| answer.get("micros").and_then(Value::as_f64)).collect()
    };
    let (whole, names) = (took(None), took(Some("name_full")));
    tell("search, rows included, p50", Unit::Microseconds, share(&whole, 0.5));
    tell("search, rows included, p95", Unit::Microseconds, share(&whole, 0.95));
    tell("search by full name, p50", Unit::Microseconds, share(&names, 0.5));
    tell("search by full name, p95", Unit::Microseconds, share(&names, 0.95));
    Ok(())
}

/// The last, for it writes the most: the answer, and the whole errand until the last copies are gone.
fn erasure(book: &Book, tell: &mut impl FnMut(&'static str, Unit, f64)) -> anyhow::Result<()> {
    let nothing = book.errand(&["call", "show_session"])?;
    let input = r#"{"contact_id":"9","confirm_name":"C0000009","reason":"Asked"}"#;
    let erased = book.errand(&["call", "erase_contact", input])?;
    tell("erasure, until it is answered", Unit::Milliseconds, erased.phase("run")?);
    tell("erasure, until the last copies are gone", Unit::Milliseconds, erased.net());
    tell(
        "erasure, memory beyond an empty errand",
        Unit::Mebibytes,
        (erased.memory - nothing.memory).max(0.0),
    );
    Ok(())
}

/// The quickest of a few runs: what stood in the way of the others was not the product.
fn best(rounds: usize, mut run: impl FnMut() -> anyhow::Result<f64>) -> anyhow::Result<f64> {
    let mut fastest = f64::MAX;
    for _ in 0..rounds {
        fastest = fastest.min(run()?);
    }
    Ok(fastest)
}

/// The value below which this share of all lies.
fn share(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len().saturating_sub(1) as f64 * share) as usize;
    sorted.get(at).copied().unwrap_or_default()
}
