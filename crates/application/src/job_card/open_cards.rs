//! What of the workshop speaks against erasing a contact (D-21): a job that is not over.

use forecourt_dispatch::Refusal;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{civil_date, uk_date};
use forecourt_store::{Tx, job_card};

/// Reads behind the contact's name: `has an open job card (JC-000012, opened 21/11/2026)`.
pub(super) fn block_erasure(tx: &Tx<'_>, id: ContactId) -> Result<Vec<String>, Refusal> {
    Ok(words(&job_card::open_cards(tx, id)?))
}

fn words(cards: &[(String, String)]) -> Vec<String> {
    let named: Vec<String> = cards
        .iter()
        .map(|(number, day)| {
            format!("{number}, opened {}", civil_date(day).map_or_else(|| day.clone(), uk_date))
        })
        .collect();
    match named.as_slice() {
        [] => Vec::new(),
        [one] => vec![format!("has an open job card ({one})")],
        several => vec![format!("has {} open job cards ({})", several.len(), several.join("; "))],
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn d21_what_stands_against_it_is_named_with_its_day() {
        let card = |number: &str, day: &str| (number.to_owned(), day.to_owned());
        assert!(words(&[]).is_empty());
        let one = [card("JC-000012", "2026-11-21")];
        assert_eq!(words(&one), ["has an open job card (JC-000012, opened 21/11/2026)"]);
        assert_eq!(
            words(&[card("JC-000012", "2026-11-21"), card("JC-000020", "2026-11-28")]),
            ["has 2 open job cards (JC-000012, opened 21/11/2026; JC-000020, opened 28/11/2026)"]
        );
    }
}
