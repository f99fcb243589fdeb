#[cfg(all(unix, not(target_os = "macos")))]
use super::vault::problem;
use super::*;
#[cfg(all(unix, not(target_os = "macos")))]
use keyring_core::Error;
use std::collections::HashMap;
use std::sync::{Condvar, Mutex};
use std::time::Instant;

/// A keychain in memory that behaves as told.
#[derive(Default)]
struct FakeVault {
    entries: Mutex<HashMap<String, String>>,
    trouble: Mutex<Option<Trouble>>,
    answered: Condvar,
}

#[derive(Clone, Copy, PartialEq)]
enum Trouble {
    Refuses(KeychainProblem),
    WaitsForThePassword,
    Panics,
}

impl FakeVault {
    fn behave(&self, trouble: Option<Trouble>) {
        *self.trouble.lock().unwrap() = trouble;
        self.answered.notify_all();
    }

    fn suffer(&self) -> Result<(), KeychainProblem> {
        let mut trouble = self.trouble.lock().unwrap();
        while *trouble == Some(Trouble::WaitsForThePassword) {
            trouble = self.answered.wait(trouble).unwrap();
        }
        match *trouble {
            Some(Trouble::Refuses(problem)) => Err(problem),
            Some(Trouble::Panics) => {
                drop(trouble);
                panic!("the keychain library broke");
            }
            _ => Ok(()),
        }
    }
}

impl Vault for FakeVault {
    fn read(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        self.suffer()?;
        Ok(self.entries.lock().unwrap().get(entry).cloned().map(Zeroizing::new))
    }

