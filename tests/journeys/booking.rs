//! The service diary and the Service Booking Form (T-03), and consent recorded from there.

use crate::scene::{cell, consent, contact, flat, history, lines, maria, pdf_text, save, siobhan, verifies};
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::rights::Right;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

/// Adds a technician or ramp with these hours from Monday to Friday, and gives its id.
pub fn resource(app: &TestApp, kind: &str, name: &str, hours: i64) -> String {
    let day = hours * 60;
    let all = app.call(
        "save_resource",
        json!({ "resource": {
            "kind": kind, "name": name, "minutes": [day, day, day, day, day, 0, 0], "active": true,
        } }),
    );
    let found = all.as_array().unwrap().iter().find(|one| one["name"] == name).unwrap();
    found["id"].as_str().unwrap().to_owned()
}

/// A form as it is sent: Monday at nine for an hour.
fn form(contact: &str, resource: Option<&str>, fields: Value) -> Value {
    let mut booking = json!({
        "registration": "", "day": "2026-11-23", "starts": 540, "minutes": 60, "resource_id": resource,
        "work": "Full service", "notes": "",
    });
    for (name, value) in fields.as_object().unwrap() {
        booking[name] = value.clone();
    }
    json!({ "contact_id": contact, "booking": booking })
}

/// Books.
pub fn book(app: &TestApp, contact: &str, resource: Option<&str>, fields: Value) -> Value {
    app.call("save_booking", form(contact, resource, fields))
}

/// The same over a booking that is there.
fn edit(view: &Value, fields: Value) -> Value {
    let mut input = json!({
        "id": view["id"], "version": view["version"], "contact_id": view["contact_id"],
        "booking": {
            "vehicle_id": view["vehicle_id"], "registration": view["registration"], "day": view["day"],
            "starts": view["starts"], "minutes": view["minutes"], "resource_id": view["resource_id"],
            "work": view["work"], "notes": view["notes"],
        },
    });
    for (name, value) in fields.as_object().unwrap() {
        input["booking"][name] = value.clone();
    }
    input
}

