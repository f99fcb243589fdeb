//! Queries of a file, asked one after the other: a line is a kind and, behind a tab, what is typed.

use super::measured::told;
use serde_json::Value;
use std::collections::BTreeMap;

const ROUNDS: usize = 3;

/// Asks each query four times; `ask` says how many microseconds it took, or nothing where there is nothing
/// to ask. Gives the median and the 95th percentile by kind: in the first round each query is asked as
/// somebody types it for the first time.
pub fn asked<E: From<std::io::Error>>(
    file: &str,
    mut ask: impl FnMut(&str) -> Result<Option<f64>, E>,
) -> Result<Value, E> {
    let mut kinds: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let text = std::fs::read_to_string(file)?;
    for round in 0..=ROUNDS {
        for line in text.lines() {
            let Some((kind, rest)) = line.split_once('\t') else { continue };
            let Some(micros) = ask(rest.split('\t').next().unwrap_or_default())? else { continue };
            let when = if round == 0 { "first" } else { "again" };
            kinds.entry(format!("{kind}, {when}")).or_default().push(micros);
            kinds.entry(format!("all, {when}")).or_default().push(micros);
        }
    }
    Ok(Value::Object(kinds.into_iter().map(|(kind, times)| (kind, told(times))).collect()))
}
