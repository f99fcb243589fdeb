//! A damaged page stops all writing before anything is written, wherever it is met, and the file is
//! kept as it is (R7).

use crate::scene::{Store, add, person};
use forecourt_store::engine::salvage;
use forecourt_store::keys::DataKey;
use forecourt_store::{DataFolder, Database, Error, Result, contact, ledger, setting, traces};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PAGE: usize = 4096;

struct Kept {
    _folder: TempDir,
    path: PathBuf,
    key: DataKey,
    sound: Vec<u8>,
}

/// A closed file; one that is longer than what is read at once has to be found out later.
fn kept(long: bool) -> Kept {
    let store = Store::new();
    store.write(|tx| {
        for n in 1..=200 {
            let mut details = person(&format!("Quill{n}"), n);
            if long {
                details.notes = "kept in the long note ".repeat(2500);
            }
            add(tx, &format!("C{n:07}"), &details)?;
        }
        Ok(())
    });
    let (folder, path, key) = store.closed();
    let sound = fs::read(&path).unwrap();
    assert_eq!(sound.len() > 8 << 20, long, "{} bytes", sound.len());
    Kept { _folder: folder, path, key, sound }
}

impl Kept {
    /// With one bit of page `page` (counted from 0) flipped.
    fn flipped(&self, page: usize) -> Vec<u8> {
        let mut damaged = self.sound.clone();
        damaged[page * PAGE + 1234 % PAGE] ^= 1 << (page % 8);
        fs::write(&self.path, &damaged).unwrap();
        damaged
    }

    fn open(&self) -> Result<Database> {
        Database::open(&self.path, self.key.clone())
    }

    /// Twenty-one pages, from the first to the last.
    fn pages(&self) -> impl Iterator<Item = usize> {
        let pages = self.sound.len() / PAGE;
        (0..21).map(move |n| n * (pages - 1) / 20)
    }
}

/// Everything in the folder that holds data.
fn contents(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(path.parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with("-shm"))
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .filter(|(_, bytes)| !bytes.is_empty())
        .collect();
    files.sort();
    files
}

fn is_damage(error: &Error) -> bool {
    matches!(error, Error::Damaged(_) | Error::Unreadable)
}

#[test]
fn a_flipped_bit_in_any_of_twenty_one_pages_is_told_before_a_write() {
    for long in [false, true] {
        let kept = kept(long);
        for page in kept.pages() {
            let damaged = kept.flipped(page);
            let written = kept.open().and_then(|database| {
                let written = database.write(|tx| setting::put(tx, "a", "1"));
                assert!(database.damage().is_some(), "page {page}");
                let again = database.write(|tx| setting::put(tx, "a", "1"));
                assert!(matches!(again, Err(Error::Damaged(_))), "page {page}: {again:?}");
                written
            });
            let error = written.expect_err("a write on a damaged file");
            assert!(is_damage(&error), "page {page}: {error:?}");
            assert!(fs::read(&kept.path).unwrap() == damaged, "page {page}: a byte moved");
        }
    }
}

#[test]
fn a_file_that_lacks_a_byte_or_has_one_too_many_is_not_opened() {
    let kept = kept(false);
    let whole = kept.sound.len();
    let mut longer = kept.sound.clone();
    longer.push(0);
    for damaged in [&kept.sound[..whole - 1], &kept.sound[..whole - PAGE - 1], &longer] {
        fs::write(&kept.path, damaged).unwrap();
        let error = kept.open().err().expect("damage is found");
        assert!(is_damage(&error), "{} of {whole} bytes: {error:?}", damaged.len());
        assert!(fs::read(&kept.path).unwrap() == damaged, "a byte moved");
    }
}

#[test]
fn two_swapped_pages_are_told_before_a_write() {
    for long in [false, true] {
        let kept = kept(long);
        let (one, other) = (kept.sound.len() / PAGE / 3, kept.sound.len() / PAGE / 2);
        let mut swapped = kept.sound.clone();
        for at in 0..PAGE {
            swapped.swap(one * PAGE + at, other * PAGE + at);
        }
        fs::write(&kept.path, &swapped).unwrap();
        let written = kept.open().and_then(|database| database.write(|tx| setting::put(tx, "a", "1")));
        assert!(is_damage(&written.expect_err("a write on a damaged file")));
        assert!(fs::read(&kept.path).unwrap() == swapped, "a byte moved");
    }
}

