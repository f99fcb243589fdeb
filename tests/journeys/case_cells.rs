//! Files and situations from the field, as others met them (`fixtures/cases`): what the tests of them share.

use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A file of a case.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(name)
}

/// Imports a file of a case.
pub fn import(app: &TestApp, name: &str) -> Value {
    app.call("run_import", json!({ "file": app.offer(fixture(name)) }))
}

/// Imports a file of this text.
pub fn import_text(app: &TestApp, text: impl AsRef<[u8]>) -> Value {
    let path = app.outlet.exports().join("contacts.csv");
    fs::write(&path, text).unwrap();
    app.call("run_import", json!({ "file": app.offer(&path) }))
}

/// The one contact that is found so.
pub fn one(app: &TestApp, term: &str) -> Value {
    let found = found(app, term);
    assert_eq!(found.len(), 1, "{term}: {found:?}");
    app.call("get_contact", json!({ "id": found[0]["id"] }))
}

/// The contacts found so.
pub fn found(app: &TestApp, term: &str) -> Vec<Value> {
    app.call("search_contacts", json!({ "term": term }))["rows"].as_array().unwrap().clone()
}

/// Line and column of each thing that is told, warnings or errors.
pub fn told(report: &Value, list: &str) -> Vec<String> {
    let list = report[list].as_array().unwrap();
    list.iter().map(|one| format!("{} {}", one["line"], one["column"].as_str().unwrap())).collect()
}

/// What is told of a line.
pub fn words(report: &Value, list: &str, line: u64) -> String {
    let list = report[list].as_array().unwrap();
    let of_line = list.iter().filter(|one| one["line"] == line);
    of_line.map(|one| one["message"].as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

/// A field of a contact as text.
pub fn text<'v>(view: &'v Value, field: &str) -> &'v str {
    view[field].as_str().unwrap_or_default()
}

/// How many contacts there are.
pub fn total(app: &TestApp) -> i64 {
    app.call("list_contacts", json!({ "sort": "name", "limit": 1 }))["total"].as_i64().unwrap()
}
