//! forecourt-cli: the same use cases without a window, for administration, scripts and
//! measurement. It calls the same dispatcher; it may do nothing that the employee may not.

mod arguments;
mod clock;
mod demo;
mod host;
mod outlet;
mod panics;
mod print;
mod progress;
mod secrets;
mod timing;
mod verbs;

use arguments::Arguments;
use clap::Parser;
use print::Ending;
use std::process::ExitCode;

/// An import is read on one thread and written on another: the system's allocator makes them wait for
/// each other.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    if let Some(answer) = forecourt_gateways::keychain::answer_if_asked() {
        return answer;
    }
    forecourt_gateways::process::keep_private();
    panics::tell_places_only();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return print::usage(&error),
    };
    let timing = timing::start();
    let ending = panics::caught(|| verbs::run(&arguments, &timing));
    if arguments.timings {
        timing.print();
    }
    match ending {
        Ok(answer) => print::answer(&answer, arguments.json),
        Err(Ending::Refused(refusal)) => print::refusal(&refusal, arguments.json),
        Err(Ending::Fault(words)) => print::fault(&words, arguments.json),
        Err(Ending::Unheard(words)) => print::unheard(&words),
    }
}
