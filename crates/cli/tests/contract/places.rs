//! Whose eyes the files are for (S11), and that nothing lies about.

use crate::desk::{Desk, HEADER};
use crate::said::Said;
use std::fs;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Linux' own number; the same on every processor that Forecourt is built for.
const O_NONBLOCK: i32 = 0o4000;

/// The program under the umask that hides nothing.
fn open_to_all(desk: &Desk, arguments: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command.args(["-c", "umask 000; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_forecourt-cli"), "--data"]);
    command.arg(desk.data()).args(["--as", "anna", "--json"]).args(arguments);
    desk.surround(&mut command);
    command
}

/// Every file and folder at or below `path` is for its owner only; says how many there are.
#[track_caller]
fn private(path: &Path) -> usize {
    let about = path.symlink_metadata().unwrap();
    let wanted = if about.is_dir() { 0o700 } else { 0o600 };
    let mode = about.permissions().mode() & 0o7777;
    assert_eq!(mode, wanted, "{} has mode {mode:o}", path.display());
    if about.is_file() {
        return 1;
    }
    let below = fs::read_dir(path).unwrap().map(|entry| private(&entry.unwrap().path()));
    1 + below.sum::<usize>()
}

#[test]
fn s11_what_is_made_is_for_the_owner_only_whatever_the_umask() {
    let desk = Desk::empty();
    let shown = Command::new("sh").args(["-c", "umask 000; umask"]).output().unwrap();
    assert_eq!(shown.stdout.trim_ascii(), b"0000", "the umask of the test itself");
    let init = ["init", "--dealership", "Hadley Motors", "--login", "anna"];
    let key = Said::by(&mut open_to_all(&desk, &init)).done()["recovery_key"].as_str().unwrap().to_owned();
    desk.put("recovery.key", &key);
    assert_eq!(
        private(&desk.data()),
        5,
        "the folder, the database, the key slots, the ledger's head and the machine's mark"
    );

    let file = desk.put("contacts.csv", &format!("{HEADER}{}", crate::desk::CONTACTS));
    Said::by(&mut open_to_all(&desk, &["import", "contacts", file.to_str().unwrap()])).done();
    for (name, arguments) in [
        ("form.pdf", &["print", "capture", "--all"][..]),
        ("list.csv", &["export", "contacts"]),
        ("access.csv", &["export", "access", "--contact", "C0000042", "--reason", "Letter"]),
    ] {
        let out = desk.path("out").join(name);
        // What stood there may have been for everybody; what replaces it is not.
        fs::write(&out, "before").unwrap();
        fs::set_permissions(&out, fs::Permissions::from_mode(0o666)).unwrap();
        let mut command = open_to_all(&desk, arguments);
        Said::by(command.arg("-o").arg(&out)).done();
        assert_eq!(private(&out), 1);
    }
    private(&desk.data());
}

#[test]
fn s11_the_database_s_own_files_are_private_while_it_is_open() {
    let desk = Desk::prepared();
    let pipe = desk.path("queries");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    // It waits for the queries with the database open.
    let mut command = open_to_all(&desk, &["search", "--queries", pipe.to_str().unwrap()]);
    let mut running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Without waiting: a program that ended early would never come to read.
    let until = Instant::now() + Duration::from_secs(60);
    let queries = loop {
        match fs::File::options().write(true).custom_flags(O_NONBLOCK).open(&pipe) {
            Ok(queries) => break queries,
            Err(_) => {
                assert!(running.try_wait().unwrap().is_none() && Instant::now() < until, "nobody reads")
            }
        }
        sleep(Duration::from_millis(5));
    };
    let names: Vec<String> = desk.files().into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().any(|name| name.ends_with("-wal")), "nothing is open: {names:?}");
    for name in names {
        let mode = fs::metadata(desk.data().join(&name)).unwrap().permissions().mode() & 0o7777;
        assert_eq!(mode, 0o600, "{name} has mode {mode:o}");
    }
    drop(queries);
    assert_eq!(Said::of(running).code, 0);
}

#[test]
fn s11_exports_that_fail_leave_nothing_half_made() {
    let desk = Desk::prepared();
    let out = desk.path("out");
    for round in 0..6 {
        // Half of them fail: a folder is in the way.
        let place = if round % 2 == 0 { out.join(format!("{round}.csv")) } else { out.clone() };
        let said = Said::by(desk.as_anna(["export", "contacts", "-o"]).arg(&place));
        assert_eq!(said.code, if round % 2 == 0 { 0 } else { 2 });
    }
    let names: Vec<String> = crate::desk::contents(&out).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["0.csv", "2.csv", "4.csv"]);
}

/// One link laid in the way, and the export would lie where the database was.
#[test]
fn an_export_is_not_led_into_the_data_folder_by_a_link() {
    let desk = Desk::prepared();
    for name in ["forecourt.db", "keyslots.json"] {
        let link = desk.path(&format!("out-{name}.csv"));
        std::os::unix::fs::symlink(desk.data().join(name), &link).unwrap();
        let before = fs::read(desk.data().join("keyslots.json")).unwrap();
        desk.anna(["export", "contacts", "-o", link.to_str().unwrap()]).refused("file");
        assert_eq!(fs::read(desk.data().join("keyslots.json")).unwrap(), before);
    }
    desk.anna(["ledger", "verify"]).done();
}
