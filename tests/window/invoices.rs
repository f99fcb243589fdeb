//! Invoices in the real window: an invoice is posted at its screen, printed with and without telephone and email,
//! and credited; every screen of theirs in light and dark, in the smallest window and with large text.

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::window::Window;
use serde_json::{Value, json};

use crate::scene::{ANNA, Scene, sign_in};

/// A draft of a job, and a posted invoice of the counter with names as long as they come.
fn invoices(scene: &Scene) -> (String, String) {
    let card =
        scene.call("open_job_card", &json!({ "contact_id": "1", "vehicle_id": "1", "mileage": 45_210 }));
    let line = |description: &str, price: i64| {
        json!({ "kind": "labour", "description": description, "quantity": 150, "unit_price": price,
            "vat_rate": "standard" })
    };
    let fields = json!({
        "vehicle_id": card["vehicle"]["id"], "mileage": 45_210, "work": "Annual service", "notes": "",
        "due_on": card["due_on"], "technician_id": card["technician"]["id"],
        "lines": [line("Annual service as agreed, with all fluids looked at and topped up", 8_500),
            line("Front brake pads and discs, fitted", 12_345)],
    });
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let mut card = scene
        .call("update_job_card", &json!({ "id": card["id"], "version": card["version"], "card": fields }));
    for to in ["arrived", "in_work", "ready"] {
        card =
            scene.call("set_job_status", &json!({ "id": card["id"], "version": card["version"], "to": to }));
    }
    let draft = scene.call("draft_invoice", &json!({ "job_card_id": card["id"] }));
    let sold = scene.call(
        "draft_invoice",
        &json!({ "kind": "parts", "name": "Messrs Featherstonehaugh-Cholmondeley & Daughters of Great Malvern",
            "lines": [{ "kind": "other", "description": "Wiper blades", "quantity": 200, "unit_price": 1_250,
                "vat_rate": "standard" }] }),
    );
    let posted = scene.call("post_invoice", &json!({ "id": sold["id"], "version": sold["version"] }));
    (id(&draft), id(&posted))
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
    let stands =
        "return document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";
    window.until(place, || (window.run(stands, vec![]).json() == true).then_some(()));
    // What is asked of the database for it comes a moment later.
    std::thread::sleep(std::time::Duration::from_millis(500));
}

#[test]
fn a_draft_is_posted_printed_and_credited() {
    let scene = Scene::start("invoices");
    let (draft, _) = invoices(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);
    go(&window, &format!("/invoices/{draft}"));
    window.heading("Draft invoice").is_there();
    window.picture("1-draft");
    window.button("Post").click();
    window.dialog("Post this service invoice?").is_there();
    window.picture("2-post");
    window.dialog("Post this service invoice?").button("Post").click();
    window.heading("SI-000001").is_there();
    window.picture("3-posted");
    window.button("Print").click();
    let first = scene.opened(&window, 1);
    scene.keep(first.as_ref(), "4-invoice.pdf");
    go(&window, "/settings/service/invoices");
    window.heading("Invoices").is_there();
    window.picture("5-settings");
    go(&window, "/service/invoices");
    window.grid("Invoices").shows("SI-000001");
    window.picture("6-list");
    go(&window, &format!("/invoices/{draft}"));
    window.heading("SI-000001").is_there();
    window.button("Credit note").click();
    window.dialog("Credit SI-000001").is_there();
    window.picture("7-credit");
    window.close();
}

/// Goes everywhere, and fails at the end with everything that was wrong anywhere.
fn look(window: &Window, places: &[(&str, String)], look: fn(&Window) -> Vec<String>) {
    let mut wrong = Vec::new();
    for (name, place) in places {
        go(window, place);
        window.picture(name);
        wrong.extend(look(window).into_iter().map(|words| format!("{name}: {words}")));
    }
    assert!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
}

fn places((draft, posted): &(String, String)) -> Vec<(&'static str, String)> {
    vec![
        ("draft", format!("/invoices/{draft}")),
        ("posted", format!("/invoices/{posted}")),
        ("no-such-invoice", "/invoices/999999".to_owned()),
        ("service-invoices", "/service/invoices".to_owned()),
        ("parts-invoices", "/parts/invoices".to_owned()),
        ("invoice-settings", "/settings/service/invoices".to_owned()),
    ]
}

#[test]
fn invoices_are_for_everybody_in_light_and_dark() {
    for (name, theme) in [("invoices-light", Theme::Light), ("invoices-dark", Theme::Dark)] {
        let scene = Scene::on(Desktop::with(name, theme));
        let made = invoices(&scene);
        let window = scene.open();
        sign_in(&window, ANNA);
        look(&window, &places(&made), Window::axe);
        window.close();
    }
}

#[test]
fn invoices_are_whole_in_the_smallest_window_and_with_large_text() {
    let scene = Scene::start("invoices-small");
    let made = invoices(&scene);
    let window = scene.open();
    window.resize(900, 600);
    sign_in(&window, ANNA);
    look(&window, &places(&made), Window::out_of_reach);
    window.close();
    let window = scene.open_with(&[("GDK_DPI_SCALE", "1.5")]);
    window.resize(1280, 720);
    window.button(ANNA).press("Enter");
    window.field("Password").fill(crate::scene::PASSWORD);
    window.button("Sign in").press("Enter");
    window.button(&format!("{ANNA}, employee menu")).is_there();
    look(&window, &places(&made), Window::out_of_reach);
    window.close();
}
