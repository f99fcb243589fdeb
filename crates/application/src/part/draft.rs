//! A part as the screens send it, and what to say when it cannot be kept.

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::part::{self, Details, Problem, Typed};
use forecourt_domain::vat::VatRate;
use serde::Deserialize;
use ts_rs::TS;

/// The fields of a part that staff edit, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PartDraft {
    pub number: String,
    pub description: String,
    /// Shelf or bin.
    pub location: String,
    /// For one, without VAT: `64.50`.
    pub unit_price: String,
    pub vat_rate: VatRate,
    /// At or below it the part is low; empty for no level.
    pub low_stock: String,
    /// Is it still sold?
    pub active: bool,
}

impl PartDraft {
    /// Checks the draft and gives what to keep.
    ///
    /// # Errors
    /// [`Code::Invalid`] with the words for each field.
    pub(super) fn checked(self) -> Result<Details, Refusal> {
        let Self { number, description, location, unit_price, vat_rate, low_stock, active } = self;
        part::check(Typed { number, description, location, unit_price, vat_rate, low_stock, active })
            .map_err(refused)
    }
}

fn refused(problems: Vec<Problem>) -> Refusal {
    let message = match problems.as_slice() {
        [(_, words)] => words.clone(),
        several => format!("{} fields need another look.", several.len()),
    };
    problems
        .into_iter()
        .fold(Refusal::new(Code::Invalid, message), |refusal, (field, words)| refusal.with(field, words))
}

/// The number is another part's.
pub(super) fn taken(error: forecourt_store::Error) -> Refusal {
    match error {
        forecourt_store::Error::Exists(_) => Refusal::invalid(
            "number",
            "There is a part with this number already. Spaces, dashes and capitals do not matter.",
        ),
        other => other.into(),
    }
}
