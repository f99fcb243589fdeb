//! Invoices and credit notes: drafts, numbers, posting, what it moves, and what stands against an erasure.

use crate::desks::{call, desk, sit_down};
use crate::part::part;
use crate::scene::{contact, dump, exported, found_in, history, lines, maria, siobhan, verifies};
use forecourt_dispatch::{Code, Refusal, Writing};
use forecourt_domain::ids::{ContactId, InvoiceId, WorkstationId};
use forecourt_domain::invoice::sums::{Priced, sums};
use forecourt_domain::invoice::{Department, InvoiceKind, InvoiceLineKind};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::rights::Right;
use forecourt_domain::vat::VatRate;
use forecourt_store::invoice::{self, Draft, DraftLine};
use forecourt_store::ledger::{Entry, Subject};
use forecourt_store::part::Stamp;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::Barrier;
use std::thread;

/// A line of a draft.
pub fn line(description: &str, hundredths: i64, pence: i64, rate: &str) -> Value {
    json!({
        "kind": "other", "description": description, "quantity": hundredths, "unit_price": pence, "vat_rate": rate,
    })
}

/// Somebody walked in and buys this.
pub fn counter(app: &TestApp, name: &str, lines: &[Value]) -> Value {
    app.call("draft_invoice", json!({ "kind": "parts", "name": name, "lines": lines }))
}

/// A contact buys this.
pub fn sold_to(app: &TestApp, contact: &str, lines: &[Value]) -> Value {
    app.call("draft_invoice", json!({ "kind": "parts", "contact_id": contact, "lines": lines }))
}

pub fn this(view: &Value) -> Value {
    json!({ "id": view["id"], "version": view["version"] })
}

pub fn post(app: &TestApp, draft: &Value) -> Value {
    app.call("post_invoice", this(draft))
}

pub fn get(app: &TestApp, view: &Value) -> Value {
    app.call("get_invoice", json!({ "id": view["id"] }))
}

/// Net, VAT and total in pence.
pub fn pence(view: &Value) -> [i64; 3] {
    ["net", "vat", "total"].map(|sum| view[sum].as_i64().unwrap())
}

/// A draft of a kind that has no screen of its own yet, or of work without a job card: as the store makes it.
pub fn drafted(app: &TestApp, kind: InvoiceKind, contact: Option<&str>, pence: i64) -> Value {
    let now = app.now().at;
    let at = now.to_text();
    let contact: Option<ContactId> = contact.map(|id| id.parse().unwrap());
    let price = Money::of_pence(pence);
    let lines = [DraftLine {
        kind: InvoiceLineKind::Labour,
        part: None,
        part_number: String::new(),
        credits: None,
        description: "Annual service".into(),
        quantity: Quantity::ONE,
        unit_price: price,
        vat_rate: VatRate::Standard,
        vat_percent: VatRate::Standard.percent(),
    }];
    let sums = sums(&[Priced::today(Quantity::ONE, price, VatRate::Standard)]).unwrap();
    let draft = Draft {
        kind,
        department: kind.department().unwrap_or(Department::Service),
        contact,
        vehicle: None,
        job_card: None,
        credits: None,
        name: "",
        registration: "",
        vehicle_name: "",
        mileage: 0,
        reason: "",
    };
    let id = Writing::of_the_product(&app.book(), WorkstationId::new(0), now, |writing| {
        let id = invoice::add(writing.tx, &draft, &lines, &sums, Stamp { at: &at, by: "system" })?;
        let subject = contact.map_or(Subject::None, Subject::Contact);
        let entry = Entry { at: now, actor: "system@0", action: "test.draft", subject, payload: "{}" };
        writing.append(1, |tx, ledger| ledger.append(tx, &entry))?;
        Ok::<InvoiceId, Refusal>(id)
    })
    .unwrap();
    app.call("get_invoice", json!({ "id": id }))
}

fn series(app: &TestApp, word: &str) -> Value {
    let all = app.call("list_invoice_series", json!({}));
    all.as_array().unwrap().iter().find(|one| one["series"] == word).unwrap().clone()
}

