//! Tools at a pinned version, kept under `tools` in the target folder.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;

use crate::{places, steps};

/// The bridge between a WebDriver client and the webview of this system.
const TAURI_DRIVER: &str = "2.1.0";

/// Installs tauri-driver unless this very version is there already.
pub fn tauri_driver() -> anyhow::Result<()> {
    let tools = places::target().join("tools");
    let program = tauri_driver_path();
    // The program cannot say its version, so a note beside it does.
    let note = tools.join("tauri-driver.version");
    if program.is_file() && fs::read_to_string(&note).is_ok_and(|version| version == TAURI_DRIVER) {
        println!("tauri-driver {TAURI_DRIVER} is there");
        return Ok(());
    }
    // Its own build folder: the workspace's stays as it is, locks included.
    steps::run(
        steps::cargo()
            .args(["install", "tauri-driver", "--version", TAURI_DRIVER, "--locked", "--force", "--root"])
            .arg(&tools)
            .env("CARGO_TARGET_DIR", tools.join("build")),
    )?;
    fs::write(&note, TAURI_DRIVER).context("cannot note the version of tauri-driver")
}

/// Where tauri-driver is after [`tauri_driver`].
pub fn tauri_driver_path() -> PathBuf {
    places::target().join("tools/bin").join(format!("tauri-driver{}", env::consts::EXE_SUFFIX))
}
