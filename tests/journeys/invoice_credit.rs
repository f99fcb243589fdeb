//! Credit notes, and the stock that documents move (T-04, T-09).

use crate::invoice::{counter, get, line, pence, post, sold_to, this};
use crate::part::part;
use crate::scene::{history, lines, maria, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// So many of a part, at its own price.
fn of_part(part: &Value, hundredths: i64) -> Value {
    json!({
        "kind": "part", "part_id": part["id"], "quantity": hundredths, "unit_price": part["unit_price"],
        "vat_rate": "standard",
    })
}

fn stock(app: &TestApp, part: &Value) -> String {
    let view = app.call("get_part", json!({ "id": part["id"] }));
    view["in_stock_text"].as_str().unwrap().to_owned()
}

/// A credit of so much of each line, in their order.
fn credit_of(invoice: &Value, seen: usize, hundredths: &[i64]) -> Value {
    let lines = invoice["lines"].as_array().unwrap().iter().zip(hundredths);
    let lines: Vec<Value> =
        lines.map(|(line, quantity)| json!({ "line_id": line["id"], "quantity": quantity })).collect();
    json!({ "id": invoice["id"], "seen": seen, "reason": "Wrong part", "lines": lines })
}

#[test]
fn t09_stock_moves_with_the_posted_document_and_never_below_zero_unsaid() {
    let app = TestApp::new();
    maria(&app);
    let pads = part(&app, "BP-100", "Brake pads", "64.50", "3");
    let oil = part(&app, "OIL 5W30", "Engine oil", "9.99", "1.5");
    let lines = [of_part(&pads, 200), of_part(&oil, 450), of_part(&pads, 200)];
    let draft = counter(&app, "Dave", &lines);
    assert_eq!((stock(&app, &pads), stock(&app, &oil)), ("3".into(), "1.5".into()), "a draft moves nothing");
    assert_eq!(draft["lines"][0]["description"], "Brake pads", "the part's own words");
    assert_eq!(
        (&draft["lines"][0]["part_number"], &draft["lines"][1]["in_stock"]),
        (&json!("BP-100"), &json!(150))
    );
    let refusal = app.refused("post_invoice", this(&draft));
    assert_eq!(
        refusal.fields["accept_short"],
        "BP-100 Brake pads: 3 in stock, −1 would be left. OIL 5W30 Engine oil: 1.5 in stock, −3 would be left."
    );
    assert!(refusal.message.ends_with("Nothing was posted."), "{refusal:?}");
    assert_eq!(stock(&app, &pads), "3");
    let mut accepted = this(&draft);
    accepted["accept_short"] = json!(true);
    let posted = app.call("post_invoice", accepted);
    assert_eq!(posted["number"], "PI-000001");
    assert_eq!((stock(&app, &pads), stock(&app, &oil)), ("−1".into(), "−3".into()));
    // Twice is once for the shelf, too.
    post(&app, &draft);
    assert_eq!(stock(&app, &pads), "−1");

    // Back to the shelf only what is said to go there.
    let mut credit = credit_of(&posted, 0, &[200, 100, 100]);
    credit["lines"][0]["back_to_stock"] = json!(true);
    let note = app.call("credit_invoice", credit);
    assert_eq!(
        (&note["number"], &note["kind"], &note["department"]),
        (&json!("CN-000001"), &json!("credit_note"), &json!("parts"))
    );
    assert_eq!((stock(&app, &pads), stock(&app, &oil)), ("1".into(), "−3".into()));
    let movements = app.call("list_part_movements", json!({ "id": pads["id"], "limit": 10 }));
    assert_eq!(movements["rows"][0]["words"], "Returned");
    verifies(&app);
}

#[test]
fn t04_credit_notes_name_their_invoice_and_come_to_what_was_invoiced() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let draft = sold_to(
        &app,
        &id,
        &[
            line("Bulb", 300, 333, "standard"),
            line("Fitting", 100, 1_001, "standard"),
            line("Goodwill", 100, -500, "standard"),
            line("MOT test", 100, 5_485, "outside"),
        ],
    );
    let refusal = app.refused("credit_invoice", credit_of(&draft, 0, &[100]));
    assert!(refusal.message.contains("This is a draft"), "{refusal:?}");
    let invoice = post(&app, &draft);
    assert_eq!(pence(&invoice), [6_985, 300, 7_285]);
    assert_eq!((&invoice["may"]["credit"], &invoice["lines"][0]["left"]), (&json!(true), &json!(300)));

    // What is wrong is said, at the field.
    let credit = |seen, hundredths: &[i64]| credit_of(&invoice, seen, hundredths);
    let mut unreasoned = credit(0, &[100]);
    unreasoned["reason"] = json!("  ");
    assert_eq!(app.refused("credit_invoice", unreasoned).fields["reason"], "Say why it is credited.");
    for (hundredths, field, words) in [
        (&[301][..], "lines.0.quantity", "Of Bulb, 3 can be credited."),
        (&[-1], "lines.0.quantity", "Of Bulb, 3 can be credited."),
        (&[0, 0], "lines", "Choose what is credited."),
        (
            &[300, 100],
            "lines",
            "The lines at Standard 20% would be credited with more than was invoiced. Credit their discount too.",
        ),
    ] {
        let refusal = app.refused("credit_invoice", credit(0, hundredths));
        assert_eq!(refusal.fields[field], words, "{refusal:?}");
    }

    // A third, a third, and the rest: to the penny what was invoiced.
    let first = app.call("credit_invoice", credit(0, &[100]));
    assert_eq!((&first["number"], &first["credits"]["number"]), (&json!("CN-000001"), &invoice["number"]));
    assert_eq!(pence(&first), [333, 67, 400]);
    assert_eq!(first["reason"], "Wrong part");
    // A double click is told, and credits once.
    let refusal = app.refused("credit_invoice", credit(0, &[100]));
    assert_eq!(refusal.code, Code::Conflict);
    assert_eq!(
        refusal.message,
        "Anna Kowalska made a credit note of it on 21/11/2026 10:00, after you opened it: CN-000001. Nothing was credited."
    );
    // A draft counts among what is taken, and may be dropped or posted.
    let mut as_draft = credit(1, &[200]);
    as_draft["draft"] = json!(true);
    let dropped = app.call("credit_invoice", as_draft.clone());
    assert_eq!((&dropped["number"], &dropped["status"]), (&json!(""), &json!("draft")));
    assert_eq!(get(&app, &invoice)["lines"][0]["left"], 0);
    let refusal = app.refused("credit_invoice", credit(2, &[100]));
    assert_eq!(refusal.fields["lines.0.quantity"], "Of Bulb, 0 can be credited.");
    app.call("drop_invoice", this(&dropped));
    let second = app.call("credit_invoice", as_draft);
    let second = post(&app, &second);
    assert_eq!((&second["number"], pence(&second)), (&json!("CN-000002"), [666, 133, 799]));
    let rest = app.call("credit_invoice", credit(2, &[0, 100, 100, 100]));
    assert_eq!(pence(&rest), [5_986, 100, 6_086]);
    let after = get(&app, &invoice);
    assert_eq!(
        (&after["used_up"], &after["credited"], &after["may"]["credit"]),
        (&json!(true), &json!(7_285), &json!(false))
    );
    let sums = [pence(&first), pence(&second), pence(&rest)];
    for (at, sum) in pence(&invoice).into_iter().enumerate() {
        assert_eq!(sums.iter().map(|one| one[at]).sum::<i64>(), sum);
    }
    let numbers: Vec<&Value> =
        after["credited_by"].as_array().unwrap().iter().map(|one| &one["number"]).collect();
    assert_eq!(numbers, ["CN-000001", "CN-000002", "CN-000003"]);
    let refusal = app.refused("credit_invoice", credit_of(&first, 0, &[100]));
    assert!(refusal.message.contains("A credit note is not credited"), "{refusal:?}");
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], lines(entry).as_str()),
        (&json!("Credit note CN-000003 posted"), "£60.86\nCredits PI-000001")
    );
    verifies(&app);
}
