//! `cargo xtask run`: Forecourt on the sample dealership, in a window or walked by itself.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::Context;

use crate::programs::DRIVEN;
use crate::{machine, places, screens, steps, tools};

/// The journey in the real window that does the main job.
const JOURNEY: &str = "main_job::staff_do_the_main_job";

/// The test binary that opens windows.
const WINDOW: &str = "window";

/// Builds and opens the product; without a display it walks the main job instead.
pub fn run() -> anyhow::Result<()> {
    machine::packages()?;
    screens::packages()?;
    screens::build()?;
    if has_display() { open() } else { walk() }
}

fn has_display() -> bool {
    let set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The window on `demo-data` in the target folder, filled the first time.
fn open() -> anyhow::Result<()> {
    // The whole workspace, as `test` builds it: for single packages cargo chooses other features,
    // and whoever runs both would compile everything twice.
    steps::run(steps::cargo().args(["build", "--workspace", "--bins"]))?;
    let data = places::target().join("demo-data");
    // Beside the folder, and written last: a folder that was filled half is filled anew.
    let filled = places::target().join("demo-data.filled");
    if !filled.is_file() {
        if data.exists() {
            fs::remove_dir_all(&data).with_context(|| format!("cannot clear {}", data.display()))?;
        }
        fs::create_dir_all(&data).with_context(|| format!("cannot make {}", data.display()))?;
        steps::run(Command::new(places::program("forecourt-cli")).arg("--data").arg(&data).arg("demo"))?;
        fs::write(&filled, "").with_context(|| format!("cannot write {}", filled.display()))?;
    }
    println!(
        "\nThe sample dealership is in {} (remove {} to start afresh).",
        data.display(),
        filled.display()
    );
    steps::run(Command::new(places::program("forecourt")).arg("--data").arg(&data))
}

/// The main job by itself under a virtual display, leaving its papers in `demo`.
fn walk() -> anyhow::Result<()> {
    println!("no display: walking the main job under a virtual one");
    tools::tauri_driver()?;
    steps::run(steps::cargo().args(["build", "--workspace", "--bins", "--test", WINDOW]).args(DRIVEN))?;
    let demo = places::target().join("demo");
    if demo.exists() {
        fs::remove_dir_all(&demo).with_context(|| format!("cannot clear {}", demo.display()))?;
    }
    let mut walk = steps::cargo();
    walk.args(["test", "--workspace", "--test", WINDOW]).args(DRIVEN);
    walk.args(["--", "--exact", JOURNEY, "--nocapture"]);
    steps::run(walk.env("FORECOURT_EVIDENCE", &demo))?;
    println!("\nScreenshots, PDF, CSV and mail draft are in {}:", demo.display());
    let mut names: Vec<_> = fs::read_dir(&demo)
        .with_context(|| format!("the walk left nothing in {}", demo.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names.iter().for_each(|name| println!("  {name}"));
    Ok(())
}
