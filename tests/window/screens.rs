//! Every screen and dialog, one after the other: what axe says of it in light and in dark, and whether all of
//! it can be reached in the smallest window, with text at 150 % and on a screen at a scale of two.

use forecourt_tests::desktop::{Desktop, Theme};
use forecourt_tests::window::Window;
use serde_json::json;

use crate::scene::{ANNA, PASSWORD, Scene};

/// Where the screens are, by the part of the address behind #.
const PAGES: &[(&str, &str)] = &[
    ("contacts", "/customers"),
    ("reconsent", "/customers/marketing-re-consent-needed"),
    ("capture", "/customers/print-data-capture"),
    ("erasures", "/customers/utilities/gdpr-erasure"),
    ("addresses-to-fix", "/customers/utilities/addresses-to-fix"),
    ("receipts", "/customers/find-receipt"),
    ("import", "/customers/import"),
    ("new-contact", "/customers/contacts/new"),
    ("record", "/customers/contacts/1"),
    ("record-gdpr", "/customers/contacts/1?tab=gdpr"),
    ("record-vehicles", "/customers/contacts/1?tab=vehicles"),
    ("edit-contact", "/customers/contacts/1/edit"),
    ("no-such-contact", "/customers/contacts/999999"),
    ("vehicles", "/customers/vehicles"),
    ("vehicle", "/customers/vehicles/1"),
    ("new-vehicle", "/customers/vehicles/new"),
    ("edit-vehicle", "/customers/vehicles/1/edit"),
    ("no-such-vehicle", "/customers/vehicles/999999"),
    ("record-service", "/customers/contacts/1?tab=service"),
    ("diary", "/service?day=2027-03-01"),
    ("diary-week", "/service?day=2027-03-01&view=week"),
    ("booking-customer", "/service/bookings/new?day=2027-03-01"),
    ("no-such-booking", "/service/bookings/999999"),
    ("parts", "/parts"),
    ("no-such-part", "/parts/999999"),
    ("parts-counter", "/parts/counter"),
    ("parts-counter-customer", "/parts/counter?contact=1"),
    ("reports", "/reports"),
    ("system", "/settings/system"),
    ("placeholders", "/settings/system/placeholders"),
    ("plate-look-up", "/settings/system/plate-look-up"),
    ("gdpr", "/settings/system/gdpr"),
    ("portal", "/settings/system/gdpr/consent-portal"),
    ("carry-over", "/settings/system/gdpr/carry-over"),
    ("reset-preferences", "/settings/system/gdpr/reset-preferences"),
    ("history", "/settings/gdpr/history"),
    ("verify", "/settings/gdpr/verify"),
    ("employees", "/settings/employees"),
    ("report-audit", "/settings/employees/report-audit"),
    ("sign-ins", "/settings/employees/sign-ins"),
    ("workshop", "/settings/service/workshop"),
    ("recovery", "/settings/emergency-recovery"),
    ("no-such-screen", "/nowhere"),
];

/// Dialogs and menus: the page, and the buttons that lead there. The last word of each is its name.
const OPENED: &[(&str, &[&str])] = &[
    ("/customers/contacts/1", &["Edit Marketing Consent"]),
    ("/customers/contacts/1", &["Exclude from all"]),
    ("/customers/contacts/1", &["All permissions"]),
    ("/customers/contacts/1", &["Print / Email Reconsent"]),
    ("/customers/contacts/1", &["More"]),
    ("/customers/contacts/1?tab=gdpr", &["GDPR Rights Request"]),
    ("/customers/contacts/1?tab=gdpr", &["As it was on…"]),
    ("/customers/vehicles/1", &["More"]),
    ("/settings/employees", &["New employee"]),
    ("/settings/service/workshop", &["New technician or ramp"]),
];

#[test]
fn axe_finds_nothing_in_light() {
    axe_finds_nothing("axe-light", Theme::Light);
}

#[test]
fn axe_finds_nothing_in_dark() {
    axe_finds_nothing("axe-dark", Theme::Dark);
}

fn axe_finds_nothing(name: &str, theme: Theme) {
    let scene = Scene::on(Desktop::with(name, theme));
    let window = scene.open();
    look_at_all(&window, Window::axe);
}

#[test]
fn the_smallest_window_shows_everything() {
    let scene = Scene::start("smallest-window");
    let window = scene.open();
    window.resize(900, 600);
    look_at_all(&window, Window::out_of_reach);
}

#[test]
fn large_text_leaves_nothing_out_of_reach() {
    let scene = Scene::start("large-text");
    let window = scene.open_with(&[("GDK_DPI_SCALE", "1.5")]);
    window.resize(1280, 720);
    look_at_all(&window, Window::out_of_reach);
}

#[test]
fn a_scale_of_two_leaves_nothing_out_of_reach() {
    let scene = Scene::start("scale-of-two");
    let window = scene.open_with(&[("GDK_SCALE", "2")]);
    window.resize(960, 540);
    look_at_all(&window, Window::out_of_reach);
}

/// Goes everywhere, and fails at the end with everything that was wrong anywhere.
fn look_at_all(window: &Window, look: fn(&Window) -> Vec<String>) {
    let mut wrong = Vec::new();
    let mut note = |window: &Window, place: &str| {
        window.picture(place);
        wrong.extend(look(window).into_iter().map(|words| format!("{place}: {words}")));
    };
    note(window, "sign-in");
    // By keyboard: where text is large, the driver's clicks go astray.
    window.button(ANNA).press("Enter");
    window.field("Password").is_there();
    note(window, "password");
    window.field("Password").fill(PASSWORD);
    window.button("Sign in").press("Enter");
    window.button(&format!("{ANNA}, employee menu")).is_there();
    for (name, place) in PAGES {
        go(window, place);
        note(window, name);
    }
    for (place, buttons) in OPENED {
        go(window, place);
        for button in *buttons {
            window.button(button).press("Enter");
        }
        let opened = "return document.querySelector('[role=dialog], [role=menu]') !== null";
        window.until("what the button opens", || (window.run(opened, vec![]).json() == true).then_some(()));
        let name = buttons.last().unwrap_or(&"").replace([' ', '/', '…'], "");
        note(window, &name);
        window.press("Escape");
    }
    assert!(wrong.is_empty(), "{} things:\n{}", wrong.len(), wrong.join("\n"));
}

/// Goes to a screen by its address, and waits until it stands.
fn go(window: &Window, place: &str) {
    window.run("location.hash = arguments[0]", vec![json!(place)]);
    let stands =
        "return document.querySelector('h1') !== null && document.querySelector('[aria-busy=true]') === null";
    window.until(place, || (window.run(stands, vec![]).json() == true).then_some(()));
    // What is asked of the database for it comes a moment later.
    std::thread::sleep(std::time::Duration::from_millis(400));
}