#[test]
fn t04_numbers_have_no_gaps() {
    let app = TestApp::new();
    app.call("start_invoice_series", json!({ "series": "VS", "first": 2231 }));
    assert_eq!(series(&app, "VS")["next"], "VS-002231");
    // Three drafts, the second deleted, the third finalised.
    let [_, second, third] = [(); 3].map(|()| drafted(&app, InvoiceKind::Sales, None, 999_500));
    app.call("drop_invoice", this(&second));
    assert_eq!(app.refused("get_invoice", json!({ "id": second["id"] })).code, Code::NotFound);
    let posted = post(&app, &third);
    assert_eq!((&posted["number"], &posted["already"]), (&json!("VS-002231"), &Value::Null));
    assert_eq!(series(&app, "VS")["next"], "VS-002232");
    assert_eq!(post(&app, &drafted(&app, InvoiceKind::Sales, None, 100))["number"], "VS-002232");

    // At the counter from 1 on, and a refused one takes no number.
    for expected in ["PI-000001", "PI-000002"] {
        let empty = counter(&app, "", &[]);
        let refusal = app.refused("post_invoice", this(&empty));
        assert_eq!(refusal.fields["lines"], "There is nothing on it yet.");
        let draft = counter(&app, "", &[line("Bulb", 100, 250, "standard")]);
        assert_eq!(post(&app, &draft)["number"], expected);
    }
    let posted = post(&app, &drafted(&app, InvoiceKind::Service, None, 100));
    assert_eq!(posted["number"], "SI-000001", "each series counts for itself");

    // What is under way goes on.
    let refusal = app.refused("start_invoice_series", json!({ "series": "VS", "first": 5000 }));
    assert!(refusal.message.contains("go on without a gap"), "{refusal:?}");
    for first in [0, -1, 1_000_000_000] {
        let refusal = app.refused("start_invoice_series", json!({ "series": "CN", "first": first }));
        assert!(refusal.fields.contains_key("first"), "{first}");
    }
    maria(&app);
    let refusal = app.refused("start_invoice_series", json!({ "series": "CN", "first": 7 }));
    assert_eq!(refusal.code, Code::Denied);
    verifies(&app);
}

#[test]
fn t04_two_desks_at_once_leave_no_gap_and_post_nothing_twice() {
    const EACH: usize = 20;
    let app = TestApp::new();
    let maria = app.employee("Maria Keane", "maria", &[]);
    let dave = app.employee("Dave Pratt", "dave", &[]);
    let bulb = [line("Bulb", 100, 250, "standard")];
    let contested: Vec<Value> = (0..EACH).map(|_| counter(&app, "", &bulb)).collect();
    let together = Barrier::new(2);
    let work = |name: &str, employee| {
        let (desk, _) = desk(&app, name);
        sit_down(&app, &desk, employee);
        together.wait();
        let mut numbers = Vec::new();
        let mut quicker = 0;
        for draft in &contested {
            let own = call(&app, &desk, "draft_invoice", json!({ "kind": "parts", "lines": bulb }));
            numbers
                .push(call(&app, &desk, "post_invoice", this(&own))["number"].as_str().unwrap().to_owned());
            let posted = call(&app, &desk, "post_invoice", this(draft));
            quicker += usize::from(posted["already"].is_null());
            numbers.push(posted["number"].as_str().unwrap().to_owned());
        }
        (numbers, quicker)
    };
    let (one, other) = thread::scope(|scope| {
        let one = scope.spawn(|| work("PARTS-01", maria));
        let other = scope.spawn(|| work("PARTS-02", dave));
        (one.join().unwrap(), other.join().unwrap())
    });
    assert_eq!(one.1 + other.1, EACH, "each was posted once, by whoever was quicker");
    let numbers: BTreeSet<String> = one.0.into_iter().chain(other.0).collect();
    let expected: BTreeSet<String> = (1..=3 * EACH).map(|at| format!("PI-{at:06}")).collect();
    assert_eq!(numbers, expected);
    verifies(&app);
}

