//! A full disk: nothing that was acknowledged is lost, everything can be read, and it is said to be
//! what it is, never damage (R4). Needs a small disk of its own, which Linux gives anybody in a
//! namespace of theirs; where that is switched off, this test says so and ends.

#![cfg(target_os = "linux")]

use crate::scene::{add, person};
use forecourt_store::keys::DataKey;
use forecourt_store::{Database, Error, contact, ledger};
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the part that runs on the small disk finds it.
const DISK: &str = "FORECOURT_TEST_SMALL_DISK";
const PAGE: u64 = 4096;

/// Runs itself a second time on the small disk.
#[test]
fn on_a_full_disk_everything_stays_and_can_be_read() {
    if let Some(disk) = std::env::var_os(DISK) {
        at_twenty_fill_levels(Path::new(&disk));
        return;
    }
    let allowed = Command::new("unshare").args(["-Urm", "true"]).output();
    if !allowed.is_ok_and(|tried| tried.status.success()) {
        eprintln!("no namespaces for users here: the full disk was not tried");
        return;
    }
    let disk = tempfile::tempdir().unwrap();
    let ran = Command::new("unshare")
        .args(["-Urm", "sh", "-ec", "mount -t tmpfs -o size=6m none \"$0\"; exec \"$@\""])
        .arg(disk.path())
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "disk_full::on_a_full_disk_everything_stays_and_can_be_read", "--nocapture"])
        .env(DISK, disk.path())
        .output()
        .unwrap();
    let said = [ran.stdout, ran.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

/// Takes all room but `left` bytes.
fn fill(disk: &Path, name: &str, left: u64) -> PathBuf {
    let ballast = disk.join(name);
    let mut file = File::create(&ballast).unwrap();
    for piece in [1 << 16, PAGE] {
        while file.write_all(&vec![0xA5; piece as usize]).is_ok() {}
    }
    let size = file.metadata().unwrap().len();
    file.set_len(size.saturating_sub(left)).unwrap();
    file.sync_all().unwrap();
    ballast
}

fn is_full(disk: &Path) -> bool {
    let probe = disk.join("probe");
    let written = File::create(&probe).and_then(|mut file| file.write_all(&[1; PAGE as usize]));
    let _ = fs::remove_file(probe);
    written.is_err_and(|error| error.kind() == ErrorKind::StorageFull)
}

fn at_twenty_fill_levels(disk: &Path) {
    for left in 0..20 {
        let folder = disk.join(format!("at-{left}"));
        fs::create_dir(&folder).unwrap();
        filled_up(disk, &folder.join("forecourt.db"), 2 * left * PAGE);
        fs::remove_dir_all(folder).unwrap();
    }
}

/// Works on until the disk is full, and goes on from there.
fn filled_up(disk: &Path, path: &Path, left: u64) {
    let key = DataKey::generate().unwrap();
    let database = Database::create(path, key.clone()).unwrap();
    let add_one = |database: &Database, n: i64| {
        let details = person(&format!("Quill{n}"), n as usize);
        database.write(|tx| add(tx, &format!("C{n:07}"), &details))
    };
    let mut kept = 0;
    for n in 1..=5 {
        add_one(&database, n).unwrap();
        kept = n;
    }
    let ballast = fill(disk, "ballast", left);
    loop {
        match add_one(&database, kept + 1) {
            Ok(_) => kept += 1,
            Err(Error::DiskFull) => break,
            Err(other) => panic!("{left} bytes left, contact {}: {other:?}", kept + 1),
        }
        assert!(kept < 500, "the disk never fills up");
    }
    assert_eq!(database.read(contact::total).unwrap(), kept, "{left}: read where it was open");
    drop(database);

    // The memory shared by the file's users goes with a restart of the computer, and making it anew
    // takes room. Closing may have made some: that is taken too.
    let restarted = left.is_multiple_of(4 * PAGE);
    if restarted {
        fs::remove_file(path.with_extension("db-shm")).unwrap();
    }
    let more = fill(disk, "more", 0);
    assert!(is_full(disk), "{left}");
    let before = fs::read(path).unwrap();
    let database = Database::open(path, key.clone()).unwrap_or_else(|error| panic!("{left}: {error:?}"));
    assert_eq!(database.is_view_only(), restarted, "{left}");
    assert_eq!(database.read(contact::total).unwrap(), kept, "{left}: read on a full disk");
    let id = database.read(|tx| contact::by_reference(tx, "C0000003")).unwrap().unwrap();
    let found = database.read(|tx| contact::load(tx, id)).unwrap().unwrap();
    assert_eq!(found.details.last_name, "Quill3");
    assert!(matches!(add_one(&database, kept + 1), Err(Error::DiskFull)), "{left}: written on a full disk");
    assert!(database.check_integrity().is_ok(), "{left}: a full disk is no damage");
    drop(database);
    assert!(fs::read(path).unwrap() == before, "{left}: nothing moved on the full disk");

    fs::remove_file(ballast).unwrap();
    fs::remove_file(more).unwrap();
    let database = Database::open(path, key.clone()).unwrap();
    assert!(!database.is_view_only());
    database.check_integrity().unwrap();
    assert_eq!(database.read(contact::total).unwrap(), kept, "{left}: with room again");
    add_one(&database, kept + 1).unwrap();
    drop(database);

    // Closed in good order, and full the next morning.
    let ballast = fill(disk, "ballast", 0);
    let database = Database::open(path, key.clone()).unwrap_or_else(|error| panic!("{left}: {error:?}"));
    assert!(database.is_view_only());
    assert_eq!(database.read(contact::total).unwrap(), kept + 1);
    assert!(ledger::verify_book(&database, &[]).unwrap().is_sound(), "{left}: verified on a full disk");
    assert!(matches!(add_one(&database, kept + 2), Err(Error::DiskFull)));
    assert!(database.is_view_only());
    assert_eq!(database.read(contact::total).unwrap(), kept + 1, "{left}: read after a vain try");

    // Room comes back while it is open: the next try succeeds, and so does another program.
    fs::remove_file(ballast).unwrap();
    add_one(&database, kept + 2).unwrap();
    assert!(!database.is_view_only());
    assert_eq!(database.read(contact::total).unwrap(), kept + 2);
    let other = Database::open(path, key).unwrap();
    assert_eq!(other.read(contact::total).unwrap(), kept + 2);
    assert!(!path.with_extension("room").exists());
}
