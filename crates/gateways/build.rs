//! Writes down when this program was made: the time that a packager gives, else that of the commit.
//! Neither is the time of the build, so the same sources make the same program.
//!
//! It is asked once for each target folder, not at each commit: an earlier time is never wrong, only
//! weaker, and nothing is built anew for its sake.

use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=SOURCE_DATE_EPOCH");
    println!("cargo:rerun-if-changed=build.rs");
    let given = std::env::var("SOURCE_DATE_EPOCH").ok().or_else(of_the_commit);
    if let Some(seconds) = given.and_then(|text| text.trim().parse::<i64>().ok()) {
        println!("cargo:rustc-env=FORECOURT_BUILT={seconds}");
    }
}

fn of_the_commit() -> Option<String> {
    let said = Command::new("git").args(["log", "-1", "--format=%ct"]).output().ok()?;
    said.status.success().then(|| String::from_utf8_lossy(&said.stdout).into_owned())
}