#[test]
fn posting_twice_posts_once_and_says_so() {
    let app = TestApp::new();
    let draft = counter(&app, "", &[line("Bulb", 100, 250, "standard")]);
    let first = post(&app, &draft);
    let again = post(&app, &draft);
    assert_eq!((&again["number"], &again["version"]), (&first["number"], &first["version"]));
    let said = "Anna Kowalska posted it as PI-000001 on 21/11/2026 10:00. It was posted once.";
    assert_eq!(again["already"], said);
    assert_eq!(series(&app, "PI")["next_at"], 2);
    // Who saw something else is told.
    let draft = counter(&app, "", &[line("Bulb", 100, 250, "standard")]);
    let mut edit = this(&draft);
    edit["lines"] = json!([line("Bulb", 200, 250, "standard")]);
    let changed = app.call("update_invoice", edit.clone());
    assert_eq!((&changed["version"], pence(&changed)), (&json!(2), [500, 100, 600]));
    for (name, input) in
        [("post_invoice", this(&draft)), ("drop_invoice", this(&draft)), ("update_invoice", edit)]
    {
        let refusal = app.refused(name, input);
        assert_eq!(refusal.code, Code::Conflict, "{name}");
        assert!(refusal.message.starts_with("Anna Kowalska changed this draft on 21/11/2026"), "{refusal:?}");
    }
    post(&app, &changed);
    let refusal = app.refused("post_invoice", this(&draft));
    assert_eq!((refusal.code, refusal.fields["number"].as_str()), (Code::Conflict, "PI-000002"));
}

#[test]
fn a_form_that_is_sent_twice_makes_one_draft() {
    let app = TestApp::new();
    let input =
        json!({ "kind": "parts", "lines": [line("Bulb", 100, 250, "standard")], "request": "form-1" });
    let [one, other] = [(); 2].map(|()| app.call("draft_invoice", input.clone()));
    assert_eq!(one["id"], other["id"]);
}

#[test]
fn t05_vat_of_standard_rates() {
    let app = TestApp::new();
    let cases: [(&[Value], [i64; 3]); 5] = [
        (&[line("Towbar", 100, 30_000, "standard")], [30_000, 6_000, 36_000]),
        (&[line("Car", 100, 1_050_000, "standard")], [1_050_000, 210_000, 1_260_000]),
        // Of the sum, not of each line: 3 × £0.03 are £0.09 and £0.02 of VAT.
        (
            &[
                line("Washer", 100, 3, "standard"),
                line("Washer", 100, 3, "standard"),
                line("Washer", 100, 3, "standard"),
            ],
            [9, 2, 11],
        ),
        (
            &[
                line("Labour", 150, 8_550, "standard"),
                line("MOT test", 100, 5_485, "outside"),
                line("Child seat", 100, 10, "reduced"),
                line("Discount", 100, -825, "standard"),
                line("Booklet", 100, 500, "zero"),
                line("Insurance", 100, 1_000, "exempt"),
            ],
            [18_995, 2_401, 21_396],
        ),
        (&[line("Free", 100, 0, "standard")], [0, 0, 0]),
    ];
    for (lines, sums) in cases {
        let draft = counter(&app, "", lines);
        assert_eq!(pence(&draft), sums);
        let posted = post(&app, &draft);
        assert_eq!(pence(&posted), sums);
        assert_eq!(posted["rates"], draft["rates"], "as the draft showed it");
        let of = |field: &str| -> i64 {
            posted["rates"].as_array().unwrap().iter().map(|rate| rate[field].as_i64().unwrap()).sum()
        };
        assert_eq!([of("net"), of("vat")], sums[..2]);
    }
    for (lines, field) in [
        (vec![line("Discount", 100, -1, "standard")], "lines"),
        (vec![line("", 100, 1, "standard")], "lines.0.description"),
        (vec![line("A", 100, 1, "zero"), line("B", 0, 1, "zero")], "lines.1.quantity"),
        (vec![line("A", 10_000_001, 1, "zero")], "lines.0.quantity"),
        (vec![line("A", 100, 10_000_000_001, "zero")], "lines.0.unit_price"),
        (vec![line("A", 100, i64::MAX, "zero")], "lines.0.unit_price"),
        (vec![line("A", 100, 10_000_000_000, "standard")], "lines"),
        (vec![json!({ "part_id": "4711", "quantity": 100, "unit_price": 1 })], "lines.0.part_id"),
    ] {
        let refusal = app.refused("draft_invoice", json!({ "kind": "parts", "lines": lines }));
        assert!(refusal.fields.contains_key(field), "{field} in {refusal:?}");
    }
}

