//! `cargo xtask bindings`: writes what the screens know of every command.

use std::fs;

use anyhow::Context;

use crate::{places, steps};

/// Writes the bindings as the command registry prints them; a test says when this is due.
pub fn bindings() -> anyhow::Result<()> {
    let print = ["run", "--quiet", "--package", "forecourt-application", "--example", "write_bindings"];
    let text = steps::output(steps::cargo().args(print))?;
    let file = places::ui().join("src/bindings/commands.ts");
    let before = fs::read_to_string(&file).unwrap_or_default();
    if before == text {
        println!("{} is up to date", file.display());
        return Ok(());
    }
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{} was written anew", file.display());
    Ok(())
}
