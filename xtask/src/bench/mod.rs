//! `cargo xtask bench`: what people wait for, at three sizes, beside the bare statements. The table is
//! printed, and kept in `BENCH.md` when asked for.

mod bare;
mod errand;
mod figure;
mod people;
mod table;
mod works;

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use crate::{machine, places, steps};
use table::{Sitting, counted};

/// What is to be measured.
#[derive(Args)]
pub struct Bench {
    /// How many contacts; several sizes tell how the figures grow
    #[arg(long, value_name = "N", num_args = 1.., default_values_t = [10_000, 100_000, 1_000_000])]
    contacts: Vec<usize>,
    /// An earlier forecourt-cli, measured in turn with this one
    #[arg(long, value_name = "PROGRAM")]
    before: Option<PathBuf>,
    /// Write the table to BENCH.md, with the day and the machine
    #[arg(long)]
    keep: bool,
}

/// Builds what people get, measures it and tells.
pub fn bench(asked: &Bench) -> anyhow::Result<()> {
    machine::packages()?;
    steps::run(steps::cargo().args(["build", "--release", "--workspace", "--bin", "forecourt-cli"]))?;
    let program = places::released("forecourt-cli");
    let folder = places::target().join("bench");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let mut sittings = Vec::new();
    for &contacts in &asked.contacts {
        println!("\n━━ {} contacts ━━", counted(contacts));
        let before = match &asked.before {
            Some(earlier) => Some(works::all(earlier, &folder.join("before"), contacts)?),
            None => None,
        };
        let after = works::all(&program, &folder.join("after"), contacts)?;
        let bare = works::bare(&folder.join("after"), contacts)?;
        sittings.push(Sitting { contacts, before, after: bare.beside(after), bare });
        // A book of a million is 1.4 GB, and nobody looks at it any more.
        fs::remove_dir_all(&folder)?;
    }
    let table = format!("{}\n{}", sitting(), table::write(&sittings));
    println!("\n{table}");
    if asked.keep {
        let place = places::root().join("BENCH.md");
        fs::write(&place, format!("{HEAD}\n{table}"))
            .with_context(|| format!("cannot write {}", place.display()))?;
    }
    Ok(())
}

const HEAD: &str = "# Measured\n\n\
What people wait for, by `cargo xtask bench --keep --before PROGRAM`: the command line's own figures of \
generated customers, without opening, key and sign-in. *Bare* is the same work as plain SQL statements on an \
encrypted file of the same build, without rights, history or undo. *Exponent*: how a figure grows from one \
size to the next; 0 not at all, 1 as the contacts do.\n";

/// When and on what.
fn sitting() -> String {
    let read = |place: &str| fs::read_to_string(place).unwrap_or_default();
    let processors = read("/proc/cpuinfo");
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    let model = model.map_or("unknown processor", |(_, name)| name.trim());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = read("/proc/loadavg");
    let load: Vec<&str> = load.split_whitespace().take(3).collect();
    let commit = steps::output(steps::git().args(["log", "-1", "--format=%h of %cs"])).unwrap_or_default();
    format!("Commit {}; {cores} cores, {model}; load when it ended {}.\n", commit.trim(), load.join(" "))
}
