//! `erase`, `list erasures` and `ledger verify`.

use crate::desk::Desk;
use serde_json::json;

#[test]
fn a_contact_is_erased_when_its_name_confirms_it_and_the_ledger_still_verifies() {
    let desk = Desk::prepared();
    let erase = |name| desk.anna(["erase", "--contact", "C0000042", "--confirm", name]);
    assert_eq!(desk.anna(["list", "erasures"]).done(), json!({ "rows": [], "total": 0, "workstations": [] }));
    for wrong in ["Peter Hadley", "Siobhán", ""] {
        let refusal = erase(wrong).refused("invalid");
        assert!(refusal["fields"]["confirm_name"].is_string(), "{refusal}");
        assert!(!refusal.to_string().contains("Brien"), "the right name is not told: {refusal}");
    }
    assert_eq!(desk.found("C0000042"), ["C0000042"]);

    erase("Siobhán O'Brien-Ng").done();
    for term in ["C0000042", "Siobhan", "07700 900214", "siobhan@example.org", "EU56JEC"] {
        assert_eq!(desk.found(term), Vec::<String>::new(), "{term}");
    }
    erase("Siobhán O'Brien-Ng").refused("not_found");
    let list = desk.anna(["list", "erasures"]).done();
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{list}");
    assert_eq!(rows[0]["user"], "Anna Kowalska");
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
    assert_eq!(desk.total(), 2);
}

#[test]
fn people_read_sentences() {
    let desk = Desk::prepared();
    assert_eq!(desk.plain(["list", "erasures"]).text(), "Nobody has been erased.\n");
    let said = desk.plain(["erase", "--contact", "C0000043", "--confirm", "Somebody Else"]);
    assert_eq!((said.code, said.text()), (2, ""));
    assert!(said.err.contains("is not the name of this account"), "{}", said.err);
    let said = desk.plain(["erase", "--contact", "C0000043", "--confirm", "Peter Hadley"]);
    assert_eq!((said.code, said.text()), (0, "Erased. The GDPR Erasure list shows it.\n"));
    assert_eq!(desk.plain(["list", "erasures"]).text().lines().count(), 1);
    let said = desk.plain(["ledger", "verify"]);
    assert!(
        said.text().starts_with("All ") && said.text().contains("lines verify. Head: "),
        "{}",
        said.text()
    );
}

#[test]
fn every_call_leaves_a_ledger_that_grew_and_verifies() {
    let desk = Desk::prepared();
    let before = desk.anna(["ledger", "verify"]).done();
    let id = desk.anna(["search", "C0000043"]).done()["rows"][0]["id"].clone();
    let version = desk.call("get_consent", &json!({ "contact_id": id }))["version"].clone();
    let input = json!({
        "contact_id": id, "version": version, "excluded": true, "notes": "Asked by telephone",
        "screen": "contact_record",
    });
    desk.call("set_exclusion", &input);
    let after = desk.anna(["ledger", "verify"]).done();
    assert!(after["lines"].as_i64() > before["lines"].as_i64());
    assert_ne!(after["head"], before["head"]);
    assert_eq!(after["ok"], true);
}
