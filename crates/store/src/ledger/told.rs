//! What the lines tell of rows, replayed: the last word on each.

use super::witness::{Digest, EVERYTHING, GONE, THERE};
use crate::engine::Key;
use crate::personal::tables;
use std::collections::HashMap;

/// The last word on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Is(Digest),
    There,
    Gone,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub mark: Mark,
    /// The line that says it.
    pub seq: i64,
    /// The contact with whom it goes, 0 for none.
    of: i64,
}

/// The last word on every row, by the place of its table among all, and its key.
#[derive(Default)]
pub(super) struct Told {
    rows: HashMap<usize, HashMap<Key, Word>>,
    /// The line since which no row stands without one.
    pub since: Option<i64>,
    /// Something in what the lines tell that Forecourt never writes.
    pub odd: Option<i64>,
    /// When contacts went, by the line.
    gone: HashMap<i64, i64>,
}

impl Told {
    /// Takes in what a line tells.
    pub fn line(&mut self, seq: i64, text: &str) {
        let mut rows = text.lines().peekable();
        if rows.next_if_eq(&EVERYTHING).is_some() {
            // Once: a second beginning would vouch for whatever stands then.
            if self.since.is_some() {
                self.odd.get_or_insert(seq);
                return;
            }
            self.since = Some(seq);
            let before = std::mem::take(&mut self.rows);
            self.rows(seq, rows);
            // What was told already has to stand as it was told.
            for (at, words) in before {
                let now = self.rows.entry(at).or_default();
                for (key, word) in words {
                    if now.get(&key).is_some_and(|now| now.mark != word.mark && now.mark != Mark::There) {
                        self.odd.get_or_insert(seq);
                    }
                    now.entry(key).or_insert(word);
                }
            }
            return;
        }
        self.rows(seq, rows);
    }

    fn rows<'t>(&mut self, seq: i64, rows: impl Iterator<Item = &'t str>) {
        for row in rows {
            if self.row(seq, row).is_none() {
                self.odd.get_or_insert(seq);
            }
        }
    }

    fn row(&mut self, seq: i64, row: &str) -> Option<()> {
        let mut parts = row.split('\t');
        let (table, key, mark) = (parts.next()?, parts.next()?, parts.next()?);
        let of = parts.next().map_or(Some(0), |of| of.parse().ok())?;
        let (at, witness) = tables().enumerate().find_map(|(at, declared)| {
            declared.witness().filter(|_| declared.name == table).map(|witness| (at, witness))
        })?;
        let key = if witness.numbered { Key::Number(key.parse().ok()?) } else { Key::from(key) };
        let mark = match mark {
            GONE => Mark::Gone,
            THERE => Mark::There,
            digest => {
                let digest = data_encoding::HEXLOWER.decode(digest.as_bytes()).ok()?;
                Mark::Is(digest.try_into().ok()?)
            }
        };
        self.rows.entry(at).or_default().insert(key, Word { mark, seq, of });
        Some(())
    }

    /// A line says that a contact is gone: what was said of its rows before holds no more.
    pub fn contact_gone(&mut self, contact: i64, seq: i64) {
        self.gone.insert(contact, seq);
    }

    /// The last words on the rows of a table, but for those that went with their contact.
    pub fn take(&mut self, table: usize) -> HashMap<Key, Word> {
        let mut words = self.rows.remove(&table).unwrap_or_default();
        words.retain(|_, word| word.of == 0 || self.gone.get(&word.of).is_none_or(|gone| *gone <= word.seq));
        words
    }
}
