//! An application over a real encrypted database in a temporary folder, with a clock that stands
//! still, a keychain in memory and an outlet that records.

use crate::ports::{Keychain, Outlet};
use forecourt_application::registry;
use forecourt_dispatch::plates::PlateLookUp;
use forecourt_dispatch::{App, Book, DataFolder, Desk, Refusal, Session, Writing};
use forecourt_domain::ids::{EmployeeId, WorkstationId};
use forecourt_domain::rights::{Right, RightSet};
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::{Now, Uptime};
use forecourt_gateways::computer::ThisComputer;
use forecourt_store::employee;
use forecourt_store::ledger::{Entry, Subject};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Mutex};
use tempfile::TempDir;

/// The password of Anna, the first manager.
pub const ANNAS_PASSWORD: &str = "correct horse battery";

/// When tests begin, unless they say otherwise.
const DAY_ONE: &str = "2026-11-21T10:00:00Z";

/// A dealership on one workstation.
pub struct TestApp {
    /// The application itself.
    pub app: Arc<App>,
    /// The desk that calls.
    pub desk: Arc<Desk>,
    /// What was handed to files, viewer and mail client.
    pub outlet: Arc<Outlet>,
    /// The keychain, to be locked or emptied.
    pub keychain: Arc<Keychain>,
    /// As printed at set-up.
    pub recovery_key: String,
    folder: Arc<TempDir>,
    now: Mutex<Now>,
}

impl TestApp {
    /// The dealership "Hadley Motors" on workstation `SVC-02`, on 21/11/2026 at 10:00, with Anna
    /// (every right) signed in.
    #[must_use]
    pub fn new() -> Self {
        Self::starting(DAY_ONE)
    }

    /// The same, set up at this moment, as RFC 3339 text. What ran out is never brought back by an
    /// earlier clock, so a journey through years begins early and goes forward.
    #[must_use]
    pub fn starting(at: &str) -> Self {
        Self::set_up(Arc::new(tempfile::tempdir().expect("a temporary folder")), at)
    }

    /// As [`TestApp::new`], in a folder chosen by the test.
    #[must_use]
    pub fn founded(folder: Arc<TempDir>) -> Self {
        Self::set_up(folder, DAY_ONE)
    }

    fn set_up(folder: Arc<TempDir>, at: &str) -> Self {
        let mut test = Self::over(folder);
        test.set_clock(at);
        let input = json!({
            "dealership": {
                "name": "Hadley Motors", "address": "1 Station Road\nAshbourne", "postcode": "DE6 1AA",
                "phone": "01632 960100", "email": "hello@hadley.example", "website": "hadley.example",
                "privacy_policy_url": "https://hadley.example/privacy"
            },
            "time_zone": "Europe/London",
            "manager": { "name": "Anna Kowalska", "login": "anna", "password": ANNAS_PASSWORD },
            "workstation_name": "SVC-02"
        });
        let keys = test.call("set_up_dealership", input);
        test.recovery_key = keys["recovery_key"].as_str().expect("a recovery key").to_owned();
        let groups: Vec<&str> = test.recovery_key.split('-').collect();
        let group = |at: usize| groups[keys["asked_groups"][at].as_u64().expect("a group") as usize - 1];
        test.call("confirm_recovery_key", json!({ "first": group(0), "second": group(1) }));
        test.sign_in("anna");
        let exports = test.outlet.exports().display().to_string();
        test.call("update_workstation", json!({ "name": "SVC-02", "save_folder": exports }));
        test
    }

    /// An application over a folder that may hold a dealership already; nobody is signed in.
    #[must_use]
    pub fn over(folder: Arc<TempDir>) -> Self {
        let outlet = Arc::new(Outlet::new(folder.path()));
        Self::with(folder, outlet, Arc::default())
    }

    fn with(folder: Arc<TempDir>, outlet: Arc<Outlet>, keychain: Arc<Keychain>) -> Self {
        let data = DataFolder::new(folder.path().join("data"));
        let computer = ThisComputer::new(Some("counter-1".into()), data.machine());
        let desk = Arc::new(Desk::new(Arc::new(computer), outlet.clone()));
        let app = Arc::new(App::new(data, keychain.clone(), registry()));
        // A computer that was started this morning.
        let uptime = Uptime::new(1, 2 * 60 * 60);
        let now = Mutex::new(Now { at: moment(DAY_ONE), uptime, built: None });
        Self { app, desk, outlet, keychain, recovery_key: String::new(), folder, now }
    }

    /// The same dealership in a program that has a way to the registers of vehicles (T-02).
    #[must_use]
    pub fn asking(self, plates: Arc<dyn PlateLookUp>) -> Self {
        let data = DataFolder::new(self.data());
        let app = App::new(data, self.keychain.clone(), registry()).asking(plates);
        Self { app: Arc::new(app), ..self }
    }

    /// The same dealership after the program was started again.
    #[must_use]
    pub fn restarted(self) -> Self {
        let Self { app, desk, outlet, keychain, recovery_key, folder, now } = self;
        drop((app, desk));
        let mut again = Self::with(folder, outlet, keychain);
        again.recovery_key = recovery_key;
        again.now = now;
        again
    }

