//! A damaged file is found out, told from a wrong key, and kept as it is (R7).

use crate::scene::{Store, add, person};
use forecourt_store::keys::{DataKey, DeviceKey, KeyProblem, Keyslots, RecoveryKey, SlotProblem};
use forecourt_store::{Database, Error, contact};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const PAGE: usize = 4096;

/// A whole, closed file of more than twenty pages.
struct Kept {
    folder: TempDir,
    path: PathBuf,
    key: DataKey,
    sound: Vec<u8>,
}

fn kept() -> Kept {
    let store = Store::new();
    store.write(|tx| {
        for n in 1..=120 {
            let mut details = person(&format!("Quill{n}"), n);
            // More than a page holds: damage in the middle of a text has to show too.
            details.notes = "kept in the long note ".repeat(if n % 40 == 0 { 600 } else { 1 });
            add(tx, &format!("C{n:07}"), &details)?;
        }
        Ok(())
    });
    let (folder, path, key) = store.closed();
    let sound = fs::read(&path).unwrap();
    assert!(sound.len() > 30 * PAGE && sound.len().is_multiple_of(PAGE), "{} bytes", sound.len());
    Kept { folder, path, key, sound }
}

impl Kept {
    /// Puts `damaged` in place of the file and looks what becomes of it.
    fn expect_found(&self, what: &str, damaged: &[u8]) {
        assert!(damaged != self.sound, "{what}: the file is not damaged at all");
        fs::write(&self.path, damaged).unwrap();
        let found = Database::open(&self.path, self.key.clone()).and_then(|opened| opened.check_integrity());
        match found {
            Err(Error::Damaged(_) | Error::Unreadable) => {}
            other => panic!("{what}: {other:?}"),
        }
        assert!(fs::read(&self.path).unwrap() == damaged, "{what}: the damaged file is kept as it is");
        let files = fs::read_dir(self.folder.path()).unwrap().count();
        assert_eq!(files, 1, "{what}: nothing was put beside it");
    }

    fn pages(&self) -> usize {
        self.sound.len() / PAGE
    }
}

#[test]
fn a_flipped_bit_in_any_page_is_found() {
    let kept = kept();
    for n in 0..24 {
        let page = n * kept.pages() / 24;
        // All over the page: its text, then what it was sealed with, then its seal.
        let within = [0, 17, 100, 1999, 4015, 4016, 4031, 4032, 4095][n % 9];
        let mut damaged = kept.sound.clone();
        damaged[page * PAGE + within] ^= 1 << (n % 8);
        kept.expect_found(&format!("a bit at byte {within} of page {page}"), &damaged);
    }
}

#[test]
fn a_file_cut_off_anywhere_is_found() {
    let kept = kept();
    let whole = kept.sound.len();
    for length in [0, 1, 16, 100, 512, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, whole / 2, whole - PAGE, whole - 1]
    {
        kept.expect_found(&format!("cut off after {length} bytes"), &kept.sound[..length]);
    }
}

#[test]
fn zeroed_and_swapped_pages_are_found() {
    let kept = kept();
    let mut headless = kept.sound.clone();
    headless[..100].fill(0);
    kept.expect_found("a zeroed header", &headless);
    for n in 0..20 {
        let page = n * kept.pages() / 20;
        let mut zeroed = kept.sound.clone();
        zeroed[page * PAGE..(page + 1) * PAGE].fill(0);
        kept.expect_found(&format!("page {page} of zeros"), &zeroed);
    }
    for page in [0, 1, kept.pages() / 2, kept.pages() - 2] {
        let mut swapped = kept.sound.clone();
        let (before, after) = swapped.split_at_mut((page + 1) * PAGE);
        before[page * PAGE..].swap_with_slice(&mut after[..PAGE]);
        kept.expect_found(&format!("page {page} swapped with the next"), &swapped);
    }
    let mut longer = kept.sound.clone();
    longer.extend([0x5A; 100]);
    kept.expect_found("a hundred bytes too many", &longer);
}

#[test]
fn the_sound_file_passes() {
    let kept = kept();
    let database = Database::open(&kept.path, kept.key.clone()).unwrap();
    database.check_integrity().unwrap();
    assert_eq!(database.read(contact::total).unwrap(), 120);
}

#[test]
fn the_key_slots_tell_a_wrong_key_from_a_damaged_file() {
    let kept = kept();
    let (device, recovery) = (DeviceKey::generate().unwrap(), RecoveryKey::generate().unwrap());
    let slots = Keyslots::new(&kept.key, Some(&device), &recovery).unwrap();
    let wrong = slots.open_with_device(&DeviceKey::generate().unwrap());
    assert!(
        matches!(wrong.err(), Some(SlotProblem::Key(KeyProblem::Wrong))),
        "said before the file is touched"
    );
    let right = slots.open_with_device(&device).unwrap();
    assert_eq!(right.check_value(), kept.key.check_value());
    let stranger = DataKey::generate().unwrap();
    assert_ne!(right.check_value(), stranger.check_value());
    let opened = Database::open(&kept.path, stranger);
    assert!(matches!(opened.err(), Some(Error::Unreadable)));
    assert!(fs::read(&kept.path).unwrap() == kept.sound, "a wrong key changes nothing");
    let database = Database::open(&kept.path, right).unwrap();
    assert_eq!(database.read(contact::total).unwrap(), 120, "and the right one opens it as before");
}

#[test]
fn a_wrong_key_loses_nothing_that_is_still_in_the_log() {
    let store = Store::new();
    store.write(|tx| add(tx, "C0000001", &person("Quill", 1)));
    // As a crash leaves them: what was committed stands in the log only.
    let folder = tempfile::tempdir().unwrap();
    for name in ["forecourt.db", "forecourt.db-wal"] {
        fs::copy(store.folder.path().join(name), folder.path().join(name)).unwrap();
    }
    let path = folder.path().join("forecourt.db");
    let opened = Database::open(&path, DataKey::generate().unwrap());
    assert!(matches!(opened.err(), Some(Error::Unreadable)));
    let database = Database::open(&path, store.key.clone()).unwrap();
    database.check_integrity().unwrap();
    assert_eq!(database.read(contact::total).unwrap(), 1);
}
