//! The database that is measured: a folder that `forecourt-cli` filled, opened with its recovery
//! key.

use forecourt_store::Database;
use forecourt_store::keys::{Keyslots, RecoveryKey};
use std::path::Path;

/// Opens what `FORECOURT_BENCH_DATA` and `FORECOURT_BENCH_KEY` name; `None` where they name nothing.
pub fn database() -> Result<Option<Database>, Box<dyn std::error::Error>> {
    let (Ok(data), Ok(key)) = (std::env::var("FORECOURT_BENCH_DATA"), std::env::var("FORECOURT_BENCH_KEY"))
    else {
        return Ok(None);
    };
    let folder = Path::new(&data);
    let slots = Keyslots::read(&folder.join("keyslots.json"))?;
    let recovery = RecoveryKey::parse(std::fs::read_to_string(key)?.trim())?;
    Ok(Some(Database::open(&folder.join("forecourt.db"), slots.open_with_recovery(&recovery)?)?))
}

/// Median and 95th percentile of times in microseconds.
pub fn told(mut times: Vec<f64>) -> serde_json::Value {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times.get((times.len().saturating_sub(1) as f64 * share) as usize).copied();
    serde_json::json!({ "median": at(0.5).map(f64::round), "p95": at(0.95).map(f64::round) })
}
