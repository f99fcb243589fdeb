//! A database made by an earlier version opens, is what a new one would be, and keeps what it held; and
//! nothing is touched before a whole copy of it stands beside it (R11).

use crate::scene::{Store, add, person};
use forecourt_domain::consent::Cell;
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::plan;
use forecourt_store::engine::{SCHEMA_VERSION, salvage, schema_text};
use forecourt_store::keys::{DataKey, Keyslots, RecoveryKey};
use forecourt_store::{
    DataFolder, Database, Error, consent, contact, employee, erasure, import_batch, ledger, personal, search,
    traces, vehicle,
};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A copy of the database of an earlier version, in a folder of its own.
struct Old {
    folder: TempDir,
    path: PathBuf,
    key: DataKey,
    bytes: Vec<u8>,
}

fn old(version: i64) -> Old {
    let kept =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../tests/fixtures/database/v{version}"));
    let recovery = fs::read_to_string(kept.join("recovery_key.txt")).unwrap();
    let slots = Keyslots::read(&kept.join("keyslots.json")).unwrap();
    let key = slots.open_with_recovery(&RecoveryKey::parse(recovery.trim()).unwrap()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forecourt.db");
    fs::copy(kept.join("forecourt.db"), &path).unwrap();
    let bytes = fs::read(&path).unwrap();
    Old { folder, path, key, bytes }
}

impl Old {
    fn open(&self) -> Result<Database, Error> {
        Database::open(&self.path, self.key.clone())
    }

    fn copy(&self) -> PathBuf {
        self.path.with_file_name("forecourt.db.before-v1")
    }

    fn files(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// The version a file says it is of, without bringing it up to date.
fn version_of(database: &Database) -> i64 {
    database.read(|tx| tx.number("PRAGMA user_version", &[])).unwrap()
}

/// How many rows each table has.
fn rows(database: &Database) -> Vec<(&'static str, i64)> {
    let count = |name| database.read(|tx| tx.number(&format!("SELECT count(*) FROM {name}"), &[])).unwrap();
    personal::tables().map(|table| (table.name, count(table.name))).collect()
}

#[test]
fn every_old_database_becomes_what_a_new_one_is() {
    let fresh = schema_text(&Store::new().database).unwrap();
    for version in 1..SCHEMA_VERSION {
        let old = old(version);
        let database = old.open().unwrap();
        assert_eq!(version_of(&database), SCHEMA_VERSION);
        assert_eq!(schema_text(&database).unwrap(), fresh, "from version {version}");
        database.check_integrity().unwrap();
        let verdict = database.read(|tx| ledger::verify(tx, None)).unwrap();
        assert_eq!(verdict.first_bad, None, "from version {version}");
    }
}

/// What newer versions say elsewhere is not lost because the file of before was damaged.
#[test]
fn an_old_database_is_salvaged_whole_where_everything_can_be_read() {
    for version in 1..SCHEMA_VERSION {
        let (old, migrated) = (old(version), old(version));
        let saved = tempfile::tempdir().unwrap();
        let (from, into) = (DataFolder::new(old.folder.path()), DataFolder::new(saved.path()));
        salvage(&from, &old.key, &into).unwrap();
        let saved = Database::open(&into.database(), old.key.clone()).unwrap();
        let migrated = migrated.open().unwrap();
        assert_eq!(rows(&saved), rows(&migrated), "from version {version}");
        assert_eq!(schema_text(&saved).unwrap(), schema_text(&migrated).unwrap());
        let verdict = saved.read(|tx| ledger::verify(tx, None)).unwrap();
        assert_eq!(verdict, migrated.read(|tx| ledger::verify(tx, None)).unwrap(), "from version {version}");
        assert_eq!(verdict.first_bad, None);
    }
}

#[test]
fn what_the_first_version_kept_is_all_there() {
    let old = old(1);
    let database = old.open().unwrap();
    database
        .read(|tx| {
            assert_eq!(contact::total(tx)?, 9);
            let ida = contact::by_reference(tx, "C0000001")?.unwrap();
            let found = contact::load(tx, ida)?.unwrap();
            assert_eq!(
                (found.details.first_name.as_str(), found.details.last_name.as_str()),
                ("Ida", "Quill")
            );
            assert_eq!(found.details.phones[0].e164, "+447700900001");
            let standing = consent::standing(tx, ida)?;
            let given = Cell::of(&forecourt_domain::consent::Party::Us)
                .any(|cell| standing.state(&cell) == forecourt_domain::consent::State::Granted);
            assert!(given && standing.version == 1);
            assert!(consent::standing(tx, ContactId::new(2))?.excluded);
            let zoe = plan("zoe mull").ranges;
            let mut hits = Vec::new();
            for range in &zoe {
                search::scan(tx, range, 10, |_, id| {
                    hits.push(id);
                    Ok(false)
                })?;
            }
            assert!(hits.contains(&ContactId::new(2)), "{hits:?}");
            let (sorted, _) = contact::page(tx, contact::Sort::Name, false, None, 20)?;
            assert_eq!(sorted.len(), 9);
            let imports = import_batch::all(tx, 10)?;
            assert_eq!((imports.len(), imports[0].created), (1, 4));
            let erased = erasure::page(tx, None, i64::MAX, 10)?;
            assert_eq!((erased.len(), erased[0].account_name.as_str()), (1, "Ann Rush"));
            assert_eq!(consent::events(tx, ContactId::new(2))?.len(), 2);
            assert_eq!(ledger::head(tx)?.seq, 22);
            Ok::<_, Error>(())
        })
        .unwrap();
    // And work goes on where it stopped.
    let store_line = database.write(|tx| {
        let reference = contact::next_reference(tx)?;
        add(tx, &reference, &person("Next", 5))?;
        Ok::<_, Error>(reference)
    });
    assert_eq!(store_line.unwrap(), "C0000015");
}

#[test]
fn a_copy_of_the_old_version_stands_beside_it_before_anything_is_touched() {
    let old = old(1);
    let database = old.open().unwrap();
    let after = rows(&database);
    drop(database);
    assert_eq!(old.files(), ["forecourt.db", "forecourt.db.before-v1"], "and nothing half made");
    assert!(fs::read(old.copy()).unwrap() == old.bytes, "the copy is the file as it was");
    assert!(fs::read(&old.path).unwrap() != old.bytes);
    // As somebody would who goes back to the earlier program: opened, it is a whole database of its time.
    let copied = Database::open(&old.copy(), old.key.clone()).unwrap();
    copied.check_integrity().unwrap();
    assert_eq!(rows(&copied), after);
    assert_eq!(copied.read(|tx| ledger::verify(tx, None)).unwrap().first_bad, None);
}

#[test]
fn a_copy_that_cannot_be_made_stops_the_migration() {
    let old = old(1);
    // Something stands where the copy has to go.
    fs::create_dir(old.copy()).unwrap();
    fs::write(old.copy().join("in the way"), "x").unwrap();
    let refused = old.open().err().expect("no copy, no migration");
    assert!(matches!(refused, Error::ReadOnly), "{refused:?}");
    assert!(fs::read(&old.path).unwrap() == old.bytes, "a byte of the database moved");
    assert_eq!(old.files(), ["forecourt.db", "forecourt.db.before-v1"], "nothing half made stays");
    fs::remove_dir_all(old.copy()).unwrap();
    assert_eq!(version_of(&old.open().unwrap()), SCHEMA_VERSION, "and the next try succeeds");
}

#[test]
fn a_damaged_file_is_not_migrated() {
    let old = old(1);
    let mut damaged = old.bytes.clone();
    // Within a page that opening does not read.
    let at = damaged.len() - 2000;
    damaged[at] ^= 1;
    fs::write(&old.path, &damaged).unwrap();
    let refused = old.open().err().expect("a copy that does not verify is no copy");
    assert!(matches!(refused, Error::Damaged(_)), "{refused:?}");
    assert!(fs::read(&old.path).unwrap() == damaged, "a byte of the database moved");
    assert_eq!(old.files(), ["forecourt.db"], "and no copy of it is trusted later");
}

#[test]
fn a_copy_left_by_an_earlier_try_is_made_anew() {
    let old = old(1);
    fs::write(old.copy(), "half of something").unwrap();
    drop(old.open().unwrap());
    assert!(fs::read(old.copy()).unwrap() == old.bytes);
}

#[test]
fn an_erasure_takes_the_copies_along() {
    let old = old(1);
    let database = old.open().unwrap();
    assert!(old.copy().exists());
    traces::sweep(&database, "2026-11-21T10:00:00.000Z").unwrap();
    assert!(old.copy().exists(), "nobody was erased since");
    database.write(|tx| erasure::take(tx, ContactId::new(1)).map(drop)).unwrap();
    traces::sweep(&database, "2026-11-21T10:00:00.000Z").unwrap();
    assert!(!old.copy().exists(), "the copy still holds whoever was erased");
}

#[test]
fn nobody_is_told_of_what_was_changed_before_anybody_was_told() {
    let old = old(1);
    let database = old.open().unwrap();
    database
        .read(|tx| -> Result<(), Error> {
            let head = ledger::head(tx)?.seq;
            let staff = employee::all(tx)?;
            assert!(head > 0 && !staff.is_empty());
            for one in staff {
                assert_eq!((one.told_seq, one.must_change_password), (head, false), "{}", one.login);
            }
            Ok(())
        })
        .unwrap();
}

/// Up to the fifth version vehicles stood in each contact's own list.
#[test]
fn t01_vehicles_of_a_contacts_own_become_vehicles_with_keepers() {
    let old = old(5);
    let database = old.open().unwrap();
    database
        .read(|tx| -> Result<(), Error> {
            let kept = |reference: &str| -> Result<Vec<(String, String, String)>, Error> {
                let id = contact::by_reference(tx, reference)?.unwrap();
                let vehicles = contact::load(tx, id)?.unwrap().details.vehicles;
                Ok(vehicles.into_iter().map(|one| (one.registration, one.make, one.model)).collect())
            };
            let of = |registration: &str, make: &str, model: &str| {
                (registration.to_owned(), make.to_owned(), model.to_owned())
            };
            let focus = of("EU56 JEC", "Ford", "Focus Ghia");
            let audi = of("191-D-12345", "Audi", "A3 Sportback");
            // In their order; who says most of a vehicle that several keep is believed; one twice in a list is once.
            assert_eq!(kept("C0000001")?, [focus.clone(), audi.clone(), of("", "Caravan", "")]);
            assert_eq!(kept("C0000002")?, [audi, of("A1 JEC", "MG", "")]);
            assert_eq!(kept("C0000004")?, []);
            let focus_id = vehicle::by_plate(tx, "EU56JEC")?.unwrap();
            let keepers = vehicle::keepers(tx, focus_id)?;
            let mut names: Vec<&str> = keepers.iter().map(|keeper| keeper.name.as_str()).collect();
            names.sort_unstable();
            assert_eq!(names, ["Ida Quill", "Siobhán O'Brien-Ng", "Zoe Mull"]);
            assert!(keepers.iter().all(|keeper| keeper.is_current() && keeper.since.is_empty()));
            assert_eq!(tx.number("SELECT count(*) FROM vehicle", &[])?, 6);
            assert_eq!(tx.number("SELECT value FROM counter WHERE name = 'vehicles'", &[])?, 6);
            assert_eq!(vehicle::by_plate(tx, "S10PRI")?, None, "erased before");
            assert_eq!(ledger::verify(tx, None)?.first_bad, None);
            Ok(())
        })
        .unwrap();
    // Nobody's terms are left behind, and an import takes what was its own.
    database
        .write(|tx| -> Result<(), Error> {
            let batch = import_batch::all(tx, 1)?.remove(0);
            import_batch::take_back(tx, &batch, "2026-11-28T12:00:00.000Z")?;
            assert_eq!(vehicle::by_plate(tx, "AB12CDE")?, None);
            assert!(vehicle::by_plate(tx, "EU56JEC")?.is_some(), "kept at the counter too");
            for id in [1, 2, 4] {
                erasure::take(tx, ContactId::new(id))?;
            }
            assert_eq!(tx.number("SELECT count(*) FROM search_term", &[])?, 0);
            assert_eq!(tx.number("SELECT count(*) FROM vehicle", &[])?, 0);
            assert_eq!(tx.number("SELECT value FROM counter WHERE name = 'vehicles'", &[])?, 0);
            Ok(())
        })
        .unwrap();
}
