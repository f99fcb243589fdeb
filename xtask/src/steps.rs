//! A list of named steps that keeps going to the end, and the table it closes with.

use std::fs;
use std::io::{BufRead, BufReader, IsTerminal, Write, stdout};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::places;
use crate::tally::{Tally, is_noise};

/// What became of one step.
struct Outcome {
    name: &'static str,
    took: Duration,
    tally: Tally,
    fault: Option<String>,
    skipped: bool,
}

/// The steps taken so far, in order.
#[derive(Default)]
pub struct Steps {
    outcomes: Vec<Outcome>,
}

impl Steps {
    /// Takes one step; a fault in it is kept for the end and stops nothing.
    /// Returns whether it went well, for a later step that needs this one.
    pub fn take(&mut self, name: &'static str, step: impl FnOnce() -> anyhow::Result<Tally>) -> bool {
        println!("\n━━ {name} ━━");
        let started = Instant::now();
        let (tally, fault) = match step() {
            Ok(tally) => (tally, None),
            Err(fault) => (Tally::of_fault(&fault), Some(format!("{fault:#}"))),
        };
        if let Some(fault) = &fault {
            println!("✗ {name}: {fault}");
        }
        let well = fault.is_none() && tally.failed == 0;
        self.outcomes.push(Outcome { name, took: started.elapsed(), tally, fault, skipped: false });
        well
    }

    /// Notes a step that cannot be taken because one before it failed.
    pub fn skip(&mut self, name: &'static str) {
        println!("\n━━ {name} ━━\nnot run: it needs a step that failed");
        let (took, tally) = (Duration::ZERO, Tally::default());
        self.outcomes.push(Outcome { name, took, tally, fault: None, skipped: true });
    }

    /// Prints the table and the one closing line, and answers as a process should.
    pub fn close(self) -> ExitCode {
        let mut total = Tally::default();
        println!("\n{:<34} {:>8}  {:>6} {:>6}", "step", "time", "passed", "failed");
        for outcome in &self.outcomes {
            let failed = match outcome.fault {
                Some(_) => outcome.tally.failed.max(1),
                None => outcome.tally.failed,
            };
            total.passed += outcome.tally.passed;
            total.failed += failed;
            let count = |n: u64| if n == 0 { "·".to_owned() } else { n.to_string() };
            let mark = match (outcome.skipped, failed) {
                (true, _) => "–",
                (false, 0) => "✓",
                (false, _) => "✗",
            };
            println!(
                "{mark} {:<32} {:>8}  {:>6} {:>6}",
                outcome.name,
                in_words(outcome.took),
                count(outcome.tally.passed),
                count(failed)
            );
        }
        let faults: Vec<_> = self.outcomes.iter().filter_map(|o| Some((o.name, o.fault.as_ref()?))).collect();
        if !faults.is_empty() {
            println!();
        }
        for (name, fault) in faults {
            println!("✗ {name}: {fault}");
        }
        println!("\n{} passed, {} failed", total.passed, total.failed);
        if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn in_words(took: Duration) -> String {
    let seconds = took.as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    let whole = took.as_secs();
    format!("{}:{:02} min", whole / 60, whole % 60)
}

/// A command line as a person would type it, for messages.
fn spelled(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|w| w.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

/// cargo in the checkout, with the target folder we were given.
pub fn cargo() -> Command {
    let mut command = Command::new(places::cargo());
    command.current_dir(places::root()).env("CARGO_TARGET_DIR", places::target());
    command
}

/// git in the checkout.
pub fn git() -> Command {
    let mut command = Command::new("git");
    command.current_dir(places::root());
    command
}

/// npm in the folder of the screens.
pub fn npm() -> Command {
    let mut command = Command::new(places::npm());
    command.current_dir(places::ui());
    if !stdout().is_terminal() {
        // Some of its tools colour whatever they are told to write to.
        command.env("NO_COLOR", "1").env_remove("FORCE_COLOR");
    }
    command
}

/// Runs a command with its output going straight to the terminal.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let line = spelled(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a command and gives back what it printed on stdout.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let line = spelled(command);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        bail!("`{line}` failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs Rust tests: streams what a person wants to see, keeps the whole output
/// in `logs/<log>.log` of the target folder, and counts.
pub fn run_tests(command: &mut Command, log: &str) -> anyhow::Result<Tally> {
    let line = spelled(command);
    println!("$ {line}");
    let logs = places::target().join("logs");
    fs::create_dir_all(&logs).with_context(|| format!("cannot make {}", logs.display()))?;
    let mut whole = fs::File::create(logs.join(format!("{log}.log"))).context("cannot keep the log")?;
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start `{line}`"))?;
    let pipe = child.stdout.take().context("no output to read")?;
    let mut tally = Tally::default();
    // Bytes, not `lines()`: a test may print what is not UTF-8.
    let mut pipe = BufReader::new(pipe);
    let mut bytes = Vec::new();
    while pipe.read_until(b'\n', &mut bytes)? > 0 {
        whole.write_all(&bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_end_matches(['\n', '\r']);
        tally.read(text);
        if !is_noise(text) {
            println!("{text}");
            stdout().flush()?;
        }
        bytes.clear();
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        return Err(tally.cut_short(format!("`{line}` stopped before its tests had ended ({status})")));
    }
    Ok(tally)
}
