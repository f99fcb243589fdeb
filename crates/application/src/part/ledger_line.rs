//! What the parts counter leaves in the ledger: about nobody, and nothing of a person in it.

use forecourt_dispatch::Line;
use forecourt_dispatch::description::Description;
use forecourt_domain::quantity::Quantity;
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(strum::EnumIter))]
#[serde(tag = "action", content = "content")]
pub(super) enum LedgerLine {
    #[serde(rename = "part.created")]
    Created {
        #[serde(default)]
        in_stock: Quantity,
    },
    /// Which fields, as [`forecourt_domain::part::changed_fields`] names them.
    #[serde(rename = "part.changed")]
    Changed {
        #[serde(default)]
        fields: Vec<String>,
    },
    #[serde(rename = "part.received")]
    Received { quantity: Quantity, stock_after: Quantity },
    #[serde(rename = "part.counted")]
    Counted { quantity: Quantity, stock_after: Quantity, reason: String },
}

impl Line for LedgerLine {
    const ACTIONS: &'static [&'static str] =
        &["part.created", "part.changed", "part.received", "part.counted"];

    fn describe(&self) -> Option<Description> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_line_reads_as_it_was_kept() {
        crate::line_check::check::<LedgerLine>(&[
            ("part.created", json!({ "in_stock": 400 }), &[]),
            ("part.changed", json!({ "fields": ["location", "unit_price"] }), &[]),
            ("part.received", json!({ "quantity": 1000, "stock_after": 1400 }), &[]),
            ("part.counted", json!({ "quantity": -100, "stock_after": 1300, "reason": "Stocktaking" }), &[]),
        ]);
    }
}
