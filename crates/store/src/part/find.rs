//! Parts by what somebody types: the beginning of the number first, then the beginnings of words of the
//! description. Each way is one range of one index, entered behind a cursor.

use super::choice::{Choice, Cursor};
use super::record::{COLUMN_COUNT, COLUMNS, Part, from_row};
use crate::engine::{Result, Tx, Value};
use forecourt_domain::part;
use std::cmp::Reverse;

/// Words of a description that are looked for; more do not narrow it further.
const MOST_WORDS: usize = 6;
/// Before a cursor's key, how the part was found.
const NUMBER: &str = "number ";
const WORD: &str = "word ";

/// What narrows every statement here.
fn beside(low: bool, all: bool) -> String {
    let low = if low { " AND p.is_low <> 0" } else { "" };
    let active = if all { "" } else { " AND p.active <> 0" };
    format!("{low}{active}")
}

/// Parts whose number begins so, in its order; behind a number where there is a cursor.
#[must_use]
pub fn by_number(low: bool, all: bool, behind: bool) -> String {
    let from = if behind { ">" } else { ">=" };
    format!(
        "SELECT {COLUMNS}, p.number_key FROM part p WHERE p.number_key {from} ? AND p.number_key < ?{}
         ORDER BY p.number_key LIMIT ?",
        beside(low, all)
    )
}

/// Parts of whose description words begin so: the first word's range, in which each part counts by the first of
/// its words there, and so many other words beside it. Whom the number finds is left out.
#[must_use]
pub fn by_words(others: usize, low: bool, all: bool, behind: bool) -> String {
    let from = if behind { "(w.word, w.part_id) > (?, ?)" } else { "w.word >= ?" };
    let other =
        " AND EXISTS (SELECT 1 FROM part_word x WHERE x.part_id = w.part_id AND x.word >= ? AND x.word < ?)";
    format!(
        "SELECT {COLUMNS}, w.word FROM part_word w JOIN part p ON p.id = w.part_id
         WHERE {from} AND w.word < ? AND NOT EXISTS (SELECT 1 FROM part_word y
             WHERE y.part_id = w.part_id AND y.word >= ? AND y.word < w.word){}
             AND NOT (p.number_key >= ? AND p.number_key < ?){}
         ORDER BY w.word, w.part_id LIMIT ?",
        other.repeat(others),
        beside(low, all)
    )
}

/// What was typed, as the indexes have it.
struct Sought {
    key: String,
    key_end: String,
    /// With the end of their ranges, the rarest first as a rule: the longest.
    words: Vec<(String, String)>,
}

impl Sought {
    fn of(term: &str) -> Self {
        let key = part::key(term);
        let mut words = part::words(term);
        words.truncate(MOST_WORDS);
        words.sort_by_key(|word| Reverse(word.len()));
        let words = words.into_iter().map(|word| (word.clone(), end_of(&word))).collect();
        Self { key_end: end_of(&key), key, words }
    }
}

/// Is anything to be looked for in what was typed?
pub(super) fn seeks(term: &str) -> bool {
    !part::key(term).is_empty()
}

/// At most `limit` parts behind `after` that are found by the choice's term, and where they end.
pub(super) fn page(
    tx: &Tx<'_>,
    choice: &Choice<'_>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<(Vec<Part>, Option<Cursor>)> {
    let sought = Sought::of(choice.term);
    let mut found = Finding { parts: Vec::new(), last: None };
    let word = after.filter(|cursor| cursor.key.starts_with(WORD));
    if word.is_none() {
        found.by_number(tx, choice, &sought, after, limit)?;
    }
    let rest = limit - i64::try_from(found.parts.len()).unwrap_or(limit);
    if rest > 0 {
        found.by_words(tx, choice, &sought, word, rest)?;
    }
    let full = i64::try_from(found.parts.len()).is_ok_and(|rows| rows == limit);
    Ok((found.parts, found.last.filter(|_| full)))
}

/// What was found so far.
struct Finding {
    parts: Vec<Part>,
    last: Option<Cursor>,
}

impl Finding {
    fn take(&mut self, tx: &Tx<'_>, how: &str, sql: &str, values: &[Value<'_>]) -> Result<()> {
        tx.each(sql, values, |row| {
            let part = from_row(row)?;
            self.last =
                Some(Cursor { key: format!("{how}{}", row.text_ref(COLUMN_COUNT)?), id: part.id.get() });
            self.parts.push(part);
            Ok(())
        })
    }

    fn by_number(
        &mut self,
        tx: &Tx<'_>,
        choice: &Choice<'_>,
        sought: &Sought,
        after: Option<&Cursor>,
        limit: i64,
    ) -> Result<()> {
        let behind = after.and_then(|cursor| cursor.key.strip_prefix(NUMBER));
        let sql = by_number(choice.low, choice.all, behind.is_some());
        let from = behind.unwrap_or(&sought.key);
        self.take(tx, NUMBER, &sql, &[from.into(), (&sought.key_end).into(), limit.into()])
    }

    fn by_words(
        &mut self,
        tx: &Tx<'_>,
        choice: &Choice<'_>,
        sought: &Sought,
        after: Option<&Cursor>,
        limit: i64,
    ) -> Result<()> {
        let Some(((word, word_end), others)) = sought.words.split_first() else { return Ok(()) };
        let mut values: Vec<Value<'_>> = Vec::new();
        match after.and_then(|cursor| Some((cursor.key.strip_prefix(WORD)?, cursor.id))) {
            Some((behind, id)) => values.extend([Value::from(behind), id.into()]),
            None => values.push(word.into()),
        }
        values.extend([Value::from(word_end), word.into()]);
        for (word, end) in others {
            values.extend([Value::from(word), end.into()]);
        }
        values.extend([Value::from(&sought.key), (&sought.key_end).into(), limit.into()]);
        let sql = by_words(others.len(), choice.low, choice.all, after.is_some());
        self.take(tx, WORD, &sql, &values)
    }
}

/// At most `limit` parts that are still sold, as [`super::page`] finds them.
pub fn find(tx: &Tx<'_>, term: &str, limit: i64) -> Result<Vec<Part>> {
    if !seeks(term) {
        return Ok(Vec::new());
    }
    Ok(page(tx, &Choice { term, ..Choice::default() }, None, limit)?.0)
}

/// The first text behind everything that begins so.
fn end_of(beginning: &str) -> String {
    format!("{beginning}{}", char::MAX)
}
