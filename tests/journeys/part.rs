//! The parts counter (T-09): the shelf, what moves it, and who buys (A-17, D-11).

use crate::scene::{
    cell, consent, contact, exported, flat, history, maria, pdf_text, save, siobhan, verifies,
};
use forecourt_application::consent::{ConsentDraft, record};
use forecourt_dispatch::{Code, Writing};
use forecourt_domain::consent::event::Change;
use forecourt_domain::consent::{Actor, Method, Screen};
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_store::{consent as stored, contact as people, workstation};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// A part with so many on the shelf.
pub fn part(app: &TestApp, number: &str, description: &str, price: &str, stock: &str) -> Value {
    let part = json!({
        "number": number, "description": description, "location": "A3", "unit_price": price,
        "vat_rate": "standard", "low_stock": "2", "active": true,
    });
    app.call("create_part", json!({ "part": part, "in_stock": stock }))
}

fn get(app: &TestApp, part: &Value) -> Value {
    app.call("get_part", json!({ "id": part["id"] }))
}

/// The movements, newest first, as `Sold −1 3`.
fn moves(app: &TestApp, part: &Value) -> Vec<String> {
    let page = app.call("list_part_movements", json!({ "id": part["id"], "limit": 100 }));
    let word = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let rows = page["rows"].as_array().unwrap().iter();
    rows.map(|row| ["words", "quantity_text", "stock_after_text"].map(|field| word(row, field)).join(" "))
        .collect()
}

/// A line of the counter.
fn sale(part: &Value, quantity: &str) -> Value {
    json!({
        "part_id": part["id"], "quantity": quantity,
        "unit_price": part["unit_price_text"].as_str().unwrap().trim_start_matches('£'),
        "vat_rate": part["vat_rate"],
    })
}

/// The same as an invoice takes it.
fn line(part: &Value, hundredths: i64) -> Value {
    json!({
        "kind": "part", "part_id": part["id"], "description": "", "quantity": hundredths,
        "unit_price": part["unit_price"], "vat_rate": part["vat_rate"],
    })
}

fn post(app: &TestApp, draft: &Value, accept_short: bool) -> Result<Value, forecourt_dispatch::Refusal> {
    app.try_call(
        "post_invoice",
        json!({ "id": draft["id"], "version": draft["version"], "accept_short": accept_short }),
    )
}

fn drafted(app: &TestApp, name: &str, lines: &[Value]) -> Value {
    app.call("draft_invoice", json!({ "kind": "parts", "name": name, "lines": lines }))
}

