//! `init`: a new data folder with its first manager.

use crate::arguments::Init;
use crate::host::Host;
use crate::print::{self, Answer, Ending};
use crate::{clock, secrets};
use serde_json::{Value, json};

/// Makes the dealership and prints its recovery key, which is the emergency sheet of a script. What an
/// earlier one left that did not come so far is put aside.
pub fn init(host: &Host, init: &Init, as_json: bool) -> Result<Answer, Ending> {
    let password = secrets::password(&init.login)?;
    let mut view = host.call("show_startup", json!({}))?;
    if view.pointer("/failure/can_set_up_again") == Some(&Value::Bool(true)) {
        view = host.call("set_up_again", json!({}))?;
    }
    let input = json!({
        "dealership": { "name": init.dealership, "address": "", "postcode": "", "phone": "", "email": "",
                        "website": "", "privacy_policy_url": "" },
        "time_zone": "Europe/London",
        "manager": { "name": init.name.as_ref().unwrap_or(&init.login), "login": init.login, "password": *password },
        "workstation_name": view.get("workstation_name"),
    });
    let keys = host.call("set_up_dealership", input)?;
    let key = keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default();
    let lines = vec![
        format!("Recovery key: {key}"),
        "Print it and keep it in the safe. Without it and without this computer's keychain, nobody can open the database.".into(),
    ];
    let answer = Answer { json: json!({ "recovery_key": key }), lines };
    // Printed before it counts as typed back: a key that went nowhere leaves a folder to set up again.
    print::hand_over(&answer, as_json).map_err(|error| {
        Ending::Unheard(format!(
            "The recovery key could not be printed: {}. The dealership is not set up; run init again.",
            error.kind()
        ))
    })?;
    host.confirm(&keys, clock::now()).map_err(|ending| {
        let words = match ending {
            Ending::Refused(refusal) => refusal.message,
            Ending::Fault(words) | Ending::Unheard(words) => words,
        };
        Ending::Unheard(format!("The dealership is made, but its recovery key was not confirmed: {words}"))
    })?;
    Ok(Answer::nothing())
}
