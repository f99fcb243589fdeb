//! Goods in.

use super::ledger_line::LedgerLine;
use super::once::once;
use super::view::{PartView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::PartId;
use forecourt_domain::quantity::{self, Quantity};
use forecourt_store::ledger::Subject;
use forecourt_store::part::{self, Stamp};
use serde::Deserialize;
use ts_rs::TS;

/// Puts on the shelf what came in.
#[derive(Deserialize, TS)]
pub struct ReceivePart {
    pub id: PartId,
    /// How much, as typed.
    pub quantity: String,
    /// A name the form gave itself when it was opened: sent again, nothing is received twice.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

impl Command for ReceivePart {
    const NAME: &'static str = "receive_part";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::PARTS];
    type Reply = PartView;

    fn run(self, cx: &Cx<'_>) -> Result<PartView, Refusal> {
        let quantity =
            quantity::parse(&self.quantity).map_err(|problem| Refusal::invalid("quantity", problem))?;
        if quantity == Quantity::ZERO {
            return Err(Refusal::invalid("quantity", "Give how many came in."));
        }
        let id = once(cx, &self.request, || {
            cx.write(|writing| {
                let tx = writing.tx;
                let part = part::load(tx, self.id)?.ok_or_else(|| Refusal::not_found("part"))?;
                fits(part.in_stock, quantity)?;
                let (at, by) = (writing.now.to_text(), writing.actor.to_string());
                let moved = part::receive(tx, self.id, quantity, Stamp { at: &at, by: &by })?;
                let line = LedgerLine::Received { quantity, stock_after: moved.stock_after };
                writing.record(Subject::Other("part", self.id.get()), &line)?;
                Ok(self.id)
            })
        })?;
        cx.read(|tx| shown(tx, id, &Settings::load(tx)?))
    }
}

/// A number with too many digits is a slip of the finger, not a shelf.
fn fits(in_stock: Quantity, quantity: Quantity) -> Result<(), Refusal> {
    match in_stock.plus(quantity) {
        Some(after) if after <= Quantity::MOST => Ok(()),
        _ => Err(Refusal::invalid("quantity", "With this there would be more than 100,000 on the shelf.")),
    }
}
