//! A full disk in the real window: each refusal stands where the person looks, what was typed stays,
//! nobody is shut out of what can be read, and all is over as soon as there is room (R4).

use forecourt_tests::small_disk::SmallDisk;
use forecourt_tests::window::Window;
use serde_json::json;

use crate::scene::{ANNA, PASSWORD, Scene, open_contact, sign_in};

const NAME: &str = "Angharad Llewellyn-Pryce";
const REFUSED: &str = "The disk is full, so this was not done.";
const BANNER: &str = "The disk is full: records can be read, but nothing can be saved.";
const NOTES: &str = "Rang on Thursday and on Friday: e-mail is fine, no letters";

#[test]
fn a_full_disk_loses_nothing_that_was_typed() {
    SmallDisk::under("disk_full::a_full_disk_loses_nothing_that_was_typed", |disk| {
        let scene = Scene::start_in("disk-full", disk.path().join("dealership"));
        let window = scene.open();
        enter(&window);
        filled_while_editing(&window, disk);
        filled_while_locked(&window, disk);
        window.close();

        disk.fill();
        started_when_full(&scene, disk);
        let verified = scene.cli(&["--as", "anna", "ledger", "verify"]);
        assert_eq!(verified.get("ok"), Some(&json!(true)), "{verified}");
    });
}

/// Signs in and waits for the first screen.
fn enter(window: &Window) {
    sign_in(window, ANNA);
    window.grid("All Contacts").shows("Brontë-Whitfield, Zoë");
}

/// Saved from the notes, at the foot of the form.
fn filled_while_editing(window: &Window, disk: &SmallDisk) {
    open_contact(window, "llewellyn", NAME);
    window.button("Edit").click();
    window.field("Notes").fill(NOTES);
    disk.fill();
    window.button("Save").click();
    window.shows(REFUSED);
    window.shows(BANNER);
    window.picture("1-edit");
    let in_sight = "return [...document.querySelectorAll('[role=alert]')].some((alert) => {\
                    const box = alert.getBoundingClientRect();\
                    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];\
                    return alert.contains(document.elementFromPoint(x, y)); })";
    assert_eq!(window.run(in_sight, vec![]).json(), &json!(true), "the refusal is out of sight");
    assert_eq!(window.field("Notes").value(), NOTES);

    disk.clear();
    window.button("Save").click();
    window.heading(NAME).is_there();
    window.shows(&format!("{NAME} saved"));
    window.hides(BANNER);
    let asked = window.dialog(&format!("Contact preferences of {NAME}"));
    asked.button("Ask later").click();
    asked.is_gone();
}

/// Whoever went for room comes back to a locked screen.
fn filled_while_locked(window: &Window, disk: &SmallDisk) {
    window.press("Control+L");
    disk.fill();
    window.field("Password").fill("not the password");
    window.button("Unlock").click();
    window.shows("That is not the password.");
    window.field("Password").fill(PASSWORD);
    window.button("Unlock").click();
    window.button(&format!("{ANNA}, employee menu")).is_there();
    window.shows(BANNER);
    window.picture("2-unlocked");
    disk.clear();
}

/// Started when there is no room, and not started again when there is.
fn started_when_full(scene: &Scene, disk: &SmallDisk) {
    // The driver ends the program hard; the memory that its users share goes with the computer's restart.
    drop(std::fs::remove_file(disk.path().join("dealership/forecourt.db-shm")));
    disk.fill();
    let window = scene.open();
    enter(&window);
    window.shows(BANNER);
    window.picture("3-started");
    open_contact(&window, "llewellyn", NAME);
    window.button("Edit Marketing Consent").click();
    let dialog = window.dialog(&format!("Marketing Consent of {NAME}"));
    dialog.button("Email, Service Follow Up: Yes").click();
    dialog.part("radio", "By telephone").click();
    dialog.field("Notes").fill(NOTES);
    dialog.button("Save").click();
    dialog.shows(REFUSED);
    window.picture("4-consent");
    assert_eq!(dialog.field("Notes").value(), NOTES);

    disk.clear();
    dialog.button("Save").click();
    dialog.is_gone();
    window.shows("Marketing consent saved");
    window.hides(BANNER);
    window.tab("GDPR").click();
    window.region("GDPR history").shows(NOTES);
    window.close();
}
