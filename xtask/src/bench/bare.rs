//! The bare statements: the same work as plain SQL on an encrypted file, without rights, history or undo,
//! by the benches of the crates (`cargo bench`). They read a book that the product filled.

use std::path::Path;

use anyhow::Context;
use serde_json::Value;

use super::figure::{Figure, Unit};
use crate::steps;

/// Which figure of which bench a figure of the product is held against.
struct Limit {
    bench: &'static str,
    /// Where the figure stands in the bench's answer.
    at: &'static [&'static str],
    /// To the unit of the product's figure.
    times: f64,
    /// The figure of the product.
    of: &'static str,
}

/// The limits there are.
const LIMITS: &[Limit] = &[
    Limit { bench: "bare_lookup", at: &["all, first", "median"], times: 1.0, of: "look-up alone, p50" },
    Limit { bench: "bare_lookup", at: &["all, first", "p95"], times: 1.0, of: "look-up alone, p95" },
    Limit { bench: "reconsent_page", at: &["plain", "median"], times: 0.001, of: "re-consent, page of 100" },
    Limit { bench: "bare_import", at: &["whole"], times: 1000.0, of: "import" },
    Limit { bench: "ledger", at: &["bare_walk", "median"], times: 0.001, of: "ledger verify" },
];

/// Those that measure the limits, and those that measure what no errand can.
const BENCHES: [&str; 6] =
    ["bare_lookup", "search_page", "reconsent_page", "bare_import", "ledger", "consent_save"];

/// A figure of the product that a bench measures: the look-up without its rows, and the answer of a save,
/// which needs the version of the one before.
const ITS_OWN: [(&str, &[&str], Unit, &str); 4] = [
    ("search_page", &["all, first", "median"], Unit::Microseconds, "look-up alone, p50"),
    ("search_page", &["all, first", "p95"], Unit::Microseconds, "look-up alone, p95"),
    ("consent_save", &["first"], Unit::Milliseconds, "consent save"),
    ("consent_save", &["later"], Unit::Milliseconds, "consent save, after 600 of the same contact"),
];

/// What the benches said of one book.
pub struct Bare(Vec<(&'static str, Value)>);

impl Bare {
    /// Runs them on the book in `data`.
    pub fn measure(data: &Path, key: &Path, queries: &Path) -> anyhow::Result<Self> {
        let mut told = Vec::new();
        for bench in BENCHES {
            let mut command = steps::cargo();
            command.args(["bench", "--quiet", "--workspace", "--bench", bench]);
            command.env("FORECOURT_BENCH_DATA", data).env("FORECOURT_BENCH_KEY", key);
            command.env("FORECOURT_BENCH_QUERIES", queries);
            let said = steps::output(&mut command)?;
            let line = said.lines().rev().find(|line| line.starts_with('{'));
            let line = line.with_context(|| format!("{bench} measured nothing: {said}"))?;
            told.push((bench, serde_json::from_str(line)?));
        }
        Ok(Self(told))
    }

    /// Nothing was measured.
    #[cfg(test)]
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The figures of a book, with those that only a bench can measure.
    pub fn beside(&self, mut figures: Vec<Figure>) -> Vec<Figure> {
        for (bench, at, unit, name) in ITS_OWN {
            if let Some(value) = self.read(bench, at) {
                figures.push(Figure { name, unit, value });
            }
        }
        figures
    }

    /// The limit of a figure, in its unit.
    pub fn limit(&self, of: &str) -> Option<f64> {
        let limit = LIMITS.iter().find(|limit| limit.of == of)?;
        Some(self.read(limit.bench, limit.at)? * limit.times)
    }

    fn read(&self, bench: &str, at: &[&str]) -> Option<f64> {
        let (_, value) = self.0.iter().find(|(name, _)| *name == bench)?;
        at.iter().try_fold(value, |value, name| value.get(name))?.as_f64()
    }
}
