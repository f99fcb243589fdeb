//! `call`: any use case.

use crate::arguments::Arguments;
use crate::host::Host;
use crate::print::{Answer, Ending};
use serde_json::Value;
use std::io::Read;

/// Runs the use case `name`; without `--as`, one that needs nobody signed in.
pub fn call(arguments: &Arguments, name: &str, input: &str) -> Result<Answer, Ending> {
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
    let reply = host.call(name, input)?;
    let lines = vec![serde_json::to_string_pretty(&reply).unwrap_or_default()];
    Ok(Answer { json: reply, lines })
}
