//! Importing contacts: what Outlook, Google and others export, errors line by line, duplicates,
//! consent that is only ever restricted, one transaction, and taking it back (A-37 as far as it
//! exists).

use crate::scene::{cell, cells_in, consent, contact, history, maria, save, siobhan, verifies};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, thread};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import").join(name)
}

/// A file of the test's own.
fn file(app: &TestApp, text: &str) -> PathBuf {
    let path = app.outlet.exports().join("contacts.csv");
    fs::write(&path, text).unwrap();
    path
}

fn run(app: &TestApp, path: &Path, more: Value) -> Value {
    let mut input = json!({ "file": app.offer(path), "job": "job" });
    for (name, value) in more.as_object().unwrap() {
        input[name] = value.clone();
    }
    app.call("run_import", input)
}

/// Tries, imports, and holds the two against each other.
fn import(app: &TestApp, path: &Path, more: Value) -> Value {
    let mut dry = more.clone();
    dry["dry_run"] = json!(true);
    let before = total(app);
    let mut tried = run(app, path, dry);
    assert_eq!(total(app), before, "a dry run writes nothing");
    assert_eq!(tried["import_id"], Value::Null);
    let mut done = run(app, path, more);
    // An opt-out in the file changes the marks of the contact it restricts, and only in earnest.
    for report in [&mut tried, &mut done] {
        for duplicate in report["duplicates"].as_array_mut().unwrap() {
            if let Some(existing) = duplicate["existing"].as_object_mut() {
                existing.retain(|name, _| name != "marks" && name != "consent");
            }
        }
    }
    tried["import_id"] = done["import_id"].clone();
    tried["dry_run"] = json!(false);
    assert_eq!(tried, done, "the dry run says what the import does");
    assert_eq!(total(app), before + done["created"].as_i64().unwrap());
    done
}

fn total(app: &TestApp) -> i64 {
    app.call("list_contacts", json!({ "sort": "name", "limit": 1 }))["total"].as_i64().unwrap()
}