#[test]
fn t04_a_document_keeps_name_and_address_of_its_day() {
    let app = TestApp::new();
    let id = siobhan(&app);
    app.call("change_system_setting", json!({ "key": "inv.due_days", "value": 30 }));
    let draft = sold_to(&app, &id, &[line("Bulb", 100, 250, "standard")]);
    let name = "Ms Siobhán O'Brien-Ng";
    let address = "14 Chapel Row\nGreat Malvern\nWR14 3AA";
    assert_eq!((&draft["name"], &draft["address"]), (&json!(name), &json!(address)), "as it would be now");
    // A minute before midnight in summer it is tomorrow at the dealership.
    app.set_clock("2027-06-30T23:30:00Z");
    let posted = post(&app, &draft);
    assert_eq!((&posted["posted_on"], &posted["due_on"]), (&json!("2027-07-01"), &json!("2027-07-31")));
    let view = app.call("get_contact", json!({ "id": id }));
    app.call(
        "update_contact",
        json!({ "id": id, "version": view["version"], "contact": { "first_name": "Siobhán", "last_name": "Ng" } }),
    );
    let after = get(&app, &posted);
    assert_eq!((&after["name"], &after["address"]), (&json!(name), &json!(address)));
    assert_eq!(after["contact"]["name"], "Siobhán Ng", "and the contact as it stands today beside it");
    app.call("change_system_setting", json!({ "key": "inv.due_days", "value": 0 }));
    assert_eq!(get(&app, &posted)["due_on"], "2027-07-31", "nor does a setting move it");
    let entry = &history(&app, &id)[1];
    assert_eq!(entry["title"], "Parts invoice PI-000001 posted");
    assert_eq!(lines(entry), "£3.00");
    verifies(&app);
}

#[test]
fn l03_open_invoices_go_to_the_executors() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "title": "Mr", "first_name": "Bob", "last_name": "Hill" }));
    let [before, after] = [(); 2].map(|()| sold_to(&app, &id, &[line("Bulb", 100, 250, "standard")]));
    let before = post(&app, &before);
    // Nobody knew the day.
    app.call("record_death", json!({ "contact_id": id, "told_by": "His son" }));
    assert_eq!(get(&app, &after)["contact"]["died"], true);
    assert_eq!(post(&app, &after)["name"], "The executors of Mr Bob Hill");
    assert_eq!(get(&app, &before)["name"], "Mr Bob Hill", "what was posted before stays");
}

