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

/// The most vehicles beside them, as in the search box.
const VEHICLES: usize = 8;

/// Finds contacts, and vehicles by what is on their plates and bodies.
pub fn search(host: &Host, search: &Search) -> Result<Answer, Ending> {
    if let Some(file) = &search.queries {
        return queries(host, file, search.limit.clamp(1, LIMIT_MAX));
    }
    let term = search.term.as_deref().unwrap_or_default();
    let mut found = host.call("search_contacts", json!({ "term": term, "limit": search.limit }))?;
    let vehicles = host.call("search_vehicles", json!({ "term": term, "limit": VEHICLES }))?;
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
    for (field, words) in [("rows", ""), ("suggestions", "  (did you mean it?)")] {
        let of = vehicles.get(field).and_then(Value::as_array).into_iter().flatten();
        lines.extend(of.map(|row| format!("{}{words}", vehicle_line(row))));
    }
    if let Some(found) = found.as_object_mut() {
        found.insert("vehicles".into(), vehicles);
    }
    Ok(Answer { json: found, lines })
}

/// `EU56 JEC  Ford Focus  Ida Quill  (was A1 JEC)`.
fn vehicle_line(row: &Value) -> String {
    let text = |field: &str| row.get(field).and_then(Value::as_str).unwrap_or_default();
    let former = text("former");
    let former = if former.is_empty() { String::new() } else { format!("  (was {former})") };
    format!("{}  {} {}  {}{former}", text("registration"), text("make"), text("model"), text("keeper"))
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
