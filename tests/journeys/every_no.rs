//! A No counts by whatever name its column goes and wherever in the row it stands, and a Yes only for what was
//! asked (issue 9, C.1 and C.2).

use crate::import_refusals::{import_text, is_allowed, is_blocked, one, told};
use crate::scene::{cells_in, consent, save, verifies};
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

const ALL: [&str; 5] = ["email", "sms", "post", "phone", "social"];

/// The channels that the dealership's own cells of a contact have in a state.
fn channels(app: &TestApp, term: &str, state: &str) -> Vec<String> {
    let cells = cells_in(&consent(app, &one(app, term)), "us", state);
    let mut channels: Vec<String> = cells.iter().map(|cell| cell.split('/').next().unwrap().into()).collect();
    channels.dedup();
    channels
}

#[test]
fn a_no_counts_in_a_column_that_asks_by_whatever_name_it_goes() {
    for (header, refused, given) in [
        ("Email Permission", &["email"][..], &["email"][..]),
        ("OptedInEmail", &["email"], &["email"]),
        ("Contact by phone", &["phone"], &["phone"]),
        ("Direct mail opt-in", &["post"], &["post"]),
        ("Email/SMS consent", &["email", "sms"], &["email", "sms"]),
        ("Consent: WhatsApp", &["social"], &["social"]),
        ("Newsletter", &["email"], &["email"]),
        ("Marketing allowed", &ALL, &[]),
        ("GDPR consent", &ALL, &[]),
        ("Subscribed", &ALL, &[]),
    ] {
        let app = TestApp::new();
        let text = format!(
            "Surname,E-mail,{header},Consent Date,Consent Source\nNought,nought@example.org,N,01/10/2026,form\n\
             Yea,yea@example.org,Y,01/10/2026,form\n"
        );
        let report = import_text(&app, &text, json!({}));
        assert_eq!(report["created"], 2, "{header}: {report}");
        assert_eq!(channels(&app, "nought", "refused"), refused, "{header}");
        assert_eq!(channels(&app, "yea", "granted"), given, "{header}");
        if given.is_empty() {
            assert_eq!(told(&report, "warnings"), ["3 A Yes to marketing"], "{header}");
        }
        verifies(&app);
    }
}

#[test]
fn a_no_counts_in_a_column_named_in_another_language() {
    for (header, refused) in [
        ("Keine Werbung", &ALL[..]),
        ("Kontaktsperre", &ALL),
        ("Nicht anrufen", &["phone"]),
        ("Keine E-Mail", &["email"]),
        ("Ne pas contacter", &ALL),
        ("Ne pas appeler", &["phone"]),
        ("Niet bellen", &["phone"]),
        ("Non contattare", &ALL),
        ("Uitgeschreven", &ALL),
        ("Not subscribed", &ALL),
        ("TPS", &["phone"]),
    ] {
        for names in ["Vorname,Nachname", "First name,Surname"] {
            let app = TestApp::new();
            let text = format!(
                "{names},E-Mail,{header}\nGreta,Ziegler,greta@example.org,Y\nOtto,Frei,otto@example.org,N\n"
            );
            import_text(&app, &text, json!({}));
            for channel in refused {
                assert!(is_blocked(&app, &one(&app, "greta"), channel), "{header}: {channel}");
            }
            let greta = consent(&app, &one(&app, "greta"));
            assert_eq!(greta["excluded"], refused.len() == ALL.len(), "{header}");
            let otto = consent(&app, &one(&app, "otto"));
            assert_eq!(
                (&otto["excluded"], cells_in(&otto, "us", "refused").len()),
                (&json!(false), 0),
                "{header}"
            );
        }
    }
}

#[test]
fn a_no_written_where_an_address_or_a_number_belongs_counts_and_is_told() {
    let app = TestApp::new();
    let text = "Surname,E-mail,Mobile,Home Phone,Consent Phone,Consent Date,Consent Source\n\
                Call,call@example.org,07700 900801 DO NOT CALL,,Y,01/10/2026,form\n\
                Mail,please do not email,07700 900802,,Y,01/10/2026,form\n\
                Any,any@example.org,,do not contact,Y,01/10/2026,form\n\
                Six,six@example.org,07700 900803 only after six,,Y,01/10/2026,form\n";
    let report = import_text(&app, text, json!({}));
    assert_eq!(channels(&app, "call", "refused"), ["phone"]);
    assert_eq!(channels(&app, "Mail", "refused"), ["email"]);
    assert_eq!(channels(&app, "any", "refused"), ["sms", "phone"]);
    assert_eq!(channels(&app, "six", "granted"), ["phone"], "a remark is no refusal");
    let told = told(&report, "warnings");
    for line in [2, 3, 4] {
        assert!(told.contains(&format!("{line} This cell says no")), "{line}: {told:?}");
    }
    verifies(&app);
}

