//! Invoices on paper (A-14, D-38, T-04): with today's settings and today's telephone and email, printed, saved and
//! mailed under one line of Report Audit each; whatever the customer said about marketing (A-60, V-18).

use crate::scene::{consent, contact, flat, history, lines, maria, pdf_text, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use mail_parser::{MessageParser, MimeHeaders};
use serde_json::{Value, json};

const TELEPHONE: &str = "07700 900214";
const EMAIL: &str = "siobhan@example.org";
/// Siobhán's Ford, which is the first vehicle of the book.
const FORD: &str = "1";

fn set(app: &TestApp, key: &str, value: Value) {
    app.call("change_system_setting", json!({ "key": key, "value": value }));
}

fn this(view: &Value) -> Value {
    json!({ "id": view["id"] })
}

fn post(app: &TestApp, draft: &Value) -> Value {
    app.call("post_invoice", json!({ "id": draft["id"], "version": draft["version"] }))
}

/// A draft of a job: a service for £85.00 and an MOT outside VAT.
fn service_draft(app: &TestApp, contact: &str) -> Value {
    let card = app.call("open_job_card", json!({ "contact_id": contact, "vehicle_id": FORD, "mileage": 45_210 }));
    let line = |description: &str, price: i64, rate: &str| {
        json!({ "kind": "labour", "description": description, "quantity": 100, "unit_price": price, "vat_rate": rate })
    };
    let fields = json!({
        "vehicle_id": FORD, "mileage": 45_210, "work": "Annual service", "notes": "", "due_on": card["due_on"],
        "technician_id": card["technician"]["id"],
        "lines": [line("Annual service", 8_500, "standard"), line("MOT test", 5_485, "outside")],
    });
    let card =
        app.call("update_job_card", json!({ "id": card["id"], "version": card["version"], "card": fields }));
    let ready = |card: &Value, to: &str| {
        app.call("set_job_status", json!({ "id": card["id"], "version": card["version"], "to": to }))
    };
    let card = ready(&ready(&card, "arrived"), "in_work");
    let card = ready(&card, "ready");
    app.call("draft_invoice", json!({ "job_card_id": card["id"] }))
}

fn service_invoice(app: &TestApp, contact: &str) -> Value {
    post(app, &service_draft(app, contact))
}

fn parts_invoice(app: &TestApp, whom: Value) -> Value {
    let mut input = json!({ "kind": "parts", "lines": [
        { "kind": "other", "description": "Wiper blades", "quantity": 200, "unit_price": 1_250, "vat_rate": "standard" }
    ] });
    for (name, value) in whom.as_object().unwrap() {
        input[name] = value.clone();
    }
    post(app, &app.call("draft_invoice", input))
}

/// What stands on paper when it is printed now.
fn printed(app: &TestApp, invoice: &Value) -> String {
    app.call("print_invoice", this(invoice));
    flat(&pdf_text(&app.outlet.last_view()))
}

/// The newest lines of Report Audit: report, criteria, method, people and status.
fn audit(app: &TestApp, count: usize) -> Vec<[Value; 5]> {
    let rows = app.call("list_report_audit", json!({ "limit": count }));
    let of = |row: &Value| ["report", "criteria", "method", "people", "status"].map(|key| row[key].clone());
    rows["rows"].as_array().unwrap().iter().map(of).collect()
}

/// The address, the subject, the text and the file of the mail that was handed over last.
fn last_mail(app: &TestApp) -> (String, String, String, Vec<u8>) {
    let bytes = std::fs::read(app.outlet.last_view()).unwrap();
    let mail = MessageParser::new().parse(&bytes).unwrap();
    let to = mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap().to_owned();
    let file = mail.attachment(0).unwrap();
    assert_eq!(file.content_type().map(|kind| kind.subtype()), Some(Some("pdf")));
    let text = mail.body_text(0).unwrap().into_owned();
    (to, mail.subject().unwrap().to_owned(), text, file.contents().to_vec())
}

#[test]
fn a14_service_invoice_without_telephone_and_email() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let invoice = service_invoice(&app, &id);
    assert_eq!(invoice["number"], "SI-000001");

    let on = printed(&app, &invoice);
    assert!(on.contains(TELEPHONE) && on.contains(EMAIL), "both are printed by default: {on}");
    assert!(on.contains("Ms Siobhán O'Brien-Ng") && on.contains("14 Chapel Row"), "{on}");
    for words in ["Invoice", "SI-000001", "EU56 JEC", "45,210 miles", "JC-000001", "£85.00", "Standard 20%"] {
        assert!(on.contains(words), "{words}: {on}");
    }
    assert!(on.contains("Total £156.85"), "{on}");

    set(&app, "inv.service.show_tel", json!(false));
    set(&app, "inv.service.show_email", json!(false));
    let off = printed(&app, &invoice);
    assert!(!off.contains(TELEPHONE) && !off.contains(EMAIL), "a reprint goes by today's settings: {off}");
    assert!(off.contains("SI-000001") && off.contains("Chapel Row"), "{off}");
    let parts = parts_invoice(&app, json!({ "contact_id": id }));
    let followed = printed(&app, &parts);
    assert!(!followed.contains(TELEPHONE) && !followed.contains(EMAIL), "Parts follows Service: {followed}");
    set(&app, "inv.parts.show_tel", json!("on"));
    let apart = printed(&app, &parts);
    assert!(apart.contains(TELEPHONE) && !apart.contains(EMAIL), "unless it is set: {apart}");

    app.call("save_invoice", this(&invoice));
    let said = |report: &str, number: &str, method: &str| {
        let criteria = format!("{number}: C0000001");
        [json!(report), json!(criteria), json!(method), json!(1), json!("completed")]
    };
    assert_eq!(
        audit(&app, 5),
        [
            said("Service Invoice", "SI-000001", "PDF"),
            said("Parts Invoice", "PI-000001", "Print"),
            said("Parts Invoice", "PI-000001", "Print"),
            said("Service Invoice", "SI-000001", "Print"),
            said("Service Invoice", "SI-000001", "Print"),
        ]
    );
    let newest = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(
        (&newest["employee"], &newest["local"]),
        (&json!("Anna Kowalska"), &json!("21/11/2026 10:00"))
    );
    let told = history(&app, &id);
    assert_eq!(told[0]["title"], "Service Invoice prepared for printing");
    assert!(lines(&told[0]).starts_with("SI-000001\n"), "{}", lines(&told[0]));

    // The PDF cannot be written: the line says so, and nothing is left.
    let seen = std::fs::read_dir(app.outlet.exports()).unwrap().count();
    *app.outlet.room.lock().unwrap() = Some(500);
    assert_eq!(app.refused("save_invoice", this(&invoice)).code, Code::DiskFull);
    assert_eq!(app.refused("print_invoice", this(&invoice)).code, Code::DiskFull);
    *app.outlet.room.lock().unwrap() = None;
    assert_eq!(std::fs::read_dir(app.outlet.exports()).unwrap().count(), seen);
    for [report, _, method, people, status] in audit(&app, 2) {
        assert_eq!((&report, &people, &status), (&json!("Service Invoice"), &Value::Null, &json!("failed")));
        assert!(method == "PDF" || method == "Print");
    }
    verifies(&app);

    maria(&app);
    assert_eq!(app.refused("list_report_audit", json!({ "limit": 1 })).code, Code::Denied);
    let refusal =
        app.refused("change_system_setting", json!({ "key": "inv.service.show_tel", "value": true }));
    assert_eq!(refusal.code, Code::Denied, "nor can she show the telephone number again");
    app.call("print_invoice", this(&invoice));
    app.employee("Bob Hill", "bob", &[Right::AccessSettings]);
    app.sign_in("bob");
    assert_eq!(audit(&app, 1), [said("Service Invoice", "SI-000001", "Print")]);
}

