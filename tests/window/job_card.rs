//! The Service Record in the real window: from the booking to the card that is ready, by keyboard.

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::window::Window;
use serde_json::{Value, json};

use crate::scene::{ANNA, Scene, sign_in};

/// A dealership with a technician, a part on the shelf and a booking; gives the booking.
fn booked(scene: &Scene) -> Value {
    let minutes = [480, 480, 480, 480, 480, 480, 480];
    let technician = json!({ "kind": "technician", "name": "Ray Holt", "minutes": minutes, "active": true });
    let all = scene.call("save_resource", &json!({ "resource": technician }));
    let rays = all.as_array().into_iter().flatten().find(|one| one["name"] == "Ray Holt");
    let resource = rays.map_or(Value::Null, |one| one["id"].clone());
    let pads = json!({
        "number": "0 986 494 404", "description": "Brake pads, front", "unit_price": "64.50",
        "vat_rate": "standard", "location": "B-14", "low_stock": "", "active": true,
    });
    scene.call("create_part", &json!({ "part": pads, "in_stock": "4" }));
    let contact = scene.call("get_contact", &json!({ "id": "1" }));
    let vehicles = scene.call("list_contact_vehicles", &json!({ "contact_id": "1" }));
    let session = scene.call("show_session", &json!({}));
    let booking = json!({
        "vehicle_id": vehicles[0]["id"], "registration": "", "resource_id": resource, "day": session["today"],
        "starts": 540, "minutes": 90, "work": "Annual service\nFront brakes squeal", "notes": "Key in the box",
    });
    scene.call("save_booking", &json!({ "contact_id": contact["id"], "booking": booking }))
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
}

/// The review that is due is put off, so that the record can be changed.
fn put_off_review(window: &Window) {
    let defer = "Customer not present, remind me";
    let there = "return [...document.querySelectorAll('button')].some((b) => b.textContent === arguments[0])";
    std::thread::sleep(std::time::Duration::from_millis(900));
    if window.run(there, vec![json!(defer)]).json() == true {
        window.button(defer).click();
        window.button(defer).is_gone();
    }
}

#[test]
fn t03_a_job_goes_from_booking_to_ready_by_keyboard() {
    let scene = Scene::start("job-card");
    let booking = booked(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);
    go(&window, &format!("/service/bookings/{}", booking["id"].as_str().unwrap_or_default()));
    window.button("Open job card").is_there();
    put_off_review(&window);
    window.button("Open job card").press("Enter");
    window.heading("JC-000001").is_there();
    window.picture("job-1-review");
    put_off_review(&window);
    window.picture("job-2-arrived");

    window.field("Mileage").fill("42,150");
    window.button("Start work").press("Enter");
    window.button("Job is ready").is_there();
    window.field("Description, line 1").fill("Annual service");
    window.field("Quantity, line 1").fill("1.5");
    window.field("Quantity, line 1").press("Enter");
    window.field("Kind, line 2").press("p");
    window.field("Description, line 2").fill("0986494404");
    window.page().any("choice").is_there();
    window.picture("job-3-part");
    window.field("Description, line 2").press("ArrowDown");
    window.field("Description, line 2").press("Enter");
    window.shows("Part 0 986 494 404");
    window.shows("£230.40");
    window.picture("job-4-lines");
    window.press("Control+S");
    window.shows("JC-000001 saved");
    window.button("Job is ready").press("Enter");
    window.button("Back to work").is_there();
    window.picture("job-5-ready");

    go(&window, "/service/job-cards");
    window.grid("Service Records").shows("JC-000001");
    window.picture("job-6-list");
    window.resize(900, 600);
    window.picture("job-7-list-small");
    go(&window, "/service/job-cards/1");
    window.button("Invoice").is_there();
    put_off_review(&window);
    window.picture("job-8-small");
    window.close();
    let card = scene.call("get_job_card", &json!({ "id": "1" }));
    assert_eq!((&card["status"], &card["mileage"]), (&json!("ready"), &json!(42_150)));
    assert_eq!(card["sums"]["total_text"], "£230.40", "1.5 h at £85.00 and pads for £64.50, with VAT");
}

#[test]
fn the_service_record_is_accessible_in_dark_with_large_text_and_in_the_smallest_window() {
    let scene = Scene::on(Desktop::with("job-card-dark", Theme::Dark));
    let booking = booked(&scene);
    scene.call("open_job_card", &json!({ "booking_id": booking["id"] }));
    let mut wrong = Vec::new();
    for (name, environment, size) in [
        ("dark", &[][..], (1280, 800)),
        ("large", &[("GDK_DPI_SCALE", "1.5")][..], (1280, 720)),
        ("small", &[][..], (900, 600)),
    ] {
        let window = scene.open_with(environment);
        sign_in(&window, ANNA);
        window.resize(size.0, size.1);
        for (what, place) in [("list", "/service/job-cards"), ("record", "/service/job-cards/1")] {
            go(&window, place);
            window.heading(if what == "list" { "Service Records" } else { "JC-000001" }).is_there();
            put_off_review(&window);
            window.picture(&format!("job-{name}-{what}"));
            let found = window.axe().into_iter().chain(window.out_of_reach());
            wrong.extend(found.map(|words| format!("{name} {what}: {words}")));
        }
        window.close();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
