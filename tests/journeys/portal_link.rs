//! Email Link to Customer Consent Portal (D-28, D-29, the first half of A-45).

use crate::scene::{contact, dump, found_in, history, lines, maria, save, sha256, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn set_up(app: &TestApp) {
    for (key, value) in [
        ("portal.address", json!("https://consent.hadley.example/")),
        ("portal.company", json!("Hadley Motors\n1 Station Road, Ashbourne")),
        ("portal.contact", json!("01632 960100")),
        ("portal.privacy_policy_url", json!("https://hadley.example/privacy")),
        ("portal.enabled", json!(true)),
    ] {
        app.call("change_gdpr_setting", json!({ "key": key, "value": value }));
    }
}

fn input(id: &str, asked: bool) -> Value {
    json!({ "contact_id": id, "email": "siobhan@example.org", "customer_asked": asked })
}

/// The body of a `mailto:` address.
fn body(mailto: &str) -> String {
    let coded = mailto.split("body=").nth(1).expect("a body").split('&').next().unwrap();
    let mut bytes = Vec::new();
    let mut rest = coded.bytes();
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

/// The token in the link of the mail handed over last.
fn token(app: &TestApp) -> String {
    let text = body(&app.outlet.last_mail());
    let link = text.lines().find(|line| line.starts_with("https://consent")).expect("a link");
    link.trim_end()
        .strip_prefix("https://consent.hadley.example/preferences/")
        .expect("the portal's address")
        .to_owned()
}

#[test]
fn a45_the_link_goes_to_the_mail_program_and_only_its_hash_is_kept() {
    let app = TestApp::new();
    set_up(&app);
    maria(&app);
    let id = siobhan(&app);
    app.set_clock("2026-11-21T16:05:00Z");
    let reply = app.call("prepare_portal_link", input(&id, true));
    assert_eq!(
        reply,
        json!({ "handed_over": "mailto", "address": "siobhan@example.org" }),
        "no token in the reply"
    );
    let mailto = app.outlet.last_mail();
    assert!(mailto.starts_with("mailto:siobhan@example.org?subject="), "{mailto}");
    assert!(mailto.len() <= 1_900);
    let text = body(&mailto);
    assert_eq!(text.matches("https://consent.hadley.example/preferences/").count(), 1, "one link in {text}");
    for wanted in [
        "Hadley Motors",
        "works until 21 December 2026",
        "https://hadley.example/privacy",
        "withdraw at any time",
    ] {
        assert!(text.contains(wanted), "{wanted:?} is missing from\n{text}");
    }
    let token = token(&app);
    assert!(token.len() >= 43, "256 bits");
    let kept = dump(&app);
    assert!(found_in(&kept, &token).is_empty(), "the token is kept nowhere");
    let links = found_in(&kept, &sha256(token.as_bytes()));
    assert_eq!(links.len(), 1, "its hash is, once");
    assert!(links[0].contains("2026-12-21T16:05:00.000Z"), "thirty days: {}", links[0]);

    let entry = &history(&app, &id)[0];
    assert_eq!(
        (&entry["title"], &entry["kind"]),
        (&json!("Link to the Customer Consent Portal prepared"), &json!("portal"))
    );
    assert_eq!(lines(entry), "Mail draft to s••••@example.org\nThe customer asked for it");
    let ledger: Vec<_> =
        found_in(&kept, "siobhan@example.org").into_iter().filter(|l| l.starts_with("ledger")).collect();
    assert!(ledger.is_empty(), "the address is masked in the ledger: {ledger:?}");
    verifies(&app);
}

#[test]
fn a_request_for_consent_is_marketing() {
    let app = TestApp::new();
    set_up(&app);
    let id = siobhan(&app);
    let refusal = app.refused("prepare_portal_link", input(&id, false));
    assert_eq!(refusal.code, Code::Invalid);
    assert_eq!(
        refusal.fields["email"],
        "Email: no permission recorded; a request for consent is marketing; Preferences were never reviewed"
    );
    assert!(refusal.message.contains("A request for consent is marketing"), "{refusal:?}");
    assert!(app.outlet.mails.lock().unwrap().is_empty());
    assert_eq!(history(&app, &id)[0]["title"], "Link to the Customer Consent Portal refused");

    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    app.set_clock("2027-11-22T10:00:00Z");
    app.call("prepare_portal_link", input(&id, false));
    app.set_clock("2028-02-20T10:00:00Z");
    let refusal = app.refused("prepare_portal_link", input(&id, false));
    assert!(
        refusal.message.contains("Asked on 22/11/2027 already"),
        "ran out, asked once, now cooling off: {refusal:?}"
    );
    app.set_clock("2028-02-21T10:00:00Z");
    app.call("prepare_portal_link", input(&id, false));

    save(&app, &id, json!({ "us": { "email": false }, "notes": "no more" }));
    assert!(app.refused("prepare_portal_link", input(&id, false)).message.contains("withdrawn"));
    app.call("prepare_portal_link", input(&id, true));
}

#[test]
fn without_a_portal_nothing_is_prepared() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let refusal = app.refused("prepare_portal_link", input(&id, true));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.message.contains("Settings > System > GDPR > Consent Portal"), "{refusal:?}");
    assert!(refusal.fields.is_empty(), "nothing the person typed is wrong");
    set_up(&app);
    for address in [
        "somebody@example.org",
        "siobhan@example.org, other@example.org",
        "",
        "siobhan@example.org\nBcc: x@example.org",
    ] {
        let refusal = app.refused(
            "prepare_portal_link",
            json!({ "contact_id": id, "email": address, "customer_asked": true }),
        );
        assert!(refusal.fields.contains_key("email"), "{address:?}: {refusal:?}");
    }
}

