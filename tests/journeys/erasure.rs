//! The Right to Erasure (D-20..D-23, A-34, A-35): what is erased is gone, and the log says who was.

use crate::scene::{
    contact, dump, exported, flat, found_in, history, lines, maria, maria_with_the_right, pdf_text, portal,
    save, siobhan, verifies,
};
use forecourt_dispatch::Code;
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// Priya with everything that this version can keep about a contact.
fn priya(app: &TestApp) -> String {
    portal(app);
    let id = contact(
        app,
        json!({
            "first_name": "Priya", "last_name": "Shah", "company": "Shahkar Tiles", "date_of_birth": "1984-02-29",
            "notes": "prospect: asked about a yellow Fiesta, sister of Mr Shah",
            "addresses": [{ "line1": "Flat 9, Sunnybank House", "town": "Kidderminster", "postcode": "DY10 1AA" }],
            "phones": [{ "kind": "mobile", "typed": "+44 7700 900456" }],
            "emails": [{ "address": "Priya.Shah@example.com" }],
            "vehicles": [{ "registration": "PR14 YAS" }],
        }),
    );
    save(
        app,
        &id,
        json!({ "us": { "email": true, "general": true }, "notes": "Priya said yes on 07700 900456" }),
    );
    app.call("print_capture_forms", json!({ "contact_ids": [id], "blank": 0, "all": false, "job": null }));
    app.call(
        "prepare_portal_link",
        json!({ "contact_id": id, "email": "priya.shah@example.com", "customer_asked": true }),
    );
    app.call(
        "export_access",
        json!({ "contact_id": id, "reason": "Priya Shah wrote from priya.shah@example.com" }),
    );
    app.call("print_history", json!({ "contact_id": id, "kinds": [] }));
    id
}

const TRACES: [&str; 10] = [
    "Priya",
    "Shah",
    "900456",
    "priya.shah",
    "Kidderminster",
    "Sunnybank",
    "DY10",
    "PR14",
    "1984-02-29",
    "Fiesta",
];

#[test]
fn a34_erasure_removes_everything_but_the_line_in_the_log() {
    let app = TestApp::new();
    app.call("update_workstation", json!({ "name": "SHOWROOM-1", "save_folder": app.outlet.exports() }));
    let id = priya(&app);
    let other = siobhan(&app);
    maria_with_the_right(&app);
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    assert_eq!((&preview["account_name"], &preview["eligible"]), (&json!("Priya Shah"), &json!(true)));
    let will_go = preview["will_go"].clone();
    for what in [
        "contact record",
        "addresses",
        "phone numbers",
        "consent records",
        "consent portal links",
        "search entries",
    ] {
        assert!(will_go.as_array().unwrap().iter().any(|one| one["what"] == what), "{what} in {will_go}");
    }
    for trace in TRACES {
        assert!(!found_in(&dump(&app), trace).is_empty(), "{trace} is there before");
    }

    let refusal = app.refused("erase_contact", json!({ "contact_id": id, "confirm_name": "Priya Sha" }));
    assert!(refusal.fields.contains_key("confirm_name"), "{refusal:?}");
    assert_eq!(history(&app, &id)[0]["title"], "Right to Erasure refused");
    app.set_clock("2026-11-21T11:30:00Z");
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": " priya  SHAH " }));

    let page = app.call("list_erasures", json!({ "workstation": null, "limit": 10 }));
    let entry = &page["rows"][0];
    assert_eq!(entry["account_name"], "Priya Shah");
    assert_eq!((&entry["local"], &entry["user"]), (&json!("21/11/2026 11:30"), &json!("Maria Keane")));
    assert_eq!((&entry["workstation"], &entry["mode"]), (&json!("SHOWROOM-1"), &json!("full")));
    let without_history = |list: &Value| -> Vec<Value> {
        let list = list.as_array().unwrap().iter();
        list.filter(|one| one["what"] != "contents of history entries").cloned().collect()
    };
    assert_eq!(without_history(&entry["rows_removed"]), without_history(&will_go), "as the dry run said");

    let after = dump(&app);
    for trace in TRACES {
        let left: Vec<_> =
            found_in(&after, trace).into_iter().filter(|line| !line.starts_with("erasure: ")).collect();
        assert!(left.is_empty(), "{trace} is left in {left:?}");
    }
    assert_eq!(found_in(&after, "Shah").len(), 1, "the line of the log");
    assert_eq!(found_in(&after, "900456").len(), 0);
    for (name, input) in [
        ("erase_contact", json!({ "contact_id": id, "confirm_name": "Priya Shah" })),
        ("get_contact", json!({ "id": id })),
        ("get_consent", json!({ "contact_id": id })),
        ("list_history", json!({ "contact_id": id, "limit": 10 })),
        ("preview_erasure", json!({ "contact_id": id })),
        ("find_remains", json!({ "contact_id": id })),
        ("export_access", json!({ "contact_id": id, "reason": "again" })),
    ] {
        assert_eq!(app.refused(name, input).code, Code::NotFound, "{name}");
    }
    for term in ["priya", "shah", "07700900456", "priya.shah@example.com", "PR14YAS"] {
        let found = app.call("search_contacts", json!({ "term": term, "limit": 10 }));
        assert_eq!(found["rows"], json!([]), "{term}");
    }
    let list = json!({ "sort": "name", "descending": false, "after": null, "limit": 10 });
    assert_eq!(app.call("list_contacts", list)["total"], 1, "the list counts on");
    assert_eq!(
        app.call("get_contact", json!({ "id": other }))["display_name"],
        "Siobhán O'Brien-Ng",
        "nobody else went"
    );
    verifies(&app);
}