#[test]
fn a_part_is_kept_found_and_changed_by_whoever_saw_it() {
    let app = TestApp::new();
    maria(&app);
    let disc = part(&app, "1K0 615 301 AA", "Brake disc, front", "1,064.50", "4");
    assert_eq!((&disc["unit_price"], &disc["unit_price_text"]), (&json!(106_450), &json!("£1,064.50")));
    assert_eq!((&disc["in_stock_text"], &disc["is_low"]), (&json!("4"), &json!(false)));
    part(&app, "1K0615301B", "Brake disc, rear", "48", "0");
    part(&app, "OC-47", "Oil filter 1.9 TDI", "9.99", "12");

    let found = |term: &str| -> Vec<(String, bool)> {
        let found = app.call("find_parts", json!({ "term": term }));
        let row = |row: &Value| (row["number"].as_str().unwrap().to_owned(), row["exact"] == true);
        found.as_array().unwrap().iter().map(row).collect()
    };
    let known = |number: &str, exact| (number.to_owned(), exact);
    assert_eq!(found("1k0-615-301 aa"), [known("1K0 615 301 AA", true)]);
    assert_eq!(found("1k0 615"), [known("1K0 615 301 AA", false), known("1K0615301B", false)]);
    assert_eq!(found("disc fro"), [known("1K0 615 301 AA", false)]);
    assert_eq!(found("FILT tdi"), [known("OC-47", false)]);
    assert!(found("wiper").is_empty() && found(" - ").is_empty());

    // The same number in another spelling is the same part.
    let again = json!({
        "number": "oc47", "description": "x", "location": "", "unit_price": "1", "vat_rate": "zero",
        "low_stock": "", "active": true,
    });
    let refusal = app.refused("create_part", json!({ "part": again }));
    assert!(refusal.fields["number"].contains("already"), "{refusal:?}");
    let mut wrong = again;
    (wrong["number"], wrong["unit_price"], wrong["low_stock"]) = (json!("X1"), json!("12.345"), json!("1e3"));
    let refusal = app.refused("create_part", json!({ "part": wrong, "in_stock": "" }));
    assert_eq!(refusal.fields.keys().collect::<Vec<_>>(), ["low_stock", "unit_price"]);

    // Two at one record: the second is told who was quicker.
    let mut edit = json!({
        "number": "1K0 615 301 AA", "description": "Brake disc, front", "location": "B1",
        "unit_price": "70", "vat_rate": "standard", "low_stock": "", "active": true,
    });
    let saved = app.call("update_part", json!({ "id": disc["id"], "version": 1, "part": edit }));
    assert_eq!((&saved["version"], &saved["location"]), (&json!(2), &json!("B1")));
    edit["location"] = json!("C1");
    let refusal = app.refused("update_part", json!({ "id": disc["id"], "version": 1, "part": edit }));
    assert_eq!(refusal.code, Code::Conflict);
    assert!(refusal.message.starts_with("Maria Keane changed this part on 21/11/2026"), "{refusal:?}");

    // What is sold no more is found no more, and stays on the list that asks for it.
    edit["active"] = json!(false);
    app.call("update_part", json!({ "id": disc["id"], "version": 2, "part": edit }));
    assert_eq!(found("1k0 615"), [known("1K0615301B", false)]);
    let listed = |filter: Value| -> Vec<String> {
        let mut input = filter;
        input["limit"] = json!(100);
        let page = app.call("list_parts", input);
        let rows = page["rows"].as_array().unwrap().iter();
        rows.map(|row| row["number"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed(json!({})), ["1K0615301B", "OC-47"]);
    assert_eq!(listed(json!({ "all": true })), ["1K0 615 301 AA", "1K0615301B", "OC-47"]);
    assert_eq!(
        listed(json!({ "sort": "description", "all": true })),
        ["1K0 615 301 AA", "1K0615301B", "OC-47"]
    );
    assert_eq!(listed(json!({ "low": true })), ["1K0615301B"]);
    assert_eq!(listed(json!({ "search": "disc", "all": true })), ["1K0 615 301 AA", "1K0615301B"]);
    assert_eq!(listed(json!({ "search": "1k0 615 301 b" })), ["1K0615301B"]);
    verifies(&app);
}

/// Every page behind every row, in every order and choice: none is left out, none comes twice.
#[test]
fn the_pages_of_the_shelf_add_up() {
    let app = TestApp::new();
    for at in 0..12 {
        let words = if at % 3 == 0 { "Brake disc disc brakes" } else { "Brake pad" };
        part(&app, &format!("BR {at:02}"), words, "5", if at % 4 == 0 { "1" } else { "9" });
        part(&app, &format!("{at:02} X"), &format!("BR{at} wiper"), "5", "9");
    }
    for filter in [
        json!({}),
        json!({ "sort": "description" }),
        json!({ "low": true }),
        json!({ "low": true, "sort": "description" }),
        json!({ "search": "br" }),
        json!({ "search": "brak dis" }),
        json!({ "search": "br", "low": true }),
    ] {
        let page = |limit: i64, after: &Value| {
            let mut input = filter.clone();
            (input["limit"], input["after"]) = (json!(limit), after.clone());
            app.call("list_parts", input)
        };
        let whole = page(500, &Value::Null);
        let (mut rows, mut after) = (Vec::new(), Value::Null);
        loop {
            let one = page(1, &after);
            rows.extend(one["rows"].as_array().unwrap().clone());
            after = one["next"].clone();
            if after.is_null() {
                break;
            }
        }
        assert!(rows.len() > 1, "{filter}: {whole}");
        assert_eq!(json!(rows), whole["rows"], "{filter}");
        let numbers: std::collections::BTreeSet<_> =
            rows.iter().map(|row| row["number"].to_string()).collect();
        assert_eq!(numbers.len(), rows.len(), "{filter}: a part comes once");
    }
}

#[test]
fn t09_stock_is_received_and_counted_with_what_moved_it() {
    let app = TestApp::new();
    maria(&app);
    let filter = part(&app, "OC 47", "Oil filter", "9.99", "4");
    let receive = json!({ "id": filter["id"], "quantity": "2.5", "request": "form 1" });
    assert_eq!(app.call("receive_part", receive.clone())["in_stock_text"], "6.5");
    assert_eq!(app.call("receive_part", receive)["in_stock_text"], "6.5", "a second click receives nothing");
    for (quantity, words) in [("0", "came in"), ("-1", "below zero"), ("x", "number"), ("100000", "100,000")]
    {
        let refusal = app.refused("receive_part", json!({ "id": filter["id"], "quantity": quantity }));
        assert!(refusal.fields["quantity"].contains(words), "{quantity}: {refusal:?}");
    }
    let count = |seen: i64, counted: &str, reason: &str| {
        app.try_call(
            "count_part",
            json!({ "id": filter["id"], "seen": seen, "counted": counted, "reason": reason }),
        )
    };
    let refusal = count(650, "1", " ").unwrap_err();
    assert!(refusal.fields.contains_key("reason"), "{refusal:?}");
    let refusal = count(400, "1", "Stocktaking").unwrap_err();
    assert_eq!(refusal.code, Code::Conflict);
    assert!(refusal.message.starts_with("The stock went from 4 to 6.5"), "{refusal:?}");
    let counted = count(650, "1", "Stocktaking").unwrap();
    assert_eq!((&counted["in_stock_text"], &counted["is_low"]), (&json!("1"), &json!(true)));
    assert_eq!(moves(&app, &filter), ["Counted −5.5 1", "Received +2.5 6.5", "Received +4 4"]);
    let page = app.call("list_part_movements", json!({ "id": filter["id"], "limit": 2 }));
    assert_eq!(
        (&page["rows"][0]["reason"], &page["rows"][0]["by"]),
        (&json!("Stocktaking"), &json!("Maria Keane"))
    );
    assert!(page["next"].is_string(), "older ones are a page further");
    assert_eq!(filter["version"], get(&app, &filter)["version"], "stock that moves is no edit of the part");
    verifies(&app);
}

#[test]
fn a_sale_is_worked_out_as_it_is_typed_and_says_what_it_would_leave() {
    let app = TestApp::new();
    maria(&app);
    let disc = part(&app, "D1", "Brake disc", "64.50", "1");
    let pads = part(&app, "P1", "Brake pads", "0.03", "9");
    let sum = |lines: &[Value]| app.call("sum_parts_sale", json!({ "lines": lines }));
    let said = sum(&[sale(&disc, "1"), sale(&pads, "3"), sale(&disc, "1")]);
    assert_eq!(said["net_text"], "£129.09");
    // 20 % of £129.09 is £25.818.
    assert_eq!((&said["vat_text"], &said["total_text"]), (&json!("£25.82"), &json!("£154.91")));
    assert_eq!(
        said["rates"],
        json!([{ "label": "Standard 20%", "net_text": "£129.09", "vat_text": "£25.82" }])
    );
    assert_eq!(said["lines"][0]["would_leave"], "−1", "all lines of a part count together");
    assert_eq!(said["lines"][2]["would_leave"], "−1");
    assert_eq!(said["lines"][1]["would_leave"], Value::Null);
    assert_eq!(said["short"][0]["number"], "D1");
    assert_eq!((&said["ready"], said["short"].as_array().unwrap().len()), (&json!(true), 1));

    let mut wrong = sale(&disc, "0");
    wrong["unit_price"] = json!("12.345");
    let said = sum(&[sale(&pads, "1"), wrong]);
    assert_eq!((&said["ready"], &said["total_text"]), (&json!(false), &json!("")));
    assert!(
        said["lines"][1]["quantity_problem"].is_string() && said["lines"][1]["price_problem"].is_string()
    );
    assert_eq!(said["lines"][0]["net_text"], "£0.03", "the other lines stay worked out");
    assert_eq!(sum(&[])["ready"], false);
    assert_eq!(moves(&app, &disc), ["Received +1 1"], "nothing was moved by asking");
}

#[test]
fn t09_stock_never_below_zero_without_saying_so() {
    let app = TestApp::new();
    maria(&app);
    let disc = part(&app, "D1", "Brake disc", "64.50", "1");
    let draft = drafted(&app, "Mr Hale", &[line(&disc, 100), line(&disc, 100)]);
    assert_eq!(get(&app, &disc)["in_stock_text"], "1", "a draft moves nothing");

    let refusal = post(&app, &draft, false).unwrap_err();
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.message.contains("D1 Brake disc") && refusal.message.contains("−1"), "{refusal:?}");
    assert_eq!(get(&app, &disc)["in_stock_text"], "1");
    assert_eq!(moves(&app, &disc), ["Received +1 1"]);

    let posted = post(&app, &draft, true).unwrap();
    assert_eq!(posted["number"], "PI-000001");
    let after = get(&app, &disc);
    assert_eq!((&after["in_stock_text"], &after["is_low"]), (&json!("−1"), &json!(true)));
    assert_eq!(moves(&app, &disc), ["Sold −1 −1", "Sold −1 0", "Received +1 1"]);
    let page = app.call("list_part_movements", json!({ "id": disc["id"], "limit": 1 }));
    assert_eq!(
        (&page["rows"][0]["invoice_number"], &page["rows"][0]["invoice_id"]),
        (&json!("PI-000001"), &posted["id"])
    );
    let low = app.call("list_parts", json!({ "low": true, "limit": 10 }));
    assert_eq!(low["rows"][0]["status"], "Below zero");

    // What comes back goes on the shelf, or not.
    let credit = |line: usize, back: bool, seen: usize| {
        app.call(
            "credit_invoice",
            json!({
                "id": posted["id"], "seen": seen, "reason": "Wrong part",
                "lines": [{ "line_id": posted["lines"][line]["id"], "quantity": 100, "back_to_stock": back }],
            }),
        )
    };
    assert_eq!(credit(0, true, 0)["number"], "CN-000001");
    assert_eq!(get(&app, &disc)["in_stock_text"], "0");
    credit(1, false, 1);
    assert_eq!(get(&app, &disc)["in_stock_text"], "0", "scrap does not lie on the shelf");
    assert_eq!(moves(&app, &disc).first().unwrap(), "Returned +1 0");
    verifies(&app);
}

/// Somebody else's sale between the draft and the posting counts: what was enough is not any more.
#[test]
fn t09_what_two_counters_sell_is_never_sold_twice_unsaid() {
    let app = TestApp::new();
    let disc = part(&app, "D1", "Brake disc", "64.50", "1");
    let (one, other) = (drafted(&app, "", &[line(&disc, 100)]), drafted(&app, "", &[line(&disc, 100)]));
    post(&app, &one, false).unwrap();
    let refusal = post(&app, &other, false).unwrap_err();
    assert!(refusal.message.contains("−1"), "{refusal:?}");
    post(&app, &other, true).unwrap();
    assert_eq!(moves(&app, &disc), ["Sold −1 −1", "Sold −1 0", "Received +1 1"]);
    verifies(&app);
}

/// The customer's own answer on the portal, as its service will record it.
fn answered_on_the_portal(app: &TestApp, id: &str) {
    let contact: ContactId = id.parse().unwrap();
    let book = app.book();
    let station = book.read(|tx| Ok(workstation::all(tx)?)).unwrap().remove(0).id;
    Writing::of_the_product(&book, station, app.now().at, |writing| {
        writing.actor = Actor::Customer;
        assert!(people::exists(writing.tx, contact)?);
        let mut standing = stored::standing(writing.tx, contact)?;
        let draft = ConsentDraft {
            contact,
            change: Change { reviewed: true, ..Change::default() },
            screen: Screen::System,
            method: Method::Portal,
            notes: String::new(),
            date: None,
            notice: Some(String::new()),
            evidence: None,
        };
        record(writing, draft, &mut standing)
    })
    .unwrap();
}

#[test]
fn a17_parts_forces_the_review() {
    let app = TestApp::starting("2026-05-21T09:00:00Z");
    maria(&app);
    let id = siobhan(&app);
    // What the gate of each module goes by: is a review due, and does this module wait for it?
    let waits = |module: &str| {
        let review = consent(&app, &id)["review"].clone();
        let modules = review["modules"].as_array().unwrap().clone();
        review["due"] == true && modules.contains(&json!(module))
    };
    assert_eq!(consent(&app, &id)["never_reviewed"], true);
    assert!(waits("parts") && waits("service"), "never gone through");
    for free in ["vehicles", "vehicle_stock", "contact"] {
        assert!(!waits(free), "a vehicle is looked up without a word");
    }

    // What Parts records says so (D-11).
    let put_off = app.call(
        "defer_review",
        json!({ "contact_id": id, "version": consent(&app, &id)["version"], "screen": "parts" }),
    );
    assert_eq!(put_off["review"]["deferrals"], 1);
    assert!(crate::scene::lines(&history(&app, &id)[0]).contains("Parts"), "{:?}", history(&app, &id)[0]);
    assert!(waits("parts"), "put off is not done");

    answered_on_the_portal(&app, &id);
    assert!(!waits("parts"), "the customer's own answer is a review");
    app.set_clock("2026-11-21T23:59:00Z");
    assert!(!waits("parts"), "exactly six months");
    app.set_clock("2026-11-22T00:00:00Z");
    assert!(waits("parts"));

    let view = save(&app, &id, json!({ "us": { "email": true, "general": true }, "screen": "parts" }));
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "granted");
    assert!(!waits("parts"));
    assert!(crate::scene::lines(&history(&app, &id)[0]).contains("Parts"), "{:?}", history(&app, &id)[0]);

    // Settings say which modules wait.
    app.sign_in("anna");
    app.set_clock("2027-06-01T09:00:00Z");
    assert!(waits("parts"));
    app.call(
        "change_gdpr_setting",
        json!({ "key": "gdpr.review_modules", "value": ["service"], "reason": "Head office" }),
    );
    assert!(!waits("parts") && waits("service"));
    verifies(&app);
}

