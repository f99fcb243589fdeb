//! The service diary and the Service Booking Form in the window: by keys, by mouse, in small and in the dark.

use serde_json::{Value, json};

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::window::Window;

use crate::scene::{ANNA, Scene, sign_in};

/// A Monday that no clock of a test reaches.
const MONDAY: &str = "2027-03-01";

fn contact(scene: &Scene, term: &str) -> String {
    let found = scene.call("search_contacts", &json!({ "term": term, "limit": 1 }));
    found["rows"][0]["id"].as_str().expect("a contact").to_owned()
}

fn resource(scene: &Scene, kind: &str, name: &str) -> String {
    let draft =
        json!({ "kind": kind, "name": name, "minutes": [480, 480, 480, 480, 420, 240, 0], "active": true });
    let all = scene.call("save_resource", &json!({ "resource": draft }));
    let all = all.as_array().expect("a list");
    let one = all.iter().find(|one| one["name"] == name).expect("the one that was added");
    one["id"].as_str().expect("an id").to_owned()
}

fn book(scene: &Scene, contact: &str, resource: Option<&str>, when: (&str, i64, i64), work: &str) -> Value {
    let (day, starts, minutes) = when;
    scene.call(
        "save_booking",
        &json!({ "contact_id": contact, "over_hours": true, "booking": {
            "registration": "", "day": day, "starts": starts, "minutes": minutes,
            "resource_id": resource, "work": work, "notes": "",
        } }),
    )
}

/// A diary with something in it, of the Monday and the days behind.
fn busy(scene: &Scene) {
    let (ray, kim) = (resource(scene, "technician", "Ray Holt"), resource(scene, "technician", "Kim Ade"));
    let ramp = resource(scene, "ramp", "MOT ramp");
    let (zoe, other) = (contact(scene, "Brontë"), contact(scene, "Beresford"));
    for (who, resource, when, work) in [
        (&zoe, Some(&ray), (MONDAY, 510, 90), "Full service"),
        (&other, Some(&ray), (MONDAY, 615, 240), "Clutch"),
        (&other, Some(&kim), (MONDAY, 540, 60), "Front pads and discs"),
        (&zoe, Some(&kim), (MONDAY, 570, 60), "Wipers"),
        (&zoe, Some(&ramp), (MONDAY, 480, 45), "MOT"),
        (&other, None, (MONDAY, 840, 30), "Look at a noise"),
        (&zoe, Some(&ramp), ("2027-03-03", 600, 45), "MOT"),
        (&other, Some(&kim), ("2027-03-05", 480, 540), "Gearbox"),
    ] {
        book(scene, who, resource.map(String::as_str), when, work);
    }
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
}

fn diary(window: &Window, view: &str) {
    go(window, &format!("/service?day={MONDAY}{view}"));
    window.page().any("grid").is_there();
}

#[test]
fn the_diary_is_walked_booked_and_moved_by_keys_and_by_mouse() {
    let scene = Scene::start("diary");
    busy(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);
    window.page().part("navigation", "Main").link("Service").click();
    window.heading("Diary").is_there();
    diary(&window, "");
    let full = window.page().part_with("gridcell", "Full service");
    full.is_there();
    window.picture("1-day");

    // A quarter of an hour later by keys, and back by the mouse: 0.9 pixels a minute.
    full.press("Alt+ArrowDown");
    let later = window.page().part_with("gridcell", "08:45 – 10:15");
    later.shows("08:45");
    later.drag(0, -14);
    window.page().part_with("gridcell", "08:30 – 10:00").shows("Full service");
    // A drag that ends where it began records nothing.
    let version = |window: &Window| {
        let script = "return document.querySelectorAll('[role=status]').length";
        window.run(script, vec![]).json().clone()
    };
    let before = version(&window);
    window.page().part_with("gridcell", "Full service").drag(3, 4);
    assert_eq!(version(&window), before, "nothing is told, because nothing was done");

    diary(&window, "&view=week");
    window.page().part_with("button", "Gearbox").is_there();
    window.picture("2-week");
    window.page().part_with("button", "Look at a noise").press("Alt+ArrowDown");
    window.shows("is booked for 01/03/2027 14:00");
    window.resize(900, 600);
    window.picture("3-week-small");
    diary(&window, "");
    window.picture("4-day-small");
    window.resize(1280, 800);

    // Book by keys: a free place, Enter, the customer, the work.
    window.page().part("gridcell", "16:00, MOT ramp, free").press("Enter");
    window.heading("Service Booking Form").is_there();
    window.type_text("Brontë");
    window.page().part_with("option", "Zoë").is_there();
    window.picture("5-customer");
    window.press("ArrowDown");
    window.press("Enter");
    window.region("Marketing Consent").is_there();
    window.close();
}

#[test]
fn n14_the_service_booking_form_waits_for_the_review() {
    let scene = Scene::start("booking-gate");
    busy(&scene);
    let new = scene.call(
        "create_contact",
        &json!({ "contact": {
            "first_name": "Tom", "last_name": "Reed", "emails": [{ "address": "tom.reed@example.org" }],
            "phones": [{ "kind": "mobile", "typed": "07700 900321" }],
            "vehicles": [{ "registration": "AB12 CDE", "make": "Ford", "model": "Focus" }],
        } }),
    );
    let id = new["id"].as_str().expect("an id");
    let window = scene.open();
    sign_in(&window, ANNA);
    go(&window, &format!("/service/bookings/new?day={MONDAY}&start=900&contact={id}"));
    let review = window.page().part("dialog", "Review preferences of Tom Reed");
    review.is_there();
    window.picture("1-gate");
    review.button("Minimise").click();
    review.is_gone();
    window.shows("Never recorded");
    assert!(window.field("Work").is_disabled(), "only read until the review is answered");
    window.picture("2-minimised");
    // The notice above the form has one too, and it comes first.
    let first =
        "[...document.querySelectorAll('button')].find((b) => b.textContent === 'Review now').click()";
    window.run(first, vec![]);
    review.is_there();
    review.button("Customer not present, remind me").click();
    review.is_gone();
    window.until("the form", || (!window.field("Work").is_disabled()).then_some(()));
    window.field("Work").fill("Full service");
    window.picture("3-form");
    window.resize(900, 600);
    window.picture("4-form-small");
    window.resize(1280, 800);
    window.field("Work").press("Control+Enter");
    window.heading("Diary").is_there();
    window.page().part_with("gridcell", "Tom Reed").shows("AB12 CDE");

    go(&window, &format!("/customers/contacts/{id}?tab=service"));
    window.region("Bookings").shows("Full service");
    window.picture("5-record");
    go(&window, "/settings/service/workshop");
    window.shows("Ray Holt");
    window.picture("6-workshop");
    window.close();
}

#[test]
fn the_diary_in_the_dark() {
    let scene = Scene::on(Desktop::with("diary-dark", Theme::Dark));
    busy(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);
    diary(&window, "");
    window.picture("1-day");
    assert_eq!(window.axe(), Vec::<String>::new());
    diary(&window, "&view=week");
    window.picture("2-week");
    assert_eq!(window.axe(), Vec::<String>::new());
    let zoe = contact(&scene, "Brontë");
    go(&window, &format!("/service/bookings/new?day={MONDAY}&start=900&contact={zoe}"));
    window.region("Marketing Consent").is_there();
    window.picture("3-form");
    window.close();
}
