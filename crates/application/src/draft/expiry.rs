//! Drafts that nobody came back to. One of a new contact is about somebody who is in no list and whom no
//! erasure finds, so it does not lie about for long.

use forecourt_dispatch::registry::Upkeep;
use forecourt_domain::time::Moment;
use forecourt_store::draft;

/// A week: over a weekend and a few days off, and no longer.
const SECONDS: i64 = 7 * 24 * 60 * 60;

fn oldest(now: Moment) -> String {
    now.plus_seconds(-SECONDS).to_text()
}

/// At an opening: what came to be too old since.
pub(crate) const EXPIRY: Upkeep = Upkeep {
    is_due: |tx, now| Ok(draft::any_before(tx, &oldest(now))?),
    run: |writing| {
        draft::drop_before(writing.tx, &oldest(writing.now))?;
        Ok(())
    },
};
