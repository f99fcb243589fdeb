//! Print Data Capture (D-24, D-25, A-41, A-42), the GDPR tab on paper, and Report Audit (D-32).

use crate::scene::{consent, contact, flat, history, lines, maria, pdf_text, save, siobhan};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn print(app: &TestApp, ids: &[&str], blank: u32) -> Value {
    app.call("print_capture_forms", json!({ "contact_ids": ids, "blank": blank, "all": false, "job": null }))
}

fn unticked(text: &str) {
    assert!(!text.contains(['✓', '✔', '☑', '☒', '■', '✗', '×']), "a ticked box in\n{text}");
}

fn last_audit(app: &TestApp) -> Value {
    app.sign_in("anna");
    app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone()
}

#[test]
fn a41_blank_and_prefilled_forms_say_what_they_must() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": ["Severn Finance plc"] }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.brands", "value": ["Astra"] }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.franchise", "value": true }));
    maria(&app);
    let reply = print(&app, &[], 1);
    assert_eq!((&reply["forms"], &reply["opened"]), (&json!(1), &json!(true)));
    assert_eq!(reply["first_form"], "20261121-0001");
    let text = pdf_text(&app.outlet.last_view());
    let read = flat(&text);
    for wanted in [
        "Hadley Motors",
        "DE6 1AA",
        "Service Follow Up",
        "General Dealer Marketing Messages",
        "Email",
        "SMS",
        "Letter",
        "Telephone",
        "Social Media",
        // Its name takes two lines of its column.
        "Severn Finance",
        "Third party (T.P.)",
        "Astra",
        "Manufacturer",
        "You can withdraw at any time",
        "20261121-0001",
        "https://hadley.example/privacy",
        "We would like to keep in touch about your vehicle",
    ] {
        assert!(read.contains(wanted), "{wanted:?} is missing from\n{text}");
    }
    assert!(!read.contains("You currently receive"), "a blank form knows nobody");
    unticked(&text);
    let line = last_audit(&app);
    assert_eq!(
        (&line["report"], &line["method"], &line["criteria"]),
        (&json!("Data Capture"), &json!("PDF"), &json!("1 blank"))
    );
    assert_eq!((&line["employee"], &line["workstation"]), (&json!("Maria Keane"), &json!("SVC-02")));
    assert_eq!((&line["rows"], &line["status"]), (&json!(1), &json!("completed")));

    app.sign_in("maria");
    let id = siobhan(&app);
    save(
        &app,
        &id,
        json!({ "us": { "email": true, "sms": true, "service": true }, "third_party": { "post": true, "general": true } }),
    );
    let reply = print(&app, &[&id], 0);
    assert_eq!(reply["first_form"], "20261121-0002", "each copy has its own number");
    let text = pdf_text(&app.outlet.last_view());
    let read = flat(&text);
    for wanted in [
        "Siobhán O'Brien-Ng",
        "14 Chapel Row",
        "WR14 3AA",
        "07700 900214",
        "01632 960118",
        "siobhan@example.org",
        "EU56 JEC",
        "20261121-0002",
        "You currently receive: Email (service), SMS (service), from Severn Finance plc: Letter (general)",
    ] {
        assert!(read.contains(wanted), "{wanted:?} is missing from\n{text}");
    }
    unticked(&text);
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], &entry["kind"]),
        (&json!("Data capture form prepared for printing"), &json!("prints"))
    );
    assert_eq!(lines(entry), "Form 20261121-0002, prefilled");
    assert_eq!(consent(&app, &id)["version"], 1, "printing changes no permission");
}

