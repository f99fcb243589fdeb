//! Whatever is changed by hand in the book shows at the next verification, wherever it stands (L1): one
//! statement at a time, against every column of every table, and against the schema.

use crate::part::part;
use crate::scene::{contact, portal, save, siobhan};
use forecourt_dispatch::{Book, Refusal};
use forecourt_domain::rights::Right;
use forecourt_store::ledger::{self, Verdict};
use forecourt_store::{Error, Tx, personal};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;

/// A dealership in which every command that writes to a table was used.
pub fn lived_in() -> TestApp {
    let app = TestApp::new();
    portal(&app);
    let rights = [Right::AccessSettings, Right::ExportReports];
    let made = app.call(
        "create_employee",
        json!({ "login": "bob", "name": "Bob Finch", "password": "seven green bicycles", "rights": rights }),
    );
    app.call(
        "update_employee",
        json!({
            "id": made["id"], "version": made["version"], "name": "Robert Finch", "login": "bob",
            "active": true, "rights": [Right::AccessSettings],
        }),
    );
    app.call("reset_password", json!({ "id": made["id"], "new_password": "nine yellow tractors" }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 9 }));
    app.call("set_appearance", json!({ "appearance": "dark" }));
    let kept = siobhan(&app);
    let also = contact(
        &app,
        json!({
            "first_name": "Ann", "last_name": "Rush", "emails": [{ "address": "ann@example.org" }],
            "addresses": [{ "line1": "14 Chapel Row", "town": "Great Malvern", "postcode": "WR14 3AA" }],
            "phones": [{ "kind": "mobile", "typed": "07700 900214" }], "vehicles": [{ "registration": "EU56 JEC" }],
        }),
    );
    let erased = contact(
        &app,
        json!({ "first_name": "Priya", "last_name": "Shah", "emails": [{ "address": "priya@example.org" }] }),
    );
    let view = app.call("get_contact", json!({ "id": kept }));
    app.call(
        "update_contact",
        json!({ "id": kept, "version": view["version"], "contact": { "first_name": "Siobhan", "last_name": "Ng", "emails": [{ "address": "siobhan@example.org" }] } }),
    );
    for id in [&kept, &erased] {
        save(&app, id, json!({ "us": { "email": true, "service": true }, "notes": "asked on the phone" }));
        app.call("make_receipt", json!({ "contact_id": id, "form": "pdf" }));
        app.call("print_history", json!({ "contact_id": id, "kinds": [] }));
    }
    for (id, email) in
        [(&kept, "siobhan@example.org"), (&kept, "siobhan@example.org"), (&erased, "priya@example.org")]
    {
        app.call("prepare_portal_link", json!({ "contact_id": id, "email": email, "customer_asked": true }));
    }
    app.call(
        "print_capture_forms",
        json!({ "contact_ids": [kept, also, erased], "blank": 2, "all": false, "job": null }),
    );
    app.call("export_contacts", json!({}));
    let disc = part(&app, "1K0 615 301 AA", "Brake disc", "64.50", "4");
    app.call("receive_part", json!({ "id": disc["id"], "quantity": "2" }));
    app.call("count_part", json!({ "id": disc["id"], "seen": 600, "counted": "5", "reason": "Stocktaking" }));
    let ray = crate::booking::resource(&app, "technician", "Ray Holt", 8);
    for contact in [&kept, &kept, &erased] {
        crate::booking::book(&app, contact, Some(&ray), json!({ "registration": "AB12 CDE" }));
    }
    for undone in [false, true] {
        let mut text = String::from("first_name,last_name,email\n");
        for row in 0..5 {
            let _ = writeln!(text, "Ida,Row{row},ida{row}.{undone}@example.com");
        }
        let path = app.outlet.exports().join("contacts.csv");
        fs::write(&path, text).unwrap();
        let done = app.call("run_import", json!({ "file": app.offer(&path), "job": "job" }));
        if undone {
            app.call("undo_import", json!({ "id": done["import_id"] }));
        }
    }
    drive(&app, &also);
    for contact in [&kept, &erased] {
        crate::job_card::lived_in(&app, contact);
    }
    app.call("erase_contact", json!({ "contact_id": erased, "confirm_name": "Priya Shah" }));
    contact(&app, json!({ "last_name": "Pratt", "emails": [{ "address": "noemail@hadley.example" }] }));
    app.call("record_gone_away", json!({ "contact_id": also, "on": "2026-11-12" }));
    app.call("record_death", json!({ "contact_id": also, "told_by": "Her son" }));
    app.call("keep_draft", json!({ "form": format!("contact:{kept}"), "typed": "{}" }));
    invoiced(&app, &kept);
    app
}

