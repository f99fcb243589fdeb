//! `cargo xtask test`: every check and every test, and one closing line.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, bail};

use crate::lint::{self, plain};
use crate::programs::{self, DRIVEN};
use crate::steps::{self, Steps};
use crate::tally::Tally;
use crate::{places, screens, tools};

/// The package of the tests that cross layers, and its binary that opens windows.
const ACROSS: &str = "forecourt-tests";
const WINDOW: &str = "window";

/// Runs everything, keeps going after a failure, and says how it went.
pub fn test() -> ExitCode {
    let mut steps = Steps::default();
    lint::set_up(&mut steps);
    let screens = lint::screen_checks(&mut steps);
    steps.take("Screens: unit tests", screens::test);
    lint::rust_checks(&mut steps);

    let built = steps.take("Rust: build", || plain(build()));
    if built {
        steps.take("Rust: tests", rust_tests);
        steps.take("Rust: documentation tests", doc_tests);
    } else {
        steps.skip("Rust: tests");
        steps.skip("Rust: documentation tests");
    }
    if cfg!(target_os = "linux") {
        let driver = steps.take("tauri-driver", || plain(tools::tauri_driver()));
        if screens && built && driver {
            steps.take("Window journeys", window_journeys);
        } else {
            steps.skip("Window journeys");
        }
    }
    steps.close()
}

/// Builds programs and tests in one go, so that the steps after it share every library. Before that
/// the window once as people get it, to see that it lacks what tests switch off.
fn build() -> anyhow::Result<()> {
    let window = places::program("forecourt");
    steps::run(steps::cargo().args(["build", "--workspace", "--bins"]))?;
    programs::check_driven(&window, false)?;
    steps::run(steps::cargo().args(["build", "--workspace", "--bins", "--tests"]).args(DRIVEN))?;
    programs::check_driven(&window, true)
}

/// Every Rust test but those that open windows, with a home folder of their own.
fn rust_tests() -> anyhow::Result<Tally> {
    let mut command = steps::cargo();
    command.args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins"]).args(DRIVEN);
    for name in test_targets()? {
        command.args(["--test", &name]);
    }
    // A snapshot that differs is a failure here, never a file to be looked at later.
    command.env("INSTA_UPDATE", "no");
    let home = private_home(&mut command)?;
    let tally = steps::run_tests(&mut command, "rust-tests")?;
    if let Some(left) = something_of_ours_in(&home) {
        return Err(tally.cut_short(format!(
            "a test wrote to the home folder instead of a folder of its own: {}",
            left.display()
        )));
    }
    Ok(tally)
}

fn doc_tests() -> anyhow::Result<Tally> {
    let mut command = steps::cargo();
    command.args(["test", "--workspace", "--doc", "--no-fail-fast"]).args(DRIVEN);
    private_home(&mut command)?;
    steps::run_tests(&mut command, "doc-tests")
}

/// The journeys in a real window. Each test starts its own display, session bus,
/// keychain and home folder, so nothing of this desktop is touched.
fn window_journeys() -> anyhow::Result<Tally> {
    let mut command = steps::cargo();
    command.args(["test", "--workspace", "--no-fail-fast", "--test", WINDOW]).args(DRIVEN);
    // Two at a time: each has a webview that wants a processor of its own.
    command.args(["--", "--test-threads", "2"]);
    steps::run_tests(&mut command, "window-journeys")
}

/// Names of all test binaries in the workspace, without the one that opens windows.
fn test_targets() -> anyhow::Result<Vec<String>> {
    let metadata = steps::output(steps::cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&metadata).context("cannot read cargo metadata")?;
    let list = |value: &serde_json::Value, name: &str| {
        value.get(name).and_then(serde_json::Value::as_array).cloned().unwrap_or_default()
    };
    let text = |value: &serde_json::Value, name: &str| {
        value.get(name).and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
    };
    let mut names = Vec::new();
    for package in list(&metadata, "packages") {
        for target in list(&package, "targets") {
            let is_test = list(&target, "kind").iter().any(|kind| kind == "test");
            let name = text(&target, "name");
            if is_test && !(text(&package, "name") == ACROSS && name == WINDOW) {
                names.push(name);
            }
        }
    }
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        bail!("cargo metadata names no test binary");
    }
    Ok(names)
}

/// Points a command at an empty home folder, while cargo keeps finding its own.
fn private_home(command: &mut Command) -> anyhow::Result<PathBuf> {
    let home = places::target().join("test-home");
    if home.exists() {
        fs::remove_dir_all(&home).context("cannot clear the tests' home folder")?;
    }
    fs::create_dir_all(&home).context("cannot make the tests' home folder")?;
    for (name, folder) in [("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup")] {
        if env::var_os(name).is_none()
            && let Some(real) = env::home_dir()
        {
            command.env(name, real.join(folder));
        }
    }
    for name in ["XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"] {
        command.env_remove(name);
    }
    command.env("HOME", &home);
    Ok(home)
}

/// The first file or folder named after the product below `folder`.
fn something_of_ours_in(folder: &Path) -> Option<PathBuf> {
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        if entry.file_name().to_string_lossy().to_lowercase().contains("forecourt") {
            return Some(path);
        }
        if path.is_dir()
            && let Some(found) = something_of_ours_in(&path)
        {
            return Some(found);
        }
    }
    None
}
