//! Does what contacts allow follow from their events (SPEC 2.7, invariant 1)? Part of the ledger's
//! verification: a standing that was changed by hand would answer every question wrongly.

use crate::consent::StandingRow;
use crate::consent::row::{moving_columns, take_in};
use crate::engine::{Result, Row, Tx, Walk};
use crate::values;
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::ContactId;

/// Every standing, from contact to contact.
pub(crate) const STANDINGS: &str =
    "SELECT s.contact_id, s.version, s.excluded, s.deferrals, s.cells, s.given_on,
        s.given_method, s.given_actor, s.reviewed_on, s.reviewed_method, s.reviewed_actor, s.oldest
     FROM consent_standing s ORDER BY s.contact_id";

/// Every event beside them: those of a contact together, oldest first.
pub(crate) const EVENTS: &str = concat!(
    "SELECT e.contact_id, e.seq, ",
    moving_columns!(),
    " FROM consent_event e CROSS JOIN consent_act a
     WHERE e.contact_id > ? AND a.id = e.act_id ORDER BY e.contact_id, e.seq"
);

/// The newest event of the first contact whose standing is not what its events add up to; 0 where
/// there is a standing without any event.
pub(crate) fn first_that_differs(tx: &Tx<'_>) -> Result<Option<i64>> {
    // Events whose standing is gone; told of where every standing that is there holds.
    let mut of_nobody: Option<i64> = None;
    let mut note = |seq: i64| of_nobody = Some(of_nobody.map_or(seq, |first| first.min(seq)));
    let differs = tx.walk(STANDINGS, &[], |standings| {
        tx.walk(EVENTS, values![i64::MIN], |events| {
            while let Some(stored) = standings.row() {
                let contact = stored.int(0)?;
                let mut replayed = Standing::default();
                let mut newest = 0;
                while let Some((of, seq)) = numbers(events)?.filter(|(of, _)| *of <= contact) {
                    if of < contact {
                        note(seq);
                    } else if let Some(event) = events.row() {
                        take_in(&mut replayed, &event, 2)?;
                        newest = seq;
                    }
                    events.step()?;
                }
                if !is_stored(&StandingRow::of(ContactId::new(contact), &replayed), &stored)? {
                    return Ok(Some(newest));
                }
                standings.step()?;
            }
            while let Some((_, seq)) = numbers(events)? {
                note(seq);
                events.step()?;
            }
            Ok(None)
        })
    })?;
    Ok(differs.or(of_nobody))
}

/// Whose event comes next, and its number.
fn numbers(events: &Walk<'_>) -> Result<Option<(i64, i64)>> {
    events.row().map(|event| Ok((event.int(0)?, event.int(1)?))).transpose()
}

/// Letter for letter: a word that nobody knows would read back as none.
fn is_stored(standing: &StandingRow, stored: &Row<'_>) -> Result<bool> {
    let (numbers, words) = standing.parts();
    for (column, number) in (1..).zip(numbers) {
        if stored.int(column)? != number {
            return Ok(false);
        }
    }
    for (column, word) in (4..).zip(words) {
        if stored.text_ref(column)? != word {
            return Ok(false);
        }
    }
    Ok(true)
}
