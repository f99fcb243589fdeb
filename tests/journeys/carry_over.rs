//! Flags of an old system carried over, and preferences reset in bulk (A-18, A-19, N-09..N-12).

use crate::scene::{cell, cells_in, consent, contact, found_in, history, lines, save, verifies};
use forecourt_application::consent::ConsentSettings;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::consent::decide::{Facts, MessageClass, Question, Sending, Verdict, may_contact};
use forecourt_domain::consent::{Channel, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_store::consent as stored;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{fs, thread};

const HEADER: &str = "Account reference,E-mail,No Follow-Up,No Marketing\n";

/// The old system's file.
fn file(app: &TestApp, rows: &str) -> PathBuf {
    let path = app.outlet.exports().join("dpa-flags.csv");
    fs::write(&path, format!("{HEADER}{rows}")).unwrap();
    path
}

fn input(app: &TestApp, path: &PathBuf, dry_run: bool) -> Value {
    json!({
        "file": app.offer(path), "dry_run": dry_run, "job": "carry",
        "columns": {
            "reference": "Account reference", "email": "E-mail",
            "no_follow_up": "No Follow-Up", "no_marketing": "No Marketing"
        }
    })
}

/// Tries, carries over, and holds the two against each other.
fn carry(app: &TestApp, rows: &str) -> Value {
    let path = file(app, rows);
    let before = events(app);
    let mut tried = app.call("run_carry_over", input(app, &path, true));
    assert_eq!(events(app), before, "a dry run writes nothing");
    let done = app.call("run_carry_over", input(app, &path, false));
    assert_eq!(tried["dry_run"], true);
    tried["dry_run"] = json!(false);
    assert_eq!(tried, done, "the dry run says what the run does");
    done
}

/// How many consent events and lines of the ledger there are.
fn events(app: &TestApp) -> (i64, i64) {
    let book = app.book();
    let counted = book.database_of_the_test().read(|tx| -> forecourt_store::Result<_> {
        let count = |sql| tx.number(sql, &[]);
        Ok((count("SELECT count(*) FROM consent_event")?, count("SELECT count(*) FROM ledger")?))
    });
    counted.unwrap()
}

/// Runs a statement as a fault of the disk would, or to look.
fn sql(app: &TestApp, statement: &str) {
    let book = app.book();
    book.database_of_the_test().write(|tx| -> forecourt_store::Result<_> { tx.run(statement, &[]) }).unwrap();
}

/// A contact who bought, as an import brings one, with this account reference.
fn buyers(app: &TestApp, references: &[&str]) -> Vec<String> {
    let mut text = String::from("Account reference,Surname,E-mail,Mobile,Street,Postcode,Last purchase\n");
    for reference in references {
        writeln!(
            text,
            "{reference},Buyer {reference},{}@example.com,07700 900111,1 Mill Lane,DE6 1AA,2024-05-01",
            reference.to_lowercase()
        )
        .unwrap();
    }
    let path = app.outlet.exports().join("buyers.csv");
    fs::write(&path, text).unwrap();
    app.call("run_import", json!({ "file": app.offer(&path) }));
    references
        .iter()
        .map(|reference| one(app, &format!("{}@example.com", reference.to_lowercase())))
        .collect()
}

fn one(app: &TestApp, term: &str) -> String {
    let found = app.call("search_contacts", json!({ "term": term }));
    assert_eq!(found["rows"].as_array().unwrap().len(), 1, "{term}: {found}");
    found["rows"][0]["id"].as_str().unwrap().to_owned()
}

/// What a mailshot says about one contact.
fn mailshot(app: &TestApp, id: &str, channel: &str, class: &str) -> Value {
    let answer = app.call(
        "check_contactable",
        json!({ "contact_ids": [id], "channel": channel, "message_class": class }),
    );
    answer["decisions"][0].clone()
}

/// What the Automatic Contact Manager gets told about a reminder, under the dealership's settings.
fn reminder(app: &TestApp, id: &str, channel: Channel) -> Verdict {
    let book = app.book();
    let contact: ContactId = id.parse().unwrap();
    let (standing, settings): (Standing, Settings) = book
        .database_of_the_test()
        .read(|tx| -> Result<_, Refusal> { Ok((stored::standing(tx, contact)?, Settings::load(tx)?)) })
        .unwrap();
    let plain = Question::new(channel, MessageClass::ServiceFollowup, settings.today(app.now().at));
    let question = Question { sending: Sending::Automatic, ..plain };
    may_contact(&standing, &Facts::default(), &settings.rules(), &question).verdict
}

#[test]
fn a18_no_follow_up_blocks_reminders_and_leaves_general_letters() {
    let app = TestApp::new();
    let id = buyers(&app, &["OLD-18"]).remove(0);
    let report = carry(&app, "OLD-18,,Y,N\n");
    assert_eq!(
        (&report["matched"], &report["no_follow_up"], &report["no_marketing"]),
        (&json!(1), &json!(1), &json!(0))
    );
    assert_eq!(
        (&report["assumed"], &report["soft_opt_in"], &report["unchanged"]),
        (&json!(1), &json!(1), &json!(0))
    );

    let view = consent(&app, &id);
    let service =
        ["email", "sms", "post", "phone", "social"].map(|channel| format!("{channel}/service_followup"));
    assert_eq!(cells_in(&view, "us", "withdrawn"), service);
    let general = ["email", "sms", "post", "phone"].map(|channel| format!("{channel}/general_marketing"));
    assert_eq!(cells_in(&view, "us", "assumed"), general);
    assert_eq!(cell(&view, "us/email/general_marketing")["basis"], "soft_opt_in");
    assert_eq!(cell(&view, "us/post/general_marketing")["basis"], "legitimate_interest");
    assert!(
        view["rows"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|row| row["cells"].as_array().unwrap())
            .filter(|cell| cell["state"] != "unset")
            .all(|cell| cell["carried"] == true),
        "N-19: marked"
    );
    assert_eq!(view["never_reviewed"], true, "nobody looked at it with the customer");
    assert_eq!(view["last_obtained"], Value::Null, "an assumption is no consent");

    assert_eq!(reminder(&app, &id, Channel::Email), Verdict::Block, "the MOT reminder");
    let letter = mailshot(&app, &id, "post", "general_marketing");
    assert_ne!(letter["decision"], "block", "{letter}");
    let reasons = mailshot(&app, &id, "post", "service_followup")["reasons"].to_string();
    assert!(reasons.contains("No Follow-Up carried over from DPA on 21/11/2026"), "{reasons}");

    let told = history(&app, &id);
    let carried: Vec<&Value> =
        told.iter().filter(|entry| entry["title"] == "Carried over from data-protection flags").collect();
    assert_eq!(carried.len(), 2, "one event for each ground: {told:?}");
    for entry in carried {
        assert!(lines(entry).contains("DPA→GDPR migration 2.1: No Follow-Up"), "{}", lines(entry));
        assert_eq!((&entry["by"], &entry["workstation"]), (&json!("Anna Kowalska"), &json!("SVC-02")));
    }
    verifies(&app);
}

#[test]
fn a19_no_marketing_stops_mailshots_and_the_contact_manager_unless_navigator_exact() {
    let app = TestApp::new();
    let id = buyers(&app, &["OLD-19"]).remove(0);
    let report = carry(&app, "OLD-19,,,x\n");
    assert_eq!((&report["no_marketing"], &report["assumed"]), (&json!(1), &json!(0)));
    assert_eq!(cells_in(&consent(&app, &id), "us", "withdrawn").len(), 10, "both purposes, every channel");
    for class in ["service_followup", "general_marketing"] {
        for channel in ["email", "sms", "post", "phone"] {
            let answer = mailshot(&app, &id, channel, class);
            assert_eq!(answer["decision"], "block", "{channel} {class}");
            let reasons = answer["reasons"].to_string();
            assert!(reasons.contains("No Marketing carried over from DPA"), "{channel} {class}: {reasons}");
        }
    }
    assert_eq!(reminder(&app, &id, Channel::Post), Verdict::Block, "it skips too, unless told otherwise");
    let exact = json!({ "key": "gdpr.no_marketing_mailshots_only", "value": true });
    app.call("change_gdpr_setting", exact);
    assert_eq!(reminder(&app, &id, Channel::Post), Verdict::Warn, "Navigator-exact: it sends");
    assert_eq!(mailshot(&app, &id, "post", "service_followup")["decision"], "block", "a mailshot never");
    verifies(&app);
}

#[test]
fn what_was_recorded_here_survives_a_carry_over() {
    let app = TestApp::new();
    let ids = buyers(&app, &["OLD-1", "OLD-2", "OLD-3"]);
    // One opted out here, one is excluded, one consented here.
    save(&app, &ids[0], json!({ "us": { "email": true, "service": true, "general": true } }));
    save(&app, &ids[0], json!({ "us": { "email": false }, "notes": "no more mail" }));
    let version = consent(&app, &ids[1])["version"].clone();
    app.call(
        "set_exclusion",
        json!({ "contact_id": ids[1], "version": version, "excluded": true,
        "notes": "asked", "screen": "contact_record" }),
    );
    save(&app, &ids[2], json!({ "us": { "email": true, "service": true, "general": true } }));
    let given = consent(&app, &ids[2])["last_obtained"].clone();

    let report = carry(&app, "OLD-1,,N,N\nOLD-2,,N,N\nOLD-3,,Y,N\n");
    assert_eq!((&report["matched"], &report["unchanged"]), (&json!(3), &json!(1)), "{report}");
    let opted_out = consent(&app, &ids[0]);
    assert_eq!(
        cells_in(&opted_out, "us", "withdrawn"),
        ["email/service_followup", "email/general_marketing"]
    );
    assert_eq!(
        cell(&opted_out, "us/email/general_marketing")["carried"],
        false,
        "the answer given here stands"
    );
    assert_eq!(cells_in(&opted_out, "us", "assumed").len(), 6, "only what was never asked is filled");
    let excluded = consent(&app, &ids[1]);
    assert_eq!(excluded["excluded"], true);
    assert!(cells_in(&excluded, "us", "assumed").is_empty(), "nothing grows behind an exclusion");
    // A flag takes away, and it is counted so that nobody is surprised.
    assert_eq!(report["consent_taken"], 1);
    let flagged = consent(&app, &ids[2]);
    assert_eq!(cell(&flagged, "us/email/service_followup")["state"], "withdrawn");
    assert_eq!(
        cell(&flagged, "us/email/general_marketing")["state"],
        "granted",
        "not what the flag is about"
    );
    assert_eq!(flagged["last_obtained"], given, "an old system's flag is no consent");

    let again = carry(&app, "OLD-1,,N,N\nOLD-2,,N,N\nOLD-3,,Y,N\n");
    assert_eq!(again["unchanged"], 3, "a second run finds nothing to do");
    verifies(&app);
}

#[test]
fn rows_are_matched_by_reference_or_address_and_told_apart_by_line() {
    let app = TestApp::new();
    let ids = buyers(&app, &["OLD-1", "OLD-2"]);
    for name in ["Ann", "Bob"] {
        contact(
            &app,
            json!({ "first_name": name, "last_name": "Shared", "emails": [{ "address": "home@example.org" }] }),
        );
    }
    let rows = "OLD-1,,N,N\n\
                ,OLD-2@Example.COM ,no,FALSE\n\
                OLD-1,,0,1\n\
                GONE-7,,Y,Y\n\
                ,home@example.org,N,N\n\
                OLD-1,old-2@example.com,N,N\n\
                OLD-2,,maybe,N\n\
                ,,Y,Y\n\
                ,not an address,N,N\n\
                \n\
                OLD-2,";
    let report = carry(&app, &format!("{rows}{},N,N\n", "x".repeat(70_000)));
    assert_eq!(report["rows"], 10);
    assert_eq!((&report["matched"], &report["repeated"]), (&json!(2), &json!(1)));
    assert_eq!(
        (&report["not_found"], &report["ambiguous"], &report["failed"]),
        (&json!(1), &json!(2), &json!(4))
    );
    let told = |list: &str| -> Vec<String> {
        let list = report[list].as_array().unwrap();
        list.iter().map(|one| format!("{} {}", one["line"], one["message"].as_str().unwrap())).collect()
    };
    let errors = told("errors");
    assert_eq!(errors.len(), 4, "{errors:?}");
    assert!(errors[0].starts_with("8 This is neither yes nor no"), "{errors:?}");
    assert!(errors[1].starts_with("9 The row holds neither"), "{errors:?}");
    assert!(errors[2].starts_with("10 What stands for the email address"), "{errors:?}");
    assert!(errors[3].starts_with("12 "), "{errors:?}");
    let unmatched = told("unmatched");
    assert!(unmatched[0].starts_with("5 There is no such contact"), "{unmatched:?}");
    assert!(unmatched[1].starts_with("6 Several contacts"), "{unmatched:?}");
    assert!(unmatched[2].starts_with("7 Account reference and email address belong"), "{unmatched:?}");
    let words = report.to_string();
    assert!(!words.contains("home@") && !words.contains("GONE-7"), "nothing of the rows is told");
    // Two rows of one contact: the flag of either counts, and there is one event.
    assert_eq!(report["no_marketing"], 1);
    assert_eq!(cells_in(&consent(&app, &ids[0]), "us", "withdrawn").len(), 10);
    assert_eq!(cells_in(&consent(&app, &ids[1]), "us", "assumed").len(), 8);
    let line = found_in(&crate::scene::dump(&app), "not_found").join("\n");
    assert!(
        line.contains("\"contacts\":2") && line.contains("dpa-flags.csv"),
        "the run has its line: {line}"
    );
}

#[test]
fn exact_marks_email_and_sms_of_everybody_and_sends_nothing_on_it() {
    let app = TestApp::new();
    let id = contact(&app, json!({ "last_name": "Reed", "emails": [{ "address": "tom@example.org" }] }));
    let path = file(&app, ",tom@example.org,,\n");
    let mut exact = input(&app, &path, true);
    exact["exact"] = json!(true);
    let plain = app.call("run_carry_over", input(&app, &path, true));
    assert_eq!(
        (&plain["assumed"], &plain["assumed_electronic"], &plain["soft_opt_in"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!(app.call("run_carry_over", exact.clone())["assumed_electronic"], 1);
    exact["dry_run"] = json!(false);
    app.call("run_carry_over", exact);
    let view = consent(&app, &id);
    assert_eq!(cell(&view, "us/email/general_marketing")["state"], "assumed");
    let mail = mailshot(&app, &id, "email", "general_marketing");
    assert_eq!(mail["decision"], "block", "{mail}");
}

#[test]
fn a_carry_over_that_fails_or_is_cancelled_leaves_nothing() {
    let app = TestApp::new();
    let ids = buyers(&app, &["OLD-1", "OLD-2", "OLD-3"]);
    let path = file(&app, "OLD-1,,Y,N\nOLD-2,,N,Y\nOLD-3,,N,N\n");
    let before = events(&app);
    sql(
        &app,
        &format!(
            "CREATE TRIGGER fault BEFORE INSERT ON consent_event WHEN NEW.contact_id = {} BEGIN SELECT RAISE(ABORT, 'fault'); END",
            ids[1]
        ),
    );
    assert_eq!(app.refused("run_carry_over", input(&app, &path, false)).code, Code::Unexpected);
    assert_eq!(events(&app), before, "the first contact is as it was");
    assert!(cells_in(&consent(&app, &ids[0]), "us", "withdrawn").is_empty());
    sql(&app, "DROP TRIGGER fault");
    app.call("run_carry_over", input(&app, &path, false));
    assert!(!cells_in(&consent(&app, &ids[0]), "us", "withdrawn").is_empty());

    // Long enough to be cancelled on the way.
    let rows: String = (0..200_000).map(|n| format!("NOBODY-{n},,N,N\n")).collect();
    let path = file(&app, &rows);
    let before = events(&app);
    let outcome = thread::scope(|scope| {
        let carrying = scope.spawn(|| app.try_call("run_carry_over", input(&app, &path, false)));
        while app.try_call("follow_job", json!({ "job": "carry" })).is_err() {
            thread::yield_now();
        }
        app.call("cancel_job", json!({ "job": "carry" }));
        carrying.join().unwrap()
    });
    assert_eq!(outcome.unwrap_err().code, Code::Cancelled);
    assert_eq!(events(&app), before);
    verifies(&app);
}

#[test]
fn a_file_is_looked_into_before_and_wrong_columns_are_refused() {
    let app = TestApp::new();
    let path = file(&app, "OLD-1,a@example.com,Y,N\n");
    let found = app.call("inspect_carry_over", json!({ "file": app.offer(&path) }));
    assert_eq!((&found["rows"], &found["sample"][0][2]), (&json!(1), &json!("Y")));
    assert_eq!(found["columns"], input(&app, &path, true)["columns"], "all four are guessed");
    let refused = |field: &str, column: Value| {
        let mut input = input(&app, &path, true);
        input["columns"][field] = column;
        app.refused("run_carry_over", input)
    };
    assert!(refused("no_marketing", json!("Gone")).fields.contains_key("no_marketing"));
    assert!(refused("no_follow_up", json!("")).fields.contains_key("no_follow_up"));
    assert!(refused("email", json!("No Marketing")).fields.contains_key("no_marketing"));
}

/// Three contacts with assumed permission and one with consent: under an exclusion, alone, and
/// beside what is assumed.
fn assumed(app: &TestApp) -> Vec<String> {
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let mut ids: Vec<String> =
        (0..3).map(|n| contact(app, json!({ "last_name": format!("Assumed{n}") }))).collect();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": true }));
    ids.push(contact(app, json!({ "last_name": "Never" })));
    save(
        app,
        &ids[1],
        json!({ "us": { "email": true, "service": true, "general": true, "sms": null, "post": null, "phone": null } }),
    );
    let version = consent(app, &ids[2])["version"].clone();
    app.call(
        "set_exclusion",
        json!({ "contact_id": ids[2], "version": version, "excluded": true,
        "notes": "asked", "screen": "contact_record" }),
    );
    ids
}

fn reset(dry_run: bool, include_explicit: bool, confirm: &str) -> Value {
    json!({ "dry_run": dry_run, "include_explicit": include_explicit, "confirm": confirm, "job": "reset" })
}

#[test]
fn n12_a_reset_takes_back_what_is_assumed_and_keeps_consent_unless_included() {
    let app = TestApp::new();
    let ids = assumed(&app);
    let given = cells_in(&consent(&app, &ids[1]), "us", "granted");
    assert!(!given.is_empty());
    let before = events(&app);
    let mut tried = app.call("reset_preferences", reset(true, false, ""));
    assert_eq!(events(&app), before, "a dry run writes nothing");
    assert_eq!((&tried["contacts"], &tried["kept_contacts"]), (&json!(3), &json!(1)), "{tried}");
    assert_eq!(tried["kept_cells"], given.len());
    assert_eq!(tried["cells"], 8 * 3 - given.len(), "what consent replaced is no assumption any more");

    let wrong = app.refused("reset_preferences", reset(false, false, "Hadley"));
    assert!(wrong.fields.contains_key("confirm"));
    assert_eq!(events(&app), before);
    let done = app.call("reset_preferences", reset(false, false, "hadley  motors"));
    tried["dry_run"] = json!(false);
    assert_eq!(tried, done, "the dry run says what the run does");
    assert_eq!(events(&app), (before.0 + 3, before.1 + 4), "one event per contact, one line for the run");
    for id in &ids {
        assert!(cells_in(&consent(&app, id), "us", "assumed").is_empty());
    }
    assert_eq!(cells_in(&consent(&app, &ids[1]), "us", "granted"), given, "explicit consent stays");
    assert_eq!(consent(&app, &ids[2])["excluded"], true, "an exclusion stays");
    let entry = history(&app, &ids[0])[0].clone();
    assert_eq!(entry["title"], "Permission taken back by a bulk reset");
    assert!(lines(&entry).contains("Bulk reset"), "{}", lines(&entry));
    assert_eq!(app.call("reset_preferences", reset(true, false, ""))["contacts"], 0);

    let all = app.call("reset_preferences", reset(false, true, "Hadley Motors"));
    assert_eq!((&all["contacts"], &all["explicit_cells"]), (&json!(1), &json!(given.len())));
    assert!(cells_in(&consent(&app, &ids[1]), "us", "granted").is_empty());
    verifies(&app);
}

#[test]
fn a_reset_is_whole_or_not_at_all() {
    let app = TestApp::new();
    let ids = assumed(&app);
    let before = events(&app);
    sql(
        &app,
        &format!(
            "CREATE TRIGGER fault BEFORE INSERT ON consent_event WHEN NEW.contact_id = {} BEGIN SELECT RAISE(ABORT, 'fault'); END",
            ids[2]
        ),
    );
    let refusal = app.refused("reset_preferences", reset(false, false, "Hadley Motors"));
    assert_eq!(refusal.code, Code::Unexpected);
    assert_eq!(events(&app), before, "nothing of it is left");
    assert_eq!(cells_in(&consent(&app, &ids[0]), "us", "assumed").len(), 8);
    sql(&app, "DROP TRIGGER fault");
    verifies(&app);
}

#[test]
fn both_rights_are_needed_and_a_refusal_is_logged() {
    let app = TestApp::new();
    assumed(&app);
    let path = file(&app, "OLD-1,,N,N\n");
    app.employee("Dave Pratt", "dave", &[Right::ChangeGdprOption]);
    app.employee("Rita Bulk", "rita", &[Right::BulkPreferenceReset]);
    app.sign_in("dave");
    let before = events(&app);
    assert_eq!(
        app.call("reset_preferences", reset(true, false, ""))["contacts"],
        3,
        "counting needs the one"
    );
    let refusal = app.refused("reset_preferences", reset(false, false, "Hadley Motors"));
    assert_eq!(
        (refusal.code, refusal.fields["right"].as_str()),
        (Code::Denied, "Can Run Bulk Preference Reset")
    );
    assert_eq!(events(&app), (before.0, before.1 + 1), "the denial is the only line");
    app.call("run_carry_over", input(&app, &path, true));

    app.sign_in("rita");
    for (name, input) in [
        ("reset_preferences", reset(false, false, "Hadley Motors")),
        ("run_carry_over", input(&app, &path, true)),
        ("inspect_carry_over", json!({ "file": app.offer(&path) })),
        ("preview_profile", json!({ "profile": "dragon" })),
        ("apply_profile", json!({ "profile": "dragon" })),
    ] {
        let refusal = app.refused(name, input);
        assert_eq!(
            (refusal.code, refusal.fields["right"].as_str()),
            (Code::Denied, "Can Change the GDPR Option"),
            "{name}"
        );
    }
    app.sign_in("anna");
    let log = app.call("list_sign_ins", json!({ "limit": 20 }));
    let denied = |who: &str| {
        let entries = log["rows"].as_array().unwrap();
        entries.iter().filter(|line| line["who"] == who && line["what"] == "Refused: no access right").count()
    };
    assert_eq!((denied("Dave Pratt"), denied("Rita Bulk")), (1, 5));
    verifies(&app);
}
