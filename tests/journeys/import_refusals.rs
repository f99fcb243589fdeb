//! A No in an imported file always counts: whatever else is wrong with its row, whatever the column is
//! called, and whether or not the file has names (issue 9, C.1 and C.2; SPEC 2.7, invariant 4).

use crate::scene::{cells_in, consent, contact, history, save, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::{collections::BTreeMap, fs};

/// A file of `cases/`.
pub fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/cases").join(name)
}

/// Imports with the mapping that is guessed, after a dry run that must say the same.
pub fn import(app: &TestApp, path: &Path, more: Value) -> Value {
    let mut input = json!({ "file": app.offer(path), "skip_duplicates": true });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    let mut trial = input.clone();
    trial["dry_run"] = json!(true);
    let tried = app.call("run_import", trial);
    let done = app.call("run_import", input);
    for count in [
        "rows",
        "created",
        "skipped",
        "failed",
        "listed",
        "suppressed",
        "restricted",
        "unrecorded",
        "unrecorded_total",
        "duplicates_total",
        "errors_total",
        "warning_groups",
        "consent",
    ] {
        assert_eq!(tried[count], done[count], "the dry run says what the import does: {count}");
    }
    done
}

/// Imports a file of this text.
pub fn import_text(app: &TestApp, text: &str, more: Value) -> Value {
    let path = app.outlet.exports().join("contacts.csv");
    fs::write(&path, text).unwrap();
    import(app, &path, more)
}

/// The one contact that is found so.
pub fn one(app: &TestApp, term: &str) -> String {
    let answer = app.call("search_contacts", json!({ "term": term }));
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{term}: {answer}");
    rows[0]["id"].as_str().unwrap().to_owned()
}

/// May marketing of neither kind go by this channel, as the one decision says?
pub fn is_blocked(app: &TestApp, id: &str, channel: &str) -> bool {
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": channel }));
    let answers = why["answers"].as_array().unwrap();
    answers.iter().all(|answer| answer["verdict"] == "block")
}

/// May both kinds go?
pub fn is_allowed(app: &TestApp, id: &str, channel: &str) -> bool {
    let why = app.call("explain_channel", json!({ "contact_id": id, "channel": channel }));
    let answers = why["answers"].as_array().unwrap();
    answers.iter().all(|answer| answer["verdict"] != "block")
}

fn total(app: &TestApp) -> i64 {
    app.call("list_contacts", json!({ "sort": "name", "limit": 1 }))["total"].as_i64().unwrap()
}

/// Line and beginning of each message.
pub fn told(report: &Value, list: &str) -> Vec<String> {
    let words =
        |one: &Value| one["message"].as_str().unwrap().split(' ').take(4).collect::<Vec<_>>().join(" ");
    report[list].as_array().unwrap().iter().map(|one| format!("{} {}", one["line"], words(one))).collect()
}

#[test]
fn case_16_unsubscribe_list_without_names() {
    for name in ["unsub.csv", "names.csv"] {
        let app = TestApp::new();
        let folder = case("16-unsubscribe-list-without-names");
        import(&app, &folder.join("base.csv"), json!({}));
        let (alba, bran, cleo) = (one(&app, "alba"), one(&app, "bran"), one(&app, "cleo"));
        assert!(is_allowed(&app, &alba, "email") && is_allowed(&app, &bran, "phone"));
        let report = import(&app, &folder.join(name), json!({}));
        assert_eq!(
            (&report["created"], &report["restricted"], &report["listed"]),
            (&json!(0), &json!(2), &json!(3))
        );
        assert_eq!(told(&report, "unrecorded"), ["4 Nobody on file has"], "{name}");
        assert_eq!((&report["errors_total"], &report["failed"]), (&json!(0), &json!(0)), "{name}: {report}");
        for id in [&alba, &bran] {
            assert!(is_blocked(&app, id, "email"), "{name}");
        }
        assert!(is_allowed(&app, &cleo, "email"), "{name}");
        assert_eq!(total(&app), 3, "a list makes no contact");
        assert!(history(&app, &bran)[0].to_string().contains(&format!("{name}, line 3")));
        verifies(&app);
    }
    let app = TestApp::new();
    let folder = case("16-unsubscribe-list-without-names");
    import(&app, &folder.join("base.csv"), json!({}));
    import(&app, &folder.join("mailchimp.csv"), json!({}));
    let cleo = one(&app, "cleo");
    assert!(is_blocked(&app, &cleo, "email"));
    assert_eq!(cells_in(&consent(&app, &cleo), "us", "withdrawn").len(), 2, "of email alone");
}

