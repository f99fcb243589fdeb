//! Who may read the files.

#![cfg(unix)]

use crate::scene::{Store, add, person};
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, RecoveryKey};
use forecourt_store::{Database, Error};
use std::fs;
use std::os::unix::fs::PermissionsExt;

fn rights(folder: &std::path::Path) -> Vec<(String, u32)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            let name = entry.file_name().into_string().unwrap();
            (name, entry.metadata().unwrap().permissions().mode() & 0o777)
        })
        .collect();
    found.sort();
    found
}

#[test]
fn only_the_owner_reads_the_database_its_log_and_the_keys() {
    let store = Store::new();
    let (device, recovery) = (DeviceKey::generate().unwrap(), RecoveryKey::generate().unwrap());
    let slots = Keyslots::new(&store.key, Some(&device), &recovery).unwrap();
    slots.write(&store.folder.path().join("keyslots.json")).unwrap();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    // From the first moment on: the log of a new database holds its first customers.
    let expected = ["forecourt.db", "forecourt.db-shm", "forecourt.db-wal", "keyslots.json"]
        .map(|name| (name.to_owned(), 0o600));
    assert_eq!(rights(store.folder.path()), expected);
    let again = store.again();
    again.write(|tx| add(tx, "C0000002", &person("Rush", 2))).unwrap();
    assert_eq!(rights(store.folder.path()), expected, "opened once more");
}

#[test]
fn what_is_there_is_never_overwritten() {
    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    let path = store.database.path().to_owned();
    let again = Database::create(&path, DataKey::generate().unwrap());
    assert!(matches!(again.err(), Some(Error::Exists(_))));
    assert_eq!(store.read(forecourt_store::contact::total), 1, "the contact is still there");
    let nowhere = Database::create(&path.join("below"), DataKey::generate().unwrap());
    assert!(nowhere.is_err(), "a folder that is a file");
}
