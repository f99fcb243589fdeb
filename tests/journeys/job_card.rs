//! The Service Record (T-03): from the booking to the invoice, and what of it stands against an erasure (D-21).

use crate::scene::{contact, exported, flat, history, lines, maria, pdf_text, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// Siobhán's Ford, which is the first vehicle of the book.
const FORD: &str = "1";

fn opened(app: &TestApp, contact: &str) -> Value {
    app.call("open_job_card", json!({ "contact_id": contact, "vehicle_id": FORD }))
}

/// The card's fields as an editor sends them back, with these lines.
fn draft(card: &Value, lines: Value) -> Value {
    json!({
        "vehicle_id": card["vehicle"]["id"], "technician_id": card["technician"]["id"],
        "mileage": card["mileage"], "work": card["work"], "notes": card["notes"], "due_on": card["due_on"],
        "lines": lines,
    })
}

fn save(app: &TestApp, card: &Value, draft: Value) -> Value {
    app.call("update_job_card", json!({ "id": card["id"], "version": card["version"], "card": draft }))
}

fn moved(app: &TestApp, card: &Value, to: &str) -> Value {
    app.call("set_job_status", json!({ "id": card["id"], "version": card["version"], "to": to }))
}

fn labour(description: &str, quantity: i64, price: i64) -> Value {
    json!({
        "kind": "labour", "description": description, "quantity": quantity, "unit_price": price,
        "vat_rate": "standard",
    })
}

/// Whatever may become of a job card but its invoice; it is given up in the end.
pub fn lived_in(app: &TestApp, contact: &str) {
    let card =
        app.call("open_job_card", json!({ "contact_id": contact, "vehicle_id": FORD, "mileage": 42_000 }));
    let card = save(app, &card, draft(&card, json!([labour("Look for a rattle", 50, 8_500)])));
    let card = moved(app, &card, "arrived");
    app.call("print_job_card", json!({ "id": card["id"] }));
    moved(app, &card, "cancelled");
}

fn booked(app: &TestApp, contact: &str) -> Value {
    let dave = crate::booking::resource(app, "technician", "Dave Pratt", 8);
    let fields = json!({
        "vehicle_id": FORD, "work": "Annual service\nBrakes squeal", "notes": "Key in the box",
    });
    crate::booking::book(app, contact, Some(&dave), fields)
}

#[test]
fn t03_a_booking_becomes_one_job_card_and_has_arrived() {
    let app = TestApp::starting("2026-11-23T08:30:00Z");
    let id = siobhan(&app);
    let booked = booked(&app, &id);
    let card = app.call("open_job_card", json!({ "booking_id": booked["id"], "mileage": 42_150 }));
    assert_eq!(card["number"], "JC-000001");
    assert_eq!((&card["status"], &card["open"]), (&json!("arrived"), &json!(true)));
    assert_eq!(card["contact"]["name"], "Siobhán O'Brien-Ng");
    assert_eq!(
        (&card["vehicle"]["registration"], &card["vehicle"]["make"]),
        (&json!("EU56 JEC"), &json!("Ford"))
    );
    assert_eq!(
        (&card["work"], &card["notes"]),
        (&json!("Annual service\nBrakes squeal"), &json!("Key in the box"))
    );
    assert_eq!(card["technician"]["name"], "Dave Pratt");
    assert_eq!((&card["opened_on"], &card["due_on"]), (&json!("2026-11-23"), &json!("2026-11-23")));
    assert_eq!((&card["mileage"], &card["vehicle"]["last_mileage"]), (&json!(42_150), &json!(42_150)));
    assert_eq!(app.call("get_booking", json!({ "id": booked["id"] }))["status"], "arrived");

    let again = app.call("open_job_card", json!({ "booking_id": booked["id"] }));
    assert_eq!(again["id"], card["id"], "a booking has one card");
    let all = app.call("list_job_cards", json!({ "limit": 10 }));
    assert_eq!(all["rows"].as_array().unwrap().len(), 1);
    assert_eq!(all["rows"][0]["work"], "Annual service", "its first line");
    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], lines(entry).as_str()),
        (&json!("Job card JC-000001 opened"), "From a booking")
    );
    verifies(&app);
}