#[test]
fn posted_documents_never_change() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let posted = post(&app, &sold_to(&app, &id, &[line("Bulb", 100, 250, "standard")]));
    let mut edit = this(&posted);
    edit["lines"] = json!([]);
    for (name, input) in [("update_invoice", edit), ("drop_invoice", this(&posted))] {
        let refusal = app.refused(name, input);
        assert_eq!(refusal.code, Code::Conflict, "{name}");
        assert!(refusal.message.contains("What is posted never changes"), "{refusal:?}");
    }
    let documents = || -> Vec<String> {
        let rows = ["invoice: ", "invoice_line: ", "invoice_vat: ", "invoice_series: "];
        let held = dump(&app);
        held.lines().filter(|line| rows.iter().any(|row| line.starts_with(row))).map(str::to_owned).collect()
    };
    let before = documents();
    let book = app.book();
    let database = book.database_of_the_test();
    let mut statements = Vec::new();
    for table in ["invoice", "invoice_line", "invoice_vat"] {
        let sql = format!("SELECT name, type FROM pragma_table_info('{table}')");
        let columns = book.read(|tx| Ok(tx.all(&sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))?)).unwrap();
        for (column, kind) in columns {
            let value = if kind == "TEXT" { "'x'".to_owned() } else { format!("{column} + 1") };
            statements.push(format!("UPDATE {table} SET {column} = {value}"));
        }
        statements.push(format!("DELETE FROM {table}"));
        statements.push(format!("UPDATE OR REPLACE {table} SET id = id"));
    }
    let number = posted["id"].as_str().unwrap();
    statements.push(format!("INSERT INTO invoice_line (invoice_id) VALUES ({number})"));
    statements.push(format!("INSERT INTO invoice_vat (invoice_id) VALUES ({number})"));
    statements.push(format!("REPLACE INTO invoice (id, number) VALUES ({number}, 'PI-000001')"));
    statements.push("REPLACE INTO invoice (number) VALUES ('PI-000001')".to_owned());
    statements
        .push(format!("REPLACE INTO invoice_line (id, invoice_id) SELECT id, {number} FROM invoice_line"));
    statements.push("REPLACE INTO invoice_vat (id, invoice_id) SELECT id, 4711 FROM invoice_vat".to_owned());
    let draft = counter(&app, "", &[line("Bulb", 100, 250, "standard")]);
    let draft = draft["id"].as_str().unwrap();
    statements.push(format!("UPDATE invoice_line SET invoice_id = {number} WHERE invoice_id = {draft}"));
    for sql in &statements {
        // In bulk: so that owners, which the engine looks after, do not stand in the way.
        let outcome = database.write_in_bulk(|tx| tx.run(sql, &[]));
        assert!(outcome.is_err(), "{sql}");
    }
    assert!(statements.len() > 50, "{}", statements.len());
    app.call("drop_invoice", json!({ "id": draft, "version": 1 }));
    assert_eq!(documents(), before);
    verifies(&app);
}

#[test]
fn who_walks_in_is_named_in_their_invoice_alone() {
    let app = TestApp::new();
    let draft = counter(&app, "Mr Quillfeather", &[line("Bulb", 100, 250, "standard")]);
    let mut edit = this(&draft);
    (edit["name"], edit["lines"]) = (json!("Mrs Quillfeather"), json!([line("Bulb", 100, 250, "standard")]));
    let posted = post(&app, &app.call("update_invoice", edit));
    assert_eq!((&posted["name"], &posted["contact"]), (&json!("Mrs Quillfeather"), &Value::Null));
    let held = dump(&app);
    let held = found_in(&held, "Quillfeather");
    assert!(held.len() == 1 && held[0].starts_with("invoice: "), "{held:?}");
    let cash = post(&app, &counter(&app, "", &[line("Bulb", 100, 250, "standard")]));
    assert_eq!(cash["name"], "Cash sale");
    verifies(&app);
}

