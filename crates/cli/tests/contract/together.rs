//! Two programs on one dealership at once.

use crate::desk::{Desk, HEADER, fed};
use crate::said::Said;
use serde_json::json;
use std::fmt::Write;

#[test]
fn two_imports_and_a_clerk_at_once_lose_nothing() {
    let desk = Desk::prepared();
    let files: Vec<_> = (0..2)
        .map(|file| {
            let mut text = HEADER.to_owned();
            for row in 0..300 {
                let email = format!("row{row}of{file}@example.org");
                writeln!(text, ",Mr,Ivor,Lund,,,,,,,,,,{email},,,,,,,,,,,,").unwrap();
            }
            desk.put(&format!("{file}.csv"), &text)
        })
        .collect();
    let mut running: Vec<_> =
        files.iter().map(|file| fed(desk.as_anna(["import", "contacts"]).arg(file), b"")).collect();
    for row in 0..4 {
        let input = json!({ "contact": { "first_name": "Ada", "last_name": format!("Marsh {row}") } });
        let mut command = desk.as_anna(["call", "create_contact", "-"]);
        running.push(fed(&mut command, input.to_string().as_bytes()));
    }
    for child in running {
        Said::of(child).done();
    }
    assert_eq!(desk.total(), 3 + 2 * 300 + 4);
    assert_eq!(desk.anna(["ledger", "verify"]).done()["ok"], true);
    // Every contact has an account reference of its own.
    let out = desk.path("out/all.csv");
    desk.anna(["export".as_ref(), "contacts".as_ref(), "-o".as_ref(), out.as_os_str()]).done();
    let text = std::fs::read_to_string(out).unwrap();
    let mut references: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    references.sort_unstable();
    references.dedup();
    assert_eq!(references.len(), 607);
}

#[test]
fn of_two_saves_over_the_same_version_one_is_a_conflict() {
    let desk = Desk::prepared();
    let id = desk.anna(["search", "C0000043"]).done()["rows"][0]["id"].clone();
    let version = desk.call("get_consent", &json!({ "contact_id": id }))["version"].clone();
    let both = ["Asked by telephone", "Asked by letter"].map(|notes| {
        let input = json!({
            "contact_id": id, "version": version, "excluded": true, "notes": notes, "screen": "contact_record",
        });
        fed(&mut desk.as_anna(["call", "set_exclusion", "-"]), input.to_string().as_bytes())
    });
    let mut ends = both.map(Said::of);
    ends.sort_by_key(|said| said.code);
    ends[0].done();
    ends[1].refused("conflict");
}