/// What is posted, credited in part, and begun: to a contact, and to somebody who walked in.
fn invoiced(app: &TestApp, contact: &str) {
    let lines = json!([
        { "description": "Bulb", "quantity": 200, "unit_price": 333, "vat_rate": "standard" },
        { "description": "MOT test", "quantity": 100, "unit_price": 5485, "vat_rate": "outside" },
    ]);
    for who in [json!({ "contact_id": contact }), json!({ "name": "Mr Quill" })] {
        let mut input = json!({ "kind": "parts", "lines": lines });
        input.as_object_mut().unwrap().extend(who.as_object().unwrap().clone());
        let draft = app.call("draft_invoice", input.clone());
        let posted = app.call("post_invoice", json!({ "id": draft["id"], "version": draft["version"] }));
        let credit = json!([{ "line_id": posted["lines"][0]["id"], "quantity": 100 }]);
        for (seen, draft) in [(0, false), (1, true)] {
            app.call(
                "credit_invoice",
                json!({ "id": posted["id"], "seen": seen, "reason": "Returned", "lines": credit, "draft": draft }),
            );
        }
        app.call("draft_invoice", input);
    }
}

/// Whatever may become of a vehicle.
fn drive(app: &TestApp, keeper: &str) {
    let made = app.call(
        "create_vehicle",
        json!({
            "vehicle": {
                "registration": "X1 ABC", "make": "Ford", "vin": "WF0AXXWPMA7H12345", "mot_due": "2026-11-30",
                "recall": "yes", "mileage": 42_117,
            },
            "contact_id": keeper,
        }),
    );
    let moved = app.call(
        "change_plate",
        json!({ "id": made["id"], "version": made["version"], "registration": "A1 ABC", "on": "2026-11-20" }),
    );
    let sold =
        json!({ "id": made["id"], "version": moved["version"], "contact_id": null, "on": "2026-11-21" });
    let sold = app.call("change_keeper", sold);
    let fields = json!({ "registration": "A1 ABC", "make": "Ford", "no_service_contact": true });
    app.call("update_vehicle", json!({ "id": made["id"], "version": sold["version"], "vehicle": fields }));
}