/// A draft may pass from who walked in to a contact, and to another: what the ledger tells of it goes along.
#[test]
fn a_draft_that_changes_hands_goes_with_whom_it_has_then() {
    let app = TestApp::new();
    let (one, other) = (siobhan(&app), contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" })));
    let bulb = [line("Bulb", 100, 250, "standard")];
    let mut draft = counter(&app, "Ann", &bulb);
    for of in [&one, &other, &one] {
        let mut edit = this(&draft);
        (edit["contact_id"], edit["lines"]) = (json!(of), json!(bulb));
        draft = app.call("update_invoice", edit);
        verifies(&app);
    }
    assert_eq!(draft["contact"]["reference"], "C0000001");
    app.call("erase_contact", json!({ "contact_id": other, "confirm_name": "Ann Rush" }));
    verifies(&app);
    app.call("erase_contact", json!({ "contact_id": one, "confirm_name": "Siobhán O'Brien-Ng" }));
    assert_eq!(app.refused("get_invoice", json!({ "id": draft["id"] })).code, Code::NotFound, "it went too");
    verifies(&app);
}

#[test]
fn a35_a_posted_invoice_stands_against_an_erasure() {
    let app = TestApp::starting("2021-03-14T10:00:00Z");
    let id = contact(&app, json!({ "first_name": "Bob", "last_name": "Hill" }));
    post(&app, &drafted(&app, InvoiceKind::Service, Some(&id), 15_000));
    app.set_clock("2026-11-21T10:00:00Z");
    app.employee("Maria Keane", "maria", &[Right::GdprRightsRequests]);
    app.sign_in("maria");
    let reason = "has previous transactions (1 service invoice, 14/03/2021): SI-000001";
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    assert_eq!((&preview["eligible"], &preview["blocked_by"]), (&json!(false), &json!([reason])));
    let refusal = app.refused("erase_contact", json!({ "contact_id": id, "confirm_name": "Bob Hill" }));
    assert_eq!(refusal.code, Code::NotEligible);
    assert_eq!(refusal.message, format!("This contact cannot be erased: it {reason}."));
    let entry = &history(&app, &id)[0];
    assert_eq!((&entry["title"], lines(entry).as_str()), (&json!("Right to Erasure refused"), reason));

    // More of them are counted by kind, and the newest are named.
    app.sign_in("anna");
    for _ in 0..2 {
        post(&app, &sold_to(&app, &id, &[line("Bulb", 100, 250, "standard")]));
    }
    app.set_clock("2026-11-22T10:00:00Z");
    let last = post(&app, &drafted(&app, InvoiceKind::Service, Some(&id), 15_000));
    let credit = json!({ "id": last["id"], "seen": 0, "reason": "Goodwill",
        "lines": [{ "line_id": last["lines"][0]["id"], "quantity": 100 }] });
    app.call("credit_invoice", credit);
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    assert_eq!(
        preview["blocked_by"][0],
        "has previous transactions (2 service invoices, 2 parts invoices, last 22/11/2026): SI-000002, PI-000002, PI-000001 and 1 more",
        "what was credited was posted all the same"
    );
    verifies(&app);
}

#[test]
fn a35_an_invoice_that_is_posted_while_the_box_is_open_refuses_the_erasure_at_commit() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "first_name": "Bob", "last_name": "Hill" }));
    let draft = sold_to(&app, &id, &[line("Brake pads", 100, 6_450, "standard")]);
    let maria = app.employee("Maria Keane", "maria", &[]);
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    assert_eq!(preview["eligible"], true, "a draft stands against nothing");
    let (counter, _) = desk(&app, "PARTS-01");
    sit_down(&app, &counter, maria);
    call(&app, &counter, "post_invoice", this(&draft));
    let refusal = app.refused("erase_contact", json!({ "contact_id": id, "confirm_name": "Bob Hill" }));
    assert_eq!(refusal.code, Code::NotEligible);
    assert_eq!(
        refusal.fields["blocked_by"],
        "has previous transactions (1 parts invoice, 21/11/2026): PI-000001"
    );
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], &entry["by"]),
        (&json!("Right to Erasure refused"), &json!("Anna Kowalska"))
    );
    assert_eq!(app.call("get_contact", json!({ "id": id }))["display_name"], "Bob Hill");
    verifies(&app);
}

#[test]
fn drafts_go_with_the_contact() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "first_name": "Bob", "last_name": "Hill" }));
    sold_to(&app, &id, &[line("A yellow kayak rack", 100, 6_450, "standard")]);
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    assert!(preview["will_go"].to_string().contains("invoices"), "{preview}");
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Bob Hill" }));
    assert!(found_in(&dump(&app), "kayak").is_empty());
    assert_eq!(series(&app, "PI")["next_at"], 1, "and no number is missing");
    verifies(&app);
}

/// Whatever a contact allows of marketing: their own invoice is no marketing (V-18, A-60).
#[test]
fn a60_an_invoice_may_be_sent_to_who_wants_no_marketing() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let posted = post(&app, &sold_to(&app, &id, &[line("Bulb", 100, 250, "standard")]));
    let version = app.call("get_consent", json!({ "contact_id": id }))["version"].clone();
    let stop = json!({ "contact_id": id, "version": version, "excluded": true, "notes": "asked",
        "screen": "contact_record" });
    app.call("set_exclusion", stop);
    let mail = &get(&app, &posted)["contact"]["mail"];
    assert_eq!((&mail["verdict"], &mail["reasons"]), (&json!("allow"), &json!([])));
    let nowhere = contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" }));
    let posted = post(&app, &sold_to(&app, &nowhere, &[line("Bulb", 100, 250, "standard")]));
    assert_eq!(posted["contact"]["mail"]["verdict"], "block", "there is no address");
}

