//! Whom a draft is made out to.

use forecourt_dispatch::Refusal;
use forecourt_domain::invoice::{Addressee, CASH_SALE, addressee};
use forecourt_store::invoice::{self, Invoice};
use forecourt_store::{Tx, contact};

/// Whom it is made out to: the contact as it stands today, or who walked in.
pub(super) fn addressed(tx: &Tx<'_>, draft: &Invoice) -> Result<Addressee, Refusal> {
    match draft.contact {
        Some(id) => {
            let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
            Ok(addressee(&contact.details, invoice::died(tx, id)?))
        }
        None => {
            let name = if draft.name.is_empty() { CASH_SALE.to_owned() } else { draft.name.clone() };
            Ok(Addressee { name, address: String::new() })
        }
    }
}
