//! Finding contacts: the plan of the domain, answered range by range.

mod by_each_word;
mod by_names;

use by_each_word::by_each_word;
use by_names::by_names;
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{SearchPlan, plan};
use forecourt_store::search::scan;
use forecourt_store::{Error, Tx};
use std::collections::HashSet;

/// A contact that a search brought up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub id: ContactId,
    /// The term it was found by; none where it took several words, or is by its name or reference,
    /// which every line shows.
    pub term: Option<Box<str>>,
}

/// What a search brought up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The contacts, best first, each once.
    pub hits: Vec<Hit>,
    /// Are there more than asked for, or may there be: names that begin with both words where some are
    /// both words? A list looks for all of them.
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
    let more = finding.hits.len() > limit || finding.cut_short;
    finding.hits.truncate(limit);
    Ok(Found { hits: finding.hits, more })
}

/// Terms asked for at once for each contact that is wanted: some have several in one range, such as
/// both orders of a name.
const TERMS_A_HIT: usize = 3;

/// Terms asked for at once, however many contacts are wanted.
const STRETCH_MOST: usize = 4_096;

/// Hits that are compared one by one sooner than their ids are hashed.
const LOOKED_THROUGH: usize = 40;

/// The namespaces of names and references.
const SHOWN_ANYWAY: [char; 2] = ['n', 'a'];

struct Finding {
    hits: Vec<Hit>,
    /// Who is among the hits, once they are more than are looked through as quickly.
    known: HashSet<ContactId>,
    most: usize,
    /// Contacts whose rows are read to be sure.
    checked: usize,
    /// Was a page given before everybody was looked through?
    cut_short: bool,
}

impl Finding {
    fn of(limit: usize) -> Self {
        let most = limit.saturating_add(1);
        let checked = if limit > PAGE_MOST { LIST_CHECKED } else { PAGE_CHECKED };
        Self {
            hits: Vec::with_capacity(most.min(PAGE_MOST)),
            known: HashSet::new(),
            most,
            checked,
            cut_short: false,
        }
    }

    fn stretch(&self) -> usize {
        self.most.saturating_mul(TERMS_A_HIT).min(STRETCH_MOST)
    }

    fn is_full(&self) -> bool {
        self.hits.len() >= self.most
    }

    /// Terms of a word that are looked through. A page on which somebody is called just so does not wait
    /// for names that only begin so: where they are many, it says that there may be more.
    fn terms_read(&self) -> usize {
        if self.hits.is_empty() || self.most > PAGE_MOST { TERMS_READ } else { TERMS_BESIDE }
    }

    /// How many more it takes to be full.
    fn lacking(&self) -> usize {
        self.most.saturating_sub(self.hits.len())
    }

    fn holds(&self, id: ContactId) -> bool {
        if self.known.is_empty() {
            return self.hits.iter().any(|hit| hit.id == id);
        }
        self.known.contains(&id)
    }

    fn add(&mut self, id: ContactId, term: Option<&str>) {
        if self.holds(id) {
            return;
        }
        if self.hits.len() == LOOKED_THROUGH {
            self.known.extend(self.hits.iter().map(|hit| hit.id));
        }
        if self.hits.len() >= LOOKED_THROUGH {
            self.known.insert(id);
        }
        let telling = term.filter(|term| !term.starts_with(SHOWN_ANYWAY));
        self.hits.push(Hit { id, term: telling.map(Box::from) });
    }
}

/// Terms of a word that are looked through.
const TERMS_READ: usize = 20_000;
/// The same for a page that shows somebody already.
const TERMS_BESIDE: usize = 500;
/// The longest page of hits; who asks for more wants all there are, for a list.
const PAGE_MOST: usize = 200;
/// Contacts whose rows are read to be sure, for a page and for a list.
const PAGE_CHECKED: usize = 200;
const LIST_CHECKED: usize = 5_000;

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