#[test]
fn nothing_of_the_erased_can_be_read_on_the_disk() {
    let app = TestApp::new();
    let id = priya(&app);
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Priya Shah" }));
    let log = app.data().join("forecourt.db-wal");
    assert_eq!(std::fs::metadata(&log).map_or(0, |file| file.len()), 0, "the log was cut");
    for file in std::fs::read_dir(app.data()).unwrap() {
        let file = file.unwrap();
        if !file.file_type().unwrap().is_file() {
            continue;
        }
        let bytes = std::fs::read(file.path()).unwrap();
        for trace in ["Priya", "Shah", "900456", "priya.shah", "Kidderminster"] {
            assert!(
                !bytes.windows(trace.len()).any(|window| window == trace.as_bytes()),
                "{trace} in {}",
                file.path().display()
            );
        }
    }
}

/// F16: what an erasure cannot reach is found and shown.
#[test]
fn the_preview_finds_notes_file_names_reasons_and_exported_files() {
    let app = TestApp::new();
    let exports = app.outlet.exports().to_owned();
    app.call("update_workstation", json!({ "name": "SHOWROOM-1", "save_folder": exports }));
    let id = priya(&app);
    let husband = contact(
        &app,
        json!({ "first_name": "Ravi", "last_name": "Mehta", "notes": "Husband of Priya Shah, ring 07700 900456" }),
    );
    let other =
        contact(&app, json!({ "first_name": "Ann", "last_name": "Vane", "notes": "Prefers mornings" }));
    save(&app, &other, json!({ "us": { "email": true, "general": true }, "notes": "Shah was there too" }));
    app.call("export_access", json!({ "contact_id": husband, "reason": "asked by Priya Shah" }));
    let reason = json!({ "key": "gdpr.brands", "value": ["Astra"], "reason": "Priya asked why" });
    app.call("change_gdpr_setting", reason);
    let file = app.data().join("../Shah and others.csv");
    std::fs::write(&file, "First name,Surname\nKim,Lund\n").unwrap();
    let handle = app.offer(&file);
    let seen = app.call("inspect_import", json!({ "file": handle }));
    let input = json!({ "file": handle, "mapping": seen["mapping"], "dry_run": false, "job": "j",
                        "skip_duplicates": false });
    app.call("run_import", input);
    app.call("export_contacts", json!({}));
    std::fs::write(exports.join("holiday.csv"), "not ours").unwrap();
    maria_with_the_right(&app);

    let remains = app.call("find_remains", json!({ "contact_id": id }));
    let notes: Vec<_> = remains["notes"].as_array().unwrap().iter().collect();
    let whose = |note: &Value| (note["contact_id"].clone(), note["found"].clone());
    assert_eq!(whose(notes[0]), (json!(husband), json!("a telephone number")), "{remains}");
    assert_eq!(notes[0]["name"], "Ravi Mehta");
    assert_eq!(whose(notes[1]), (json!(other), json!("part of the name")), "{remains}");
    assert_eq!((notes.len(), &remains["more_notes"]), (2, &json!(false)));
    let texts: Vec<String> = remains["texts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{}: {}", one["what"].as_str().unwrap(), one["text"].as_str().unwrap()))
        .collect();
    for wanted in [
        "Name of an imported file: Shah and others.csv",
        "Reason of a change of settings: Priya asked why",
        "Reason of a report or rights request: asked by Priya Shah",
    ] {
        assert!(texts.iter().any(|text| text == wanted), "{wanted} in {texts:?}");
    }
    let files = remains["files"].as_array().unwrap();
    let named = |report: &str| files.iter().filter(|file| file["report"] == report).collect::<Vec<_>>();
    let (theirs, list) = (named("Right of Access"), named("Contacts"));
    assert_eq!((theirs.len(), &theirs[0]["theirs"]), (1, &json!(true)), "not the husband's: {files:?}");
    assert_eq!((list.len(), &list[0]["theirs"], &list[0]["rows"]), (1, &json!(false), &json!(4)));
    assert!(!files.iter().any(|file| file["name"] == "holiday.csv"), "{files:?}");

    // Chosen to go: one as it was, one that somebody wrote into meanwhile, one that never was ours.
    let place = |file: &Value| exports.join(file["name"].as_str().unwrap());
    std::fs::write(place(list[0]), "somebody's own table by now").unwrap();
    let ours = json!({ "name": "holiday.csv", "sha256": theirs[0]["sha256"] });
    let gone = app.call(
        "erase_contact",
        json!({ "contact_id": id, "confirm_name": "Priya Shah", "delete_files": [theirs[0], list[0], ours] }),
    );
    assert_eq!(gone["files_left"], 2, "{gone}");
    assert!(!place(theirs[0]).exists() && place(list[0]).exists() && exports.join("holiday.csv").exists());
    let sql = "SELECT p.payload FROM ledger l JOIN ledger_payload p ON p.seq = l.seq
               WHERE l.action = 'erasure.export_deleted'";
    let lines = app.book().database_of_the_test().read(|tx| tx.all(sql, &[], |row| row.text(0))).unwrap();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(
        lines[0].contains(theirs[0]["sha256"].as_str().unwrap()) && !lines[0].contains("Shah"),
        "{lines:?}"
    );
    verifies(&app);
}

