//! The list of employees and of their sign-ins.

use crate::context::read_actor;
use crate::settings::Settings;
use crate::{Command, Cx, Permit, Refusal, Tag, words};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::Right;
use forecourt_store::employee::Employee;
use forecourt_store::{employee, ledger, workstation};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A moment for the screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct When {
    /// UTC text.
    pub at: String,
    /// `21/11/2026 10:42` at the dealership.
    pub local: String,
}

/// An employee on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EmployeeView {
    /// Their id.
    pub id: EmployeeId,
    /// What they type.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// Their tile's colour.
    pub colour: &'static str,
    /// May they sign in?
    pub active: bool,
    /// Their rights.
    pub rights: Vec<Right>,
    /// The version an editor must have seen.
    pub version: i64,
    /// Their last sign-in.
    pub last_sign_in: Option<When>,
    /// Is it the caller?
    pub is_self: bool,
}

pub(super) fn view_of(employee: &Employee, cx: &Cx<'_>, settings: &Settings) -> EmployeeView {
    EmployeeView {
        id: employee.id,
        login: employee.login.clone(),
        name: employee.name.clone(),
        initials: words::initials(&employee.name),
        colour: words::colour(employee.id.get()),
        active: employee.active,
        rights: employee.rights.iter().copied().collect(),
        version: employee.version,
        last_sign_in: (!employee.last_sign_in.is_empty()).then(|| When {
            at: employee.last_sign_in.clone(),
            local: settings.wall(&employee.last_sign_in),
        }),
        is_self: cx.employee.as_ref().is_some_and(|me| me.id == employee.id),
    }
}

/// Everybody; without "Can View / Edit Employee Records" only oneself (D-33).
#[derive(Deserialize, TS)]
pub struct ListEmployees {}

impl Command for ListEmployees {
    const NAME: &'static str = "list_employees";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[Tag::Employees];
    type Reply = Vec<EmployeeView>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<EmployeeView>, Refusal> {
        let settings = cx.settings()?;
        let me = cx.employee()?.id;
        let all = cx.holds(Right::EmployeeRecords) && cx.holds(Right::AccessSettings);
        let everyone = cx.read(|tx| Ok(employee::all(tx)?))?;
        Ok(everyone.iter().filter(|e| all || e.id == me).map(|e| view_of(e, cx, &settings)).collect())
    }
}

/// The sign-ins, newest first.
#[derive(Deserialize, TS)]
pub struct ListSignIns {
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

/// One sign-in, lock or wrong password.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignInEntry {
    /// At the dealership.
    pub local: String,
    /// Whose.
    pub who: String,
    /// What, in words.
    pub what: &'static str,
    /// On which computer.
    pub workstation: String,
}

/// A page of sign-ins.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignInPage {
    /// Newest first.
    pub entries: Vec<SignInEntry>,
    /// Where the next page begins.
    pub next: Option<String>,
}

impl Command for ListSignIns {
    const NAME: &'static str = "list_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[Tag::Employees, Tag::Session];
    type Reply = SignInPage;

    fn run(self, cx: &Cx<'_>) -> Result<SignInPage, Refusal> {
        let before = self.before.and_then(|seq| seq.parse().ok()).unwrap_or(i64::MAX);
        let limit = self.limit.clamp(1, 500);
        let settings = cx.settings()?;
        let (lines, people, stations) = cx.read(|tx| {
            let mut lines = Vec::new();
            for (action, _) in ACTIONS {
                lines.extend(ledger::of_action_about(tx, action, before, limit)?);
            }
            Ok((lines, employee::all(tx)?, workstation::all(tx)?))
        })?;
        let mut lines = lines;
        lines.sort_by_key(|line| std::cmp::Reverse(line.kept.seq));
        lines.truncate(usize::try_from(limit).unwrap_or(500));
        let next =
            (lines.len() as i64 == limit).then(|| lines.last().map(|l| l.kept.seq.to_string())).flatten();
        let entries = lines
            .iter()
            .map(|line| {
                let (actor, station) = read_actor(&line.kept.actor);
                let id = match actor {
                    Actor::Employee(id) if line.subject_id == 0 => id.get(),
                    _ => line.subject_id,
                };
                SignInEntry {
                    local: settings.wall(&line.kept.at),
                    who: people.iter().find(|p| p.id.get() == id).map(|p| p.name.clone()).unwrap_or_default(),
                    what: words_for(&line.kept.action),
                    workstation: stations
                        .iter()
                        .find(|s| s.id.get() == station)
                        .map(|s| s.name.clone())
                        .unwrap_or_default(),
                }
            })
            .collect();
        Ok(SignInPage { entries, next })
    }
}

const ACTIONS: [(&str, &str); 5] = [
    ("sign_in.done", "Signed in"),
    ("sign_in.unlocked", "Unlocked"),
    ("sign_in.ended", "Signed out"),
    ("sign_in.wrong_password", "Wrong password"),
    ("denied", "Refused: no access right"),
];

fn words_for(action: &str) -> &'static str {
    ACTIONS.iter().find(|(known, _)| *known == action).map_or("", |(_, words)| words)
}
