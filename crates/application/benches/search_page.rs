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
#[path = "../../store/benches/measured/queries.rs"]
mod queries;

use forecourt_application::contact::find;
use forecourt_store::Error;
use std::hint::black_box;
use std::time::Instant;

/// Rows of a page.
const PAGE: usize = 20;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (Some(book), Ok(queries)) = (measured::database()?, std::env::var("FORECOURT_BENCH_QUERIES")) else {
        println!("nothing to measure: see crates/application/benches/search_page.rs");
        return Ok(());
    };
    let told = queries::asked(&queries, |typed| -> Result<_, Box<dyn std::error::Error>> {
        let started = Instant::now();
        black_box(book.read(|tx| -> Result<_, Error> { find(tx, typed, PAGE) })?);
        Ok(Some(started.elapsed().as_secs_f64() * 1e6))
    })?;
    println!("{told}");
    Ok(())
}
