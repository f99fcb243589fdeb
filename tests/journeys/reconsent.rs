//! Marketing Re-consent Needed (D-12, D-14, D-15, A-09 to ): the list, the prompt on the
//! record that goes with it, its print and export, and links for a selection.

use crate::scene::{
    consent, contact, exported, flat, history, lines, maria, pdf_text, portal, save, verifies,
};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn list(app: &TestApp) -> Value {
    app.call("list_reconsent", json!({ "limit": 100 }))
}

/// How many the screen says there are.
fn total(app: &TestApp) -> Value {
    app.call("count_reconsent", json!({}))["total"].clone()
}

/// The surnames on the list, in its order; the total agrees.
fn names(app: &TestApp) -> Vec<String> {
    let list = list(app);
    let rows = list["rows"].as_array().unwrap();
    assert_eq!(total(app), rows.len(), "{list}");
    rows.iter().map(|row| row["name"].as_str().unwrap().trim_start_matches("Jo ").to_owned()).collect()
}

/// Jo of this surname, with an email address of her own.
fn jo(app: &TestApp, name: &str) -> String {
    let address = format!("{}@example.org", name.to_lowercase());
    contact(app, json!({ "first_name": "Jo", "last_name": name, "emails": [{ "address": address }] }))
}

/// Jo, who allows general messages by email from now on.
fn jo_by_email(app: &TestApp, name: &str) -> String {
    let id = jo(app, name);
    save(app, &id, json!({ "us": { "email": true, "general": true } }));
    id
}

/// Does the record ask for consent to be sought again? Before the last day is over it only says that
/// the day is near.
fn prompts(app: &TestApp, id: &str) -> bool {
    consent(app, id)["reconsent_text"].as_str().is_some_and(|text| text.starts_with("Ask again: "))
}

fn period(app: &TestApp, months: i64) {
    let input = json!({ "key": "gdpr.reconsent_months", "value": months, "reason": "Head office" });
    app.call("change_gdpr_setting", input);
}

#[test]
fn a09_the_day_after_the_period_prompts_and_lists() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let id = jo_by_email(&app, "Abel");
    app.set_clock("2026-03-15T23:59:00Z");
    assert!(!prompts(&app, &id), "the last day is not over");
    assert_eq!(names(&app), Vec::<String>::new());
    app.set_clock("2026-03-16T00:00:00Z");
    assert_eq!(
        consent(&app, &id)["reconsent_text"],
        "Ask again: permission for Email ran out after 15/03/2026, 12 months after it was last given."
    );
    let list = list(&app);
    assert_eq!((total(&app), &list["months"], &list["next"]), (json!(1), &json!(12), &Value::Null));
    let row = &list["rows"][0];
    assert_eq!((&row["id"], &row["name"]), (&json!(id), &json!("Jo Abel")));
    assert_eq!((&row["last_obtained_text"], &row["never_recorded"]), (&json!("15/03/2025"), &json!(false)));
    assert_eq!((&row["ran_out"], &row["good_until"]), (&json!("Email"), &json!("15/03/2026")));
    assert_eq!(row["consent"], "None", "the marks of every other list");

    save(&app, &id, json!({ "reconfirmed": true }));
    assert!(!prompts(&app, &id) && names(&app).is_empty(), "asked, and given again");
}

#[test]
fn a09_a_shorter_period_takes_effect_at_once_and_is_logged() {
    let app = TestApp::starting("2025-02-20T10:00:00Z");
    jo_by_email(&app, "Thirteen");
    app.set_clock("2025-08-20T10:00:00Z");
    let seven = jo_by_email(&app, "Seven");
    app.set_clock("2025-10-20T10:00:00Z");
    jo_by_email(&app, "Five");
    app.set_clock("2026-03-20T10:00:00Z");
    assert_eq!(names(&app), ["Thirteen"]);
    assert!(!prompts(&app, &seven));
    period(&app, 6);
    assert_eq!(names(&app), ["Thirteen", "Seven"], "longest overdue first");
    assert!(prompts(&app, &seven), "the record says the same");
    let log = app.call("list_setting_changes", json!({ "limit": 1 }));
    let line = &log["rows"][0];
    assert_eq!(
        (&line["setting"], &line["old"], &line["new"]),
        (&json!("gdpr.reconsent_months"), &json!(12), &json!(6))
    );
    assert_eq!((&line["by"], &line["workstation"]), (&json!("Anna Kowalska"), &json!("SVC-02")));

    period(&app, 0);
    assert_eq!(
        list(&app),
        json!({ "rows": [], "next": null, "total": null, "months": 0 }),
        "0 never prompts"
    );
    assert_eq!(total(&app), 0);
    assert!(!prompts(&app, &seven));
    verifies(&app);
}