fn one(app: &TestApp, term: &str) -> Value {
    let answer = app.call("search_contacts", json!({ "term": term }));
    let rows = answer["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 1, "{term}: {answer}");
    app.call("get_contact", json!({ "id": rows[0]["id"] }))
}

fn id(view: &Value) -> &str {
    view["id"].as_str().unwrap()
}

/// Line, column and the beginning of each message.
fn problems(report: &Value, list: &str) -> Vec<String> {
    let list = report[list].as_array().unwrap();
    list.iter()
        .map(|one| {
            let words: Vec<&str> = one["message"].as_str().unwrap().split(' ').take(3).collect();
            format!("{} {} {}", one["line"], one["column"].as_str().unwrap(), words.join(" "))
        })
        .collect()
}

#[test]
fn google_contacts_of_today_come_in_whole() {
    let app = TestApp::new();
    let path = fixture("google_2024.csv");
    let found = app.call("inspect_import", json!({ "file": app.offer(&path) }));
    assert_eq!(
        (&found["layout"], &found["encoding"], &found["rows"]),
        (&json!("google"), &json!("UTF-8"), &json!(5))
    );
    assert_eq!(found["delimiter"], ",");
    assert_eq!(found["mapping"]["phone"], json!(["Phone 1 - Value", "Phone 2 - Value", "Phone 3 - Value"]));
    assert_eq!(found["sample"][0][0], "Zoë");
    let report = import(&app, &path, json!({ "mapping": found["mapping"] }));
    assert_eq!((&report["rows"], &report["created"], &report["failed"]), (&json!(5), &json!(4), &json!(1)));
    assert_eq!(problems(&report, "errors"), ["11 Last Name Give at least"]);
    assert_eq!(
        problems(&report, "warnings"),
        ["10 Birthday This birthday has", "12 E-mail 1 - Value An email address"]
    );

    let zoe = one(&app, "07700 900101");
    assert_eq!(
        (&zoe["title"], &zoe["first_name"], &zoe["last_name"]),
        (&json!("Dr"), &json!("Zoë Anne"), &json!("Łukasiewicz"))
    );
    assert_eq!(
        (&zoe["date_of_birth"], &zoe["notes"]),
        (&json!("1984-02-29"), &json!("Prefers mornings\nHas two dogs"))
    );
    let phones: Vec<(&str, &str)> = zoe["phones"]
        .as_array()
        .unwrap()
        .iter()
        .map(|phone| (phone["kind"].as_str().unwrap(), phone["typed"].as_str().unwrap()))
        .collect();
    assert_eq!(
        phones,
        [("mobile", "+44 7700 900101"), ("mobile", "07700 900102"), ("home", "01632 960101")],
        "two values of one cell are two numbers, and a fax is none"
    );
    let emails: Vec<(&str, &str)> = zoe["emails"]
        .as_array()
        .unwrap()
        .iter()
        .map(|email| (email["kind"].as_str().unwrap(), email["address"].as_str().unwrap()))
        .collect();
    assert_eq!(
        emails,
        [
            ("home", "zoe.l@example.com"),
            ("home", "zoe@old.example.com"),
            ("work", "z.lukasiewicz@firm.example")
        ]
    );
    let address = &zoe["addresses"][0];
    assert_eq!((&address["line1"], &address["line2"]), (&json!("Flat 2"), &json!("14 Mill Lane")));
    assert_eq!((&address["postcode"], &address["country"]), (&json!("DE6 1AA"), &json!("GB")));
    let peak = one(&app, "peak plumbing");
    assert_eq!(peak["addresses"].as_array().unwrap().len(), 2);
    assert_eq!(
        (&peak["addresses"][1]["town"], &peak["addresses"][1]["kind"]),
        (&json!("Buxton"), &json!("work"))
    );
    let noyear = one(&app, "noyear");
    assert_eq!((&noyear["phones"][0]["kind"], &noyear["date_of_birth"]), (&json!("mobile"), &Value::Null));
    assert_eq!(zoe["preferences_prompt"], true, "nobody reviewed anything with her");
    verifies(&app);
}

#[test]
fn other_encodings_and_layouts_come_in_whole() {
    let app = TestApp::new();
    for (name, layout, encoding, created) in [
        ("google_before_2024_utf16.csv", "google", "UTF-16 (little endian)", 2),
        ("outlook_classic_windows1252.csv", "outlook", "Windows-1252", 3),
        ("outlook_new_utf8_mark.csv", "outlook", "UTF-8 with byte order mark", 1),
    ] {
        let found = app.call("inspect_import", json!({ "file": app.offer(fixture(name)) }));
        assert_eq!(
            (found["layout"].as_str(), found["encoding"].as_str()),
            (Some(layout), Some(encoding)),
            "{name}"
        );
        let report = import(&app, &fixture(name), json!({}));
        assert_eq!(
            (&report["created"], &report["errors_total"]),
            (&json!(created), &json!(0)),
            "{name}: {report}"
        );
    }
    let weiss = one(&app, "juergen weiss");
    assert_eq!(weiss["emails"][0]["address"], "juergen@bücher.example");
    assert_eq!(weiss["phones"].as_array().unwrap().len(), 1, "a pager is no phone");
    assert_eq!(one(&app, "nguyen catering")["first_name"], "Ngọc");

    let therese = one(&app, "muller bronte");
    assert_eq!(therese["notes"], "Said “never before nine” – café");
    assert_eq!(therese["phones"][0]["national"], "07700 900105", "the mobile stands first");
    assert_eq!((&therese["phones"][1]["kind"], &therese["date_of_birth"]), (&json!("home"), &Value::Null));
    assert_eq!(therese["addresses"][0]["line2"], "Church Lane");
    let sean = one(&app, "sean o'neill");
    assert_eq!((&sean["last_name"], &sean["company"]), (&json!("O'Neill Jr."), &json!("O'Neill Haulage")));
    assert_eq!(
        (&sean["addresses"][0]["kind"], &sean["addresses"][1]["kind"]),
        (&json!("home"), &json!("work"))
    );
    assert_eq!(sean["phones"][0]["extension"], "12");
    assert_eq!(sean["date_of_birth"], "1980-05-17");
    let mary = one(&app, "mary gone");
    assert_eq!(
        (&mary["phones"][0]["typed"], &mary["date_of_birth"]),
        (&json!("ask wife"), &json!("1980-05-17")),
        "the month first, as it can only be: the column holds both orders, which is told"
    );
    let sian = one(&app, "07700900106");
    assert_eq!(
        (&sian["addresses"][0]["line1"], &sian["notes"]),
        (&json!("Tŷ Gwyn"), &json!("Line one\nLine two"))
    );
    verifies(&app);
}

#[test]
fn consent_counts_with_a_date_and_a_source_only() {
    let app = TestApp::new();
    // With the requirement off, an import assumes nothing either.
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let report = import(&app, &fixture("spreadsheet_semicolons.csv"), json!({}));
    assert_eq!(report["consent"], json!({ "granted": 1, "refused": 1, "none": 3 }));
    assert_eq!((&report["created"], &report["suppressed"]), (&json!(5), &json!(1)));
    assert_eq!(
        problems(&report, "warnings"),
        ["3 Consent date Consent without a", "6 Consent date This date lies"],
        "a date in the future costs the consent, not the contact"
    );

    let john = one(&app, "john smith");
    assert_eq!(
        (&john["title"], &john["first_name"], &john["last_name"]),
        (&json!("Dr"), &json!("John"), &json!("van der Smith"))
    );
    let panel = consent(&app, id(&john));
    assert_eq!(cells_in(&panel, "us", "granted"), ["email/service_followup", "email/general_marketing"]);
    assert_eq!(panel["last_obtained"]["date"], "2026-02-01", "when the file says it was given");
    assert_eq!(
        (&panel["last_obtained"]["method"], &panel["never_reviewed"]),
        (&json!("import"), &json!(true))
    );
    assert!(history(&app, id(&john)).iter().any(|entry| entry.to_string().contains("Source: showroom")));

    let asha = one(&app, "asha patel");
    assert_eq!(asha["addresses"][0]["postcode"], "CB7 4AB");
    let panel = consent(&app, id(&asha));
    assert_eq!(cells_in(&panel, "us", "unset").len(), 10, "yes without a date is nothing");
    let tom = consent(&app, id(&one(&app, "tom reed")));
    assert_eq!(cells_in(&tom, "us", "refused").len(), 2);
    assert_eq!(cell(&tom, "us/email/service_followup")["since_local"], "21/11/2026", "no date stated: today");
    let ann = consent(&app, id(&one(&app, "ann lee")));
    assert_eq!(
        (&ann["excluded"], &ann["last_obtained"]),
        (&json!(true), &Value::Null),
        "nothing behind an exclusion"
    );
    verifies(&app);
}

const HEADER: &str = "contact_ref,title,first_name,last_name,company,address1,address2,town,county,postcode,\
phone_home,phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,consent_phone,\
consent_post,consent_date,consent_source,last_purchase,suppressed,notes";

/// A row of Forecourt's own layout.
fn row(reference: &str, name: &str, email: &str, consent: &str, rest: &str) -> String {
    format!("{reference},,,{name},,,,,,,,,,{email},,,,{consent},{rest}\n")
}

fn own(rows: &[String]) -> String {
    format!("{HEADER}\n{}", rows.concat())
}

#[test]
fn every_error_has_its_line_and_column_and_keeps_nobody_else_out() {
    let app = TestApp::new();
    let long = "x".repeat(300);
    let text = own(&[
        row("C0000001", "Good", "good@example.com", ",,,", ",,,,"),
        row("C0000002", &long, "", ",,,", ",,,,"),
        row("C0000003", "\"two\nlines\"", "", ",,,", ",,,,"),
        row("C0000004", "Future", "", "Y,,,", "2027-01-01,showroom,,,"),
        row("C0000005", "Bought", "", ",,,", ",,2027-01-01,,"),
        // A row of empty cells is no row.
        row("", "", "", ",,,", ",,,,"),
        row("C0000007", "\"Open", "", ",,,", ",,,,"),
        row("C0000008", "Vague", "n/a", "maybe,Y,,", "soon,,,,"),
        row("C0000009", "Last", "last@example.com", ",,,", ",,,,\"notes\nof\nthree\""),
        row("C0000010", "Behind", "", ",,,", ",,,,"),
    ]);
    let report = import(&app, &file(&app, &text), json!({}));
    assert_eq!(problems(&report, "errors"), [""; 0], "no cell costs the person");
    assert_eq!(
        problems(&report, "warnings"),
        [
            "3 last_name This is 300",
            "6 consent_date This date lies",
            "7 last_purchase This date lies",
            "9  A quotation mark",
            "10 email An email address",
            "10 consent_email This is neither",
            "10 consent_date This is not",
        ]
    );
    assert_eq!((&report["rows"], &report["created"], &report["failed"]), (&json!(9), &json!(9), &json!(0)));
    assert_eq!(one(&app, "two lines")["reference"], "C0000003");
    assert_eq!(one(&app, "behind")["reference"], "C0000010");
    assert!(!report.to_string().contains("xxx"), "no error holds what was in the row");
    assert_eq!(
        one(&app, &contact_ref(&app, "Next"))["reference"],
        "C0000011",
        "references go on behind the file's"
    );
}

/// Creates a contact and gives its name back to look it up.
fn contact_ref(app: &TestApp, name: &str) -> String {
    contact(app, json!({ "last_name": name }));
    name.to_owned()
}

#[test]
fn files_that_cannot_be_read_are_refused_in_plain_words() {
    let app = TestApp::new();
    for (text, words) in [
        (&b""[..], "empty"),
        (b"PK\x03\x04[Content_Types].xml xl/workbook.xml", "Excel workbook"),
        (b"BEGIN:VCARD\r\nFN:Jo\r\n", "vCard"),
        (b"Jo,07700900101\nAl,07700900102\n", "no column names"),
    ] {
        let path = app.outlet.exports().join("odd.csv");
        fs::write(&path, text).unwrap();
        let refusal = app.refused("inspect_import", json!({ "file": app.offer(&path) }));
        assert!(refusal.fields["file"].contains(words), "{refusal:?}");
    }
    for typed in ["/nowhere/x.csv", &app.outlet.exports().display().to_string()] {
        let refusal = app.refused("choose_import_file", json!({ "typed": typed }));
        assert_eq!(refusal.code, Code::File, "{typed}");
        assert!(refusal.fields.contains_key("file"), "{refusal:?}");
    }
    let path = file(&app, "Surname\nNg\n");
    let refusal = app.refused("inspect_import", json!({ "file": path }));
    assert_eq!(refusal.code, Code::File, "a path is no handle that the desk offered");
    let path = file(&app, "Colour,Size\nred,3\n");
    let refusal = app.refused("run_import", json!({ "file": app.offer(&path) }));
    assert!(refusal.fields["mapping"].contains("surname"), "{refusal:?}");
    let refusal =
        app.refused("run_import", json!({ "file": app.offer(&path), "mapping": { "last_name": ["Gone"] } }));
    assert!(refusal.fields.contains_key("mapping"));
    let refusal =
        app.refused("run_import", json!({ "file": app.offer(&path), "mapping": { "shoe_size": ["Size"] } }));
    assert!(refusal.fields["mapping"].contains("shoe_size"));
    let report = import(&app, &path, json!({ "mapping": { "last_name": ["Colour", "Size"] } }));
    assert_eq!((&report["created"], one(&app, "red 3")["last_name"].as_str()), (&json!(1), Some("red 3")));
    *app.outlet.import_file.lock().unwrap() = Some(path.clone());
    let chosen = app.call("choose_import_file", json!({}));
    assert_eq!(chosen["name"], "contacts.csv");
    assert_eq!(app.call("inspect_import", json!({ "file": chosen["file"] }))["file_name"], "contacts.csv");
}

#[test]
fn duplicates_are_shown_and_their_refusals_still_count() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "sms": true, "service": true, "general": true } }));
    let text = own(&[
        row("X1", "Twin", "SIOBHAN@Example.org ", "N,Y,Y,", "2020-01-01,showroom,,,"),
        row("X2", "New", "new@example.com", "Y,,,", "2024-05-06,showroom,,,"),
        row("X3", "Newer", "New@example.com", ",,N,", ",,,Y,"),
    ]);
    let report = import(&app, &file(&app, &text), json!({ "skip_duplicates": true }));
    assert_eq!(
        (&report["created"], &report["skipped"], &report["restricted"]),
        (&json!(1), &json!(2), &json!(2))
    );
    let duplicates = report["duplicates"].as_array().unwrap();
    assert_eq!((&duplicates[0]["line"], &duplicates[0]["existing"]["id"]), (&json!(2), &json!(id)));
    assert_eq!((&duplicates[1]["existing"], &duplicates[1]["first_line"]), (&Value::Null, &json!(3)));

    let panel = consent(&app, &id);
    assert_eq!(cells_in(&panel, "us", "withdrawn"), ["email/service_followup", "email/general_marketing"]);
    assert_eq!(
        cells_in(&panel, "us", "granted"),
        ["sms/service_followup", "sms/general_marketing"],
        "no more than before"
    );
    assert_eq!(cell(&panel, "us/phone/service_followup")["state"], "unset", "a second row grants nothing");
    let note = history(&app, &id)[0].to_string();
    assert!(note.contains("contacts.csv, line 2"), "{note}");
    let new = consent(&app, self::id(&one(&app, "new@example.com")));
    assert_eq!((&new["excluded"], cells_in(&new, "us", "refused").len()), (&json!(true), 2));
    verifies(&app);
}

