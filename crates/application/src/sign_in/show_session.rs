//! Who is signed in, where, with which rights, and what needs attention.

use crate::consent::settings::{ConsentSettings, FRANCHISE, REQUIRE_CONSENT};
use crate::dealership::{DealershipDetails, DealershipSettings, RECOVERY_CONFIRMED};
use crate::employee::{AccountChanges, EmployeeTile, account_changes};
use crate::setting::WorkstationView;
use crate::tag;
use forecourt_dispatch::bulk::PEOPLE_AT_ONCE;
use forecourt_dispatch::settings::{IDLE_MINUTES, Settings};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::employee::Employee;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that needs attention, above every screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Banner {
    /// `disk_full`, `recovery_unconfirmed`, `clock`.
    pub kind: &'static str,
    /// What to say.
    pub text: String,
    /// Where to go to mend it.
    pub action: Option<&'static str>,
}

/// Everything a screen needs to know about the session. Rights are enforced by the dispatcher;
/// the screen only mirrors them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionView {
    pub employee: EmployeeTile,
    /// With which rights.
    pub rights: Vec<Right>,
    pub workstation: WorkstationView,
    pub dealership: DealershipDetails,
    pub time_zone: String,
    /// Its civil date.
    pub today: String,
    /// Minutes until the idle lock.
    pub idle_minutes: i64,
    /// Was the recovery key typed back?
    pub recovery_confirmed: bool,
    /// What needs attention.
    pub banners: Vec<Banner>,
    /// What others changed of the employee's rights and password, until they say that they have read it.
    pub account_changes: AccountChanges,
    /// Of how many people one print or export may tell without the right, or a manager's release.
    pub people_at_once: i64,
    /// D-09.
    pub franchised: bool,
    pub brands: Vec<String>,
    /// D-01.
    pub require_consent: bool,
}

/// Asks for [`SessionView`].
#[derive(Deserialize, TS)]
pub struct ShowSession {}

impl Command for ShowSession {
    const NAME: &'static str = "show_session";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SESSION, tag::SETTINGS];
    type Reply = SessionView;

    fn run(self, cx: &Cx<'_>) -> Result<SessionView, Refusal> {
        session_view(cx, cx.employee()?)
    }
}

/// Makes the view for `employee`.
pub(super) fn session_view(cx: &Cx<'_>, employee: &Employee) -> Result<SessionView, Refusal> {
    let settings = cx.settings()?;
    Ok(SessionView {
        employee: EmployeeTile::from(employee),
        rights: employee.rights.iter().copied().collect(),
        workstation: cx.workstation()?.into(),
        dealership: settings.dealership(),
        time_zone: settings.zone.name().to_owned(),
        today: cx.now.civil_date(settings.zone).to_string(),
        idle_minutes: settings.number(&IDLE_MINUTES),
        recovery_confirmed: settings.flag(&RECOVERY_CONFIRMED),
        banners: banners(cx, &settings)?,
        account_changes: account_changes(cx, employee, &settings)?,
        people_at_once: settings.number(&PEOPLE_AT_ONCE),
        franchised: settings.flag(&FRANCHISE),
        brands: settings.brands(),
        require_consent: settings.flag(&REQUIRE_CONSENT),
    })
}

/// A clock this far behind the last line of the ledger is worth a warning, in seconds.
const CLOCK_SLACK: i64 = 120;

fn banners(cx: &Cx<'_>, settings: &Settings) -> Result<Vec<Banner>, Refusal> {
    let mut banners = Vec::new();
    if cx.book()?.is_full() {
        banners.push(Banner {
            kind: "disk_full",
            text: "The disk is full: records can be read, but nothing can be saved. Free some space on this computer, then save again.".into(),
            action: None,
        });
    }
    if !settings.flag(&RECOVERY_CONFIRMED) {
        banners.push(Banner {
            kind: "recovery_unconfirmed",
            text: "The recovery key was not typed back yet. Until then no contact can be added.".into(),
            action: Some("recovery"),
        });
    }
    let last = cx.read(|tx| Ok(ledger::latest(tx)?))?;
    if let Some(last) = Moment::parse(&last)
        && last.seconds_since(cx.now) > CLOCK_SLACK
    {
        banners.push(Banner {
            kind: "clock",
            text: format!(
                "This computer's clock says {}, but the last entry was made on {}. Check date and time.",
                cx.now.wall_text(settings.zone),
                last.wall_text(settings.zone)
            ),
            action: Some("clock"),
        });
    }
    Ok(banners)
}
