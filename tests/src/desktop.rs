//! A desktop of one test's own: display, session bus, keychain, home folder.
//!
//! Nothing here reaches the desktop of the person who runs the tests, so several
//! can run at once and none needs `xvfb-run` or `dbus-run-session` around it.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::process::{Process, content};

/// The state in which the desktop's keychain is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keychain {
    /// Open, as after signing in to the desktop.
    Unlocked,
    /// There, but asking for a password that nobody types.
    Locked,
    /// No keychain program at all.
    Absent,
}

/// Light or dark, as set for the whole desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The width and height of the display in pixels.
const SCREEN: &str = "1920x1080x24";
const PATIENCE: Duration = Duration::from_secs(20);
/// Variables that would lead a program back to the real desktop.
const FOREIGN: &[&str] = &[
    "DBUS_SESSION_BUS_ADDRESS",
    "DBUS_SYSTEM_BUS_ADDRESS",
    "DESKTOP_SESSION",
    "DISPLAY",
    "FORECOURT_PASSWORD_FILE",
    "FORECOURT_RECOVERY_KEY_FILE",
    "FORECOURT_TRACE_STARTUP",
    "GNOME_KEYRING_CONTROL",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CURRENT_DESKTOP",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
];

/// A private desktop; dropping it ends every program on it and removes its home.
pub struct Desktop {
    // In the order they have to end: the keychain hangs on the bus.
    keychain: Option<Process>,
    _bus: Process,
    _display: Process,
    environment: BTreeMap<String, OsString>,
    evidence: PathBuf,
    root: TempDir,
}

impl Desktop {
    /// Starts a light desktop with an open keychain. What the test leaves for people
    /// to look at goes to a folder named `name`.
    ///
    /// # Panics
    /// When a part of it does not start: no test could run on it.
    pub fn start(name: &str) -> Self {
        Self::with(name, Theme::Light)
    }

    /// Starts a desktop with an open keychain and the given theme.
    ///
    /// # Panics
    /// As [`Desktop::start`].
    pub fn with(name: &str, theme: Theme) -> Self {
        let evidence = evidence_folder(name);
        let root = tempfile::Builder::new().prefix("fc-").tempdir();
        let root = root.unwrap_or_else(|fault| panic!("no folder for a home: {fault}"));
        let mut environment = furnish(root.path(), theme);
        let display = start_display(root.path(), &mut environment);
        let bus = start_bus(root.path(), &mut environment);
        let mut desktop = Self { keychain: None, _bus: bus, _display: display, environment, evidence, root };
        desktop.set_keychain(Keychain::Unlocked);
        desktop
    }

