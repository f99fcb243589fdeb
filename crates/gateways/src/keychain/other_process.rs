//! Reading a keychain entry back in a new process.
//!
//! An entry that only the process sees that wrote it would be lost with it, and the database with
//! the entry. The product starts itself once more; the second process compares, and says nothing
//! but whether it found the same.

use super::vault::{SystemVault, Vault};
use forecourt_dispatch::ports::KeychainProblem;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use zeroize::Zeroizing;

/// The hidden argument; the name of the entry follows it.
const ARGUMENT: &str = "--read-keychain-entry";

/// No entry of ours is longer; what comes in by a pipe is read no further.
const LONGEST: u64 = 4096;

/// Both hosts call this first thing in `main`, and end with the code it gives. When the process
/// was started to read a keychain entry back, it does so, compares the entry with the text on
/// standard input, writes `same` or `different`, and nothing else of the program is to run.
#[must_use]
pub fn answer_if_asked() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next()? != ARGUMENT {
        return None;
    }
    let entry = arguments.next()?.into_string().ok()?;
    crate::process::keep_private();
    crate::process::forbid_inspection();
    Some(match answer(&SystemVault, &entry, &mut io::stdin(), &mut io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn answer(vault: &dyn Vault, entry: &str, from: &mut dyn Read, to: &mut dyn Write) -> io::Result<()> {
    let mut wanted = Zeroizing::new(String::new());
    from.take(LONGEST).read_to_string(&mut wanted)?;
    let word = match vault.read(entry) {
        Ok(Some(found)) if *found == *wanted => "same",
        Ok(_) => "different",
        Err(problem) => word_of(problem),
    };
    to.write_all(word.as_bytes())?;
    to.flush()
}

const fn word_of(problem: KeychainProblem) -> &'static str {
    match problem {
        KeychainProblem::Locked => "locked",
        KeychainProblem::Absent => "absent",
        KeychainProblem::Failed => "failed",
    }
}

/// Starts `program` to read `entry` back, and ends it when it takes longer than `limit`.
pub(super) fn holds(
    program: &Path,
    entry: &str,
    text: &str,
    limit: Duration,
) -> Result<bool, KeychainProblem> {
    let started = Command::new(program)
        .args([ARGUMENT, entry])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = started.map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "the keychain could not be read back: no new process");
        KeychainProblem::Failed
    })?;
    let said = listen(&mut child, text, limit);
    // After the limit it is still waiting for a password; before, it has ended.
    let _ = child.kill();
    let _ = child.wait();
    match said?.as_str() {
        "same" => Ok(true),
        "different" => Ok(false),
        "locked" => Err(KeychainProblem::Locked),
        "absent" => Err(KeychainProblem::Absent),
        _ => Err(KeychainProblem::Failed),
    }
}

fn listen(child: &mut Child, text: &str, limit: Duration) -> Result<String, KeychainProblem> {
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(KeychainProblem::Failed);
    };
    // A process that ended without reading makes this fail; what it said decides.
    let _ = to.write_all(text.as_bytes());
    drop(to);
    let (answer, heard) = mpsc::sync_channel(1);
    thread::spawn(move || {
        let mut said = String::new();
        let read = from.take(LONGEST).read_to_string(&mut said);
        let _ = answer.send(read.map(|_| said));
    });
    match heard.recv_timeout(limit) {
        Ok(Ok(said)) => Ok(said),
        Ok(Err(_)) => Err(KeychainProblem::Failed),
        Err(_) => Err(KeychainProblem::Locked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Holding(Result<Option<&'static str>, KeychainProblem>);

    impl Vault for Holding {
        fn read(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
            assert_eq!(entry, "device-key 1");
            self.0.map(|text| text.map(|text| Zeroizing::new(text.to_owned())))
        }

        fn write(&self, _: &str, _: &str) -> Result<(), KeychainProblem> {
            panic!("reading back must not write");
        }

        fn remove(&self, _: &str) -> Result<(), KeychainProblem> {
            panic!("reading back must not remove");
        }
    }

    #[test]
    fn the_new_process_says_one_word_and_never_the_entry() {
        for (held, word) in [
            (Ok(Some("c2VjcmV0")), "same"),
            (Ok(Some("b3RoZXI=")), "different"),
            (Ok(None), "different"),
            (Err(KeychainProblem::Locked), "locked"),
            (Err(KeychainProblem::Absent), "absent"),
            (Err(KeychainProblem::Failed), "failed"),
        ] {
            let mut said = Vec::new();
            answer(&Holding(held), "device-key 1", &mut "c2VjcmV0".as_bytes(), &mut said).unwrap();
            assert_eq!(String::from_utf8(said).unwrap(), word);
        }
    }
}
