//! A progress bar on stderr, when somebody sits there.

use crate::host::Host;
use crate::print::Ending;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::Value;
use std::io::{IsTerminal, stderr};
use std::time::Duration;

/// The name of the command line's own job.
pub const JOB: &str = "forecourt-cli";

/// Runs `work` on another thread and shows how far its job is.
pub fn watch(
    host: &Host,
    work: impl FnOnce() -> Result<Value, forecourt_dispatch::Refusal> + Send,
) -> Result<Value, Ending> {
    if !stderr().is_terminal() {
        return Ok(work()?);
    }
    std::thread::scope(|scope| {
        let working = scope.spawn(work);
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{msg} [{bar:40}] {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        while !working.is_finished() {
            if let Some(job) = host.desk.jobs().find(JOB) {
                let progress = job.progress();
                bar.set_length(progress.total.unwrap_or(0));
                bar.set_position(progress.done);
                bar.set_message(progress.phase);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bar.finish_and_clear();
        match working.join() {
            Ok(answer) => Ok(answer?),
            Err(_) => Err(Ending::Fault("The work broke off. Nothing was changed.".into())),
        }
    })
}