#[test]
fn a42_a_long_address_is_printed_to_the_last_letter() {
    const LLANFAIR: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
    let line = |at: usize| -> String { format!("{at} {LLANFAIR} {LLANFAIR}").chars().take(120).collect() };
    let app = TestApp::new();
    let address = json!({ "line1": line(1), "line2": line(2), "line3": line(3), "town": line(4), "county": line(5), "country": line(6) });
    let id = contact(
        &app,
        json!({ "first_name": "Gwen", "last_name": "Price", "addresses": [address, { "line1": line(7), "line2": line(8) }] }),
    );
    print(&app, &[&id], 0);
    let raw = std::process::Command::new("pdftotext")
        .arg("-raw")
        .arg(app.outlet.last_view())
        .arg("-")
        .output()
        .unwrap();
    let text = String::from_utf8(raw.stdout).unwrap();
    let solid: String = text.split_whitespace().collect();
    assert_eq!(solid.matches("gogogoch").count(), 16, "two in each of eight lines, in\n{text}");
    for at in 1..=8 {
        assert!(solid.contains(&format!("{at}Llanfair")), "line {at} is missing from\n{text}");
    }
    assert!(text.contains("Sheet 1 of 2") || text.contains("Sheet 2"), "it goes on overleaf");
}

#[test]
fn many_forms_come_as_one_document_with_numbers_in_a_row() {
    let app = TestApp::new();
    let ids: Vec<String> = ["Abel", "Byrne", "Cole"]
        .map(|name| contact(&app, json!({ "first_name": "Jo", "last_name": name })))
        .to_vec();
    let reply =
        app.call("print_capture_forms", json!({ "contact_ids": [], "blank": 2, "all": true, "job": "j1" }));
    assert_eq!(
        (&reply["forms"], &reply["first_form"], &reply["last_form"]),
        (&json!(5), &json!("20261121-0001"), &json!("20261121-0005"))
    );
    let text = pdf_text(&app.outlet.last_view());
    let places: Vec<_> =
        ["Jo Abel", "Jo Byrne", "Jo Cole", "20261121-0005"].map(|words| text.find(words).unwrap()).to_vec();
    assert!(places.is_sorted(), "by name, blank copies last");
    for id in &ids {
        assert_eq!(history(&app, id)[0]["title"], "Data capture form prepared for printing");
    }
    assert_eq!(last_audit(&app)["criteria"], "All contacts, 2 blank");
    app.set_clock("2026-11-22T10:00:00Z");
    assert_eq!(print(&app, &[], 1)["first_form"], "20261122-0001", "each day counts from one");
    let some = app.call("print_capture_forms", json!({ "all": true, "limit": 2 }));
    assert_eq!(some["forms"], 2);
}

#[test]
fn a_cancelled_or_failed_print_leaves_no_form_behind() {
    let app = TestApp::new();
    let id = siobhan(&app);
    *app.outlet.room.lock().unwrap() = Some(2_000);
    let refusal = app.refused("print_capture_forms", json!({ "contact_ids": [id] }));
    assert_eq!(refusal.code, Code::DiskFull);
    assert_eq!(last_audit(&app)["status"], "failed");
    let told = history(&app, &id);
    assert_eq!((told.len(), told[0]["title"].as_str()), (2, Some("Data Capture: print failed")), "{told:?}");
    *app.outlet.room.lock().unwrap() = None;
    assert_eq!(print(&app, &[&id], 0)["first_form"], "20261121-0002", "no two papers bear the same number");
    for input in [json!({}), json!({ "blank": 501 })] {
        assert_eq!(app.refused("print_capture_forms", input).code, Code::Invalid);
    }
    assert_eq!(app.refused("print_capture_forms", json!({ "contact_ids": ["99"] })).code, Code::NotFound);
}

#[test]
fn no_form_is_recorded_of_somebody_erased_while_they_were_printed() {
    let app = TestApp::new();
    let goes = siobhan(&app);
    let stays = contact(&app, json!({ "first_name": "Ann", "last_name": "Vane" }));
    let (open, desk, now) = (app.app.clone(), app.desk.clone(), app.now());
    let erasure = json!({ "contact_id": goes, "confirm_name": "Siobhán O'Brien-Ng" });
    *app.outlet.meanwhile.lock().unwrap() =
        Some(Box::new(move || drop(open.call(&desk, "erase_contact", erasure, now).unwrap())));
    let refusal = app.refused("print_capture_forms", json!({ "contact_ids": [goes, stays] }));
    assert_eq!(refusal.code, Code::NotFound);
    assert!(refusal.message.contains("Close it without printing"), "{}", refusal.message);
    let title = |entry: &Value| entry["title"].as_str().unwrap_or_default().to_owned();
    let told: Vec<String> = history(&app, &stays).iter().map(title).collect();
    assert!(!told.iter().any(|title| title.contains("form")), "{told:?}");
    let next = print(&app, &[&stays], 0);
    assert_eq!(next["first_form"], "20261121-0003", "the numbers of the two stay unused");
}

