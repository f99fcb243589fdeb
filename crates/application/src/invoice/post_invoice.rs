//! Posting: a draft gets its number, and never changes again (T-04).

use super::conflict::{self, current_draft, who_and_when};
use super::credit_sums::Creditable;
use super::draft::{refused, subject_of};
use super::ledger_line::{self, LedgerLine};
use super::settings::DUE_DAYS;
use super::stock;
use super::view::{InvoiceView, shown};
use crate::{job_card, tag};
use chrono::Days;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::ids::{InvoiceId, JobCardId};
use forecourt_domain::invoice::sums::{Priced, Sums, sums};
use forecourt_domain::invoice::{Addressee, CASH_SALE, InvoiceKind, addressee};
use forecourt_store::invoice::{self, Card, Invoice, Line, Posting};
use forecourt_store::{Tx, contact, part};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Posts a draft, of an invoice or of a credit note.
#[derive(Deserialize, TS)]
pub struct PostInvoice {
    pub id: InvoiceId,
    /// The version that was seen.
    pub version: i64,
    /// May there be less than nothing on the shelf afterwards (T-09)?
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub accept_short: bool,
}

/// What was posted.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PostedInvoice {
    #[serde(flatten)]
    pub invoice: InvoiceView,
    /// Where it was posted already when this was asked: by whom and when. It was posted once.
    pub already: Option<String>,
}

impl Command for PostInvoice {
    const NAME: &'static str = "post_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::PARTS, tag::CONTACT, tag::HISTORY];
    type Reply = PostedInvoice;

    fn run(self, cx: &Cx<'_>) -> Result<PostedInvoice, Refusal> {
        let settings = cx.settings()?;
        if let Some(posted) = self.already(cx, &settings)? {
            return Ok(posted);
        }
        let posted = cx.write(|writing| {
            let draft = current_draft(writing.tx, self.id, self.version, &settings)?;
            post(writing, &draft, self.accept_short, &settings)?;
            let invoice = shown(cx, writing.tx, self.id)?;
            Ok(PostedInvoice { invoice, already: None })
        });
        match posted {
            // Another desk was quicker by the blink of an eye.
            Err(refusal) if refusal.code == Code::Conflict => self.already(cx, &settings)?.ok_or(refusal),
            posted => posted,
        }
    }
}

impl PostInvoice {
    /// What was seen, where just that is posted already.
    fn already(&self, cx: &Cx<'_>, settings: &Settings) -> Result<Option<PostedInvoice>, Refusal> {
        cx.read(|tx| {
            let invoice = conflict::load(tx, self.id)?;
            if invoice.is_draft() || invoice.version != self.version + 1 {
                return Ok(None);
            }
            let (who, at) = who_and_when(tx, &invoice, settings)?;
            let already = format!("{who} posted it as {} on {at}. It was posted once.", invoice.number);
            Ok(Some(PostedInvoice { invoice: shown(cx, tx, self.id)?, already: Some(already) }))
        })
    }
}

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

/// Whom it is made out to: the contact as it stands today, or who walked in.
pub(super) fn addressed(tx: &Tx<'_>, draft: &Invoice) -> Result<Addressee, Refusal> {
    match draft.contact {
        Some(id) => {
            let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            Ok(addressee(&contact.details, invoice::died(tx, id)?))
        }
        None => {
            let name = if draft.name.is_empty() { CASH_SALE.to_owned() } else { draft.name.clone() };
            Ok(Addressee { name, address: String::new() })
        }
    }
}

/// A job card whose work may be invoiced: it goes on, and nothing that was invoiced of it stands.
pub(super) fn check_card(tx: &Tx<'_>, card: JobCardId, draft: Option<InvoiceId>) -> Result<Card, Refusal> {
    let card = invoice::card(tx, card)?.ok_or_else(|| Refusal::not_found("job card"))?;
    job_card::check_ready(tx, card.id)?;
    for (invoice, number) in invoice::invoiced(tx, card.id)? {
        if Some(invoice) != draft && !Creditable::of(tx, invoice, None)?.is_used_up() {
            let words = format!(
                "{} was invoiced already: {number}. Credit all of that first, or invoice something else.",
                card.number
            );
            return Err(Refusal::invalid("job_card_id", words).with("number", number));
        }
    }
    Ok(card)
}
