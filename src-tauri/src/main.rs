//! The desktop shell: a window over the application, and nothing that decides anything.

// Windows would open a console beside the window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod clock;
mod instance;
mod ipc;
mod log;
mod outlet;
mod shell;
#[cfg(target_os = "linux")]
mod software_rendering;
#[cfg(target_os = "linux")]
mod system_lock;
mod trace;
mod window;

use arguments::Arguments;
use forecourt_gateways::{keychain, place, process};
use std::io::Write;
use std::process::ExitCode;
use trace::{Mark, Trace};

/// As in forecourt-cli: threads that hand rows to each other do not wait for memory.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if let Some(code) = keychain::answer_if_asked() {
        return code;
    }
    let trace = Trace::from_environment();
    trace.mark(Mark::ProcessStart);
    #[cfg(target_os = "linux")]
    software_rendering::prepare();
    process::keep_private();

    let arguments = Arguments::read(std::env::args_os().skip(1));
    let Some(data) = place::data_folder(arguments.data) else {
        return complain("this account has no folder for local data; name one with --data");
    };
    log::start(&data.join("logs"));
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    match window::run(data, trace) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(%error, "the window could not be opened");
            complain(&format!("the window could not be opened: {error}"))
        }
    }
}

/// Says why nothing opens, to whoever started the program from a terminal.
fn complain(why: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "forecourt: {why}");
    ExitCode::FAILURE
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use forecourt_application::employee::password;

    /// A window stands all day: what a password is checked in, 64 MiB, does not stay with it.
    #[test]
    fn the_memory_a_password_is_checked_in_goes_back() {
        // The memory of this process that lies in the computer's, in MiB.
        let resident = || {
            let status = std::fs::read_to_string("/proc/self/status").unwrap();
            let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
            line.split_whitespace().nth(1).unwrap().parse::<usize>().unwrap() / 1024
        };
        let before = resident();
        assert!(!password::verify("brass lanterns", None).unwrap());
        let after = resident();
        assert!(after < before + 32, "{before} MiB before, {after} MiB after");
    }
}
