//! A new part.

use super::draft::{PartDraft, taken};
use super::ledger_line::LedgerLine;
use super::once::once;
use super::view::{PartView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::quantity::{self, Quantity};
use forecourt_store::ledger::Subject;
use forecourt_store::part::{self, NewPart, Stamp};
use serde::Deserialize;
use ts_rs::TS;

/// Adds a part to the shelf.
#[derive(Deserialize, TS)]
pub struct CreatePart {
    pub part: PartDraft,
    /// What lies there already, as typed; empty for nothing.
    #[serde(default)]
    pub in_stock: String,
    /// A name the form gave itself when it was opened: sent again, it gets the part that it made the first time.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

impl Command for CreatePart {
    const NAME: &'static str = "create_part";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::PARTS];
    type Reply = PartView;

    fn run(self, cx: &Cx<'_>) -> Result<PartView, Refusal> {
        let details = self.part.checked()?;
        let in_stock = match self.in_stock.trim() {
            "" => Quantity::ZERO,
            typed => quantity::parse(typed).map_err(|problem| Refusal::invalid("in_stock", problem))?,
        };
        let id = once(cx, &self.request, || {
            cx.write(|writing| {
                let (at, by) = (writing.now.to_text(), writing.actor.to_string());
                let stamp = Stamp { at: &at, by: &by };
                let new = NewPart { details: &details, in_stock, stamp };
                let id = part::add(writing.tx, &new).map_err(taken)?;
                let line = LedgerLine::Created { in_stock };
                writing.record(Subject::Other("part", id.get()), &line)?;
                Ok(id)
            })
        })?;
        cx.read(|tx| shown(tx, id, &Settings::load(tx)?))
    }
}