/// What a verification says once `tamper` has been at the tables, which are put back after. `None` where
/// the engine itself refuses the statement.
fn verdict(book: &Book, tamper: impl FnOnce(&Tx<'_>) -> Result<usize, Error>) -> Option<Verdict> {
    let mut verdict = None;
    // In bulk: so that owners, which the engine looks after, do not stand in the way.
    let undone: Result<(), Refusal> = book.database_of_the_test().write_in_bulk(|tx| {
        if tamper(tx).is_ok_and(|touched| touched > 0) {
            verdict = Some(ledger::verify(tx, None)?);
        }
        Err(Refusal::invalid("test", "put back"))
    });
    assert!(undone.is_err());
    verdict
}

/// What nobody vouches for, each for the reason that stands with its table.
const NOT_VOUCHED_FOR: &[&str] = &[
    "search_term",
    "part_word",
    "vehicle_keeper",
    "vehicle_plate",
    "vehicle_mileage",
    "contact_gap",
    "job_line",
    "counter job_cards",
    "contact_email",
    "contact_phone",
    "contact_address",
    "counter reference",
    "counter traces",
    "counter swept",
    "contact of an import",
    "act that no event names",
    "draft",
];

#[test]
fn a_dealership_in_which_everything_was_done_verifies() {
    let app = lived_in();
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!((&verdict["ok"], &verdict["astray"]), (&json!(true), &json!([])), "{verdict}");
    assert_eq!(verdict["since"], Value::Null, "since the first line");
    for table in personal::tables() {
        let sql = format!("SELECT count(*) FROM {}", table.name);
        let rows = app.book().read(|tx| Ok(tx.number(&sql, &[])?)).unwrap();
        assert!(rows > 0, "the scene has nothing in {}", table.name);
    }
}

#[test]
fn whatever_is_changed_by_hand_in_any_column_of_any_table_is_found() {
    let app = lived_in();
    let book = app.book();
    let mut cases = 0;
    let mut missed = Vec::new();
    for table in personal::tables().filter(|table| !NOT_VOUCHED_FOR.contains(&table.name)) {
        let name = table.name;
        let sql = format!("SELECT name, type, pk FROM pragma_table_info('{name}')");
        let columns: Vec<(String, String, bool)> = book
            .read(|tx| Ok(tx.all(&sql, &[], |row| Ok((row.text(0)?, row.text(1)?, row.flag(2)?)))?))
            .unwrap();
        let key = columns.iter().find(|(_, _, key)| *key).expect("a key").0.clone();
        let keys: Vec<String> = book
            .read(|tx| {
                let keys = format!("SELECT CAST({key} AS TEXT) FROM {name} ORDER BY {key}");
                Ok(tx.all(&keys, &[], |row| row.text(0))?)
            })
            .unwrap();
        // The first, the last, and what lies between in steps: enough to meet every way a row came by.
        let step = (keys.len() / 6).max(1);
        let all_columns = columns.iter().map(|(column, ..)| column.as_str()).collect::<Vec<_>>();
        for at in keys.iter().step_by(step).chain(keys.last()) {
            let row = format!("CAST({key} AS TEXT) = '{at}'");
            if NOT_VOUCHED_FOR.contains(&format!("{name} {at}").as_str()) {
                continue;
            }
            let unnamed = "SELECT NOT EXISTS (SELECT 1 FROM consent_event WHERE CAST(act_id AS TEXT) = ?)";
            if name == "consent_act" && book.read(|tx| Ok(tx.holds(unnamed, &[at.as_str().into()])?)).unwrap()
            {
                continue;
            }
            let imported = name == "contact"
                && book
                    .read(|tx| {
                        Ok(tx.holds(
                            &format!("SELECT import_id <> 0 AND version = 1 FROM contact WHERE {row}"),
                            &[],
                        )?)
                    })
                    .unwrap();
            let left_out = |column: &str| {
                imported
                    || table
                        .witness()
                        .is_some_and(|witness| witness.left_out.iter().any(|(left, _)| *left == column))
            };
            let mut statements: Vec<String> = columns
                .iter()
                .filter(|(column, _, is_key)| *is_key || !left_out(column))
                .map(|(column, kind, _)| {
                    format!("UPDATE {name} SET {column} = {} WHERE {row}", nudged(column, kind))
                })
                .collect();
            statements.push(format!("DELETE FROM {name} WHERE {row}"));
            let others: Vec<String> = columns
                .iter()
                .map(|(column, kind, is_key)| match (*is_key, kind.as_str()) {
                    (true, "INTEGER") => "7000000".into(),
                    (true, _) => format!("{column} || 'z'"),
                    // Unique besides the key.
                    (false, _)
                        if ["machine", "login", "reference", "number", "token_hash"]
                            .contains(&column.as_str()) =>
                    {
                        format!("{column} || 'z'")
                    }
                    _ => column.clone(),
                })
                .collect();
            // An act that no event names says nothing of anybody.
            if name != "consent_act" {
                statements.push(format!(
                    "INSERT INTO {name} ({}) SELECT {} FROM {name} WHERE {row}",
                    all_columns.join(", "),
                    others.join(", ")
                ));
            }
            for sql in statements {
                cases += 1;
                if verdict(&book, |tx| tx.run(&sql, &[])).is_some_and(|verdict| verdict.is_sound()) {
                    missed.push(sql);
                }
            }
        }
    }
    assert!(missed.is_empty(), "{} of {cases} go unnoticed: {missed:#?}", missed.len());
    assert!(cases > 500, "only {cases} cases");
    assert_eq!(app.call("verify_ledger", json!({}))["ok"], true, "and all was put back");
}

/// The smallest change of a column: one more, one letter more, one bit.
fn nudged(column: &str, kind: &str) -> String {
    match kind {
        "INTEGER" => format!("{column} + 1"),
        "TEXT" => format!("{column} || 'x'"),
        _ => format!(
            "CAST(unhex(replace(hex({column}), substr(hex({column}), 1, 2),
                  CASE substr(hex({column}), 1, 2) WHEN '00' THEN '01' ELSE '00' END)) AS BLOB)"
        ),
    }
}

