//! Stocktaking: the shelf says what there is.

use super::ledger_line::LedgerLine;
use super::once::once;
use super::view::{PartView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::text;
use forecourt_domain::ids::PartId;
use forecourt_domain::part::LONGEST_REASON;
use forecourt_domain::quantity::{self, Quantity};
use forecourt_store::ledger::Subject;
use forecourt_store::part::{self, Stamp};
use serde::Deserialize;
use ts_rs::TS;

/// Corrects the stock to what was counted, and says why.
#[derive(Deserialize, TS)]
pub struct CountPart {
    pub id: PartId,
    /// What the screen said there was when somebody counted: what was sold or received since would be lost.
    pub seen: Quantity,
    /// What there is, as typed.
    pub counted: String,
    /// Why it differs from what was written.
    pub reason: String,
    /// A name the form gave itself when it was opened: sent again, nothing is corrected twice.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

impl Command for CountPart {
    const NAME: &'static str = "count_part";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::PARTS];
    type Reply = PartView;

    fn run(self, cx: &Cx<'_>) -> Result<PartView, Refusal> {
        let counted =
            quantity::parse(&self.counted).map_err(|problem| Refusal::invalid("counted", problem))?;
        let reason = text::line(self.reason).map_err(|forbidden| Refusal::invalid("reason", forbidden))?;
        if reason.is_empty() {
            return Err(Refusal::invalid(
                "reason",
                "Say why the stock is corrected, such as stocktaking or damage.",
            ));
        }
        if reason.chars().count() > LONGEST_REASON {
            return Err(Refusal::invalid("reason", format!("At most {LONGEST_REASON} characters fit here.")));
        }
        let id = once(cx, &self.request, || {
            cx.write(|writing| {
                let tx = writing.tx;
                let part = part::load(tx, self.id)?.ok_or_else(|| Refusal::not_found("part"))?;
                if part.in_stock != self.seen {
                    let message = format!(
                        "The stock went from {} to {} since you opened this. Nothing was corrected: see whether what moved was counted.",
                        self.seen, part.in_stock
                    );
                    return Err(Refusal::new(Code::Conflict, message));
                }
                let (at, by) = (writing.now.to_text(), writing.actor.to_string());
                let moved = part::count(tx, self.id, counted, &reason, Stamp { at: &at, by: &by })?;
                let line = LedgerLine::Counted { quantity: moved.quantity, stock_after: counted, reason };
                writing.record(Subject::Other("part", self.id.get()), &line)?;
                Ok(self.id)
            })
        })?;
        cx.read(|tx| shown(tx, id, &Settings::load(tx)?))
    }
}
