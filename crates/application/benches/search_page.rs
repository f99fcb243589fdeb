//! The look-up behind a page of search results, without the rows that are shown: to be held against
//! `bare_lookup` of the store, on the same book and queries.
//!
//! ```text
//! FORECOURT_BENCH_DATA=folder FORECOURT_BENCH_KEY=file FORECOURT_BENCH_QUERIES=queries.tsv \
//!     cargo bench --workspace --bench search_page
//! ```
//!
//! Prints one JSON line: per kind the median and the 95th percentile in microseconds.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

#[path = "../../store/benches/measured/mod.rs"]
mod measured;

use forecourt_application::contact::find;
use forecourt_store::Error;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Instant;

/// Rows of a page.
const PAGE: usize = 20;
const ROUNDS: usize = 3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (Some(book), Ok(queries)) = (measured::database()?, std::env::var("FORECOURT_BENCH_QUERIES")) else {
        println!("nothing to measure: see crates/application/benches/search_page.rs");
        return Ok(());
    };
    let mut kinds: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let text = std::fs::read_to_string(queries)?;
    // In the first round each query is asked as somebody types it for the first time.
    for round in 0..=ROUNDS {
        for line in text.lines() {
            let Some((kind, rest)) = line.split_once('\t') else { continue };
            let typed = rest.split('\t').next().unwrap_or_default();
            let started = Instant::now();
            black_box(book.read(|tx| -> Result<_, Error> { find(tx, typed, PAGE) })?);
            let micros = started.elapsed().as_secs_f64() * 1e6;
            let when = if round == 0 { "first" } else { "again" };
            kinds.entry(format!("{kind}, {when}")).or_default().push(micros);
            kinds.entry(format!("all, {when}")).or_default().push(micros);
        }
    }
    let told = kinds.into_iter().map(|(kind, times)| (kind, measured::told(times)));
    println!("{}", serde_json::Value::Object(told.collect()));
    Ok(())
}
