//! A part as the screens show it.

use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Names, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::PartId;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;
use forecourt_store::Tx;
use forecourt_store::part::{self, Part};
use serde::Serialize;
use ts_rs::TS;

/// One part.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartView {
    pub id: PartId,
    /// Counts changes of its details; an editor sends back the one it saw.
    pub version: i64,
    pub number: String,
    pub description: String,
    /// Shelf or bin.
    pub location: String,
    /// For one, without VAT, in pence.
    pub unit_price: Money,
    /// `£64.50`.
    pub unit_price_text: String,
    pub vat_rate: VatRate,
    /// `Standard 20%`.
    pub vat_label: String,
    pub in_stock: Quantity,
    /// `4`, `−1`.
    pub in_stock_text: String,
    /// At or below it the part is low; 0 for no level.
    pub low_stock: Quantity,
    /// `2`; empty for no level.
    pub low_stock_text: String,
    pub is_low: bool,
    /// Is it still sold?
    pub active: bool,
    /// When its details changed last, at the dealership.
    pub changed_at: String,
    /// Who changed them.
    pub changed_by: String,
}

/// Shows a part.
///
/// # Errors
/// One that there is not.
pub(super) fn shown(tx: &Tx<'_>, id: PartId, settings: &Settings) -> Result<PartView, Refusal> {
    let Part { id, version, details, in_stock, is_low, changed_at, changed_by } =
        part::load(tx, id)?.ok_or_else(|| Refusal::not_found("part"))?;
    let has_level = details.low_stock > Quantity::ZERO;
    Ok(PartView {
        id,
        version,
        unit_price_text: details.unit_price.to_string(),
        vat_label: details.vat_rate.label().to_owned(),
        in_stock_text: in_stock.to_string(),
        low_stock_text: if has_level { details.low_stock.to_string() } else { String::new() },
        number: details.number,
        description: details.description,
        location: details.location,
        unit_price: details.unit_price,
        vat_rate: details.vat_rate,
        in_stock,
        low_stock: details.low_stock,
        is_low,
        active: details.active,
        changed_at: settings.wall(&changed_at),
        changed_by: Names::load(tx)?.actor(Actor::from_text(&changed_by)),
    })
}
