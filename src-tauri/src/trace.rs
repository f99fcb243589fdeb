//! Marks of the start-up, for measuring it from outside: with `FORECOURT_TRACE_STARTUP=FILE` each
//! mark is appended to FILE as it happens, one JSON document a line:
//! `{"mark":"first answer","micros":81234567,"since_start":412345}`. `micros` is the system's
//! monotonic clock, so that it can be compared with a clock read outside; `since_start` counts from
//! the first mark.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// A moment of the start-up. Each happens once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The first line of `main`.
    ProcessStart,
    /// The database was opened, or it is known why it cannot be.
    DatabaseOpen,
    /// The window exists; its page is loading.
    WindowCreated,
    /// The page has its first answer.
    FirstAnswer,
    /// The page has painted the sign-in screen.
    SignInPainted,
    /// The page has painted the contact list with its first rows.
    ContactListPainted,
}

impl Mark {
    const fn words(self) -> &'static str {
        match self {
            Self::ProcessStart => "process start",
            Self::DatabaseOpen => "database open",
            Self::WindowCreated => "window created",
            Self::FirstAnswer => "first answer",
            Self::SignInPainted => "sign-in painted",
            Self::ContactListPainted => "first contact list painted",
        }
    }

    /// What the page calls the marks it reports.
    pub fn from_page(word: &str) -> Option<Self> {
        match word {
            "sign_in_painted" => Some(Self::SignInPainted),
            "contact_list_painted" => Some(Self::ContactListPainted),
            _ => None,
        }
    }
}

/// Where the marks go; nowhere when nobody measures.
#[derive(Clone)]
pub struct Trace(Option<Arc<Measured>>);

struct Measured {
    start: u64,
    open: Mutex<(File, Vec<Mark>)>,
}

const FILE: &str = "FORECOURT_TRACE_STARTUP";

impl Trace {
    /// As the environment says.
    pub fn from_environment() -> Self {
        let file = std::env::var_os(FILE).filter(|file| !file.is_empty()).map(PathBuf::from);
        Self(file.and_then(|file| Measured::open(&file)).map(Arc::new))
    }

    /// Notes that `mark` happened, the first time it does.
    pub fn mark(&self, mark: Mark) {
        let Some(measured) = &self.0 else { return };
        let micros = monotonic_micros();
        let mut open = measured.open.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, made) = &mut *open;
        if made.contains(&mark) {
            return;
        }
        made.push(mark);
        let since = micros.saturating_sub(measured.start);
        let line = format!("{{\"mark\":\"{}\",\"micros\":{micros},\"since_start\":{since}}}\n", mark.words());
        // One write, so that lines of two processes do not mix; a full disk must not end the program.
        let _ = file.write_all(line.as_bytes());
    }
}

impl Measured {
    fn open(file: &std::path::Path) -> Option<Self> {
        let file = OpenOptions::new().create(true).append(true).open(file).ok()?;
        Some(Self { start: monotonic_micros(), open: Mutex::new((file, Vec::new())) })
    }
}

#[cfg(unix)]
fn monotonic_micros() -> u64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    let micros = now.tv_sec.saturating_mul(1_000_000).saturating_add(now.tv_nsec / 1_000);
    u64::try_from(micros).unwrap_or(0)
}

/// Counted from the first use: the system's own count cannot be read here without unsafe code.
#[cfg(not(unix))]
fn monotonic_micros() -> u64 {
    static FIRST: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    u64::try_from(FIRST.elapsed().as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_stands_once_in_the_order_it_happened() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("marks");
        let trace = Trace(Measured::open(&place).map(Arc::new));
        trace.mark(Mark::ProcessStart);
        trace.mark(Mark::FirstAnswer);
        trace.mark(Mark::FirstAnswer);
        trace.mark(Mark::SignInPainted);
        let lines: Vec<serde_json::Value> = std::fs::read_to_string(&place)
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let marks: Vec<&str> = lines.iter().map(|line| line["mark"].as_str().unwrap()).collect();
        assert_eq!(marks, ["process start", "first answer", "sign-in painted"]);
        let micros: Vec<u64> = lines.iter().map(|line| line["micros"].as_u64().unwrap()).collect();
        assert!(micros.is_sorted() && micros[0] > 0);
    }

    #[test]
    fn nobody_measuring_costs_nothing() {
        Trace(None).mark(Mark::FirstAnswer);
        assert_eq!(Mark::from_page("contact_list_painted"), Some(Mark::ContactListPainted));
        assert_eq!(Mark::from_page("process_start"), None, "the page reports its own marks only");
    }
}