#[test]
fn a_single_form_of_somebody_erased_meanwhile_leaves_a_ledger_that_verifies() {
    let app = TestApp::new();
    let goes = siobhan(&app);
    let (open, desk, now) = (app.app.clone(), app.desk.clone(), app.now());
    let erasure = json!({ "contact_id": goes, "confirm_name": "Siobhán O'Brien-Ng" });
    *app.outlet.meanwhile.lock().unwrap() =
        Some(Box::new(move || drop(open.call(&desk, "erase_contact", erasure, now).unwrap())));
    let refusal = app.refused("print_capture_forms", json!({ "contact_ids": [goes] }));
    assert_eq!(refusal.code, Code::NotFound);
    let verdict = app.call("verify_ledger", json!({}));
    assert_eq!(verdict["ok"], true, "{verdict}");
}

/// F17: papers whose numbers are taken have a line from the first, and the line has an end.
#[test]
fn forms_printed_just_before_a_crash_have_their_numbers_in_a_line() {
    let app = TestApp::new();
    let id = siobhan(&app);
    // The document is in the viewer, and the program goes before that is recorded.
    *app.outlet.meanwhile.lock().unwrap() = Some(Box::new(|| panic!("the program ends here")));
    assert_eq!(app.refused("print_capture_forms", json!({ "contact_ids": [id] })).code, Code::Unexpected);
    let actions = |app: &TestApp| -> Vec<String> {
        let sql = "SELECT action FROM ledger ORDER BY seq DESC LIMIT 2";
        app.book().database_of_the_test().read(|tx| tx.all(sql, &[], |row| row.text(0))).unwrap()
    };
    assert_eq!(actions(&app), ["form.numbers_taken", "report.started"], "in one transaction");
    let app = app.restarted();
    let line = last_audit(&app);
    assert_eq!((&line["report"], &line["status"]), (&json!("Data Capture"), &json!("interrupted")));
    assert_eq!(actions(&app)[0], "report.interrupted");
    assert_eq!(print(&app, &[&id], 0)["first_form"], "20261121-0002", "no two papers bear the same number");
    assert_eq!(actions(&app), ["form.printed", "report.completed"], "what was printed ends with its report");
}

#[test]
fn the_history_prints_as_it_reads() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "general": true }, "notes": "asked at drop-off" }));
    app.call("print_history", json!({ "contact_id": id, "kinds": ["consent"] }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    for wanted in [
        "Siobhán O'Brien-Ng",
        "C0000001",
        "Shown: Consent",
        "21 November 2026",
        "Marketing consent changed",
        "+ Email: general",
        "“asked at drop-off”",
        "In person, Contact Record",
        "Anna Kowalska",
        "Ledger head",
    ] {
        assert!(text.contains(wanted), "{wanted:?} is missing from {text}");
    }
    assert!(!text.contains("Contact created"), "only what was asked for");
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], &entry["kind"]),
        (&json!("GDPR history prepared for printing"), &json!("prints"))
    );
}

#[test]
fn the_tab_filters_by_kind_and_goes_on_page_by_page() {
    let app = TestApp::new();
    let id = siobhan(&app);
    for _ in 0..5 {
        save(&app, &id, json!({ "review": true }));
        print(&app, &[&id], 0);
    }
    let page = |kinds: Value, after: Value, limit: i64| {
        app.call("list_history", json!({ "contact_id": id, "kinds": kinds, "after": after, "limit": limit }))
    };
    let all = page(json!([]), Value::Null, 100);
    assert_eq!(all["rows"].as_array().unwrap().len(), 11);
    assert_eq!(all["next"], Value::Null);
    for (kind, count) in [("consent", 5), ("prints", 5), ("record", 1), ("portal", 0), ("rights", 0)] {
        assert_eq!(page(json!([kind]), Value::Null, 100)["rows"].as_array().unwrap().len(), count, "{kind}");
    }
    let mut paged = Vec::new();
    let mut after = Value::Null;
    loop {
        let next = page(json!([]), after, 3);
        paged.extend(next["rows"].as_array().unwrap().clone());
        after = next["next"].clone();
        if after.is_null() {
            break;
        }
    }
    assert_eq!(paged, all["rows"].as_array().unwrap().clone(), "pages add up to the whole");
}

