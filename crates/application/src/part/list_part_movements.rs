//! What came to a part's shelf and left it, page by page, newest first.

use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Names, Permit, Refusal, Tag};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{InvoiceId, PartId};
use forecourt_domain::part::Movement;
use forecourt_domain::quantity::Quantity;
use forecourt_store::part::{self, MovementLine};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListPartMovements {
    pub id: PartId,
    #[serde(flatten)]
    pub at: PageAt,
}

/// One movement.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovementView {
    /// Its number.
    pub id: String,
    /// When, at the dealership.
    pub local: String,
    /// Absent for a kind of a later version.
    pub kind: Option<Movement>,
    /// `Received`, `Sold`.
    pub words: String,
    /// `+4`, `−1`, `0`.
    pub quantity_text: String,
    /// What was left: `3`.
    pub stock_after: Quantity,
    pub stock_after_text: String,
    /// The invoice or credit note that moved it.
    pub invoice_id: Option<InvoiceId>,
    /// Its number.
    pub invoice_number: Option<String>,
    /// Why, where somebody counted.
    pub reason: String,
    /// Who.
    pub by: String,
}

impl Command for ListPartMovements {
    const NAME: &'static str = "list_part_movements";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::PARTS];
    type Reply = Page<MovementView>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<MovementView>, Refusal> {
        cx.read(|tx| {
            let (settings, names) = (Settings::load(tx)?, Names::load(tx)?);
            let lines = part::movements(tx, self.id, self.at.before()?, self.at.limit())?;
            let next = next_before(&lines, self.at.limit(), |line| line.id);
            Ok(Page::new(lines.into_iter().map(|line| viewed(line, &settings, &names)).collect(), next))
        })
    }
}

fn viewed(line: MovementLine, settings: &Settings, names: &Names) -> MovementView {
    let plus = if line.quantity > Quantity::ZERO { "+" } else { "" };
    let (invoice_id, invoice_number) = line.invoice.unzip();
    MovementView {
        id: line.id.to_string(),
        local: settings.wall(&line.at),
        kind: line.kind,
        words: line.kind.map_or("Moved", Movement::label).to_owned(),
        quantity_text: format!("{plus}{}", line.quantity),
        stock_after: line.stock_after,
        stock_after_text: line.stock_after.to_string(),
        invoice_id,
        invoice_number: invoice_number.filter(|number| !number.is_empty()),
        reason: line.reason,
        by: names.actor(Actor::from_text(&line.by)),
    }
}