#[test]
fn a10_the_end_of_february_is_clamped() {
    let app = TestApp::starting("2024-02-29T10:00:00Z");
    let id = jo_by_email(&app, "Leap");
    app.set_clock("2025-02-28T20:00:00Z");
    assert_eq!(consent(&app, &id)["reconsent_due"], "2025-02-28");
    assert!(!prompts(&app, &id) && names(&app).is_empty());
    app.set_clock("2025-03-01T08:00:00Z");
    assert!(prompts(&app, &id));
    assert_eq!(names(&app), ["Leap"]);
    assert_eq!(list(&app)["rows"][0]["good_until"], "28/02/2025");
    period(&app, 48);
    assert_eq!(consent(&app, &id)["reconsent_due"], "2028-02-29");
    assert!(!prompts(&app, &id) && names(&app).is_empty());
}

#[test]
fn a11_a_review_is_due_the_day_after_its_period() {
    let app = TestApp::starting("2025-08-31T10:00:00Z");
    let id = jo_by_email(&app, "August");
    let due = || consent(&app, &id)["review"]["due"].clone();
    app.set_clock("2026-02-28T10:00:00Z");
    assert_eq!(due(), false, "due by that day, and it is not over");
    app.set_clock("2026-03-01T10:00:00Z");
    assert_eq!(due(), true);
}

#[test]
fn a12_the_dealerships_day_counts_and_no_other() {
    // Half past midnight in Ashbourne, half past seven the evening before in New York.
    let app = TestApp::starting("2026-06-30T23:30:00Z");
    let id = jo_by_email(&app, "Summer");
    let view = consent(&app, &id);
    assert_eq!(
        (&view["last_obtained"]["date"], &view["reconsent_due"]),
        (&json!("2026-07-01"), &json!("2027-07-01"))
    );
    app.set_clock("2027-07-01T22:59:59Z");
    assert!(!prompts(&app, &id) && names(&app).is_empty(), "23:59 at the dealership");
    app.set_clock("2027-07-01T23:00:00Z");
    assert!(prompts(&app, &id), "2 July at the dealership, 1 July in UTC");
    assert_eq!(names(&app), ["Summer"]);
    assert_eq!(list(&app)["rows"][0]["last_obtained_text"], "01/07/2026");
}

#[test]
fn only_who_allows_something_is_asked_again() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    app.call("change_gdpr_setting", json!({ "key": "gdpr.third_parties", "value": ["Severn Finance plc"] }));
    jo(&app, "Unasked");
    let withdrawn = jo_by_email(&app, "Withdrawn");
    let excluded = jo_by_email(&app, "Excluded");
    let erased = jo_by_email(&app, "Erased");
    let both = jo_by_email(&app, "Both");
    save(
        &app,
        &both,
        json!({ "us": { "post": true, "general": true }, "third_party": { "sms": true, "general": true } }),
    );
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    jo(&app, "Assumed");
    app.set_clock("2026-03-16T10:00:00Z");
    assert_eq!(
        names(&app),
        ["Withdrawn", "Excluded", "Erased", "Both", "Assumed"],
        "until they say otherwise"
    );
    let list = list(&app);
    let ran_out = |at: usize| list["rows"][at]["ran_out"].clone();
    assert_eq!(ran_out(3), "Email and Letter; Severn Finance plc: SMS");
    assert_eq!(ran_out(4), "Email, SMS, Letter and Telephone");
    assert_eq!(list["rows"][4]["last_obtained_text"], "Never recorded", "assumed is no consent");
    assert_eq!(list["rows"][4]["never_recorded"], true);

    save(&app, &withdrawn, json!({ "us": { "email": false }, "notes": "no more" }));
    let exclusion = json!({ "contact_id": excluded, "version": consent(&app, &excluded)["version"],
                            "excluded": true, "notes": "asked by telephone", "screen": "contact_record" });
    app.call("set_exclusion", exclusion);
    app.call("erase_contact", json!({ "contact_id": erased, "confirm_name": "Jo Erased" }));
    assert_eq!(names(&app), ["Both", "Assumed"]);
}

