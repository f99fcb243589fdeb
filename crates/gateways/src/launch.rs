//! Other programs: a document to the viewer, a draft to the mail client. What starts them is watched: it may end
//! with an error, or not at all, and whoever clicked is told.

use forecourt_dispatch::ports::NotOpened;
use std::ffi::OsStr;
use std::io;

/// Opens a document in the viewer that the desktop has for it.
///
/// # Errors
/// [`NotOpened::Failed`]. What starts a viewer may stay for as long as that is open, so whether it still runs says
/// nothing.
pub fn view(document: &OsStr) -> io::Result<()> {
    hand_over(document, VIEWER)
}

/// Hands a `mailto:` address to the mail client.
///
/// # Errors
/// [`NotOpened`]. A link in a mail counts as sent from here on, so what does not come back has not opened it.
pub fn mail(address: &OsStr) -> io::Result<()> {
    hand_over(address, MAIL)
}

/// How long what starts a program is watched, and what it means when it then still runs. Windows and macOS say at
/// once.
#[cfg_attr(any(windows, target_os = "macos"), expect(dead_code, reason = "these systems say at once"))]
#[derive(Clone, Copy)]
struct Watch {
    /// Twentieths of a second.
    steps: u32,
    may_stay: bool,
}

/// Two seconds: longer than a launcher takes to fail, and no wait that anybody notices.
const VIEWER: Watch = Watch { steps: 40, may_stay: true };
/// Twenty seconds: a mail client that starts cold.
const MAIL: Watch = Watch { steps: 400, may_stay: false };

#[cfg(any(windows, target_os = "macos"))]
fn hand_over(what: &OsStr, _: Watch) -> io::Result<()> {
    open::that_detached(what).map_err(|_| NotOpened::Failed.into())
}

#[cfg(not(any(windows, target_os = "macos")))]
fn hand_over(what: &OsStr, watch: Watch) -> io::Result<()> {
    Ok(desktop::start(open::commands(what), watch)?)
}

#[cfg(not(any(windows, target_os = "macos")))]
mod desktop {
    use super::{NotOpened, Watch};
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command, Stdio};
    use std::thread;
    use std::time::Duration;

    /// Between two looks.
    const STEP: Duration = Duration::from_millis(50);

    /// Tries one launcher after the other until one has opened it, all within one wait.
    pub(super) fn start(launchers: Vec<Command>, watch: Watch) -> Result<(), NotOpened> {
        let mut left = watch.steps;
        for mut launcher in launchers {
            // A group of its own: what it opened outlives us, and a Ctrl+C meant for us is none for it.
            let launcher =
                launcher.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
            let Ok(mut child) = launcher.spawn() else { continue };
            loop {
                match child.try_wait() {
                    Ok(Some(status)) if status.success() => return Ok(()),
                    Ok(Some(_)) | Err(_) => break,
                    Ok(None) if left == 0 => {
                        wait_for_its_end(child);
                        return if watch.may_stay { Ok(()) } else { Err(NotOpened::Silent) };
                    }
                    Ok(None) => {
                        left -= 1;
                        thread::sleep(STEP);
                    }
                }
            }
        }
        Err(NotOpened::Failed)
    }

    /// It is left to itself, as it may be the mail client with what somebody writes; only its end is taken note of.
    fn wait_for_its_end(mut child: Child) {
        thread::spawn(move || child.wait());
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        fn sh(script: &str) -> Command {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command
        }

        #[test]
        fn case_53_a_launcher_that_fails_hangs_or_is_not_there_is_told() {
            let wait = |may_stay| Watch { steps: 4, may_stay };
            let start = |launchers: Vec<Command>, may_stay| start(launchers, wait(may_stay));
            for may_stay in [true, false] {
                assert_eq!(start(vec![sh("exit 3")], may_stay), Err(NotOpened::Failed));
                assert_eq!(start(vec![sh("sleep 0.1; exit 4")], may_stay), Err(NotOpened::Failed), "late");
                assert_eq!(start(vec![Command::new("/not/there")], may_stay), Err(NotOpened::Failed));
                assert_eq!(start(vec![], may_stay), Err(NotOpened::Failed));
                assert_eq!(
                    start(vec![sh("exit 3"), Command::new("/not/there"), sh("exit 0")], may_stay),
                    Ok(())
                );
            }
            assert_eq!(start(vec![sh("sleep 5"), sh("exit 0")], false), Err(NotOpened::Silent));
            assert_eq!(start(vec![sh("sleep 5")], true), Ok(()), "a viewer may keep it");
        }
    }
}
