//! Scenes that several journeys begin with, and ways of looking at what came out.

use forecourt_dispatch::Refusal;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Maria at the counter: no right but to do her work.
pub fn maria(app: &TestApp) {
    app.employee("Maria Keane", "maria", &[]);
    app.sign_in("maria");
}

/// Maria with the right to execute GDPR rights requests.
pub fn maria_with_the_right(app: &TestApp) {
    app.employee("Maria Keane", "maria", &[Right::GdprRightsRequests]);
    app.sign_in("maria");
}

/// Sets the consent portal up.
pub fn portal(app: &TestApp) {
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors")),
        ("portal.contact", json!("hello@hadley.example")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
}

/// Adds a contact from the fields of the form and gives its id.
pub fn contact(app: &TestApp, fields: Value) -> String {
    let view = app.call("create_contact", json!({ "contact": fields }));
    view["id"].as_str().expect("an id").to_owned()
}

/// Siobhán with an address of every kind.
pub fn siobhan(app: &TestApp) -> String {
    contact(
        app,
        json!({
            "title": "Ms", "first_name": "Siobhán", "last_name": "O'Brien-Ng",
            "addresses": [{ "line1": "14 Chapel Row", "town": "Great Malvern", "postcode": "WR14 3AA" }],
            "phones": [{ "kind": "mobile", "typed": "07700 900214" }, { "kind": "home", "typed": "01632 960118" }],
            "emails": [{ "address": "siobhan@example.org" }],
            "vehicles": [{ "registration": "EU56 JEC", "make": "Ford", "model": "Focus" }],
        }),
    )
}

/// What a contact allows.
pub fn consent(app: &TestApp, id: &str) -> Value {
    app.call("get_consent", json!({ "contact_id": id }))
}

/// The cell of a panel: `us/email/service_followup`.
pub fn cell(view: &Value, subject: &str) -> Value {
    let rows = view["rows"].as_array().expect("rows");
    let cells = rows.iter().flat_map(|row| row["cells"].as_array().expect("cells"));
    cells
        .into_iter()
        .find(|cell| cell["subject"] == subject)
        .cloned()
        .unwrap_or_else(|| panic!("no cell {subject}"))
}

/// Every cell of one party that is in a state, as `email/service_followup`.
pub fn cells_in(view: &Value, party: &str, state: &str) -> Vec<String> {
    let rows = view["rows"].as_array().expect("rows");
    let cells = rows.iter().flat_map(|row| row["cells"].as_array().expect("cells"));
    cells
        .filter(|cell| cell["party"] == party && cell["state"] == state)
        .map(|cell| {
            cell["subject"]
                .as_str()
                .expect("a subject")
                .strip_prefix(&format!("{party}/"))
                .expect("its party")
                .to_owned()
        })
        .collect()
}

/// A save of Edit Marketing Consent over what stands; `fields` replaces what is given.
pub fn save_input(app: &TestApp, id: &str, fields: Value) -> Value {
    let mut input = json!({
        "contact_id": id, "version": consent(app, id)["version"], "screen": "contact_record",
        "us": {}, "third_party": {}, "manufacturer": {}, "method": "in_person", "notes": "",
        "reconfirmed": false, "words": "shown",
    });
    for (name, value) in fields.as_object().expect("fields") {
        input[name] = value.clone();
    }
    input
}

/// Saves it.
pub fn save(app: &TestApp, id: &str, fields: Value) -> Value {
    app.call("save_consent", save_input(app, id, fields))
}

/// Saves and is refused.
pub fn save_refused(app: &TestApp, id: &str, fields: Value) -> Refusal {
    app.refused("save_consent", save_input(app, id, fields))
}

/// Everything in the GDPR tab, newest first.
pub fn history(app: &TestApp, id: &str) -> Vec<Value> {
    let page =
        app.call("list_history", json!({ "contact_id": id, "kinds": [], "after": null, "limit": 100 }));
    page["rows"].as_array().expect("entries").clone()
}

/// The lines of an entry, one under the other.
pub fn lines(entry: &Value) -> String {
    let lines = entry["lines"].as_array().expect("lines");
    lines.iter().map(|line| line["text"].as_str().expect("text")).collect::<Vec<_>>().join("\n")
}

/// The text of a PDF as people read it.
pub fn pdf_text(place: &Path) -> String {
    let output = Command::new("pdftotext").arg("-layout").arg(place).arg("-").output();
    let output = output.expect("pdftotext of the package poppler-utils");
    assert!(output.status.success(), "pdftotext refused {}", place.display());
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Words in a row, whatever stood between them.
pub fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every value of every table as text, each line with the name of its table: what somebody with
/// the key could read.
pub fn dump(app: &TestApp) -> String {
    let book = app.book();
    let read = book.database_of_the_test().read(|tx| -> forecourt_store::Result<String> {
        let mut text = String::new();
        let tables = tx.all(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            &[],
            |row| row.text(0),
        )?;
        for table in tables {
            let columns =
                tx.all(&format!("SELECT name FROM pragma_table_info('{table}')"), &[], |row| row.text(0))?;
            let values: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
            let sql = format!("SELECT {} FROM {table}", values.join(" || ' ' || "));
            for row in tx.all(&sql, &[], |row| row.text(0))? {
                text.push_str(&format!("{table}: {row}\n"));
            }
        }
        Ok(text)
    });
    read.expect("a readable database")
}

/// The lines of [`dump`] that hold `needle`, whatever the case.
pub fn found_in<'d>(dump: &'d str, needle: &str) -> Vec<&'d str> {
    let needle = needle.to_lowercase();
    dump.lines().filter(|line| line.to_lowercase().contains(&needle)).collect()
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The file of an export.
pub fn exported(app: &TestApp, reply: &Value) -> PathBuf {
    app.outlet.exports().join(reply["file"].as_str().expect("a file"))
}

/// Does the ledger verify?
pub fn verifies(app: &TestApp) {
    app.sign_in("anna");
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}