#[test]
fn t03_numbers_go_up_and_a_second_click_opens_no_second_card() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let input = json!({ "contact_id": id, "vehicle_id": FORD, "request": "one click" });
    let first = app.call("open_job_card", input.clone());
    let same = app.call("open_job_card", input);
    assert_eq!((&first["number"], &first["id"]), (&json!("JC-000001"), &same["id"]));
    assert_eq!(first["status"], "booked", "the vehicle is not here yet");
    assert_eq!(opened(&app, &id)["number"], "JC-000002");
    for (input, field) in [
        (json!({}), "contact_id"),
        (json!({ "contact_id": id, "vehicle_id": "77" }), "vehicle_id"),
        (json!({ "contact_id": id, "mileage": -1 }), "mileage"),
    ] {
        let refusal = app.refused("open_job_card", input);
        assert!(refusal.fields.contains_key(field), "{field}: {refusal:?}");
    }
    assert_eq!(app.refused("open_job_card", json!({ "booking_id": "9" })).code, Code::NotFound);
}

#[test]
fn t03_lines_add_up_with_vat_per_rate_and_keep_their_numbers() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let card = opened(&app, &id);
    let mot = json!({
        "kind": "other", "description": "MOT test", "quantity": 100, "unit_price": 5_485, "vat_rate": "outside",
    });
    let pads = json!({
        "kind": "part", "description": "Front pads", "quantity": 100, "unit_price": 6_450, "vat_rate": "standard",
    });
    let card = save(&app, &card, draft(&card, json!([labour("Fit front pads", 150, 8_500), pads, mot])));
    // 1.5 h at £85.00 and £64.50: £192.00 net; the MOT is outside VAT.
    assert_eq!(card["sums"]["lines"], json!([12_750, 6_450, 5_485]));
    assert_eq!((&card["sums"]["net"], &card["sums"]["total"]), (&json!(24_685), &json!(28_525)));
    let vat = card["sums"]["vat"].as_array().unwrap();
    assert_eq!(
        (&vat[0]["label"], &vat[0]["net"], &vat[0]["vat"]),
        (&json!("Standard 20%"), &json!(19_200), &json!(3_840))
    );
    assert_eq!((&vat[1]["label"], &vat[1]["vat"]), (&json!("Outside VAT"), &json!(0)));
    let typed = |kind: &str, quantity: &str, price: &str, rate: &str| json!({ "kind": kind, "quantity": quantity, "unit_price": price, "vat_rate": rate });
    let typed_lines = json!([
        typed("labour", "1.5", "85", "standard"),
        typed("part", "1", "£64.50", "standard"),
        typed("other", "1", "54.85", "outside"),
    ]);
    let summed = app.call("sum_job_lines", json!({ "lines": typed_lines }));
    assert_eq!(summed["sums"], card["sums"], "and so they do while somebody types");
    assert_eq!(
        (&summed["lines"][0]["quantity"], &summed["lines"][0]["net_text"]),
        (&json!(150), &json!("£127.50"))
    );
    let typed_lines =
        json!([typed("labour", "1,5", "-85", "standard"), typed("other", "1", "-10", "standard")]);
    let unread = app.call("sum_job_lines", json!({ "lines": typed_lines }));
    assert_eq!((&unread["sums"], &unread["lines"][1]["net_text"]), (&Value::Null, &json!("\u{2212}£10.00")));
    for problem in ["quantity_problem", "price_problem"] {
        assert!(unread["lines"][0][problem].is_string(), "{problem}: {unread}");
    }

    let kept = &card["lines"][2];
    let fewer = save(&app, &card, draft(&card, json!([kept, labour("Road test", 25, 8_500)])));
    assert_eq!(fewer["lines"][0]["id"], kept["id"], "a line that stays keeps its number");
    assert_eq!(fewer["lines"][1]["description"], "Road test");
    let entry = &history(&app, &id)[0];
    assert_eq!((&entry["title"], lines(entry).as_str()), (&json!("Job card JC-000001 changed"), "Lines"));
    let same = save(&app, &fewer, draft(&fewer, fewer["lines"].clone()));
    assert_eq!(same["version"], fewer["version"], "saved without a change");

    let gone = draft(&fewer, json!([card["lines"][0]]));
    let input = json!({ "id": card["id"], "version": fewer["version"], "card": gone });
    assert!(app.refused("update_job_card", input).fields.contains_key("lines"));
    let wrong = draft(&fewer, json!([labour(" ", 0, -1)]));
    let refusal = app
        .refused("update_job_card", json!({ "id": card["id"], "version": fewer["version"], "card": wrong }));
    let fields: Vec<&String> = refusal.fields.keys().collect();
    assert_eq!(fields, ["lines.0.description", "lines.0.quantity", "lines.0.unit_price"]);
    verifies(&app);
}

