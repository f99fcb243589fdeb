//! `cargo xtask bundle`: the installers of this system, from `src-tauri` and `installer/`.

use std::env;
use std::fs;
use std::process::Command;

use anyhow::Context;
use serde_json::json;

use crate::{machine, places, programs, screens, steps};

/// What each system can build from registries alone. The AppImage bundler
/// downloads further tools while it runs, so it is left to the release machine.
const KINDS: &str = if cfg!(target_os = "windows") {
    "nsis,msi"
} else if cfg!(target_os = "macos") {
    "app,dmg"
} else {
    "deb,rpm"
};

/// Builds a release and packs it.
pub fn bundle() -> anyhow::Result<()> {
    machine::packages()?;
    screens::packages()?;
    screens::build()?;
    // Both programs in one build: one by one, cargo would choose other features for what they share
    // and compile it twice.
    steps::run(
        steps::cargo()
            .args(["build", "--release", "--workspace", "--bins"])
            .env("CARGO_ENCODED_RUSTFLAGS", programs::without_build_paths()),
    )?;

    // Where the command line tool was built is known only now; everything else
    // about the installers stands in installer/bundle.json.
    let release = places::target().join("release");
    let tool = release.join(format!("forecourt-cli{}", env::consts::EXE_SUFFIX));
    let window = release.join(format!("forecourt{}", env::consts::EXE_SUFFIX));
    programs::check_driven(&window, false)?;
    programs::tell_build_paths(&window)?;
    programs::tell_build_paths(&tool)?;
    let also = json!({"bundle": {"linux": {
        "deb": {"files": {"/usr/bin/forecourt-cli": tool}},
        "rpm": {"files": {"/usr/bin/forecourt-cli": tool}},
    }}});
    // Through Node, and from the top: the bundler looks for src-tauri below where it is started.
    steps::run(
        Command::new("node")
            .current_dir(places::root())
            .env("CARGO_TARGET_DIR", places::target())
            .arg(places::ui().join("node_modules/@tauri-apps/cli/tauri.js"))
            .args(["bundle", "--bundles", KINDS, "--config", "installer/bundle.json", "--config"])
            .arg(also.to_string()),
    )?;

    let made = release.join("bundle");
    println!("\nInstallers in {}:", made.display());
    for kind in fs::read_dir(&made).with_context(|| format!("nothing in {}", made.display()))?.flatten() {
        for file in fs::read_dir(kind.path())?.flatten().filter(|file| file.path().is_file()) {
            println!("  {} ({} KiB)", file.path().display(), file.metadata()?.len() / 1024);
        }
    }
    Ok(())
}