fn to(view: &Value, fields: Value) -> Value {
    let mut input = json!({
        "id": view["id"], "version": view["version"], "day": view["day"], "starts": view["starts"],
        "resource_id": view["resource_id"],
    });
    for (name, value) in fields.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

fn diary(app: &TestApp, from: &str, days: i64) -> Value {
    app.call("get_diary", json!({ "from": from, "days": days }))
}

fn titles(app: &TestApp, id: &str) -> Vec<String> {
    history(app, id).iter().map(|entry| entry["title"].as_str().unwrap().to_owned()).collect()
}

fn is_over(refusal: &Refusal, minutes: &str, words: &str) {
    assert_eq!(refusal.code, Code::Invalid, "{refusal:?}");
    assert_eq!(refusal.fields.get("over_minutes").map(String::as_str), Some(minutes), "{refusal:?}");
    assert_eq!(refusal.message, words);
}

#[test]
fn a05_edit_consent_from_service_booking() {
    let app = TestApp::new();
    app.call("change_gdpr_setting", json!({ "key": "gdpr.require_consent", "value": false }));
    let tom = contact(
        &app,
        json!({ "first_name": "Tom", "last_name": "Reed", "emails": [{ "address": "tom@example.org" }] }),
    );
    let ray = resource(&app, "technician", "Ray Holt", 8);
    maria(&app);
    assert_eq!(cell(&consent(&app, &tom), "us/email/service_followup")["words"], "Assumed");
    let booked = book(&app, &tom, Some(&ray), json!({ "registration": "ab12 cde" }));
    assert_eq!((&booked["name"], &booked["registration"]), (&json!("Tom Reed"), &json!("AB12 CDE")));
    app.set_clock("2026-11-21T16:05:00Z");
    let view = save(
        &app,
        &tom,
        json!({
            "screen": "service_booking_form", "notes": "asked at drop-off",
            "us": { "email": true, "sms": true, "phone": false },
        }),
    );
    assert_eq!(view["last_obtained"]["date"], "2026-11-21");
    assert_eq!(view["last_obtained_text"], "21/11/2026, in person, Maria Keane");
    assert_eq!(view["last_reviewed"]["by"], "Maria Keane");
    assert_eq!(cell(&view, "us/email/service_followup")["words"], "Given");
    assert_eq!(cell(&view, "us/phone/general_marketing")["words"], "Withdrawn");
    assert_eq!(cell(&view, "us/post/general_marketing")["words"], "Assumed", "nobody touched Letter");

    let entries = history(&app, &tom);
    let of_consent: Vec<_> = entries.iter().filter(|e| e["kind"] == "consent").collect();
    assert_eq!(of_consent.len(), 2, "one record for the save, one for what was assumed before");
    let entry = of_consent[0];
    assert_eq!(entry["title"], "Marketing consent changed");
    assert_eq!((&entry["by"], &entry["workstation"]), (&json!("Maria Keane"), &json!("SVC-02")));
    assert_eq!((&entry["local_date"], &entry["local_time"]), (&json!("2026-11-21"), &json!("16:05")));
    assert_eq!(entry["day_heading"], "Today");
    assert_eq!(
        lines(entry),
        "Enabled: Email, SMS. Disabled: Phone.\n\
         + Email: service, general\n\
         + SMS: service, general\n\
         − Telephone: service, general\n\
         asked at drop-off\n\
         In person, Service Booking Form, words shown or read out: version 1"
    );
    assert_eq!(entry["lines"][4]["tone"], "quote");
    // The sentence is the record's; screen and paper say each change once, in the lines after it.
    assert_eq!(entry["lines"][0]["tone"], "summary");
    assert!(titles(&app, &tom).contains(&"Service booked for 23/11/2026 09:00".to_owned()), "{entries:?}");
    app.call("print_history", json!({ "contact_id": tom, "kinds": ["consent"] }));
    let paper = flat(&pdf_text(&app.outlet.last_view()));
    assert!(paper.contains("Telephone: service, general") && !paper.contains("Phone."), "{paper}");
    verifies(&app);
}

#[test]
fn a17_the_service_booking_form_waits_for_a_review() {
    let app = TestApp::starting("2026-05-21T09:00:00Z");
    maria(&app);
    let id = siobhan(&app);
    let review = |app: &TestApp| consent(app, &id)["review"].clone();
    let waits = |app: &TestApp, module: &str| {
        let review = review(app);
        review["due"] == true && review["modules"].as_array().unwrap().contains(&json!(module))
    };
    assert!(waits(&app, "service"), "never gone through");
    assert!(!waits(&app, "vehicle_sales"), "Vehicle Stock does not ask");
    // Booked by whoever put the review off: that is recorded with the screen it was due on.
    let version = consent(&app, &id)["version"].clone();
    let put_off = json!({ "contact_id": id, "version": version, "screen": "service_booking_form" });
    app.call("defer_review", put_off);
    book(&app, &id, None, json!({ "day": "2026-05-22" }));
    let entry = history(&app, &id).into_iter().find(|entry| entry["kind"] == "consent").unwrap();
    assert!(lines(&entry).contains("Service Booking Form"), "{entry}");
    assert!(waits(&app, "service"), "the next opening asks again");

    save(&app, &id, json!({ "screen": "service_booking_form", "us": { "email": true, "general": true } }));
    assert!(!waits(&app, "service"));
    app.set_clock("2026-11-21T09:00:00Z");
    assert!(!waits(&app, "service"), "six months to the day");
    app.set_clock("2026-11-22T09:00:00Z");
    assert!(waits(&app, "service"));
    verifies(&app);
}

#[test]
fn t03_the_diary_shows_hours_booked_and_free() {
    let app = TestApp::new();
    let ray = resource(&app, "technician", "Ray Holt", 8);
    let ramp = resource(&app, "ramp", "MOT ramp", 6);
    maria(&app);
    let id = siobhan(&app);
    let booked = book(&app, &id, Some(&ray), json!({ "registration": "eu56jec", "minutes": 90 }));
    assert_eq!(booked["make"], "Ford Focus", "a plate that a vehicle bears means that vehicle");
    assert!(booked["vehicle_id"].is_string(), "{booked}");
    book(&app, &id, Some(&ramp), json!({ "day": "2026-11-24", "starts": 480, "minutes": 45, "work": "MOT" }));
    book(&app, &id, None, json!({ "starts": 600, "minutes": 30, "work": "Wipers" }));
    let cancelled = book(&app, &id, Some(&ray), json!({ "starts": 840 }));
    app.call(
        "cancel_booking",
        json!({ "id": cancelled["id"], "version": cancelled["version"], "reason": "Booked twice" }),
    );

    let view = diary(&app, "2026-11-23", 7);
    assert_eq!(view["days"].as_array().unwrap().len(), 7);
    assert_eq!(view["days"][0]["weekday"], "Monday");
    assert_eq!(view["days"][5]["local"], "28/11/2026");
    let hours = |resource: usize, day: usize| view["resources"][resource]["days"][day].clone();
    assert_eq!(hours(0, 0), json!({ "hours": 480, "booked": 90, "free": 390, "over": 0 }));
    assert_eq!(hours(1, 1), json!({ "hours": 360, "booked": 45, "free": 315, "over": 0 }));
    assert_eq!(hours(0, 6), json!({ "hours": 0, "booked": 0, "free": 0, "over": 0 }), "a Sunday");
    assert_eq!(view["not_assigned"][0], 30);
    let rows: Vec<_> = view["bookings"].as_array().unwrap().iter().map(|row| row["work"].clone()).collect();
    assert_eq!(rows, ["Full service", "Wipers", "MOT"], "without what was cancelled");
    let first = &view["bookings"][0];
    assert_eq!(
        (&first["time"], &first["until"], &first["registration"], &first["resource"], &first["name"]),
        (
            &json!("09:00"),
            &json!("10:30"),
            &json!("EU56 JEC"),
            &json!("Ray Holt"),
            &json!("Siobhán O'Brien-Ng")
        )
    );
    for days in [0, 15] {
        let refusal = app.refused("get_diary", json!({ "from": "2026-11-23", "days": days }));
        assert!(refusal.fields.contains_key("days"), "{refusal:?}");
    }
    assert!(app.refused("get_diary", json!({ "from": "23/11/2026", "days": 1 })).fields.contains_key("day"));

    let held = app.call("list_contact_bookings", json!({ "contact_id": id }));
    let rows = held["rows"].as_array().unwrap();
    let held: Vec<_> = rows.iter().map(|row| (row["date"].clone(), row["time"].clone())).collect();
    let expected =
        [("24/11/2026", "08:00"), ("23/11/2026", "14:00"), ("23/11/2026", "10:00"), ("23/11/2026", "09:00")];
    assert_eq!(held, expected.map(|(date, time)| (json!(date), json!(time))), "the latest first");
    verifies(&app);
}

#[test]
fn t03_over_the_free_hours_is_asked_about_and_recorded() {
    let app = TestApp::new();
    let ray = resource(&app, "technician", "Ray Holt", 2);
    maria(&app);
    let id = siobhan(&app);
    book(&app, &id, Some(&ray), json!({ "minutes": 90 }));
    let mut second = form(&id, Some(&ray), json!({ "starts": 660, "minutes": 60 }));
    is_over(
        &app.refused("save_booking", second.clone()),
        "30",
        "Ray Holt would be booked 30 min over the free hours.",
    );
    assert_eq!(diary(&app, "2026-11-23", 1)["bookings"].as_array().unwrap().len(), 1, "nothing was booked");
    second["over_hours"] = json!(true);
    let over = app.call("save_booking", second);
    assert_eq!(diary(&app, "2026-11-23", 1)["resources"][0]["days"][0]["over"], 30);
    let entry = &history(&app, &id)[0];
    assert_eq!(entry["title"], "Service booked for 23/11/2026 11:00");
    assert!(lines(entry).contains("30 min over the free hours"), "{entry}");

    // What only gets shorter, or another time of the same day, asks nothing.
    let shorter = app.call("save_booking", edit(&over, json!({ "minutes": 30, "starts": 720 })));
    assert_eq!(shorter["until"], "12:30");
    is_over(
        &app.refused("save_booking", edit(&shorter, json!({ "minutes": 45 }))),
        "15",
        "Ray Holt would be booked 15 min over the free hours.",
    );
    // Whom nobody was chosen for takes of everybody's hours.
    is_over(
        &app.refused("save_booking", form(&id, None, json!({ "minutes": 15 }))),
        "15",
        "The workshop would be booked 15 min over the free hours.",
    );
    verifies(&app);
}

#[test]
fn t03_days_that_are_over_and_days_without_hours_are_told() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    // There is nobody to ask for hours yet: only a Sunday is told.
    book(&app, &id, None, json!({ "minutes": 600 }));
    let sunday = form(&id, None, json!({ "day": "2026-11-29" }));
    assert_eq!(
        app.refused("save_booking", sunday).fields["over_hours"],
        "The workshop has no hours on Sunday, 29/11/2026."
    );
    app.sign_in("anna");
    let ray = resource(&app, "technician", "Ray Holt", 8);
    app.sign_in("maria");
    let mut saturday = form(&id, Some(&ray), json!({ "day": "2026-11-28" }));
    is_over(
        &app.refused("save_booking", saturday.clone()),
        "60",
        "Ray Holt has no hours on Saturday, 28/11/2026.",
    );
    saturday["over_hours"] = json!(true);
    app.call("save_booking", saturday);

    for (day, words) in [
        ("2026-11-20", "20/11/2026 is over. Choose today or a later day."),
        ("2062-11-23", "This is more than two years ahead. Look at the year again."),
    ] {
        let refusal = app.refused("save_booking", form(&id, None, json!({ "day": day })));
        assert_eq!(refusal.fields["day"], words);
    }
    for (fields, field) in [
        (json!({ "starts": 541 }), "starts"),
        (json!({ "minutes": 20 }), "minutes"),
        (json!({ "work": "  " }), "work"),
        (json!({ "work": "x".repeat(501) }), "work"),
        (json!({ "resource_id": "99" }), "resource_id"),
        (json!({ "vehicle_id": "99" }), "vehicle_id"),
        (json!({ "registration": "x".repeat(21) }), "registration"),
        (json!({ "day": "tomorrow" }), "day"),
    ] {
        let refusal = app.refused("save_booking", form(&id, None, fields.clone()));
        assert!(refusal.fields.contains_key(field), "{fields}: {refusal:?}");
    }
    assert_eq!(app.refused("save_booking", form("99", None, json!({}))).code, Code::NotFound);
}