/// Two rows of one person are kept apart because somebody asked for it; what one refuses, the other does.
#[test]
fn a_no_of_a_duplicate_that_is_kept_restricts_its_person_on_file() {
    let app = TestApp::new();
    let base =
        "Account Ref,First Name,Surname,E-mail,Address,Postcode,Consent Post,Consent Date,Consent Source\n";
    let yes = format!("{base},Kit,Known,kit@example.org,1 Row,DE1 1AA,Y,01/10/2026,form\n");
    import_text(&app, &yes, json!({}));
    let kit = one(&app, "kit");
    assert!(is_allowed(&app, &kit, "post"));
    let no = format!(
        "{base},Kit,Known,kit@example.org,1 Row,DE1 1AA,N,,\n,Kate,Known,kit@example.org,1 Row,DE1 1AA,,,\n"
    );
    let report = import_text(&app, &no, json!({ "skip_duplicates": false }));
    assert_eq!((&report["created"], &report["restricted"]), (&json!(2), &json!(1)), "{report}");
    assert!(is_blocked(&app, &kit, "post"));
    verifies(&app);
}

#[test]
fn a_no_of_a_row_with_a_cell_beyond_reading_counts() {
    let app = TestApp::new();
    import_text(&app, "Surname,E-mail\nLong,long@example.org\n", json!({}));
    let text = format!(
        "Surname,E-mail,Notes,Do Not Email\nLong,long@example.org,\"{}\",Y\nShort,short@example.org,,Y\n",
        "note ".repeat(20_000)
    );
    let report = import_text(&app, &text, json!({}));
    assert_eq!(report["failed"], 1, "{report}");
    assert!(is_blocked(&app, &one(&app, "long"), "email"));
    assert_eq!(channels(&app, "long", "refused"), ["email"]);
    verifies(&app);
}

/// Rows of a list in every spelling of a number, with and without a heading of names.
#[test]
fn a_list_of_bare_numbers_in_any_spelling_finds_whom_it_names() {
    let app = TestApp::new();
    let spellings = [
        "+44 7700 900901",
        "0044 7700 900902",
        "44 7700 900903",
        "7700900904",
        "(07700) 900-905",
        "07700 900 906 ",
        "+44 (0)7700 900907",
        "tel:+447700900908",
    ];
    let base: String = (901..=908).map(|at| format!("Kit{at},Known,07700 900{at}\n")).collect();
    import_text(&app, &format!("First name,Surname,Mobile\n{base}"), json!({}));
    let yes = json!({ "us": { "sms": true, "phone": true, "service": true, "general": true } });
    let ids: Vec<String> = (901..=908).map(|at| one(&app, &format!("kit{at}"))).collect();
    ids.iter().for_each(|id| drop(save(&app, id, yes.clone())));
    let list = format!("Number\n{}\n", spellings.join("\n"));
    let mapping = json!({ "phone": ["Number"], "everyone_says_no": ["sms"] });
    let report = import_text(&app, &list, json!({ "mapping": mapping }));
    assert_eq!((&report["restricted"], &report["unrecorded_total"]), (&json!(8), &json!(0)), "{report}");
    for id in &ids {
        assert!(is_blocked(&app, id, "sms") && is_allowed(&app, id, "phone"), "{id}");
    }
    // Once more changes nothing.
    let again =
        import_text(&app, &list, json!({ "mapping": { "phone": ["Number"], "everyone_says_no": ["sms"] } }));
    assert_eq!(again["restricted"], 0, "{again}");
    verifies(&app);
}

/// One No for a number that two people of other names have: neither is rung, whatever else each allows.
#[test]
fn a_no_for_a_number_and_an_address_of_two_people_holds_for_both() {
    let app = TestApp::new();
    import_text(
        &app,
        "First name,Surname,Mobile,E-mail\nAda,Pair,07700 900931,pair@example.org\nBen,Else,07700 900931,pair2@example.org\n",
        json!({}),
    );
    let yes =
        json!({ "us": { "email": true, "phone": true, "post": true, "service": true, "general": true } });
    let (ada, ben) = (one(&app, "ada"), one(&app, "ben"));
    for id in [&ada, &ben] {
        save(&app, id, yes.clone());
    }
    let report = import_text(
        &app,
        "Number,Do not call\n07700 900931,Yes\n",
        json!({ "mapping": { "phone": ["Number"], "no_phone": ["Do not call"] } }),
    );
    assert_eq!(report["restricted"], 2, "{report}");
    for id in [&ada, &ben] {
        assert!(is_blocked(&app, id, "phone") && is_allowed(&app, id, "email"));
    }
    verifies(&app);
}

#[test]
fn a_list_that_everybody_refused_with_names_makes_nobody_and_restricts_its_people_alone() {
    let app = TestApp::new();
    import_text(
        &app,
        "First name,Surname,Mobile,E-mail\nAda,Pair,07700 900931,ada@example.org\nBen,Pair,07700 900931,ben@example.org\n",
        json!({}),
    );
    let yes = json!({ "us": { "email": true, "phone": true, "service": true, "general": true } });
    let (ada, ben) = (one(&app, "ada"), one(&app, "ben"));
    for id in [&ada, &ben] {
        save(&app, id, yes.clone());
    }
    let mapping: Value = json!({ "first_name": ["First"], "last_name": ["Last"], "email": ["Mail"], "everyone_says_no": ["email"] });
    let report =
        import_text(&app, "First,Last,Mail\nAda,Pair,ada@example.org\n", json!({ "mapping": mapping }));
    assert_eq!((&report["created"], &report["restricted"]), (&json!(0), &json!(1)), "{report}");
    assert!(is_blocked(&app, &ada, "email") && is_allowed(&app, &ben, "email"));
}
