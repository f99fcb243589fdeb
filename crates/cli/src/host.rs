//! One application over one data folder, unlocked and signed in.

use crate::arguments::Arguments;
use crate::outlet::GivenPlace;
use crate::print::{self, Ending};
use crate::{clock, secrets};
use forecourt_application::import::unreadable;
use forecourt_application::registry;
use forecourt_dispatch::hand_over::file_refusal;
use forecourt_dispatch::{App, Code, DataFolder, Desk, LastCopies, Refusal};
use forecourt_domain::uptime::Now;
use forecourt_gateways::computer::ThisComputer;
use forecourt_gateways::keychain::SystemKeychain;
use forecourt_gateways::place;
use forecourt_gateways::plate_services::PlateServices;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tracing::info_span;

/// The application with the command line around it: one desk, without a screen.
pub struct Host {
    pub app: Arc<App>,
    pub desk: Desk,
    outlet: Arc<GivenPlace>,
    /// Reads the pages of the file.
    checking: Option<JoinHandle<()>>,
}

impl Host {
    /// Over the data folder of the arguments; opens nothing yet.
    pub fn new(arguments: &Arguments) -> Result<Self, Ending> {
        let folder = place::data_folder(arguments.data.clone())
            .ok_or_else(|| Ending::Fault("This account has no data folder; give one with --data.".into()))?;
        let folder = DataFolder::new(folder);
        let outlet = Arc::new(GivenPlace::over(&folder));
        let desk = desk_at(&folder, outlet.clone());
        let app = App::new(folder, Arc::new(SystemKeychain::new()), registry());
        let app = Arc::new(app.asking(Arc::new(PlateServices::official())));
        Ok(Self { app, desk, outlet, checking: None })
    }

    /// One more desk at this computer: another employee's.
    pub fn another_desk(&self) -> Desk {
        desk_at(self.app.folder(), self.outlet.clone())
    }

    /// Unlocks the database and signs the employee in.
    pub fn signed_in(arguments: &Arguments) -> Result<Self, Ending> {
        let mut host = Self::new(arguments)?;
        host.unlock()?;
        let Some(login) = &arguments.login else {
            return Err(Ending::Fault("Say who calls: --as LOGIN.".into()));
        };
        let password = secrets::password(login)?;
        // The file is read whole before the first write, which is the line of the sign-in: meanwhile the
        // password is worked on.
        let app = Arc::clone(&host.app);
        host.checking = Some(thread::spawn(move || app.check_pages()));
        let _phase = info_span!(target: "phase", "sign_in").entered();
        // A password takes its time on purpose: the keychain is asked for the ledger's head meanwhile.
        let signed_in = std::thread::scope(|scope| {
            scope.spawn(|| host.app.compare_head());
            host.call("sign_in", json!({ "login": login, "password": *password }))
        });
        match signed_in {
            // Known, and let in so far as to choose a password of their own: what else is called says so.
            Err(refusal) if refusal.code == Code::PasswordDue => {}
            other => {
                other?;
                host.warn()?;
            }
        }
        Ok(host)
    }

    /// Says what a screen would show above everything else about the book itself; on stderr, so that no
    /// script takes it for an answer.
    fn warn(&self) -> Result<(), Ending> {
        let session = self.call("show_session", json!({}))?;
        for banner in session.get("banners").and_then(Value::as_array).into_iter().flatten() {
            let is = |key: &str| banner.get(key).and_then(Value::as_str).unwrap_or_default();
            if is("kind").starts_with("ledger_") {
                let _ = print::put(&mut std::io::stderr(), &format!("{}\n", is("text")));
            }
        }
        Ok(())
    }

    /// Opens the database, with the keychain's key or with the recovery key that a file holds.
    fn unlock(&self) -> Result<(), Ending> {
        let view = {
            let _phase = info_span!(target: "phase", "open").entered();
            self.call("show_startup", json!({}))?
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
        let words = failure_words(&detail);
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
            Some(failure) => Err(Ending::Fault(failure_words(failure))),
        }
    }

    /// Runs a use case.
    pub fn call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        self.app.call(&self.desk, name, input, clock::now())
    }

    /// Waits until the last copies of whoever was erased are gone, and says what those wait for that are not.
    pub fn finish_sweep(&self) -> Option<LastCopies> {
        self.app.finish_sweep(&self.desk, clock::now().at)
    }

    /// Runs a use case whose answer is only handed on, as the window does.
    pub fn call_for_text(&self, name: &str, input: Value) -> Result<String, Refusal> {
        self.app.call_for_text(&self.desk, name, input, clock::now())
    }

    /// Runs a use case that writes to `place`.
    pub fn call_into(&self, place: &Path, name: &str, input: Value) -> Result<Value, Refusal> {
        self.outlet.set(place).map_err(|error| file_refusal(&error))?;
        self.call(name, input)
    }

    /// Has the desk offer a file for a use case to read; answers its handle.
    pub fn offer(&self, path: &Path) -> Result<String, Ending> {
        let offered = self.outlet.offer_file(path).map_err(|error| Ending::Refused(unreadable(&error)))?;
        Ok(offered.handle)
    }

    /// Types the asked groups back: whoever reads the printed key has it in writing.
    pub fn confirm(&self, keys: &Value, now: Now) -> Result<(), Ending> {
        let key = keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default();
        let group = |at: usize| {
            let number = keys
                .get("asked_groups")
                .and_then(|groups| groups.get(at))
                .and_then(Value::as_u64)
                .unwrap_or(1);
            key.split('-').nth(usize::try_from(number).unwrap_or(1).saturating_sub(1)).unwrap_or_default()
        };
        self.app.call(
            &self.desk,
            "confirm_recovery_key",
            json!({ "first": group(0), "second": group(1) }),
            now,
        )?;
        Ok(())
    }

    /// The id of a contact named by number or by account reference.
    pub fn contact(&self, named: &str) -> Result<String, Ending> {
        let found = self.call("find_contact", json!({ "named": named }))?;
        Ok(found.get("id").and_then(Value::as_str).unwrap_or_default().to_owned())
    }
}

/// Why the database does not open, with the version that it needs where that is why, and with what to do
/// about a folder that has to be somewhere else.
fn failure_words(failure: &Value) -> String {
    let text = |name: &str| failure.get(name).and_then(Value::as_str);
    let words = text("detail").unwrap_or_default();
    if failure.get("can_salvage").and_then(Value::as_bool).unwrap_or(false) {
        return format!("{words} What can be read is saved by: forecourt-cli --data DIR salvage -o FOLDER");
    }
    match (text("needed_version"), text("kind")) {
        (Some(needed), _) => format!("{words} It needs a version for {needed}."),
        (None, Some("unsafe_place")) => {
            format!("{words} Move it to a disk of this computer, then name that folder with --data.")
        }
        (None, _) => words.to_owned(),
    }
}

/// However the errand ended: what an erasure of an earlier run left is finished before the program ends,
/// and nobody reads the database any more when it does.
impl Drop for Host {
    fn drop(&mut self) {
        self.finish_sweep();
        self.app.end_sweeping();
        if let Some(checking) = self.checking.take() {
            // What it met is told by whoever writes.
            let _ = checking.join();
        }
    }
}

fn desk_at(folder: &DataFolder, outlet: Arc<GivenPlace>) -> Desk {
    let name = hostname::get().ok().map(|name| name.to_string_lossy().into_owned());
    Desk::without_screen(Arc::new(ThisComputer::new(name, folder.machine())), outlet)
}
