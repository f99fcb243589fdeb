//! Vehicles (T-01): one record, many keepers over time, plates that move; and whether its keeper may be reminded
//! (N-07, M-15).

use crate::scene::{
    contact, dump, exported, found_in, history, maria, maria_with_the_right, save, siobhan, verifies,
};
use forecourt_dispatch::Code;
use forecourt_tests::app::TestApp;
use serde_json::{Value, json};

fn vehicle(app: &TestApp, fields: Value) -> Value {
    app.call("create_vehicle", json!({ "vehicle": fields }))
}

fn get(app: &TestApp, id: &Value) -> Value {
    app.call("get_vehicle", json!({ "id": id }))
}

fn search(app: &TestApp, term: &str) -> Value {
    app.call("search_vehicles", json!({ "term": term, "limit": 8 }))
}

fn plates(rows: &Value) -> Vec<&str> {
    rows.as_array().unwrap().iter().map(|row| row["registration"].as_str().unwrap()).collect()
}

/// Who is found by a plate in the search box for people.
fn people(app: &TestApp, term: &str) -> Vec<String> {
    let found = app.call("search_contacts", json!({ "term": term, "limit": 20 }));
    found["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned()).collect()
}

/// The only vehicle of a contact, by its record.
fn car_of(app: &TestApp, contact: &str) -> Value {
    let view = app.call("get_contact", json!({ "id": contact }));
    let id = &view["vehicles"][0]["id"];
    assert!(id.is_string(), "{view}");
    get(app, id)
}

fn edit_vehicles(app: &TestApp, contact: &str, change: impl FnOnce(&mut Vec<Value>)) -> Value {
    let mut view = app.call("get_contact", json!({ "id": contact }));
    let mut vehicles = view["vehicles"].as_array().unwrap().clone();
    change(&mut vehicles);
    view["vehicles"] = vehicles.into();
    for phone in view["phones"].as_array_mut().unwrap() {
        *phone = json!({ "kind": phone["kind"], "typed": phone["typed"] });
    }
    app.call("update_contact", json!({ "id": contact, "version": view["version"], "contact": view }))
}

fn typed(view: &Value) -> Value {
    let text = |field: &str| view[field].as_str().unwrap_or_default().to_owned();
    let mut draft = json!({ "recall": view["recall"], "no_service_contact": view["no_service_contact"] });
    for field in [
        "registration",
        "vin",
        "make",
        "model",
        "colour",
        "fuel",
        "first_registered",
        "mot_due",
        "service_due",
        "last_v5c",
    ] {
        draft[field] = text(field).into();
    }
    draft
}

fn update(app: &TestApp, view: &Value, fields: Value) -> Value {
    let mut draft = typed(view);
    for (name, value) in fields.as_object().unwrap() {
        draft[name] = value.clone();
    }
    app.call("update_vehicle", json!({ "id": view["id"], "version": view["version"], "vehicle": draft }))
}

#[test]
fn t01_a_vehicle_is_kept_as_it_is_and_found_by_plate_and_vin() {
    let app = TestApp::new();
    maria(&app);
    let made = vehicle(
        &app,
        json!({
            "registration": "eu56jec", "vin": "wf0axxwpma7h12345", "make": "Ford", "model": "Focus",
            "fuel": "PETROL", "first_registered": "2006-09-14", "mot_due": "2026-11-30", "mileage": 42117,
        }),
    );
    assert_eq!(
        (&made["registration"], &made["vin"], &made["fuel"], &made["called"]),
        (&json!("EU56 JEC"), &json!("WF0AXXWPMA7H12345"), &json!("Petrol"), &json!("EU56 JEC Ford Focus"))
    );
    assert_eq!(made["mileages"], json!([{ "read_on": "2026-11-21", "miles": 42117, "source": "typed" }]));
    assert_eq!((&made["keeper"], &made["warnings"]), (&Value::Null, &json!([])));
    vehicle(&app, json!({ "registration": "EU56 JED", "make": "Ford", "model": "Fiesta" }));
    vehicle(&app, json!({ "registration": "LO01 ABC", "make": "Rover" }));
    for (term, found, meant) in [
        ("EU56 JEC", vec!["EU56 JEC"], vec![]),
        ("eu56jec", vec!["EU56 JEC"], vec![]),
        ("EU56", vec!["EU56 JEC", "EU56 JED"], vec![]),
        ("wf0axxwpma7h1", vec!["EU56 JEC"], vec![]),
        ("WF0AXXWPMA7H12345", vec!["EU56 JEC"], vec![]),
        ("H12345", vec!["EU56 JEC"], vec![]),
        ("12345", vec!["EU56 JEC"], vec![]),
        ("LOO1 ABC", vec![], vec!["LO01 ABC"]),
        ("lo0iabc", vec![], vec!["LO01 ABC"]),
        ("LO01 ABC", vec!["LO01 ABC"], vec![]),
        ("smith", vec![], vec![]),
        ("E", vec![], vec![]),
        ("", vec![], vec![]),
    ] {
        let answer = search(&app, term);
        assert_eq!(plates(&answer["rows"]), found, "{term}");
        assert_eq!(plates(&answer["suggestions"]), meant, "{term}");
    }
    let known = search(&app, "LOO1ABC");
    assert_eq!(known["suggestions"][0]["by"], "looks_alike");
    let made = vehicle(&app, json!({ "registration": "LOO1 ABC", "make": "Austin" }));
    assert_eq!(made["registration"], "LOO1 ABC", "suggested, never silently changed");
}

#[test]
fn t01_no_two_vehicles_bear_one_plate_or_have_one_vin() {
    let app = TestApp::new();
    maria(&app);
    let one =
        vehicle(&app, json!({ "registration": "EU56 JEC", "make": "Ford", "vin": "WF0AXXWPMA7H12345" }));
    let same = json!({ "vehicle": { "registration": "eu 56 jec", "make": "Opel" } });
    let refused = app.refused("create_vehicle", same);
    assert_eq!(
        (refused.code, refused.fields["vehicle_id"].as_str()),
        (Code::Invalid, one["id"].as_str().unwrap())
    );
    assert!(refused.message.contains("EU56 JEC Ford"), "{}", refused.message);
    let vin = app.refused("create_vehicle", json!({ "vehicle": { "vin": "WF0AXXWPMA7H12345" } }));
    assert!(vin.fields.contains_key("vin"), "{vin:?}");
    let other = vehicle(&app, json!({ "registration": "AB12 CDE" }));
    let mut draft = typed(&other);
    draft["registration"] = json!("EU56 JEC");
    let input = json!({ "id": other["id"], "version": other["version"], "vehicle": draft });
    assert!(app.refused("update_vehicle", input).fields.contains_key("registration"));
}

#[test]
fn t01_a_plate_moves_and_the_vehicle_stays() {
    let app = TestApp::new();
    maria(&app);
    let (ida, ann) = (siobhan(&app), contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" })));
    let car = car_of(&app, &ida);
    let input = json!({ "vehicle": { "registration": "A1 JEC", "make": "MG" }, "contact_id": ann });
    let donor = app.call("create_vehicle", input);
    assert_eq!(people(&app, "A1 JEC"), ["Ann Rush"]);
    let change = |version: &Value, from_other: bool| {
        json!({
            "id": car["id"], "version": version, "registration": "a1jec", "on": "2026-11-20",
            "from_other": from_other,
        })
    };
    let refused = app.refused("change_plate", change(&car["version"], false));
    assert!(refused.message.contains("A1 JEC MG"), "{}", refused.message);
    let moved = app.call("change_plate", change(&car["version"], true));
    assert_eq!((&moved["registration"], &moved["plate_since"]), (&json!("A1 JEC"), &json!("2026-11-20")));
    assert_eq!(
        moved["plates"],
        json!([{ "registration": "EU56 JEC", "since": null, "until": "2026-11-20" }])
    );
    assert_eq!(moved["id"], car["id"]);
    let given = get(&app, &donor["id"]);
    assert_eq!((&given["registration"], &given["plates"][0]["registration"]), (&json!(""), &json!("A1 JEC")));
    // Search, the lists and the contact's own record follow.
    assert_eq!(people(&app, "A1JEC"), ["Siobhán O'Brien-Ng"]);
    assert_eq!(people(&app, "EU56JEC"), Vec::<String>::new());
    let listed = app.call("list_contacts", json!({ "limit": 10 }));
    let plate_of = |id: &str| {
        let rows = listed["rows"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap()["registration"].clone()
    };
    assert_eq!((plate_of(&ida), plate_of(&ann)), (json!("A1 JEC"), json!("")));
    let found = search(&app, "EU56 JEC");
    assert_eq!(
        (&found["rows"][0]["by"], &found["rows"][0]["former"]),
        (&json!("former_registration"), &json!("EU56 JEC"))
    );
    assert_eq!(found["rows"][0]["keeper"], "Siobhán O'Brien-Ng");
    // Who saw it as it was is told.
    let stale = app.refused("change_plate", change(&car["version"], true));
    assert_eq!(stale.code, Code::Conflict);
    let titles: Vec<Value> = history(&app, &ann).iter().map(|entry| entry["title"].clone()).collect();
    assert!(titles.contains(&json!("Registration changed")), "{titles:?}");
    verifies(&app);
}

#[test]
fn t01_a_vehicle_has_many_keepers_over_time() {
    let app = TestApp::new();
    maria(&app);
    let (ida, ann) = (siobhan(&app), contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" })));
    let car = car_of(&app, &ida);
    let to = |version: &Value, contact: Value, on: &str| json!({ "id": car["id"], "version": version, "contact_id": contact, "on": on });
    let sold = app.call("change_keeper", to(&car["version"], json!(ann), "2026-11-10"));
    assert_eq!(
        (&sold["keeper"]["name"], &sold["keeper"]["since"]),
        (&json!("Ann Rush"), &json!("2026-11-10"))
    );
    assert_eq!(
        (&sold["keepers"][1]["name"], &sold["keepers"][1]["until"]),
        (&json!("Siobhán O'Brien-Ng"), &json!("2026-11-10"))
    );
    assert_eq!(people(&app, "EU56 JEC"), ["Ann Rush"]);
    assert_eq!(app.call("get_contact", json!({ "id": ida }))["vehicles"], json!([]));
    let kept = app.call("list_contact_vehicles", json!({ "contact_id": ida }));
    assert_eq!((&kept[0]["registration"], &kept[0]["until"]), (&json!("EU56 JEC"), &json!("2026-11-10")));
    let early = app.refused("change_keeper", to(&sold["version"], Value::Null, "2026-11-09"));
    assert!(early.fields.contains_key("on"));
    let ahead = app.refused("change_keeper", to(&sold["version"], Value::Null, "2026-11-22"));
    assert!(ahead.fields.contains_key("on"));
    let gone = app.call("change_keeper", to(&sold["version"], Value::Null, "2026-11-21"));
    assert_eq!((&gone["keeper"], gone["keepers"].as_array().unwrap().len()), (&Value::Null, 2));
    assert_eq!(people(&app, "EU56 JEC"), Vec::<String>::new());
    let nobody = app.refused("change_keeper", to(&gone["version"], Value::Null, "2026-11-21"));
    assert!(nobody.fields.contains_key("contact_id"));
    let line = history(&app, &ann);
    assert!(line.iter().any(|entry| entry["title"] == "No longer keeper of a vehicle"), "{line:?}");
    verifies(&app);
}

#[test]
fn t01_the_contacts_own_form_edits_shared_vehicles() {
    let app = TestApp::new();
    maria(&app);
    let ida = siobhan(&app);
    let bob = contact(
        &app,
        json!({ "first_name": "Bob", "last_name": "Ng", "vehicles": [{ "registration": "eu56jec", "model": "Focus 1.6" }] }),
    );
    let car = car_of(&app, &ida);
    assert_eq!(car["id"], car_of(&app, &bob)["id"], "one plate is one vehicle");
    assert_eq!(car["model"], "Focus", "what somebody said stays");
    let before = app.call("get_contact", json!({ "id": bob }))["version"].clone();
    edit_vehicles(&app, &ida, |rows| rows[0]["model"] = json!("Focus Ghia"));
    let theirs = app.call("get_contact", json!({ "id": bob }));
    assert_eq!(theirs["vehicles"][0]["model"], "Focus Ghia");
    assert_ne!(theirs["version"], before, "whoever has it open is told");
    assert!(history(&app, &bob).iter().any(|entry| entry["title"] == "Contact changed"));
    // A slip of the hand is put right, for everybody who keeps it.
    edit_vehicles(&app, &ida, |rows| rows[0]["registration"] = json!("EU56 JED"));
    assert_eq!(people(&app, "EU56 JED").len(), 2);
    assert_eq!(people(&app, "EU56 JEC").len(), 0);
    assert_eq!(car_of(&app, &bob)["id"], car["id"]);
    // Another plate altogether is another vehicle.
    edit_vehicles(&app, &ida, |rows| rows[0]["registration"] = json!("AB12 CDE"));
    let other = car_of(&app, &ida);
    assert_ne!(other["id"], car["id"]);
    let was = get(&app, &car["id"]);
    assert_eq!(was["keeper"]["name"], "Bob Ng");
    assert_eq!(
        (&was["keepers"][1]["name"], &was["keepers"][1]["until"]),
        (&json!("Siobhán O'Brien-Ng"), &json!("2026-11-21"))
    );
    // Taken off the list and put back the same day, it never went.
    edit_vehicles(&app, &ida, |rows| rows.clear());
    assert_eq!(get(&app, &other["id"])["keeper"], Value::Null);
    edit_vehicles(&app, &ida, |rows| rows.push(json!({ "registration": "ab12cde" })));
    let again = get(&app, &other["id"]);
    assert_eq!(
        (again["keepers"].as_array().unwrap().len(), &again["keepers"][0]["until"]),
        (1, &Value::Null)
    );
    // The order of the form is kept, and the first plate is the one that lists show.
    edit_vehicles(&app, &ida, |rows| rows.insert(0, json!({ "registration": "X1 ABC" })));
    let view = app.call("get_contact", json!({ "id": ida }));
    assert_eq!(plates(&view["vehicles"]), ["X1 ABC", "AB12 CDE"]);
    edit_vehicles(&app, &ida, |rows| rows.reverse());
    let view = app.call("get_contact", json!({ "id": ida }));
    assert_eq!(plates(&view["vehicles"]), ["AB12 CDE", "X1 ABC"]);
    assert_eq!(get(&app, &other["id"])["keepers"].as_array().unwrap().len(), 1, "moved, not handed over");
    verifies(&app);
}

#[test]
fn t01_what_a_look_up_tells_of_the_mileage_is_a_reading_of_its_own() {
    let app = TestApp::new();
    let told = json!({ "miles": 88_120, "on": "2025-12-01" });
    let view =
        vehicle(&app, json!({ "registration": "LK57 ABC", "mileage": 90_000, "looked_up": told.clone() }));
    let readings = |view: &Value| -> Vec<(i64, String)> {
        let all = view["mileages"].as_array().unwrap().iter();
        all.map(|one| (one["miles"].as_i64().unwrap(), one["source"].as_str().unwrap().to_owned())).collect()
    };
    let both = [(90_000, "typed".to_owned()), (88_120, "mot".to_owned())];
    assert_eq!(readings(&view), both);
    assert_eq!(view["looked_up_local"], "21/11/2026 10:00");
    let again = update(&app, &view, json!({ "looked_up": told }));
    assert_eq!(readings(&again), both, "the same test is told once");
    let wrong = json!({ "registration": "EU56 JEC", "looked_up": { "miles": -1, "on": "2025-12-01" } });
    assert!(app.refused("create_vehicle", json!({ "vehicle": wrong })).fields.contains_key("mileage"));
    verifies(&app);
}

#[test]
fn what_two_people_save_at_once_is_told() {
    let app = TestApp::new();
    maria(&app);
    let made = vehicle(&app, json!({ "registration": "EU56 JEC", "make": "Ford" }));
    let saved = update(&app, &made, json!({ "colour": "Blue" }));
    assert_eq!(saved["version"], 2);
    let input = json!({ "id": made["id"], "version": made["version"], "vehicle": typed(&made) });
    let refused = app.refused("update_vehicle", input);
    assert_eq!((refused.code, refused.fields["changed_by"].as_str()), (Code::Conflict, "Maria Keane"));
    let again =
        app.call("update_vehicle", json!({ "id": made["id"], "version": 2, "vehicle": typed(&saved) }));
    assert_eq!(again["version"], 2, "nothing changed, nothing written");
    let request = json!({ "vehicle": { "registration": "X1 ABC" }, "request": "form-1" });
    let (one, two) = (app.call("create_vehicle", request.clone()), app.call("create_vehicle", request));
    assert_eq!(one["id"], two["id"], "two clicks make one");
    verifies(&app);
}

#[test]
fn the_list_is_in_the_order_of_what_is_due() {
    let app = TestApp::new();
    for (plate, make, mot) in [
        ("CC12 CCC", "Vauxhall", "2026-12-05"),
        ("AA12 AAA", "ford", ""),
        ("BB12 BBB", "Audi", "2026-11-30"),
        ("", "Steam engine", "2027-01-01"),
    ] {
        vehicle(&app, json!({ "registration": plate, "make": make, "mot_due": mot }));
    }
    let list = |filter: Value| {
        let mut all = Vec::new();
        let mut after = Value::Null;
        loop {
            let mut input = filter.clone();
            input["limit"] = json!(2);
            input["after"] = after;
            let page = app.call("list_vehicles", input);
            all.extend(
                page["rows"].as_array().unwrap().iter().map(|row| row["make"].as_str().unwrap().to_owned()),
            );
            after = page["next"].clone();
            if after.is_null() {
                return all;
            }
        }
    };
    assert_eq!(list(json!({})), ["ford", "Audi", "Vauxhall", "Steam engine"]);
    assert_eq!(list(json!({ "sort": "make" })), ["Audi", "ford", "Steam engine", "Vauxhall"]);
    assert_eq!(
        list(json!({ "sort": "make", "descending": true })),
        ["Vauxhall", "Steam engine", "ford", "Audi"]
    );
    assert_eq!(list(json!({ "sort": "mot_due" })), ["Audi", "Vauxhall", "Steam engine", "ford"]);
    assert_eq!(list(json!({ "sort": "mot_due", "due_until": "2026-12-31" })), ["Audi", "Vauxhall"]);
    let last_first = json!({ "sort": "mot_due", "due_until": "2026-12-31", "descending": true });
    assert_eq!(list(last_first), ["Vauxhall", "Audi"]);
    let at = app.call("list_vehicles", json!({ "at": 3, "limit": 5 }));
    assert_eq!((&at["rows"][0]["make"], &at["total"]), (&json!("Steam engine"), &json!(4)));
    let refused = app.refused("list_vehicles", json!({ "due_until": "2026-12-31", "limit": 5 }));
    assert!(refused.fields.contains_key("due_until"));
    let left = app.call("export_vehicles", json!({ "sort": "mot_due", "due_until": "2026-12-31" }));
    let text = std::fs::read_to_string(exported(&app, &left)).unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    assert!(text.contains("BB12 BBB,Audi,,,30/11/2026"), "{text}");
}

fn reminder<'v>(view: &'v Value, kind: &str) -> &'v Value {
    let all = view["reminders"].as_array().unwrap();
    all.iter().find(|one| one["kind"] == kind).unwrap_or_else(|| panic!("no {kind}: {view}"))
}

fn channel<'v>(reminder: &'v Value, channel: &str) -> &'v Value {
    let all = reminder["channels"].as_array().unwrap();
    all.iter().find(|one| one["channel"] == channel).unwrap()
}

