//! `init`: a new data folder with its first manager.

use crate::arguments::Init;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::{clock, secrets};
use serde_json::{Value, json};

/// Makes the dealership and prints its recovery key, which is the emergency sheet of a script.
pub fn init(host: &Host, init: &Init) -> Result<Answer, Ending> {
    let password = secrets::password(&init.login)?;
    let workstation = host.call("show_startup", json!({}))?;
    let input = json!({
        "dealership": { "name": init.dealership, "address": "", "postcode": "", "phone": "", "email": "",
                        "website": "", "privacy_policy_url": "" },
        "time_zone": "Europe/London",
        "manager": { "name": init.name.as_ref().unwrap_or(&init.login), "login": init.login, "password": *password },
        "workstation_name": workstation.get("workstation_name"),
    });
    let keys = host.call("set_up_dealership", input)?;
    host.confirm(&keys, clock::now())?;
    let key = keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default();
    let lines = vec![
        format!("Recovery key: {key}"),
        "Print it and keep it in the safe. Without it and without this computer's keychain, nobody can open the database.".into(),
    ];
    Ok(Answer { json: json!({ "recovery_key": key }), lines })
}
