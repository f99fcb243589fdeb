//! What an erasure takes, in the words of people: the tables stand behind *Details*.

use crate::words::counted;
use forecourt_store::erasure::Counted;

/// What the store counts beside its tables.
pub(super) const NOTES: &str = "notes";

/// A kind as the store counts it, and what people call one of them and several. In the order they are
/// told; what is derived from others (search entries, the standing) is not told.
const KINDS: &[(&str, &str, &str)] = &[
    ("addresses", "address", "addresses"),
    ("phone numbers", "telephone number", "telephone numbers"),
    ("email addresses", "email address", "email addresses"),
    ("vehicles", "vehicle", "vehicles"),
    ("service bookings", "service booking", "service bookings"),
    ("job cards", "job card", "job cards"),
    ("invoices", "draft of an invoice", "drafts of invoices"),
    ("addresses that are none", "note of a missing address", "notes of missing addresses"),
    ("notes of death or moving away", "note of death or moving away", "notes of death or moving away"),
    (NOTES, "note", "notes"),
    ("consent records", "consent answer", "consent answers"),
    ("consent receipts", "consent receipt", "consent receipts"),
    ("data capture form numbers", "printed form", "printed forms"),
    ("consent portal links", "portal link", "portal links"),
    ("drafts of what staff typed and have not saved", "half-filled form", "half-filled forms"),
    ("contents of history entries", "entry of the history", "entries of the history"),
];

/// The record, which is there once.
const RECORD: &str = "the record itself";

/// `the record itself`, `2 addresses`, `1 telephone number`.
pub(super) fn in_words(counts: &[Counted]) -> Vec<String> {
    let record = counts.iter().any(|(what, _)| what == "contact record").then(|| RECORD.to_owned());
    let kinds = KINDS.iter().filter_map(|(kind, one, many)| {
        let (_, count) = counts.iter().find(|(what, count)| what == kind && *count > 0)?;
        Some(counted(usize::try_from(*count).unwrap_or(usize::MAX), one, many))
    });
    record.into_iter().chain(kinds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_store::personal;

    #[test]
    fn what_goes_is_said_in_words_that_people_know() {
        let counts: Vec<Counted> = [
            ("contact record", 1),
            ("phone numbers", 30),
            ("addresses", 1),
            ("consent standing", 1),
            ("contents of history entries", 8),
            ("search entries", 13),
            (NOTES, 2),
        ]
        .map(|(what, count)| (what.to_owned(), count))
        .to_vec();
        assert_eq!(
            in_words(&counts),
            ["the record itself", "1 address", "30 telephone numbers", "2 notes", "8 entries of the history"]
        );
    }

    /// A table that comes to be erased too has its words here, or says why it needs none.
    #[test]
    fn every_table_that_is_erased_has_words_for_people() {
        let derived = [
            "contact record",
            "search entries",
            "consent standing",
            "lines of job cards",
            "lines of invoices",
            "sums of VAT",
        ];
        for table in personal::of_contacts().filter(|table| table.erased) {
            let told = KINDS.iter().any(|(kind, ..)| *kind == table.words) || derived.contains(&table.words);
            assert!(told, "{}", table.words);
        }
    }
}
