//! Somebody opens the database with an ordinary SQLite tool: it can read nothing of it, and may leave nothing of
//! ours behind either.

use crate::scene::{Store, add, person};
use forecourt_store::keys::DataKey;
use forecourt_store::{Database, contact, ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// What people try.
const TRIED: [&str; 5] = [
    "PRAGMA integrity_check;",
    "PRAGMA journal_mode=DELETE;",
    "PRAGMA journal_mode=WAL;",
    "VACUUM;",
    ".tables",
];

fn touched_by_sqlite3(path: &Path) {
    for what in TRIED {
        let said = Command::new("sqlite3").arg(path).arg(what).output();
        let said = said.expect("sqlite3 is installed by cargo xtask");
        assert!(
            !String::from_utf8_lossy(&said.stdout).contains("contact"),
            "{what}: it reads what is sealed"
        );
    }
}

/// Three contacts, of whom the last stands in the log only, as a crash leaves them.
fn crashed() -> (TempDir, PathBuf, DataKey) {
    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    store.write(|tx| add(tx, "C0000002", &person("Reed", 2)));
    store.database.checkpoint().unwrap();
    store.write(|tx| add(tx, "C0000003", &person("Sedge", 3)));
    let folder = tempfile::tempdir().unwrap();
    for name in ["forecourt.db", "forecourt.db-wal"] {
        fs::copy(store.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    let path = folder.path().join("forecourt.db");
    (folder, path, store.key.clone())
}

/// Opens, is whole, and has so many contacts.
fn has(path: &Path, key: DataKey, contacts: i64, why: &str) {
    let database = Database::open(path, key).unwrap_or_else(|error| panic!("{why}: {error:?}"));
    database.check_integrity().unwrap();
    assert_eq!(database.read(contact::total).unwrap(), contacts, "{why}");
    let verdict = database.read(|tx| ledger::verify(tx, None)).unwrap();
    assert_eq!(verdict.first_bad, None, "{why}");
}

#[test]
fn case_37_database_touched_by_another_program() {
    let (_folder, path, key) = crashed();
    touched_by_sqlite3(&path);
    has(&path, key, 3, "with a log beside it");

    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    let (_folder, path, key) = store.closed();
    touched_by_sqlite3(&path);
    has(&path, key.clone(), 1, "without a log");
    has(&path, key, 1, "and once more");
}

#[test]
fn case_37_a_log_that_was_deleted_costs_what_stood_in_it_alone() {
    let (_folder, path, key) = crashed();
    fs::remove_file(path.with_file_name("forecourt.db-wal")).unwrap();
    touched_by_sqlite3(&path);
    has(&path, key, 2, "the state that was moved last");
}
