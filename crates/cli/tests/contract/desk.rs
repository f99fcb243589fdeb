//! A desk with a dealership in a temporary folder, and the program run at it.

use crate::said::Said;
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

pub const ANNAS_PASSWORD: &str = "seven brass lanterns";
/// What Anna gave Maria on her first day.
pub const GIVEN_PASSWORD: &str = "two copper kettles";
pub const MARIAS_PASSWORD: &str = "eleven paper boats";

/// Forecourt's own layout.
pub const HEADER: &str = "contact_ref,title,first_name,last_name,company,address1,address2,town,county,postcode,\
phone_home,phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,consent_phone,\
consent_post,consent_date,consent_source,last_purchase,suppressed,notes\n";

/// Who is on file at a prepared desk.
pub const CONTACTS: &str = "\
C0000042,Ms,Siobhán,O'Brien-Ng,,14 Chapel Row,,Great Malvern,,WR14 3AA,01632 960118,07700 900214,,siobhan@example.org,EU56 JEC,Ford,Focus,Y,N,,,2024-03-01,Open day,,,\"Prefers mornings, never Fridays\"
C0000043,Mr,Peter,Hadley,,2 High Street,,Ely,,CB7 4AB,,07700 900108,,peter@example.org,AB12 CDE,Vauxhall,Corsa,,,,,,,,,
C0000044,,,,Ashdown Fleet Ltd,1 Mill Lane,,Ely,,CB7 4AA,,,01632 960404,fleet@example.org,,,,,,,,,,,Y,
";

/// A prepared data folder, kept in memory: deriving keys and hashing passwords take their time on
/// purpose, and a static folder would never be removed.
struct Prepared {
    files: Vec<(String, Vec<u8>)>,
    recovery_key: String,
}

static PREPARED: OnceLock<Prepared> = OnceLock::new();

/// A temporary folder with the data folder, a home, and the files that tests put there.
pub struct Desk {
    folder: TempDir,
}

impl Desk {
    /// A desk at which nobody has set a dealership up.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "tmp", "work", "bin", "out"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        let desk = Self { folder };
        desk.put("anna.password", &format!("{ANNAS_PASSWORD}\n"));
        desk.put("maria.password", MARIAS_PASSWORD);
        desk
    }

    /// The dealership with Anna (every right), Maria (none) and the three contacts.
    pub fn prepared() -> Self {
        let prepared = PREPARED.get_or_init(prepare);
        let desk = Self::empty();
        fs::create_dir(desk.data()).unwrap();
        for (name, bytes) in &prepared.files {
            let path = desk.data().join(name);
            fs::write(&path, bytes).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
        desk.put("recovery.key", &format!("{}\n", prepared.recovery_key));
        desk
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file that a test hands to the program.
    pub fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// A program of the system, as the desktop's opener of links, that writes down what it is given.
    pub fn opener(&self) -> PathBuf {
        let (script, log) = (self.path("bin/xdg-open"), self.path("opened.txt"));
        fs::write(&script, format!("#!/bin/sh\nprintf '%s\\n' \"$@\" > '{}'\n", log.display())).unwrap();
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
        log
    }

    /// Everything in the data folder with its content.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        contents(&self.data())
    }

    /// The program over the data folder, as nobody, with Anna's password and the recovery key.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forecourt-cli"));
        command.arg("--data").arg(self.data()).args(arguments);
        self.surround(&mut command);
        command
    }

    /// The environment of every program here: nothing of whoever runs the tests.
    pub fn surround(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", format!("{}:/usr/bin:/bin", self.path("bin").display()))
            .env("HOME", self.path("home"))
            .env("TMPDIR", self.path("tmp"))
            .env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}", self.path("no-bus").display()))
            .env("FORECOURT_PASSWORD_FILE", self.path("anna.password"))
            .env("RUST_LOG", "trace")
            .env("RUST_BACKTRACE", "full")
            .current_dir(self.path("work"))
            .stdin(Stdio::null());
        if self.path("recovery.key").exists() {
            command.env("FORECOURT_RECOVERY_KEY_FILE", self.path("recovery.key"));
        }
    }

    /// Runs `--json ...` as Anna.
    pub fn anna<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Said {
        Said::by(&mut self.as_anna(arguments))
    }

    pub fn as_anna<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = self.command(["--as", "anna", "--json"]);
        command.args(arguments);
        command
    }

    /// Runs `--json ...` as Maria.
    pub fn maria<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Said {
        let mut command = self.command(["--as", "maria", "--json"]);
        command.args(arguments).env("FORECOURT_PASSWORD_FILE", self.path("maria.password"));
        Said::by(&mut command)
    }

    /// Runs as Anna and for people, not for programs.
    pub fn plain<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Said {
        let mut command = self.command(["--as", "anna"]);
        command.args(arguments);
        Said::by(&mut command)
    }

    /// A use case of Anna's that must succeed, its input on standard input.
    pub fn call(&self, name: &str, input: &Value) -> Value {
        let mut command = self.as_anna(["call", name, "-"]);
        Said::of(fed(&mut command, input.to_string().as_bytes())).done()
    }

    /// How many contacts there are.
    pub fn total(&self) -> i64 {
        self.call("list_contacts", &json!({ "sort": "name", "limit": 1 }))["total"].as_i64().unwrap()
    }

    /// The references that a search finds.
    pub fn found(&self, term: &str) -> Vec<String> {
        references(&self.anna(["search", term]).done())
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        for name in ["home", "tmp", "work"] {
            let left = contents(&self.path(name));
            assert!(left.is_empty(), "left in {name}: {left:?}");
        }
    }
}

/// The references of a search's answer, in its order.
pub fn references(answer: &Value) -> Vec<String> {
    let rows = answer["rows"].as_array().unwrap();
    rows.iter().map(|row| row["reference"].as_str().unwrap().to_owned()).collect()
}

/// Starts a program and gives it its whole input.
pub fn fed(command: &mut Command, input: &[u8]) -> Child {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses before it reads closes the pipe; what it says is looked at elsewhere.
    let _ = child.stdin.take().unwrap().write_all(input);
    child
}

/// Every file below a folder by its name, sorted.
pub fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if entry.file_type().unwrap().is_dir() {
            let below = contents(&entry.path());
            found.extend(below.into_iter().map(|(file, bytes)| (format!("{name}/{file}"), bytes)));
        } else {
            found.push((name, fs::read(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

fn prepare() -> Prepared {
    let desk = Desk::empty();
    let init =
        ["--json", "init", "--dealership", "Hadley Motors", "--login", "anna", "--name", "Anna Kowalska"];
    let recovery_key = Said::by(&mut desk.command(init)).done()["recovery_key"].as_str().unwrap().to_owned();
    desk.put("recovery.key", &recovery_key);
    let maria = json!({
        "login": "maria", "name": "Maria Keane", "password": GIVEN_PASSWORD, "rights": [],
    });
    desk.call("create_employee", &maria);
    desk.put("maria.password", GIVEN_PASSWORD);
    let own = json!({ "current": GIVEN_PASSWORD, "new": MARIAS_PASSWORD }).to_string();
    desk.maria(["call", "change_own_password", &own]).done();
    desk.put("maria.password", MARIAS_PASSWORD);
    let file = desk.put("contacts.csv", &format!("{HEADER}{CONTACTS}"));
    let report = desk.anna(["import".as_ref(), "contacts".as_ref(), file.as_os_str()]).done();
    assert_eq!(report["created"], 3, "{report}");
    Prepared { files: desk.files(), recovery_key }
}
