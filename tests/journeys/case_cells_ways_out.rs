//! Cases of the way out: a mail draft to an odd address, and a mail program that does not start.

use crate::case_cells::fixture;
use crate::scene::{history, lines, portal, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fs;

const ODD: &str = "zoe.o'neil+cars&vans%25@example.org";

/// The contact of the case.
fn odd(app: &TestApp) -> Value {
    let file = fs::read_to_string(fixture("35-mail-draft-to-an-odd-address/odd.json")).unwrap();
    let input: Value = serde_json::from_str(&file).unwrap();
    app.call("create_contact", input)["id"].clone()
}

fn prepare(app: &TestApp, id: &Value) -> Value {
    app.call("prepare_portal_link", json!({ "contact_id": id, "email": ODD, "customer_asked": true }))
}

/// Percent codes, read.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn case_35_mail_draft_to_an_odd_address() {
    let app = TestApp::new();
    portal(&app);
    let id = odd(&app);
    assert_eq!(prepare(&app, &id)["handed_over"], "mailto");
    let link = app.outlet.last_mail();
    assert!(link.len() < 2_000 && link.is_ascii(), "{link}");
    let (to, rest) = link.strip_prefix("mailto:").unwrap().split_once('?').unwrap();
    assert!(!to.contains(['&', '+', '#', '\'', '?']) && !rest.contains(['?', '+', '#', ' ']), "{link}");
    assert_eq!(decoded(to), ODD);
    assert_eq!(rest.matches('&').count(), 1, "subject and body: {link}");
    let body = decoded(rest.split_once("body=").unwrap().1);
    assert!(
        body.lines().any(|line| line.starts_with("https://consent.hadley.example/preferences/")),
        "{body}"
    );
}

#[test]
fn case_35_long_names_and_texts_do_not_cut_the_link() {
    let app = TestApp::new();
    portal(&app);
    for (key, value) in
        [("portal.company", "Hadley & Söhne ".repeat(50)), ("portal.contact", "Ring us. ".repeat(60))]
    {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value.trim() }));
    }
    let id = odd(&app);
    assert_eq!(prepare(&app, &id)["handed_over"], "eml");
    let draft = fs::read_to_string(app.outlet.last_view()).unwrap();
    let (head, body) = draft.split_once("\r\n\r\n").unwrap();
    assert!(head.contains(&format!("To: <{ODD}>")), "{head}");
    let body = if head.contains("quoted-printable") {
        decoded(&body.replace("=\r\n", "").replace('=', "%"))
    } else {
        body.to_owned()
    };
    let link =
        body.lines().find(|line| line.starts_with("https://consent")).expect("the link on a line of its own");
    let token = link.trim_end().rsplit('/').next().unwrap();
    assert!(token.len() >= 43, "the whole link: {link}");
}

#[test]
fn case_53_a_mail_program_that_does_not_start_is_told_and_its_link_is_void() {
    let app = TestApp::new();
    portal(&app);
    let id = odd(&app);
    *app.outlet.mail_fails.lock().unwrap() = true;
    let input = json!({ "contact_id": id, "email": ODD, "customer_asked": true });
    let refusal = app.refused("prepare_portal_link", input);
    assert_eq!(refusal.code, Code::File);
    assert!(refusal.message.contains("No program on this computer opened it"), "{refusal:?}");
    assert!(refusal.message.contains("The link is void"), "{refusal:?}");
    let entry = &history(&app, id.as_str().unwrap())[0];
    assert_eq!(entry["title"], "Link to the Customer Consent Portal not prepared");
    assert!(lines(entry).contains("could not be opened; the link is void"), "{entry}");
    let book = app.book();
    let links =
        book.database_of_the_test().read(|tx| tx.all("SELECT id FROM portal_link", &[], |row| row.int(0)));
    assert!(links.unwrap().is_empty(), "none counts as prepared");
    *app.outlet.mail_fails.lock().unwrap() = false;
    prepare(&app, &id);
    verifies(&app);
}

#[test]
fn case_53_links_for_many_do_not_each_wait_for_a_program_that_does_not_start() {
    let app = TestApp::new();
    portal(&app);
    let ids: Vec<Value> = (0..3)
        .map(|n| {
            let mail = json!([{ "address": format!("p{n}@example.org") }]);
            let input = json!({ "contact": { "last_name": format!("P{n}"), "emails": mail } });
            let id = app.call("create_contact", input)["id"].clone();
            crate::scene::save(
                &app,
                id.as_str().unwrap(),
                json!({ "us": { "email": true, "general": true } }),
            );
            id
        })
        .collect();
    *app.outlet.mail_fails.lock().unwrap() = true;
    let reply = app.call("prepare_portal_links", json!({ "contact_ids": ids }));
    let reasons: Vec<&str> =
        reply["refused"].as_array().unwrap().iter().map(|one| one["reasons"][0].as_str().unwrap()).collect();
    assert!(reasons[0].contains("No program on this computer opened it"), "{reasons:?}");
    assert!(reasons[1..].iter().all(|words| words.starts_with("Not tried")), "{reasons:?}");
}