#[test]
fn the_newest_link_is_the_one_in_use() {
    let app = TestApp::new();
    set_up(&app);
    let id = siobhan(&app);
    app.call("prepare_portal_link", input(&id, true));
    let first = token(&app);
    app.call("prepare_portal_link", input(&id, true));
    assert_ne!(token(&app), first);
    let in_use = || -> Vec<i64> {
        let book = app.book();
        book.database_of_the_test()
            .read(|tx| tx.all("SELECT id FROM portal_link WHERE replaced_by = 0", &[], |row| row.int(0)))
            .unwrap()
    };
    assert_eq!(in_use(), [2]);
    // The mail program does not open: the link that never left is void, the one before works again.
    *app.outlet.mail_fails.lock().unwrap() = true;
    assert_eq!(app.refused("prepare_portal_link", input(&id, true)).code, Code::File);
    assert_eq!(in_use(), [2]);
    assert_eq!(history(&app, &id)[0]["title"], "Link to the Customer Consent Portal not prepared");
}

#[test]
fn a_long_mail_becomes_a_draft_file() {
    let app = TestApp::new();
    set_up(&app);
    app.call(
        "change_gdpr_setting",
        json!({ "key": "portal.company", "value": "Hadley Motors of Ashbourne ".repeat(29) }),
    );
    app.call(
        "change_gdpr_setting",
        json!({ "key": "portal.contact", "value": "Ring or write to us at any time ".repeat(20) }),
    );
    let id = siobhan(&app);
    let reply = app.call("prepare_portal_link", input(&id, true));
    assert_eq!(reply["handed_over"], "eml");
    assert!(app.outlet.mails.lock().unwrap().is_empty());
    let place = app.outlet.last_view();
    assert!(place.extension().is_some_and(|ending| ending == "eml"));
    assert!(!place.display().to_string().contains("siobhan"), "no address in the file's name");
    let draft = std::fs::read_to_string(place).unwrap();
    assert!(draft.contains("X-Unsent: 1\r\n") && draft.contains("To: <siobhan@example.org>\r\n"), "{draft}");
}

/// SPEC 3: the strictest at an address wins, also at an address that is not the first.
#[test]
fn who_shares_the_address_the_mail_goes_to_has_a_say() {
    let app = TestApp::new();
    set_up(&app);
    let mails = json!([{ "address": "own@example.org" }, { "address": "family@example.org" }]);
    let id = contact(&app, json!({ "first_name": "Tom", "last_name": "Reed", "emails": mails }));
    let partner = json!([{ "address": "family@example.org" }]);
    let partner = contact(&app, json!({ "first_name": "Jo", "last_name": "Reed", "emails": partner }));
    let yes = json!({ "us": { "email": true, "general": true } });
    save(&app, &id, yes.clone());
    save(&app, &partner, yes);
    save(&app, &partner, json!({ "us": { "email": false }, "notes": "no more" }));
    let link = |email: &str| json!({ "contact_id": id, "email": email, "customer_asked": false });
    let refusal = app.refused("prepare_portal_link", link("Family@example.org"));
    assert!(refusal.message.contains("Jo Reed uses the same address"), "{refusal:?}");
    assert!(!refusal.message.contains("given on"), "no reason against it: {refusal:?}");
    app.call("prepare_portal_link", link("own@example.org"));
}

#[test]
fn whether_the_link_may_be_sent_is_told_beforehand_and_in_the_words_of_the_refusal() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let asked = json!({ "contact_id": id, "email": "siobhan@example.org" });
    let early = app.refused("check_portal_link", asked.clone());
    assert!(early.message.contains("not set up"), "{early:?}");
    set_up(&app);
    let told = app.call("check_portal_link", asked.clone());
    assert_eq!(told["allowed"], false);
    assert_eq!(told["reasons"], json!(["Email: no permission recorded; a request for consent is marketing"]));
    app.refused("prepare_portal_link", input(&id, false));
    save(&app, &id, json!({ "us": { "email": true, "general": true } }));
    let told = app.call("check_portal_link", asked);
    assert_eq!((&told["allowed"], &told["reasons"]), (&json!(true), &json!([])));
    app.call("prepare_portal_link", input(&id, false));
    let other = json!({ "contact_id": id, "email": "somebody@example.org" });
    assert!(app.refused("check_portal_link", other).fields.contains_key("email"));
}