#[test]
fn t03_a_booking_is_moved_and_one_that_ends_where_it_began_records_nothing() {
    let app = TestApp::new();
    let ray = resource(&app, "technician", "Ray Holt", 2);
    let kim = resource(&app, "technician", "Kim Ade", 2);
    maria(&app);
    let id = siobhan(&app);
    let first = book(&app, &id, Some(&ray), json!({ "minutes": 90 }));
    let second = book(&app, &id, Some(&kim), json!({ "minutes": 90 }));
    assert_eq!((&first["overlaps"], &second["overlaps"]), (&json!(0), &json!(0)), "side by side");

    let before = titles(&app, &id);
    let same = app.call("move_booking", to(&first, json!({})));
    assert_eq!((&same["version"], titles(&app, &id)), (&first["version"], before), "nothing was recorded");

    let moved = app.call("move_booking", to(&first, json!({ "starts": 600 })));
    assert_eq!((&moved["time"], &moved["until"]), (&json!("10:00"), &json!("11:30")));
    assert_eq!(titles(&app, &id)[0], "Service booking of 23/11/2026 09:00 moved to 23/11/2026 10:00");

    let over = to(&moved, json!({ "resource_id": kim }));
    is_over(
        &app.refused("move_booking", over.clone()),
        "60",
        "Kim Ade would be booked 1 h over the free hours.",
    );
    let mut over = over;
    over["over_hours"] = json!(true);
    let moved = app.call("move_booking", over);
    assert_eq!((&moved["resource"], &moved["overlaps"]), (&json!("Kim Ade"), &json!(1)));

    let refusal = app.refused("move_booking", to(&first, json!({ "starts": 720 })));
    assert_eq!(refusal.code, Code::Conflict);
    assert!(refusal.message.starts_with("Maria Keane changed this booking on "), "{refusal:?}");
    assert!(
        app.refused("move_booking", to(&moved, json!({ "day": "2026-11-20" }))).fields.contains_key("day")
    );
    let moved = app.call("move_booking", to(&moved, json!({ "day": "2026-11-24", "resource_id": null })));
    assert_eq!((&moved["date"], &moved["resource"]), (&json!("24/11/2026"), &json!("")));
    verifies(&app);
}

