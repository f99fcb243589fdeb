//! Does the book follow from its lines? What they tell of rows is held against the rows, both ways, and
//! with it the contacts, the clock, the wordings and the form of the file.

use super::told::{Mark, Told, Word};
use super::witness::{FIRST, digest, selection};
use crate::counter::{self, Counter};
use crate::engine::{Key, Result, Row, Tx, schema_faults};
use crate::notice;
use crate::personal::tables;
use crate::table::{Table, Witness};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What the lines say, added up.
pub(super) struct Facts {
    pub erased: HashSet<i64>,
    pub undone: HashSet<i64>,
    pub created: HashSet<i64>,
    pub latest: String,
    pub told: Told,
    pub imports: Imports,
}

/// More than so many faults of one kind are counted, not listed.
const LISTED: usize = 20;

/// What does not follow, in words; nothing where everything does. How the book stood before lines told of
/// rows nobody can say, so rows are compared only since then.
///
/// `there` are the numbers of all contacts, in their order.
pub(super) fn astray(tx: &Tx<'_>, mut facts: Facts, there: &[i64]) -> Result<Vec<String>> {
    let mut found = schema_faults(tx)?;
    found.extend(notice::forged(tx)?);
    if super::latest_line(tx)? != facts.latest {
        found.push("The latest date of the records does not follow from its lines.".into());
    }
    if let Some(seq) = facts.told.odd {
        found.push(format!("Line {seq} tells of the book what Forecourt never writes."));
    }
    if facts.told.since.is_some() {
        for (at, table) in tables().enumerate() {
            if let Some(witness) = table.witness() {
                found.extend(rows(tx, at, table, witness, &mut facts.told)?);
            }
        }
        found.extend(facts.contacts(tx, there)?);
    }
    Ok(found)
}

/// Holds the rows of a table against the last word on each.
fn rows(tx: &Tx<'_>, at: usize, table: &Table, witness: &Witness, told: &mut Told) -> Result<Vec<String>> {
    let mut faults = Faults::default();
    let mut words: BTreeMap<Key, Word> = told.take(at).into_iter().collect();
    let what = |key: &Key| match witness.facts {
        "" => format!("What is stored of {} {key} does", witness.row),
        facts => format!("The {facts} of {} {key} do", witness.row),
    };
    let mut row = |key: Key, word: Option<Word>, row: &Row<'_>| -> Result<()> {
        match word {
            Some(Word { mark: Mark::Is(told), seq, .. }) if digest(witness, row, FIRST)? != told => {
                faults.push(format!("{} not follow from the ledger (line {seq}).", what(&key)));
            }
            Some(Word { mark: Mark::Is(_) | Mark::There, .. }) => {}
            Some(Word { mark: Mark::Gone, seq, .. }) => {
                faults
                    .push(format!("{} {key} is there, and line {seq} says that it went.", capital(witness)));
            }
            None if witness.all => {
                faults.push(format!("{} {key} is there, and no line tells of it.", capital(witness)));
            }
            None => {}
        }
        Ok(())
    };
    let selection = selection(table, witness);
    if witness.all {
        tx.each(&selection, &[], |found| {
            let key = found.key(0)?;
            let word = words.remove(&key);
            row(key, word, found)
        })?;
    } else {
        // Nobody tells of most of them.
        let one = format!("{selection} WHERE {} = ?", witness.key);
        let mut missing = BTreeMap::new();
        for (key, word) in words {
            let found = tx.one(&one, &[key.value()], |found| row(found.key(0)?, Some(word), found))?;
            if found.is_none() {
                missing.insert(key, word);
            }
        }
        words = missing;
    }
    let missing: BTreeSet<(i64, Key)> = words
        .into_iter()
        .filter(|(_, word)| word.mark != Mark::Gone)
        .map(|(key, word)| (word.seq, key))
        .collect();
    for (seq, key) in missing {
        faults.push(format!("{} {key} is missing; line {seq} tells of it.", capital(witness)));
    }
    Ok(faults.said(witness.row))
}

fn capital(witness: &Witness) -> String {
    let mut letters = witness.row.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[derive(Default)]
struct Faults {
    listed: Vec<String>,
    more: usize,
}

impl Faults {
    fn push(&mut self, words: String) {
        if self.listed.len() < LISTED {
            self.listed.push(words);
        } else {
            self.more += 1;
        }
    }

    fn said(mut self, of: &str) -> Vec<String> {
        if self.more > 0 {
            self.listed.push(format!("And {} more of the kind: {of}.", self.more));
        }
        self.listed
    }
}

/// Which contacts came from which import.
pub(super) struct Imports {
    /// First contact to last contact and import.
    ranges: BTreeMap<i64, (i64, i64)>,
}

impl Imports {
    pub fn load(tx: &Tx<'_>) -> Result<Self> {
        let rows = tx.all(
            "SELECT first_contact, last_contact, id FROM import_batch WHERE first_contact <> 0",
            &[],
            |row| Ok((row.int(0)?, (row.int(1)?, row.int(2)?))),
        )?;
        Ok(Self { ranges: rows.into_iter().collect() })
    }

    /// The import that a contact of this number came from.
    pub fn of(&self, contact: i64) -> Option<i64> {
        let (_, (last, import)) = self.ranges.range(..=contact).next_back()?;
        (contact <= *last).then_some(*import)
    }
}

impl Facts {
    /// Every contact was made by a line or an import; and whoever was made is there, unless a line says
    /// that they went.
    fn contacts(&self, tx: &Tx<'_>, there: &[i64]) -> Result<Vec<String>> {
        let mut faults = Faults::default();
        for id in there.iter().filter(|id| self.imports.of(**id).is_none() && !self.created.contains(id)) {
            faults.push(format!("Contact {id} is there, and no line or import made it."));
        }
        let is_told = |id: &i64| {
            self.erased.contains(id)
                || self.imports.of(*id).is_some_and(|import| self.undone.contains(&import))
        };
        let imported = self
            .imports
            .ranges
            .iter()
            .filter(|(_, (_, import))| !self.undone.contains(import))
            .flat_map(|(first, (last, _))| *first..=*last);
        let mut gone: Vec<i64> = self
            .created
            .iter()
            .copied()
            .chain(imported)
            .filter(|id| there.binary_search(id).is_err() && !is_told(id))
            .collect();
        gone.sort_unstable();
        for id in gone {
            faults.push(format!("Contact {id} is missing, and no line says why."));
        }
        if !counter::are_ours(tx)? {
            faults.push("The kept numbers are not those that Forecourt keeps.".into());
        }
        if counter::value(tx, Counter::Contacts)? != i64::try_from(there.len()).unwrap_or(i64::MAX) {
            faults.push("The number of contacts that is kept is not how many there are.".into());
        }
        if counter::value(tx, Counter::Vehicles)? != tx.number("SELECT count(*) FROM vehicle", &[])? {
            faults.push("The number of vehicles that is kept is not how many there are.".into());
        }
        Ok(faults.said("contact"))
    }
}