/// A car bought here on 10/05/2024 by somebody who may be mailed about service; its MOT is due on 30/11/2026.
fn sold(app: &TestApp) -> Value {
    let ida = siobhan(app);
    save(app, &ida, json!({ "us": { "email": true, "service": true }, "notes": "asked" }));
    let car = car_of(app, &ida);
    let handed =
        json!({ "id": car["id"], "version": car["version"], "contact_id": null, "on": "2024-05-10" });
    let free = app.call("change_keeper", handed);
    let handed =
        json!({ "id": car["id"], "version": free["version"], "contact_id": ida, "on": "2024-05-10" });
    let car = app.call("change_keeper", handed);
    update(app, &car, json!({ "mot_due": "2026-11-30", "service_due": "2026-12-15" }))
}

#[test]
fn m15_a_later_v5c_asks_whether_it_is_still_their_car() {
    let app = TestApp::new();
    maria(&app);
    let car = sold(&app);
    for kind in ["mot", "service"] {
        assert_eq!(reminder(&car, kind)["state"], "may_send", "{car}");
        assert_eq!(reminder(&car, kind)["why"], "By Email.");
    }
    assert_eq!(channel(reminder(&car, "mot"), "sms")["verdict"], "block");
    let car = update(&app, &car, json!({ "last_v5c": "2026-09-02" }));
    for kind in ["mot", "service"] {
        let asked = reminder(&car, kind);
        assert_eq!(asked["state"], "question");
        assert_eq!(asked["why"], "The keeper may have changed: a V5C was issued on 02/09/2026.");
        let mail = channel(asked, "email");
        assert_eq!(mail["verdict"], "block");
    }
    // They say that it is theirs, and are reminded again.
    let theirs = json!({ "id": car["id"], "version": car["version"], "contact_id": car["keeper"]["contact_id"], "on": "2026-11-21" });
    let car = app.call("change_keeper", theirs);
    assert_eq!(reminder(&car, "mot")["state"], "may_send");
    assert_eq!(car["keepers"][0]["confirmed_on"], "2026-11-21");
    verifies(&app);
}

