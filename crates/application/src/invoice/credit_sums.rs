//! What a credit of some lines of an invoice comes to.

use super::draft::refused;
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::{InvoiceId, InvoiceLineId};
use forecourt_domain::invoice::sums::{self, Sums};
use forecourt_domain::quantity::Quantity;
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Credited, Line};
use std::collections::BTreeMap;

/// The lines of what is credited, and how much of each was credited before.
pub(super) struct Creditable {
    pub lines: Vec<Line>,
    credited: BTreeMap<InvoiceLineId, Credited>,
}

impl Creditable {
    /// Of an invoice, beside one of its credit notes.
    pub fn of(tx: &Tx<'_>, invoice: InvoiceId, but: Option<InvoiceId>) -> Result<Self, Refusal> {
        Ok(Self { lines: invoice::lines(tx, invoice)?, credited: invoice::credited(tx, invoice, but)? })
    }

    /// How much of a line was credited, by posted credit notes and by drafts.
    pub fn credited(&self, line: InvoiceLineId) -> Credited {
        self.credited.get(&line).copied().unwrap_or_default()
    }

    /// How much of a line is left, if every draft is posted.
    pub fn left(&self, line: &Line) -> Quantity {
        let Credited { posted, in_drafts } = self.credited(line.id);
        let taken = posted.hundredths().saturating_add(in_drafts.hundredths());
        Quantity::of_hundredths(line.quantity.hundredths().saturating_sub(taken))
    }

    /// Is nothing left, whatever becomes of drafts?
    pub fn is_used_up(&self) -> bool {
        self.lines.iter().all(|line| self.credited(line.id).posted >= line.quantity)
    }

    /// What so much of these lines comes to, with a net sum for each that is named, in the order of the invoice.
    pub fn sums(&self, now: &BTreeMap<InvoiceLineId, Quantity>) -> Result<Sums, Refusal> {
        let part = |line: &Line| now.get(&line.id).copied().unwrap_or_default();
        let lines: Vec<sums::Credited> = self
            .lines
            .iter()
            .map(|line| {
                let before = self.credited(line.id).posted;
                sums::Credited { line: line.priced(), before, now: part(line) }
            })
            .collect();
        let mut sums = sums::credit(&lines).map_err(refused)?;
        let nets = self.lines.iter().zip(&sums.nets);
        sums.nets = nets.filter(|(line, _)| now.contains_key(&line.id)).map(|(_, net)| *net).collect();
        Ok(sums)
    }
}
