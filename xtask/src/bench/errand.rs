//! One run of `forecourt-cli` on a book, measured from outside.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;

/// The password of the one who calls; a book that is measured holds nobody who lives.
const PASSWORD: &str = "seven brass lanterns";
const LOGIN: &str = "anna";
/// How often the memory of a running program is looked at.
const LOOK: Duration = Duration::from_millis(4);
/// What every errand passes before its work: told apart by `--timings`.
const WAY_IN: [&str; 3] = ["open", "key", "sign_in"];

/// A data folder that a program fills and is measured on.
pub struct Book {
    program: PathBuf,
    folder: PathBuf,
}

/// What an errand took, and what it said.
pub struct Errand {
    pub answer: Value,
    phases: Value,
    /// Wall milliseconds of the whole process.
    whole: f64,
    /// The most memory it held, in MiB; 0 where the system does not tell.
    pub memory: f64,
}

impl Errand {
    /// What a phase of `--timings` took, in milliseconds.
    pub fn phase(&self, name: &str) -> anyhow::Result<f64> {
        self.phases.get(name).and_then(Value::as_f64).with_context(|| format!("no phase {name}"))
    }

    /// Milliseconds of the work itself: the whole process without opening, key and sign-in.
    pub fn net(&self) -> f64 {
        let way_in: f64 = WAY_IN.iter().filter_map(|phase| self.phases.get(phase)?.as_f64()).sum();
        self.whole - way_in
    }
}

impl Book {
    /// A new dealership of `program` in `folder`, which must not be there yet.
    pub fn make(program: &Path, folder: PathBuf) -> anyhow::Result<Self> {
        fs::create_dir_all(folder.join("home"))?;
        fs::write(folder.join("password"), format!("{PASSWORD}\n"))?;
        let book = Self { program: program.to_owned(), folder };
        let made = book.run(&["init", "--dealership", "Bench Motors", "--login", LOGIN], false)?;
        let key = made.answer.get("recovery_key").and_then(Value::as_str).context("no recovery key")?;
        fs::write(book.key(), format!("{key}\n"))?;
        Ok(book)
    }

    /// The folder of the database.
    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// The file with its recovery key.
    pub fn key(&self) -> PathBuf {
        self.folder.join("recovery-key")
    }

    /// A file beside the book, for what comes out of it.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// How long the file is, in bytes.
    pub fn size(&self) -> anyhow::Result<u64> {
        Ok(fs::metadata(self.data().join("forecourt.db"))?.len())
    }

    /// Runs an errand as the one who may.
    pub fn errand(&self, words: &[&str]) -> anyhow::Result<Errand> {
        self.run(words, true)
    }

    /// The median of a command that is called `repeat` times, in milliseconds.
    pub fn call(&self, name: &str, input: &str, repeat: usize) -> anyhow::Result<f64> {
        self.errand(&["call", name, input, "--repeat", &repeat.to_string()])?.phase("run")
    }

    fn run(&self, words: &[&str], signed_in: bool) -> anyhow::Result<Errand> {
        let mut command = Command::new(&self.program);
        command
            .arg("--data")
            .arg(self.data())
            .args(["--json", "--timings"])
            .args(words)
            .env("HOME", self.folder.join("home"))
            // No keychain: the key comes from the file, in every run alike.
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
            .env("FORECOURT_PASSWORD_FILE", self.folder.join("password"))
            .env("FORECOURT_RECOVERY_KEY_FILE", self.key())
            .stdout(fs::File::create(self.folder.join("stdout"))?)
            .stderr(fs::File::create(self.folder.join("stderr"))?)
            .stdin(Stdio::null());
        if signed_in {
            command.args(["--as", LOGIN]);
        }
        let began = Instant::now();
        let mut child =
            command.spawn().with_context(|| format!("{} does not run", self.program.display()))?;
        let mut memory = 0.0_f64;
        let status = loop {
            memory = memory.max(held(&child));
            match child.try_wait()? {
                Some(status) => break status,
                None => thread::sleep(LOOK),
            }
        };
        let whole = began.elapsed().as_secs_f64() * 1000.0;
        let out = fs::read_to_string(self.folder.join("stdout"))?;
        let told = fs::read_to_string(self.folder.join("stderr"))?;
        if !status.success() {
            bail!("`{}` failed ({status}): {out}{told}", words.join(" "));
        }
        let phases = told.lines().last().and_then(|line| serde_json::from_str(line).ok()).unwrap_or_default();
        // One document, or one a line.
        let answer = serde_json::from_str(&out).unwrap_or_else(|_| {
            out.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).collect()
        });
        Ok(Errand { answer, phases, whole, memory })
    }
}

/// The most memory that a running program held so far, in MiB.
fn held(child: &Child) -> f64 {
    let Ok(status) = fs::read_to_string(format!("/proc/{}/status", child.id())) else { return 0.0 };
    let kibibytes =
        |line: &str| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse::<f64>().ok();
    status.lines().find_map(kibibytes).unwrap_or(0.0) / 1024.0
}
