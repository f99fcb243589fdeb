//! What comes into the programs from elsewhere, held against `deny.toml`.

use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::{places, steps, tools};

/// How long the list of known faults may take to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// Licences, sources and duplicates always; known faults where the list of them can be reached.
pub fn check() -> anyhow::Result<()> {
    let deny = tools::cargo_deny()?;
    let command = || {
        let mut command = Command::new(&deny);
        command.current_dir(places::root()).env("CARGO_TARGET_DIR", places::target()).arg("--locked");
        command
    };
    steps::run(command().args(["check", "bans", "licenses", "sources"]))?;
    if !ends_well(command().args(["fetch", "db"]))? {
        println!("NOT CHECKED for known faults: the list of them (RustSec) could not be reached from here");
        return Ok(());
    }
    steps::run(command().args(["check", "advisories"]))
}

/// Runs a command that may wait for a network for ever, and says whether it ended well in time.
fn ends_well(command: &mut Command) -> anyhow::Result<bool> {
    let mut child = command.spawn().context("cannot start cargo-deny")?;
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait().context("cannot wait for cargo-deny")? {
            return Ok(status.success());
        }
        sleep(Duration::from_millis(100));
    }
    child.kill().context("cannot stop cargo-deny")?;
    if child.wait().is_err() {
        bail!("cannot stop cargo-deny");
    }
    Ok(false)
}
