//! A customer's day in one sitting: their car is found by its plate and booked, the review is forced and answered, the
//! job is done, its invoice posted and printed with and without telephone and email, and an erasure is refused that
//! names it.

use std::path::Path;

use forecourt_tests::window::Window;
use serde_json::{Value, json};

use crate::scene::{ANNA, Scene, pdf_text, sign_in};

const TOM: &str = "Tom Reedley";
const PLATE: &str = "PX19 TRD";
const PHONE: &str = "07700 900321";
const EMAIL: &str = "tom.reedley@example.org";
const NOTE: &str = "Asked at the desk: texts and email are fine";

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
}

/// A technician who works every day, and a customer of whom nobody ever went through the preferences.
fn ready(scene: &Scene) -> String {
    let ray = json!({ "kind": "technician", "name": "Ray Holt", "minutes": [480, 480, 480, 480, 480, 480, 480], "active": true });
    scene.call("save_resource", &json!({ "resource": ray }));
    let tom = scene.call(
        "create_contact",
        &json!({ "contact": {
            "title": "Mr", "first_name": "Tom", "last_name": "Reedley",
            "addresses": [{ "line1": "14 Chapel Row", "town": "Ashbourne", "postcode": "DE6 1AB" }],
            "phones": [{ "kind": "mobile", "typed": PHONE }], "emails": [{ "address": EMAIL }],
            "vehicles": [{ "registration": PLATE, "make": "Ford", "model": "Focus" }],
        } }),
    );
    tom.get("id").and_then(Value::as_str).expect("an id").to_owned()
}

#[test]
fn a_customers_day_from_the_plate_to_the_invoice_that_stands_against_an_erasure() {
    let scene = Scene::start("workshop");
    let tom = ready(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);

    find_by_plate(&window);
    book(&window);
    finish_job(&window);
    post(&window);
    print_with_and_without(&scene, &window);
    erasure_is_refused(&window, &tom);

    window.close();
    // What was answered there says where.
    let history = scene.call("list_history", &json!({ "contact_id": tom, "limit": 50 }));
    let said = history.to_string();
    assert!(said.contains("Service Booking Form") && said.contains(NOTE), "{said}");
    let verified = scene.cli(&["--as", "anna", "ledger", "verify"]);
    assert_eq!(verified.get("ok"), Some(&json!(true)), "{verified}");
}

fn find_by_plate(window: &Window) {
    window.press("Control+K");
    window.field("Search contacts").fill("px19trd");
    window.page().part_with("option", "Ford Focus").is_there();
    window.picture("01-plate");
    window.page().part_with("option", "Ford Focus").click();
    window.heading(PLATE).is_there();
    window.region("Keepers").shows(TOM);
    window.picture("02-vehicle");
}

/// The form can only be read until the review is answered; the answers are recorded from there.
fn book(window: &Window) {
    window.button("Book a service").click();
    let review = window.page().part("dialog", &format!("Review preferences of {TOM}"));
    review.is_there();
    for channel in ["Email", "SMS"] {
        review.button(&format!("{channel}, Service Follow Up: Yes")).click();
    }
    review.button("Telephone, Service Follow Up: No").click();
    review.part("radio", "In person").click();
    review.field("Notes").fill(NOTE);
    window.picture("03-review");
    review.button("Save").click();
    review.is_gone();
    window.shows("Marketing consent saved");
    window.field("Work").fill("Annual service and MOT");
    window.field("Time").fill("09:00");
    window.picture("04-booking-form");
    window.field("Work").press("Control+Enter");
    window.heading("Diary").is_there();
    window.page().part_with("gridcell", TOM).is_there();
    window.picture("05-diary");
}

fn finish_job(window: &Window) {
    window.page().part_with("gridcell", TOM).press("Enter");
    window.heading("Service Booking Form").is_there();
    window.button("Open job card").click();
    window.heading("JC-000001").is_there();
    window.field("Mileage").fill("42,150");
    window.button("Start work").press("Enter");
    window.field("Description, line 1").fill("Annual service");
    window.field("Quantity, line 1").fill("1.5");
    window.field("Quantity, line 1").press("Enter");
    window.field("Description, line 2").fill("MOT test");
    window.field("Price for one without VAT, line 2").fill("54.85");
    window.press("Control+S");
    window.shows("JC-000001 saved");
    window.button("Job is ready").press("Enter");
    window.button("Back to work").is_there();
    window.picture("06-service-record");
}

fn post(window: &Window) {
    window.button("Invoice").click();
    window.heading("Draft invoice").is_there();
    window.picture("07-draft");
    window.button("Post").click();
    let asked = window.dialog("Post this service invoice?");
    asked.is_there();
    asked.button("Post").click();
    window.heading("SI-000001").is_there();
    window.picture("08-invoice");
}

fn print_with_and_without(scene: &Scene, window: &Window) {
    window.button("Print").click();
    let with = pdf_text(Path::new(&scene.opened(window, 1)));
    for words in ["SI-000001", TOM, PLATE, PHONE, EMAIL, "Annual service"] {
        assert!(with.contains(words), "the invoice lacks {words}:\n{with}");
    }
    go(window, "/settings/service/invoices");
    let customer = window.region("What an invoice says about the customer");
    for label in ["Show Customer Telephone No on Invoice", "Show Customer Email on Invoice"] {
        customer.tick(label).set(false);
    }
    customer.button("Save What an invoice says about the customer").click();
    window.shows("Saved: What an invoice says about the customer");
    window.picture("09-settings");
    go(window, "/service/invoices");
    window.grid("Invoices").shows("SI-000001");
    go(window, "/invoices/1");
    window.heading("SI-000001").is_there();
    window.button("Print").click();
    let without = pdf_text(Path::new(&scene.opened(window, 2)));
    for words in ["SI-000001", TOM, "14 Chapel Row"] {
        assert!(without.contains(words), "the reprint lacks {words}:\n{without}");
    }
    for words in [PHONE, EMAIL] {
        assert!(!without.contains(words), "the reprint shows {words}:\n{without}");
    }
}

fn erasure_is_refused(window: &Window, tom: &str) {
    go(window, &format!("/customers/contacts/{tom}?tab=service"));
    window.region("Invoices").shows("SI-000001");
    window.picture("10-service-tab");
    window.button("More").click();
    window.choice("Erase personal data").click();
    let refused = window.dialog("Right to Erasure");
    refused.shows("has previous transactions (1 service invoice");
    refused.shows("SI-000001");
    window.picture("11-erasure-refused");
    window.press("Escape");
}