#[test]
fn a_second_contact_at_an_address_that_opted_out_starts_with_nothing() {
    let app = TestApp::new();
    let id = siobhan(&app);
    save(&app, &id, json!({ "us": { "email": true, "service": true } }));
    save(&app, &id, json!({ "us": { "email": false }, "notes": "asked us to stop" }));
    let text = own(&[
        row("X1", "Brother", "siobhan@example.org", "Y,Y,Y,Y", "2026-11-20,showroom,,,"),
        row("X2", "Free", "free@example.com", "Y,,,", "2026-11-20,showroom,,,"),
        row("X3", "No", "shared@example.com", "N,,,", ",,,,"),
        row("X4", "Yes", "shared@example.com", "Y,,,", "2026-11-20,showroom,,,"),
    ]);
    let report = import(&app, &file(&app, &text), json!({ "skip_duplicates": false }));
    assert_eq!((&report["created"], &report["duplicates_total"]), (&json!(4), &json!(2)));
    for (name, granted) in [("brother", 0), ("free", 2), ("yes", 0)] {
        let panel = consent(&app, self::id(&one(&app, name)));
        assert_eq!(cells_in(&panel, "us", "granted").len(), granted, "{name}");
    }
    assert_eq!(cells_in(&consent(&app, &id), "us", "granted").len(), 0, "she stays as she was");
}