#[test]
fn the_list_goes_on_page_by_page() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    for name in ["Abel", "Byrne", "Cole"] {
        jo_by_email(&app, name);
    }
    app.set_clock("2026-03-16T10:00:00Z");
    let first = app.call("list_reconsent", json!({ "limit": 2 }));
    assert_eq!((first["rows"].as_array().unwrap().len(), total(&app)), (2, json!(3)));
    let rest = app.call("list_reconsent", json!({ "limit": 2, "after": first["next"] }));
    assert_eq!(
        (&rest["rows"][0]["name"], &rest["rows"][1], &rest["next"]),
        (&json!("Jo Cole"), &Value::Null, &Value::Null)
    );
    assert_eq!(app.refused("list_reconsent", json!({ "limit": 2, "after": "here" })).code, Code::Invalid);
}

#[test]
fn the_list_leaves_on_paper_and_as_a_file_with_a_line_each() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    jo_by_email(&app, "Abel");
    jo_by_email(&app, "Byrne");
    app.set_clock("2026-03-16T10:00:00Z");
    app.call("print_reconsent", json!({}));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    for wanted in [
        "Marketing Re-consent Needed",
        "Permission older than 12 months on 16/03/2026",
        "Jo Abel",
        "abel@example.org",
        "15/03/2025",
        "Email",
        "15/03/2026",
        "Jo Byrne",
    ] {
        assert!(text.contains(wanted), "{wanted:?} is missing from\n{text}");
    }
    let reply = app.call("export_reconsent", json!({}));
    assert_eq!(reply["file"], "Marketing Re-consent Needed 2026-03-16.csv");
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        rows,
        [
            "Name,Reference,Telephone,Email,Last obtained,What ran out,Ran out after",
            "Jo Abel,C0000001,,abel@example.org,15/03/2025,Email,15/03/2026",
            "Jo Byrne,C0000002,,byrne@example.org,15/03/2025,Email,15/03/2026",
        ]
    );
    let audit = app.call("list_report_audit", json!({ "limit": 2 }));
    for (at, method) in [(0, "CSV"), (1, "PDF")] {
        let line = &audit["rows"][at];
        assert_eq!(
            (&line["report"], &line["method"]),
            (&json!("Marketing Re-consent Needed"), &json!(method))
        );
        assert_eq!(line["criteria"], "Permission older than 12 months on 16/03/2026");
        assert_eq!((&line["rows"], &line["status"]), (&json!(2), &json!("completed")));
    }

    *app.outlet.room.lock().unwrap() = Some(40);
    assert_eq!(app.refused("export_reconsent", json!({})).code, Code::DiskFull);
    *app.outlet.room.lock().unwrap() = None;
    assert_eq!(app.call("list_report_audit", json!({ "limit": 1 }))["rows"][0]["status"], "failed");

    maria(&app);
    assert_eq!(names(&app), ["Abel", "Byrne"], "whoever is signed in may read it");
    for name in ["print_reconsent", "export_reconsent"] {
        assert_eq!(app.refused(name, json!({})).fields["right"], Right::ExportReports.label());
    }
}

