//! `init`: a new data folder with its first manager.

use crate::arguments::Init;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::{clock, secrets};
use forecourt_application::domain::time::Moment;
use serde_json::{Value, json};

/// Makes the dealership and prints its recovery key, which is the emergency sheet of a script.
pub fn init(host: &Host, init: &Init) -> Result<Answer, Ending> {
    let password = secrets::password(&init.login)?;
    let workstation = host.call("startup", json!({}))?;
    let input = json!({
        "dealership": { "name": init.dealership, "address": "", "postcode": "", "phone": "", "email": "",
                        "website": "", "privacy_policy_url": "" },
        "time_zone": "Europe/London",
        "manager": { "name": init.name.as_ref().unwrap_or(&init.login), "login": init.login, "password": *password },
        "workstation_name": workstation.get("workstation_name"),
    });
    let keys = host.call("set_up_dealership", input)?;
    confirm(host, &keys, clock::now())?;
    let key = keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default();
    let lines = vec![
        format!("Recovery key: {key}"),
        "Print it and keep it in the safe. Without it and without this computer's keychain, nobody can open the database.".into(),
    ];
    Ok(Answer { json: json!({ "recovery_key": key }), lines })
}

/// Types the asked groups back: whoever reads the printed key has it in writing.
pub fn confirm(host: &Host, keys: &Value, now: Moment) -> Result<(), Ending> {
    let key = keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default();
    let group = |at: usize| {
        let number =
            keys.get("asked_groups").and_then(|groups| groups.get(at)).and_then(Value::as_u64).unwrap_or(1);
        key.split('-').nth(usize::try_from(number).unwrap_or(1).saturating_sub(1)).unwrap_or_default()
    };
    host.app.call("confirm_recovery_key", json!({ "first": group(0), "second": group(1) }), now)?;
    Ok(())
}
