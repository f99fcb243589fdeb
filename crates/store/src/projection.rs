//! Does what contacts allow follow from their events (SPEC 2.7, invariant 1)? Part of the ledger's
//! verification: a standing that was changed by hand would answer every question wrongly.

use crate::consent::{self, standing_from};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::ContactId;

const STANDINGS: &str = "SELECT contact_id, version, excluded, cells, given_on, given_method, given_actor,
        reviewed_on, reviewed_method, reviewed_actor, deferrals, oldest
     FROM consent_standing ORDER BY contact_id";

/// The newest event of the first contact whose standing is not what its events add up to; 0 where
/// there is a standing without any event.
pub(crate) fn first_that_differs(tx: &Tx<'_>) -> Result<Option<i64>> {
    let mut differs = None;
    tx.until(STANDINGS, &[], |row| {
        let contact = ContactId::new(row.int(0)?);
        let stored = standing_from(row, 1)?;
        let (replayed, newest) = replay(tx, contact)?;
        let oldest = replayed.oldest_permission().map(|date| date.to_string()).unwrap_or_default();
        if stored != replayed || row.text_ref(11)? != oldest {
            differs = Some(newest);
        }
        Ok(differs.is_some())
    })?;
    if differs.is_some() {
        return Ok(differs);
    }
    // Events whose standing is gone.
    tx.one(
        "SELECT e.seq FROM consent_event e
         WHERE NOT EXISTS (SELECT 1 FROM consent_standing s WHERE s.contact_id = e.contact_id)
         ORDER BY e.seq LIMIT 1",
        values![],
        |row| row.int(0),
    )
}

fn replay(tx: &Tx<'_>, contact: ContactId) -> Result<(Standing, i64)> {
    let mut standing = Standing::default();
    let mut newest = 0;
    for event in consent::events(tx, contact)? {
        standing.apply(&event);
        newest = event.seq;
    }
    Ok((standing, newest))
}
