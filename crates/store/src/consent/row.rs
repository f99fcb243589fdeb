//! Reading events and standings out of rows, whichever statement joins them to what.

use crate::engine::{Error, Result, Row};
use chrono::NaiveDate;
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::standing::{Occasion, Standing};
use forecourt_domain::consent::{Actor, Basis, Evidence, Method, Screen};
use forecourt_domain::ids::{ContactId, WorkstationId};
use forecourt_domain::time::Moment;
use std::borrow::Cow;

/// The columns of [`event_at`] and [`content_from`]: of the event `e`, what it did `a`, and its line `l`.
macro_rules! event_columns {
    () => {
        "e.seq, e.event_id, e.contact_id, a.cells, a.exclusion, a.reconfirmed, a.reviewed, a.basis, a.actor, \
         a.workstation_id, a.screen, a.method, a.evidence, a.notice, e.local_date, l.at, a.zone, \
         e.clock_suspect, e.notes, a.deferred, e.restored"
    };
}
pub(crate) use event_columns;

/// The columns of [`step_at`], of the event `e` and what it did `a`.
macro_rules! step_columns {
    () => {
        "a.cells, a.exclusion, a.reconfirmed, a.reviewed, a.basis, a.deferred, e.restored, a.actor, a.method, \
         e.local_date, e.seq"
    };
}
pub(crate) use step_columns;

/// `consent_standing.excluded`: 0 no, 1 yes, 2 yes and by the contact's own act (G6).
pub(super) const EXCLUDED_BY_CUSTOMER: i64 = 2;

/// Reads a standing from ten columns that begin at `from`; lists join them to their rows.
///
/// # Errors
/// When a column is missing.
pub(crate) fn standing_from(row: &Row<'_>, from: usize) -> Result<Standing> {
    let occasion = |at: usize| -> Result<Option<Occasion>> {
        let date: Option<NaiveDate> = row.text_ref(at)?.parse().ok();
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

/// What of an event moves a standing.
pub(crate) struct Step {
    pub seq: i64,
    change: Change,
    actor: Actor,
    method: Method,
    date: NaiveDate,
}

impl Step {
    pub(crate) fn move_on(&self, standing: &mut Standing) {
        standing.apply_change(&self.change, self.actor, self.method, self.date);
    }
}

/// Reads what of an event moves a standing, from columns that begin at `from`.
pub(crate) fn step_at(row: &Row<'_>, from: usize) -> Result<Step> {
    Ok(Step {
        change: change_from(row, [0, 1, 2, 3, 4, 5, 6].map(|column| from + column))?,
        actor: Actor::from_text(row.text_ref(from + 7)?),
        method: Method::from_word(row.text_ref(from + 8)?).unwrap_or(Method::Import),
        date: date_at(row, from + 9)?,
        seq: row.int(from + 10)?,
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

fn date_at(row: &Row<'_>, column: usize) -> Result<NaiveDate> {
    row.text_ref(column)?.parse().map_err(|_| Error::damaged("a date that is none"))
}

/// What the ledger committed to for an event, as it was written out when it was appended, from
/// columns that begin at `from`. Taken from the rows as they stand, not from the event read out of them:
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
        cells_text(row, from + 3, from + 20).map(|cells| cells.replace('\n', ";")),
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
