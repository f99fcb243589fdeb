//! A machine without a graphics device: the webview's way of sharing buffers with one costs two
//! seconds of CPU and 80 MiB there, and is switched off by an environment variable that must be
//! set before the program starts. So the program starts itself once more, in its own place.

use crate::trace::Trace;
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::{env, fs};

const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
/// Keeps a start from following a start from following a start.
const RESTARTED: &str = "FORECOURT_RESTARTED";

/// Starts the program anew with the variable set, where there is no graphics device and the
/// person has not decided otherwise. Returns when there is nothing to do or it cannot be done.
pub fn restart_where_needed(trace: &Trace) {
    let decided = env::var_os(VARIABLE).is_some() || env::var_os(RESTARTED).is_some();
    if decided || has_render_node() {
        return;
    }
    // The path rather than the link in /proc, so that other programs still see whose process it is.
    let Ok(program) = env::current_exe() else { return };
    let mut words = env::args_os();
    let mut anew = Command::new(program);
    if let Some(name) = words.next() {
        anew.arg0(name);
    }
    anew.args(words).env(VARIABLE, "1").env(RESTARTED, "1").envs(trace.handed_on());
    // Comes back only when it failed; then the webview is slow and works.
    let _ = anew.exec();
}

/// Is there a graphics device that this account may use?
fn has_render_node() -> bool {
    let Ok(devices) = fs::read_dir("/dev/dri") else { return false };
    devices
        .flatten()
        .filter(|device| device.file_name().to_string_lossy().starts_with("renderD"))
        .any(|device| fs::OpenOptions::new().read(true).write(true).open(device.path()).is_ok())
}
