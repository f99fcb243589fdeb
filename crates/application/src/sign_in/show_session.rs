//! Who is signed in, where, with which rights, and what needs attention.

use crate::consent::settings::{ConsentSettings, FRANCHISE, REQUIRE_CONSENT};
use crate::dealership::{DealershipDetails, DealershipSettings, RECOVERY_CONFIRMED};
use crate::employee::{AccountChanges, EmployeeTile, account_changes};
use crate::setting::WorkstationView;
use crate::tag;
use forecourt_dispatch::bulk::PEOPLE_AT_ONCE;
use forecourt_dispatch::settings::{IDLE_MINUTES, Settings};
use forecourt_dispatch::{Book, Command, Cx, Permit, Refusal, RolledBack, Tag};
use forecourt_domain::rights::Right;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::employee::Employee;
use forecourt_store::ledger;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that needs attention, above every screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Banner {
    /// `damaged`, `read_only`, `disk_full`, `ledger_rolled_back`, `ledger_broken`, `recovery_unconfirmed`,
    /// `recovery_waiting`, `clock`.
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
    /// Was a new recovery key made that waits to be typed back?
    pub recovery_waiting: bool,
    /// What needs attention.
    pub banners: Vec<Banner>,
    /// Why nothing can be saved for now, for the controls that would: a folder that can only be read, a
    /// damaged file. Not on a full disk, where there may be room for little, and for more any moment.
    pub view_only: Option<&'static str>,
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
        recovery_waiting: cx.book()?.has_waiting_key(),
        banners: banners(cx, &settings, employee)?,
        view_only: view_only(cx.book()?),
        account_changes: account_changes(cx, employee, &settings)?,
        people_at_once: settings.number(&PEOPLE_AT_ONCE),
        franchised: settings.flag(&FRANCHISE),
        brands: settings.brands(),
        require_consent: settings.flag(&REQUIRE_CONSENT),
    })
}

fn view_only(book: &Book) -> Option<&'static str> {
    if book.damage().is_some() {
        Some("The database file is damaged: nothing can be saved.")
    } else {
        book.is_read_only().then_some("This folder can only be read: nothing can be saved.")
    }
}

/// A clock this far behind the last line of the ledger is worth a warning, in seconds.
const CLOCK_SLACK: i64 = 120;

fn banners(cx: &Cx<'_>, settings: &Settings, employee: &Employee) -> Result<Vec<Banner>, Refusal> {
    let mut banners = Vec::new();
    let book = cx.book()?;
    if book.damage().is_some() {
        banners.push(Banner {
            kind: "damaged",
            text: "The database file is damaged. What can be read may be looked at; nothing is saved any more, and the file is kept as it is. Write down what was not saved, then ask for help before you go on.".into(),
            action: None,
        });
    } else if book.is_read_only() {
        banners.push(Banner {
            kind: "read_only",
            text: "This folder can only be read: records can be looked at, but nothing can be saved. Have somebody allow this user of the computer to write there.".into(),
            action: None,
        });
    }
    if book.is_full() {
        banners.push(Banner {
            kind: "disk_full",
            text: "The disk is full: records can be read, but nothing can be saved. Free some space on this computer, then save again.".into(),
            action: None,
        });
    }
    if let Some(found) = cx.book()?.rolled_back() {
        banners.push(Banner {
            kind: "ledger_rolled_back",
            text: rolled_back(&found),
            action: Some("ledger"),
        });
    }
    if let Some((line, what)) = cx.book()?.bad_line() {
        banners.push(Banner {
            kind: "ledger_broken",
            text: format!(
                "The ledger does not verify from line {line}: {what}. Somebody may have changed the records outside Forecourt. Tell a manager."
            ),
            action: Some("ledger"),
        });
    }
    if !settings.flag(&RECOVERY_CONFIRMED) {
        banners.push(Banner {
            kind: "recovery_unconfirmed",
            text: "The recovery key was not typed back yet. Until then no contact can be added.".into(),
            action: Some("recovery"),
        });
    } else if cx.book()?.has_waiting_key() && employee.rights.contains(&Right::ChangeGdprOption) {
        banners.push(Banner {
            kind: "recovery_waiting",
            text: "A new recovery key was made and not typed back yet. Until it is, the old sheet goes on opening this dealership.".into(),
            action: Some("recovery"),
        });
    }
    if let Some(built) = cx.built.filter(|built| *built > cx.now) {
        banners.push(Banner {
            kind: "clock",
            text: format!(
                "This computer's clock says {}, but this version of Forecourt was made on {}. Set date and time.",
                cx.now.wall_text(settings.zone),
                uk_date(built.civil_date(settings.zone))
            ),
            action: None,
        });
        return Ok(banners);
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

/// Both heads, and what to do.
fn rolled_back(RolledBack { remembered, present }: &RolledBack) -> String {
    let short = |hash: &str| hash.chars().take(8).collect::<String>();
    let what = if present.seq < remembered.seq {
        "Somebody may have put an older copy back, or the last entries were lost."
    } else {
        "Somebody may have worked on another copy."
    };
    format!(
        "These are not the records that this computer remembers. It remembers line {} ({}); what was opened ends with line {} ({}). {what} Enter nothing more: bring the right copy back or get help.",
        remembered.seq,
        short(&remembered.hash),
        present.seq,
        short(&present.hash),
    )
}
