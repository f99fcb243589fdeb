//! What a search page can be held against: a bare look-up of a prefix in a covering index of an
//! encrypted SQLite that holds the same terms.
//!
//! ```text
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file FORECOURT_BENCH_QUERIES=queries.tsv \
//!     cargo bench --workspace --bench bare_lookup
//! ```
//!
//! The folder is one that `forecourt-cli` filled, the file holds its recovery key, a line of the
//! queries is a kind and, behind a tab, what is typed. Without them there is nothing to measure.
//! Prints one JSON line: per kind the median and the 95th percentile in microseconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

mod measured;
#[path = "measured/queries.rs"]
mod queries;

use forecourt_domain::search::plan;
use forecourt_store::keys::DataKey;
use forecourt_store::{Database, Error, Tx, Value};
use std::path::Path;
use std::time::Instant;

/// Rows of a page.
const PAGE: i64 = 20;
const REFERENCES: &str = "SELECT t.term, c.reference FROM search_term t JOIN contact c ON c.id = t.contact_id
    ORDER BY t.term, t.contact_id";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (Some(source), Ok(queries)) = (measured::database()?, std::env::var("FORECOURT_BENCH_QUERIES"))
    else {
        println!("nothing to measure: see crates/store/benches/bare_lookup.rs");
        return Ok(());
    };
    let place = tempfile::tempdir()?;
    let bare = bare_index(&source, &place.path().join("bare.db"))?;

    let told = queries::asked(&queries, |typed| -> Result<_, Box<dyn std::error::Error>> {
        let Some(from) = plan(typed).ranges.first().map(|range| range.from.clone()) else { return Ok(None) };
        let started = Instant::now();
        bare.read(|tx| page(tx, &from))?;
        Ok(Some(started.elapsed().as_secs_f64() * 1e6))
    })?;
    println!("{told}");
    Ok(())
}

fn bare_index(from: &Database, place: &Path) -> Result<Database, Error> {
    let key = DataKey::generate().map_err(|_| Error::other("no random numbers"))?;
    let bare = Database::create(place, key)?;
    bare.write(|tx| -> Result<(), Error> {
        tx.run("CREATE TABLE bare (term TEXT NOT NULL, reference TEXT NOT NULL)", &[])?;
        from.read(|source| {
            source.each(REFERENCES, &[], |row| {
                let values = [Value::Text(row.text_ref(0)?), Value::Text(row.text_ref(1)?)];
                tx.run("INSERT INTO bare (term, reference) VALUES (?, ?)", &values).map(drop)
            })
        })?;
        tx.run("CREATE INDEX bare_index ON bare (term, reference)", &[])?;
        Ok(())
    })?;
    Ok(bare)
}

fn page(tx: &Tx<'_>, from: &str) -> Result<Vec<String>, Error> {
    let to = format!("{from}\u{10FFFF}");
    tx.all(
        "SELECT reference FROM bare WHERE term >= ? AND term < ? ORDER BY term LIMIT ?",
        &[Value::Text(from), Value::Text(&to), Value::Int(PAGE)],
        |row| row.text(0),
    )
}
