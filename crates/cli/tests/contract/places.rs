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
fn an_export_is_not_led_into_the_data_folder_by_whatever_way() {
    let desk = Desk::prepared();
    let link = |name: &str, target: &Path| {
        let link = desk.path(name);
        std::os::unix::fs::symlink(target, &link).unwrap();
        link
    };
    let data = desk.data();
    let before = desk.files();
    for place in [
        link("out-db.csv", &data.join("forecourt.db")),
        link("out-keys.csv", &data.join("keyslots.json")),
        // To a name that is not there yet, and over another link.
        link("out-new.csv", &data.join("new.csv")),
        link("out-far.csv", &desk.path("out-new.csv")),
        link("folder", &data).join("new.csv"),
        data.join("keyslots.json"),
        desk.path("out/../data/keyslots.json"),
        data.join("outbox/new.csv"),
        data.join("logs/../keyslots.json"),
    ] {
        let refusal = desk.anna(["export", "contacts", "-o", place.to_str().unwrap()]).refused("file");
        let words = refusal["message"].as_str().unwrap();
        assert!(words.contains("the dealership's own files"), "{}: {words}", place.display());
    }
    // A second name of the same file is a place of its own: it is replaced, and the file stays.
    let hard = desk.path("hard.json");
    fs::hard_link(data.join("keyslots.json"), &hard).unwrap();
    desk.anna(["export", "contacts", "-o", hard.to_str().unwrap()]).done();
    let keys = |files: &[(String, Vec<u8>)]| files.iter().find(|(name, _)| name == "keyslots.json").cloned();
    assert_eq!(keys(&desk.files()), keys(&before));
    desk.anna(["ledger", "verify"]).done();
}

#[test]
fn s11_a_data_folder_left_open_is_closed_at_the_next_opening() {
    let desk = Desk::prepared();
    let data = desk.data();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&data, 0o777);
    for (name, _) in desk.files() {
        mode(&data.join(name), 0o666);
    }
    Said::by(&mut open_to_all(&desk, &["search", "Hadley"])).done();
    private(&data);

    // One that everybody writes into is not closed, and not used.
    mode(&data, 0o1777);
    let said = Said::by(&mut open_to_all(&desk, &["search", "Hadley"]));
    let words = said.fault();
    assert!(words.contains("look into the data folder"), "{words}");
    mode(&data, 0o700);
}

#[test]
fn r16_no_dealership_is_set_up_where_a_cloud_service_copies() {
    let desk = Desk::empty();
    fs::create_dir(desk.path("OneDrive - Garage Ltd")).unwrap();
    std::os::unix::fs::symlink(desk.path("OneDrive - Garage Ltd"), desk.data()).unwrap();
    let said = desk.anna(["init", "--dealership", "Hadley Motors", "--login", "anna"]);
    let refusal = said.refused("file");
    let words = refusal["message"].as_str().unwrap();
    assert!(words.contains("kept in sync by OneDrive") && !words.contains("already"), "{words}");
    assert_eq!(fs::read_dir(desk.path("OneDrive - Garage Ltd")).unwrap().count(), 0);
}

/// A pipe that nobody writes to, and a device that never ends.
#[test]
fn what_is_no_file_is_refused_at_once() {
    let desk = Desk::prepared();
    let pipe = desk.path("pipe.csv");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for place in
        [pipe.as_path(), Path::new("/dev/zero"), Path::new("/dev/stdin"), Path::new("/proc/self/status")]
    {
        let refusal = desk.anna(["import", "contacts", place.to_str().unwrap()]).refused("file");
        let words = refusal["message"].as_str().unwrap();
        assert!(words.contains("a pipe or a device"), "{}: {words}", place.display());
    }
}