#[test]
fn case_17_opt_out_columns_by_channel() {
    let folder = case("17-opt-out-columns-by-channel");
    for (file, name, channels, open) in [
        ("mautic.csv", "mauti", &["email"][..], &["sms", "phone", "post"][..]),
        ("hubspot.csv", "hubert", &["email"], &["sms", "phone", "post"]),
        ("salesforce.csv", "sally", &["email", "phone"], &["sms", "post"]),
        ("civicrm.csv", "civia", &["email", "phone", "post", "sms"], &[]),
        ("dynamics.csv", "dyna", &["email", "phone"], &["sms", "post"]),
    ] {
        let app = TestApp::new();
        import(&app, &folder.join("base.csv"), json!({}));
        let id = one(&app, name);
        for channel in channels.iter().filter(|channel| **channel != "post") {
            assert!(is_allowed(&app, &id, channel), "{file}: {channel}");
        }
        let found = app.call("inspect_import", json!({ "file": app.offer(folder.join(file)) }));
        for field in ["email", "phone_mobile", "phone", "phone_home", "phone_work"] {
            let mapped = found["mapping"][field].to_string().to_lowercase();
            assert!(!mapped.contains("not") && !mapped.contains("opt"), "{file}: {field} from {mapped}");
        }
        import(&app, &folder.join(file), json!({}));
        for channel in channels {
            assert!(is_blocked(&app, &id, channel), "{file}: {channel}");
        }
        let given = cells_in(&consent(&app, &id), "us", "granted");
        for channel in open {
            let of_it = given.iter().filter(|cell| cell.starts_with(channel)).count();
            assert_eq!(of_it, 2, "{file}: nobody refused {channel}: {given:?}");
        }
        // Who was not on file comes in with the refusal.
        let new = one(&app, &format!("new{}", &file[..1]));
        for channel in channels {
            assert!(is_blocked(&app, &new, channel), "{file}: {channel}");
        }
        let panel = consent(&app, &new);
        assert_eq!(cells_in(&panel, "us", "refused").len(), channels.len() * 2, "{file}");
        assert_eq!(cells_in(&panel, "us", "granted").len(), 0, "{file}: no is never a yes");
        verifies(&app);
    }
    // False, 0 and No there are no consent, and no refusal.
    let app = TestApp::new();
    let text = "First Name,Surname,E-mail,Do Not Email,Email Opt Out,Do not allow Emails,Consent date,Consent source\n\
                Ann,False,ann@example.org,FALSE,0,Allow,02/03/2026,signed form\n\
                Bea,Blank,bea@example.org,,No,,02/03/2026,signed form\n";
    let report = import_text(&app, text, json!({}));
    assert_eq!((&report["consent"]["none"], &report["created"]), (&json!(2), &json!(2)));
    let ann = one(&app, "ann false");
    assert_eq!(cells_in(&consent(&app, &ann), "us", "unset").len(), 10);
}

