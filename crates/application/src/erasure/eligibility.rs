//! Who may be erased (D-21): nobody with previous transactions, because those have to be kept.

use chrono::NaiveDate;
use forecourt_domain::time::uk_date;
use forecourt_store::erasure::Account;

/// What stands against an erasure, as it reads behind the account's name; nothing when the
/// contact is eligible.
pub(super) fn blocked_by(account: &Account) -> Vec<String> {
    let last = account.last_purchase.trim();
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
        let mut account = Account {
            reference: "C0000001".into(),
            first_name: "Bob".into(),
            last_name: "Hill".into(),
            company: String::new(),
            last_purchase: String::new(),
        };
        assert!(blocked_by(&account).is_empty());
        account.last_purchase = "2021-03-14".into();
        assert_eq!(blocked_by(&account), ["has previous transactions (last purchase 14/03/2021)"]);
    }
}