#[test]
fn a_row_of_the_same_reference_and_name_is_the_same_contact() {
    let app = TestApp::new();
    let text = own(&[
        row("C0000007", "Ward", "", ",,,", ",,,,"),
        row("SMITH/01", "Smith", "", ",,,", ",,,,"),
        row("C0000007", "Other", "", ",,,", ",,,,"),
        row("SMITH/01", "Smith", "", ",,,", ",,,,"),
    ]);
    let report = import(&app, &file(&app, &text), json!({ "skip_duplicates": true }));
    assert_eq!((&report["created"], &report["skipped"]), (&json!(3), &json!(1)));
    assert_eq!(problems(&report, "warnings"), ["4  Another contact has"]);
    assert_eq!(one(&app, "other")["reference"], "C0000008");
    let again = import(&app, &file(&app, &text), json!({ "skip_duplicates": true }));
    assert_eq!((&again["created"], &again["skipped"]), (&json!(1), &json!(3)), "{again}");
    assert_eq!(one(&app, "smith")["reference"], "SMITH/01");
}

#[test]
fn an_import_can_be_undone_until_something_else_touched_a_contact() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let mut rows: Vec<String> = (1..=40)
        .map(|n| {
            row(
                "",
                &format!("Canary{n:02}"),
                &format!("canary{n}@example.com"),
                "Y,N,,",
                "2026-11-20,showroom,,,",
            )
        })
        .collect();
    rows.push(row("", "Twin", "siobhan@example.org", "N,,,", ",,,,"));
    let path = file(&app, &own(&rows));
    let report = import(&app, &path, json!({ "skip_duplicates": true }));
    let line = || app.call("list_imports", json!({}))[0].clone();
    assert_eq!(
        (&line()["undoable"], &line()["created"], &line()["by"]),
        (&json!(true), &json!(40), &json!("Anna Kowalska"))
    );
    assert_eq!(line()["file_name"], "contacts.csv");
    verifies(&app);
    let undo = json!({ "id": report["import_id"] });
    assert_eq!(app.call("undo_import", undo.clone())["removed"], 40);
    assert_eq!(total(&app), 1);
    assert!(app.call("search_contacts", json!({ "term": "canary" }))["rows"].as_array().unwrap().is_empty());
    verifies(&app);
    let left = crate::scene::dump(&app);
    assert!(
        crate::scene::found_in(&left, "canary").is_empty(),
        "{:?}",
        crate::scene::found_in(&left, "canary")
    );
    assert_eq!(cells_in(&consent(&app, &id), "us", "refused").len(), 2, "an opt-out is not taken back");
    assert!(line()["undo_refusal"].as_str().unwrap().starts_with("It was undone on 21/11/2026"));
    assert_eq!(app.refused("undo_import", undo).code, Code::Invalid, "not twice");

    let report = import(&app, &path, json!({ "skip_duplicates": true }));
    let first = one(&app, "canary01");
    let mut edited = first.clone();
    edited["phones"] = json!([{ "typed": "07700 900123" }]);
    app.call("update_contact", json!({ "id": first["id"], "version": 1, "contact": edited }));
    save(&app, self::id(&one(&app, "canary02")), json!({ "us": { "email": false }, "notes": "stop" }));
    let undo = json!({ "id": report["import_id"] });
    let refusal = app.refused("undo_import", undo);
    assert!(refusal.message.starts_with("2 contacts of this import were changed"), "{}", refusal.message);
    assert_eq!((&line()["undoable"], total(&app)), (&json!(false), 41));
    let id = self::id(&one(&app, "canary03")).to_owned();
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Canary03" }));
    let refusal = app.refused("undo_import", json!({ "id": report["import_id"] }));
    assert!(refusal.message.starts_with("3 contacts"), "an erasure counts too: {}", refusal.message);
    verifies(&app);
}

