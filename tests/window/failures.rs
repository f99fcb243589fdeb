//! Every way in which the database does not open, seen in the real window (DESIGN 4, R8): each
//! has a screen of its own, none offers to delete anything, and the recovery key opens what it can.

use std::fs;
use std::path::Path;

use forecourt_store::Database;
use forecourt_store::keys::{Keyslots, RecoveryKey};
use forecourt_tests::desktop::{Desktop, Keychain};
use forecourt_tests::window::Window;
use serde_json::{Value, json};

const LOCKED: &str = "The keychain of this computer is locked";
const ABSENT: &str = "This computer has no keychain";
const GONE: &str = "The key is no longer in the keychain";
const FOREIGN: &str = "The key does not fit this database";
const DAMAGED: &str = "The database file is damaged";
const NEWER: &str = "This database belongs to a newer Forecourt";
const UNSAFE: &str = "The data folder is in an unsafe place";

#[test]
fn each_failure_has_a_screen_of_its_own() {
    let mut desktop = Desktop::start("failures");
    let data = desktop.home().join("dealership");
    let recovery = demo(&desktop, &data);
    let bytes = || fs::read(data.join("forecourt.db")).expect("the database");
    let before = bytes();

    for (state, title, name) in
        [(Keychain::Locked, LOCKED, "1-locked"), (Keychain::Absent, ABSENT, "2-absent")]
    {
        desktop.set_keychain(state);
        look(&desktop, &data, title, name, true);
    }

    // The entry is gone: a profile that was made anew.
    let keyrings = desktop.home().join(".local/share/keyrings");
    let kept = desktop.home().join("keyrings-kept");
    fs::rename(&keyrings, &kept).expect("the keychain's files");
    desktop.set_keychain(Keychain::Unlocked);
    look(&desktop, &data, GONE, "3-gone", true);
    desktop.set_keychain(Keychain::Absent);
    drop(fs::remove_dir_all(&keyrings));
    fs::rename(&kept, &keyrings).expect("the keychain's files");
    desktop.set_keychain(Keychain::Unlocked);

    // The key of another dealership's computer.
    let slots = data.join("keyslots.json");
    let own = fs::read_to_string(&slots).expect("the key slots");
    let other = desktop.home().join("other");
    demo(&desktop, &other);
    let sealed_elsewhere = fs::read_to_string(other.join("keyslots.json")).expect("the other's key slots");
    fs::write(&slots, with_device_slot_of(&own, &sealed_elsewhere)).expect("the key slots");
    look(&desktop, &data, FOREIGN, "4-foreign", true);
    fs::write(&slots, &own).expect("the key slots");

    assert!(bytes() == before, "not a byte of the database moved");

    // Opened by what the emergency sheet says, mistyped first.
    fs::rename(&keyrings, &kept).expect("the keychain's files");
    desktop.set_keychain(Keychain::Absent);
    desktop.set_keychain(Keychain::Unlocked);
    let window = desktop.window(&data).open();
    window.resize(1280, 800);
    window.shows(GONE);
    window.button("Use recovery key").click();
    window.field("Recovery key").fill(&mistyped(&recovery));
    window.button("Open with this key").click();
    window.shows("Group 2");
    window.picture("5-mistyped");
    window.field("Recovery key").fill(&recovery);
    window.button("Open with this key").click();
    window.shows("Who is at");
    window.close();
    let window = desktop.window(&data).open();
    window.shows("Who is at");
    window.close();

    newer(&data, &recovery);
    look(&desktop, &data, NEWER, "6-newer", false);

    let mut damaged = bytes();
    if let Some(byte) = damaged.get_mut(100) {
        *byte ^= 1;
    }
    fs::write(data.join("forecourt.db"), &damaged).expect("the database");
    for beside in ["forecourt.db-wal", "forecourt.db-shm"] {
        drop(fs::remove_file(data.join(beside)));
    }
    look(&desktop, &data, DAMAGED, "7-damaged", false);
    assert!(bytes() == damaged, "the damaged file is kept as it is");

    look(&desktop, &desktop.home().join("Dropbox/forecourt"), UNSAFE, "8-unsafe", false);
}

/// Fills a data folder and answers with its recovery key.
fn demo(desktop: &Desktop, data: &Path) -> String {
    let done = desktop.cli(data).args(["--json", "demo"]).output().expect("forecourt-cli");
    let said: Value = serde_json::from_slice(&done.stdout).expect("one JSON document");
    said.get("recovery_key").and_then(Value::as_str).expect("a recovery key").to_owned()
}

/// Opens the window and finds the failure's own screen, and no way to lose anything on it.
fn look(desktop: &Desktop, data: &Path, title: &str, name: &str, recovery_helps: bool) {
    let window = desktop.window(data).open();
    window.resize(1280, 800);
    window.heading(title).is_there();
    window.button("Try again").is_there();
    window.picture(name);
    let text = window.text().to_lowercase();
    assert_eq!(text.contains("use recovery key"), recovery_helps, "{text}");
    for offer in ["delete", "reset", "recreate", "start afresh", "create a new"] {
        assert!(!buttons(&window).contains(offer), "{title} offers to {offer}");
    }
    window.close();
}

fn buttons(window: &Window) -> String {
    let script = "return [...document.querySelectorAll('button')].map(b => b.innerText).join(' ')";
    window.run(script, vec![]).json().as_str().unwrap_or_default().to_lowercase()
}

/// These key slots with the device slot of others.
fn with_device_slot_of(own: &str, other: &str) -> String {
    let mut own: Value = serde_json::from_str(own).expect("key slots");
    let other: Value = serde_json::from_str(other).expect("key slots");
    let is_device = |slot: &&Value| slot.get("kind") == Some(&json!("device"));
    let slots = other.get("slots").and_then(Value::as_array);
    let foreign = slots.and_then(|slots| slots.iter().find(is_device)).cloned();
    let slots = own.get_mut("slots").and_then(Value::as_array_mut).expect("slots");
    for slot in slots.iter_mut().filter(|slot| slot.get("kind") == Some(&json!("device"))) {
        *slot = foreign.clone().expect("a device slot");
    }
    own.to_string()
}

/// The second group with another character.
fn mistyped(key: &str) -> String {
    let groups: Vec<String> = key
        .split('-')
        .enumerate()
        .map(|(at, group)| {
            if at != 1 {
                return group.to_owned();
            }
            let (first, rest) = group.split_at(1);
            format!("{}{rest}", if first == "A" { "B" } else { "A" })
        })
        .collect();
    groups.join("-")
}

/// Marks the database as made by a version to come.
fn newer(data: &Path, recovery: &str) {
    let slots = Keyslots::read(&data.join("keyslots.json")).expect("key slots");
    let recovery = RecoveryKey::parse(recovery).expect("a recovery key");
    let key = slots.open_with_recovery(&recovery).expect("the data key");
    let database = Database::open(&data.join("forecourt.db"), key).expect("the database");
    let marked =
        database.write(|tx| -> forecourt_store::Result<_> { tx.run("PRAGMA user_version = 1000", &[]) });
    marked.expect("a newer version");
    database.checkpoint().expect("a checkpoint");
}
