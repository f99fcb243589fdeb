//! Vehicles on screen (T-01, T-02): keys kept, a car looked up and added, its record, its keeper's tab, and found by
//! its plate; by keyboard where there is a key for it, in the smallest window, and in the dark.

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::registers::{API_KEY, CLIENT_ID, CLIENT_SECRET, DVLA_KEY, Registers};
use forecourt_tests::window::Window;
use serde_json::json;

use crate::scene::{ANNA, Scene, customers, open_contact, sign_in};

/// One after the other, so that what was wrong with each screen is told at the end.
struct Looked<'w> {
    window: &'w Window,
    wrong: Vec<String>,
}

impl Looked<'_> {
    fn at(&mut self, name: &str) {
        self.over(name);
        let wrong = self.window.out_of_reach();
        self.wrong.extend(wrong.into_iter().map(|words| format!("{name}: {words}")));
    }

    /// The same with something in front that covers the screen for the moment: a list, words in the corner.
    fn over(&mut self, name: &str) {
        self.window.picture(name);
        let wrong = self.window.axe().into_iter();
        self.wrong.extend(wrong.map(|words| format!("{name}: {words}")));
    }
}

#[test]
fn t01_a_car_is_looked_up_added_found_and_handed_over() {
    journey("vehicle", Theme::Light, (1280, 800));
}

#[test]
fn t01_the_same_in_the_dark_and_in_the_smallest_window() {
    journey("vehicle-dark", Theme::Dark, (900, 600));
}

fn journey(name: &str, theme: Theme, (width, height): (u32, u32)) {
    let registers = Registers::open();
    let scene = Scene::on(Desktop::with(name, theme));
    let window = scene.open_with(&[("FORECOURT_PLATE_SERVICES", &registers.at().to_string())]);
    window.resize(width, height);
    let mut looked = Looked { window: &window, wrong: Vec::new() };
    sign_in(&window, ANNA);

    // The keys, typed once and never shown again.
    go(&window, "/settings/system/plate-look-up");
    let dvla = window.region("DVLA Vehicle Enquiry");
    dvla.field("API key").fill(DVLA_KEY);
    dvla.field("API key").press("Enter");
    dvla.shows("A key is kept on this computer");
    let dvsa = window.region("DVSA MOT History");
    dvsa.field("Client ID").fill(CLIENT_ID);
    dvsa.field("Client secret").fill(CLIENT_SECRET);
    dvsa.field("API key").fill(API_KEY);
    dvsa.field("API key").press("Enter");
    dvsa.shows("Keys are kept on this computer");
    window.button("Test").press("Enter");
    window.shows("DVSA MOT History answers and accepts the key");
    looked.at("1-keys");

    // The plate first; what is typed stays, and what they say otherwise stands beside it.
    customers(&window);
    window.page().link("All Vehicles").click();
    window.grid("All Vehicles").is_there();
    looked.over("2-list");
    window.button("New vehicle").press("Enter");
    window.field("Registration").fill("lk57 abc");
    window.field("Make").fill("Vauxhall");
    window.button("Look up").press("Enter");
    window.shows("The registers say something else");
    assert_eq!(window.field("Make").value(), "Vauxhall");
    assert_eq!(window.field("Model").value(), "Focus Zetec");
    looked.at("3-looked-up");
    window.tick("Take over Make").press("Space");
    window.button("Take over what is ticked").press("Enter");
    assert_eq!(window.field("Make").value(), "Ford");
    window.press("Control+Enter");
    window.heading("LK57 ABC").is_there();
    window.shows("Outstanding recall");
    window.shows("Nobody on file keeps it.");
    looked.at("4-record");

    // Whose it is.
    window.button("More").press("Enter");
    window.page().part("menuitem", "Change keeper").click();
    window.field("Keeper from now on").fill("Brontë");
    window.page().part_with("option", "Zoë Brontë-Whitfield").click();
    looked.at("5-keeper");
    window.button("Save keeper").press("Enter");
    window.region("Keepers").shows("Zoë Brontë-Whitfield");
    looked.at("6-kept");

    // Found by its plate from anywhere, and by its keeper's tab; and back.
    window.press("Control+K");
    window.field("Search contacts").fill("lk57abc");
    window.page().part_with("option", "Ford Focus Zetec").is_there();
    looked.over("7-search");
    window.press("Escape");
    window.press("Escape");
    open_contact(&window, "Brontë", "Zoë Brontë-Whitfield");
    window.tab("Vehicles").press("Enter");
    window.page().link("LK57 ABC").is_there();
    looked.over("8-tab");
    window.page().link("LK57 ABC").press("Enter");
    window.heading("LK57 ABC").is_there();
    window.page().part("navigation", "Breadcrumb").link("Zoë Brontë-Whitfield").click();
    window.heading("Zoë Brontë-Whitfield").is_there();

    // Another plate; the one of before finds it.
    let id = scene.call("search_vehicles", &json!({ "term": "LK57ABC" }))["rows"][0]["id"].clone();
    go(&window, &format!("/customers/vehicles/{}", id.as_str().expect("the vehicle")));
    window.button("More").press("Enter");
    window.page().part("menuitem", "Change plate").click();
    window.field("New registration").fill("Z0E 1");
    window.button("Save plate").press("Enter");
    window.heading("Z0E 1").is_there();
    window.region("Former plates").shows("LK57 ABC");
    looked.at("9-plate");
    window.button("Edit").press("Enter");
    window.field("Registration").is_there();
    looked.at("10-edit");
    let wrong = looked.wrong;
    window.close();
    assert!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
    for one in registers.asked() {
        let said = format!("{one:?}");
        assert!(!said.contains("Bront") && !said.contains("Vauxhall"), "{said}");
    }
}

/// Goes to a screen by its address, and waits until it stands.
fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
    let stands =
        "return document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";
    window.until(place, || (window.run(stands, vec![]).json() == true).then_some(()));
    std::thread::sleep(std::time::Duration::from_millis(400));
}