#[test]
fn t03_who_did_not_come_and_who_called_off() {
    let app = TestApp::new();
    maria(&app);
    let id = siobhan(&app);
    let ahead = book(&app, &id, None, json!({}));
    let status = |view: &Value, status: &str| json!({ "id": view["id"], "version": view["version"], "status": status });
    assert_eq!(
        app.refused("set_booking_status", status(&ahead, "missed")).fields["status"],
        "Its day has not come yet."
    );
    app.set_clock("2026-11-23T17:00:00Z");
    app.sign_in("maria");
    let missed = app.call("set_booking_status", status(&ahead, "missed"));
    assert_eq!(missed["status_label"], "Missed");
    assert_eq!(titles(&app, &id)[0], "Missed the service booking of 23/11/2026 09:00");
    assert_eq!(diary(&app, "2026-11-23", 1)["not_assigned"][0], 0, "takes no hours");
    let again = app.call("move_booking", to(&missed, json!({ "day": "2026-11-25" })));
    assert_eq!(again["status"], "booked", "expected again");

    let cancel = |view: &Value, reason: &str| json!({ "id": view["id"], "version": view["version"], "reason": reason });
    assert!(app.refused("cancel_booking", cancel(&again, " ")).fields.contains_key("reason"));
    let off = app.call("cancel_booking", cancel(&again, "Car sold"));
    assert_eq!((&off["status"], &off["reason"]), (&json!("cancelled"), &json!("Car sold")));
    assert_eq!(lines(&history(&app, &id)[0]), "Car sold");
    for (name, input) in [
        ("cancel_booking", cancel(&off, "again")),
        ("move_booking", to(&off, json!({ "starts": 600 }))),
        ("set_booking_status", status(&off, "arrived")),
        ("save_booking", edit(&off, json!({ "work": "MOT" }))),
    ] {
        let refusal = app.refused(name, input);
        assert_eq!(refusal.fields["status"], "This booking was cancelled. Make a new one.", "{name}");
    }
    verifies(&app);
}

