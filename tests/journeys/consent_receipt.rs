//! Consent receipts (M-04): what the contact takes home, and what the number finds again.

use crate::scene::{
    contact, dump, exported, flat, found_in, history, lines, maria, pdf_text, save, siobhan, verifies,
};
use forecourt_dispatch::{Code, Refusal};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn make(app: &TestApp, id: &str, form: &str) -> Value {
    app.call("make_receipt", json!({ "contact_id": id, "form": form }))
}

fn number(made: &Value) -> String {
    made["number"].as_str().expect("a number").to_owned()
}

fn find(app: &TestApp, typed: &str) -> Value {
    app.call("find_receipt", json!({ "number": typed }))
}

fn not_found(app: &TestApp, typed: &str) -> Refusal {
    app.refused("find_receipt", json!({ "number": typed }))
}

/// The words of one cell of a found receipt.
fn said(found: &Value, party: &str, purpose: &str, channel: &str) -> String {
    let named = |list: &Value, field: &str, name: &str| {
        let found = list.as_array().unwrap().iter().find(|one| one[field] == name);
        found.unwrap_or_else(|| panic!("no {name} in {list}")).clone()
    };
    let at = found["channels"].as_array().unwrap().iter().position(|one| one == channel).unwrap();
    let party = named(&found["parties"], "party", party);
    let line = named(&party["lines"], "purpose", purpose);
    line["cells"][at]["words"].as_str().unwrap().to_owned()
}

const SERVICE: &str = "Service Follow Up";
const GENERAL: &str = "General Dealer Marketing Messages";

/// Siobhán allows email and SMS for service messages, and nothing else.
fn allowing_service(app: &TestApp) -> String {
    let id = siobhan(app);
    app.set_clock("2026-11-21T10:41:00Z");
    let ticks = json!({ "email": true, "sms": true, "service": true });
    save(app, &id, json!({ "us": ticks, "notes": "difficult customer" }));
    app.set_clock("2026-11-21T10:42:00Z");
    id
}

#[test]
fn m04_a_receipt_says_what_was_answered_and_how_to_take_it_back() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": ["Severn Finance plc"] }));
    app.call("change_gdpr_setting", json!({ "key": "portal.address", "value": "https://c.hadley.example/" }));
    maria(&app);
    let id = allowing_service(&app);
    let made = make(&app, &id, "pdf");
    assert_eq!((&made["opened"], &made["cancelled"]), (&json!(true), &json!(false)));
    let number = number(&made);
    assert_eq!(number.len(), 14, "{number}");
    let place = app.outlet.last_view();
    assert!(place.to_string_lossy().contains(&number), "{place:?}");
    let text = pdf_text(&place);
    let read = flat(&text);
    for wanted in [
        "Hadley Motors",
        "Consent receipt",
        "1 Station Road, Ashbourne, DE6 1AA",
        &number,
        "Siobhán O'Brien-Ng C0000001",
        "21/11/2026 10:42",
        "Severn Finance plc",
        "Email Yes Not asked Not asked Not asked",
        "SMS Yes Not asked Not asked Not asked",
        "Letter Not asked Not asked Not asked Not asked",
        "Allowed to Hadley Motors: Email (service), SMS (service); on the ground of consent, in person, 21/11/2026 \
         10:41, recorded by Maria Keane at SVC-02 (statement by staff). Words shown or read out: version 1. Holds until \
         21/11/2027.",
        "We would like to keep in touch about your vehicle",
        "You can withdraw at any time",
        "call 01632 960100",
        "write to hello@hadley.example",
        "https://hadley.example/privacy",
        "Ledger head",
        "Printed 21/11/2026 10:42 by Maria Keane on SVC-02",
        "Page 1 of 1",
    ] {
        assert!(read.contains(wanted), "{wanted:?} is missing from\n{text}");
    }
    assert!(!read.contains("difficult customer"), "staff's notes are not for the receipt");
    assert!(!read.contains("consent portal"), "the portal is not in use");

    let entry = &history(&app, &id)[0];
    assert_eq!((&entry["title"], &entry["kind"]), (&json!("Consent receipt given"), &json!("prints")));
    assert_eq!(lines(entry), format!("{number}, PDF"));
    let receipts = history(&app, &id).iter().filter(|entry| entry.to_string().contains("receipt")).count();
    assert_eq!(receipts, 1, "one act, one entry");
    app.sign_in("anna");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0].clone();
    assert_eq!(
        (&audit["report"], &audit["criteria"], &audit["method"], &audit["status"]),
        (&json!("Consent receipt"), &json!("One contact: C0000001"), &json!("PDF"), &json!("completed"))
    );
    assert!(!audit.to_string().contains(&number), "the number leads to a person");
    verifies(&app);
}