#[test]
fn a_cancelled_import_writes_nothing_and_search_answers_meanwhile() {
    let app = TestApp::new();
    siobhan(&app);
    let mut text = String::from("Surname,E-mail,Mobile\n");
    for n in 0..60_000 {
        writeln!(text, "Person{n},p{n}@example.com,07700 900{:03}", n % 1000).unwrap();
    }
    let path = file(&app, &text);
    let outcome = thread::scope(|scope| {
        let importing =
            scope.spawn(|| app.try_call("run_import", json!({ "file": app.offer(&path), "job": "long" })));
        while app.try_call("follow_job", json!({ "job": "long" })).is_err() {
            thread::yield_now();
        }
        while app.call("follow_job", json!({ "job": "long" }))["done"] == 0 {
            thread::yield_now();
        }
        let answer = app.call("search_contacts", json!({ "term": "siobhan" }));
        assert_eq!(answer["rows"].as_array().unwrap().len(), 1, "readers do not wait for the writer");
        assert_eq!(total(&app), 1, "nothing of it is seen before all of it is written");
        app.call("cancel_job", json!({ "job": "long" }));
        importing.join().unwrap()
    });
    assert_eq!(outcome.unwrap_err().code, Code::Cancelled);
    assert_eq!(total(&app), 1);
    assert!(app.call("list_imports", json!({})).as_array().unwrap().is_empty());
    assert_eq!(app.refused("follow_job", json!({ "job": "long" })).code, Code::NotFound, "it has ended");
    verifies(&app);
}

