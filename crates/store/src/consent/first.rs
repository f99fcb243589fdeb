//! First events of contacts, with all that is computed of them: an import makes them on one thread and writes
//! them on another.

use super::act;
use super::append::{EVENT, FIRST_STANDING, StandingRow, Texts};
use crate::engine::{Result, Tx};
use crate::ledger::{Appender, Committed, Draft};
use forecourt_domain::consent::event::ConsentEvent;
use forecourt_domain::consent::standing::Standing;

/// The first event of a contact, about to be recorded.
pub struct First {
    event: ConsentEvent,
    texts: Texts,
    committed: Committed,
    standing: StandingRow,
}

impl First {
    /// Computes what is written of events of as many contacts. `latest` is the latest time that the ledger
    /// knows of, as [`Appender::latest`] says it.
    pub fn of(events: Vec<ConsentEvent>, latest: &str) -> Result<Vec<Self>> {
        let mut latest = latest.to_owned();
        let text = |mut event: ConsentEvent| {
            let at = event.at.to_text();
            event.clock_suspect = at < latest;
            if latest < at {
                latest.clone_from(&at);
            }
            let texts = Texts::of(&event, at);
            (event, texts)
        };
        let told: Vec<_> = events.into_iter().map(text).collect();
        let committed = Committed::to(told.iter().map(|(_, texts)| texts.content.as_str()))?;
        let first = |((event, texts), committed): ((ConsentEvent, Texts), Committed)| {
            let mut standing = Standing::default();
            standing.apply(&event);
            let standing = StandingRow::of(event.contact, &standing);
            Self { event, texts, committed, standing }
        };
        Ok(told.into_iter().zip(committed).map(first).collect())
    }

    fn draft(&self) -> Draft<'_> {
        Draft { committed: Some(&self.committed), ..self.texts.draft(&self.event) }
    }
}

/// As [`super::append_all`], for what was computed beforehand.
pub fn append_first(tx: &Tx<'_>, ledger: &mut Appender, first: &mut [First]) -> Result<()> {
    for (seq, first) in (ledger.next_seq()..).zip(first.iter_mut()) {
        first.event.seq = seq;
    }
    let drafts: Vec<_> = first.iter().map(First::draft).collect();
    ledger.put(tx, &drafts)?;
    let acts = act::ids(tx, first.iter().map(|first| first.texts.act(&first.event)))?;
    EVENT.all(tx, first.iter().zip(acts).map(|(first, act)| first.texts.row(&first.event, act)))?;
    FIRST_STANDING.all(tx, first.iter().map(|first| first.standing.values()))
}