    fn write(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        self.suffer()?;
        self.entries.lock().unwrap().insert(entry.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        self.suffer()?;
        self.entries.lock().unwrap().remove(entry);
        Ok(())
    }
}

fn keychain() -> (Arc<FakeVault>, SystemKeychain) {
    let vault = Arc::new(FakeVault::default());
    let keychain = SystemKeychain { vault: vault.clone(), program: None, limit: Duration::from_millis(250) };
    (vault, keychain)
}

#[test]
fn an_entry_that_is_not_there_is_no_failure() {
    let (_, keychain) = keychain();
    assert_eq!(keychain.get("device-key 1"), Ok(None));
}

#[test]
fn an_entry_reads_back_under_its_own_name_only() {
    let (_, keychain) = keychain();
    keychain.set("device-key 1", "b25l").unwrap();
    keychain.set("device-key 2", "dHdv").unwrap();
    keychain.set("device-key 2", "dGhyZWU=").unwrap();
    let read = |entry| keychain.get(entry).unwrap().map(|text| text.to_string());
    assert_eq!(read("device-key 1").as_deref(), Some("b25l"));
    assert_eq!(read("device-key 2").as_deref(), Some("dGhyZWU="), "a second write replaces");
    assert_eq!(read("device-key 3"), None);
}

#[test]
fn a_locked_an_absent_and_a_failing_keychain_are_told_apart() {
    let (vault, keychain) = keychain();
    for expected in [KeychainProblem::Locked, KeychainProblem::Absent, KeychainProblem::Failed] {
        vault.behave(Some(Trouble::Refuses(expected)));
        assert_eq!(keychain.get("device-key 1"), Err(expected));
        assert_eq!(keychain.set("device-key 1", "b25l"), Err(expected));
    }
    vault.behave(None);
    assert_eq!(keychain.get("device-key 1"), Ok(None), "what was refused was not stored");
}

#[test]
fn a_keychain_that_waits_for_a_password_is_given_up_and_answers_once_unlocked() {
    let (vault, keychain) = keychain();
    keychain.set("device-key 1", "b25l").unwrap();
    vault.behave(Some(Trouble::WaitsForThePassword));
    let start = Instant::now();
    for _ in 0..3 {
        assert_eq!(keychain.get("device-key 1"), Err(KeychainProblem::Locked));
    }
    let took = start.elapsed();
    assert!(took < Duration::from_secs(3), "one hanging call must not hold the next: {took:?}");
    vault.behave(None);
    assert!(keychain.get("device-key 1").is_ok_and(|text| text.is_some()));
}

#[test]
fn a_breaking_keychain_library_is_a_failure_not_the_end() {
    let (vault, mut keychain) = keychain();
    keychain.limit = Duration::from_secs(30);
    vault.behave(Some(Trouble::Panics));
    assert_eq!(keychain.get("device-key 1"), Err(KeychainProblem::Failed));
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn every_kind_of_library_error_has_its_screen() {
    let cause = || Box::new(std::io::Error::other("x"));
    let wrap = |cause: secret_service::Error| Error::NoStorageAccess(Box::new(cause));
    for (error, expected) in [
        (wrap(secret_service::Error::Locked), KeychainProblem::Locked),
        (wrap(secret_service::Error::Prompt), KeychainProblem::Locked),
        (wrap(secret_service::Error::NoResult), KeychainProblem::Absent),
        (Error::NoStorageAccess(cause()), KeychainProblem::Locked),
        (Error::NoDefaultStore, KeychainProblem::Absent),
        (Error::PlatformFailure(cause()), KeychainProblem::Failed),
        (Error::BadEncoding(vec![0xff]), KeychainProblem::Failed),
        (Error::BadDataFormat(vec![0xff], cause()), KeychainProblem::Failed),
        (Error::BadStoreFormat("x".into()), KeychainProblem::Failed),
        (Error::TooLong("x".into(), 1), KeychainProblem::Failed),
        (Error::Invalid("x".into(), "y".into()), KeychainProblem::Failed),
        (Error::Ambiguous(Vec::new()), KeychainProblem::Failed),
        (Error::NotSupportedByStore("x".into()), KeychainProblem::Failed),
    ] {
        assert_eq!(problem(&error), expected, "{error}");
    }
}

/// A program in place of this one, which does what the script says.
#[cfg(unix)]
fn reading_back(script: &str) -> (tempfile::TempDir, SystemKeychain) {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("other");
    std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
    let (_, mut keychain) = keychain();
    keychain.program = Some(program);
    keychain.limit = Duration::from_secs(5);
    (folder, keychain)
}

#[cfg(unix)]
#[test]
fn a_new_process_is_given_the_name_as_argument_and_the_text_by_pipe() {
    let script = "[ \"$1 $2\" = '--read-keychain-entry device-key 1' ] || exit 1
        text=$(cat); [ \"$text\" = b25l ] && printf same || printf different";
    let (_folder, keychain) = reading_back(script);
    assert_eq!(keychain.holds_for_others("device-key 1", "b25l"), Ok(true));
    assert_eq!(keychain.holds_for_others("device-key 1", "dHdv"), Ok(false), "another key");
}

#[cfg(unix)]
#[test]
fn a_new_process_that_cannot_read_says_why() {
    for (script, expected) in [
        ("printf locked", KeychainProblem::Locked),
        ("printf absent", KeychainProblem::Absent),
        ("printf failed", KeychainProblem::Failed),
        ("exit 1", KeychainProblem::Failed),
        ("printf sameness", KeychainProblem::Failed),
    ] {
        let (_folder, keychain) = reading_back(script);
        assert_eq!(keychain.holds_for_others("device-key 1", "b25l"), Err(expected), "{script}");
    }
    let (_, keychain) = keychain();
    assert_eq!(keychain.holds_for_others("device-key 1", "b25l"), Err(KeychainProblem::Failed), "no program");
}

#[cfg(unix)]
#[test]
fn a_new_process_that_hangs_is_ended() {
    let (folder, mut keychain) = reading_back("echo $$ > \"$0.pid\"; exec sleep 60");
    keychain.limit = Duration::from_secs(2);
    let start = Instant::now();
    assert_eq!(keychain.holds_for_others("device-key 1", "b25l"), Err(KeychainProblem::Locked));
    assert!(start.elapsed() < Duration::from_secs(20));
    let pid = std::fs::read_to_string(folder.path().join("other.pid")).unwrap();
    assert!(!std::path::Path::new("/proc").join(pid.trim()).join("exe").exists(), "no process stays behind");
}
