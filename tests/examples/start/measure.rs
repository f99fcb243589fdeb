//! Starting the windows in turn, and what comes of it.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use forecourt_tests::desktop::{Desktop, built};
use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(60);
/// How long a screen stands before its memory is read.
const SETTLED: Duration = Duration::from_secs(4);
const PASSWORD: &str = "seven brass lanterns";

/// What one start came to: milliseconds by mark, and MiB by what was on the screen.
type Figures = BTreeMap<String, f64>;

pub fn run() {
    let desktop = Desktop::start("start");
    let (data, password) = book(&desktop);
    let bare = built("forecourt").with_file_name("examples").join("bare");
    let rounds = env::var("FORECOURT_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(5);
    let (mut theirs, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        if bare.is_file() {
            theirs.push(Start::of(&desktop, Command::new(&bare)).measured("first content"));
        }
        let mut product = Command::new(built("forecourt"));
        product.arg("--data").arg(&data);
        let mut start = Start::of(&desktop, product);
        start.measure("sign-in painted");
        start.sign_in(&password);
        ours.push(start.measured("first contact list painted"));
    }
    tell("bare window", &theirs);
    tell("product", &ours);
}

/// The data folder to open, and the password of the one employee.
fn book(desktop: &Desktop) -> (PathBuf, String) {
    let data = desktop.home().join("book");
    let cli = |words: &[&str]| {
        let mut command = desktop.cli(&data);
        command.env("FORECOURT_PASSWORD_FILE", desktop.home().join("password"));
        let done = command.arg("--json").args(words).output().expect("forecourt-cli");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    };
    let Some(given) = env::var_os("FORECOURT_BOOK").map(PathBuf::from) else {
        fs::write(desktop.home().join("password"), PASSWORD).expect("a file with the password");
        cli(&["init", "--dealership", "Malvern Hills Motors", "--login", "anna"]);
        return (data, PASSWORD.to_owned());
    };
    fs::create_dir(&data).expect("a folder for the book");
    for file in fs::read_dir(given.join("db")).expect("the book").flatten() {
        if file.path().is_file() {
            fs::copy(file.path(), data.join(file.file_name())).expect("a copy of the book");
        }
    }
    let read = |name: &str| fs::read_to_string(given.join(name)).expect(name).trim().to_owned();
    cli(&["call", "unlock_with_recovery_key", &json!({ "recovery_key": read("key") }).to_string()]);
    (data, read("pw"))
}

/// A program that is being started, and what was measured of it.
struct Start<'d> {
    desktop: &'d Desktop,
    child: std::process::Child,
    marks: PathBuf,
    /// From where its marks count.
    zero: u64,
    figures: Figures,
}

impl<'d> Start<'d> {
    fn of(desktop: &'d Desktop, program: Command) -> Self {
        let marks = desktop.home().join("marks");
        drop(fs::remove_file(&marks));
        let mut command = desktop.command(program.get_program());
        command.args(program.get_args()).env("FORECOURT_TRACE_STARTUP", &marks);
        // As people get it: what else the tests switch off stays as it is.
        command.env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
        let zero = monotonic_micros();
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a window");
        Self { desktop, child, marks, zero, figures: Figures::new() }
    }

    /// Waits for `mark`, and measures what stands by then.
    fn measure(&mut self, mark: &str) {
        let started = Instant::now();
        while !self.figures.contains_key(mark) {
            assert!(started.elapsed() < PATIENCE, "{mark} did not come: {:?}", self.figures);
            sleep(Duration::from_millis(10));
            for line in fs::read_to_string(&self.marks).unwrap_or_default().lines() {
                let Ok(told) = serde_json::from_str::<Value>(line) else { continue };
                let text = told.get("mark").and_then(Value::as_str);
                let (Some(name), Some(micros)) = (text, told.get("micros").and_then(Value::as_u64)) else {
                    continue;
                };
                self.figures.insert(name.to_owned(), millis(micros.saturating_sub(self.zero)));
            }
        }
        sleep(SETTLED);
        for (name, mib) in memory(self.child.id()) {
            self.figures.insert(format!("{mark}: MiB of {name}"), mib);
        }
    }

    /// Types the password; from the Enter on the marks count anew.
    fn sign_in(&mut self, password: &str) {
        let window = self.key(&["search", "--onlyvisible", "--name", "Forecourt"]);
        let window = window.lines().last().expect("the window").to_owned();
        self.key(&["windowfocus", &window]);
        sleep(Duration::from_millis(300));
        self.key(&["type", "--delay", "20", password]);
        sleep(Duration::from_millis(300));
        self.zero = monotonic_micros();
        self.key(&["key", "Return"]);
    }

    fn key(&self, words: &[&str]) -> String {
        let done = self.desktop.command("xdotool").args(words).output().expect("xdotool");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    /// The same as `measure`, and the end of the program.
    fn measured(mut self, mark: &str) -> Figures {
        let earlier = self.figures.clone();
        self.measure(mark);
        // What came before the Enter counts from the start of the program.
        self.figures.extend(earlier);
        self.end();
        std::mem::take(&mut self.figures)
    }

    fn end(&mut self) {
        drop(Command::new("kill").arg(self.child.id().to_string()).status());
        drop(self.child.wait());
    }
}

impl Drop for Start<'_> {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.end();
        }
    }
}

/// The proportional memory of a process and of all it started, in MiB by their names.
fn memory(first: u32) -> BTreeMap<String, f64> {
    let mut found = BTreeMap::new();
    let mut left = vec![first];
    while let Some(id) = left.pop() {
        let place = PathBuf::from(format!("/proc/{id}"));
        let name = fs::read_to_string(place.join("comm")).unwrap_or_default().trim().to_owned();
        let rollup = fs::read_to_string(place.join("smaps_rollup")).unwrap_or_default();
        let kib = rollup
            .lines()
            .find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse().ok());
        *found.entry(name).or_insert(0.0) += kib.unwrap_or(0.0) / 1024.0;
        left.extend(children(&place));
    }
    found
}

fn children(process: &Path) -> Vec<u32> {
    let threads = fs::read_dir(process.join("task")).into_iter().flatten().flatten();
    threads
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok())
        .flat_map(|text| text.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
        .collect()
}

/// The clock of the marks.
fn monotonic_micros() -> u64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    u64::try_from(now.tv_sec * 1_000_000 + now.tv_nsec / 1_000).unwrap_or_default()
}

fn millis(micros: u64) -> f64 {
    Duration::from_micros(micros).as_secs_f64() * 1000.0
}

/// Prints the medians, and the sums of memory.
fn tell(who: &str, starts: &[Figures]) {
    let mut medians = Figures::new();
    for name in starts.iter().flat_map(Figures::keys) {
        let mut all: Vec<f64> = starts.iter().filter_map(|start| start.get(name).copied()).collect();
        all.sort_by(f64::total_cmp);
        medians.insert(name.clone(), all.get(all.len() / 2).copied().unwrap_or_default());
    }
    for (name, value) in &medians {
        println!("{who}: {name} {value:.0}");
    }
    for screen in ["first content", "sign-in painted", "first contact list painted"] {
        let of = format!("{screen}: MiB of ");
        let sum: f64 = medians.iter().filter(|(name, _)| name.starts_with(&of)).map(|(_, mib)| mib).sum();
        if sum > 0.0 {
            println!("{who}: {screen}: MiB altogether {sum:.0}");
        }
    }
}