#[test]
fn t03_two_clicks_book_once_and_two_editors_do_not_overwrite_each_other() {
    let app = TestApp::new();
    app.employee("Dave Pratt", "dave", &[]);
    maria(&app);
    let id = siobhan(&app);
    let mut input = form(&id, None, json!({}));
    input["request"] = json!("a-form");
    let first = app.call("save_booking", input.clone());
    let second = app.call("save_booking", input);
    assert_eq!(first["id"], second["id"]);
    assert_eq!(diary(&app, "2026-11-23", 1)["bookings"].as_array().unwrap().len(), 1);
    let before = titles(&app, &id).len();
    let same = app.call("save_booking", edit(&first, json!({})));
    assert_eq!((&same["version"], titles(&app, &id).len()), (&first["version"], before), "nothing changed");

    app.sign_in("dave");
    app.call("save_booking", edit(&first, json!({ "notes": "Key in the box" })));
    assert_eq!(lines(&history(&app, &id)[0]), "Notes");
    app.sign_in("maria");
    let refusal = app.refused("save_booking", edit(&first, json!({ "work": "MOT" })));
    assert_eq!((refusal.code, refusal.fields["changed_by"].as_str()), (Code::Conflict, "Dave Pratt"));
    let other = contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" }));
    let mut theirs = edit(&app.call("get_booking", json!({ "id": first["id"] })), json!({}));
    theirs["contact_id"] = json!(other);
    assert!(app.refused("save_booking", theirs).fields.contains_key("contact_id"));
    verifies(&app);
}

#[test]
fn a_booking_is_no_transaction_and_goes_with_its_contact() {
    let app = TestApp::new();
    let id = siobhan(&app);
    let booked =
        book(&app, &id, None, json!({ "notes": "Rings in the evening", "registration": "EU56 JEC" }));
    let paper = app.call("export_access", json!({ "contact_id": id, "reason": "asked" }));
    let csv = std::fs::read_to_string(crate::scene::exported(&app, &paper)).unwrap();
    for held in ["service bookings", "Rings in the evening", "Full service", "EU56 JEC", "23/11/2026"] {
        assert!(csv.to_lowercase().contains(&held.to_lowercase()), "{held} is not in {csv}");
    }
    assert_eq!(app.call("preview_erasure", json!({ "contact_id": id }))["eligible"], true);
    app.call("erase_contact", json!({ "contact_id": id, "confirm_name": "Siobhán O'Brien-Ng" }));
    assert_eq!(app.refused("get_booking", json!({ "id": booked["id"] })).code, Code::NotFound);
    assert_eq!(diary(&app, "2026-11-23", 1)["bookings"], json!([]));
    let dump = crate::scene::dump(&app);
    for trace in ["Rings in the evening", "Full service"] {
        let left = crate::scene::found_in(&dump, trace);
        assert!(left.is_empty(), "{trace} is left in {left:?}");
    }
    verifies(&app);
}

