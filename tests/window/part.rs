//! The parts counter by keys: from a part number to a printed invoice, with the review that Parts forces.

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::window::Window;
use serde_json::{Value, json};

use crate::scene::{ANNA, PASSWORD, Scene, pdf_text, sign_in};

/// Puts a few parts on the shelf.
fn fill_shelf(scene: &Scene) {
    for (number, description, location, price, low, stock) in [
        ("1K0 615 301 AA", "Brake disc, front, vented 288 mm", "A3", "64.50", "2", "4"),
        ("1K0 698 151 G", "Brake pads, front axle set", "A4", "48.90", "4", "3"),
        ("06A 115 561 B", "Oil filter 1.6 and 2.0", "B1", "9.99", "6", "24"),
        ("G 060 726 A2", "Gear oil 75W-90, 1 litre", "Oil store", "21.35", "", "6.5"),
        ("3C8 955 425", "Wiper blades, pair", "", "32.00", "", "0"),
    ] {
        let part = json!({
            "number": number, "description": description, "location": location, "unit_price": price,
            "vat_rate": "standard", "low_stock": low, "active": true,
        });
        scene.call("create_part", &json!({ "part": part, "in_stock": stock }));
    }
}

/// A customer of whom nobody ever went through the preferences.
fn never_reviewed(scene: &Scene) -> Value {
    let contact = json!({
        "title": "Mr", "first_name": "Tom", "last_name": "Reedley",
        "addresses": [{ "line1": "14 Chapel Row", "town": "Ashbourne", "postcode": "DE6 1AB" }],
        "phones": [{ "kind": "mobile", "typed": "07700 900321" }],
        "emails": [{ "address": "tom.reedley@example.org" }],
    });
    scene.call("create_contact", &json!({ "contact": contact }))
}

fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
}

#[test]
fn t09_from_a_part_number_to_a_printed_invoice_by_keys() {
    let scene = Scene::start("parts-counter");
    fill_shelf(&scene);
    never_reviewed(&scene);
    let window = scene.open();
    sign_in(&window, ANNA);
    window.page().part("navigation", "Main").link("Parts").click();
    window.shows("Brake disc, front, vented 288 mm");
    window.picture("1-shelf");

    go(&window, "/parts/1");
    window.button("Receive").click();
    window.dialog("Receive 1K0 615 301 AA").field("Quantity").fill("2");
    window.picture("2-receive");
    window.press("Enter");
    window.shows("1K0 615 301 AA: 6 in stock");
    window.region("Movements").shows("Received");
    window.picture("3-part");

    go(&window, "/parts/counter");
    window.shows("Nothing on it yet");
    window.picture("4-counter");
    // A scanner types the whole number and Enter; a person the beginning of it.
    window.type_text("1k0615301aa");
    window.press("Enter");
    window.shows("1K0 615 301 AA was added.");
    window.type_text("brake pa");
    window.page().part_with("option", "Brake pads").is_there();
    window.picture("5-offered");
    window.press("ArrowDown");
    window.press("Enter");
    window.type_text("3C8 955 425");
    window.press("Tab");
    window.type_text("1");
    window.press("Enter");
    window.shows("would leave −1");
    window.picture("6-sale");

    // The customer comes to it, and Parts forces the review.
    window.page().part("combobox", "Find a customer").click();
    window.type_text("reedley");
    window.page().part_with("option", "Tom Reedley").is_there();
    window.press("ArrowDown");
    window.press("Enter");
    let review = window.page().part_with("dialog", "Review preferences of");
    review.is_there();
    window.picture("7-review-forced");
    review.button("Minimise").click();
    review.is_gone();
    window.picture("8-read-only");
    window.page().any("note").button("Review now").click();
    review.button("Customer not present, remind me").click();
    review.is_gone();
    window.region("Marketing Consent").is_there();
    window.shows("Never recorded");
    window.picture("9-customer");

    window.press("Control+Enter");
    let short = window.dialog("Less than nothing would be left");
    short.shows("3C8 955 425 Wiper blades, pair: 0 in stock, would leave −1");
    window.picture("10-short");
    short.button("Post all the same").click();
    let file = scene.opened(&window, 1);
    let text = pdf_text(std::path::Path::new(&file));
    for words in ["PI-000001", "Tom Reedley", "1K0 615 301 AA", "£145.40", "£174.48"] {
        assert!(text.contains(words), "the invoice lacks {words}:\n{text}");
    }
    window.shows("PI-000001 was posted");
    window.shows("Nothing on it yet");
    window.picture("11-posted");

    // And back again.
    window.button("Return").click();
    let back = window.dialog("Return to the parts counter");
    window.type_text("pi1");
    window.press("Enter");
    back.shows("PI-000001 of");
    back.field("Comes back of 3C8 955 425").fill("1");
    back.field("Reason").fill("Wrong length");
    window.picture("12-return");
    back.button("Post credit note and print").click();
    back.is_gone();
    window.shows("CN-000001 was posted");
    go(&window, "/parts/5");
    window.region("Movements").shows("Returned");
    window.picture("13-returned");
    window.close();
    let verified = scene.cli(&["--as", "anna", "ledger", "verify"]);
    assert_eq!(verified.get("ok"), Some(&json!(true)), "{verified}");
}

#[test]
fn the_parts_screens_fit_the_smallest_window_in_dark_and_large() {
    for (name, theme, scale, width, height) in [
        ("parts-small", Theme::Light, "1", 900, 600),
        ("parts-dark", Theme::Dark, "1", 1280, 800),
        ("parts-large", Theme::Light, "1.5", 1280, 720),
    ] {
        let scene = Scene::on(Desktop::with(name, theme));
        fill_shelf(&scene);
        let contact = never_reviewed(&scene);
        let id = contact.get("id").and_then(Value::as_str).expect("an id").to_owned();
        scene.call("defer_review", &json!({ "contact_id": id, "version": 0, "screen": "parts" }));
        let window = scene.open_with(&[("GDK_DPI_SCALE", scale)]);
        window.resize(width, height);
        // By keyboard: where text is large, the driver's clicks go astray.
        window.button(ANNA).press("Enter");
        window.field("Password").fill(PASSWORD);
        window.button("Sign in").press("Enter");
        window.button(&format!("{ANNA}, employee menu")).is_there();
        let mut wrong = Vec::new();
        let mut note = |window: &Window, place: &str| {
            window.picture(place);
            let found = window.out_of_reach().into_iter().chain(window.axe());
            wrong.extend(found.map(|words| format!("{name} {place}: {words}")));
        };
        go(&window, "/parts");
        window.shows("Brake disc, front, vented 288 mm");
        note(&window, "shelf");
        go(&window, "/parts/1");
        window.region("Movements").shows("Received");
        note(&window, "part");
        window.button("Edit").press("Enter");
        window.dialog("Edit 1K0 615 301 AA").is_there();
        note(&window, "edit");
        window.press("Escape");
        go(&window, "/parts/counter");
        window.shows("Nothing on it yet");
        for number in ["1K0 615 301 AA", "1K0 698 151 G", "3C8 955 425"] {
            window.type_text(number);
            window.press("Enter");
            window.shows(&format!("{number} was added."));
        }
        note(&window, "sale");
        go(&window, &format!("/parts/counter?contact={id}"));
        window.page().part_with("dialog", "Review preferences of").is_there();
        note(&window, "review");
        window.press("Escape");
        window.region("Marketing Consent").is_there();
        note(&window, "customer");
        window.close();
        assert!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
    }
}
