//! Two words and more that one name holds, in any order.

use super::{Finding, PAGE_MOST, TERMS_READ, fits};
use forecourt_domain::ids::ContactId;
use forecourt_domain::search::{Range, SearchPlan, SearchSubject, terms_into};
use forecourt_store::search::{Step, scan, walk};
use forecourt_store::{Error, Tx, contact};
use std::collections::HashSet;

/// Whole names in another order come first, then those in which something stands between the words.
pub(super) fn by_names(tx: &Tx<'_>, plan: &SearchPlan, finding: &mut Finding) -> Result<(), Error> {
    let Some(names) = Names::of(plan) else { return Ok(()) };
    let mut candidates = Candidates::default();
    for range in &plan.turned {
        let mut tried = 0;
        scan(tx, range, finding.stretch(), |_, id| {
            tried += usize::from(candidates.take(id, finding));
            names.check_full(tx, &mut candidates, finding)?;
            Ok(tried >= finding.checked || finding.is_full())
        })?;
    }
    names.check(tx, &mut candidates, finding)?;
    if finding.is_full() {
        return Ok(());
    }
    names.walk(tx, &mut candidates, finding)?;
    names.check(tx, &mut candidates, finding)
}

/// A word with more terms than this is looked through to the end only where no other word is a rare one.
const TERMS_FIRST: usize = 300;
/// Terms of a word that is rare: its contacts are looked at one by one.
const FEW: usize = 40;

/// The contacts with a term of the range, where it is a rare one.
fn few(tx: &Tx<'_>, range: &Range) -> Result<Option<Vec<ContactId>>, Error> {
    let mut ids = Vec::new();
    scan(tx, range, FEW + 1, |_, id| {
        ids.push(id);
        Ok(ids.len() > FEW)
    })?;
    Ok((ids.len() <= FEW).then_some(ids))
}

/// The words of a plan as parts of a name.
struct Names<'p> {
    plan: &'p SearchPlan,
    /// Where the names stand that begin with the longest word.
    range: &'p Range,
    /// Where the names stand that begin with one of the others.
    others: Vec<&'p Range>,
}

impl<'p> Names<'p> {
    /// None where one of the words is in no name.
    fn of(plan: &'p SearchPlan) -> Option<Self> {
        let mut ranges =
            plan.all_of.iter().map(|ranges| ranges.iter().find(|range| range.from.starts_with('n')));
        let range = ranges.next()??;
        let others = ranges.collect::<Option<_>>()?;
        Some(Self { plan, range, others })
    }

    /// Does a term of the range hold the other words too?
    fn stand_in(&self, term: &str) -> bool {
        let rest = term.get(self.range.from.len()..).unwrap_or_default();
        self.others.iter().filter_map(|other| other.from.get(1..)).all(|word| rest.contains(word))
    }

    /// A name's term goes on behind the word with the rest of the name (`hartcottoliver`), so the
    /// other words are looked for in the term itself; only what fits there is checked word by word.
    /// Where there are many, the contacts of a rare word are looked at instead.
    fn walk(&self, tx: &Tx<'_>, candidates: &mut Candidates, finding: &mut Finding) -> Result<(), Error> {
        let (mut read, mut tried) = (0, 0);
        let most = finding.terms_read();
        let mut rare = None;
        let mut repeated = Repeated::default();
        walk(tx, self.range, most, |term, id| {
            read += 1;
            let mut step = Step::On;
            if self.stand_in(term) {
                tried += usize::from(candidates.take(id, finding));
                self.check_full(tx, candidates, finding)?;
            } else {
                step = repeated.step(term);
            }
            if read == TERMS_FIRST && !finding.is_full() {
                rare = self.of_a_rare_word(tx)?;
            }
            let enough = read >= most || rare.is_some() || tried >= finding.checked || finding.is_full();
            Ok(if enough { Step::Enough } else { step })
        })?;
        finding.cut_short = read >= most && rare.is_none() && most < TERMS_READ;
        for id in rare.into_iter().flatten() {
            candidates.take(id, finding);
        }
        Ok(())
    }

    /// The contacts of a word that is rare; nobody's where a word begins nobody's name, for then no
    /// name has them all.
    fn of_a_rare_word(&self, tx: &Tx<'_>) -> Result<Option<Vec<ContactId>>, Error> {
        let mut fewest: Option<Vec<ContactId>> = None;
        for other in &self.others {
            let Some(ids) = few(tx, other)? else { continue };
            if fewest.as_ref().is_none_or(|fewest| ids.len() < fewest.len()) {
                fewest = Some(ids);
            }
        }
        Ok(fewest)
    }

    /// Looks at those who would fill the page.
    fn check_full(
        &self,
        tx: &Tx<'_>,
        candidates: &mut Candidates,
        finding: &mut Finding,
    ) -> Result<(), Error> {
        if candidates.waiting.len() < finding.lacking().min(PAGE_MOST) {
            return Ok(());
        }
        self.check(tx, candidates, finding)
    }

    /// Adds those who are found by every word.
    fn check(&self, tx: &Tx<'_>, candidates: &mut Candidates, finding: &mut Finding) -> Result<(), Error> {
        if candidates.waiting.is_empty() {
            return Ok(());
        }
        for line in contact::lines(tx, &candidates.waiting)? {
            let subject = SearchSubject {
                first_name: &line.first_name,
                last_name: &line.last_name,
                company: &line.company,
                ..SearchSubject::default()
            };
            if !finding.is_full() && self.fit(&subject) {
                finding.add(line.id, None);
            }
        }
        candidates.waiting.clear();
        Ok(())
    }

    /// Each word begins a word of the name, and one term holds all of them.
    fn fit(&self, subject: &SearchSubject<'_>) -> bool {
        let mut together = false;
        let each = fits(self.plan, |sink| {
            terms_into(subject, &mut |term: &str| {
                together |= self.range.holds(term) && self.stand_in(term);
                sink(term);
            });
        });
        each && together
    }
}

/// Contacts whose rows have to be read to be sure.
#[derive(Default)]
struct Candidates {
    met: HashSet<ContactId>,
    waiting: Vec<ContactId>,
}

impl Candidates {
    /// Takes a contact whom nobody thought of yet; says whether it is one.
    fn take(&mut self, id: ContactId, finding: &Finding) -> bool {
        let new = !finding.holds(id) && self.met.insert(id);
        if new {
            self.waiting.push(id);
        }
        new
    }
}

/// Contacts of one term that are read before the rest of them is passed over: to look for the next
/// term takes as long as to read so many.
const REPEATED_MOST: usize = 32;

/// How often the same term came by: thousands of companies end alike.
#[derive(Default)]
struct Repeated {
    term: String,
    times: usize,
}

impl Repeated {
    fn step(&mut self, term: &str) -> Step {
        if self.term != term {
            self.term.clear();
            self.term.push_str(term);
            self.times = 0;
        }
        self.times += 1;
        if self.times < REPEATED_MOST { Step::On } else { Step::NextTerm }
    }
}
