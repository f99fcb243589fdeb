//! What posting an invoice does to its job card.

use super::ledger_line::LedgerLine;
use super::view::Held;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::ids::JobCardId;
use forecourt_domain::job_card::JobStatus;
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, job_card};

/// Is the card as far that it can be invoiced: ready, or invoiced before, which its invoice weighs?
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] for the field `job_card_id`, in words that say what to do first.
pub fn check_ready(tx: &Tx<'_>, id: JobCardId) -> Result<(), Refusal> {
    ready(&Held::load(tx, id)?)
}

fn ready(held: &Held) -> Result<(), Refusal> {
    let (number, status) = (&held.card.number, held.card.status);
    if status.may_be_invoiced() {
        return Ok(());
    }
    let words = match status {
        JobStatus::Cancelled => format!("{number} was cancelled."),
        _ => format!("{number} is not ready yet. Say that it is ready first."),
    };
    Err(Refusal::invalid("job_card_id", words))
}

/// Makes a job card invoiced, in the transaction that posts its invoice. One that was invoiced before stays as
/// it stands.
///
/// # Errors
/// As [`check_ready`].
pub fn mark_invoiced(writing: &mut Writing<'_, '_>, id: JobCardId) -> Result<(), Refusal> {
    let held = Held::load(writing.tx, id)?;
    ready(&held)?;
    let (card, from) = (&held.card, held.card.status);
    if from != JobStatus::Ready {
        return Ok(());
    }
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    job_card::set_status(writing.tx, id, JobStatus::Invoiced, &at, &by)?;
    let line = LedgerLine::Moved { number: card.number.clone(), from, to: JobStatus::Invoiced };
    writing.record(Subject::Contact(card.contact), &line)?;
    Ok(())
}