#[test]
fn the_list_shows_drafts_first_and_then_what_was_posted_newest_first() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let bulb = [line("Bulb", 100, 250, "standard")];
    let drafts: Vec<Value> = (0..6).map(|_| sold_to(&app, &id, &bulb)).collect();
    // Posted in another order than they were drafted in.
    for (minute, at) in [(1, 3), (2, 0), (3, 5)] {
        app.set_clock(&format!("2026-11-21T10:0{minute}:00Z"));
        post(&app, &drafts[at]);
    }
    app.set_clock("2026-11-21T10:10:00Z");
    let service = post(&app, &drafted(&app, InvoiceKind::Service, Some(&id), 15_000));
    let credit = json!({ "id": service["id"], "seen": 0, "reason": "Goodwill",
        "lines": [{ "line_id": service["lines"][0]["id"], "quantity": 100 }] });
    app.set_clock("2026-11-21T10:11:00Z");
    app.call("credit_invoice", credit);
    let listed = |filter: Value, limit: usize| -> Vec<String> {
        let (mut shown, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut input = filter.clone();
            (input["limit"], input["after"]) = (json!(limit), after);
            let page = app.call("list_invoices", input);
            let rows = page["rows"].as_array().unwrap();
            assert!(rows.len() <= limit);
            shown.extend(rows.iter().map(|row| {
                let number = row["number"].as_str().unwrap();
                let draft = || format!("draft {}", row["id"].as_str().unwrap());
                if number.is_empty() { draft() } else { number.to_owned() }
            }));
            after = page["next"].clone();
            if after.is_null() {
                return shown;
            }
        }
    };
    let id_of = |at: usize| format!("draft {}", drafts[at]["id"].as_str().unwrap());
    let posted_parts = ["PI-000003", "PI-000002", "PI-000001"].map(str::to_owned);
    let parts = [vec![id_of(4), id_of(2), id_of(1)], posted_parts.to_vec()].concat();
    for limit in [1, 2, 3, 4, 100] {
        assert_eq!(listed(json!({ "department": "parts" }), limit), parts, "{limit} a page");
        assert_eq!(listed(json!({ "kind": "parts" }), limit), parts);
        assert_eq!(listed(json!({ "kind": "parts", "status": "posted" }), limit), posted_parts);
        assert_eq!(listed(json!({ "department": "service" }), limit), ["CN-000001", "SI-000001"]);
        assert_eq!(listed(json!({ "kind": "service" }), limit), ["SI-000001"]);
        let all = [
            vec![id_of(4), id_of(2), id_of(1), "CN-000001".into(), "SI-000001".into()],
            posted_parts.to_vec(),
        ];
        assert_eq!(listed(json!({}), limit), all.concat());
    }
    let refusal = app.refused("list_invoices", json!({ "limit": 5, "after": "posted|x" }));
    assert_eq!(refusal.fields["after"], "The list does not go on from there.");
    let of_contact = app.call("list_contact_invoices", json!({ "contact_id": id, "limit": 3 }));
    assert_eq!(of_contact["rows"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&of_contact["rows"][0]["number"], &of_contact["rows"][0]["total"]),
        (&json!("CN-000001"), &json!(-18_000))
    );
    let rest = app
        .call("list_contact_invoices", json!({ "contact_id": id, "limit": 50, "after": of_contact["next"] }));
    assert_eq!(rest["rows"].as_array().unwrap().len(), 5);
    for (term, numbers) in
        [("si-1", vec!["SI-000001"]), ("1", vec!["SI-000001", "PI-000001", "CN-000001"]), ("x", vec![])]
    {
        let found = app.call("find_invoices", json!({ "term": term }));
        let found: Vec<&Value> = found.as_array().unwrap().iter().map(|row| &row["number"]).collect();
        assert_eq!(found, numbers, "{term}");
    }
    let file = exported(&app, &app.call("export_invoices", json!({ "status": "posted" })));
    let text = std::fs::read_to_string(file).unwrap();
    assert!(
        text.contains("PI-000002,21/11/2026,Parts invoice,Ms Siobhán O'Brien-Ng,,£2.50,£0.50,£3.00"),
        "{text}"
    );
    app.call("print_invoices", json!({ "department": "parts" }));
}

