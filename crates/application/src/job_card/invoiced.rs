//! What posting an invoice does to its job card.

use super::ledger_line::LedgerLine;
use super::view::Held;
use forecourt_dispatch::{Code, Refusal, Writing};
use forecourt_domain::ids::JobCardId;
use forecourt_domain::job_card::JobStatus;
use forecourt_store::job_card;
use forecourt_store::ledger::Subject;

/// Makes a job card invoiced, in the transaction that posts its invoice: called before the invoice says
/// *posted*.
///
/// # Errors
/// [`Code::Invalid`] for a card that is not ready, has no line or was invoiced before.
pub fn mark_invoiced(writing: &mut Writing<'_, '_>, id: JobCardId) -> Result<(), Refusal> {
    let held = Held::load(writing.tx, id)?;
    let (card, from) = (&held.card, held.card.status);
    from.check_posting(held.standing()).map_err(|_| {
        let words = match from {
            JobStatus::Ready => "There is nothing on this job card to be charged.".to_owned(),
            from => format!(
                "The job card {} is {}. Say that it is ready first.",
                card.number,
                from.label().to_lowercase()
            ),
        };
        Refusal::new(Code::Invalid, words)
    })?;
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    job_card::set_status(writing.tx, id, JobStatus::Invoiced, &at, &by)?;
    let line = LedgerLine::Moved { number: card.number.clone(), from, to: JobStatus::Invoiced };
    writing.record(Subject::Contact(card.contact), &line)?;
    Ok(())
}