#[test]
fn m04_a_receipt_is_found_however_it_is_typed_and_tells_what_it_said() {
    let app = TestApp::new();
    maria(&app);
    let id = allowing_service(&app);
    let number = number(&make(&app, &id, "pdf"));
    let fresh = find(&app, &number);
    assert_eq!(fresh["changed_since"], false);

    // Everything changes: the answer, the words, the period, and the receipt grows old.
    app.sign_in("anna");
    app.set_clock("2026-12-01T09:00:00Z");
    let words = "May we write to you about your car? You can withdraw at any time.";
    app.call("change_gdpr_setting", json!({ "key": "notice.text", "value": words }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.reconsent_months", "value": 3 }));
    save(&app, &id, json!({ "us": { "email": false, "post": true, "general": true }, "notes": "rang" }));
    app.set_clock("2028-06-01T09:00:00Z");

    let plain = number.replace('-', "");
    let sloppy = plain.to_lowercase().replace('0', "o").replace('1', "l");
    let spaced: String = plain.chars().flat_map(|c| [c, ' ']).collect();
    for typed in [number.as_str(), &plain, &sloppy, &spaced, &plain[1..]] {
        let found = find(&app, typed);
        assert_eq!(found["number"], number);
        assert_eq!((&found["contact_id"], &found["reference"]), (&json!(id), &json!("C0000001")));
        assert_eq!((&found["at_local"], &found["by"]), (&json!("21/11/2026 10:42"), &json!("Maria Keane")));
        assert_eq!((&found["form"], &found["workstation"]), (&json!("PDF"), &json!("SVC-02")));
        assert_eq!(said(&found, "Hadley Motors", SERVICE, "Email"), "Yes", "as it said, not as it is");
        assert_eq!(said(&found, "Hadley Motors", GENERAL, "Letter"), "Not asked");
        assert_eq!(found["changed_since"], true);
        for field in ["parties", "records", "notices", "remarks", "excluded"] {
            assert_eq!(found[field], fresh[field], "{field} tells what it said");
        }
    }
    let records = fresh["records"].to_string();
    assert!(records.contains("Holds until 21/11/2027"), "the period of that day: {records}");
    assert_eq!(fresh["notices"][0]["version"], 1);
}

#[test]
fn a_mistyped_number_is_told_from_one_that_is_not_here() {
    let app = TestApp::new();
    let id = allowing_service(&app);
    let number = number(&make(&app, &id, "pdf"));
    let last = number.chars().last().unwrap();
    let wrong = format!("{}{}", &number[..13], if last == '7' { '8' } else { '7' });
    let refusal = not_found(&app, &wrong);
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.fields["number"].contains("mistyped"), "{refusal:?}");
    for typed in ["", "R-", "Siobhán", "R-7K2M", "R-UUUU-UUUU-UU", &format!("{number}0")] {
        assert_eq!(not_found(&app, typed).code, Code::Invalid, "{typed:?}");
    }
    // Well-formed, but of another dealership.
    let other = TestApp::new();
    let elsewhere = contact(&other, json!({ "first_name": "Tom", "last_name": "Reed" }));
    save(&other, &elsewhere, json!({ "us": { "email": true, "general": true } }));
    let foreign = make(&other, &elsewhere, "pdf")["number"].as_str().unwrap().to_owned();
    let refusal = not_found(&app, &foreign);
    assert_eq!(refusal.code, Code::NotFound);
    assert!(refusal.message.contains("another dealership"), "{refusal:?}");
}

#[test]
fn m04_the_file_for_computers_maps_every_state() {
    let app = TestApp::new();
    let id = siobhan(&app);
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": ["Severn Finance plc"] }));
    save(
        &app,
        &id,
        json!({ "cells": {
            "us/email/general_marketing": true, "us/sms/general_marketing": true,
            "us/phone/general_marketing": false, "third_party:Severn Finance plc/post/general_marketing": true,
        } }),
    );
    app.set_clock("2027-03-01T09:00:00Z");
    save(&app, &id, json!({ "cells": { "us/sms/general_marketing": false }, "notes": "no texts" }));
    app.set_clock("2027-12-01T09:00:00Z");
    save(&app, &id, json!({ "cells": { "us/social/general_marketing": true } }));
    let made = make(&app, &id, "json_ld");
    assert_eq!(made["opened"], false);
    let file = exported(&app, &made);
    assert_eq!(file.extension().unwrap(), "jsonld");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(!text.contains("Siobh"), "the contact stands there by reference alone");
    let receipt: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(receipt["dct:conformsTo"], "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr");
    assert_eq!(receipt["dpv:hasIdentifier"], made["number"]);
    let records = receipt["dpv:hasRecordOfActivity"].as_array().unwrap();
    let state = |channel: &str, recipient: &str| {
        let record = records.iter().find(|record| {
            record["dpv:hasProcess"].as_array().unwrap().iter().any(|process| {
                let title = process["dct:title"].as_str().unwrap();
                title.starts_with("General")
                    && title.contains(channel)
                    && process["dpv:hasRecipient"] == recipient
            })
        });
        record.unwrap_or_else(|| panic!("no record of {channel}"))["dpv:hasConsentStatus"].clone()
    };
    for (channel, recipient, wanted) in [
        ("Email", "#dealership", "dpv:ConsentExpired"),
        ("SMS", "#dealership", "dpv:ConsentWithdrawn"),
        ("Telephone", "#dealership", "dpv:ConsentRefused"),
        ("Social Media", "#dealership", "dpv:ConsentGiven"),
        ("Letter", "#dealership", "dpv:ConsentUnknown"),
        ("Letter", "#party-1", "dpv:ConsentExpired"),
    ] {
        assert_eq!(state(channel, recipient)["@type"][0], wanted, "{channel} to {recipient}");
    }
    let withdrawn = state("SMS", "#dealership");
    assert_eq!(withdrawn["dpv:isIndicatedBy"], "#contact");
    assert_eq!(withdrawn["dpv:isIndicatedAtTime"], "2027-03-01T09:00:00.000Z");
    assert_eq!(withdrawn["dpv:hasIndicationMethod"], "in person");

    save(&app, &id, json!({ "reconfirmed": true }));
    let made = make(&app, &id, "json_ld");
    let text = std::fs::read_to_string(exported(&app, &made)).unwrap();
    assert!(text.contains("dpv:RenewedConsentGiven"), "{text}");
    assert_eq!(lines(&history(&app, &id)[0]), format!("{}, JSON-LD", number(&made)));
}

#[test]
fn a_receipt_of_an_exclusion_says_that_nothing_is_sent() {
    let app = TestApp::new();
    let id = allowing_service(&app);
    let input = json!({ "contact_id": id, "version": 1, "excluded": true, "notes": "rang to complain",
                        "screen": "contact_record" });
    app.call("set_exclusion", input);
    let number = number(&make(&app, &id, "pdf"));
    let read = flat(&pdf_text(&app.outlet.last_view()));
    assert!(read.contains("You asked for no marketing at all"), "{read}");
    assert!(
        read.contains("Excluded from all marketing on 21/11/2026 10:42, recorded by Anna Kowalska"),
        "{read}"
    );
    assert!(!read.contains("rang to complain"));
    let found = find(&app, &number);
    assert_eq!(found["excluded"], true);
    assert!(!found["parties"].to_string().contains("\"allowed\":true"), "{found}");
}

#[test]
fn what_could_not_be_handed_over_leaves_no_number_that_finds_anything() {
    let app = TestApp::new();
    let id = allowing_service(&app);
    *app.outlet.closes_dialogs.lock().unwrap() = true;
    let made = make(&app, &id, "json_ld");
    assert_eq!((&made["cancelled"], &made["number"]), (&json!(true), &Value::Null));
    assert_eq!(history(&app, &id)[0]["title"], "Consent receipt: export cancelled");
    *app.outlet.closes_dialogs.lock().unwrap() = false;

    for form in ["pdf", "json_ld"] {
        *app.outlet.room.lock().unwrap() = Some(500);
        let refusal = app.refused("make_receipt", json!({ "contact_id": id, "form": form }));
        assert_eq!(refusal.code, Code::DiskFull);
        *app.outlet.room.lock().unwrap() = None;
        let entries = history(&app, &id);
        assert_eq!(entries[0]["title"], "Consent receipt void");
        let number = lines(&entries[0]).split(',').next().unwrap().to_owned();
        assert_eq!(not_found(&app, &number).code, Code::NotFound);
    }
    app.sign_in("anna");
    let audit = app.call("list_report_audit", json!({ "limit": 3 }));
    let told: Vec<&Value> = audit["rows"].as_array().unwrap().iter().map(|entry| &entry["status"]).collect();
    assert_eq!(told, ["failed", "failed", "cancelled"]);
    assert_eq!(std::fs::read_dir(app.outlet.exports()).unwrap().count(), 0, "no partial file");
    verifies(&app);
}

#[test]
fn where_nothing_is_recorded_there_is_nothing_to_give_a_receipt_for() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let refusal = app.refused("make_receipt", json!({ "contact_id": id, "form": "pdf" }));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.message.starts_with("Nothing is recorded about marketing"), "{refusal:?}");
    assert_eq!(history(&app, &id).len(), 1, "only that the contact was created");
    let refusal = app.refused("make_receipt", json!({ "contact_id": "99", "form": "pdf" }));
    assert_eq!(refusal.code, Code::NotFound);
}

