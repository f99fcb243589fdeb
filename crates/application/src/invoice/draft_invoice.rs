//! Drafting an invoice: of a job card, or of what is sold at the parts counter.

use super::card::check_card;
use super::draft::{InvoiceLineDraft, checked, checked_name, subject, sums_of};
use super::ledger_line::{self, LedgerLine};
use super::view::{InvoiceView, shown};
use crate::contact::check_recoverable;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::ids::{ContactId, InvoiceId, JobCardId};
use forecourt_domain::invoice::{Department, InvoiceKind};
use forecourt_store::contact;
use forecourt_store::invoice::{self, Draft};
use forecourt_store::part::Stamp;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Drafts an invoice. A job card has one draft: who asks again gets the same.
#[derive(Deserialize, TS)]
pub struct DraftInvoice {
    /// Its lines, vehicle and mileage are taken from this job card.
    #[serde(default)]
    #[ts(optional)]
    pub job_card_id: Option<JobCardId>,
    /// `parts` for the counter.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<InvoiceKind>,
    /// Who buys.
    #[serde(default)]
    #[ts(optional)]
    pub contact_id: Option<ContactId>,
    /// Or the name of somebody who walked in; may be empty.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub name: String,
    #[serde(default)]
    #[ts(as = "Option<Vec<InvoiceLineDraft>>", optional)]
    pub lines: Vec<InvoiceLineDraft>,
    /// A name the form gave itself when it was opened: sent again, it gets the draft that it made the first
    /// time. Empty where whoever calls has no form.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

/// What the forms of this desk made, each by its name; forgotten with the session.
#[derive(Default)]
struct Made(Mutex<HashMap<String, InvoiceId>>);

impl Command for DraftInvoice {
    const NAME: &'static str = "draft_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::HISTORY];
    type Reply = InvoiceView;

    fn run(self, cx: &Cx<'_>) -> Result<InvoiceView, Refusal> {
        match (self.job_card_id, self.kind) {
            (Some(card), None | Some(InvoiceKind::Service)) => of_card(cx, card),
            (None, Some(InvoiceKind::Parts)) => self.of_the_counter(cx),
            _ => {
                Err(Refusal::invalid("kind", "An invoice is drafted of a job card, or at the parts counter."))
            }
        }
    }
}

fn of_card(cx: &Cx<'_>, card: JobCardId) -> Result<InvoiceView, Refusal> {
    if let Some(id) = cx.read(|tx| Ok(invoice::of_card(tx, card)?))? {
        return cx.read(|tx| shown(cx, tx, id));
    }
    cx.write(|writing| {
        let tx = writing.tx;
        // Somebody may have drafted it meanwhile.
        if let Some(id) = invoice::of_card(tx, card)? {
            return shown(cx, tx, id);
        }
        let card = check_card(tx, card, None)?;
        if card.lines.is_empty() {
            let words =
                "There is no line on the job card yet. Put down what was done, at no charge if need be.";
            return Err(Refusal::invalid("job_card_id", words));
        }
        let sums = sums_of(&card.lines)?;
        let draft = Draft {
            kind: InvoiceKind::Service,
            department: Department::Service,
            contact: Some(card.contact),
            vehicle: card.vehicle,
            job_card: Some(card.id),
            credits: None,
            name: "",
            registration: &card.registration,
            vehicle_name: &card.vehicle_name,
            mileage: card.mileage,
            reason: "",
        };
        let stamp = (writing.now.to_text(), writing.actor.to_string());
        let id = invoice::add(tx, &draft, &card.lines, &sums, Stamp { at: &stamp.0, by: &stamp.1 })?;
        told(writing, InvoiceKind::Service, draft.contact, id)?;
        shown(cx, tx, id)
    })
}

fn told(
    writing: &mut Writing<'_, '_>,
    kind: InvoiceKind,
    contact: Option<ContactId>,
    id: InvoiceId,
) -> Result<(), Refusal> {
    writing.record(subject(contact, id), &LedgerLine::Drafted(ledger_line::Draft { kind }))?;
    Ok(())
}

impl DraftInvoice {
    fn of_the_counter(self, cx: &Cx<'_>) -> Result<InvoiceView, Refusal> {
        check_recoverable(&cx.settings()?)?;
        let made = cx.memory::<Made>();
        // Held until it is made: the second of two clicks waits for the first.
        let mut made = made.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = made.get(&self.request).filter(|_| !self.request.is_empty()).copied();
        if let Some(id) = before {
            return cx.read(|tx| shown(cx, tx, id));
        }
        let name = if self.contact_id.is_some() { String::new() } else { checked_name(self.name)? };
        let (contact, lines) = (self.contact_id, self.lines);
        let view = cx.write(|writing| {
            let tx = writing.tx;
            if let Some(contact) = contact
                && !contact::exists(tx, contact)?
            {
                return Err(Refusal::not_found("contact"));
            }
            let (lines, sums) = checked(tx, lines)?;
            let draft = Draft {
                kind: InvoiceKind::Parts,
                department: Department::Parts,
                contact,
                vehicle: None,
                job_card: None,
                credits: None,
                name: &name,
                registration: "",
                vehicle_name: "",
                mileage: 0,
                reason: "",
            };
            let stamp = (writing.now.to_text(), writing.actor.to_string());
            let id = invoice::add(tx, &draft, &lines, &sums, Stamp { at: &stamp.0, by: &stamp.1 })?;
            told(writing, InvoiceKind::Parts, contact, id)?;
            shown(cx, tx, id)
        })?;
        if !self.request.is_empty() {
            made.insert(self.request, view.id);
        }
        Ok(view)
    }
}
