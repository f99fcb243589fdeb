//! Finding contacts: the plan of the domain, answered range by range.

use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{Range, SearchPlan, SearchSubject, plan, terms_into};
use forecourt_store::search::scan;
use forecourt_store::{Error, Tx, contact};
use std::collections::HashSet;

/// A contact that a search brought up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: ContactId,
    /// The term it was found by; none where it took several words.
    pub term: Option<Box<str>>,
}

/// What a search brought up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The contacts, best first, each once.
    pub hits: Vec<Hit>,
    /// Are there more than asked for?
    pub more: bool,
}

/// Finds at most `limit` contacts for what is typed. Reads no more terms than it takes to fill
/// the page; contacts' rows only where two words have to be checked.
pub fn find(tx: &Tx<'_>, typed: &str, limit: usize) -> Result<Found, Error> {
    // What no text holds is in nobody's name, whatever stands around it.
    let plan = if typed.contains('\0') { SearchPlan::default() } else { plan(typed) };
    let mut finding = Finding::of(limit);
    for range in &plan.ranges {
        if finding.is_full() {
            break;
        }
        scan(tx, range, finding.stretch(), |term, id| {
            finding.add(id, Some(term));
            Ok(finding.is_full())
        })?;
    }
    if !finding.is_full() && !plan.all_of.is_empty() {
        by_names(tx, &plan, &mut finding)?;
        // Two words that fit somebody's name are that. A name with a place, a company or a
        // number is looked for where no name fits.
        if finding.hits.is_empty() {
            by_each_word(tx, &plan, &mut finding)?;
        }
    }
    let more = finding.hits.len() > limit;
    finding.hits.truncate(limit);
    Ok(Found { hits: finding.hits, more })
}

/// Terms asked for at once for each contact that is wanted: some have several in one range, such as
/// both orders of a name.
const TERMS_A_HIT: usize = 3;

/// Terms asked for at once, however many contacts are wanted.
const STRETCH_MOST: usize = 4_096;

struct Finding {
    hits: Vec<Hit>,
    known: HashSet<ContactId>,
    most: usize,
    /// Contacts whose rows are read to be sure.
    checked: usize,
}

impl Finding {
    fn of(limit: usize) -> Self {
        let most = limit.saturating_add(1);
        let checked = if limit > PAGE_MOST { LIST_CHECKED } else { PAGE_CHECKED };
        Self { hits: Vec::with_capacity(most.min(PAGE_MOST)), known: HashSet::new(), most, checked }
    }

    fn stretch(&self) -> usize {
        self.most.saturating_mul(TERMS_A_HIT).min(STRETCH_MOST)
    }

    fn is_full(&self) -> bool {
        self.hits.len() >= self.most
    }

    fn holds(&self, id: ContactId) -> bool {
        self.known.contains(&id)
    }

    fn add(&mut self, id: ContactId, term: Option<&str>) {
        if self.known.insert(id) {
            self.hits.push(Hit { id, term: term.map(Box::from) });
        }
    }
}

/// Terms of the rarest word that are looked through.
const TERMS_READ: usize = 20_000;
/// The longest page of hits; who asks for more wants all there are, for a list.
const PAGE_MOST: usize = 200;
/// Contacts whose rows are read to be sure, for a page and for a list.
const PAGE_CHECKED: usize = 200;
const LIST_CHECKED: usize = 5_000;

/// A name's term goes on behind the word with the rest of the name (`hartcottoliver`), so the
/// other words are looked for in the term itself; only what fits there is checked word by word.
fn by_names(tx: &Tx<'_>, plan: &SearchPlan, finding: &mut Finding) -> Result<(), Error> {
    let words: Option<Vec<&str>> = plan.all_of.iter().map(|ranges| name_of(ranges)).collect();
    let Some(words) = words else { return Ok(()) };
    let Some((first, others)) = words.split_first() else { return Ok(()) };
    let Some(range) = plan.all_of.first().and_then(|ranges| ranges.iter().find(|r| r.from.starts_with('n')))
    else {
        return Ok(());
    };
    let mut read = 0;
    let mut candidates = Vec::new();
    let mut met = HashSet::new();
    scan(tx, range, TERMS_READ, |term, id| {
        read += 1;
        let rest = term.get(1 + first.len()..).unwrap_or_default();
        if others.iter().all(|word| rest.contains(word)) && !finding.holds(id) && met.insert(id) {
            candidates.push(id);
        }
        Ok(read >= TERMS_READ || candidates.len() >= finding.checked)
    })?;
    for candidates in candidates.chunks(finding.most.min(PAGE_MOST)) {
        if finding.is_full() {
            break;
        }
        for line in contact::lines(tx, candidates)? {
            let subject = SearchSubject {
                first_name: &line.first_name,
                last_name: &line.last_name,
                company: &line.company,
                ..SearchSubject::default()
            };
            if !finding.is_full() && fits(plan, |sink| terms_into(&subject, &mut |term: &str| sink(term))) {
                finding.add(line.id, None);
            }
        }
    }
    Ok(())
}

/// The folded text of a word that may be a name.
fn name_of(ranges: &[Range]) -> Option<&str> {
    ranges.iter().find_map(|range| range.from.strip_prefix('n'))
}

/// Contacts found by every word, each in its own way: the contacts of each word are gathered and
/// what they have in common is kept. A word with too many is checked on the contacts themselves.
fn by_each_word(tx: &Tx<'_>, plan: &SearchPlan, finding: &mut Finding) -> Result<(), Error> {
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

/// Does every word have a term?
fn fits(plan: &SearchPlan, each_term: impl FnOnce(&mut dyn FnMut(&str))) -> bool {
    let mut missing = vec![true; plan.all_of.len()];
    each_term(&mut |term| {
        for (missing, ranges) in missing.iter_mut().zip(&plan.all_of) {
            *missing &= !ranges.iter().any(|range| range.holds(term));
        }
    });
    !missing.contains(&true)
}
