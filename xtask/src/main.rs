//! `cargo xtask`: the one entry point for people and for CI.
//!
//! A fresh Debian or Ubuntu machine has rustup's cargo and Node, nothing else:
//! what a step needs beyond these it installs itself and finds again next time.

#![expect(clippy::print_stdout, reason = "this program talks to a person in a terminal")]

mod bench;
mod bindings;
mod bundle;
mod dependencies;
mod lint;
mod machine;
mod places;
mod programs;
mod run;
mod screens;
mod steps;
mod tally;
mod test;
mod tools;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Build, run and check Forecourt.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Open Forecourt on the sample dealership; without a display, walk the main job and keep its papers
    Run,
    /// Run every check and every test, then say how many passed
    Test,
    /// Run the checks that need no test: format, clippy, documentation, types, screen lint
    Lint,
    /// Write the TypeScript bindings of every command
    Bindings,
    /// Measure what people wait for, at three sizes, beside the bare statements
    Bench(bench::Bench),
    /// Make the installers of this system
    Bundle,
}

fn main() -> ExitCode {
    let done = match Xtask::parse().task {
        Task::Run => run::run(),
        Task::Test => return test::test(),
        Task::Lint => return lint::lint(),
        Task::Bindings => bindings::bindings(),
        Task::Bench(asked) => bench::bench(&asked),
        Task::Bundle => bundle::bundle(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("\n{fault:#}");
            ExitCode::FAILURE
        }
    }
}