#[test]
fn forms_for_the_whole_list_are_one_print() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ids = ["Byrne", "Abel"].map(|name| jo_by_email(&app, name));
    let unasked = jo(&app, "Cole");
    app.set_clock("2026-03-16T10:00:00Z");
    let reply = app.call("print_capture_forms", json!({ "reconsent": true }));
    assert_eq!((&reply["forms"], &reply["first_form"]), (&json!(2), &json!("20260316-0001")));
    let text = pdf_text(&app.outlet.last_view());
    assert!(text.find("Jo Byrne").unwrap() < text.find("Jo Abel").unwrap(), "in the order of the list");
    for id in &ids {
        assert_eq!(history(&app, id)[0]["title"], "Data capture form prepared for printing");
    }
    assert_eq!(history(&app, &unasked)[0]["title"], "Contact created");
    let audit = app.call("list_report_audit", json!({ "limit": 1 }));
    assert_eq!(audit["rows"][0]["criteria"], "Marketing Re-consent Needed");
    maria(&app);
    let refusal = app.refused("print_capture_forms", json!({ "reconsent": true }));
    assert_eq!(refusal.code, Code::Denied, "a whole list on paper is an export");
}

#[test]
fn a23_only_who_may_be_asked_by_email_gets_a_link() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    portal(&app);
    let granted = jo_by_email(&app, "Granted");
    let withdrawn = jo_by_email(&app, "Withdrawn");
    save(&app, &withdrawn, json!({ "us": { "post": true, "general": true } }));
    save(&app, &withdrawn, json!({ "us": { "email": false }, "notes": "no more mails" }));
    let unasked = jo(&app, "Unasked");
    save(&app, &unasked, json!({ "us": { "phone": true, "general": true } }));
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let assumed = jo(&app, "Assumed");
    app.set_clock("2026-03-16T10:00:00Z");
    assert_eq!(names(&app), ["Granted", "Withdrawn", "Unasked", "Assumed"], "all four are on the list");

    maria(&app);
    let all = json!([granted, withdrawn, unasked, assumed]);
    let reply = app.call("prepare_portal_links", json!({ "contact_ids": all }));
    assert_eq!(
        reply["prepared"],
        json!([{ "contact_id": granted, "name": "Jo Granted", "address": "granted@example.org", "handed_over": "mailto" }])
    );
    assert_eq!(
        reply["refused"],
        json!([
            { "contact_id": withdrawn, "name": "Jo Withdrawn",
              "reasons": ["Email: withdrawn on 15/03/2025", "a request for consent is marketing"] },
            { "contact_id": unasked, "name": "Jo Unasked",
              "reasons": ["Email: no permission recorded; a request for consent is marketing"] },
            { "contact_id": assumed, "name": "Jo Assumed",
              "reasons": ["Email: assumed without consent or soft opt-in", "a request for consent is marketing"] },
        ])
    );
    let mails = app.outlet.mails.lock().unwrap().clone();
    assert_eq!(mails.len(), 1);
    assert!(mails[0].starts_with("mailto:granted@example.org?subject="), "{}", mails[0]);
    let told = &history(&app, &granted)[0];
    assert_eq!(told["title"], "Link to the Customer Consent Portal prepared");
    assert!(!lines(told).contains("asked for it"), "nobody asked for it: {told}");
    for id in [&withdrawn, &unasked, &assumed] {
        assert_eq!(history(&app, id)[0]["title"], "Link to the Customer Consent Portal refused");
    }

    let again = app.call("prepare_portal_links", json!({ "contact_ids": [granted, granted] }));
    assert_eq!(again["prepared"], json!([]));
    assert_eq!(
        again["refused"][0]["reasons"],
        json!([
            "Asked on 16/03/2026 already; not again until after 14/06/2026",
            "a request for consent is marketing"
        ]),
        "once, then it cools off"
    );
    assert_eq!(again["refused"].as_array().unwrap().len(), 1, "each contact once");

    let forms = app.call("print_capture_forms", json!({ "contact_ids": all }));
    assert_eq!(forms["forms"], 4, "on paper all four may be asked");
    let text = pdf_text(&app.outlet.last_view());
    for name in ["Jo Granted", "Jo Withdrawn", "Jo Unasked", "Jo Assumed"] {
        assert!(text.contains(name), "no form for {name}");
    }
    verifies(&app);
}

