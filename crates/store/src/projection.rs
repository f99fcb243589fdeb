//! Does what contacts allow follow from their events (SPEC 2.7, invariant 1)? Part of the ledger's
//! verification: a standing that was changed by hand would answer every question wrongly.

use crate::consent::StandingRow;
use crate::consent::row::{Move, date_at, move_at, moving_columns};
use crate::engine::{Result, Row, Stored, Tx, Walk};
use crate::values;
use chrono::NaiveDate;
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::ContactId;
use std::collections::HashMap;

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
     WHERE e.contact_id >= ? AND a.id = e.act_id ORDER BY e.contact_id, e.seq"
);

/// Where in a row of those the columns that move a standing begin, and where its date is.
const MOVE: usize = 2;
const DATE: usize = MOVE + 9;

/// The newest event of the first contact whose standing is not what its events add up to; 0 where
/// there is a standing without any event.
pub(crate) fn first_that_differs(tx: &Tx<'_>) -> Result<Option<i64>> {
    // Events whose standing is gone; told of where every standing that is there holds.
    let mut of_nobody: Option<i64> = None;
    let mut note = |seq: i64| of_nobody = Some(of_nobody.map_or(seq, |first| first.min(seq)));
    let mut firsts = Firsts::default();
    let differs = tx.walk(STANDINGS, &[], |standings| {
        tx.walk(EVENTS, values![i64::MIN], |events| {
            while let Some(stored) = standings.row() {
                let contact = stored.int(0)?;
                let mut replayed = Standing::default();
                let mut is_known = false;
                let (mut count, mut newest) = (0, 0);
                while let Some((of, seq)) = numbers(events)?.filter(|(of, _)| *of <= contact) {
                    if of < contact {
                        note(seq);
                    } else if let Some(event) = events.row() {
                        if count == 0 && stored.int(1)? == 1 {
                            is_known = firsts.give(&event, &stored)?;
                        }
                        if !is_known {
                            let Move { change, actor, method } = move_at(&event, MOVE)?;
                            replayed.apply_change(&change, actor, method, date_at(&event, DATE)?);
                        }
                        (count, newest) = (count + 1, seq);
                    }
                    events.step()?;
                }
                // What one event gives is not what two add up to.
                let holds = match is_known {
                    true => count == 1,
                    false => is_stored(&StandingRow::of(ContactId::new(contact), &replayed), &stored)?,
                };
                if !holds {
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
        if !is_same(stored.text_ref(column)?, word) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Comparing nothing with nothing takes longer than comparing words: the processor is sent to a place that is
/// none. Most columns hold nothing.
fn is_same(one: &str, other: &str) -> bool {
    one.len() == other.len() && (one.is_empty() || one == other)
}

/// How many kinds of first events are kept.
const KINDS: usize = 1024;

/// Two days, to see where in a standing the date of its one event stands.
const DAYS: [Option<NaiveDate>; 2] =
    [NaiveDate::from_ymd_opt(2001, 2, 3), NaiveDate::from_ymd_opt(2014, 5, 16)];

/// What contacts allow of whom one event is recorded, by all of the event but its date. These are most, and
/// an import makes a hundred thousand that differ in nothing else. Only says that a standing is what its
/// event gives; that it is not is found out by replaying it.
#[derive(Default)]
struct Firsts {
    kinds: HashMap<Vec<u8>, Option<Kind>>,
    /// Room for the columns of one event.
    key: Vec<u8>,
}

impl Firsts {
    /// Is this surely what the event gives?
    fn give(&mut self, event: &Row<'_>, stored: &Row<'_>) -> Result<bool> {
        self.key.clear();
        for column in MOVE..DATE {
            match event.stored(column)? {
                Stored::Number(number) => self.key.extend(number.to_be_bytes()),
                Stored::Bytes(bytes) => {
                    self.key.extend((bytes.len() as u64).to_be_bytes());
                    self.key.extend(bytes);
                }
            }
        }
        if let Some(kind) = self.kinds.get(&self.key) {
            return kind.as_ref().map_or(Ok(false), |kind| kind.is(event.text_ref(DATE)?, stored));
        }
        if self.kinds.len() < KINDS {
            self.kinds.insert(self.key.clone(), Kind::of(event)?);
        }
        Ok(false)
    }
}

/// A standing in which the date of its one event is left open.
struct Kind {
    numbers: [i64; 3],
    /// What stands before, between and behind the dates.
    words: [Vec<String>; 8],
}

impl Kind {
    /// `None` where it hangs on the date in another way, or where that cannot be told.
    fn of(event: &Row<'_>) -> Result<Option<Self>> {
        let Move { change, actor, method } = move_at(event, MOVE)?;
        let [Some(one), Some(other)] = DAYS else { return Ok(None) };
        // What is restored has dates of its own.
        if change.is_undo() {
            return Ok(None);
        }
        let [one_row, other_row] = [one, other].map(|date| {
            let mut standing = Standing::default();
            standing.apply_change(&change, actor, method, date);
            StandingRow::of(ContactId::new(0), &standing)
        });
        let (numbers, words) = one_row.parts();
        let (other_numbers, other_words) = other_row.parts();
        let around = |words: [&str; 8], date: NaiveDate| {
            let date = date.to_string();
            words.map(|word| word.split(&date).map(str::to_owned).collect::<Vec<_>>())
        };
        let words = around(words, one);
        let is_alike = numbers == other_numbers && words == around(other_words, other);
        Ok(is_alike.then_some(Self { numbers, words }))
    }

    fn is(&self, date: &str, stored: &Row<'_>) -> Result<bool> {
        let digits = |from: usize, to: usize| date.get(from..to).is_some_and(is_digits);
        if date.len() != 10 || !(digits(0, 4) && digits(5, 7) && digits(8, 10)) {
            return Ok(false);
        }
        for (column, number) in (1..).zip(self.numbers) {
            if stored.int(column)? != number {
                return Ok(false);
            }
        }
        for (column, around) in (4..).zip(&self.words) {
            if !is_filled(around, date, stored.text_ref(column)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Is the text what stands around the date, with the date?
fn is_filled(around: &[String], date: &str, text: &str) -> bool {
    let mut rest = Some(text);
    for (at, piece) in around.iter().enumerate() {
        if at > 0 {
            rest = rest.and_then(|rest| rest.strip_prefix(date));
        }
        // As in `is_same`.
        if !piece.is_empty() {
            rest = rest.and_then(|rest| rest.strip_prefix(piece.as_str()));
        }
    }
    rest.is_some_and(str::is_empty)
}
