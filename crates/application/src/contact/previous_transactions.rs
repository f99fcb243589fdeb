//! What of a contact's record speaks against erasing it (D-21): previous transactions, because those
//! have to be kept.

use chrono::NaiveDate;
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::uk_date;
use forecourt_store::{Tx, erasure};

/// Reads behind the contact's name: `has previous transactions (...)`.
pub(super) fn block_erasure(tx: &Tx<'_>, id: ContactId) -> Result<Vec<String>, Refusal> {
    let account = erasure::account(tx, id)?;
    Ok(account.map(|account| previous(&account.last_purchase)).unwrap_or_default())
}

fn previous(last_purchase: &str) -> Vec<String> {
    let last = last_purchase.trim();
    if last.is_empty() {
        return Vec::new();
    }
    let date = last.parse::<NaiveDate>().map_or_else(|_| last.to_owned(), uk_date);
    vec![format!("has previous transactions (last purchase {date})")]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_purchase_stands_against_it() {
        assert!(previous("").is_empty());
        assert_eq!(previous("2021-03-14"), ["has previous transactions (last purchase 14/03/2021)"]);
    }
}