#[test]
fn links_for_a_selection_are_few_and_their_failures_are_told() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ids: Vec<String> = (0..26).map(|at| jo_by_email(&app, &format!("Number{at}"))).collect();
    let one = json!({ "contact_ids": [ids[0]] });
    let refusal = app.refused("prepare_portal_links", one.clone());
    assert!(refusal.message.contains("Settings > System > GDPR > Consent Portal"), "{refusal:?}");
    portal(&app);
    let refusal = app.refused("prepare_portal_links", json!({ "contact_ids": ids }));
    assert_eq!(refusal.fields["contact_ids"], "At most 25 contacts at once.");
    assert_eq!(app.refused("prepare_portal_links", json!({ "contact_ids": [] })).code, Code::Invalid);
    let gone = json!({ "contact_ids": [ids[0], "999"] });
    assert_eq!(app.refused("prepare_portal_links", gone).code, Code::NotFound);
    assert!(app.outlet.mails.lock().unwrap().is_empty(), "nothing left before all were found");

    // Without an address it is not the law that is in the way.
    let bare = contact(&app, json!({ "first_name": "Jo", "last_name": "Bare" }));
    save(&app, &bare, json!({ "us": { "email": true, "general": true } }));
    let reply = app.call("prepare_portal_links", json!({ "contact_ids": [bare] }));
    assert_eq!(reply["refused"][0]["reasons"], json!(["Email: no address or number on file"]));

    *app.outlet.mail_fails.lock().unwrap() = true;
    let reply = app.call("prepare_portal_links", one.clone());
    let words = reply["refused"][0]["reasons"][0].as_str().unwrap();
    assert!(words.contains("No program on this computer opened it"), "{reply}");
    assert_eq!(history(&app, &ids[0])[0]["title"], "Link to the Customer Consent Portal not prepared");
    *app.outlet.mail_fails.lock().unwrap() = false;
    let most = json!({ "contact_ids": ids[..25] });
    let reply = app.call("prepare_portal_links", most);
    assert_eq!(reply["prepared"].as_array().unwrap().len(), 25, "a link that never left is no request");
}

#[test]
fn those_who_are_ticked_are_printed_and_exported_alone() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ids: Vec<String> = ["Abel", "Byrne", "Cole"]
        .into_iter()
        .map(|name| {
            let id = contact(&app, json!({ "last_name": name }));
            save(&app, &id, json!({ "us": { "email": true, "general": true } }));
            id
        })
        .collect();
    app.set_clock("2026-03-16T10:00:00Z");
    assert_eq!(app.call("list_reconsent_ids", json!({})), json!(ids));
    let second = app.call("list_reconsent", json!({ "at": 1, "limit": 1 }));
    assert_eq!(second["rows"][0]["name"], "Byrne");
    app.call("print_reconsent", json!({ "ids": [ids[2], ids[0]] }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("Abel") && text.contains("Cole") && !text.contains("Byrne"), "{text}");
    app.call("export_reconsent", json!({ "ids": [ids[1]] }));
    let audit = app.call("list_report_audit", json!({ "limit": 2 }));
    for (at, criteria, people) in [(0, "1 contact chosen, ", 1), (1, "2 contacts chosen, ", 2)] {
        let line = &audit["rows"][at];
        assert!(line["criteria"].as_str().unwrap().starts_with(criteria), "{line}");
        assert_eq!(line["people"], people, "{line}");
    }
}

#[test]
fn the_number_on_the_list_is_counted_anew_after_every_change() {
    let app = TestApp::starting("2025-03-15T10:00:00Z");
    let ids = ["Abel", "Byrne", "Cole"].map(|name| jo_by_email(&app, name));
    app.set_clock("2026-03-16T10:00:00Z");
    assert_eq!((total(&app), total(&app)), (json!(3), json!(3)));
    save(&app, &ids[0], json!({ "cells": { "us/email/general_marketing": true } }));
    assert_eq!(total(&app), 2, "who was asked again is on it no more");
    period(&app, 24);
    assert_eq!(total(&app), 0, "the setting acts at the next call");
    period(&app, 12);
    assert_eq!(total(&app), 2);
    let erasure = json!({ "contact_id": ids[1], "confirm_name": "Jo Byrne", "reason": "Asked" });
    app.call("erase_contact", erasure);
    assert_eq!(total(&app), 1);
    app.set_clock("2027-03-17T10:00:00Z");
    assert_eq!(total(&app), 2, "another day, without anybody changing anything");
}