#[test]
fn a_sale_that_is_typed_is_kept_for_its_customer_and_goes_with_them() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "first_name": "Ann", "last_name": "Smith" }));
    for form in [format!("parts_sale:{id}"), "parts_sale:new".into(), "part:new".into(), "part:3".into()] {
        app.call("keep_draft", json!({ "form": form, "typed": "{\"lines\":[]}" }));
        assert!(app.call("get_draft", json!({ "form": form }))["draft"].is_object(), "{form}");
    }
    assert!(app.try_call("keep_draft", json!({ "form": "parts_sale:0", "typed": "{}" })).is_err());
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Ann Smith" }));
    assert_eq!(app.call("get_draft", json!({ "form": format!("parts_sale:{id}") }))["draft"], Value::Null);
    assert!(app.call("get_draft", json!({ "form": "part:3" }))["draft"].is_object());
}

#[test]
fn the_shelf_is_printed_by_whoever_counts_it_and_exported_by_right() {
    let app = TestApp::new();
    part(&app, "OC 47", "Oil filter", "9.99", "1");
    part(&app, "D1", "Brake disc", "64.50", "9");
    app.employee("Dave Pratt", "dave", &[Right::ExportReports]);
    maria(&app);
    app.call("print_parts", json!({ "low": true }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("OC 47 Oil filter A3 1 2 Low £9.99") && !text.contains("Brake disc"), "{text}");
    assert!(text.contains("Low stock"), "{text}");
    assert_eq!(app.refused("export_parts", json!({})).code, Code::Denied);
    app.sign_in("dave");
    let reply = app.call("export_parts", json!({ "search": "disc" }));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(csv.contains("D1,Brake disc,A3,9,2,,£64.50,Standard 20%") && !csv.contains("OC 47"), "{csv}");
}
