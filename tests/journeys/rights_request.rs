//! Right of Access (D-16..D-19, A-30, A-31): what is held goes out whole, and every attempt is
//! logged.

use crate::scene::{
    contact, exported, history, lines, maria_with_the_right, portal, save, sha256, siobhan, verifies,
};
use forecourt_dispatch::Code;
use forecourt_documents::csv_read;
use forecourt_tests::app::TestApp;
use serde_json::json;

fn files(app: &TestApp) -> usize {
    std::fs::read_dir(app.outlet.exports()).unwrap().count()
}

#[test]
fn a30_right_of_access_needs_a_reason_and_is_logged_however_it_ends() {
    let app = TestApp::new();
    let id = siobhan(&app);
    app.employee("Dave Pratt", "dave", &[]);
    maria_with_the_right(&app);

    let refusal = app.refused("export_access", json!({ "contact_id": id, "reason": "   " }));
    assert_eq!(refusal.code, Code::Invalid);
    assert_eq!(refusal.fields["reason"], "Reason is required");
    assert_eq!(files(&app), 0);
    let entry = &history(&app, &id)[0];
    assert_eq!((&entry["title"], &entry["kind"]), (&json!("Right of Access refused"), &json!("rights")));

    app.set_clock("2026-11-21T10:42:00Z");
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": " Letter 18 Nov " }));
    let bytes = std::fs::read(exported(&app, &reply)).unwrap();
    let hash = sha256(&bytes);
    assert_eq!(reply["sha256"], hash, "the hash of the very file");
    let rows = reply["rows"].as_u64().unwrap();
    assert_eq!(
        rows as usize,
        bytes.windows(2).filter(|two| two == b"\r\n").count() - 1,
        "the header is no row"
    );
    let entry = &history(&app, &id)[0];
    assert_eq!(entry["title"], "Right of Access exported");
    assert_eq!((&entry["by"], &entry["workstation"]), (&json!("Maria Keane"), &json!("SVC-02")));
    assert_eq!((&entry["local_date"], &entry["local_time"]), (&json!("2026-11-21"), &json!("10:42")));
    assert_eq!(lines(entry), format!("Letter 18 Nov\nCSV, {rows} rows, SHA-256 {hash}"));

    *app.outlet.room.lock().unwrap() = Some(700);
    let refusal = app.refused("export_access", json!({ "contact_id": id, "reason": "Letter 19 Nov" }));
    assert_eq!(refusal.code, Code::DiskFull);
    assert_eq!(files(&app), 1, "no partial file remains");
    let entry = &history(&app, &id)[0];
    assert_eq!(entry["title"], "Right of Access: export failed");
    assert!(lines(entry).starts_with("Letter 19 Nov"), "{entry}");
    *app.outlet.room.lock().unwrap() = None;

    *app.outlet.closes_dialogs.lock().unwrap() = true;
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "Letter 20 Nov" }));
    assert_eq!(reply["cancelled"], true);
    assert_eq!(history(&app, &id)[0]["title"], "Right of Access: export cancelled");

    app.sign_in("dave");
    let refusal = app.refused("export_access", json!({ "contact_id": id, "reason": "curious" }));
    assert_eq!(refusal.fields["right"], "Can Execute GDPR Rights Requests");
    app.sign_in("anna");
    let audit = app.call("list_report_audit", json!({ "limit": 10 }));
    let told: Vec<_> =
        audit["rows"].as_array().unwrap().iter().map(|e| e["status"].as_str().unwrap()).collect();
    assert_eq!(told, ["cancelled", "failed", "completed"]);
    let done = &audit["rows"][2];
    assert_eq!(
        (&done["report"], &done["method"], &done["employee"]),
        (&json!("Right of Access"), &json!("CSV"), &json!("Maria Keane"))
    );
    assert_eq!((&done["rows"], &done["hash"]), (&json!(rows), &json!(hash)));
    assert!(!audit.to_string().contains("Siobh"), "Report Audit names no customer");
    verifies(&app);
}

