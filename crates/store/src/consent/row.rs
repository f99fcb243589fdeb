//! Reading events and standings out of rows, whichever statement joins them to what.

use crate::engine::{Error, Result, Row};
use chrono::NaiveDate;
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::consent::{Actor, Basis, Evidence, Method, Screen};
use forecourt_domain::ids::{ContactId, WorkstationId};
use forecourt_domain::time::{Moment, civil_date};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The columns of [`event_at`] and [`content_from`]: of the event `e`, what it did `a`, and its line `l`.
macro_rules! event_columns {
    () => {
        event_columns!("l.at")
    };
    // Where the line is read beside it, the time comes from there.
    ($at:literal) => {
        concat!(
            "e.seq, e.event_id, e.contact_id, a.cells, a.exclusion, a.reconfirmed, a.reviewed, a.basis, a.actor, \
             a.workstation_id, a.screen, a.method, a.evidence, a.notice, e.local_date, ",
            $at,
            ", a.zone, e.clock_suspect, e.notes, a.deferred, e.restored"
        )
    };
}
pub(crate) use event_columns;

/// The columns of [`move_at`], of the event `e` and what it did `a`, and the date behind them.
macro_rules! moving_columns {
    () => {
        "a.cells, a.exclusion, a.reconfirmed, a.reviewed, a.basis, a.deferred, e.restored, a.actor, a.method, \
         e.local_date"
    };
}
pub(crate) use moving_columns;

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
pub(super) fn event_at(row: &Row<'_>, from: usize) -> Result<ConsentEvent> {
    let at = Moment::parse(row.text_ref(from + 15)?).ok_or_else(|| Error::damaged("a time that is none"))?;
    let change = change_from(row, [3, 4, 5, 6, 7, 19, 20].map(|column| from + column))?;
    Ok(ConsentEvent {
        seq: row.int(from)?,
        event_id: row.text(from + 1)?,
        contact: ContactId::new(row.int(from + 2)?),
        change,
        actor: Actor::from_text(row.text_ref(from + 8)?),
        workstation: WorkstationId::new(row.int(from + 9)?),
        screen: Screen::from_word(row.text_ref(from + 10)?).unwrap_or(Screen::System),
        method: Method::from_word(row.text_ref(from + 11)?).unwrap_or(Method::Import),
        evidence: Evidence::from_strength(row.int(from + 12)?),
        notice: row.text(from + 13)?,
        local_date: date_at(row, from + 14)?,
        at,
        zone: row.text(from + 16)?,
        clock_suspect: row.flag(from + 17)?,
        notes: row.text(from + 18)?,
    })
}

/// What an event does to a standing: [`Standing::apply_change`] takes it.
pub(crate) struct Move {
    pub change: Change,
    pub actor: Actor,
    pub method: Method,
}

/// Reads of an event only what moves a standing, but for its date; the columns begin at `from`.
pub(crate) fn move_at(row: &Row<'_>, from: usize) -> Result<Move> {
    Ok(Move {
        change: change_from(row, [0, 1, 2, 3, 4, 5, 6].map(|column| from + column))?,
        actor: Actor::from_text(row.text_ref(from + 7)?),
        method: Method::from_word(row.text_ref(from + 8)?).unwrap_or(Method::Import),
    })
}

fn change_from(row: &Row<'_>, columns: [usize; 7]) -> Result<Change> {
    let [cells, exclusion, reconfirmed, reviewed, basis, deferred, restored] = columns;
    // As the one text that was committed to: which part of it stands where says nothing.
    let cells = cells_text(row, cells, restored)?;
    Ok(Change {
        cells: Change::cells_from_text(&cells),
        exclusion: match row.int(exclusion)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        },
        reconfirmed: row.flag(reconfirmed)?,
        reviewed: row.flag(reviewed)?,
        basis: Basis::from_word(row.text_ref(basis)?),
        deferred: row.flag(deferred)?,
        restored: Change::restored_from_text(&cells),
    })
}

/// [`Change::cells_text`], put together of its parts.
fn cells_text<'r>(row: &'r Row<'_>, moved: usize, restored: usize) -> Result<Cow<'r, str>> {
    let (moved, restored) = (row.text_ref(moved)?, row.text_ref(restored)?);
    Ok(if restored.is_empty() { moved.into() } else { [moved, restored].concat().into() })
}

pub(crate) fn date_at(row: &Row<'_>, column: usize) -> Result<NaiveDate> {
    civil_date(row.text_ref(column)?).ok_or_else(|| Error::damaged("a date that is none"))
}

/// What the ledger committed to for an event, as it was written out when it was appended at `at`, from
/// columns that begin at `from`, in place of what `content` holds. Taken from the rows as they stand, not
/// from the event read out of them: reading overlooks what it does not know and stops at what it cannot
/// read, and tampering must show either way.
pub(crate) fn content_from(row: &Row<'_>, from: usize, at: &str, content: &mut String) -> Result<()> {
    content.clear();
    let text = |content: &mut String, column| -> Result<()> {
        content.push_str(row.text_ref(from + column)?);
        content.push('\n');
        Ok(())
    };
    let number = |content: &mut String, column| -> Result<()> {
        // Writing to a text cannot fail.
        let _ = writeln!(content, "{}", row.int(from + column)?);
        Ok(())
    };
    let flag = |content: &mut String, column, word| -> Result<()> {
        match row.int(from + column)? {
            0 => content.push('\n'),
            1 => {
                content.push_str(word);
                content.push('\n');
            }
            _ => number(content, column)?,
        }
        Ok(())
    };
    text(content, 1)?;
    number(content, 2)?;
    for part in [3, 20] {
        for (at, line) in row.text_ref(from + part)?.split('\n').enumerate() {
            if at > 0 {
                content.push(';');
            }
            content.push_str(line);
        }
    }
    content.push('\n');
    number(content, 4)?;
    flag(content, 5, "reconfirmed")?;
    flag(content, 6, "reviewed")?;
    flag(content, 19, "deferred")?;
    text(content, 7)?;
    text(content, 8)?;
    number(content, 9)?;
    text(content, 10)?;
    text(content, 11)?;
    number(content, 12)?;
    text(content, 13)?;
    text(content, 14)?;
    content.push_str(at);
    content.push('\n');
    text(content, 16)?;
    flag(content, 17, "suspect")?;
    content.push_str(row.text_ref(from + 18)?);
    Ok(())
}