#[test]
fn a_consent_field_is_never_fed_by_a_column_that_says_no() {
    let app = TestApp::new();
    let folder = case("17-opt-out-columns-by-channel");
    import(&app, &folder.join("base.csv"), json!({}));
    let map: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("trap-map.json")).unwrap()).unwrap();
    let salesforce = folder.join("salesforce.csv");
    let refusal = app.refused("run_import", json!({ "file": app.offer(&salesforce), "mapping": map }));
    assert_eq!(refusal.code, Code::Invalid);
    assert!(refusal.fields["mapping"].contains("“Email Opt Out” says no by its name"), "{refusal:?}");
    // By hand, channel by channel.
    let mapping = json!({
        "first_name": ["First Name"], "last_name": ["Last Name"], "email": ["Email"],
        "no_sms": ["Email Opt Out"], "no_post": ["Do Not Call"],
    });
    import(&app, &salesforce, json!({ "mapping": mapping }));
    let sally = one(&app, "sally");
    assert!(
        is_blocked(&app, &sally, "sms") && cells_in(&consent(&app, &sally), "us", "withdrawn").len() == 4
    );
    assert!(is_allowed(&app, &sally, "email") && is_allowed(&app, &sally, "phone"));
    // And the other way round: a yes to being asked refuses nobody.
    let mapping = json!({ "last_name": ["Surname"], "no_email": ["Consent Email"] });
    let base = folder.join("base.csv");
    let refusal = app.refused("run_import", json!({ "file": app.offer(&base), "mapping": mapping }));
    assert!(refusal.fields["mapping"].contains("asks for consent by its name"), "{refusal:?}");
}

#[test]
fn a_refusal_in_any_usual_words_refuses_and_an_odd_one_counts_and_is_told() {
    let app = TestApp::new();
    let mut text = String::from("Surname,E-mail,Consent Email,Consent date,Consent source\n");
    let words = [
        "never",
        "opt out",
        "opted-out",
        "Unsubscribed",
        "STOP",
        "do not contact",
        "DNC",
        "declined",
        "nein",
        "non",
    ];
    for (at, word) in words.iter().enumerate() {
        text.push_str(&format!("Word{at:02},word{at}@example.org,{word},02/03/2026,form\n"));
    }
    let report = import_text(&app, &text, json!({}));
    assert_eq!((&report["consent"]["refused"], &report["warnings_total"]), (&json!(words.len()), &json!(0)));
    let report = import_text(
        &app,
        "Surname,E-mail,Do Not Email\nOdd,odd@example.org,ask wife\nDay,day@example.org,2026-10-01 08:00:00\n",
        json!({}),
    );
    assert_eq!(report["consent"]["refused"], 2);
    assert_eq!(told(&report, "warnings"), ["2 This is neither yes"]);
    assert!(is_blocked(&app, &one(&app, "odd"), "email"));
}

#[test]
fn statuses_and_labels_that_refuse_are_heard_and_nothing_else_in_them_is() {
    let app = TestApp::new();
    let text = "First Name,Surname,E-mail,Mobile,Email Subscription Status,Labels\n\
                Ann,Gone,ann@example.org,07700 900301,unsubscribed,* myContacts\n\
                Bea,Clean,bea@example.org,07700 900302,cleaned,\n\
                Cy,Stays,cy@example.org,07700 900303,subscribed,Friends ::: * myContacts\n\
                Di,Label,di@example.org,07700 900304,,Do not call ::: * myContacts\n";
    let report = import_text(&app, text, json!({}));
    assert_eq!(report["consent"], json!({ "granted": 0, "refused": 3, "none": 1 }), "{report}");
    let refused = |name| cells_in(&consent(&app, &one(&app, name)), "us", "refused");
    assert_eq!(refused("gone"), ["email/service_followup", "email/general_marketing"]);
    assert_eq!(refused("clean").len(), 2);
    assert!(refused("stays").is_empty(), "and no consent either");
    assert_eq!(refused("ann gone").len(), 2);
    assert_eq!(refused("di label"), ["phone/service_followup", "phone/general_marketing"]);
}