#[test]
fn the_first_import_of_a_book_leaves_every_list_in_order_and_the_book_sound() {
    let app = TestApp::new();
    let text = "First name,Surname,Town,Postcode,Email,consent_email,consent_date,consent_source\n\
                Ida,Quill,Malvern,WR14 2AA,ida@example.com,Y,2026-03-02,showroom\n\
                Cy,Abbey,Worcester,WR1 1AA,cy@example.com,Y,2026-01-05,showroom\n\
                Bo,Stone,Ayr,KA7 1AA,bo@example.com,Y,2026-02-04,showroom\n";
    assert_eq!(run(&app, &file(&app, text), json!({}))["created"], 3);
    for (sort, expected) in [
        ("name", ["Abbey, Cy", "Quill, Ida", "Stone, Bo"]),
        ("postcode", ["Stone, Bo", "Abbey, Cy", "Quill, Ida"]),
        ("town", ["Stone, Bo", "Quill, Ida", "Abbey, Cy"]),
    ] {
        let listed = app.call("list_contacts", json!({ "sort": sort, "limit": 9 }));
        let names: Vec<_> = listed["rows"].as_array().unwrap().iter().map(|row| &row["filed_as"]).collect();
        assert_eq!(names, expected, "{sort}");
    }
    // The schema is held against what Forecourt makes, every line against the one before it, and every
    // contact against its events.
    verifies(&app);
    // The second finds a book with contacts, and leaves it as sound.
    let more = "Surname,Town,Email\nNoon,Bath,noon@example.com\nQuill,Malvern,ida@example.com\n";
    let report = run(&app, &file(&app, more), json!({ "skip_duplicates": true }));
    assert_eq!((&report["created"], &report["skipped"]), (&json!(1), &json!(1)), "{report}");
    verifies(&app);
}

