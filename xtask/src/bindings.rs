//! `cargo xtask bindings`: writes what the screens know of every command.

use std::fs;

use anyhow::Context;

use crate::{places, steps};

/// Writes the bindings as the registry prints them; a test says when this is due.
pub fn bindings() -> anyhow::Result<()> {
    let folder = places::ui().join("src/bindings");
    // What a noun that is gone left behind goes with it.
    for entry in fs::read_dir(&folder).context("cannot read the folder of the bindings")? {
        fs::remove_file(entry?.path()).context("cannot clear the folder of the bindings")?;
    }
    let print = ["run", "--quiet", "--package", "forecourt-application", "--features", "bindings"];
    steps::run(steps::cargo().args(print).args(["--example", "write_bindings", "--"]).arg(&folder))?;
    println!("{} was written anew", folder.display());
    Ok(())
}