/// A job card of Siobhán's Ford that is ready to be invoiced.
fn ready_card(app: &TestApp, contact: &str, lines: &[Value]) -> Value {
    let card =
        app.call("open_job_card", json!({ "contact_id": contact, "vehicle_id": "1", "mileage": 42_150 }));
    let fields =
        json!({ "vehicle_id": "1", "mileage": 42_150, "work": "Service", "notes": "", "lines": lines });
    let card =
        app.call("update_job_card", json!({ "id": card["id"], "version": card["version"], "card": fields }));
    ["arrived", "in_work", "ready"].iter().fold(card, |card, to| {
        app.call("set_job_status", json!({ "id": card["id"], "version": card["version"], "to": to }))
    })
}

#[test]
fn an_invoice_takes_what_stands_on_the_job_card_and_closes_it() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let filter = part(&app, "OC-47", "Oil filter", "9.99", "5");
    let lines = [
        json!({ "kind": "labour", "description": "Service", "quantity": 150, "unit_price": 8_550, "vat_rate": "standard" }),
        json!({ "kind": "part", "part_id": filter["id"], "description": "Oil filter", "quantity": 100,
            "unit_price": 999, "vat_rate": "standard" }),
        json!({ "kind": "other", "description": "MOT test", "quantity": 100, "unit_price": 5_485, "vat_rate": "outside" }),
    ];
    let card = ready_card(&app, &id, &lines);
    let of_card = json!({ "job_card_id": card["id"] });
    let draft = app.call("draft_invoice", of_card.clone());
    assert_eq!(app.call("draft_invoice", of_card.clone())["id"], draft["id"], "a card has one draft");
    assert_eq!(pence(&draft), [19_309, 2_765, 22_074]);
    assert_eq!(
        (&draft["registration"], &draft["vehicle"], &draft["mileage"]),
        (&json!("EU56 JEC"), &json!("Ford Focus"), &json!(42_150))
    );
    assert_eq!((&draft["card"]["number"], &draft["vehicle_id"]), (&card["number"], &json!("1")));
    let posted = post(&app, &draft);
    assert_eq!((&posted["number"], pence(&posted)), (&json!("SI-000001"), [19_309, 2_765, 22_074]));
    assert_eq!(app.call("get_job_card", json!({ "id": card["id"] }))["status"], "invoiced");
    assert_eq!(app.call("get_part", json!({ "id": filter["id"] }))["in_stock_text"], "4");
    let refusal = app.refused("draft_invoice", of_card.clone());
    assert_eq!(refusal.fields["number"], "SI-000001");
    // Once all of it was credited, the work may be invoiced again.
    let credited: Vec<Value> = posted["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| json!({ "line_id": line["id"], "quantity": line["quantity"], "back_to_stock": true }))
        .collect();
    app.call(
        "credit_invoice",
        json!({ "id": posted["id"], "seen": 0, "reason": "Wrong customer", "lines": credited }),
    );
    assert_eq!(app.call("get_part", json!({ "id": filter["id"] }))["in_stock_text"], "5");
    let again = post(&app, &app.call("draft_invoice", of_card));
    assert_eq!(again["number"], "SI-000002");
    verifies(&app);
}

#[test]
fn what_a_customer_was_charged_stands_in_their_access_export() {
    let app = TestApp::new();
    let id = siobhan(&app);
    post(&app, &sold_to(&app, &id, &[line("Bulb", 150, 250, "standard")]));
    let reply = app.call("export_access", json!({ "contact_id": id, "reason": "asked in writing" }));
    let text = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    for row in ["Invoices,1,Total,£4.50", "Invoices,1,Number,PI-000001", "Lines of invoices,1,Quantity,1.5"]
    {
        assert!(text.contains(row), "{row} in {text}");
    }
    assert!(!text.contains("Mileage"), "nobody read it");
}