#[test]
fn documents_waiting_for_the_viewer_go_with_the_erased() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let outbox = app.app.folder().outbox();
    std::fs::create_dir_all(&outbox).unwrap();
    std::fs::write(outbox.join("Data capture.pdf"), "x").unwrap();
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O’Brien-Ng" }));
    assert_eq!(std::fs::read_dir(&outbox).unwrap().count(), 0);
}

#[test]
fn a35_who_bought_before_is_refused_with_the_reason_and_the_attempt_is_logged() {
    let app = TestApp::new();
    let bob = contact(&app, json!({ "first_name": "Bob", "last_name": "Hill" }));
    let purchase = |date: &str| {
        let book = app.book();
        book.database_of_the_test()
            .write(|tx| -> forecourt_store::Result<_> {
                tx.run(
                    "UPDATE contact SET last_purchase = ? WHERE last_name = 'Hill'",
                    forecourt_store::values![date],
                )
            })
            .unwrap();
    };
    purchase("");
    assert_eq!(app.call("preview_erasure", json!({ "contact_id": bob }))["eligible"], true);
    // Somebody posts an invoice while the confirm box is open.
    purchase("2021-03-14");
    let refusal = app.refused("erase_contact", json!({ "contact_id": bob, "confirm_name": "Bob Hill" }));
    assert_eq!(refusal.code, Code::NotEligible);
    assert!(refusal.message.contains("has previous transactions (last purchase 14/03/2021)"), "{refusal:?}");
    let preview = app.call("preview_erasure", json!({ "contact_id": bob }));
    assert_eq!(preview["blocked_by"], json!(["has previous transactions (last purchase 14/03/2021)"]));
    assert_eq!(app.call("get_contact", json!({ "id": bob }))["display_name"], "Bob Hill");
    let entry = &history(&app, &bob)[0];
    assert_eq!(entry["title"], "Right to Erasure refused");
    assert_eq!(lines(entry), "has previous transactions (last purchase 14/03/2021)");
    assert_eq!(app.call("list_erasures", json!({ "limit": 10 }))["rows"], json!([]));
}