#[test]
fn m15_an_mot_renewed_elsewhere_drops_the_reminder() {
    let app = TestApp::new();
    maria(&app);
    let car = sold(&app);
    let car = update(&app, &car, json!({ "mot_due": "2027-11-30" }));
    let mot = reminder(&car, "mot");
    assert_eq!((&mot["due"], &mot["state"]), (&json!("2026-11-30"), &json!("dropped")));
    assert_eq!(mot["why"], "The MOT is renewed already, to 30/11/2027.");
    assert_eq!(reminder(&car, "service")["state"], "may_send", "a service is due none the less");
    app.set_clock("2027-10-01T10:00:00Z");
    app.sign_in("maria");
    let car = get(&app, &car["id"]);
    assert_eq!(reminder(&car, "mot")["due"], "2027-11-30", "the next time round");
}

#[test]
fn m15_a_recall_is_told_whatever_the_ticks() {
    let app = TestApp::new();
    maria(&app);
    let car = sold(&app);
    let keeper = car["keeper"]["contact_id"].as_str().unwrap().to_owned();
    let car = update(&app, &car, json!({ "recall": "yes", "no_service_contact": true }));
    app.call("set_exclusion", json!({ "contact_id": keeper, "version": crate::scene::consent(&app, &keeper)["version"], "excluded": true, "notes": "asked", "screen": "contact_record" }));
    let car = get(&app, &car["id"]);
    let recall = reminder(&car, "recall");
    assert_eq!(recall["state"], "may_send", "{recall}");
    let mail = channel(recall, "email");
    assert_eq!(
        (&mail["verdict"], mail["reasons"][0].as_str().unwrap().contains("outstanding recall")),
        (&json!("allow"), true)
    );
    for kind in ["mot", "service"] {
        assert_eq!(reminder(&car, kind)["state"], "dropped");
    }
    let none = update(&app, &car, json!({ "recall": "no" }));
    assert!(none["reminders"].as_array().unwrap().iter().all(|one| one["kind"] != "recall"));
}

