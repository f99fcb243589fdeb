//! A database of a newer version is refused, and not a byte of it moves (R10).

use crate::scene::{Store, add, person};
use forecourt_store::engine::SCHEMA_VERSION;
use forecourt_store::keys::DataKey;
use forecourt_store::{Database, Error};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The files of a folder that hold data. The -shm file holds none, every start makes it anew, and
/// neither does an empty log.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect()
}

fn newer(by: i64) -> Store {
    let store = Store::new();
    store.write(|tx| {
        add(tx, "C0000001", &person("Quill", 1))?;
        tx.run(&format!("PRAGMA user_version = {}", SCHEMA_VERSION + by), &[])
    });
    store
}

fn refused(path: &Path, key: DataKey, by: i64) {
    let error = Database::open(path, key).err().expect("a newer database is refused");
    assert!(error.to_string().contains(&(SCHEMA_VERSION + by).to_string()), "{error}");
    let Error::Newer { found, known } = error else { panic!("{error}") };
    assert_eq!((found, known), (SCHEMA_VERSION + by, SCHEMA_VERSION));
}

#[test]
fn a_newer_database_is_refused_unchanged() {
    for by in [1, 1000] {
        let (folder, path, key) = newer(by).closed();
        let before = contents(folder.path());
        assert_eq!(before.len(), 1, "one whole file");
        refused(&path, key.clone(), by);
        refused(&path, key, by);
        assert!(contents(folder.path()) == before, "+{by}: a byte moved, came or went");
    }
}

#[test]
fn what_the_newer_program_left_in_its_log_stays_in_the_log() {
    let store = newer(1);
    // As a crash of the newer program leaves them: the log was never moved into the file.
    let folder = tempfile::tempdir().unwrap();
    for name in ["forecourt.db", "forecourt.db-wal"] {
        fs::copy(store.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    let before = contents(folder.path());
    assert!(!before["forecourt.db-wal"].is_empty(), "there is something in the log");
    refused(&folder.path().join("forecourt.db"), store.key.clone(), 1);
    assert!(contents(folder.path()) == before, "a byte moved, came or went");
}

#[test]
fn the_version_of_today_opens() {
    let (_folder, path, key) = newer(0).closed();
    let database = Database::open(&path, key).unwrap();
    assert_eq!(database.read(forecourt_store::contact::total).unwrap(), 1);
}