    /// Puts the keychain into another state; what it holds stays.
    ///
    /// # Panics
    /// When the keychain program does not come up.
    pub fn set_keychain(&mut self, state: Keychain) {
        self.keychain = None;
        if state == Keychain::Absent {
            return;
        }
        let log = self.root.path().join("logs/keychain.log");
        let mut command = self.command("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]);
        if state == Keychain::Unlocked {
            // With a display it would ask in a window instead of reading its input.
            command.arg("--unlock").env_remove("DISPLAY");
        }
        let mut keychain = Process::start(&mut command, &log);
        keychain.say("desktop password");
        let asked = self.environment.clone();
        keychain.until("the keychain's name on the bus", PATIENCE, || {
            let mut ask = Command::new("dbus-send");
            ask.args(["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]);
            ask.args(["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]);
            let answer = ask.envs(&asked).output().ok()?;
            String::from_utf8_lossy(&answer.stdout).contains("boolean true").then_some(())
        });
        self.keychain = Some(keychain);
    }

    /// A program to be started on this desktop.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        for name in FOREIGN {
            command.env_remove(name);
        }
        command.envs(&self.environment).current_dir(self.home());
        command
    }

    /// `forecourt-cli` on a data folder.
    pub fn cli(&self, data: &Path) -> Command {
        let mut command = self.command(built("forecourt-cli"));
        command.arg("--data").arg(data);
        command
    }

    /// The home folder of whoever sits at this desktop.
    pub fn home(&self) -> PathBuf {
        self.root.path().join("home")
    }

    /// Where a test leaves what people may want to look at.
    pub fn evidence(&self) -> &Path {
        &self.evidence
    }

    /// A place for the logs of the programs on this desktop.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.root.path().join("logs").join(name)
    }

    /// What was handed over to the desktop to open (files, links, mails), oldest
    /// first: one list of arguments for each time.
    pub fn opened(&self) -> Vec<Vec<String>> {
        let calls = content(&self.root.path().join("opened"));
        let calls = calls.split_terminator('\u{1e}');
        calls.map(|call| call.split_terminator('\u{1f}').map(str::to_owned).collect()).collect()
    }

    /// The name of the display.
    pub(crate) fn display(&self) -> OsString {
        self.environment.get("DISPLAY").cloned().unwrap_or_default()
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // What the programs said is of interest only when the test failed.
        if std::thread::panicking() {
            let logs = fs::read_dir(self.root.path().join("logs"));
            for log in logs.into_iter().flatten().flatten() {
                drop(fs::copy(log.path(), self.evidence.join(log.file_name())));
            }
        }
    }
}

/// Makes home and run-time folders and answers with the environment that leads to them.
fn furnish(root: &Path, theme: Theme) -> BTreeMap<String, OsString> {
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::write(&path, text).unwrap_or_else(|fault| panic!("cannot write {}: {fault}", path.display()));
    };
    let folders = ["home/.config/gtk-3.0", "home/.local/share", "home/.cache", "home/.local/state"];
    for folder in folders.into_iter().chain(["run", "bin", "logs"]) {
        let made = fs::create_dir_all(root.join(folder));
        made.unwrap_or_else(|fault| panic!("cannot make {folder}: {fault}"));
    }
    let private = fs::set_permissions(root.join("run"), fs::Permissions::from_mode(0o700));
    private.unwrap_or_else(|fault| panic!("cannot make the run-time folder private: {fault}"));
    // Without animations a click finds its button where it was seen.
    let dark = u8::from(theme == Theme::Dark);
    write(
        "home/.config/gtk-3.0/settings.ini",
        &format!("[Settings]\ngtk-enable-animations=0\ngtk-application-prefer-dark-theme={dark}\n"),
    );
    // The mail client, the viewer and the browser in one: it notes what it was given.
    // One write per call, so two at once cannot mix.
    write(
        "bin/xdg-open",
        "#!/bin/sh\nline=\nfor word in \"$@\"; do line=\"$line$word\u{1f}\"; done\n\
         printf '%s\u{1e}' \"$line\" >> \"$FORECOURT_TEST_OPENED\"\n",
    );
    let runs = fs::set_permissions(root.join("bin/xdg-open"), fs::Permissions::from_mode(0o755));
    runs.unwrap_or_else(|fault| panic!("cannot make xdg-open runnable: {fault}"));

    let mut path = OsString::from(root.join("bin"));
    path.push(":");
    path.push(env::var_os("PATH").unwrap_or_default());
    let under = |name: &str| root.join(name).into_os_string();
    [
        ("PATH", path),
        ("HOME", under("home")),
        ("XDG_CONFIG_HOME", under("home/.config")),
        ("XDG_DATA_HOME", under("home/.local/share")),
        ("XDG_CACHE_HOME", under("home/.cache")),
        ("XDG_STATE_HOME", under("home/.local/state")),
        ("XDG_RUNTIME_DIR", under("run")),
        ("FORECOURT_TEST_OPENED", under("opened")),
        ("GDK_BACKEND", "x11".into()),
        ("GSETTINGS_BACKEND", "memory".into()),
        ("LANG", "C.UTF-8".into()),
        ("NO_AT_BRIDGE", "1".into()),
        ("TZ", "Europe/London".into()),
        ("WEBKIT_DISABLE_COMPOSITING_MODE", "1".into()),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", "1".into()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect()
}

/// Starts a display under the first number that is free.
fn start_display(root: &Path, environment: &mut BTreeMap<String, OsString>) -> Process {
    let number = root.join("logs/display.number");
    let mut command = Command::new("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]);
    // The number comes on stdout, complaints on stderr: both in this file, the number on a line of its own.
    let mut display = Process::start(&mut command, &number);
    let number = display.until("the display's number", PATIENCE, || {
        let said = content(&number);
        let line = said.lines().find(|line| !line.is_empty() && line.bytes().all(|b| b.is_ascii_digit()))?;
        said.ends_with('\n').then(|| line.to_owned())
    });
    environment.insert("DISPLAY".to_owned(), format!(":{number}").into());
    display
}

/// Starts a session bus. It starts nothing by itself (no portal, no second keychain)
/// but the window in which a locked keychain asks for its password.
fn start_bus(root: &Path, environment: &mut BTreeMap<String, OsString>) -> Process {
    let socket = root.join("run/bus");
    let address = format!("unix:path={}", socket.display());
    let (law, services) = (root.join("bus.conf"), root.join("services"));
    let made = fs::create_dir(&services);
    made.unwrap_or_else(|fault| panic!("cannot make a folder for services: {fault}"));
    for asker in ["org.gnome.keyring.SystemPrompter.service", "org.gnome.keyring.PrivatePrompter.service"] {
        // A system without it answers "dismissed" at once, which a test must cope with too.
        drop(fs::copy(Path::new("/usr/share/dbus-1/services").join(asker), services.join(asker)));
    }
    let written = fs::write(
        &law,
        format!(
            "<busconfig><type>session</type><listen>{address}</listen><auth>EXTERNAL</auth>\
             <servicedir>{}</servicedir>\
             <policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>\
             <allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>",
            services.display()
        ),
    );
    written.unwrap_or_else(|fault| panic!("cannot write the bus's law: {fault}"));
    let mut command = Command::new("dbus-daemon");
    command.args(["--nofork", "--nopidfile", "--nosyslog", "--config-file"]).arg(&law);
    command.envs(&*environment);
    let mut bus = Process::start(&mut command, &root.join("logs/bus.log"));
    bus.until("the bus's socket", PATIENCE, || socket.exists().then_some(()));
    environment.insert("DBUS_SESSION_BUS_ADDRESS".to_owned(), address.into());
    bus
}

/// The folder cargo builds into, found from the running test itself.
pub(crate) fn target_folder() -> PathBuf {
    let test = env::current_exe().unwrap_or_else(|fault| panic!("where am I? {fault}"));
    // <target>/<profile>/deps/<test>
    test.ancestors()
        .nth(3)
        .map_or_else(|| panic!("{} is in no target folder", test.display()), Path::to_path_buf)
}

/// A program of this workspace: `FORECOURT_BIN` names another folder to take it
/// from (an installed package), else the one this test was built into.
///
/// # Panics
/// When it was not built yet.
pub fn built(name: &str) -> PathBuf {
    let folder = env::var_os("FORECOURT_BIN").map(PathBuf::from).or_else(|| {
        let test = env::current_exe().ok()?;
        Some(test.parent()?.parent()?.to_path_buf())
    });
    let program = folder.unwrap_or_default().join(name);
    assert!(
        program.is_file(),
        "{} is not there: run `cargo build --workspace --bins --features forecourt/driven` first",
        program.display()
    );
    program
}

/// An empty folder for what the test leaves: `FORECOURT_EVIDENCE`, or one in the target folder.
fn evidence_folder(name: &str) -> PathBuf {
    let folder = match env::var_os("FORECOURT_EVIDENCE") {
        Some(folder) => PathBuf::from(folder),
        None => target_folder().join("window").join(name),
    };
    if folder.exists() {
        let cleared = fs::remove_dir_all(&folder);
        cleared.unwrap_or_else(|fault| panic!("cannot clear {}: {fault}", folder.display()));
    }
    let made = fs::create_dir_all(&folder);
    made.unwrap_or_else(|fault| panic!("cannot make {}: {fault}", folder.display()));
    folder
}
