//! Reading events and standings out of rows, whichever statement joins them to what.

use crate::engine::{Error, Result, Row};
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::consent::{Actor, Basis, Evidence, Method, Screen};
use forecourt_domain::ids::{ContactId, WorkstationId};
use forecourt_domain::time::{Moment, civil_date};

/// The columns of [`event_at`], with `"e."` in front of each where a statement joins tables.
macro_rules! event_columns {
    ($($of:literal)?) => {
        concat!(
            $($of,)? "seq, ", $($of,)? "event_id, ", $($of,)? "contact_id, ", $($of,)? "cells, ",
            $($of,)? "exclusion, ", $($of,)? "reconfirmed, ", $($of,)? "reviewed, ", $($of,)? "basis, ",
            $($of,)? "actor, ", $($of,)? "workstation_id, ", $($of,)? "screen, ", $($of,)? "method, ",
            $($of,)? "evidence, ", $($of,)? "notice, ", $($of,)? "local_date, ", $($of,)? "at, ",
            $($of,)? "zone, ", $($of,)? "clock_suspect, ", $($of,)? "notes, ", $($of,)? "deferred"
        )
    };
}
pub(crate) use event_columns;

/// `consent_standing.excluded`: 0 no, 1 yes, 2 yes and by the contact's own act (G6).
pub(super) const EXCLUDED_BY_CUSTOMER: i64 = 2;

/// Reads a standing from ten columns that begin at `from`; lists join them to their rows.
///
/// # Errors
/// When a column is missing.
pub(crate) fn standing_from(row: &Row<'_>, from: usize) -> Result<Standing> {
    let occasion = |at: usize| -> Result<Option<Occasion>> {
        let date = civil_date(row.text_ref(at)?);
        Ok(date.map(|date| Occasion {
            date,
            method: row.text_ref(at + 1).ok().and_then(Method::from_word).unwrap_or(Method::Import),
            actor: Actor::from_text(row.text_ref(at + 2).unwrap_or_default()),
        }))
    };
    Ok(Standing {
        version: row.int(from)?,
        excluded: row.flag(from + 1)?,
        excluded_by_customer: row.int(from + 1)? == EXCLUDED_BY_CUSTOMER,
        cells: Standing::cells_from_text(row.text_ref(from + 2)?),
        last_consent_given: occasion(from + 3)?,
        last_reviewed: occasion(from + 6)?,
        deferrals: u32::try_from(row.int(from + 9)?).unwrap_or(u32::MAX),
    })
}

/// Reads an event from columns that begin at `from`.
pub(crate) fn event_at(row: &Row<'_>, from: usize) -> Result<ConsentEvent> {
    let at = Moment::parse(row.text_ref(from + 15)?).ok_or_else(|| Error::damaged("a time that is none"))?;
    Ok(ConsentEvent {
        seq: row.int(from)?,
        event_id: row.text(from + 1)?,
        contact: ContactId::new(row.int(from + 2)?),
        change: Change {
            cells: Change::cells_from_text(row.text_ref(from + 3)?),
            exclusion: match row.int(from + 4)? {
                0 => Some(false),
                1 => Some(true),
                _ => None,
            },
            reconfirmed: row.flag(from + 5)?,
            reviewed: row.flag(from + 6)?,
            basis: Basis::from_word(row.text_ref(from + 7)?),
            deferred: row.flag(from + 19)?,
            restored: Change::restored_from_text(row.text_ref(from + 3)?),
        },
        actor: Actor::from_text(row.text_ref(from + 8)?),
        workstation: WorkstationId::new(row.int(from + 9)?),
        screen: Screen::from_word(row.text_ref(from + 10)?).unwrap_or(Screen::System),
        method: Method::from_word(row.text_ref(from + 11)?).unwrap_or(Method::Import),
        evidence: Evidence::from_strength(row.int(from + 12)?),
        notice: row.text(from + 13)?,
        local_date: civil_date(row.text_ref(from + 14)?)
            .ok_or_else(|| Error::damaged("a date that is none"))?,
        at,
        zone: row.text(from + 16)?,
        clock_suspect: row.flag(from + 17)?,
        notes: row.text(from + 18)?,
    })
}

/// What the ledger committed to for an event, as it was written out when it was appended, from
/// columns that begin at `from`. Taken from the row as it stands, not from the event read out of it:
/// reading overlooks what it does not know and stops at what it cannot read, and tampering must show
/// either way.
pub(crate) fn content_from(row: &Row<'_>, from: usize) -> Result<String> {
    let text = |column| row.text(from + column);
    let number = |column| row.int(from + column).map(|number| number.to_string());
    let flag = |column, word: &str| match row.int(from + column)? {
        0 => Ok(String::new()),
        1 => Ok(word.to_owned()),
        other => Ok(other.to_string()),
    };
    let parts: [Result<String>; 19] = [
        text(1),
        number(2),
        row.text_ref(from + 3).map(|cells| cells.replace('\n', ";")),
        number(4),
        flag(5, "reconfirmed"),
        flag(6, "reviewed"),
        flag(19, "deferred"),
        text(7),
        text(8),
        number(9),
        text(10),
        text(11),
        number(12),
        text(13),
        text(14),
        text(15),
        text(16),
        flag(17, "suspect"),
        text(18),
    ];
    Ok(parts.into_iter().collect::<Result<Vec<_>>>()?.join("\n"))
}