#[test]
fn technicians_and_ramps_are_kept_in_order_and_put_out_of_use() {
    let app = TestApp::new();
    let ray = resource(&app, "technician", "Ray Holt", 8);
    resource(&app, "ramp", "MOT ramp", 8);
    let view = |app: &TestApp| app.call("list_resources", json!({}));
    let names = |view: &Value| -> Vec<String> {
        view.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
    };
    let all = view(&app);
    assert_eq!(names(&all), ["Ray Holt", "MOT ramp"]);
    let save = |one: &Value, fields: Value| {
        let mut resource = json!({
            "kind": one["kind"], "name": one["name"], "minutes": one["minutes"], "active": one["active"],
        });
        for (name, value) in fields.as_object().unwrap() {
            resource[name] = value.clone();
        }
        json!({ "id": one["id"], "version": one["version"], "resource": resource })
    };
    let mut first = save(&all[1], json!({}));
    first["position"] = json!(0);
    app.call("save_resource", first);
    assert_eq!(names(&view(&app)), ["MOT ramp", "Ray Holt"]);
    let twice = json!({ "resource": { "kind": "ramp", "name": "mot RAMP", "minutes": [0, 0, 0, 0, 0, 0, 0], "active": true } });
    assert!(app.refused("save_resource", twice).fields.contains_key("name"));
    for (fields, field) in [
        (json!({ "name": " " }), "name"),
        (json!({ "minutes": [480, 480] }), "minutes"),
        (json!({ "minutes": [-1, 0, 0, 0, 0, 0, 0] }), "minutes"),
    ] {
        let refusal = app.refused("save_resource", save(&view(&app)[1], fields));
        assert!(refusal.fields.contains_key(field), "{refusal:?}");
    }

    let id = siobhan(&app);
    let booked = book(&app, &id, Some(&ray), json!({}));
    let gone = app.call("save_resource", save(&view(&app)[1], json!({ "active": false })));
    assert_eq!(gone[1]["active"], false);
    let stale = save(&all[0], json!({ "name": "R. Holt" }));
    assert_eq!(app.refused("save_resource", stale).code, Code::Conflict);
    let shown = diary(&app, "2026-11-23", 1);
    assert_eq!(shown["resources"][1]["active"], false, "shown while something is booked to him");
    assert_eq!(diary(&app, "2026-11-24", 1)["resources"].as_array().unwrap().len(), 1);
    let refusal = app.refused("save_booking", form(&id, Some(&ray), json!({ "starts": 660 })));
    assert_eq!(refusal.fields["resource_id"], "Ray Holt is out of use. Choose another.");
    app.call("save_booking", edit(&booked, json!({ "notes": "moved on" })));

    app.employee("Dave Pratt", "dave", &[]);
    app.sign_in("dave");
    let refusal = app.refused("save_resource", save(&view(&app)[0], json!({})));
    assert_eq!(refusal.fields["right"], Right::AccessSettings.label());
    verifies(&app);
}

#[test]
fn the_days_list_is_narrowed_printed_and_counts_its_people() {
    let app = TestApp::new();
    let (id, ann) = (siobhan(&app), contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" })));
    book(&app, &id, None, json!({}));
    book(&app, &id, None, json!({ "starts": 600, "work": "MOT" }));
    book(&app, &ann, None, json!({ "day": "2026-11-24", "work": "Tyres" }));
    let of = |filter: Value| {
        let mut input = filter;
        input["limit"] = json!(10);
        let page = app.call("list_bookings", input);
        let rows = page["rows"].as_array().unwrap().clone();
        rows.iter().map(|row| row["work"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(of(json!({})), ["Full service", "MOT", "Tyres"]);
    assert_eq!(of(json!({ "from": "2026-11-23", "to": "2026-11-23" })), ["Full service", "MOT"]);
    assert_eq!(of(json!({ "from": "2026-11-24" })), ["Tyres"]);
    app.call("print_bookings", json!({ "from": "2026-11-23", "to": "2026-11-23" }));
    let paper = flat(&pdf_text(&app.outlet.last_view()));
    assert!(
        paper.contains("Service Bookings") && paper.contains("MOT") && !paper.contains("Tyres"),
        "{paper}"
    );
    let audit = app.call("list_report_audit", json!({ "limit": 1 }));
    assert_eq!(
        (&audit["rows"][0]["criteria"], &audit["rows"][0]["people"]),
        (&json!("23/11/2026"), &json!(1)),
        "one person, booked twice"
    );
}
