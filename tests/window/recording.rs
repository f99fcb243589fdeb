//! Recording an answer in the real window: nothing moves under the pointer, nothing is recorded that
//! nobody said, nothing typed is lost, and the keyboard comes back to where it was.

use std::path::Path;

use forecourt_tests::window::Window;

use crate::scene::{ANNA, PASSWORD, Scene, customers, open_contact, pdf_text, sign_in};

/// Nobody ever asked her, so her record opens with the contact preferences.
const PRIYA: &str = "Priya Shah";

#[test]
fn a_double_click_answers_one_cell_and_nothing_moves() {
    let scene = Scene::start("one-cell");
    let window = scene.open();
    window.resize(1280, 720);
    sign_in(&window, ANNA);
    open_priya(&window);
    window.press("e");
    let dialog = window.page().part_with("dialog", "Marketing Consent of");
    dialog.shows("there is nothing to save");
    assert!(dialog.button("Save").is_disabled(), "there is nothing to save");
    // Nothing stands that she could confirm either.
    assert_eq!(dialog.button("Confirmed, nothing changed").count(), 0);

    let before = places(&window);
    let yes = dialog.button("Email, Service Follow Up: Yes");
    yes.click();
    yes.click();
    dialog.shows("+ Email: service");
    window.picture("1-answered");
    assert_eq!(places(&window), before, "something moved");
    assert_eq!(answered(&window), ["Email, Service Follow Up: Yes"]);

    // How she said so is nobody's guess.
    dialog.button("Save").click();
    dialog.shows("Say how the customer answered.");
    assert_eq!(places(&window), before, "something moved");
    window.picture("2-how");
    dialog.part("radio", "By telephone").click();
    dialog.button("Save").click();
    dialog.is_gone();
    window.shows("Marketing consent saved");
    window.picture("3-saved");
    window.close();
}

#[test]
fn no_more_texts_takes_the_caller_and_two_keys() {
    let scene = Scene::start("no-more-texts");
    let window = scene.open();
    window.resize(1280, 720);
    sign_in(&window, ANNA);
    window.press("Control+K");
    window.type_text("900572");
    window.page().part_with("option", "Harry Buxton").is_there();
    window.press("Enter");
    window.region("Marketing Consent").shows("Last reviewed");
    assert!(in_sight(&window, "Last obtained") && in_sight(&window, "Last reviewed"), "cut at 1280 x 720");
    window.press("s");
    window.dialog("Stop what?").is_there();
    window.picture("1-which");
    window.press("s");
    window.shows("SMS stopped, said by telephone");
    window.region("Marketing Consent").button("Stop SMS").is_there();
    assert!(window.button("Stop SMS").is_disabled(), "everything by text is No");
    window.picture("2-stopped");
    window.press("u");
    window.shows("Undone. It stands as before.");
    window.picture("3-undone");
    window.close();
}

#[test]
fn what_was_half_typed_is_there_after_a_lock() {
    let scene = Scene::start("half-typed");
    let window = scene.open();
    sign_in(&window, ANNA);
    open_priya(&window);
    window.press("e");
    let dialog = window.page().part_with("dialog", "Marketing Consent of");
    dialog.button("Letter, Service Follow Up: No").click();
    dialog.part("radio", "In person").click();
    dialog.field("Notes").fill("Stop the");
    lock_and_unlock(&window);
    assert_eq!(answered(&window), ["Letter, Service Follow Up: No"]);
    assert!(dialog.part("radio", "In person").is_ticked(), "how it was said");
    assert_eq!(dialog.field("Notes").value(), "Stop the");
    // Esc gives nothing up unasked.
    window.press("Escape");
    window.dialog("Keep what you typed?").button("Keep editing").click();
    assert_eq!(dialog.field("Notes").value(), "Stop the");
    window.press("Escape");
    window.dialog("Keep what you typed?").button("Discard").click();
    dialog.is_gone();

    window.press("Control+N");
    window.field("First name").fill("Half");
    window.field("Mobile").fill("07700 900999");
    window.button("SMS, Service Follow Up: Yes").click();
    lock_and_unlock(&window);
    assert_eq!(window.field("First name").value(), "Half");
    assert_eq!(window.field("Mobile").value(), "07700 900999");
    assert!(window.button("SMS, Service Follow Up: Yes").is_ticked(), "what was answered");
    window.picture("1-unlocked");
    window.close();
}

