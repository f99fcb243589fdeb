//! The log file: one a day, kept for two weeks, in the data folder. What is logged holds no
//! personal data, and a panic is logged by its place, because its words may quote what was typed.

use forecourt_gateways::private_folder::make_private_folder;
use std::path::Path;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Days for which log files are kept.
const DAYS: usize = 14;

/// Starts the log in `folder`. A folder that cannot be written leaves the product without a log
/// rather than without a window.
pub fn start(folder: &Path) {
    if make_private_folder(folder).is_err() {
        return;
    }
    let Ok(file) = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("forecourt")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)
    else {
        return;
    };
    // Libraries speak up when something is wrong; our own crates all begin with this word.
    let filter = EnvFilter::new("warn,forecourt=info");
    // A second start within one process is a test's.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false).with_writer(file).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
}