    /// Where the database lies.
    #[must_use]
    pub fn data(&self) -> &Path {
        self.app.folder().path()
    }

    /// The open book.
    ///
    /// # Panics
    /// While it cannot be opened.
    #[must_use]
    pub fn book(&self) -> Arc<Book> {
        self.app.book(&self.desk, self.now()).expect("an open database")
    }

    /// Has the desk offer a file to import, as if somebody had chosen it; answers its handle.
    ///
    /// # Panics
    /// When there is no such file.
    #[must_use]
    pub fn offer(&self, path: impl AsRef<Path>) -> String {
        self.outlet.offers.offer(path.as_ref()).expect("a file to offer").handle
    }

    /// The time of the next calls.
    #[must_use]
    pub fn now(&self) -> Now {
        *self.now.lock().expect("the clock")
    }

    /// Sets the clock, as RFC 3339 text. No time passes by that: see [`TestApp::pass`].
    pub fn set_clock(&self, text: &str) {
        self.now.lock().expect("the clock").at = moment(text);
    }

    /// Lets so many seconds pass, by the clock and by the time since the computer was started.
    pub fn pass(&self, seconds: i64) {
        let mut now = self.now.lock().expect("the clock");
        let uptime = now.uptime.seconds() + seconds;
        now.at = now.at.plus_seconds(seconds);
        now.uptime = Uptime::stored(&now.uptime.boot_text(), uptime).expect("an uptime");
    }

    /// The program was made then, as RFC 3339 text; it says so at the next start.
    pub fn set_built(&self, text: &str) {
        self.now.lock().expect("the clock").built = Some(moment(text));
    }

    /// The computer was started again, so many seconds ago.
    pub fn start_computer_again(&self, seconds: i64) {
        self.now.lock().expect("the clock").uptime = Uptime::new(2, seconds);
    }

    /// Adds an employee with exactly these rights; their password is never asked for.
    pub fn employee(&self, name: &str, login: &str, rights: &[Right]) -> EmployeeId {
        let rights: RightSet = rights.iter().copied().collect();
        let now = self.now().at;
        let at = now.to_text();
        Writing::of_the_product(&self.book(), WorkstationId::new(0), now, |writing| {
            let id = employee::add(writing.tx, login, name, "", &rights, &at)?;
            let entry = Entry {
                at: now,
                actor: "system@0",
                action: "test.employee",
                subject: Subject::Other("employee", id.get()),
                payload: "{}",
            };
            writing.append(1, |tx, ledger| ledger.append(tx, &entry))?;
            Ok(id)
        })
        .expect("an employee")
    }

    /// Signs somebody in without the password, which takes its time on purpose.
    pub fn sign_in(&self, login: &str) {
        let found = self
            .book()
            .read(|tx| Ok(employee::by_login(tx, login)?))
            .expect("the employees")
            .expect("an employee of that login");
        self.desk.assume(Some(Session { employee: found.id, locked: false, touched: self.now().uptime }));
    }

    /// Ends the session.
    pub fn sign_out(&self) {
        self.desk.assume(None);
    }

    /// Calls a command as the window would.
    ///
    /// # Errors
    /// The refusal.
    pub fn try_call(&self, name: &str, input: Value) -> Result<Value, Refusal> {
        let now = self.now();
        // Somebody is at the desk: the idle lock has its own tests.
        if let Some(mut session) = self.desk.assumed() {
            session.touched = now.uptime;
            self.desk.assume(Some(session));
        }
        let reply = self.app.call(&self.desk, name, input, now)?;
        // The last copies of who was deleted go behind the call: what comes next finds the book as it is then.
        if matches!(name, "erase_contact" | "undo_import") {
            self.app.finish_sweep(&self.desk, now.at);
        }
        Ok(reply)
    }

    /// Calls a command that must succeed, as the window does: the answer is text.
    ///
    /// # Panics
    /// When it is refused.
    #[track_caller]
    #[must_use]
    pub fn call_for_text(&self, name: &str, input: Value) -> String {
        match self.app.call_for_text(&self.desk, name, input, self.now()) {
            Ok(reply) => reply,
            Err(refusal) => panic!("{name} was refused: {refusal:?}"),
        }
    }

    /// Calls a command that must succeed.
    #[track_caller]
    pub fn call(&self, name: &str, input: Value) -> Value {
        match self.try_call(name, input) {
            Ok(reply) => reply,
            Err(refusal) => panic!("{name} was refused: {refusal:?}"),
        }
    }

    /// Calls a command that must be refused.
    #[track_caller]
    pub fn refused(&self, name: &str, input: Value) -> Refusal {
        match self.try_call(name, input) {
            Ok(reply) => panic!("{name} was not refused: {reply}"),
            Err(refusal) => refusal,
        }
    }
}

impl Default for TestApp {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads RFC 3339 text.
#[must_use]
pub fn moment(text: &str) -> Moment {
    Moment::parse(text).expect("a moment in RFC 3339")
}
