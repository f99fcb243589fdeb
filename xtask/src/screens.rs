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
    // `npm ci` insists on the packages of every system. A lock file written where the registry
    // keeps those of one system only lacks the others; what it does name is installed as it says.
    let how: &[&str] = if names_every_system(&wanted) { &["ci"] } else { &["install", "--no-save"] };
    steps::run(steps::npm().args(how).args(["--no-audit", "--no-fund"]))?;
    fs::write(&note, wanted).context("cannot note what was installed")
}

/// Whether a lock file has an entry for every optional package that its packages ask for.
fn names_every_system(lock: &[u8]) -> bool {
    let lock: serde_json::Value = serde_json::from_slice(lock).unwrap_or_default();
    let Some(packages) = lock.get("packages").and_then(serde_json::Value::as_object) else { return true };
    let asked = packages.values().filter_map(|package| package.get("optionalDependencies")?.as_object());
    asked
        .flat_map(|optional| optional.keys())
        .all(|name| packages.contains_key(&format!("node_modules/{name}")))
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
    fn a_lock_of_one_system_is_told_from_a_whole_one() {
        let lock = |packages: &str| format!(r#"{{"packages": {{"": {{}}, {packages}}}}}"#);
        let tool = r#""node_modules/tool": {"optionalDependencies": {"tool-linux": "1", "tool-mac": "1"}}"#;
        let linux = r#""node_modules/tool-linux": {}"#;
        let mac = r#""node_modules/tool-mac": {}"#;
        assert!(!names_every_system(lock(&format!("{tool}, {linux}")).as_bytes()));
        assert!(names_every_system(lock(&format!("{tool}, {linux}, {mac}")).as_bytes()));
    }

    #[test]
    fn vitest_report_is_counted() {
        let report = r#"{"numTotalTests":5,"numPassedTests":3,"numFailedTests":2,"success":false}"#;
        assert_eq!(counted(report), Tally { passed: 3, failed: 2 });
        assert_eq!(counted("cut off {"), Tally::default());
    }
}