#[test]
fn t03_a_card_goes_from_arrived_to_collected_and_is_closed_by_its_invoice() {
    let app = TestApp::new();
    let id = siobhan(&app);
    maria(&app);
    let card = opened(&app, &id);
    let arrived = json!({ "id": card["id"], "version": card["version"], "to": "arrived", "mileage": 51_000 });
    let card = app.call("set_job_status", arrived.clone());
    assert_eq!((&card["mileage"], &card["vehicle"]["last_mileage"]), (&json!(51_000), &json!(51_000)));
    assert_eq!(app.call("set_job_status", arrived)["version"], card["version"], "a second click");
    let card = moved(&app, &card, "in_work");
    let early = json!({ "id": card["id"], "version": card["version"], "to": "ready" });
    assert!(app.refused("set_job_status", early).message.contains("no line"));
    assert_eq!(card["steps"][0]["to"], "ready");
    assert!(
        card["steps"][0]["why_not"].as_str().unwrap().contains("no line"),
        "and the screen says so before"
    );
    let card = save(&app, &card, draft(&card, json!([labour("Service", 100, 8_500)])));
    let card = moved(&app, &card, "ready");
    assert_ne!(card["ready_local"], Value::Null);
    let back = moved(&app, &card, "in_work");
    assert_eq!(back["ready_local"], Value::Null);
    let card = moved(&app, &back, "ready");
    for to in ["invoiced", "collected"] {
        let input = json!({ "id": card["id"], "version": card["version"], "to": to });
        assert_eq!(app.refused("set_job_status", input).code, Code::Invalid, "{to} comes by posting");
    }

    let begun = app.call("draft_invoice", json!({ "job_card_id": card["id"] }));
    let held = app.call("get_job_card", json!({ "id": card["id"] }));
    assert_eq!((&held["invoice"]["posted"], &held["closed"]), (&json!(false), &Value::Null));
    assert!(held["lines_closed"].as_str().unwrap().contains("An invoice was begun"));
    let more = draft(&held, json!([labour("Service", 200, 8_500)]));
    let input = json!({ "id": card["id"], "version": card["version"], "card": more });
    assert!(app.refused("update_job_card", input).message.contains("An invoice was begun"));
    for to in ["in_work", "cancelled"] {
        let input = json!({ "id": card["id"], "version": card["version"], "to": to });
        assert!(app.refused("set_job_status", input).message.contains("An invoice was begun"), "{to}");
    }
    let mut noted = draft(&held, held["lines"].clone());
    noted["notes"] = json!("Rings at five");
    assert_eq!(save(&app, &held, noted)["notes"], "Rings at five", "the rest may be changed");

    app.call("post_invoice", json!({ "id": begun["id"], "version": begun["version"] }));
    let closed = app.call("get_job_card", json!({ "id": card["id"] }));
    assert_eq!((&closed["status"], &closed["invoice"]["number"]), (&json!("invoiced"), &json!("SI-000001")));
    let input = json!({ "id": card["id"], "version": closed["version"], "card": draft(&closed, json!([])) });
    assert!(
        app.refused("update_job_card", input).message.contains("is posted"),
        "a card is closed by its invoice"
    );
    let input = json!({ "id": card["id"], "version": closed["version"], "to": "ready" });
    assert_eq!(app.refused("set_job_status", input).code, Code::Invalid);
    let over = moved(&app, &closed, "collected");
    assert_eq!((&over["status"], &over["open"]), (&json!("collected"), &json!(false)));
    let told: Vec<String> = history(&app, &id).iter().take(1).map(lines).collect();
    assert_eq!(told, ["Invoiced to collected"]);
    app.sign_in("anna");
    let blocked = app.call("preview_erasure", json!({ "contact_id": id }))["blocked_by"].to_string();
    assert!(blocked.contains("1 service invoice") && !blocked.contains("job card"), "{blocked}");
    verifies(&app);
}

#[test]
fn t03_an_invoice_is_made_of_a_card_that_is_ready() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let card = opened(&app, &id);
    let card = save(&app, &card, draft(&card, json!([labour("Service", 100, 8_500)])));
    assert!(card["invoice_why_not"].is_string());
    let refusal = app.refused("draft_invoice", json!({ "job_card_id": card["id"] }));
    assert_eq!(refusal.message, "JC-000001 is not ready yet. Say that it is ready first.");
    let card = moved(&app, &card, "cancelled");
    let refusal = app.refused("draft_invoice", json!({ "job_card_id": card["id"] }));
    assert_eq!(refusal.message, "JC-000001 was cancelled.");
    assert_eq!(moved(&app, &card, "arrived")["closed"], Value::Null, "and it may be opened again");
}