#[test]
fn the_erasure_log_is_reviewed_by_workstation_and_names_can_be_masked() {
    let app = TestApp::new();
    for (station, first) in [("SVC-02", "Ann"), ("SHOWROOM-1", "Bea"), ("SVC-02", "Cyd")] {
        app.call("update_workstation", json!({ "name": station, "save_folder": app.outlet.exports() }));
        let id = contact(&app, json!({ "first_name": first, "last_name": "Smith" }));
        app.call("erase_contact", json!({ "contact_id": id, "confirm_name": format!("{first} Smith") }));
    }
    let names = |input: Value| -> Vec<String> {
        let page = app.call("list_erasures", input);
        page["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|e| e["account_name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(json!({ "limit": 10 })), ["Cyd Smith", "Bea Smith", "Ann Smith"]);
    assert_eq!(names(json!({ "workstation": "SVC-02", "limit": 10 })), ["Cyd Smith", "Ann Smith"]);
    let first = app.call("list_erasures", json!({ "workstation": "SVC-02", "limit": 1 }));
    assert_eq!(first["workstations"], json!(["SHOWROOM-1", "SVC-02"]));
    assert_eq!(names(json!({ "workstation": "SVC-02", "limit": 1, "after": first["next"] })), ["Ann Smith"]);

    app.call("change_gdpr_setting", json!({ "key": "erasure.mask_log_days", "value": 30 }));
    app.set_clock("2026-12-21T10:00:00Z");
    assert_eq!(names(json!({ "limit": 1 })), ["Cyd Smith"], "thirty days are not over yet");
    app.set_clock("2026-12-22T10:00:00Z");
    assert_eq!(names(json!({ "limit": 1 })), ["C•• S••••"]);

    let reply = app.call("export_erasures", json!({ "workstation": "SHOWROOM-1" }));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(csv.contains("B•• S••••,,21/11/2026 10:00,Anna Kowalska,SHOWROOM-1,full,"), "{csv}");
    assert!(!csv.contains("SVC-02"), "{csv}");
    app.call("print_erasures", json!({ "workstation": null }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(
        text.contains("GDPR Erasure") && text.contains("SHOWROOM-1") && text.contains("C•• S••••"),
        "{text}"
    );
    // Not only hidden: at the next opening, or the next erasure, the names are gone from the log too.
    assert_eq!(found_in(&dump(&app), "Bea Smith").len(), 1);
    let app = app.restarted();
    app.call("show_startup", json!({}));
    app.sign_in("anna");
    assert!(found_in(&dump(&app), "Bea Smith").is_empty() && found_in(&dump(&app), "B•• S••••").len() == 1);
    verifies(&app);
    let audit = app.call("list_report_audit", json!({ "limit": 2 }));
    assert_eq!(audit["rows"][0]["method"], "PDF");
    assert_eq!(audit["rows"][1]["criteria"], "Workstation: SHOWROOM-1");
}

/// H7: a name that no UK keyboard writes, and a name whose accents nobody types.
#[test]
fn an_erasure_is_confirmed_by_the_folded_name_or_the_reference() {
    let app = TestApp::new();
    let erase = |id: &str, typed: &str| {
        app.call("erase_contact", json!({ "contact_id": id, "confirm_name": typed, "reason": "letter" }))
    };
    let fits = |name: &str, reference: &str, typed: &str| {
        app.call("check_typed_name", json!({ "name": name, "reference": reference, "typed": typed }))["fits"]
            .clone()
    };
    let id = siobhan(&app);
    assert_eq!(fits("Siobhán O'Brien-Ng", "C0000001", "siobhan obrien-ng"), true);
    erase(&id, "Siobhan O'Brien-Ng");
    let ahmed = contact(&app, json!({ "first_name": "أحمد", "last_name": "علي" }));
    let reference = app.call("get_contact", json!({ "id": ahmed }))["reference"].as_str().unwrap().to_owned();
    assert_eq!(fits("أحمد علي", &reference, &reference.to_lowercase()), true);
    assert_eq!(fits("أحمد علي", &reference, "ahmed ali"), false);
    for wrong in ["", "C0000001", "ahmed ali"] {
        let refusal = app.refused("erase_contact", json!({ "contact_id": ahmed, "confirm_name": wrong }));
        assert!(refusal.fields.contains_key("confirm_name"), "{wrong}: {refusal:?}");
    }
    erase(&ahmed, &format!(" {} ", reference.to_lowercase()));
    assert_eq!(app.refused("get_contact", json!({ "id": ahmed })).code, Code::NotFound);
}

#[test]
fn an_erasure_says_what_people_know_and_keeps_why() {
    let app = TestApp::new();
    let id = priya(&app);
    let preview = app.call("preview_erasure", json!({ "contact_id": id }));
    let said: Vec<&str> =
        preview["said"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(
        said[..7],
        [
            "The record itself",
            "1 address",
            "1 telephone number",
            "1 email address",
            "1 vehicle",
            "2 notes",
            "1 consent answer"
        ],
        "{said:?}"
    );
    let told = said.join(" ");
    for of_the_machine_room in ["standing", "search", "contents", "rows"] {
        assert!(!told.contains(of_the_machine_room), "{told}");
    }
    let erase = |reason: &str| json!({ "contact_id": id, "confirm_name": "Priya Shah", "reason": reason });
    let refusal = app.refused("erase_contact", erase("   "));
    assert_eq!(refusal.fields["reason"], "Reason is required");
    app.call("erase_contact", erase("Priya Shah wrote on 18 November"));

    let rows = |filter: Value| app.call("list_erasures", filter)["rows"].as_array().unwrap().clone();
    let all = rows(json!({ "limit": 10 }));
    assert_eq!(all[0]["reason"], "Priya Shah wrote on 18 November");
    assert_eq!(all[0]["reference"], "C0000001");
    let went = all[0]["went"].as_str().unwrap();
    assert!(went.starts_with("The record itself, 1 address, 1 telephone number"), "{went}");
    verifies(&app);

    // The reason may name the person, so it goes with the name.
    app.call("change_gdpr_setting", json!({ "key": "erasure.mask_log_days", "value": 30 }));
    app.set_clock("2026-12-22T10:00:00Z");
    assert_eq!(rows(json!({ "limit": 10 }))[0]["reason"], "");
    let app = app.restarted();
    app.call("show_startup", json!({}));
    app.sign_in("anna");
    assert!(found_in(&dump(&app), "Shah wrote").is_empty());
    verifies(&app);
}

#[test]
fn the_erasure_log_is_searched_by_words_and_days() {
    let app = TestApp::new();
    for (day, first, reason) in [
        ("03", "Zoë", "letter of 1 November"),
        ("10", "Bea", "asked at the counter"),
        ("18", "Cyd", "letter"),
    ] {
        app.set_clock(&format!("2026-12-{day}T23:30:00Z"));
        let id = contact(&app, json!({ "first_name": first, "last_name": "Smith" }));
        let name = format!("{first} Smith");
        app.call("erase_contact", json!({ "contact_id": id, "confirm_name": name, "reason": reason }));
    }
    let names = |filter: Value| -> Vec<String> {
        let page = app.call("list_erasures", filter);
        let rows = page["rows"].as_array().unwrap().iter();
        rows.map(|row| row["account_name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(json!({ "find": "zoe", "limit": 10 })), ["Zoë Smith"]);
    assert_eq!(names(json!({ "find": "smith LETTER", "limit": 10 })), ["Cyd Smith", "Zoë Smith"]);
    assert_eq!(names(json!({ "find": "c0000002", "limit": 10 })), ["Bea Smith"]);
    assert_eq!(names(json!({ "from": "2026-12-10", "to": "2026-12-10", "limit": 10 })), ["Bea Smith"]);
    assert_eq!(names(json!({ "from": "2026-12-11", "limit": 10 })), ["Cyd Smith"]);
    // Page by page as well.
    let first = app.call("list_erasures", json!({ "find": "letter", "limit": 1 }));
    assert_eq!(first["rows"][0]["account_name"], "Cyd Smith");
    assert_eq!(names(json!({ "find": "letter", "limit": 1, "after": first["next"] })), ["Zoë Smith"]);

    let reply = app.call("export_erasures", json!({ "find": "zoe", "to": "2026-12-31" }));
    let csv = std::fs::read_to_string(exported(&app, &reply)).unwrap();
    assert!(
        csv.contains("Zoë Smith") && csv.contains("letter of 1 November") && !csv.contains("Bea"),
        "{csv}"
    );
    let audit = app.call("list_report_audit", json!({ "limit": 1 }));
    assert_eq!(audit["rows"][0]["criteria"], "All workstations, up to 31/12/2026, those a search found");
    app.call("print_erasures", json!({ "from": "2026-12-11" }));
    let text = flat(&pdf_text(&app.outlet.last_view()));
    assert!(text.contains("Cyd Smith") && !text.contains("Bea Smith"), "{text}");

    // A masked name is found by nothing it was.
    app.call("change_gdpr_setting", json!({ "key": "erasure.mask_log_days", "value": 30 }));
    app.set_clock("2027-01-15T10:00:00Z");
    assert_eq!(names(json!({ "find": "zoe", "limit": 10 })), [""; 0]);
    assert_eq!(names(json!({ "find": "letter", "limit": 10 })), ["Cyd Smith"]);
}

#[test]
fn each_step_is_refused_without_its_right() {
    let app = TestApp::new();
    let id = siobhan(&app);
    app.employee("Rita Report", "rita", &[Right::ExportReports]);
    maria(&app);
    for (name, input) in [
        ("preview_erasure", json!({ "contact_id": id })),
        ("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" })),
        ("list_erasures", json!({ "limit": 10 })),
        ("export_erasures", json!({})),
        ("print_erasures", json!({})),
        ("list_report_audit", json!({ "limit": 10 })),
        ("print_capture_forms", json!({ "all": true })),
    ] {
        assert_eq!(app.refused(name, input).code, Code::Denied, "{name}");
    }
    app.sign_in("rita");
    let refusal = app.refused("export_erasures", json!({}));
    assert_eq!(refusal.fields["right"], "Can Review Erasure Log", "exporting is not reading");
    app.sign_in("anna");
    let denied = app.call("list_sign_ins", json!({ "limit": 3 }));
    assert_eq!(denied["rows"][0]["who"], "Rita Report", "a denial inside a command is logged too");
    assert_eq!(denied["rows"][1]["who"], "Maria Keane");
}
