//! One application over one data folder, unlocked and signed in.

use crate::arguments::Arguments;
use crate::outlet::GivenPlace;
use crate::print::Ending;
use crate::{clock, secrets};
use forecourt_application::office::DataFolder;
use forecourt_application::ports::Ports;
use forecourt_application::{App, Refusal};
use forecourt_gateways::keychain::SystemKeychain;
use forecourt_gateways::place;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tracing::info_span;

/// The application with the command line around it.
pub struct Host {
    /// The application.
    pub app: Arc<App>,
    outlet: Arc<GivenPlace>,
}

impl Host {
    /// Over the data folder of the arguments; opens nothing yet.
    pub fn new(arguments: &Arguments) -> Result<Self, Ending> {
        let folder = place::data_folder(arguments.data.clone())
            .ok_or_else(|| Ending::Fault("This account has no data folder; give one with --data.".into()))?;
        let outlet = Arc::new(GivenPlace::default());
        let host_name = hostname::get().ok().map(|name| name.to_string_lossy().into_owned());
        let ports = Ports {
            keychain: Arc::new(SystemKeychain::new()),
            outlet: outlet.clone(),
            host_name: host_name.filter(|name| !name.is_empty()).unwrap_or_else(|| "Workstation".into()),
        };
        Ok(Self { app: Arc::new(App::new(DataFolder::new(folder), ports)), outlet })
    }

    /// Unlocks the database and signs the employee in.
    pub fn signed_in(arguments: &Arguments) -> Result<Self, Ending> {
        let host = Self::new(arguments)?;
        host.unlock()?;
        let Some(login) = &arguments.login else {
            return Err(Ending::Fault("Say who calls: --as LOGIN.".into()));
        };
        let password = secrets::password(login)?;
        let _phase = info_span!(target: "phase", "sign_in").entered();
        host.call("sign_in", json!({ "login": login, "password": *password }))?;
        Ok(host)
    }

    /// Opens the database, with the keychain's key or with the recovery key that a file holds.
    fn unlock(&self) -> Result<(), Ending> {
        let view = {
            let _phase = info_span!(target: "phase", "open").entered();
            self.call("startup", json!({}))?
        };
        let detail = match view.get("phase").and_then(Value::as_str) {
            Some("set_up") => {
                return Err(Ending::Fault(
                    "There is no dealership in this folder; make one with init.".into(),
                ));
            }
            Some("failure") => view.get("failure").cloned().unwrap_or_default(),
            _ => return Ok(()),
        };
        let words = detail.get("detail").and_then(Value::as_str).unwrap_or_default().to_owned();
        let may_help = detail.get("can_use_recovery_key").and_then(Value::as_bool).unwrap_or(false);
        let key = if may_help { secrets::recovery_key()? } else { None };
        let Some(key) = key else { return Err(Ending::Fault(words)) };
        let _phase = info_span!(target: "phase", "key").entered();
        let view = self.call("unlock_with_recovery_key", json!({ "recovery_key": *key }))?;
        match view.get("failure") {
            Some(Value::Null) | None => Ok(()),
            Some(failure) => {
                Err(Ending::Fault(failure.get("detail").and_then(Value::as_str).unwrap_or(&words).to_owned()))
            }
        }
    }

    /// Runs a use case.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        self.app.call(name, input, clock::now())
    }

    /// Runs a use case that writes to `place`.
    pub fn call_into(&self, place: &Path, name: &str, input: Value) -> Result<Value, Refusal> {
        self.outlet.set(place);
        self.call(name, input)
    }

    /// The id of a contact named by number or by account reference.
    pub fn contact(&self, named: &str) -> Result<String, Ending> {
        let named = named.trim();
        if named.chars().all(|c| c.is_ascii_digit()) {
            return Ok(named.to_owned());
        }
        let found = self.call("search_contacts", json!({ "term": named, "limit": 20 }))?;
        let rows = found.get("rows").and_then(Value::as_array).cloned().unwrap_or_default();
        let row = rows.iter().find(|row| {
            row.get("reference").and_then(Value::as_str).is_some_and(|r| r.eq_ignore_ascii_case(named))
        });
        match row.and_then(|row| row.get("id")).and_then(Value::as_str) {
            Some(id) => Ok(id.to_owned()),
            None => Err(Ending::Refused(Refusal::not_found("contact"))),
        }
    }
}