#[test]
fn case_19_yes_and_no_for_one_address_in_one_file() {
    for skip in [true, false] {
        let app = TestApp::new();
        let file = case("19-yes-and-no-for-one-address-in-one-file").join("double.csv");
        import(&app, &file, json!({ "skip_duplicates": skip }));
        for address in ["joan@example.org", "kurt@example.org"] {
            let answer = app.call("search_contacts", json!({ "term": address }));
            let rows = answer["rows"].as_array().unwrap();
            assert_eq!(rows.len(), if skip { 1 } else { 2 });
            for row in rows {
                assert!(
                    is_blocked(&app, row["id"].as_str().unwrap(), "email"),
                    "{address}, left out: {skip}"
                );
            }
        }
        verifies(&app);
    }
}

#[test]
fn a_no_of_a_row_that_cannot_be_taken_counts_wherever_it_stands_in_the_file() {
    let rows = [
        ",joan@example.org,,N,,", // nobody's name
        "Joan Doubleday,joan@example.org,07700 900311,Y,02/03/2026,form",
    ];
    for order in [[0, 1], [1, 0]] {
        let app = TestApp::new();
        let text = format!(
            "Name,E-mail,Mobile,Consent E-mail,Consent date,Consent source\n{}\n{}\n",
            rows[order[0]], rows[order[1]]
        );
        let report = import_text(&app, &text, json!({}));
        assert_eq!((&report["created"], &report["unrecorded_total"]), (&json!(1), &json!(0)), "{report}");
        assert!(is_blocked(&app, &one(&app, "joan"), "email"), "{order:?}");
        verifies(&app);
    }
}

#[test]
fn a_row_that_is_wrong_in_anything_still_restricts_whom_it_names() {
    let long = "x".repeat(300);
    let header = "Account Ref,Surname,E-mail,Mobile,Consent E-mail,Consent SMS,Consent Phone,Last purchase\n";
    for (what, row) in [
        ("a name that is too long", format!(",{long},known@example.org,,N,N,N,\n")),
        ("no name", ",,known@example.org,,N,N,N,\n".to_owned()),
        ("a number in another spelling", ",Else,,+44 (0)7700-900321,N,N,N,,cells,over\n".to_owned()),
        ("the account reference alone", "KNOWN1,,,,N,N,N,\n".to_owned()),
        ("a ragged row", ",,known@example.org,,N,N,N,,,,\n".to_owned()),
        ("a short row", ",,known@example.org,,N,N,N\n".to_owned()),
        ("two addresses in a cell", ",,other@example.org; Known@Example.org,,N,N,N,\n".to_owned()),
        ("the same person again", ",Known,known@example.org,07700 900321,N,N,N,\n".to_owned()),
    ] {
        let app = TestApp::new();
        import_text(
            &app,
            "Account Ref,Surname,E-mail,Mobile,Consent E-mail,Consent SMS,Consent Phone,Consent date,Consent source\n\
             KNOWN1,Known,known@example.org,07700 900321,Y,Y,Y,02/03/2026,form\n\
             OTHER1,Other,free@example.org,07700 900322,Y,Y,Y,02/03/2026,form\n",
            json!({}),
        );
        let (known, other) = (one(&app, "known@example.org"), one(&app, "free@example.org"));
        assert!(is_allowed(&app, &known, "sms"));
        let report = import_text(&app, &format!("{header}{row}"), json!({}));
        // By a number alone, a row with another name speaks for what reaches the number; that is told.
        let is_partly = what.contains("spelling");
        assert_eq!(report["unrecorded_total"], u8::from(is_partly), "{what}: {report}");
        if is_partly {
            assert_eq!(told(&report, "unrecorded"), ["2 Only the number could"]);
        }
        let all = if is_partly { &["sms", "phone"][..] } else { &["email", "sms", "phone"] };
        for channel in all {
            assert!(is_blocked(&app, &known, channel), "{what}: {channel}");
            assert!(is_allowed(&app, &other, channel), "{what}: {channel} of somebody else");
        }
        verifies(&app);
    }
}

