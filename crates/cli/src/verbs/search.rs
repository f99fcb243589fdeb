//! `search`: one term, or a file of them for measurement.

use crate::arguments::Search;
use crate::host::Host;
use crate::print::{Answer, Ending, put};
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::Path;
use std::time::Instant;

/// The most lines of one answer, as on the screen.
const LIMIT_MAX: usize = 200;

/// Finds contacts.
pub fn search(host: &Host, search: &Search) -> Result<Answer, Ending> {
    if let Some(file) = &search.queries {
        return queries(host, file, search.limit.clamp(1, LIMIT_MAX));
    }
    let term = search.term.as_deref().unwrap_or_default();
    let found = host.call("search_contacts", json!({ "term": term, "limit": search.limit }))?;
    let rows = found.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
            format!("{}  {}  {}  {}", text("reference"), text("name"), text("town"), text("phone"))
        })
        .collect();
    if lines.is_empty() {
        lines.push("No contact found.".into());
    }
    Ok(Answer { json: found, lines })
}

/// One JSON line a term, with the time of what the search box asks for: from the way in to the answer,
/// its rows and their marks included.
fn queries(host: &Host, file: &Path, limit: usize) -> Result<Answer, Ending> {
    let text = fs::read_to_string(file)
        .map_err(|error| Ending::Fault(format!("The queries cannot be read: {}.", error.kind())))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    for term in text.lines().filter(|line| !line.is_empty()) {
        let input = json!({ "term": term, "limit": limit });
        let began = Instant::now();
        let found = host.call_for_text("search_contacts", input)?;
        let micros = began.elapsed().as_secs_f64() * 1e6;
        let found: Value = serde_json::from_str(&found).unwrap_or_default();
        let rows = found.get("rows").and_then(Value::as_array);
        let references: Vec<&str> =
            rows.into_iter().flatten().filter_map(|row| row.get("reference")?.as_str()).collect();
        let micros = (micros * 10.0).round() / 10.0;
        let line = json!({ "query": term, "micros": micros, "references": references });
        put(&mut out, &format!("{line}\n"))
            .map_err(|error| Ending::Fault(format!("The answer could not be printed: {}.", error.kind())))?;
    }
    Ok(Answer::nothing())
}