#[test]
fn d38_a_reprint_has_todays_telephone_and_the_name_and_address_of_then() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let invoice = service_invoice(&app, &id);
    let contact = app.call("get_contact", json!({ "id": id }));
    app.call(
        "update_contact",
        json!({ "id": id, "version": contact["version"], "contact": {
            "title": "Ms", "first_name": "Siobhán", "last_name": "Keane",
            "addresses": [{ "line1": "2 New Street", "town": "Ledbury", "postcode": "HR8 2AA" }],
            "phones": [{ "kind": "mobile", "typed": "07700 900999" }],
            "emails": [{ "address": "keane@example.org" }],
        }}),
    );
    let text = printed(&app, &invoice);
    assert!(text.contains("O'Brien-Ng") && text.contains("14 Chapel Row") && !text.contains("New Street"), "{text}");
    assert!(text.contains("07700 900999") && text.contains("keane@example.org"), "{text}");
    assert!(!text.contains(TELEPHONE) && !text.contains(EMAIL), "{text}");
}

#[test]
fn a_draft_is_printed_as_one_and_mailed_to_nobody() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let draft = service_draft(&app, &id);
    let text = printed(&app, &draft);
    assert!(text.contains("no invoice until it is posted") && !text.contains("SI-"), "{text}");
    assert!(text.contains("Total £156.85") && text.contains("Chapel Row"), "{text}");
    assert_eq!(audit(&app, 1)[0][1], "Draft: C0000001");
    let refusal = app.refused("email_invoice", this(&draft));
    assert!(refusal.message.contains("Post it first"), "{}", refusal.message);
    assert_eq!(audit(&app, 1)[0][2], "Print", "and nothing was begun");
}

