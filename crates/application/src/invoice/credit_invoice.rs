//! Crediting an invoice: what was posted never changes, so what is put right gets a document of its own.

use super::conflict::{self, who_and_when};
use super::credit_sums::Creditable;
use super::draft::subject_of;
use super::ledger_line::{self, LedgerLine};
use super::posting::post;
use super::view::{InvoiceView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::text;
use forecourt_domain::ids::{InvoiceId, InvoiceLineId, PartId};
use forecourt_domain::invoice::InvoiceKind;
use forecourt_domain::quantity::Quantity;
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Draft, DraftLine, Invoice, Line};
use forecourt_store::part::Stamp;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The longest reason, in characters.
const REASON_MAX: usize = 500;

/// Credits an invoice, whole or in part, and posts the credit note at once unless it is to stay a draft.
#[derive(Deserialize, TS)]
pub struct CreditInvoice {
    pub id: InvoiceId,
    /// How many credit notes of it were shown, drafts too: somebody may have made one meanwhile.
    pub seen: usize,
    /// Why.
    pub reason: String,
    pub lines: Vec<CreditLine>,
    /// Is it to stay a draft for now?
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub draft: bool,
}

/// How much of a line is credited.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CreditLine {
    pub line_id: InvoiceLineId,
    pub quantity: Quantity,
    /// Does the part go back to the shelf? Of a line without one it says nothing.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub back_to_stock: bool,
}

impl Command for CreditInvoice {
    const NAME: &'static str = "credit_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::INVOICES, tag::JOB_CARDS, tag::PARTS, tag::CONTACT, tag::HISTORY];
    type Reply = InvoiceView;

    fn run(self, cx: &Cx<'_>) -> Result<InvoiceView, Refusal> {
        let settings = cx.settings()?;
        let reason = checked_reason(&self.reason)?;
        cx.write(|writing| {
            let tx = writing.tx;
            let of = self.current(tx, &settings)?;
            let creditable = Creditable::of(tx, of.id, None)?;
            let (lines, now) = self.chosen(&creditable)?;
            let sums = creditable.sums(&now)?;
            let draft = Draft {
                kind: InvoiceKind::CreditNote,
                department: of.department,
                contact: of.contact,
                vehicle: of.vehicle,
                job_card: of.job_card,
                credits: Some(of.id),
                // Who walked in is credited as they were invoiced.
                name: if of.contact.is_some() { "" } else { &of.name },
                registration: &of.registration,
                vehicle_name: &of.vehicle_name,
                mileage: of.mileage,
                reason: &reason,
            };
            let stamp = (writing.now.to_text(), writing.actor.to_string());
            let id = invoice::add(tx, &draft, &lines, &sums, Stamp { at: &stamp.0, by: &stamp.1 })?;
            let made = conflict::load(tx, id)?;
            if self.draft {
                let line = LedgerLine::Drafted(ledger_line::Draft { kind: made.kind });
                writing.record(subject_of(&made), &line)?;
            } else {
                post(writing, &made, true, &settings)?;
            }
            shown(cx, tx, id)
        })
    }
}

impl CreditInvoice {
    /// What is credited, if nobody credited it meanwhile.
    fn current(&self, tx: &Tx<'_>, settings: &Settings) -> Result<Invoice, Refusal> {
        let of = conflict::load(tx, self.id)?;
        if of.is_draft() {
            let words = "This is a draft: change it or drop it. Only what is posted is credited.";
            return Err(Refusal::new(Code::Invalid, words));
        }
        if of.kind == InvoiceKind::CreditNote {
            let words = "A credit note is not credited. Make a new invoice.";
            return Err(Refusal::new(Code::Invalid, words));
        }
        let credits = invoice::credits_of(tx, of.id)?;
        if credits.len() == self.seen {
            return Ok(of);
        }
        let message = match credits.last() {
            Some(newest) => {
                let (who, at) = who_and_when(tx, &conflict::load(tx, newest.id)?, settings)?;
                let number = if newest.number.is_empty() { "a draft" } else { &newest.number };
                format!(
                    "{who} made a credit note of it on {at}, after you opened it: {number}. Nothing was credited."
                )
            }
            None => {
                "A draft of a credit note was dropped after you opened it. Nothing was credited.".to_owned()
            }
        };
        Err(Refusal::new(Code::Conflict, message))
    }

    /// The lines of the credit note, in the order of the invoice, and how much of each is credited.
    fn chosen(
        &self,
        creditable: &Creditable,
    ) -> Result<(Vec<DraftLine>, BTreeMap<InvoiceLineId, Quantity>), Refusal> {
        let chosen = self.lines.iter().filter(|line| line.quantity != Quantity::ZERO).count();
        if chosen == 0 {
            return Err(Refusal::invalid("lines", "Choose what is credited."));
        }
        let mut now = BTreeMap::new();
        for (at, chosen) in self.lines.iter().enumerate() {
            let wrong = |words: String| Refusal::invalid(&format!("lines.{at}.quantity"), words);
            let Some(line) = creditable.lines.iter().find(|line| line.id == chosen.line_id) else {
                return Err(wrong("This is no line of the invoice.".into()));
            };
            if chosen.quantity == Quantity::ZERO {
                continue;
            }
            let left = creditable.left(line);
            if chosen.quantity < Quantity::ZERO || chosen.quantity > left {
                return Err(wrong(format!("Of {}, {left} can be credited.", line.description)));
            }
            if now.insert(line.id, chosen.quantity).is_some() {
                return Err(wrong("This line is named twice.".into()));
            }
        }
        let lines = creditable.lines.iter().filter_map(|line| {
            let quantity = *now.get(&line.id)?;
            let back = self.lines.iter().any(|chosen| chosen.line_id == line.id && chosen.back_to_stock);
            Some(credit_line(line, quantity, line.part.filter(|_| back)))
        });
        Ok((lines.collect(), now))
    }
}

/// So much of a line, as it was posted.
fn credit_line(line: &Line, quantity: Quantity, part: Option<PartId>) -> DraftLine {
    DraftLine {
        kind: line.kind,
        part,
        part_number: line.part_number.clone(),
        credits: Some(line.id),
        description: line.description.clone(),
        quantity,
        unit_price: line.unit_price,
        vat_rate: line.vat_rate,
        vat_percent: line.vat_percent,
    }
}

fn checked_reason(typed: &str) -> Result<String, Refusal> {
    let reason = text::lines(typed.trim().to_owned()).map_err(|wrong| Refusal::invalid("reason", wrong))?;
    match reason.chars().count() {
        0 => Err(Refusal::invalid("reason", "Say why it is credited.")),
        count if count > REASON_MAX => {
            Err(Refusal::invalid("reason", format!("At most {REASON_MAX} characters.")))
        }
        _ => Ok(reason),
    }
}