#[test]
fn n07_a_vehicle_set_to_no_service_contact_is_left_alone() {
    let app = TestApp::new();
    maria(&app);
    let car = sold(&app);
    let car = update(&app, &car, json!({ "no_service_contact": true }));
    for kind in ["mot", "service"] {
        let quiet = reminder(&car, kind);
        assert_eq!(
            (&quiet["state"], &quiet["why"]),
            (&json!("dropped"), &json!("This vehicle is set to no service contact."))
        );
    }
}

#[test]
fn an_erasure_leaves_nothing_of_the_keeper_and_the_car_to_whoever_has_it() {
    let app = TestApp::new();
    maria_with_the_right(&app);
    let (ida, ann) = (siobhan(&app), contact(&app, json!({ "first_name": "Ann", "last_name": "Rush" })));
    let car = car_of(&app, &ida);
    let lone =
        app.call("create_vehicle", json!({ "vehicle": { "registration": "S10 BHN" }, "contact_id": ida }));
    let plate =
        json!({ "id": car["id"], "version": car["version"], "registration": "AB12 CDE", "on": "2026-11-01" });
    let car = app.call("change_plate", plate);
    let handed = json!({ "id": car["id"], "version": car["version"], "contact_id": ann, "on": "2026-11-10" });
    app.call("change_keeper", handed);
    app.call("erase_contact", json!({ "contact_id": ida, "confirm_name": "Siobhán O'Brien-Ng" }));
    let left = get(&app, &car["id"]);
    assert_eq!((&left["keeper"]["name"], left["keepers"].as_array().unwrap().len()), (&json!("Ann Rush"), 1));
    assert_eq!(left["plates"], json!([]), "what it bore in other hands");
    assert_eq!(app.refused("get_vehicle", json!({ "id": lone["id"] })).code, Code::NotFound);
    let dump = dump(&app);
    for trace in ["EU56", "S10 BHN", "S10BHN", "s10bhn"] {
        assert_eq!(found_in(&dump, trace), Vec::<&str>::new(), "{trace}");
    }
    verifies(&app);
}