#[test]
fn a_clock_in_doubt_puts_no_wrong_day_and_nothing_that_ran_out_on_a_receipt() {
    let app = TestApp::new();
    let id = allowing_service(&app);
    app.set_clock("2028-01-01T09:00:00Z");
    save(&app, &id, json!({ "review": true }));
    app.set_clock("2026-11-22T09:00:00Z");
    let refusal = app.refused("make_receipt", json!({ "contact_id": id, "form": "pdf" }));
    assert!(
        refusal.message.contains("the clock says 22/11/2026, but days are counted from 01/01/2028"),
        "{refusal:?}"
    );
    app.call("accept_clock", json!({ "reason": "Compared with the telephone" }));
    let first = number(&make(&app, &id, "pdf"));
    assert_eq!(said(&find(&app, &first), "Hadley Motors", SERVICE, "Email"), "Yes");
    app.set_clock("2028-01-01T09:00:00Z");
    let second = number(&make(&app, &id, "pdf"));
    assert_eq!(said(&find(&app, &second), "Hadley Motors", SERVICE, "Email"), "Ran out");
}

#[test]
fn receipts_are_in_the_access_export_and_go_with_the_contact() {
    let app = TestApp::new();
    let id = allowing_service(&app);
    let first = number(&make(&app, &id, "pdf"));
    // Listed by their time; at the same time the numbers, drawn by chance, would order them.
    app.set_clock("2026-11-21T10:43:00Z");
    let second = number(&make(&app, &id, "json_ld"));
    let export = app.call("export_access", json!({ "contact_id": id, "reason": "letter" }));
    let csv = std::fs::read_to_string(exported(&app, &export)).unwrap();
    for wanted in [
        format!("Consent receipts,1,Receipt number,{first}"),
        "Consent receipts,1,Given,21/11/2026 10:42".into(),
        "Consent receipts,1,Given as,PDF".into(),
        "Consent receipts,1,Given by,Anna Kowalska".into(),
        format!("Receipt number,{second}"),
        "Given as,JSON-LD".into(),
    ] {
        assert!(csv.contains(&wanted), "{wanted} is missing from {csv}");
    }
    assert!(!found_in(&dump(&app), &first).is_empty());
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" }));
    for number in [first, second] {
        assert_eq!(not_found(&app, &number).code, Code::NotFound);
        assert_eq!(found_in(&dump(&app), &number), Vec::<&str>::new(), "erased");
    }
    verifies(&app);
}

/// What is assumed by email without a purchase is never used, and the paper must not say it is.
#[test]
fn a_receipt_allows_only_what_the_decision_allows() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let id = siobhan(&app);
    let found = find(&app, &number(&make(&app, &id, "pdf")));
    let channels = found["channels"].as_array().unwrap();
    let cells = &found["parties"][0]["lines"][0]["cells"];
    for (at, channel) in channels.iter().enumerate() {
        let letter_or_call = channel == "Letter" || channel == "Telephone";
        assert_eq!(cells[at]["allowed"], letter_or_call, "{channel}: {}", cells[at]["words"]);
    }
}