#[test]
fn an_edit_over_somebody_elses_says_who_and_when() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let card = opened(&app, &id);
    maria(&app);
    app.set_clock("2026-11-21T11:05:00Z");
    let mut mine = draft(&card, json!([]));
    mine["work"] = json!("Service");
    save(&app, &card, mine.clone());
    app.sign_in("anna");
    mine["work"] = json!("MOT");
    let refusal =
        app.refused("update_job_card", json!({ "id": card["id"], "version": card["version"], "card": mine }));
    assert_eq!(refusal.code, Code::Conflict);
    assert_eq!(
        (refusal.fields["changed_by"].as_str(), refusal.fields["changed_at"].as_str()),
        ("Maria Keane", "21/11/2026 11:05")
    );
    let input = json!({ "id": card["id"], "version": card["version"], "to": "arrived" });
    assert_eq!(app.refused("set_job_status", input).code, Code::Conflict);
}

#[test]
fn d21_an_open_job_card_stands_against_an_erasure_and_a_cancelled_one_goes_with_the_contact() {
    let app = TestApp::starting("2026-11-21T10:00:00Z");
    let id = siobhan(&app);
    let card = opened(&app, &id);
    let mut written = draft(&card, json!([labour("Fit towbar", 200, 8_500)]));
    written["work"] = json!("Towbar with a plug");
    let card = save(&app, &card, written);
    let words = "has an open job card (JC-000001, opened 21/11/2026)";
    assert_eq!(app.call("preview_erasure", json!({ "contact_id": id }))["blocked_by"], json!([words]));
    let name = "Siobhán O’Brien-Ng";
    let refusal = app.refused("erase_contact", json!({ "contact_id": id, "confirm_name": name }));
    assert_eq!(refusal.code, Code::NotEligible);
    assert!(refusal.message.contains(words), "{refusal:?}");
    assert_eq!(lines(&history(&app, &id)[0]), words, "and the attempt is logged");

    let access = app.call("export_access", json!({ "contact_id": id, "reason": "Letter of 18 Nov" }));
    let text = std::fs::read_to_string(exported(&app, &access)).unwrap();
    for held in ["JC-000001", "Towbar with a plug", "Fit towbar", "EU56 JEC"] {
        assert!(text.contains(held), "the access export lacks {held}:\n{text}");
    }

    moved(&app, &card, "cancelled");
    assert_eq!(app.call("preview_erasure", json!({ "contact_id": id }))["eligible"], true);
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": name }));
    assert_eq!(app.call("list_job_cards", json!({ "limit": 10 }))["rows"], json!([]));
    let left = crate::scene::dump(&app);
    for gone in ["Towbar", "Fit towbar"] {
        assert_eq!(crate::scene::found_in(&left, gone), Vec::<&str>::new(), "{gone} outlived the contact");
    }
    let other = contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" }));
    let next = app.call("open_job_card", json!({ "contact_id": other }));
    assert_eq!(next["number"], "JC-000002", "a number names one card for ever");
    verifies(&app);
}