#[test]
fn an_import_names_vehicles_once_and_takes_its_own_back() {
    let app = TestApp::new();
    siobhan(&app);
    let path = app.outlet.exports().join("cars.csv");
    let text = "first_name,last_name,email,registration,make,model\n\
        Bob,Ng,bob@example.com,EU56 JEC,Opel,Astra\n\
        Una,Row,una@example.com,ab12cde,Ford,\n\
        Ulf,Row,ulf@example.com,AB12 CDE,,Ka\n\
        Ugo,Row,ugo@example.com,,Fiat,500\n";
    std::fs::write(&path, text).unwrap();
    let done = app.call("run_import", json!({ "file": app.offer(&path), "job": "job" }));
    assert_eq!(done["created"], 4, "{done}");
    let total = |app: &TestApp| app.call("list_vehicles", json!({ "limit": 10 }))["total"].clone();
    assert_eq!(total(&app), 3, "EU56 JEC, AB12 CDE and a Fiat");
    let shared = search(&app, "AB12CDE")["rows"][0].clone();
    assert_eq!((&shared["make"], &shared["model"]), (&json!("Ford"), &json!("Ka")));
    let known = search(&app, "EU56JEC")["rows"][0].clone();
    assert_eq!((&known["make"], &known["model"]), (&json!("Ford"), &json!("Focus")));
    assert_eq!(people(&app, "EU56JEC").len(), 2);
    app.call("undo_import", json!({ "id": done["import_id"] }));
    assert_eq!(total(&app), 1);
    assert_eq!(people(&app, "EU56JEC").len(), 1);
    assert_eq!(search(&app, "AB12CDE")["rows"], json!([]));
    verifies(&app);
}
