//! Tools at a pinned version, kept under `tools` in the target folder.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::Context;

use crate::{places, steps};

/// The bridge between a WebDriver client and the webview of this system.
const TAURI_DRIVER: Tool = Tool { name: "tauri-driver", version: "2.1.0" };

/// What holds the dependencies against `deny.toml`.
const CARGO_DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2" };

/// Installs tauri-driver unless this very version is there already.
pub fn tauri_driver() -> anyhow::Result<()> {
    TAURI_DRIVER.install(&[])
}

/// Installs cargo-deny unless this very version is there already, and says where it is. Compiled
/// without optimising: it runs for seconds, and would be compiled for minutes.
pub fn cargo_deny() -> anyhow::Result<PathBuf> {
    CARGO_DENY.install(&["--debug"])?;
    Ok(CARGO_DENY.path())
}

/// A program from the registry.
struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    fn install(&self, how: &[&str]) -> anyhow::Result<()> {
        let tools = places::target().join("tools");
        let Self { name, version } = self;
        // Not every program can say its version, so a note beside it does.
        let note = tools.join(format!("{name}.version"));
        if self.path().is_file() && fs::read_to_string(&note).is_ok_and(|noted| noted == *version) {
            println!("{name} {version} is there");
            return Ok(());
        }
        // Its own build folder: the workspace's stays as it is, locks included.
        steps::run(
            steps::cargo()
                .args(["install", name, "--version", version, "--locked", "--force"])
                .args(how)
                .arg("--root")
                .arg(&tools)
                .env("CARGO_TARGET_DIR", tools.join("build")),
        )?;
        fs::write(&note, version).with_context(|| format!("cannot note the version of {name}"))
    }

    fn path(&self) -> PathBuf {
        places::target().join("tools/bin").join(format!("{}{}", self.name, env::consts::EXE_SUFFIX))
    }
}