#[test]
fn the_keyboard_returns_to_what_opened_the_dialog() {
    let scene = Scene::start("focus-returns");
    let window = scene.open();
    sign_in(&window, ANNA);
    open_priya(&window);
    let openers = ["Edit Marketing Consent", "Review now", "Exclude from all", "All permissions"];
    for opener in openers {
        esc_returns_to(&window, opener);
    }
    window.press("g");
    for opener in ["As it was on…", "GDPR Rights Request"] {
        esc_returns_to(&window, opener);
    }
    window.close();
}

#[test]
fn what_is_ticked_is_what_is_printed() {
    let scene = Scene::start("print-ticked");
    let window = scene.open();
    sign_in(&window, ANNA);
    customers(&window);
    let list = window.grid("All Contacts");
    for name in ["Beresford", "Brontë"] {
        list.part_with("tick", name).click();
    }
    window.picture("1-ticked");
    window.button("Print 2 ticked").click();
    let text = pdf_text(Path::new(&scene.opened(&window, 1)));
    assert!(text.contains("Beresford") && text.contains("Brontë"), "{text}");
    assert!(!text.contains("Alcock"), "nobody else: {text}");
    window.close();
}

/// Opens her record and puts off what it asks.
fn open_priya(window: &Window) {
    open_contact(window, "900456", PRIYA);
    let asked = window.page().part_with("dialog", "Contact preferences of");
    asked.button("Ask later").click();
    asked.is_gone();
}

fn lock_and_unlock(window: &Window) {
    window.press("Control+L");
    window.field("Password").fill(PASSWORD);
    window.press("Enter");
    window.button(&format!("{ANNA}, employee menu")).is_there();
}

fn esc_returns_to(window: &Window, opener: &str) {
    window.button(opener).press("Enter");
    window.page().any("dialog").is_there();
    window.press("Escape");
    window.page().any("dialog").is_gone();
    let focus = "return document.activeElement.innerText.trim()";
    window.until(&format!("the keyboard on {opener}"), || {
        (window.run(focus, vec![]).json() == opener).then_some(())
    });
}

/// Where everything stands in the dialog that can be clicked or typed in.
fn places(window: &Window) -> String {
    let script = "
        const parts = document.querySelectorAll('[role=dialog] :is(button, input, textarea)');
        return JSON.stringify([...parts].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return [x, y, width, height].map(Math.round);
        }));";
    window.run(script, vec![]).json().to_string()
}

/// The single cells that are answered.
fn answered(window: &Window) -> Vec<String> {
    let script = "
        const pressed = [...document.querySelectorAll('[role=dialog] [role=grid] [aria-pressed=true]')];
        return pressed.map((button) => button.getAttribute('aria-label'))
            .filter((label) => !label.endsWith(': Not asked'));";
    let labels = window.run(script, vec![]).json().clone();
    labels.as_array().into_iter().flatten().filter_map(|label| label.as_str().map(str::to_owned)).collect()
}

/// Is this line of the panel all on the screen?
fn in_sight(window: &Window, words: &str) -> bool {
    let script = "
        const line = [...document.querySelectorAll('dt')].find(({ innerText }) => innerText === arguments[0]);
        const { left, right, bottom } = line.nextElementSibling.getBoundingClientRect();
        const at = document.elementFromPoint((left + right) / 2, bottom - 2);
        return bottom <= innerHeight && (at?.closest('dl') === line.parentElement);";
    window.run(script, vec![serde_json::json!(words)]).json() == true
}
