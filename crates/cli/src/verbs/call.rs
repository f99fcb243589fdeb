//! `call`: any use case.

use crate::arguments::Arguments;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::timing::{Timing, median};
use serde_json::Value;
use std::io::Read;
use std::time::Instant;

/// The phase that `--timings` tells: the use case alone, from the way in to the answer that a window gets.
const RUN: &str = "run";

/// Runs the use case `name`, `repeat` times with the same input; without `--as`, one that needs nobody
/// signed in. What is refused is not asked again.
pub fn call(
    arguments: &Arguments,
    name: &str,
    input: &str,
    repeat: u32,
    timing: &Timing,
) -> Result<Answer, Ending> {
    let mut text = input.to_owned();
    if input == "-" {
        text.clear();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|_| Ending::Fault("Standard input is not text.".into()))?;
    }
    let input: Value = serde_json::from_str(&text).map_err(|error| {
        Ending::Fault(format!("The input is not JSON (line {}, column {}).", error.line(), error.column()))
    })?;
    let host = match arguments.login {
        Some(_) => Host::signed_in(arguments)?,
        None => Host::new(arguments)?,
    };
    let mut answer = String::from("null");
    let mut took = Vec::new();
    for _ in 0..repeat {
        let input = input.clone();
        let began = Instant::now();
        answer = host.call_for_text(name, input)?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    timing.tell(RUN, median(took));
    let reply: Value = serde_json::from_str(&answer)
        .map_err(|error| Ending::Fault(format!("The answer is not JSON (column {}).", error.column())))?;
    let lines = vec![serde_json::to_string_pretty(&reply).unwrap_or_default()];
    Ok(Answer { json: reply, lines })
}
