//! Every declared list, whichever noun declares it: shown, printed, exported, and audited.

use crate::part::part;
use crate::scene::{contact, exported, flat, pdf_text, siobhan};
use forecourt_application::registry;
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::{ANNAS_PASSWORD, TestApp};
use serde_json::{Value, json};

/// A dealership with a row on every list.
fn busy() -> TestApp {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ann = contact(&app, json!({ "first_name": "Ann", "last_name": "Smith" }));
    app.call("erase_contact", json!({ "contact_id": ann, "confirm_name": "Ann Smith" }));
    let id = siobhan(&app);
    contact(&app, json!({ "last_name": "Pratt", "emails": [{ "address": "noemail@hadley.example" }] }));
    crate::booking::book(&app, &id, None, json!({ "day": "2025-03-17" }));
    app.call("open_job_card", json!({ "contact_id": id }));
    crate::scene::save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.call("export_contacts", json!({}));
    part(&app, "1K0 615 301 AA", "Brake disc", "64.50", "4");
    let blades = json!({ "kind": "other", "description": "Wiper blades", "quantity": 100, "unit_price": 1_250,
        "vat_rate": "standard" });
    let sold = app.call("draft_invoice", json!({ "kind": "parts", "contact_id": id, "lines": [blades] }));
    app.call("post_invoice", json!({ "id": sold["id"], "version": sold["version"] }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 9 }));
    app.call("lock", json!({}));
    app.call("unlock", json!({ "password": ANNAS_PASSWORD }));
    app.set_clock("2026-03-16T10:00:00Z");
    app
}

#[test]
fn every_declared_list_is_shown_printed_and_exported_with_its_audit_line() {
    let app = busy();
    for list in registry().lists() {
        let page = app.call(&list.command("list"), json!({ "limit": 10 }));
        let row = page["rows"][0].as_object().unwrap_or_else(|| panic!("{} has no row: {page}", list.name));
        for (key, heading) in &list.columns {
            assert!(row.contains_key(*key), "{heading} of {} shows no field: {row:?}", list.name);
        }
        for field in list.line.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()) {
            assert!(row[field].is_string(), "{field} of {} is no word: {row:?}", list.name);
        }

        app.call(&list.command("print"), json!({}));
        let text = flat(&pdf_text(&app.outlet.last_view()));
        let reply = app.call(&list.command("export"), json!({}));
        assert!(reply["file"].as_str().unwrap().starts_with(list.title), "{reply}");
        let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
        assert!(csv.lines().count() > 1, "{} is exported empty", list.name);
        assert!(text.contains(list.title), "{text}");
        let audit = app.call("list_report_audit", json!({ "limit": 2 }));
        for (at, method) in [(0, "CSV"), (1, "PDF")] {
            let line = &audit["rows"][at];
            assert_eq!((&line["report"], &line["method"]), (&json!(list.title), &json!(method)), "{line}");
            assert_eq!(line["status"], "completed", "{line}");
            assert_ne!(line["criteria"], "", "{line}");
        }
    }
}

#[test]
fn a_page_says_where_the_next_begins_and_no_page_begins_elsewhere() {
    let app = busy();
    for name in ["Abel", "Byrne"] {
        contact(&app, json!({ "first_name": "Jo", "last_name": name }));
    }
    for list in registry().lists() {
        let command = list.command("list");
        let whole = app.call(&command, json!({ "limit": 500 }));
        assert_eq!(whole["next"], Value::Null, "{}", list.name);
        let (mut rows, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = app.call(&command, json!({ "limit": 1, "after": after }));
            rows.extend(page["rows"].as_array().unwrap().clone());
            after = page["next"].clone();
            if after.is_null() {
                break;
            }
        }
        assert_eq!(json!(rows), whole["rows"], "the pages of {} add up", list.name);
        let refusal = app.refused(&command, json!({ "limit": 1, "after": "nowhere" }));
        assert_eq!(
            (refusal.code, refusal.fields.contains_key("after")),
            (Code::Invalid, true),
            "{}",
            list.name
        );
    }
}

#[test]
fn what_a_list_cannot_be_filtered_by_is_not_passed_over() {
    for list in registry().lists() {
        assert!((list.admits)(&json!({})), "{} is listed whole", list.name);
        assert!(!(list.admits)(&json!({ "workstaton": "SVC-02" })), "{}", list.name);
    }
}

#[test]
fn a_filtered_audit_is_printed_and_exported_as_it_is_filtered() {
    let app = busy();
    app.call("print_contacts", json!({ "sort": "name" }));
    let reply = app.call("export_report_audit", json!({ "method": "PDF" }));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(csv.contains("Contacts,\"All contacts, by name\",PDF") && !csv.contains(",CSV,"), "{csv}");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }));
    assert_eq!(audit["rows"][0]["criteria"], "Method: PDF");
}

#[test]
fn who_signed_in_and_what_was_set_leave_in_words_and_by_the_right_to_see_them() {
    let app = busy();
    app.call(
        "change_gdpr_setting",
        json!({ "key": "gdpr.channels_shown", "value": ["email", "post"], "reason": "Fewer" }),
    );
    let reply = app.call("export_setting_changes", json!({}));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    let line = csv.lines().find(|line| line.contains("Channels shown")).unwrap_or_else(|| panic!("{csv}"));
    assert!(line.contains(",\"Email, Letter\",Fewer,Anna Kowalska,SVC-02"), "{line}");
    app.call("print_setting_changes", json!({}));
    assert!(flat(&pdf_text(&app.outlet.last_view())).contains("GDPR Re-consent (months)"));
    let reply = app.call("export_sign_ins", json!({}));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(csv.contains("Anna Kowalska,Unlocked,SVC-02"), "{csv}");

    app.employee("Dave Pratt", "dave", &[Right::ExportReports]);
    app.employee("Gita Rao", "gita", &[Right::ChangeGdprOption]);
    for (login, may) in [("dave", false), ("gita", true)] {
        app.sign_in(login);
        for verb in ["print", "export"] {
            let code = app.try_call(&format!("{verb}_sign_ins"), json!({})).unwrap_err().code;
            assert_eq!(code, Code::Denied, "{login}");
            let changes = app.try_call(&format!("{verb}_setting_changes"), json!({}));
            assert_eq!(changes.is_ok(), may, "{login}: {changes:?}");
        }
    }
}
