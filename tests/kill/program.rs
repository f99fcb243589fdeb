//! A program that is killed, and what it said by then.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

pub struct Program {
    child: Child,
    lines: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it and waits until it says that it is ready.
    pub fn start<S: AsRef<OsStr>>(path: &str, arguments: impl IntoIterator<Item = S>, kill: u64) -> Self {
        let mut child =
            Command::new(path).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut ready = String::new();
        lines.read_line(&mut ready).unwrap();
        if ready.trim() != "ready" {
            panic!("kill {kill}: it did not begin: {}", last_words(&mut child));
        }
        Self { child, lines }
    }

    /// Kills it once it has said a line that begins so, `times` times; how long that took, and what it
    /// said.
    pub fn killed_after_saying(mut self, beginning: &str, times: usize) -> (Duration, Vec<String>) {
        let since = Instant::now();
        let mut said = Vec::new();
        while said.iter().filter(|line: &&String| line.starts_with(beginning)).count() < times {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "it ended before it said {beginning}");
            said.push(line.trim_end().to_owned());
        }
        let time = since.elapsed();
        said.extend(self.killed_after(Duration::ZERO));
        (time, said)
    }

    /// Lets it work for so long, kills it, and answers what it said.
    pub fn killed_after(mut self, time: Duration) -> Vec<String> {
        sleep(time);
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.lines.lines().map_while(std::io::Result::ok).collect()
    }

    /// Waits for its end, which has to be a good one.
    pub fn ended(mut self) -> Vec<String> {
        let lines = self.lines.lines().map_while(std::io::Result::ok).collect();
        if !self.child.wait().unwrap().success() {
            panic!("it failed: {}", last_words(&mut self.child));
        }
        lines
    }
}

/// A moment within `longest` that is another one for each kill.
pub fn moment_within(longest: Duration, kill: u64) -> Duration {
    let thousandth = u32::try_from(kill.wrapping_mul(0x9E37_79B9) % 1000).unwrap();
    longest * thousandth / 1000
}

fn last_words(child: &mut Child) -> String {
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    said
}
