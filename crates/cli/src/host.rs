//! One application over one data folder, unlocked and signed in.

use crate::arguments::Arguments;
use crate::outlet::GivenPlace;
use crate::print::Ending;
use crate::{clock, secrets};
use forecourt_application::office::DataFolder;
use forecourt_application::ports::Ports;
use forecourt_application::store::contact;
use forecourt_application::{App, Code, Refusal};
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
        let Some(key) = key else {
            let hint = format!(" Name the file with the recovery key in {}.", secrets::RECOVERY_KEY_FILE);
            return Err(Ending::Fault(if may_help { words + &hint } else { words }));
        };
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
        let place = std::path::absolute(place).unwrap_or_else(|_| place.to_owned());
        // One slip of the hand, and the export would lie where the database was.
        let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if place.parent().is_some_and(|folder| real(folder).starts_with(real(self.app.folder().path()))) {
            let words = "This folder holds the dealership's own files. Choose another folder.";
            return Err(Refusal::new(Code::File, words));
        }
        self.outlet.set(place);
        self.call(name, input)
    }

    /// The id of a contact named by number or by account reference.
    pub fn contact(&self, named: &str) -> Result<String, Ending> {
        let named = named.trim();
        let missing = || Ending::Refused(Refusal::not_found("contact"));
        if named.chars().all(|c| c.is_ascii_digit()) {
            // Also nothing, and more digits than any number has: nobody's.
            let number = named.parse::<i64>().ok().filter(|number| *number > 0);
            return number.map(|number| number.to_string()).ok_or_else(missing);
        }
        // Asked as everybody asks, before the one index that a search does not use is.
        self.call("session", json!({}))?;
        let office = self.app.office(clock::now()).ok_or_else(missing)?;
        let found = office.database.read(|tx| -> Result<_, Refusal> {
            match contact::by_reference(tx, named)? {
                // Forecourt's own references are written large.
                None => Ok(contact::by_reference(tx, &named.to_uppercase())?),
                found => Ok(found),
            }
        })?;
        found.map(|id| id.to_string()).ok_or_else(missing)
    }
}