#[test]
fn job_cards_are_listed_by_what_is_open_by_status_and_by_technician() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let cards: Vec<Value> = (0..4).map(|_| opened(&app, &id)).collect();
    let dave = json!(crate::booking::resource(&app, "technician", "Dave Pratt", 8));
    for (card, due) in cards.iter().zip(["2026-12-04", "2026-12-01", "2026-12-03"]) {
        let mut written = draft(card, json!([]));
        written["due_on"] = json!(due);
        written["technician_id"] = if due == "2026-12-01" { dave.clone() } else { Value::Null };
        save(&app, card, written);
    }
    let version = |card: &Value| app.call("get_job_card", json!({ "id": card["id"] }));
    moved(&app, &version(&cards[2]), "cancelled");
    moved(&app, &version(&cards[0]), "arrived");
    let numbers = |input: Value| -> Vec<String> {
        let (mut found, mut after) = (Vec::new(), Value::Null);
        loop {
            let mut asked = input.clone();
            asked["limit"] = json!(1);
            asked["after"] = after;
            let page = app.call("list_job_cards", asked);
            let rows = page["rows"].as_array().unwrap();
            found.extend(rows.iter().map(|row| row["number"].as_str().unwrap()[8..].to_owned()));
            after = page["next"].clone();
            if after.is_null() {
                return found;
            }
        }
    };
    assert_eq!(numbers(json!({})), ["4", "3", "2", "1"], "newest first");
    assert_eq!(numbers(json!({ "open": true })), ["4", "2", "1"], "by the day they are promised for");
    assert_eq!(app.call("list_job_cards", json!({ "open": true, "limit": 1 }))["total"], 3);
    assert_eq!(numbers(json!({ "status": "cancelled" })), ["3"]);
    assert_eq!(numbers(json!({ "technician_id": dave })), ["2"]);
    assert_eq!(numbers(json!({ "technician_id": dave, "open": true })), ["2"]);
    assert_eq!(numbers(json!({ "technician_id": dave, "status": "arrived" })), Vec::<String>::new());
    let own = app.call("list_contact_job_cards", json!({ "contact_id": id, "limit": 3 }));
    assert_eq!(own["rows"][0]["number"], "JC-000004");
    let rest =
        app.call("list_contact_job_cards", json!({ "contact_id": id, "limit": 3, "after": own["next"] }));
    assert_eq!(rest["rows"].as_array().unwrap().len(), 1);

    app.call("print_job_cards", json!({ "open": true }));
    app.call("export_job_cards", json!({ "technician_id": dave }));
    let audit = app.call("list_report_audit", json!({ "limit": 10 }));
    let told: Vec<_> = audit["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            (line["report"].as_str().unwrap(), line["criteria"].as_str().unwrap(), line["people"].clone())
        })
        .collect();
    assert_eq!(
        told,
        [("Service Records", "All, Technician: Dave Pratt", json!(1)), ("Service Records", "Open", json!(1))]
    );
}

#[test]
fn the_card_on_paper_says_what_to_do_and_not_how_to_reach_the_customer() {
    let app = TestApp::new();
    let id = siobhan(&app);
    maria(&app);
    let card = opened(&app, &id);
    let mut written = draft(&card, json!([labour("Fit front pads", 150, 8_500)]));
    written["work"] = json!("Brakes squeal");
    written["due_on"] = json!("2026-11-24");
    let card = save(&app, &card, written);
    let reply = app.call("print_job_card", json!({ "id": card["id"] }));
    assert!(reply["file"].as_str().unwrap().ends_with("Job Card JC-000001.pdf"), "{reply}");
    let text = flat(&pdf_text(&app.outlet.last_view()));
    for said in [
        "Job Card JC-000001",
        "EU56 JEC",
        "O'Brien-Ng",
        "Ford Focus",
        "Brakes squeal",
        "Fit front pads",
        "1.5",
        "24/11/2026",
    ] {
        assert!(text.contains(said), "{said} is not on the paper:\n{text}");
    }
    for unsaid in ["07700", "01632", "example.org", "85.00", "Chapel Row", "onsent", "arketing"] {
        assert!(!text.contains(unsaid), "{unsaid} is on the paper:\n{text}");
    }
    let entry = &history(&app, &id)[0];
    assert_eq!(entry["kind"], "prints", "{entry}");
    verifies(&app);
}

#[test]
fn a60_about_the_job_a_customer_is_told_who_wants_no_marketing() {
    let app = TestApp::new();
    let id = contact(
        &app,
        json!({ "first_name": "Joe", "last_name": "Smith", "phones": [{ "kind": "mobile", "typed": "07700 900214" }] }),
    );
    let no: serde_json::Map<_, _> = ["phone", "sms"]
        .iter()
        .flat_map(|channel| ["service_followup", "general_marketing"].map(|purpose| (channel, purpose)))
        .map(|(channel, purpose)| (format!("us/{channel}/{purpose}"), json!(false)))
        .collect();
    crate::scene::save(&app, &id, json!({ "cells": no, "notes": "Wants none of it" }));
    let card = app.call("open_job_card", json!({ "contact_id": id }));
    let told: Vec<_> = card["reach"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["channel"].as_str().unwrap(), one["verdict"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("phone", "allow"), ("sms", "allow"), ("email", "block")], "there is no email address");
}

#[test]
fn the_labour_rate_is_a_setting_in_pounds() {
    let app = TestApp::new();
    let id = siobhan(&app);
    assert_eq!(opened(&app, &id)["labour_rate"], 8_500);
    app.call("change_system_setting", json!({ "key": "service.labour_rate", "value": 9_250 }));
    assert_eq!(opened(&app, &id)["labour_rate"], 9_250);
    let refusal =
        app.refused("change_system_setting", json!({ "key": "service.labour_rate", "value": 100_001 }));
    assert_eq!(refusal.message, "Give an amount from £0.00 to £1,000.00.");
}
