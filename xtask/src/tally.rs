//! Counting tests of all runners.

use std::fmt;

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Tests that ran and passed.
    pub passed: u64,
    /// Tests that ran and failed.
    pub failed: u64,
}

/// A runner that died half-way: what it had counted until then must not be lost.
#[derive(Debug)]
struct CutShort {
    until_then: Tally,
    why: String,
}

impl fmt::Display for CutShort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for CutShort {}

impl Tally {
    /// Adds up one line of what Rust's test harness prints, if it is a closing line.
    pub fn read(&mut self, line: &str) {
        let Some(counts) = line.trim_start().strip_prefix("test result: ") else { return };
        let counts = counts.split_once(". ").map_or(counts, |(_, counts)| counts);
        for part in counts.split(';') {
            let mut words = part.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }

    /// The fault of a runner that ended before its tests did.
    pub fn cut_short(self, why: String) -> anyhow::Error {
        CutShort { until_then: self, why }.into()
    }

    /// What was counted before a fault.
    pub fn of_fault(fault: &anyhow::Error) -> Self {
        fault.downcast_ref::<CutShort>().map_or_else(Self::default, |cut| cut.until_then)
    }
}

/// Whether a line of the harness says nothing a person needs: passes and padding.
pub fn is_noise(line: &str) -> bool {
    let line = line.trim();
    line.is_empty()
        || (line.starts_with("test ") && line.ends_with("... ok"))
        || (line.starts_with("running ") && (line.ends_with(" tests") || line.ends_with(" test")))
        || line.starts_with("test result: ok. 0 passed; 0 failed; 0 ignored")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally_of(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn closing_lines_of_several_binaries_add_up() {
        let tally = tally_of(&[
            "running 3 tests",
            "test a ... ok",
            "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 40 passed; 2 failed; 1 ignored; 0 measured; 9 filtered out; finished in 1.2s",
        ]);
        assert_eq!(tally, Tally { passed: 43, failed: 2 });
    }

    #[test]
    fn other_lines_count_nothing() {
        let tally =
            tally_of(&["test result", "99 passed; 3 failed", "error: test failed, to rerun pass `-p x`"]);
        assert_eq!(tally, Tally::default());
    }

    #[test]
    fn a_runner_that_dies_keeps_its_count() {
        let until_then = Tally { passed: 5, failed: 0 };
        assert_eq!(Tally::of_fault(&until_then.cut_short("signal 9".to_owned())), until_then);
        assert_eq!(Tally::of_fault(&anyhow::anyhow!("no such program")), Tally::default());
    }

    #[test]
    fn passes_are_noise_and_failures_are_not() {
        assert!(is_noise("test contacts::finds ... ok"));
        assert!(is_noise("running 1 test"));
        assert!(!is_noise("test contacts::finds ... FAILED"));
        assert!(!is_noise("thread 'x' panicked at src/lib.rs:1:1:"));
        assert!(!is_noise("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured"));
    }
}
