//! What the first screen needs to know.

use super::pending;
use crate::dealership::{DEMO_HINT, DealershipSettings, RECOVERY_CONFIRMED};
use crate::employee::EmployeeTile;
use crate::setting::Appearance;
use crate::tag;
use forecourt_dispatch::opening::{Failure, Phase};
use forecourt_dispatch::settings::{IDLE_MINUTES, Settings};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Session, Tag};
use forecourt_domain::ids::EmployeeId;
use forecourt_store::{employee, workstation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which screen comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StartupPhase {
    /// There is no dealership yet.
    SetUp,
    /// Set up at this desk, and the recovery key was not typed back yet.
    ConfirmRecovery,
    /// The database is not open.
    Failure,
    /// Nobody is signed in.
    SignedOut,
    /// Somebody is, behind the lock.
    Locked,
    /// Somebody is, with a password that somebody else set, and chooses one of their own first.
    ChoosePassword,
    /// Somebody is at work.
    SignedIn,
}

/// The state of the product as a screen shows it before anybody signs in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StartupView {
    /// Which screen.
    pub phase: StartupPhase,
    /// Why the database is not open.
    pub failure: Option<Failure>,
    pub dealership_name: Option<String>,
    /// This computer's name; before set-up, the one proposed.
    pub workstation_name: String,
    /// Who may sign in.
    pub employees: Vec<EmployeeTile>,
    /// Minutes until the idle lock.
    pub idle_minutes: i64,
    /// Behind the lock, or before a password of one's own: whose session.
    pub locked_employee_id: Option<EmployeeId>,
    /// In the sample dealership: how to sign in.
    pub demo_hint: Option<String>,
    /// Light or dark, as chosen on this workstation.
    pub appearance: Appearance,
    /// The product's version.
    pub version: &'static str,
    /// Nothing could be written at the start, on a full disk or in a folder that can only be read:
    /// everything can be looked at.
    pub view_only: bool,
    /// Where the dealership was set up just now: which two groups of its recovery key are to be typed
    /// back, counted from 1.
    pub asked_groups: Option<[usize; 2]>,
}

/// Asks for [`StartupView`].
#[derive(Debug, Deserialize, TS)]
pub struct ShowStartup {}

impl Command for ShowStartup {
    const NAME: &'static str = "show_startup";
    const PERMIT: Permit = Permit::Anyone;
    const READS: &'static [Tag] = &[tag::SESSION];
    type Reply = StartupView;

    fn run(self, cx: &Cx<'_>) -> Result<StartupView, Refusal> {
        startup_view(cx)
    }
}

/// Makes the view from the application's state.
pub(crate) fn startup_view(cx: &Cx<'_>) -> Result<StartupView, Refusal> {
    let mut view = StartupView {
        phase: StartupPhase::SetUp,
        failure: None,
        dealership_name: None,
        workstation_name: cx.computer().name(),
        employees: Vec::new(),
        idle_minutes: 3,
        locked_employee_id: None,
        demo_hint: None,
        appearance: Appearance::default(),
        version: env!("CARGO_PKG_VERSION"),
        view_only: false,
        asked_groups: None,
    };
    let book = match cx.phase() {
        Phase::SetUp => return Ok(view),
        Phase::Failed(failure) => {
            view.phase = StartupPhase::Failure;
            view.failure = Some(failure);
            return Ok(view);
        }
        Phase::Open(book) => book,
    };
    view.view_only = book.is_view_only();
    let (settings, employees, stations) =
        book.read(|tx| Ok((Settings::load(tx)?, employee::all(tx)?, workstation::all(tx)?)))?;
    view.dealership_name = Some(settings.dealership().name);
    if let Some(station) =
        stations.into_iter().find(|station| cx.workstation_id().is_ok_and(|own| own == station.id))
    {
        view.appearance = Appearance::from_word(&station.appearance);
        view.workstation_name = station.name;
    }
    view.employees = employees.iter().filter(|e| e.active).map(EmployeeTile::from).collect();
    view.idle_minutes = settings.number(&IDLE_MINUTES);
    let hint = settings.text(&DEMO_HINT);
    view.demo_hint = (!hint.is_empty()).then_some(hint);
    let session = *cx.session();
    let idles = |session: Session| cx.has_screen() && session.is_idle(view.idle_minutes, cx.uptime);
    // A renewal that waits shows nothing here: the sheet before it opens the dealership, and whoever
    // signs in is told.
    if cx.is_founding() && !settings.flag(&RECOVERY_CONFIRMED) {
        view.asked_groups = pending::get(cx).map(|key| pending::asked_groups(&key));
    }
    view.phase = match session {
        _ if view.asked_groups.is_some() => StartupPhase::ConfirmRecovery,
        None => StartupPhase::SignedOut,
        Some(session) if session.locked || idles(session) => {
            view.locked_employee_id = Some(session.employee);
            StartupPhase::Locked
        }
        Some(session)
            if employees.iter().any(|one| one.id == session.employee && one.must_change_password) =>
        {
            view.locked_employee_id = Some(session.employee);
            StartupPhase::ChoosePassword
        }
        Some(_) => StartupPhase::SignedIn,
    };
    Ok(view)
}