#[test]
fn a31_what_looks_like_a_formula_leaves_as_text_and_comes_back_whole() {
    let app = TestApp::new();
    let first = "=cmd|' /C calc'!A0";
    let last = "O\"Neil, \"Zoë\" 🚗";
    let note = "\t@SUM(A1)";
    let id = contact(
        &app,
        json!({
            "first_name": first, "last_name": last, "notes": note,
            "addresses": [{ "line1": "1 Station Road", "town": "王小明市", "postcode": "WR14 3AA" }],
            "phones": [{ "kind": "mobile", "typed": "+44 7700 900123" }],
            "emails": [{ "address": "zoe@example.org" }],
        }),
    );
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    let bytes = std::fs::read(exported(&app, &reply)).unwrap();
    assert!(bytes.starts_with(b"\xEF\xBB\xBF"), "a byte order mark");
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("O\"\"Neil, \"\"Zoë\"\" 🚗"), "quotes are doubled");
    let rows = parse(text.trim_start_matches('\u{FEFF}'));
    assert_eq!(rows[0], ["Section", "Record", "Field", "Value"]);
    for cell in rows.iter().flatten() {
        assert!(
            !cell
                .trim_start_matches(' ')
                .starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
            "{cell:?}"
        );
    }
    let value = |field: &str| {
        let row = rows.iter().find(|row| row[2] == field).unwrap_or_else(|| panic!("no {field}"));
        csv_read::unguard(&row[3]).to_owned()
    };
    assert_eq!(value("First name"), first);
    assert_eq!(value("Surname"), last);
    assert_eq!(value("Notes"), note);
    assert_eq!(value("Town"), "王小明市");
    let phone = rows.iter().find(|row| row[0] == "Phone numbers" && row[2] == "Number").unwrap();
    assert_eq!(phone[3], "07700 900123", "in national form, so that it needs no guard");
}

/// RFC 4180, read the plain way: another hand than the one that wrote it.
fn parse(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (letter, _) => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the last record ends with CRLF");
    rows
}

#[test]
fn the_access_export_holds_everything_there_is() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let id = siobhan(&app);
    save(
        &app,
        &id,
        json!({ "us": { "email": true, "phone": false, "service": true }, "notes": "prefers email" }),
    );
    app.call("print_capture_forms", json!({ "contact_ids": [id], "blank": 0, "all": false, "job": null }));
    portal(&app);
    app.call(
        "prepare_portal_link",
        json!({ "contact_id": id, "email": "siobhan@example.org", "customer_asked": true }),
    );
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "letter of 18 November" }));
    let text = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    let rows = parse(text.trim_start_matches('\u{FEFF}'));
    let has = |section: &str, value: &str| {
        assert!(
            rows.iter().any(|row| row[0] == section && row[3].contains(value)),
            "{section}: {value} is missing from\n{text}"
        );
    };
    has("Contact record", "O'Brien-Ng");
    has("Contact record", "C0000001");
    has("Contact record", "Anna Kowalska");
    has("Addresses", "Great Malvern");
    has("Phone numbers", "07700 900214");
    has("Email addresses", "siobhan@example.org");
    has("Vehicles", "EU56 JEC");
    has("Marketing consent now", "Given since 21/11/2026, on the ground of consent");
    has("Marketing consent now", "Assumed since 21/11/2026, on the ground of legitimate interest");
    has("Marketing consent history", "Enabled: Email. Disabled: Phone.");
    has("Marketing consent history", "prefers email");
    has("Words shown to the customer", "We would like to keep in touch about your vehicle");
    has("Data capture forms", "20261121-0001");
    has("Consent portal links", "siobhan@example.org");
    has("Report Audit", "Right of Access");
    has("History", "Contact created");
    has("History", "Data capture form prepared for printing");
    has("History", "Mail draft to s••••@example.org");
    // What only says the same again for lists and searches is none of the customer's business.
    for repeated in ["Search entries", "sort", "as lists order it"] {
        assert!(!rows.iter().any(|row| row.iter().any(|cell| cell.contains(repeated))), "{repeated}");
    }
}

#[test]
fn the_folder_of_an_export_is_shown_by_its_handle_and_by_nothing_else() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let exported = app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    app.call("show_in_folder", json!({ "saved": exported["saved"] }));
    assert_eq!(*app.outlet.shown.lock().unwrap(), [app.outlet.exports().to_owned()]);
    for other in ["saved-99", "/etc", "../../etc/passwd", ""] {
        let refusal = app.refused("show_in_folder", json!({ "saved": other }));
        assert!(refusal.fields.contains_key("saved"), "{other}: {refusal:?}");
    }
    assert_eq!(app.outlet.shown.lock().unwrap().len(), 1);
    // What was only opened lies nowhere that anybody chose.
    let opened = app.call("print_history", json!({ "contact_id": id, "kinds": [] }));
    assert_eq!((&opened["opened"], &opened["saved"]), (&json!(true), &json!(null)));
}