#[test]
fn only_those_who_may_change_settings_import() {
    let app = TestApp::new();
    let path = file(&app, "Surname\nNg\n");
    let report = run(&app, &path, json!({}));
    maria(&app);
    for (name, input) in [
        ("choose_import_file", json!({})),
        ("inspect_import", json!({ "file": app.offer(&path) })),
        ("run_import", json!({ "file": app.offer(&path), "dry_run": true })),
        ("list_imports", json!({})),
        ("undo_import", json!({ "id": report["import_id"] })),
    ] {
        assert_eq!(app.refused(name, input).code, Code::Denied, "{name}");
    }
}

mod never_lifts {
    //! SPEC 2.7, invariant 4: an import can add restrictions but never lift one.

    use super::{cells_in, consent, file, own, row, run};
    use crate::scene::{contact, save_input};
    use forecourt_tests::app::TestApp;
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};
    use serde_json::json;
    use std::cell::Cell;

    fn answers() -> impl Strategy<Value = String> {
        proptest::collection::vec(prop_oneof![Just("Y"), Just("N"), Just("")], 4)
            .prop_map(|answers| answers.join(","))
    }

    fn rest() -> impl Strategy<Value = &'static str> {
        prop_oneof![
            Just("2026-11-20,showroom,,,"),
            Just("2010-01-01,web form,,,"),
            Just("2026-11-20,,,,"),
            Just(",showroom,,,"),
            Just(",,,Y,"),
            Just("2026-11-21,showroom,,Y,"),
        ]
    }

    #[test]
    fn whatever_a_file_says_no_restriction_goes() {
        let app = TestApp::new();
        let count = Cell::new(0);
        let ticks = proptest::collection::vec(any::<bool>(), 6);
        let rows = proptest::collection::vec((answers(), rest()), 1..4);
        let strategy = (ticks.clone(), ticks, any::<bool>(), rows, any::<bool>());
        let mut runner =
            TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
        let outcome = runner.run(&strategy, |(first, second, exclude, rows, skip)| {
            count.set(count.get() + 1);
            let email = format!("p{}@example.com", count.get());
            let id = contact(&app, json!({ "last_name": "Prop", "emails": [{ "address": email }] }));
            for (ticks, notes) in [(&first, ""), (&second, "changed their mind")] {
                let fields = json!({ "notes": notes, "us": {
                    "email": ticks[0], "sms": ticks[1], "phone": ticks[2], "post": ticks[3],
                    "service": ticks[4], "general": ticks[5], "social": false,
                } });
                // Ticks that give nothing are refused, and leave what stands.
                let _ = app.try_call("save_consent", save_input(&app, &id, fields));
            }
            if exclude {
                let version = consent(&app, &id)["version"].clone();
                app.call(
                    "set_exclusion",
                    json!({ "contact_id": id, "version": version, "excluded": true,
                    "notes": "asked", "screen": "contact_record" }),
                );
            }
            let before = consent(&app, &id);
            let rows: Vec<String> =
                rows.iter().map(|(answers, rest)| row("", "Prop", &email, answers, rest)).collect();
            let report = run(&app, &file(&app, &own(&rows)), json!({ "skip_duplicates": skip }));
            let after = consent(&app, &id);
            prop_assert!(after["excluded"] == true || before["excluded"] == false);
            let (was, is) = (cells_in(&before, "us", "granted"), cells_in(&after, "us", "granted"));
            prop_assert!(is.iter().all(|cell| was.contains(cell)), "granted {was:?}, after {is:?}");
            for state in ["refused", "withdrawn"] {
                let (was, is) = (cells_in(&before, "us", state), cells_in(&after, "us", state));
                prop_assert!(was.iter().all(|cell| is.contains(cell)), "{state} {was:?}, after {is:?}");
            }
            if !skip {
                // It is the same person by name and address, so that their No counts for both, and nothing else does.
                let no = |view: &serde_json::Value| {
                    [cells_in(view, "us", "refused"), cells_in(view, "us", "withdrawn")].concat()
                };
                let (was, is) = (no(&before), no(&after));
                for state in ["unset", "granted"] {
                    let kept = cells_in(&after, "us", state);
                    let all = cells_in(&before, "us", state);
                    let moved = all.iter().filter(|cell| !kept.contains(cell));
                    prop_assert!(moved.clone().all(|cell| is.contains(cell) && !was.contains(cell)));
                }
                prop_assert_eq!(report["created"].as_u64().unwrap(), rows.len() as u64);
            }
            Ok(())
        });
        outcome.unwrap();
        crate::scene::verifies(&app);
    }
}