#[test]
fn what_was_changed_is_named_with_its_line() {
    let app = lived_in();
    let book = app.book();
    let cases = [
        (
            "UPDATE employee SET rights = 'access_settings erase' WHERE login = 'bob'",
            "The login, name, password or rights of employee 2 do not follow from the ledger (line ",
        ),
        (
            "UPDATE employee SET password_hash = (SELECT e.password_hash FROM employee e WHERE e.id = 1) WHERE id = 2",
            "of employee 2 do not follow",
        ),
        ("DELETE FROM employee WHERE id = 2", "Employee 2 is missing; line "),
        (
            "UPDATE setting SET value = '24' WHERE key = 'gdpr.reconsent_months'",
            "What is stored of setting gdpr.reconsent_months does not follow",
        ),
        (
            "INSERT INTO setting (key, value) VALUES ('gdpr.expired_blocks', 'false')",
            "Setting gdpr.expired_blocks is there, and no line tells of it.",
        ),
        ("DELETE FROM report_audit WHERE id = 1", "Report audit line 1 is missing; line "),
        ("UPDATE erasure SET employee = 'Bob Finch'", "What is stored of erasure log line 1 does not follow"),
        (
            "UPDATE clock SET latest = '2023-01-01T00:00:00.000Z'",
            "The latest date of the records does not follow",
        ),
        ("UPDATE notice SET text = 'We may do as we like.'", "The words of notice version 1 were changed."),
        (
            "UPDATE import_batch SET last_contact = last_contact + 40 WHERE id = 1",
            "What is stored of import 1 does not follow",
        ),
        ("UPDATE workstation SET name = 'SHOWROOM-1'", "What is stored of workstation 1 does not follow"),
        (
            "UPDATE contact SET last_purchase = '2026-10-01' WHERE id = 1",
            "The details of contact 1 do not follow",
        ),
        (
            "INSERT INTO contact (reference, last_name) VALUES ('X1', 'Slipped')",
            "is there, and no line or import made it.",
        ),
        (
            "CREATE TRIGGER quietly AFTER INSERT ON consent_event BEGIN DELETE FROM report_audit; END",
            "The trigger quietly is not Forecourt's.",
        ),
        ("DROP INDEX report_audit_by_method", "The index report_audit_by_method is missing."),
        ("DROP TRIGGER contact_removed", "The trigger contact_removed is missing."),
    ];
    for (sql, words) in cases {
        let verdict = verdict(&book, |tx| tx.run(sql, &[]).map(|_| 1)).expect("a verdict");
        assert!(verdict.astray.iter().any(|fault| fault.contains(words)), "{sql}: {verdict:?}");
    }
    let gone =
        "DELETE FROM ledger_payload WHERE seq IN (SELECT seq FROM ledger WHERE action = 'contact.erased')";
    let verdict = verdict(&book, |tx| tx.run(gone, &[])).expect("a verdict");
    assert_eq!(verdict.first_bad.map(|(_, what)| what), Some("the content of the line was removed"));
}

#[test]
fn a_second_beginning_vouches_for_nothing() {
    let app = lived_in();
    let book = app.book();
    let verdict = verdict(&book, |tx| {
        tx.run("UPDATE employee SET rights = '' WHERE id = 2", &[])?;
        ledger::tell_of_everything(tx);
        let entry = ledger::Entry {
            at: app.now().at,
            actor: "system@0",
            action: "book.witnessed",
            subject: ledger::Subject::None,
            payload: "{}",
        };
        ledger::Appender::new(tx)?.append(tx, &entry)?;
        Ok(1)
    })
    .expect("a verdict");
    assert!(verdict.astray.iter().any(|fault| fault.contains("what Forecourt never writes")), "{verdict:?}");
    assert!(verdict.astray.iter().any(|fault| fault.contains("employee 2")), "{verdict:?}");
}

#[test]
fn nothing_of_an_erased_contact_can_be_guessed_from_what_the_lines_tell() {
    let app = lived_in();
    let told = app
        .book()
        .read(|tx| {
            Ok(tx.all(
                "SELECT p.witness FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
                 WHERE l.subject_kind = 'contact' AND l.subject_id = 3",
                &[],
                |row| row.text(0),
            )?)
        })
        .unwrap();
    let told: Vec<&str> = told.iter().flat_map(|text| text.lines()).collect();
    assert!(
        !told.is_empty()
            && told.iter().all(|row| row.starts_with("report_audit\t") || row.starts_with("erasure\t")),
        "{told:?}"
    );
}
