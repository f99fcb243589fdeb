//! The real window of the product, driven through WebDriver.

use std::collections::BTreeSet;
use std::env;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

use crate::desktop::{Desktop, built, target_folder};
use crate::part::{Part, keys};
use crate::process::{Process, content};

/// How long a thing on the screen may take to come before the test gives up.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How long the window may take to open: a debug build on a busy machine.
const OPENING: Duration = Duration::from_secs(60);

/// A window about to be opened.
pub struct Launch<'d> {
    desktop: &'d Desktop,
    program: PathBuf,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
}

impl Desktop {
    /// The product's window on a data folder.
    pub fn window(&self, data: &Path) -> Launch<'_> {
        let arguments = vec!["--data".into(), data.into()];
        Launch { desktop: self, program: built("forecourt"), arguments, environment: Vec::new() }
    }

    /// The window of any other Tauri program, for comparison.
    pub fn window_of(&self, program: PathBuf) -> Launch<'_> {
        Launch { desktop: self, program, arguments: Vec::new(), environment: Vec::new() }
    }
}

impl Launch<'_> {
    /// Adds an environment variable.
    #[must_use]
    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.as_ref().into(), value.as_ref().into()));
        self
    }

    /// Opens the window and waits until its page is there.
    ///
    /// # Panics
    /// When a part of the chain does not start; its logs go to the evidence.
    pub fn open(self) -> Window {
        let (port, native) = (free_port(), free_port());
        let mut command = self.desktop.command(driver_program());
        command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
        command.envs(self.environment);
        let log = self.desktop.log("window.log");
        let mut driver = Process::start(&mut command, &log);
        for port in [port, native] {
            driver.until("the WebDriver's port", OPENING, || {
                TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok().map(drop)
            });
        }

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.unwrap_or_else(|fault| panic!("no runtime: {fault}"));
        let mut wanted = Capabilities::new();
        let arguments: Vec<_> = self.arguments.iter().map(|word| word.to_string_lossy()).collect();
        let application = json!({"application": self.program, "args": arguments});
        let set = wanted.set("tauri:options", application);
        set.unwrap_or_else(|fault| panic!("no capabilities: {fault}"));
        let opened = runtime.block_on(async {
            let session = WebDriver::builder(format!("http://127.0.0.1:{port}"), wanted);
            session.request_timeout(OPENING).connect().await
        });
        let session =
            opened.unwrap_or_else(|fault| panic!("the window did not open: {fault:?}\n{}", content(&log)));
        let window = Window {
            session: Some(session),
            runtime,
            driver,
            display: self.desktop.display(),
            pictures: self.desktop.evidence().to_path_buf(),
            log,
        };
        window.until("the page", || {
            let state = window.run("return document.readyState", vec![]);
            (state.json() == "complete").then_some(())
        });
        window
    }
}

/// The product's open window. Its methods find things by role and label, wait for
/// what is not there yet, and panic with a picture when it does not come.
pub struct Window {
    session: Option<WebDriver>,
    runtime: Runtime,
    driver: Process,
    display: OsString,
    pictures: PathBuf,
    log: PathBuf,
}

