//! The consent engine at the counter: two employees, a review that is due, a withdrawal, the
//! explainer, the view of last month, the receipt, and the list of those to be asked again.

use std::path::Path;

use chrono::{Days, NaiveDate};
use forecourt_tests::window::Window;
use serde_json::json;

use crate::scene::{ANNA, DAVE, Scene, customers, open_contact, pdf_text, sign_in};

const MARIA: &str = "Maria Keane";
/// Gone through last by Maria in February; a review is due.
const GETHIN: &str = "Gethin Bradbury";
/// Gave e-mail, SMS and telephone about a year ago; took SMS back 18 days ago.
const SIOBHAN: &str = "Siobhán O'Brien-Ng";
const WITHDRAWN: &str = "Rang this morning: no more e-mails";

#[test]
fn two_employees_keep_a_customers_word() {
    let scene = Scene::start("consent-engine");
    let window = scene.open();
    enter(&window, MARIA);
    review_that_falls_due(&window);
    take_consent_back(&window);

    window.button(&format!("{MARIA}, employee menu")).click();
    window.choice("Switch employee").click();
    enter(&window, DAVE);
    open_contact(&window, "01632 960118", SIOBHAN);
    reasons_are_named(&window);
    every_permission_stands_in_the_grid(&window);
    last_month_is_still_there(&scene, &window);
    receipt_says_what_stands(&scene, &window);

    window.button(&format!("{DAVE}, employee menu")).click();
    window.choice("Switch employee").click();
    enter(&window, ANNA);
    ask_again(&window);
    window.close();
    let verified = scene.cli(&["--as", "anna", "ledger", "verify"]);
    assert_eq!(verified.get("ok"), Some(&json!(true)), "{verified}");
}

/// Signs in and waits for the list that everybody begins at.
fn enter(window: &Window, name: &str) {
    sign_in(window, name);
    window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
}

/// N-14: the ticks come as they stood; nobody is there, so it is put off, and that is recorded.
fn review_that_falls_due(window: &Window) {
    open_contact(window, "bradbury", GETHIN);
    window.region("Marketing Consent").button("Review now").is_there();
    window.picture("01-review-due");
    window.button("Review now").click();
    let review = format!("Review preferences of {GETHIN}");
    let dialog = window.dialog(&review);
    dialog.is_there();
    window.picture("02-review");
    dialog.button("Customer not present, remind me").click();
    dialog.is_gone();
    window.region("Marketing Consent").shows("Put off once.");
    window.tab("GDPR").click();
    window.region("GDPR history").shows("Review of the preferences put off");
    // He comes to the counter after all: nothing changed, and that is a review.
    window.button("Review now").click();
    window.dialog(&review).part("radio", "In person").click();
    window.dialog(&review).button("Confirmed, nothing changed").click();
    window.dialog(&review).is_gone();
    window.shows("Review recorded, nothing changed");
    window.region("GDPR history").shows("Marketing consent reviewed");
    window.hides("Review now");
}

fn take_consent_back(window: &Window) {
    open_contact(window, "01632 960118", SIOBHAN);
    window.button("Edit Marketing Consent").click();
    let dialog = window.dialog(&format!("Marketing Consent of {SIOBHAN}"));
    dialog.button("Email, Service Follow Up: No").click();
    dialog.button("Email, General Dealer Marketing Messages: No").click();
    dialog.button("Save").click();
    dialog.shows("Say how the customer answered.");
    dialog.part("radio", "By telephone").click();
    dialog.button("Save").click();
    dialog.shows("notes are required");
    dialog.field("Notes").fill(WITHDRAWN);
    window.picture("03-withdraw");
    dialog.button("Save").click();
    dialog.is_gone();
}

/// M-01: by Dave, of what Maria recorded.
fn reasons_are_named(window: &Window) {
    window.button("Why? Email").click();
    let why = window.dialog("Why? Email");
    why.shows("Not allowed");
    why.shows("Email: withdrawn on");
    why.shows(&format!("{MARIA} at SVC-02, by telephone"));
    why.shows(WITHDRAWN);
    why.shows("You may reach them by Telephone");
    window.picture("04-why");
    window.press("Escape");
    why.is_gone();
}

fn every_permission_stands_in_the_grid(window: &Window) {
    window.button("All permissions").click();
    let dialog = window.dialog(&format!("All permissions of {SIOBHAN}"));
    dialog.shows("Withdrawn");
    window.picture("05-all-permissions");
    window.press("Escape");
    dialog.is_gone();
}

/// M-08: before either withdrawal.
fn last_month_is_still_there(scene: &Scene, window: &Window) {
    let session = scene.call("show_session", &json!({}));
    let today = session.get("today").and_then(|today| today.as_str()).expect("today");
    let today: NaiveDate = today.parse().expect("a date");
    let day = (today - Days::new(30)).format("%d/%m/%Y").to_string();
    window.tab("GDPR").click();
    window.button("As it was on…").click();
    let dialog = window.dialog(&format!("Marketing consent of {SIOBHAN}, as it was on a day"));
    dialog.field("Day").fill(&day);
    dialog.shows(&format!("At the end of {day}"));
    window.picture("06-as-it-was");
    let text = dialog.text();
    assert!(!text.contains("Withdrawn on") && !text.contains(WITHDRAWN), "not known then:\n{text}");
    dialog.button("Print evidence").click();
    let file = scene.opened(window, 1);
    let text = pdf_text(Path::new(&file));
    for words in [SIOBHAN, day.as_str(), "Email", "Asked at drop-off"] {
        assert!(text.contains(words), "the evidence lacks {words}:\n{text}");
    }
    assert!(!text.contains(WITHDRAWN), "what was written down later is no evidence of then:\n{text}");
    scene.keep(Path::new(&file), "evidence.pdf");
    window.press("Escape");
    dialog.is_gone();
}

/// M-04, and found again by its number.
fn receipt_says_what_stands(scene: &Scene, window: &Window) {
    window.button("Consent receipt").click();
    window.choice("Print receipt (PDF)").click();
    let file = scene.opened(window, 2);
    let text = pdf_text(Path::new(&file));
    assert!(text.contains(SIOBHAN), "{text}");
    scene.keep(Path::new(&file), "receipt.pdf");
    let number = text
        .split_whitespace()
        .find(|word| word.starts_with("R-") && word.len() > 8)
        .unwrap_or_else(|| panic!("no number on the receipt:\n{text}"))
        .to_owned();
    window.region("GDPR history").shows("receipt");
    customers(window);
    window.link("Find Receipt").click();
    window.field("Receipt number").fill(&number.to_lowercase().replace('-', " "));
    window.button("Find").click();
    window.shows("Given as");
    window.shows(SIOBHAN);
    window.picture("07-receipt-found");
}

/// D-15: the list follows the setting at once.
fn ask_again(window: &Window) {
    customers(window);
    window.link("Marketing Re-consent Needed").click();
    window.grid("Marketing Re-consent Needed").shows("Zoë Brontë-Whitfield");
    window.picture("08-re-consent-needed");
}