#[test]
fn refusals_that_nobody_is_found_for_head_the_report() {
    let app = TestApp::new();
    let report = import_text(
        &app,
        "E-mail,Mobile,Unsubscribed\n\
         a@example.org,,Yes\n\
         b@example.org,,Yes\n\
         ,,Yes\n\
         c@example.org,,No\n",
        json!({}),
    );
    assert_eq!(
        told(&report, "unrecorded"),
        ["2 Nobody on file has", "3 Nobody on file has", "4 Nothing in this row"],
        "{report}"
    );
    let first = &report["unrecorded_groups"][0];
    assert_eq!((&first["rows"], &first["lines"]), (&json!(2), &json!("2, 3")), "{first}");
    assert_eq!(told(&report, "errors"), ["5 This row has no"], "a row that says nothing");
}

#[test]
fn case_52_a_no_for_somebody_known_by_number_only() {
    let folder = case("52-a-no-for-somebody-known-by-number-only");
    for file in ["nos.csv", "bare.csv"] {
        let app = TestApp::new();
        import(&app, &folder.join("base.csv"), json!({}));
        let kit = one(&app, "kit known");
        assert!(is_allowed(&app, &kit, "sms") && is_allowed(&app, &kit, "phone"));
        import(&app, &folder.join(file), json!({}));
        let answer = app.call("search_contacts", json!({ "term": "07700 900841" }));
        for row in answer["rows"].as_array().unwrap() {
            let id = row["id"].as_str().unwrap();
            assert!(is_blocked(&app, id, "sms") && is_blocked(&app, id, "phone"), "{file}");
        }
        verifies(&app);
    }
}

#[test]
fn a_file_can_be_declared_a_list_of_people_who_said_no() {
    let app = TestApp::new();
    import_text(
        &app,
        "Surname,E-mail,Mobile,Consent Email,Consent SMS,Consent Date,Consent Source\n\
         Ng,ng@example.org,07700 900331,Y,Y,02/03/2026,form\n",
        json!({}),
    );
    let ng = one(&app, "ng@example.org");
    // Nothing in the file says what it is.
    let text = "Address,Name\nng@example.org,Ng\nstranger@example.org,Stranger\n";
    let path = app.outlet.exports().join("stop.csv");
    fs::write(&path, text).unwrap();
    let refusal =
        app.refused("run_import", json!({ "file": app.offer(&path), "mapping": { "email": ["Address"] } }));
    assert!(refusal.fields["mapping"].contains("people who said no"), "{refusal:?}");
    let mapping = json!({ "email": ["Address"], "full_name": ["Name"], "everyone_says_no": ["email"] });
    let report = import(&app, &path, json!({ "mapping": mapping }));
    assert_eq!(
        (&report["created"], &report["restricted"], &report["listed"]),
        (&json!(0), &json!(1), &json!(2))
    );
    assert_eq!(told(&report, "unrecorded"), ["3 Nobody on file has"]);
    assert!(is_blocked(&app, &ng, "email") && is_allowed(&app, &ng, "sms"));
    assert_eq!(total(&app), 1);
    for wrong in [
        json!({ "email": ["Address"], "everyone_says_no": ["fax"] }),
        json!({ "full_name": ["Name"], "everyone_says_no": ["all"] }),
    ] {
        let refusal = app.refused("run_import", json!({ "file": app.offer(&path), "mapping": wrong }));
        assert!(refusal.fields.contains_key("mapping"), "{refusal:?}");
    }
    verifies(&app);
}

#[test]
fn case_41_shared_number_strictest_wins() {
    let app = TestApp::new();
    let iris = contact(
        &app,
        json!({ "first_name": "Iris", "last_name": "Withers", "phones": [{ "typed": "07700 900591" }] }),
    );
    save(&app, &iris, json!({ "us": { "phone": true, "sms": true, "service": true, "general": true } }));
    save(&app, &iris, json!({ "us": { "phone": false, "sms": false }, "notes": "asked us to stop" }));
    import(&app, &case("41-shared-number-strictest-wins").join("again.csv"), json!({}));
    let answer = app.call("search_contacts", json!({ "term": "07700 900591" }));
    for row in answer["rows"].as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        assert!(is_blocked(&app, id, "phone") && is_blocked(&app, id, "sms"), "{row}");
    }
}

