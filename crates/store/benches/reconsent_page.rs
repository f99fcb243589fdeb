//! The first page of Marketing Re-consent Needed against the plain query for the same contacts.
//!
//! ```text
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file cargo bench --workspace --bench reconsent_page
//! ```
//!
//! The folder is one that `forecourt-cli` filled, the file holds its recovery key. Without them
//! there is nothing to measure. Prints one JSON line in microseconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

mod measured;

use forecourt_store::contact::reconsent;
use forecourt_store::{Result, Tx, Value};
use std::time::Instant;

const PAGE: usize = 100;
const ROUNDS: usize = 200;
/// Everything there is to ask again about: the longest list there can be.
const CUTOFF: &str = "2999-12-31";

fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let Some(database) = measured::database()? else {
        println!("nothing to measure: see crates/store/benches/reconsent_page.rs");
        return Ok(());
    };
    let cutoff = CUTOFF.parse()?;
    let (mut plain, mut page, mut count, mut due) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for _ in 0..ROUNDS {
        let started = Instant::now();
        database.read(plain_query)?;
        plain.push(started.elapsed().as_secs_f64() * 1e6);
        let started = Instant::now();
        database.read(|tx| reconsent::page(tx, cutoff, None, PAGE))?;
        page.push(started.elapsed().as_secs_f64() * 1e6);
        let started = Instant::now();
        due = database.read(|tx| reconsent::count(tx, cutoff))?;
        count.push(started.elapsed().as_secs_f64() * 1e6);
    }
    let figures = serde_json::json!({
        "due": due, "plain": measured::told(plain), "page": measured::told(page), "count": measured::told(count),
    });
    println!("{figures}");
    Ok(())
}

/// The columns that the screen shows of each contact, as text.
fn plain_query(tx: &Tx<'_>) -> Result<Vec<(String, String)>> {
    tx.all(
        "SELECT c.reference, c.first_name || ' ' || c.last_name, c.main_phone, c.main_email, s.cells, s.oldest
         FROM consent_standing s JOIN contact c ON c.id = s.contact_id
         WHERE s.oldest <> '' AND s.oldest <= ? ORDER BY s.oldest, s.contact_id LIMIT ?",
        &[Value::Text(CUTOFF), Value::Int(PAGE as i64)],
        |row| Ok((row.text(0)?, row.text(1)?)),
    )
}
