//! The one way in which what happened to a contact is noted (L-03).

use super::ledger_line::LedgerLine;
use super::view::{ContactView, shown};
use chrono::NaiveDate;
use forecourt_dispatch::{Code, Cx, Refusal};
use forecourt_domain::contact::circumstance::Circumstance;
use forecourt_domain::ids::ContactId;
use forecourt_store::contact::{self, Contact, Stamp};
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, portal_link};

/// What stands after, and the line that tells of it.
pub(super) type Noted = (Circumstance, LedgerLine);

/// Changes what is noted of a contact. `plan` gives what stands after, or nothing where that is what stands
/// already: then nothing is written, and a second click leaves no second line.
///
/// # Errors
/// [`Code::NotFound`], and what `plan` refuses.
pub(super) fn note(
    cx: &Cx<'_>,
    id: ContactId,
    plan: impl Fn(&Contact, &Circumstance) -> Result<Option<Noted>, Refusal>,
) -> Result<ContactView, Refusal> {
    let settings = cx.settings()?;
    let planned = |tx: &Tx<'_>| {
        let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
        let before = contact::circumstance(tx, id)?;
        Ok::<_, Refusal>(plan(&contact, &before)?.map(|(after, line)| (before, after, line)))
    };
    let unchanged = cx.read(|tx| Ok(planned(tx)?.is_none()))?;
    if unchanged {
        return cx.read(|tx| shown(tx, id, &settings));
    }
    cx.write(|writing| {
        let Some((before, after, line)) = planned(writing.tx)? else {
            return Err(Refusal::new(Code::Conflict, "Somebody recorded the same at this moment."));
        };
        let (at, by) = (writing.now.to_text(), writing.actor.to_string());
        contact::put_circumstance(writing.tx, id, &after, Stamp { at: &at, by: &by, day: "" })?;
        if before.died.is_none() && after.died.is_some() {
            // Nobody else may answer with a link that the dead hold.
            portal_link::end_all(writing.tx, id, &at)?;
        }
        writing.record(Subject::Contact(id), &line)?;
        shown(writing.tx, id, &settings)
    })
}

/// A day as a form sends it.
///
/// # Errors
/// It is no date.
pub(super) fn read_day(field: &str, typed: &str) -> Result<NaiveDate, Refusal> {
    typed.trim().parse().map_err(|_| Refusal::invalid(field, "Give the day as day, month and year."))
}