#[test]
fn case_22_consent_date_in_the_future() {
    let app = TestApp::new();
    let report = import(&app, &case("22-consent-date-in-the-future").join("future.csv"), json!({}));
    assert_eq!((&report["created"], &report["consent"]["granted"]), (&json!(5), &json!(1)));
    assert_eq!(
        told(&report, "warnings"),
        ["2 This date lies in", "3 This date lies in", "4 This is not a", "5 This date is too"]
    );
    for (name, granted) in [("fut1", 0), ("fut2", 0), ("fut3", 0), ("fut4", 0), ("fut5", 2)] {
        let panel = consent(&app, &one(&app, name));
        assert_eq!(cells_in(&panel, "us", "granted").len(), granted, "{name}");
    }
    // The slip of a finger takes no No away either.
    let text = "Surname,E-mail,Consent Email,Consent Date\nSlip,no@example.org,N,01/12/2027\n";
    import_text(&app, text, json!({}));
    let panel = consent(&app, &one(&app, "no@example.org"));
    assert_eq!(cells_in(&panel, "us", "refused").len(), 2);
}

#[test]
fn case_23_yes_without_date_or_source() {
    let app = TestApp::new();
    let report = import(&app, &case("23-yes-without-date-or-source").join("bare.csv"), json!({}));
    assert_eq!(report["consent"], json!({ "granted": 0, "refused": 1, "none": 3 }));
    assert_eq!(report["warnings_total"], 3);
    for name in ["bar1", "bar2", "bar3"] {
        assert_eq!(cells_in(&consent(&app, &one(&app, name)), "us", "unset").len(), 10, "{name}");
    }
    assert!(is_blocked(&app, &one(&app, "bar4"), "email"));
    assert_eq!(cells_in(&consent(&app, &one(&app, "bar4")), "us", "refused").len(), 2);
}

#[test]
fn dates_of_consent_are_dates_at_the_dealership_whatever_zone_the_file_states() {
    let app = TestApp::new();
    let text = "Surname,E-mail,Consent Email,Consent Date,Consent Source\n\
                Late,late@example.org,Y,2026-07-01T23:30:00Z,web form\n\
                West,west@example.org,Y,2026-11-20T23:30:00-05:00,web form\n\
                East,east@example.org,Y,2026-11-22T04:30:00+09:00,web form\n\
                Plain,plain@example.org,Y,2026-07-01 23:30:00,web form\n";
    let report = import_text(&app, text, json!({}));
    assert_eq!(
        report["consent"]["granted"], 4,
        "none of them lies in the future at the dealership: {report}"
    );
    let dates: BTreeMap<_, _> = ["late", "west", "east", "plain"]
        .into_iter()
        .map(|name| (name, consent(&app, &one(&app, name))["last_obtained"]["date"].clone()))
        .collect();
    assert_eq!(
        json!(dates),
        json!({ "late": "2026-07-02", "west": "2026-11-21", "east": "2026-11-21", "plain": "2026-07-01" })
    );
}

#[test]
fn equal_warnings_are_one_with_a_count_and_every_line_is_named() {
    let app = TestApp::new();
    let mut text = String::from("Surname,E-mail,Consent Email,Consent Date,Consent Source\n");
    for n in 0..1_300 {
        text.push_str(&format!("Many{n},many{n}@example.org,Y,,form\n"));
    }
    text.push_str("Good,good@example.org,Y,02/03/2026,form\nLast,last@example.org,Y,,form\n");
    let report = import_text(&app, &text, json!({}));
    assert_eq!(
        (&report["warnings_total"], report["warnings"].as_array().unwrap().len()),
        (&json!(1_301), 1_000)
    );
    assert_eq!(report["warning_groups"].as_array().unwrap().len(), 1);
    let group = &report["warning_groups"][0];
    assert_eq!(
        (&group["rows"], &group["first_line"], &group["lines"]),
        (&json!(1_301), &json!(2), &json!("2 to 1301, 1303"))
    );
}
