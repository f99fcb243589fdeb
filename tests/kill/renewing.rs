//! R1 for the recovery key: killed at any moment of a renewal, every sheet that somebody may rightly
//! hold opens the dealership.

use crate::program::{Program, moment_within};
use forecourt_store::keys::{Keyslots, RecoveryKey};
use forecourt_tests::app::TestApp;
use serde_json::json;
use std::path::Path;
use std::sync::Arc;

const KILLS: u64 = 50;

/// What a person holds after a run that was killed.
struct Held {
    /// Typed back, and the program said so.
    sheet: String,
    /// Shown after that, and not made anew since.
    shown: Option<String>,
    /// Was typing it back under way?
    confirming: bool,
    /// Sheets that were replaced for good.
    dead: Vec<String>,
}

impl Held {
    fn after(sheet: &str, lines: &[String]) -> Self {
        let mut held = Self { sheet: sheet.to_owned(), shown: None, confirming: false, dead: Vec::new() };
        for line in lines {
            match line.split_once(' ').unwrap_or((line, "")) {
                ("renewing", _) => held.shown = None,
                ("shown", key) => held.shown = Some(key.to_owned()),
                ("confirming", _) => held.confirming = true,
                ("confirmed", key) => {
                    held.dead.push(std::mem::replace(&mut held.sheet, key.to_owned()));
                    (held.shown, held.confirming) = (None, false);
                }
                _ => {}
            }
        }
        held
    }
}

#[test]
fn fifty_kills_in_renewals_leave_every_rightful_sheet_opening_the_dealership() {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let test = TestApp::founded(Arc::clone(&folder));
    let (data, mut sheet) = (test.data().to_owned(), test.recovery_key.clone());
    drop(test);
    // As long as a few renewals take on this computer today.
    let run = |sheet: &str, kill| {
        let arguments = ["renew".as_ref(), data.as_os_str(), sheet.as_ref()];
        Program::start(env!("CARGO_BIN_EXE_keyholder"), arguments, kill)
    };
    let (longest, mut lines) = run(&sheet, 0).killed_after_saying("confirmed", 5);
    let (mut confirmed, mut between) = (0, 0);
    for kill in 0..KILLS {
        if kill > 0 {
            // Some at a point that is reached however fast the computer is at that moment.
            lines = match kill % 10 {
                3 => run(&sheet, kill).killed_after_saying("shown ", 1).1,
                7 => run(&sheet, kill).killed_after_saying("confirmed", 2).1,
                _ => run(&sheet, kill).killed_after(moment_within(longest, kill)),
            };
        }
        let held = Held::after(&sheet, &lines);
        confirmed += held.dead.len();
        between += usize::from(held.confirming || held.shown.is_some());
        if !held.confirming {
            assert!(opens(&data, &held.sheet), "kill {kill}: the sheet in force opens nothing");
        }
        if let Some(shown) = &held.shown {
            assert!(opens(&data, shown), "kill {kill}: a key that was shown opens nothing");
        }
        // The next start finishes what was acknowledged, and leaves the rest as it is.
        let holds = held.shown.as_ref().filter(|_| held.confirming).unwrap_or(&held.sheet);
        start(&folder, holds, kill);
        for dead in &held.dead {
            assert!(!opens(&data, dead), "kill {kill}: a sheet that was replaced still opens");
        }
        // Killed while the key was typed back: either sheet is in force then, and the person holds both.
        sheet = if opens(&data, &held.sheet) { held.sheet } else { held.shown.unwrap() };
    }
    assert!(confirmed > 10 && between > 5, "{confirmed} renewals, {between} kills in the midst of one");
}

fn opens(data: &Path, key: &str) -> bool {
    let slots = Keyslots::read(&data.join("keyslots.json")).unwrap();
    slots.open_with_recovery(&RecoveryKey::parse(key).unwrap()).is_ok()
}

fn start(folder: &Arc<tempfile::TempDir>, key: &str, kill: u64) {
    let app = TestApp::over(Arc::clone(folder));
    app.keychain.fail_with(Some(forecourt_dispatch::ports::KeychainProblem::Absent));
    app.call("show_startup", json!({}));
    let view = app.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
    assert_eq!(view["phase"], "signed_out", "kill {kill}: {view}");
}
