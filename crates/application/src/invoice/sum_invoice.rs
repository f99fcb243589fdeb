//! What the lines of a draft come to as they are typed, before they are saved.

use super::draft::refused;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::invoice::sums::{Priced, VatSum, sums};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line as far as its sum goes.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct PricedLine {
    /// In hundredths.
    pub quantity: Quantity,
    /// In pence for one, without VAT.
    pub unit_price: Money,
    pub vat_rate: VatRate,
}

/// Works it out. Nothing is written.
#[derive(Deserialize, TS)]
pub struct SumInvoice {
    pub lines: Vec<PricedLine>,
}

/// What they come to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceSums {
    /// Each line without VAT, in their order.
    pub nets: Vec<Money>,
    pub rates: Vec<VatSum>,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
}

impl Command for SumInvoice {
    const NAME: &'static str = "sum_invoice";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = InvoiceSums;

    fn run(self, _cx: &Cx<'_>) -> Result<InvoiceSums, Refusal> {
        let today = |line: &PricedLine| Priced::today(line.quantity, line.unit_price, line.vat_rate);
        let priced: Vec<Priced> = self.lines.iter().map(today).collect();
        let sums = sums(&priced).map_err(refused)?;
        Ok(InvoiceSums {
            nets: sums.nets,
            rates: sums.rates,
            net: sums.net,
            vat: sums.vat,
            total: sums.total,
        })
    }
}