#[test]
fn t04_a_credit_note_on_paper_names_its_invoice() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let invoice = service_invoice(&app, &id);
    let note = app.call(
        "credit_invoice",
        json!({ "id": invoice["id"], "seen": 0, "reason": "The test was free.",
            "lines": [{ "line_id": invoice["lines"][1]["id"], "quantity": 100 }] }),
    );
    let text = printed(&app, &note);
    assert!(text.contains("Credit note") && text.contains("CN-000001"), "{text}");
    assert!(text.contains("Credits invoice SI-000001 of 21/11/2026."), "{text}");
    assert!(text.contains("Reason: The test was free.") && text.contains("Total credit £54.85"), "{text}");
    assert!(!text.contains("Payment due"), "{text}");
    assert_eq!(audit(&app, 1)[0][0], "Credit Note");
    set(&app, "inv.service.show_tel", json!(false));
    assert!(!printed(&app, &note).contains(TELEPHONE), "it shows what its invoice shows");
}

#[test]
fn a60_an_invoice_is_mailed_whatever_was_said_about_marketing_and_sells_nothing() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let invoice = service_invoice(&app, &id);
    maria(&app);
    let version = consent(&app, &id)["version"].clone();
    app.call(
        "set_exclusion",
        json!({ "contact_id": id, "version": version, "excluded": true, "notes": "Wants nothing any more",
            "screen": "contact_record" }),
    );
    let mailed = app.call("email_invoice", this(&invoice));
    assert_eq!(mailed["address"], EMAIL);
    let (to, subject, text, pdf) = last_mail(&app);
    assert_eq!((to.as_str(), subject.as_str()), (EMAIL, "Invoice SI-000001 from Hadley Motors"));
    assert_eq!(
        text.replace("\r\n", "\n"),
        "Hello,\n\nAttached is our invoice SI-000001 of 21/11/2026 for £156.85. Payment is due on 21/11/2026.\n\n\
         Kind regards\nHadley Motors\n01632 960100\nhello@hadley.example\n"
    );
    assert!(pdf.starts_with(b"%PDF"));
    for word in ["offer", "save", "book", "unsubscribe", "visit", "preference"] {
        assert!(!text.to_lowercase().contains(word), "{word}: {text}");
    }
    let told = history(&app, &id);
    assert_eq!(told[0]["title"], "Service Invoice prepared as an email");
    app.sign_in("anna");
    assert_eq!(audit(&app, 1)[0][2], "E-mail");
    verifies(&app);
}

#[test]
fn an_invoice_without_an_address_is_refused_in_words() {
    let app = TestApp::new();
    let bob = contact(&app, json!({ "last_name": "Hill" }));
    for whom in [json!({ "contact_id": bob }), json!({ "name": "Mr Walker" })] {
        let invoice = parts_invoice(&app, whom);
        let refusal = app.refused("email_invoice", this(&invoice));
        assert!(refusal.message.contains("no email address"), "{}", refusal.message);
        printed(&app, &invoice);
    }
    assert_eq!(audit(&app, 1)[0][1], "PI-000002", "about nobody on file");
}

#[test]
fn a_mail_program_that_does_not_open_leaves_a_line_that_failed() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let invoice = service_invoice(&app, &id);
    *app.outlet.room.lock().unwrap() = Some(500);
    assert_eq!(app.refused("email_invoice", this(&invoice)).code, Code::DiskFull);
    assert_eq!(
        audit(&app, 1)[0],
        [json!("Service Invoice"), json!("SI-000001: C0000001"), json!("E-mail"), Value::Null, json!("failed")]
    );
}

#[test]
fn l03_what_was_posted_before_a_death_is_reprinted_for_the_executors() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let (invoice, draft) = (parts_invoice(&app, json!({ "contact_id": id })), service_draft(&app, &id));
    assert!(!printed(&app, &invoice).contains("executors"));
    app.call("record_death", json!({ "contact_id": id, "told_by": "Her brother, by telephone" }));
    for document in [&invoice, &draft] {
        let text = printed(&app, document);
        assert!(text.contains("The executors of Ms Siobhán O'Brien-Ng"), "{text}");
    }
    let posted = post(&app, &draft);
    let text = printed(&app, &posted);
    assert_eq!(text.matches("The executors of").count(), 1, "said once: {text}");
    let mailed = app.call("email_invoice", this(&posted));
    assert_eq!(mailed["address"], EMAIL, "what is owed is written for all the same");
}
