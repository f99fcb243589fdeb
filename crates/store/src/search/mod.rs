//! Search terms: the one table that answers every way of finding a contact.

use crate::engine::{Insert, Result, Row, Tx};
use crate::table::{Table, derived};
use crate::values;
use forecourt_domain::contact::Details;
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{Range, cut};

mod term_batch;
mod term_run;

pub use term_batch::TermBatch;

/// The tables of this noun.
pub const TABLES: &[Table] =
    &[Table::of_contacts("search_term", "contact_id", "search entries", &[derived("term")])
        .found_by_terms()
        .ordered_by("term")
        .vouched("it says again what the contact says, and nothing is decided by it")];

static INSERT: Insert<2> = Insert::new("search_term (term, contact_id)");
const DELETE: &str = "DELETE FROM search_term WHERE term = ? AND contact_id = ?";

/// The statement behind every search: the first rows of a range. Says how many, so that no engine
/// prepares for the whole range.
pub const RANGE: &str = "SELECT term, contact_id FROM search_term
    WHERE term >= ? AND term < ? ORDER BY term, contact_id LIMIT ?";

/// The next rows of a range behind a row.
pub const RANGE_BEHIND: &str = "SELECT term, contact_id FROM search_term
    WHERE (term, contact_id) > (?, ?) AND term < ? ORDER BY term, contact_id LIMIT ?";

/// Adds the terms of one contact.
pub fn add(tx: &Tx<'_>, id: ContactId, reference: &str, details: &Details) -> Result<()> {
    put(tx, id, &terms(reference, details))
}

fn put<'a>(tx: &Tx<'_>, id: ContactId, terms: impl IntoIterator<Item = &'a String>) -> Result<()> {
    INSERT.all(tx, terms.into_iter().map(|term| [term.into(), id.get().into()]))
}

/// Keeps the terms in step with a contact's change: what went goes, what came is added.
pub(crate) fn replace(
    tx: &Tx<'_>,
    id: ContactId,
    reference: &str,
    old: &Details,
    new: &Details,
) -> Result<()> {
    let (was, is) = (terms(reference, old), terms(reference, new));
    for gone in was.iter().filter(|term| is.binary_search(term).is_err()) {
        tx.run(DELETE, values![gone, id.get()])?;
    }
    put(tx, id, is.iter().filter(|term| was.binary_search(term).is_err()))
}

/// A contact's terms in their order.
fn terms(reference: &str, details: &Details) -> Vec<String> {
    let mut terms = Vec::new();
    details.search_terms(reference, &mut |term| terms.push(term.to_owned()));
    terms.sort_unstable();
    terms
}

/// How many rows find a contact.
pub fn count(tx: &Tx<'_>, id: ContactId, reference: &str, details: &Details) -> Result<i64> {
    let mut found = 0;
    for term in terms(reference, details) {
        found += tx.number(
            "SELECT count(*) FROM search_term WHERE term = ? AND contact_id = ?",
            values![&term, id.get()],
        )?;
    }
    Ok(found)
}

/// Removes every row that finds a contact, and says how many. The rows are those of the contact's
/// terms: who changes how terms are made writes a migration that makes all of them anew, or what
/// was stored before would outlive an erasure.
pub fn remove(tx: &Tx<'_>, id: ContactId, reference: &str, details: &Details) -> Result<usize> {
    let mut removed = 0;
    for term in terms(reference, details) {
        removed += tx.run(DELETE, values![&term, id.get()])?;
    }
    Ok(removed)
}

/// What a walk does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    On,
    /// On with the next term: whoever else has this one is passed over.
    NextTerm,
    Enough,
}

/// Hands each term of a range with its contact to `read` until that says it has enough; asks for
/// `stretch` rows at a time.
///
/// # Errors
/// What the database or `read` says.
pub fn scan(
    tx: &Tx<'_>,
    range: &Range,
    stretch: usize,
    mut read: impl FnMut(&str, ContactId) -> Result<bool>,
) -> Result<()> {
    walk(tx, range, stretch, |term, id| Ok(if read(term, id)? { Step::Enough } else { Step::On }))
}

/// As [`scan`], for a reader that says each time how to go on.
///
/// # Errors
/// What the database or `read` says.
pub fn walk(
    tx: &Tx<'_>,
    range: &Range,
    stretch: usize,
    mut read: impl FnMut(&str, ContactId) -> Result<Step>,
) -> Result<()> {
    if is_in_no_term(&range.from) {
        return Ok(());
    }
    let most = i64::try_from(stretch).unwrap_or(i64::MAX);
    let mut behind: Option<(String, i64)> = None;
    loop {
        let mut left = stretch;
        let mut last = None;
        let mut take = |row: &Row<'_>| {
            left = left.saturating_sub(1);
            let (term, id) = (row.text_ref(0)?, row.int(1)?);
            let step = read(term, ContactId::new(id))?;
            match step {
                Step::NextTerm => last = Some((term.to_owned(), i64::MAX)),
                Step::On if left == 0 => last = Some((term.to_owned(), id)),
                Step::On | Step::Enough => {}
            }
            Ok(step != Step::On)
        };
        match &behind {
            None => tx.until(RANGE, values![&range.from, &range.to, most], &mut take)?,
            Some((term, id)) => tx.until(RANGE_BEHIND, values![term, *id, &range.to, most], &mut take)?,
        }
        if last.is_none() {
            return Ok(());
        }
        behind = last;
    }
}

/// A term as it is kept: cut off at its limit.
pub(crate) fn term_of(namespace: char, text: &str) -> String {
    let mut term = String::with_capacity(text.len() + 1);
    term.push(namespace);
    term.push_str(text);
    term.truncate(cut(&term).len());
    term
}

/// The contacts with exactly this term in a namespace, oldest first.
pub fn exactly(tx: &Tx<'_>, namespace: char, text: &str) -> Result<Vec<ContactId>> {
    let term = term_of(namespace, text);
    if is_in_no_term(&term) {
        return Ok(Vec::new());
    }
    tx.all("SELECT contact_id FROM search_term WHERE term = ? ORDER BY contact_id", values![&term], |row| {
        Ok(ContactId::new(row.int(0)?))
    })
}

/// The contacts of this name with exactly this term in a namespace, oldest first: as quick where half the file
/// has the term, as with a postcode or number that stands for none.
pub fn exactly_of_name(tx: &Tx<'_>, namespace: char, text: &str, sort_name: &str) -> Result<Vec<ContactId>> {
    let term = term_of(namespace, text);
    if is_in_no_term(&term) {
        return Ok(Vec::new());
    }
    // From the name, of which there are few, to the term: the order of a cross join is kept.
    tx.all(
        "SELECT contact.id FROM contact CROSS JOIN search_term
         WHERE contact.sort_name = ? AND search_term.term = ? AND search_term.contact_id = contact.id
         ORDER BY contact.id",
        values![sort_name, &term],
        |row| Ok(ContactId::new(row.int(0)?)),
    )
}

/// Has a contact exactly this term in a namespace?
pub fn has_exactly(tx: &Tx<'_>, namespace: char, text: &str, id: ContactId) -> Result<bool> {
    let term = term_of(namespace, text);
    if is_in_no_term(&term) {
        return Ok(false);
    }
    tx.holds(
        "SELECT EXISTS (SELECT 1 FROM search_term WHERE term = ? AND contact_id = ?)",
        values![&term, id.get()],
    )
}

/// No text that is kept holds `U+0000`, and not every engine lets it be asked for.
fn is_in_no_term(text: &str) -> bool {
    text.contains('\0')
}
