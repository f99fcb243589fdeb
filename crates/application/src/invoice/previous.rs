//! What was posted stands against an erasure (D-21, A-35): it has to be kept, and so has whose it is.

use forecourt_dispatch::{Refusal, counted};
use forecourt_domain::ids::ContactId;
use forecourt_domain::invoice::InvoiceKind;
use forecourt_domain::time::uk_date;
use forecourt_store::Tx;
use forecourt_store::invoice::{self, Posted};

/// How many numbers are named.
const NAMED: usize = 3;

/// Reads behind the contact's name: `has previous transactions (1 service invoice, 14/03/2021): SI-000001`.
pub(super) fn block_erasure(tx: &Tx<'_>, id: ContactId) -> Result<Vec<String>, Refusal> {
    let posted = invoice::posted_of_contact(tx, id)?;
    Ok(previous(&posted).into_iter().collect())
}

/// In words, of what was posted newest first.
fn previous(posted: &[Posted]) -> Option<String> {
    let newest = posted.first()?;
    let date = newest.posted_on.parse().map_or_else(|_| newest.posted_on.clone(), uk_date);
    let mut kinds: Vec<String> = InvoiceKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let count = posted.iter().filter(|one| one.kind == kind).count();
            let (one, many) = kind.counted();
            (count > 0).then(|| counted(count, one, many))
        })
        .collect();
    kinds.push(if posted.len() > 1 { format!("last {date}") } else { date });
    let mut numbers: Vec<String> = posted.iter().take(NAMED).map(|one| one.number.clone()).collect();
    if posted.len() > NAMED {
        let last = numbers.pop().unwrap_or_default();
        numbers.push(format!("{last} and {} more", posted.len() - NAMED));
    }
    Some(format!("has previous transactions ({}): {}", kinds.join(", "), numbers.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a35_what_was_posted_is_named_with_its_date_and_number() {
        let posted = |number: &str, posted_on: &str| Posted {
            kind: if number.starts_with('S') { InvoiceKind::Service } else { InvoiceKind::Parts },
            number: number.into(),
            posted_on: posted_on.into(),
        };
        assert_eq!(previous(&[]), None);
        let one = [posted("SI-000001", "2021-03-14")];
        assert_eq!(
            previous(&one).unwrap(),
            "has previous transactions (1 service invoice, 14/03/2021): SI-000001"
        );
        let several = [
            posted("SI-000003", "2021-03-14"),
            posted("PI-000001", "2020-03-14"),
            posted("SI-000001", "2019-03-14"),
        ];
        assert_eq!(
            previous(&several).unwrap(),
            "has previous transactions (2 service invoices, 1 parts invoice, last 14/03/2021): SI-000003, PI-000001, SI-000001"
        );
        let many =
            [several.to_vec(), vec![posted("PI-000009", "2018-01-01"), posted("SI-000009", "2017-01-01")]];
        assert!(previous(&many.concat()).unwrap().ends_with("SI-000003, PI-000001, SI-000001 and 2 more"));
    }
}
