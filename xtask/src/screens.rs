//! The TypeScript side: packages, types, lint, unit tests, the built files.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use crate::tally::Tally;
use crate::{places, steps};

/// Installs the packages of `ui/package-lock.json` when it changed since the last time.
pub fn packages() -> anyhow::Result<()> {
    let node = Command::new("node").arg("--version").stdout(Stdio::null()).status();
    if !node.is_ok_and(|status| status.success()) {
        bail!("Node is missing: install Node 20.19 or newer (it brings npm) and run this again");
    }
    let ui = places::ui();
    let wanted = fs::read(ui.join("package-lock.json")).context("cannot read ui/package-lock.json")?;
    // The note lies among what it describes: whoever removes the one removes the other.
    let note = ui.join("node_modules/.installed-package-lock.json");
    if fs::read(&note).is_ok_and(|installed| installed == wanted) {
        println!("node packages are up to date");
        return Ok(());
    }
    steps::run(steps::npm().args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&note, wanted).context("cannot note what was installed")
}

/// Types and lint.
pub fn check() -> anyhow::Result<()> {
    steps::run(steps::npm().args(["run", "--silent", "check"]))
}

/// Unit tests, counted from the runner's own report.
pub fn test() -> anyhow::Result<Tally> {
    let report = places::target().join("logs/screens.json");
    if report.exists() {
        fs::remove_file(&report).context("cannot remove the last report")?;
    }
    let ran = steps::run(
        steps::npm()
            .args(["run", "--silent", "test", "--", "--reporter=default", "--reporter=json"])
            .arg(format!("--outputFile.json={}", report.display())),
    );
    let tally = fs::read_to_string(&report).map(|report| counted(&report)).unwrap_or_default();
    match ran {
        Err(fault) if tally.failed == 0 => Err(tally.cut_short(format!("{fault:#}"))),
        Ok(()) if tally.passed == 0 => bail!("no test of the screens ran"),
        _ => Ok(tally),
    }
}

/// Reads vitest's JSON report.
fn counted(report: &str) -> Tally {
    let report: serde_json::Value = serde_json::from_str(report).unwrap_or_default();
    let number = |name: &str| report.get(name).and_then(serde_json::Value::as_u64).unwrap_or_default();
    Tally { passed: number("numPassedTests"), failed: number("numFailedTests") }
}

/// Builds the files that the window carries.
pub fn build() -> anyhow::Result<()> {
    // The check step has seen the types already, and the list of a hundred files helps nobody.
    steps::run(steps::npm().args(["exec", "--", "vite", "build", "--logLevel", "warn"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vitest_report_is_counted() {
        let report = r#"{"numTotalTests":5,"numPassedTests":3,"numFailedTests":2,"success":false}"#;
        assert_eq!(counted(report), Tally { passed: 3, failed: 2 });
        assert_eq!(counted("cut off {"), Tally::default());
    }
}
