//! Who is on the contact list where that is not everybody: those who are ticked, and those of whom all that is
//! asked for holds.
//!
//! Which they are is worked out once for a state of the book and kept at the desk, so that scrolling through
//! them reads nothing but the rows shown. The ledger's head names the state: nothing is changed without a line.

use super::answer::{Answers, ChannelAnswer};
use super::filter::{ContactFilter, Order};
use super::finding::find;
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::consent::{Channel, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact::{narrow, order};
use forecourt_store::{Tx, contact, import_batch, ledger};
use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

impl ContactFilter {
    /// The channels that are asked for, by their columns.
    fn channels(&self) -> Vec<(Channel, ChannelAnswer)> {
        [
            (Channel::Email, self.email),
            (Channel::Sms, self.sms),
            (Channel::Post, self.letter),
            (Channel::Phone, self.telephone),
        ]
        .into_iter()
        .filter_map(|(channel, answer)| Some((channel, answer?)))
        .collect()
    }

    fn is_expiring(&self) -> bool {
        self.expiring == Some(true)
    }

    fn is_never_asked(&self) -> bool {
        self.never_asked == Some(true)
    }

    fn asks_of_consent(&self) -> bool {
        self.is_expiring() || self.is_never_asked() || !self.channels().is_empty()
    }

    /// The words that are searched for; none when nothing is typed.
    fn words(&self) -> Option<&str> {
        self.search.as_deref().map(str::trim).filter(|words| !words.is_empty())
    }

    fn is_everybody(&self) -> bool {
        self.ids.is_none()
            && self.words().is_none()
            && self.town.is_none()
            && self.import.is_none()
            && !self.asks_of_consent()
    }
}

/// What is asked for, in the words of Report Audit.
pub(super) struct Narrowing(Vec<String>);

impl Narrowing {
    pub(super) fn of(tx: &Tx<'_>, filter: &ContactFilter) -> Result<Self, Refusal> {
        let mut words: Vec<String> = filter
            .channels()
            .into_iter()
            .map(|(channel, answer)| format!("{}: {}", channel.label(), answer.words()))
            .collect();
        if filter.is_expiring() {
            words.push("Consent runs out soon".into());
        }
        if filter.is_never_asked() {
            words.push("Never asked".into());
        }
        // What was searched for may be somebody's name, which would outlive an erasure here.
        if filter.words().is_some() {
            words.push("Found by a search".into());
        }
        if let Some(town) = &filter.town {
            words.push(format!("Town: {town}"));
        }
        if let Some(import) = filter.import {
            let batch = import_batch::by_id(tx, import)?.ok_or_else(|| Refusal::not_found("import"))?;
            // By its time: the file's name may be somebody's, as what was searched for.
            words.push(format!("Brought by the import of {}", Settings::load(tx)?.wall(&batch.at)));
        }
        Ok(Self(words))
    }

    pub(super) fn words(&self) -> Vec<String> {
        self.0.clone()
    }
}

/// What was worked out last at this desk, and of which state of the book.
#[derive(Default)]
struct Kept(Mutex<Option<(State, Arc<Vec<ContactId>>)>>);

#[derive(PartialEq, Eq)]
struct State {
    head: String,
    today: NaiveDate,
    filter: ContactFilter,
}

/// Those on the list, in their order; `None` where it is everybody, along an index.
pub(super) fn ids(
    cx: &Cx<'_>,
    tx: &Tx<'_>,
    filter: &ContactFilter,
) -> Result<Option<Arc<Vec<ContactId>>>, Refusal> {
    if filter.is_everybody() && matches!(filter.sort.order(), Order::Kept(_)) {
        return Ok(None);
    }
    let settings = Settings::load(tx)?;
    let state = State { head: ledger::head(tx)?.hash, today: settings.today(cx.now), filter: filter.clone() };
    let kept = cx.memory::<Kept>();
    // Held while it is worked out: whoever asks for the next page meanwhile waits for this one.
    let mut kept = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((of, ids)) = &*kept
        && *of == state
    {
        return Ok(Some(Arc::clone(ids)));
    }
    let ids = Arc::new(ordered(tx, filter, &Answers::new(settings, cx.now))?);
    *kept = Some((state, Arc::clone(&ids)));
    Ok(Some(ids))
}

fn ordered(tx: &Tx<'_>, filter: &ContactFilter, answers: &Answers) -> Result<Vec<ContactId>, Refusal> {
    let within = within(tx, filter)?;
    let mut ids = match filter.sort.order() {
        Order::Kept(sort) => order::ids(tx, sort)?,
        Order::Worked(by) => order::ids_by(tx, by)?,
    };
    if let Some(within) = &within {
        ids.retain(|id| within.contains(id));
    }
    if filter.asks_of_consent() {
        if filter.is_expiring() || filter.is_never_asked() {
            // Who is asked next: nobody asks the dead (L-03).
            let dead = contact::dead(tx)?;
            ids.retain(|id| !dead.contains(id));
        }
        let holding = holding(tx, filter, answers, &ids)?;
        ids.retain(|id| holding.contains(id));
    }
    if filter.descending {
        ids.reverse();
    }
    Ok(ids)
}

/// Who is left by what an index knows; `None` for everybody.
fn within(tx: &Tx<'_>, filter: &ContactFilter) -> Result<Option<HashSet<ContactId>>, Refusal> {
    let mut sets = Vec::new();
    if let Some(ids) = &filter.ids {
        sets.push(ids.iter().copied().collect::<HashSet<_>>());
    }
    if let Some(words) = filter.words() {
        sets.push(find(tx, words, usize::MAX)?.hits.into_iter().map(|hit| hit.id).collect());
    }
    if let Some(town) = &filter.town {
        sets.push(narrow::of_town(tx, town)?);
    }
    if let Some(import) = filter.import {
        sets.push(narrow::of_import(tx, import)?);
    }
    let mut sets = sets.into_iter();
    let Some(mut left) = sets.next() else { return Ok(None) };
    for set in sets {
        left.retain(|id| set.contains(id));
    }
    Ok(Some(left))
}

/// How many contacts are asked about at a time.
const AT_A_TIME: usize = 500;

/// Of whom among `ids` everything holds that is asked of their consent. Whoever their standing alone rules out
/// is looked at no further.
fn holding(
    tx: &Tx<'_>,
    filter: &ContactFilter,
    answers: &Answers,
    ids: &[ContactId],
) -> Result<HashSet<ContactId>, Refusal> {
    let channels = filter.channels();
    let holds = |standing: &Standing| {
        (!filter.is_expiring() || answers.is_expiring(standing))
            && (!filter.is_never_asked() || answers.is_never_asked(standing))
            && channels.iter().all(|(channel, answer)| answers.may_be(standing, *channel, *answer))
    };
    let mut unasked: HashSet<ContactId> = ids.iter().copied().collect();
    let (mut found, mut waiting, mut failed) = (HashSet::new(), Vec::new(), None);
    narrow::each_standing(tx, |id, standing| {
        if unasked.remove(&id) && holds(&standing) {
            waiting.push((id, standing));
        }
        if waiting.len() == AT_A_TIME && failed.is_none() {
            failed = answers.keep(tx, &channels, std::mem::take(&mut waiting), &mut found).err();
        }
        Ok(())
    })?;
    failed.map_or(Ok(()), Err)?;
    answers.keep(tx, &channels, waiting, &mut found)?;
    if holds(&Standing::default()) {
        for ids in unasked.into_iter().collect::<Vec<_>>().chunks(AT_A_TIME) {
            let batch = ids.iter().map(|id| (*id, Standing::default())).collect();
            answers.keep(tx, &channels, batch, &mut found)?;
        }
    }
    Ok(found)
}
