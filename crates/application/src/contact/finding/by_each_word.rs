//! Words of different things of one contact: a name with a place, a company or a number.

use super::{Finding, TERMS_READ, fits};
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{Range, SearchPlan};
use forecourt_store::search::scan;
use forecourt_store::{Error, Tx, contact};
use std::collections::HashSet;

/// Contacts found by every word, each in its own way: the contacts of each word are gathered and
/// what they have in common is kept. A word with too many is checked on the contacts themselves.
pub(super) fn by_each_word(tx: &Tx<'_>, plan: &SearchPlan, finding: &mut Finding) -> Result<(), Error> {
    for ranges in &plan.all_of {
        if !finds_somebody(tx, ranges)? {
            return Ok(());
        }
    }
    let mut gathered: Vec<Vec<ContactId>> = Vec::with_capacity(plan.all_of.len());
    let mut overflowed = false;
    for ranges in &plan.all_of {
        match gather(tx, ranges)? {
            Some(ids) if ids.is_empty() => return Ok(()),
            Some(ids) => gathered.push(ids),
            None => overflowed = true,
        }
    }
    gathered.sort_by_key(Vec::len);
    let Some((fewest, others)) = gathered.split_first() else { return Ok(()) };
    let others: Vec<HashSet<ContactId>> = others.iter().map(|ids| ids.iter().copied().collect()).collect();
    let in_all = fewest.iter().filter(|id| others.iter().all(|ids| ids.contains(id)));
    for id in in_all.take(finding.checked) {
        if finding.is_full() {
            break;
        }
        let Some(found) = contact::load(tx, *id)? else { continue };
        if !overflowed
            || fits(plan, |sink| found.details.search_terms(&found.reference, &mut |term| sink(term)))
        {
            finding.add(*id, None);
        }
    }
    Ok(())
}

/// Has anybody a term of one of the ranges? Asked of every word before the contacts of any are gathered.
fn finds_somebody(tx: &Tx<'_>, ranges: &[Range]) -> Result<bool, Error> {
    let mut somebody = false;
    for range in ranges {
        if !somebody {
            scan(tx, range, 1, |_, _| {
                somebody = true;
                Ok(true)
            })?;
        }
    }
    Ok(somebody)
}

/// The contacts of one word, in the order of their terms; `None` when there are too many.
fn gather(tx: &Tx<'_>, ranges: &[Range]) -> Result<Option<Vec<ContactId>>, Error> {
    let mut seen = HashSet::new();
    let mut ids = Vec::new();
    for range in ranges {
        scan(tx, range, TERMS_READ, |_, id| {
            if seen.insert(id) {
                ids.push(id);
            }
            Ok(ids.len() > TERMS_READ)
        })?;
        if ids.len() > TERMS_READ {
            return Ok(None);
        }
    }
    Ok(Some(ids))
}