impl Window {
    /// The whole page, as the part that contains every other.
    pub fn page(&self) -> Part<'_> {
        Part::page(self)
    }

    /// Runs one WebDriver call to its end.
    pub(crate) fn wait<T>(&self, call: impl Future<Output = T>) -> T {
        self.runtime.block_on(call)
    }

    pub(crate) fn session(&self) -> &WebDriver {
        self.session.as_ref().unwrap_or_else(|| panic!("the window was closed"))
    }

    /// Runs a script in the page.
    ///
    /// # Panics
    /// When the script fails.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> ScriptRet {
        match self.wait(self.session().execute(script, arguments)) {
            Ok(answer) => answer,
            Err(fault) => self.fail(&format!("a script failed: {fault:?}")),
        }
    }

    /// Runs a script that hands its answer to a last argument of its own.
    ///
    /// # Panics
    /// When the script fails.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        match self.wait(self.session().execute_async(script, arguments)) {
            Ok(answer) => answer.json().clone(),
            Err(fault) => self.fail(&format!("a script failed: {fault:?}")),
        }
    }

    /// The text a person sees on the screen.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.run("return document.body.innerText", vec![]);
        text.json().as_str().unwrap_or_default().to_owned()
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn shows(&self, text: &str) {
        self.until(&format!("the text “{text}”"), || squeezed(&self.text()).contains(text).then_some(()));
    }

    /// Waits until `text` is not on the screen (any more).
    #[track_caller]
    pub fn hides(&self, text: &str) {
        let what = format!("the end of the text “{text}”");
        self.until(&what, || (!squeezed(&self.text()).contains(text)).then_some(()));
    }

    /// Presses keys on whatever has the focus: `"Enter"`, `"Control+K"`, `"ArrowDown"`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        let (held, key) = keys(chord);
        let pressed = self.wait(async {
            let mut chain = self.session().action_chain();
            for held in &held {
                chain = chain.key_down(*held);
            }
            chain = chain.key_down(key).key_up(key);
            for held in held.iter().rev() {
                chain = chain.key_up(*held);
            }
            chain.perform().await
        });
        if let Err(fault) = pressed {
            self.fail(&format!("cannot press {chord}: {fault:?}"));
        }
    }

    /// Types text into whatever has the focus.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let typed = self.wait(self.session().action_chain().send_keys(text).perform());
        if let Err(fault) = typed {
            self.fail(&format!("cannot type: {fault:?}"));
        }
    }

    /// Gives the window a size in CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let done = self.wait(self.session().set_window_rect(0, 0, width, height));
        if let Err(fault) = done {
            self.fail(&format!("cannot resize: {fault:?}"));
        }
    }

    /// Saves a picture of the window as `<name>.png` among the evidence, once what was
    /// last changed has been painted. It is taken from the display, so it shows what a
    /// person would see, native dialogs included.
    #[track_caller]
    pub fn picture(&self, name: &str) {
        let painted =
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        if let Err(fault) = self.wait(self.session().execute_async(painted, vec![])) {
            self.fail(&format!("the page is not painted: {fault:?}"));
        }
        let file = self.pictures.join(format!("{name}.png"));
        assert!(self.photograph(&file), "no picture {}", file.display());
    }

    /// WebDriver's own screenshots never end on WebKitGTK 2.50, so the display is asked.
    fn photograph(&self, file: &Path) -> bool {
        let Ok(place) = self.wait(self.session().get_window_rect()) else { return false };
        let part = format!("{}x{}+{}+{}", place.width, place.height, place.x, place.y);
        let mut import = Command::new("import");
        import.env("DISPLAY", &self.display).args(["-window", "root", "-crop", &part, "+repage"]);
        import.arg(file).status().is_ok_and(|status| status.success())
    }

    /// The id of the process that holds the window, for tests that end it hard.
    pub fn process_id(&self) -> Option<u32> {
        let program = built("forecourt");
        fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
            let id: u32 = entry.file_name().to_str()?.parse().ok()?;
            let is_it = fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == program);
            // The process group tells our window from another test's.
            let group = content(&entry.path().join("stat"));
            let group: u32 = group.rsplit_once(')')?.1.split_whitespace().nth(2)?.parse().ok()?;
            (is_it && group == self.driver.id()).then_some(id)
        })
    }

    /// What the program printed since it was opened.
    pub fn said(&self) -> String {
        content(&self.log)
    }

    /// Closes the window and waits until the program has ended.
    pub fn close(mut self) {
        self.end();
    }

    /// Looks again and again until `look` finds something.
    ///
    /// # Panics
    /// When nothing came in [`PATIENCE`].
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.soon(look).unwrap_or_else(|| self.fail(&format!("{what} did not come in {PATIENCE:?}")))
    }

    /// What `look` finds within [`PATIENCE`], if anything.
    pub(crate) fn soon<T>(&self, mut look: impl FnMut() -> Option<T>) -> Option<T> {
        let started = Instant::now();
        loop {
            let found = look();
            if found.is_some() || started.elapsed() > PATIENCE {
                return found;
            }
            sleep(Duration::from_millis(50));
        }
    }

    /// Ends the test with a picture of what was on the screen instead.
    #[track_caller]
    pub(crate) fn fail(&self, complaint: &str) -> ! {
        let file = self.pictures.join("failed.png");
        let pictured = self.photograph(&file);
        let text = self.wait(self.session().execute("return document.body.innerText", vec![]));
        let text = text.map(|text| text.json().as_str().unwrap_or_default().to_owned());
        let text = text.unwrap_or_else(|fault| format!("nothing: {fault}"));
        let picture = if pictured { format!("picture: {}\n", file.display()) } else { String::new() };
        panic!("{complaint}\n{picture}on the screen:\n{}", indented(&text));
    }

    fn end(&mut self) {
        if let Some(session) = self.session.take() {
            // A window that was killed cannot be closed; its driver is ended below either way.
            drop(self.runtime.block_on(session.quit()));
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.end();
    }
}

/// Text with every run of white space as one space, as a person reads it.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn indented(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    // A list can be long, and the picture shows the rest.
    lines.take(60).map(|line| format!("  │ {line}")).collect::<Vec<_>>().join("\n")
}

/// A port nobody listens on just now, and that no other test of this run was given: between
/// finding one and listening on it, two journeys at once would find the same.
fn free_port() -> u16 {
    static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let found = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
        let port = found.unwrap_or_else(|fault| panic!("no free port: {fault}")).port();
        if given.insert(port) {
            return port;
        }
    }
}

/// tauri-driver where `cargo xtask` keeps it, or from the PATH.
fn driver_program() -> PathBuf {
    let kept = target_folder().join("tools/bin/tauri-driver");
    if kept.is_file() {
        return kept;
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let on_path =
        env::split_paths(&path).map(|folder| folder.join("tauri-driver")).find(|file| file.is_file());
    on_path.unwrap_or_else(|| panic!("tauri-driver is missing: `cargo xtask test` installs it"))
}