/// The page that holds a contact's long note, found by what a reader says of each.
fn page_of_a_note(kept: &Kept, reference: &str) -> usize {
    let pages = kept.sound.len() / PAGE;
    for page in (pages / 4..pages).step_by(7) {
        kept.flipped(page);
        let database = kept.open().unwrap();
        let read = database.read(|tx| {
            let id = contact::by_reference(tx, reference)?.unwrap();
            contact::load(tx, id)
        });
        if read.is_err() {
            fs::write(&kept.path, &kept.sound).unwrap();
            return page;
        }
    }
    panic!("no page of {reference}");
}

#[test]
fn a_bad_page_met_by_a_reader_stops_every_writer() {
    let kept = kept(true);
    let page = page_of_a_note(&kept, "C0000100");
    let database = kept.open().unwrap();
    // Known to be whole, and damaged afterwards: as a disk fails while people work.
    database.write(|tx| setting::put(tx, "before", "1")).unwrap();
    let mut damaged = fs::read(&kept.path).unwrap();
    damaged[page * PAGE + 99] ^= 4;
    fs::write(&kept.path, &damaged).unwrap();
    let before = contents(&kept.path);
    assert!(
        before.iter().any(|(path, _)| path.to_string_lossy().ends_with("-wal")),
        "something is in the log"
    );

    let met: Result<_> = database.read(|tx| {
        let id = contact::by_reference(tx, "C0000100")?.unwrap();
        contact::load(tx, id).map(drop)
    });
    assert!(matches!(met, Err(Error::Damaged(_))), "{met:?}");
    assert!(database.damage().unwrap().to_string().contains("as it was written"));
    for refused in [
        database.write(|tx| setting::put(tx, "after", "1")),
        database.write_in_bulk(|tx| setting::put(tx, "after", "1")),
        database.checkpoint(),
        database.rewrite(),
        database.check_pages(),
        database.try_writable(),
        ledger::verify_book(&database, &[]).map(drop),
    ] {
        assert!(matches!(refused, Err(Error::Damaged(_))), "{refused:?}");
    }
    // What can be read can still be read.
    assert_eq!(database.read(|tx| setting::get(tx, "before")).unwrap().as_deref(), Some("1"));
    assert_eq!(database.read(contact::total).unwrap(), 200);
    assert!(contents(&kept.path) == before, "a byte moved while it was open");
    drop(database);
    assert!(contents(&kept.path) == before, "a byte moved when it was closed");
}

#[test]
fn traces_are_not_swept_out_of_a_damaged_file() {
    let kept = kept(true);
    let database = kept.open().unwrap();
    database.write(|tx| setting::put(tx, "before", "1")).unwrap();
    let copy = kept.path.with_extension("db.before-v1");
    fs::write(&copy, "a copy").unwrap();
    let mut damaged = fs::read(&kept.path).unwrap();
    let last = damaged.len() - 2000;
    damaged[last] ^= 1;
    fs::write(&kept.path, &damaged).unwrap();
    assert!(matches!(database.check_pages(), Err(Error::Damaged(_))));
    let before = contents(&kept.path);
    let _ = traces::sweep(&database, "2026-11-28T10:00:00.000Z");
    assert!(matches!(database.rewrite(), Err(Error::Damaged(_))));
    drop(database);
    assert!(contents(&kept.path) == before, "a byte moved");
}

