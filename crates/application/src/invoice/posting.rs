//! What posting a draft does, all of it or nothing: its number, its sums, whom it is made out to, the stock, the job
//! card, and the line of the ledger.

use super::addressed::addressed;
use super::card::check_card;
use super::conflict;
use super::credit_sums::Creditable;
use super::draft::{refused, subject_of};
use super::ledger_line::{self, LedgerLine};
use super::settings::DUE_DAYS;
use super::stock;
use crate::job_card;
use chrono::Days;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::ids::InvoiceId;
use forecourt_domain::invoice::sums::{Priced, Sums, sums};
use forecourt_domain::invoice::{Addressee, InvoiceKind};
use forecourt_store::invoice::{self, Invoice, Line, Posting};
use forecourt_store::{Tx, part};

/// Posts a draft as it stands: its number, its sums, whom it is made out to, the stock, the job card, and the line
/// of the ledger, all of it or nothing.
pub(super) fn post(
    writing: &mut Writing<'_, '_>,
    draft: &Invoice,
    accept_short: bool,
    settings: &Settings,
) -> Result<(), Refusal> {
    let tx = writing.tx;
    let mut lines = invoice::lines(tx, draft.id)?;
    if lines.is_empty() {
        return Err(Refusal::invalid("lines", "There is nothing on it yet."));
    }
    let (at, by) = (writing.now.to_text(), writing.actor.to_string());
    let sums = match draft.credits {
        Some(invoice) => credit_sums(tx, draft, invoice, &lines)?,
        None => invoice_sums(&mut lines)?,
    };
    let Addressee { name, address } = addressed(tx, draft)?;
    let today = writing.now.civil_date(settings.zone);
    let days = if draft.kind == InvoiceKind::CreditNote { 0 } else { settings.number(&DUE_DAYS) };
    let due = today.checked_add_days(Days::new(u64::try_from(days).unwrap_or(0))).unwrap_or(today);
    let stamp = part::Stamp { at: &at, by: &by };
    if let Some(card) = draft.job_card.filter(|_| draft.kind == InvoiceKind::Service) {
        check_card(tx, card, Some(draft.id))?;
        job_card::mark_invoiced(writing, card)?;
    }
    if draft.kind == InvoiceKind::CreditNote {
        stock::put_back(tx, draft.id, &lines, stamp)?;
    } else {
        stock::take(tx, draft.id, &lines, accept_short, stamp)?;
    }
    let posting = Posting {
        name: &name,
        address: &address,
        posted_on: &today.to_string(),
        due_on: &due.to_string(),
        at: &at,
        by: &by,
        sums: &sums,
    };
    let number = invoice::post(tx, draft, &lines, &posting)?;
    let credits = match draft.credits {
        Some(invoice) => conflict::load(tx, invoice)?.number,
        None => String::new(),
    };
    let line =
        ledger_line::Posted { kind: draft.kind, number: number.to_string(), total: sums.total, credits };
    writing.record(subject_of(draft), &LedgerLine::Posted(line))?;
    Ok(())
}

/// What the lines come to at the rates of today, which they are posted with.
fn invoice_sums(lines: &mut [Line]) -> Result<Sums, Refusal> {
    for line in lines.iter_mut() {
        line.vat_percent = line.vat_rate.percent();
    }
    let priced: Vec<Priced> = lines.iter().map(Line::priced).collect();
    sums(&priced).map_err(refused)
}

/// What the lines of a credit note come to, with what was credited by now.
fn credit_sums(tx: &Tx<'_>, draft: &Invoice, of: InvoiceId, lines: &[Line]) -> Result<Sums, Refusal> {
    let now = lines.iter().filter_map(|line| line.credits.map(|credits| (credits, line.quantity)));
    Creditable::of(tx, of, Some(draft.id))?.sums(&now.collect())
}