#[test]
fn report_audit_is_filtered_and_exported_and_audits_itself() {
    let app = TestApp::new();
    let id = siobhan(&app);
    print(&app, &[&id], 0);
    let dave = app.employee("Dave Pratt", "dave", &[Right::GdprRightsRequests]);
    app.sign_in("dave");
    app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    print(&app, &[], 1);
    app.sign_in("anna");
    let of = |input: Value| -> Vec<String> {
        let page = app.call("list_report_audit", input);
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| format!("{} {}", e["report"].as_str().unwrap(), e["criteria"].as_str().unwrap()))
            .collect()
    };
    assert_eq!(
        of(json!({ "limit": 10 })),
        ["Data Capture 1 blank", "Right of Access One contact: C0000001", "Data Capture 1 contact: C0000001"]
    );
    assert_eq!(of(json!({ "limit": 10, "method": "CSV" })), ["Right of Access One contact: C0000001"]);
    assert_eq!(of(json!({ "limit": 10, "employee_id": dave.to_string() })).len(), 2);
    assert_eq!(
        of(json!({ "limit": 10, "employee_id": dave.to_string(), "method": "PDF" })),
        ["Data Capture 1 blank"]
    );
    let first = app.call("list_report_audit", json!({ "limit": 2 }));
    assert_eq!(of(json!({ "limit": 2, "after": first["next"] })), ["Data Capture 1 contact: C0000001"]);

    let reply = app.call("export_report_audit", json!({}));
    let csv = std::fs::read_to_string(app.outlet.exports().join(reply["file"].as_str().unwrap())).unwrap();
    assert!(csv.contains("Right of Access,One contact: C0000001,CSV,Dave Pratt,SVC-02"), "{csv}");
    assert!(
        csv.contains("Report Audit,Everything,CSV,Anna Kowalska,SVC-02,,,,started"),
        "its own line: {csv}"
    );
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" }));
    assert_eq!(of(json!({ "limit": 10, "method": "CSV" }))[1], "Right of Access One contact: erased contact");
}

#[test]
fn a_rare_kind_in_a_long_history_is_found_without_reading_it_all_at_once() {
    use forecourt_domain::ids::ContactId;
    use forecourt_store::ledger::{Appender, Entry, Subject};
    let app = TestApp::new();
    let id = siobhan(&app);
    let book = app.book();
    book.database_of_the_test()
        .write(|tx| -> forecourt_store::Result<()> {
            let mut ledger = Appender::new(tx)?;
            for at in 0..4_500 {
                let payload = json!({ "number": format!("20261121-{at}") }).to_string();
                let entry = Entry {
                    at: app.now().at,
                    actor: "employee:1@1",
                    action: "form.printed",
                    subject: Subject::Contact(ContactId::new(id.parse().unwrap())),
                    payload: &payload,
                };
                ledger.append(tx, &entry)?;
            }
            Ok(())
        })
        .unwrap();
    let mut after = Value::Null;
    let mut calls = 0;
    let found = loop {
        calls += 1;
        let input = json!({ "contact_id": id, "kinds": ["record"], "after": after, "limit": 50 });
        let page = app.call("list_history", input);
        match page["rows"].as_array().unwrap().first() {
            Some(entry) => break entry.clone(),
            None => after = page["next"].clone(),
        }
        assert!(!after.is_null(), "the end was reached without the entry");
    };
    assert_eq!(found["title"], "Contact created");
    assert_eq!(calls, 2, "the first call stopped where its work was enough");
}
