//! What the first screen needs to know.

use super::open::Failure;
use crate::app::Phase;
use crate::setting::Appearance;
use crate::settings::{self, Settings};
use crate::{Command, Cx, Permit, Refusal, Tag, words};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::employee::Employee;
use forecourt_store::{employee, workstation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which screen comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartupPhase {
    /// There is no dealership yet.
    SetUp,
    /// Set up, but the recovery key was not typed back.
    ConfirmRecovery,
    /// The database is not open.
    Failure,
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is, behind the lock.
    Locked,
    /// Somebody is at work.
    SignedIn,
}

/// An employee's tile on the sign-in screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmployeeTile {
    /// Their id.
    pub id: EmployeeId,
    /// What they type.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// The tile's colour.
    pub colour: &'static str,
}

impl From<&Employee> for EmployeeTile {
    fn from(employee: &Employee) -> Self {
        Self {
            id: employee.id,
            login: employee.login.clone(),
            name: employee.name.clone(),
            initials: words::initials(&employee.name),
            colour: words::colour(employee.id.get()),
        }
    }
}

/// The state of the product as a screen shows it before anybody signs in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StartupView {
    /// Which screen.
    pub phase: StartupPhase,
    /// Why the database is not open.
    pub failure: Option<Failure>,
    /// The dealership's name.
    pub dealership_name: Option<String>,
    /// This computer's name; before set-up, the one proposed.
    pub workstation_name: String,
    /// Who may sign in.
    pub employees: Vec<EmployeeTile>,
    /// Minutes until the idle lock.
    pub idle_minutes: i64,
    /// Behind the lock: whose session.
    pub locked_employee_id: Option<EmployeeId>,
    /// In the sample dealership: how to sign in.
    pub demo_hint: Option<String>,
    /// Light or dark, as chosen on this workstation.
    pub appearance: Appearance,
    /// The product's version.
    pub version: &'static str,
    /// The disk was full at the start: everything can be read, nothing written.
    pub view_only: bool,
}

/// Asks for [`StartupView`].
#[derive(Debug, Deserialize, TS)]
pub struct Startup {}

impl Command for Startup {
    const NAME: &'static str = "startup";
    const PERMIT: Permit = Permit::Anyone;
    const READS: &'static [Tag] = &[Tag::Session];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        startup_view(cx)
    }
}

/// The setting that marks the sample dealership.
pub const DEMO_HINT: &str = "demo.hint";

/// Makes the view from the application's state.
pub(crate) fn startup_view(cx: &Cx<'_>) -> Result<StartupView, Refusal> {
    let mut view = StartupView {
        phase: StartupPhase::SetUp,
        failure: None,
        dealership_name: None,
        workstation_name: cx.app.ports.host_name.clone(),
        employees: Vec::new(),
        idle_minutes: 3,
        locked_employee_id: None,
        demo_hint: None,
        appearance: Appearance::default(),
        version: env!("CARGO_PKG_VERSION"),
        view_only: false,
    };
    let office = match cx.app.phase(cx.now) {
        Phase::SetUp => return Ok(view),
        Phase::Failed(failure) => {
            view.phase = StartupPhase::Failure;
            view.failure = Some(failure);
            return Ok(view);
        }
        Phase::Open(office) => office,
    };
    view.view_only = office.database.is_view_only();
    let (settings, employees, stations) = office.database.read(|tx| -> Result<_, Refusal> {
        Ok((Settings::load(tx)?, employee::all(tx)?, workstation::all(tx)?))
    })?;
    view.dealership_name = Some(settings.dealership().name);
    if let Some(station) = stations.into_iter().find(|station| station.id == office.workstation) {
        view.appearance = Appearance::from_word(&station.appearance);
        view.workstation_name = station.name;
    }
    view.employees = employees.iter().filter(|e| e.active).map(EmployeeTile::from).collect();
    view.idle_minutes = settings.number(settings::IDLE_MINUTES);
    let hint = settings.text(DEMO_HINT);
    view.demo_hint = (!hint.is_empty()).then(|| hint.to_owned());
    let session = *cx.app.session();
    view.phase = match session {
        _ if !settings.flag(settings::RECOVERY_CONFIRMED) && pending(&office) => {
            StartupPhase::ConfirmRecovery
        }
        None => StartupPhase::SignedOut,
        Some(session) if session.locked || session.is_idle(view.idle_minutes, cx.now) => {
            view.locked_employee_id = Some(session.employee);
            StartupPhase::Locked
        }
        Some(_) => StartupPhase::SignedIn,
    };
    Ok(view)
}

/// Was a recovery key shown in this run and not typed back yet?
fn pending(office: &crate::office::Office) -> bool {
    office.pending_recovery.lock().is_ok_and(|pending| pending.is_some())
}
