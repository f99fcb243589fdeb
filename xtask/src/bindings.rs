//! `cargo xtask bindings`: writes `ui/src/bindings/commands.ts` from the command registry.

use crate::steps;

/// Writes the bindings; a test of the application compares them with the registry.
pub fn bindings() -> anyhow::Result<()> {
    steps::run(steps::cargo().args(["run", "--quiet", "--package", "forecourt-application"]).args([
        "--example",
        "write_bindings",
        "--",
        "ui/src/bindings/commands.ts",
    ]))
}
