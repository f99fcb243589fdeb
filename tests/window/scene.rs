//! The sample dealership on a desktop of the test's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use forecourt_tests::desktop::Desktop;
use forecourt_tests::window::Window;
use serde_json::{Value, json};

/// Every employee of the sample dealership has this password.
pub const PASSWORD: &str = "forecourt-demo";
/// The manager, who has every right.
pub const ANNA: &str = "Anna Kowalska";
/// An employee without any right.
pub const DAVE: &str = "Dave Pratt";

/// A desktop with the sample dealership on workstation `SVC-02`, exports going to a folder.
pub struct Scene {
    pub desktop: Desktop,
    data: PathBuf,
    exports: PathBuf,
}

impl Scene {
    /// Fills a data folder through the command line tool, as `cargo xtask run` does.
    pub fn start(name: &str) -> Self {
        Self::over(Desktop::start(name), None)
    }

    /// The same with the data folder in a place chosen by the journey.
    pub fn start_in(name: &str, data: PathBuf) -> Self {
        Self::over(Desktop::start(name), Some(data))
    }

    /// The same on a desktop that is there already.
    pub fn on(desktop: Desktop) -> Self {
        Self::over(desktop, None)
    }

    fn over(desktop: Desktop, data: Option<PathBuf>) -> Self {
        let data = data.unwrap_or_else(|| desktop.home().join("dealership"));
        let exports = desktop.home().join("Exports");
        fs::create_dir(&exports).expect("a folder for exports");
        fs::write(desktop.home().join("password"), PASSWORD).expect("a file with the password");
        let scene = Self { desktop, data, exports };
        scene.cli(&["demo"]);
        let place = json!({ "name": "SVC-02", "save_folder": scene.exports });
        scene.call("update_workstation", &place);
        scene
    }

    /// What `forecourt-cli --json` answers.
    pub fn cli(&self, words: &[&str]) -> Value {
        let mut command = self.desktop.cli(&self.data);
        command.env("FORECOURT_PASSWORD_FILE", self.desktop.home().join("password"));
        let done = command.arg("--json").args(words).output().expect("forecourt-cli");
        let said = String::from_utf8_lossy(&done.stdout).into_owned();
        let errors = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "forecourt-cli {words:?}: {said}{errors}");
        serde_json::from_str(&said).unwrap_or_else(|fault| panic!("{words:?} printed {said}: {fault}"))
    }

    /// Any use case, as the manager.
    pub fn call(&self, name: &str, input: &Value) -> Value {
        self.cli(&["--as", "anna", "call", name, &input.to_string()])
    }

    /// Opens the window at the sign-in screen.
    pub fn open(&self) -> Window {
        self.open_with(&[])
    }

    /// The same with the environment that a desktop of another kind has.
    pub fn open_with(&self, environment: &[(&str, &str)]) -> Window {
        let window = self.launch(environment);
        window.resize(1280, 800);
        window
    }

    /// The same in the size that it was left in.
    pub fn open_as_left(&self) -> Window {
        self.launch(&[])
    }

    fn launch(&self, environment: &[(&str, &str)]) -> Window {
        let launch = self.desktop.window(&self.data);
        let launch = environment.iter().fold(launch, |launch, (name, value)| launch.env(name, value));
        let window = launch.open();
        window.shows("Who is at SVC-02?");
        window
    }

    /// Waits for the `count`th thing given to the desktop to open, and answers with it.
    pub fn opened(&self, window: &Window, count: usize) -> String {
        let call = window.until(&format!("opening number {count}"), || {
            let mut calls = self.desktop.opened();
            (calls.len() >= count).then(|| calls.swap_remove(count - 1))
        });
        match call.as_slice() {
            [one] => one.clone(),
            other => panic!("xdg-open was given {other:?}"),
        }
    }

    /// The exported files by name.
    pub fn exported(&self) -> Vec<PathBuf> {
        let mut files: Vec<_> = fs::read_dir(&self.exports)
            .expect("the exports folder")
            .map(|entry| entry.expect("an export").path())
            .collect();
        files.sort();
        files
    }

    /// Keeps a copy of a file for people to look at.
    pub fn keep(&self, file: &Path, name: &str) {
        let copied = fs::copy(file, self.desktop.evidence().join(name));
        copied.unwrap_or_else(|fault| panic!("cannot keep {}: {fault}", file.display()));
    }
}

/// Signs an employee in from the tiles.
pub fn sign_in(window: &Window, name: &str) {
    window.button(name).click();
    window.field("Password").fill(PASSWORD);
    window.button("Sign in").click();
    window.button(&format!("{name}, employee menu")).is_there();
}

/// Goes to All Contacts by the rail, and waits until it is there: the page before stays up while the
/// next one loads, and what is clicked on it meanwhile would hold the journey there.
pub fn customers(window: &Window) {
    window.page().part("navigation", "Main").link("Customers").click();
    window.heading("All Contacts").is_there();
}

/// Searches from anywhere, waits for the one contact it is about, and opens it.
pub fn open_contact(window: &Window, typed: &str, name: &str) {
    window.press("Control+K");
    window.field("Search contacts").fill(typed);
    window.page().part_with("option", name).is_there();
    window.press("Enter");
    window.heading(name).is_there();
}

/// A file of contacts that other programs exported.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import").join(name)
}

/// The text of a PDF file, line by line as a reader sees it.
pub fn pdf_text(file: &Path) -> String {
    let done = Command::new("pdftotext").arg("-layout").arg(file).arg("-").output().expect("pdftotext");
    assert!(done.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}
