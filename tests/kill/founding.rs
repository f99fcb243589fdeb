//! R1 for set-up: killed at any moment, the folder either opens or can be set up again.

use crate::program::{Program, moment_within};
use forecourt_application::registry;
use forecourt_dispatch::ports::{Keychain, NoKeychain};
use forecourt_dispatch::{App, DataFolder, Desk};
use forecourt_domain::uptime::{Now, Uptime};
use forecourt_gateways::computer::ThisComputer;
use forecourt_tests::app::moment;
use forecourt_tests::keychain_file::KeychainFile;
use forecourt_tests::ports::Outlet;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const KILLS: u64 = 50;

/// A folder for a dealership, on a computer with a keychain or without.
struct Place {
    folder: TempDir,
    keychain: bool,
}

#[test]
fn fifty_kills_in_set_up_leave_a_folder_that_opens_or_can_be_set_up_again() {
    let mut places = [false, true].map(Place::new);
    // As long as a set-up takes on this computer today, from where it touches the disk.
    let longest = Place::new(true).longest();
    let (mut again, mut opened) = (0, 0);
    for kill in 0..KILLS {
        let place = &mut places[usize::from(kill % 2 == 1)];
        let said = place.run_and_kill(kill, longest);
        if place.is_to_be_set_up_again(&said, kill) {
            // The next run is the proof: it begins with what this one left.
            again += 1;
        } else {
            opened += 1;
            *place = Place::new(place.keychain);
        }
    }
    for place in &places {
        let lines = place.program(KILLS).ended();
        assert_eq!(lines.last().map(String::as_str), Some("confirmed"));
        assert!(!place.is_to_be_set_up_again(&lines, KILLS));
    }
    assert!(again > 5 && opened > 5, "{again} to be set up again, {opened} opened: too few of one kind");
}

impl Place {
    fn new(keychain: bool) -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keychain }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn keychain_file(&self) -> PathBuf {
        self.folder.path().join("keychain.json")
    }

    fn program(&self, kill: u64) -> Program {
        let keychain = if self.keychain { self.keychain_file() } else { "-".into() };
        let arguments = ["found".into(), self.data(), keychain];
        Program::start(env!("CARGO_BIN_EXE_keyholder"), arguments, kill)
    }

    /// Lets a set-up come to the point where it touches the disk, and a random moment further; of ten
    /// kills one comes at once, one when the key was shown and one when it was typed back, however fast
    /// the computer is at that moment.
    fn run_and_kill(&self, kill: u64, longest: Duration) -> Vec<String> {
        let begun = self.begun(kill);
        match kill % 10 {
            3 => begun.killed_after(Duration::ZERO),
            5 => begun.killed_after_saying("shown ", 1).1,
            8 => begun.killed_after_saying("confirmed", 1).1,
            _ => begun.killed_after(moment_within(longest, kill)),
        }
    }

    fn longest(&self) -> Duration {
        self.begun(0).killed_after_saying("confirmed", 1).0
    }

    /// A set-up that has come to the point where it touches the disk.
    fn begun(&self, kill: u64) -> Program {
        let begun = self.data().join("set-up.lock");
        let _ = std::fs::remove_file(&begun);
        let program = self.program(kill);
        while !begun.exists() {
            sleep(Duration::from_micros(200));
        }
        program
    }

    /// Can it be set up again? Else it has to open, with the keychain or with the key that was shown.
    fn is_to_be_set_up_again(&self, said: &[String], kill: u64) -> bool {
        let shown = said.iter().find_map(|line| line.strip_prefix("shown "));
        let confirmed = said.iter().any(|line| line == "confirmed");
        let data = self.data();
        let (app, desk) = self.started(&data);
        let call = |name: &str, input: Value| {
            let now = Now { at: moment("2026-11-28T10:00:00Z"), uptime: Uptime::new(1, 500), built: None };
            let answer = app.call(&desk, name, input, now);
            answer.unwrap_or_else(|refusal| panic!("kill {kill}: {name}: {refusal:?}"))
        };
        let view = call("show_startup", json!({}));
        match view["phase"].as_str().unwrap() {
            "set_up" => {
                assert_eq!(shown, None, "kill {kill}: a key was shown, and nothing is left that it opens");
                true
            }
            "signed_out" => {
                assert_eq!(view["employees"][0]["login"], "anna", "kill {kill}: nobody can sign in");
                false
            }
            phase => {
                assert_eq!(phase, "failure", "kill {kill}: {view}");
                let again = view["failure"]["can_set_up_again"] == true;
                assert!(!(again && confirmed), "kill {kill}: a dealership is offered to be put aside");
                if let Some(key) = shown {
                    let view = call("unlock_with_recovery_key", json!({ "recovery_key": key }));
                    assert_eq!(view["phase"], "signed_out", "kill {kill}: {view}");
                    return false;
                }
                assert!(again, "kill {kill}: it neither opens nor can be set up again: {view}");
                true
            }
        }
    }

    fn started(&self, data: &Path) -> (App, Desk) {
        let folder = DataFolder::new(data);
        let computer = ThisComputer::new(Some("counter-1".into()), folder.machine());
        let outlet = Arc::new(Outlet::new(self.folder.path()));
        let keychain: Arc<dyn Keychain> =
            if self.keychain { Arc::new(KeychainFile(self.keychain_file())) } else { Arc::new(NoKeychain) };
        (App::new(folder, keychain, registry()), Desk::new(Arc::new(computer), outlet))
    }
}
