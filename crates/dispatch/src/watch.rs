//! Rights that go stop what runs (S3). Rights are read when a call begins; what takes longer than a
//! moment reads them again while it works, so that whoever is deactivated, or loses the right behind an
//! export, is not handed the file a minute later.
//!
//! Every job and every document asks here on its way, whoever began it and whether or not it has a
//! name. It reads the database and no notice in memory: the change may be made at another desk, or by
//! another program over the same file.
//!
//! Neither a screen that locks itself nor signing out takes a right away: what was begun before the
//! employee went for a coffee goes on. Nor does an import that writes already see a change: both
//! write, and one of the two comes first.

use crate::book::Book;
use crate::permit::lacks;
use crate::{Code, Permit, Refusal};
use forecourt_domain::ids::EmployeeId;
use forecourt_domain::rights::{Right, RightSet};
use forecourt_store::employee::{self, Employee};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How old the last look may be; the work ends within a second.
const EVERY: Duration = Duration::from_millis(500);

/// Looks again whether the caller may do what a call is doing. The default watches nobody: what the
/// product does by itself.
#[derive(Default)]
pub struct Watch {
    watched: Option<Watched>,
    seen: Mutex<Seen>,
}

/// Who is watched, and by what they were admitted.
struct Watched {
    book: Arc<Book>,
    employee: EmployeeId,
    permit: Permit,
    held: RightSet,
}

#[derive(Default)]
struct Seen {
    /// By the program's own stop-watch, which no clock moves.
    last: Option<Instant>,
    gone: Option<Gone>,
    /// The database could not say.
    trouble: Option<Refusal>,
}

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gone {
    Employee,
    Right(Right),
}

impl Watch {
    /// Over a caller who was just admitted.
    pub(crate) fn over(book: Arc<Book>, caller: &Employee, permit: Permit) -> Self {
        let watched = Watched { book, employee: caller.id, permit, held: caller.rights.clone() };
        Self {
            watched: Some(watched),
            seen: Mutex::new(Seen { last: Some(Instant::now()), ..Seen::default() }),
        }
    }

    /// May the work go on? Costs nothing but when the last look is half a second old.
    ///
    /// # Errors
    /// [`Code::SignedOut`] for an employee who was deactivated, [`Code::Denied`] for a right that was
    /// taken away; what the database says.
    pub fn check(&self) -> Result<(), Refusal> {
        let Some(watched) = &self.watched else { return Ok(()) };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.gone.is_none() && seen.last.is_none_or(|last| last.elapsed() >= EVERY) {
            seen.gone = watched.look().inspect_err(|refusal| seen.trouble = Some(refusal.clone()))?;
            seen.last = Some(Instant::now());
        }
        seen.gone.map_or(Ok(()), |gone| Err(gone.refusal()))
    }

    /// Why the work was stopped, if it was: kept with the report that was not made.
    pub(crate) fn stopped(&self) -> Option<(Refusal, &'static str)> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.gone {
            Some(gone) => Some((gone.refusal(), gone.why())),
            None => Some((seen.trouble.clone()?, "")),
        }
    }
}

impl Watched {
    fn look(&self) -> Result<Option<Gone>, Refusal> {
        // Then this connection is the only one, and busy with the work itself; nobody can write.
        if self.book.is_view_only() {
            return Ok(None);
        }
        let found = self.book.read(|tx| Ok(employee::by_id(tx, self.employee)?))?;
        let Some(employee) = found.filter(|employee| employee.active) else {
            return Ok(Some(Gone::Employee));
        };
        Ok(gone(self.permit, &self.held, &employee.rights).map(Gone::Right))
    }
}

/// The right behind a call that was `held` when it began and is not any more.
fn gone(permit: Permit, held: &RightSet, now: &RightSet) -> Option<Right> {
    let went = |right: &Right| held.contains(right) && !now.contains(right);
    match permit {
        Permit::ByInput { always, sometimes } => always.iter().chain(sometimes).copied().find(went),
        // While it founds the dealership a desk needs no right.
        Permit::Founder(right) => went(&right).then_some(right),
        permit => permit.lacking(now),
    }
}

impl Gone {
    fn refusal(self) -> Refusal {
        match self {
            Self::Employee => Refusal::new(
                Code::SignedOut,
                "You were signed out by the dealership while this ran. It was stopped, and nothing is left of it.",
            ),
            Self::Right(right) => Refusal {
                message: format!(
                    "The access right “{}” was taken away while this ran. It was stopped, and nothing is left of it.",
                    right.label()
                ),
                ..lacks(right)
            },
        }
    }

    /// In Report Audit.
    const fn why(self) -> &'static str {
        match self {
            Self::Employee => "Employee deactivated",
            Self::Right(_) => "Access right taken away",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_right_behind_the_call_stops_it() {
        let set = |rights: &[Right]| rights.iter().copied().collect::<RightSet>();
        let all = [Right::ExportReports, Right::AccessSettings];
        let left = |permit, now: &[Right]| gone(permit, &set(&all), &set(now));
        let export = Permit::Right(Right::ExportReports);
        assert_eq!(left(export, &[Right::ExportReports]), None, "another one went");
        assert_eq!(left(export, &[Right::AccessSettings]), Some(Right::ExportReports));
        assert_eq!(left(Permit::SignedIn, &[]), None, "it needed none");
        assert_eq!(left(Permit::AnyOf(&[Right::ExportReports, Right::AccessSettings]), &all[1..]), None);
        let input = Permit::ByInput { always: &[], sometimes: &[Right::ExportReports] };
        assert_eq!(left(input, &all[1..]), Some(Right::ExportReports));
        assert_eq!(gone(input, &set(&[]), &set(&[])), None, "it was never held, so the input needed none");
    }
}