#[test]
fn a_page_torn_on_its_way_out_of_the_log_is_no_damage() {
    let store = Store::new();
    store.write(|tx| (1..=100).try_for_each(|n| add(tx, &format!("C{n:07}"), &person("Quill", n)).map(drop)));
    store.database.checkpoint().unwrap();
    store.write(|tx| setting::put(tx, "in the log", "1"));
    // As a kill in the middle of a checkpoint leaves them.
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("forecourt.db");
    let log = fs::read(store.folder.path().join("forecourt.db-wal")).unwrap();
    fs::write(folder.path().join("forecourt.db-wal"), &log).unwrap();
    let mut torn = fs::read(store.folder.path().join("forecourt.db")).unwrap();
    let moved = u32::from_be_bytes(log[32..36].try_into().unwrap()) as usize - 1;
    torn[moved * PAGE + 2048..][..2048].fill(0x5A);
    fs::write(&path, &torn).unwrap();
    let database = Database::open(&path, store.key.clone()).unwrap();
    database.check_pages().unwrap();
    database.write(|tx| setting::put(tx, "after", "1")).unwrap();
    database.checkpoint().unwrap();
    database.check_integrity().unwrap();
    assert_eq!(database.read(|tx| setting::get(tx, "in the log")).unwrap().as_deref(), Some("1"));
}

#[test]
fn a_checkpoint_under_way_is_never_taken_for_damage() {
    let store = Store::new();
    store.write(|tx| (1..=300).try_for_each(|n| add(tx, &format!("C{n:07}"), &person("Quill", n)).map(drop)));
    let other = store.again();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..40 {
                store.write(|tx| {
                    (1..=300).try_for_each(|at| setting::put(tx, &format!("s{at}"), &format!("{n}")))
                });
                store.database.checkpoint().unwrap();
            }
        });
        let mut looks = 0;
        while !writer.is_finished() {
            other.check_pages().unwrap();
            looks += 1;
        }
        assert!(looks > 3, "{looks} looks");
    });
}

/// Is a page one by which all others are found? Then nothing can be salvaged without it.
fn is_found_by(sound: &[u8], page: usize, path: &Path, key: &DataKey) -> bool {
    let mut damaged = sound.to_vec();
    damaged[page * PAGE + 10] ^= 1;
    fs::write(path, &damaged).unwrap();
    let out = tempfile::tempdir().unwrap();
    let (from, into) = (DataFolder::new(path.parent().unwrap()), DataFolder::new(out.path()));
    matches!(salvage(&from, key, &into), Err(Error::Damaged(_)))
}

#[test]
fn a_copy_leaves_out_what_cannot_be_read_and_keeps_the_rest() {
    let store = Store::new();
    store.write(|tx| {
        (1..=400).try_for_each(|n| add(tx, &format!("C{n:07}"), &person(&format!("Quill{n}"), n)).map(drop))
    });
    let (folder, path, key) = store.closed();
    let sound = fs::read(&path).unwrap();
    let pages = sound.len() / PAGE;
    let mut found = 0;
    for from in [pages / 4, pages / 2, pages - 8] {
        // What every table is found by is another matter, wherever it lies.
        let page = (from..).find(|page| !is_found_by(&sound, *page, &path, &key)).unwrap();
        let mut damaged = sound.clone();
        damaged[page * PAGE + 10] ^= 1;
        fs::write(&path, &damaged).unwrap();
        let before = contents(&path);
        let out = tempfile::tempdir().unwrap();
        let (from, into) = (DataFolder::new(folder.path()), DataFolder::new(out.path()));
        let tables = salvage(&from, &key, &into).unwrap();
        assert!(contents(&path) == before, "page {page}: a byte of the damaged file moved");
        let names: Vec<_> = fs::read_dir(out.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        assert_eq!(names, ["forecourt.db"], "page {page}");
        found += tables.iter().map(|table| table.holes).sum::<i64>();
        let copy = Database::open(&into.database(), key.clone()).unwrap();
        copy.check_integrity().unwrap();
        let total = copy.read(|tx| tx.number("SELECT count(*) FROM contact", &[])).unwrap();
        assert!((340..=400).contains(&total), "page {page}: {total} contacts are left");
        let kept = tables.iter().find(|table| table.name == "contact").unwrap().kept;
        assert_eq!(kept, total, "page {page}");
    }
    assert!(found > 0, "no table was damaged");
}
