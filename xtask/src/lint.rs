//! `cargo xtask lint`: every check that is not a test.

use std::process::ExitCode;

use crate::programs::DRIVEN;
use crate::steps::{self, Steps};
use crate::tally::Tally;
use crate::{dependencies, machine, screens};

/// Runs the checks alone.
pub fn lint() -> ExitCode {
    let mut steps = Steps::default();
    set_up(&mut steps);
    screen_checks(&mut steps);
    rust_checks(&mut steps);
    steps.close()
}

/// A step that counts no tests.
pub fn plain(done: anyhow::Result<()>) -> anyhow::Result<Tally> {
    done.map(|()| Tally::default())
}

/// What every later step stands on.
pub fn set_up(steps: &mut Steps) {
    steps.take("System packages", || plain(machine::packages()));
    steps.take("Toolchain", || plain(machine::toolchain()));
    steps.take("Node packages", || plain(screens::packages()));
}

/// Types, lint and build of the screens; the window cannot be compiled without the last.
/// Returns whether the screens could be built.
pub fn screen_checks(steps: &mut Steps) -> bool {
    steps.take("Screens: types and lint", || plain(screens::check()));
    steps.take("Screens: build", || plain(screens::build()))
}

/// Format, clippy and documentation.
pub fn rust_checks(steps: &mut Steps) {
    steps.take("Rust: format", || plain(steps::run(steps::cargo().args(["fmt", "--all", "--check"]))));
    steps.take("Rust: dependencies", || plain(dependencies::check()));
    steps.take("Rust: clippy", || {
        let mut clippy = steps::cargo();
        clippy.args(["clippy", "--workspace", "--all-targets"]).args(DRIVEN);
        plain(steps::run(clippy.args(["--", "--deny", "warnings"])))
    });
    steps.take("Rust: documentation", || {
        let doc = ["doc", "--workspace", "--no-deps"];
        plain(steps::run(steps::cargo().args(doc).env("RUSTDOCFLAGS", "--deny warnings")))
    });
}
