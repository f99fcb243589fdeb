//! What a line tells of the rows that were written with it: a digest of each, beside the payload and
//! part of what the line commits to. Verification replays them ([`super::told`]).
//!
//! A row that an erasure deletes is told of only in lines about its contact, which lose their content
//! with it: what is left of the ledger holds no digest of anything that was erased. A row about a
//! contact that outlives it, as one of Report Audit does, may be told of by any line, and is told of anew
//! by the line that says that the contact was erased. Every other row is told of in lines about no
//! contact, which keep their content for ever.

use super::Subject;
use crate::engine::{Changed, Error, Key, Result, Row, Stored, Tx};
use crate::personal::tables;
use crate::table::{Table, Witness};
use crate::values;
use forecourt_domain::ledger::{Hash, commit};
use sha2::{Digest as _, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Half of a SHA-256: nobody finds a second row for one of these.
pub(super) type Digest = [u8; 16];

/// The line that tells of every row there is begins so: from here on no row stands without a line.
pub(super) const EVERYTHING: &str = "*";
/// In the place of a digest: the row was deleted.
pub(super) const GONE: &str = "-";
/// In the place of a digest: the row is there, and what it says could be guessed from a digest.
pub(super) const THERE: &str = "+";

/// What a line commits to: its content, and what it tells of rows. A line that tells of none commits as
/// lines always did. Nothing else that is committed to begins with a zero byte.
pub(super) fn commit_to(salt: &[u8], content: &str, witness: &str) -> Hash {
    if witness.is_empty() {
        return commit(salt, content.as_bytes());
    }
    let length = (content.len() as u64).to_be_bytes();
    commit(salt, &[&[0], length.as_slice(), content.as_bytes(), witness.as_bytes()].concat())
}

/// What each of the lines about these tells; nothing at all where no row waits. What none of them may tell goes on
/// waiting.
pub(super) fn carried(tx: &Tx<'_>, subjects: impl Iterator<Item = Subject>) -> Result<Vec<String>> {
    let changed = tx.take_changed();
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let (mut texts, mut of_nobody, mut of_contacts) = (Vec::new(), None, HashMap::new());
    for (at, subject) in subjects.enumerate() {
        texts.push(String::new());
        match subject {
            Subject::Contact(id) => drop(of_contacts.insert(id.get(), at)),
            Subject::None | Subject::Other(..) => drop(of_nobody.get_or_insert(at)),
        }
    }
    let mut waiting = Vec::new();
    let everything = changed.contains(&Changed::Everything);
    for change in changed {
        let Changed::Row { table, key, gone_of } = &change else { continue };
        if everything && of_nobody.is_some() {
            continue;
        }
        let (of, mark) = match gone_of {
            Some(of) => (*of, GONE.to_owned()),
            None => now(tx, table, key)?,
        };
        let at = match of_contacts.get(&of).copied() {
            None if of == 0 || outlives(table) => of_nobody,
            at => at,
        };
        match at.and_then(|at| texts.get_mut(at)) {
            Some(text) => tell(text, table, key, &mark, 0),
            None => waiting.push(change),
        }
    }
    if everything {
        match of_nobody.and_then(|at| texts.get_mut(at)) {
            Some(text) => tell_everything(tx, text)?,
            None => waiting.push(Changed::Everything),
        }
    }
    tx.put_back(waiting);
    Ok(texts)
}

/// Whose a row is and what is told of it, as it stands.
fn now(tx: &Tx<'_>, table: &str, key: &Key) -> Result<(i64, String)> {
    let (table, witness) = witnessed(table)?;
    let sql = format!("{} WHERE {} = ?", selection(table, witness), witness.key);
    let found = tx.one(&sql, &[key.value()], |row| {
        Ok((row.int(1)?, data_encoding::HEXLOWER.encode(&digest(witness, row, FIRST)?)))
    })?;
    found.ok_or_else(|| Error::other("a row was noted as written and is not there"))
}

/// Do the rows of this table stay when their contact goes?
fn outlives(name: &str) -> bool {
    tables().any(|table| table.name == name && !table.erased)
}

fn witnessed(name: &str) -> Result<(&'static Table, &'static Witness)> {
    let found = tables().find(|table| table.name == name);
    found
        .and_then(|table| Some((table, table.witness()?)))
        .ok_or_else(|| Error::other("a row was noted of a table without digests"))
}

/// Where the witnessed columns begin in a [`selection`].
pub(super) const FIRST: usize = 2;

/// The rows of a table: key, contact, and what is witnessed.
pub(super) fn selection(table: &Table, witness: &Witness) -> String {
    let of = table.contact_of_row();
    format!("SELECT {}, {of}, {} FROM {}", witness.key, witness.columns.join(", "), table.name)
}

/// The digest of what a row says in these columns. An empty text and a 0 count as nothing, so that a
/// column which is added later changes no digest of before.
pub(super) fn digest(witness: &Witness, row: &Row<'_>, first: usize) -> Result<Digest> {
    let mut hasher = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hasher.update((bytes.len() as u64).to_be_bytes());
        hasher.update(bytes);
    };
    for (at, name) in witness.columns.iter().enumerate() {
        match row.stored(first + at)? {
            Stored::Number(0) | Stored::Bytes([]) => {}
            Stored::Number(number) => {
                part(name.as_bytes());
                part(&number.to_be_bytes());
            }
            Stored::Bytes(bytes) => {
                part(name.as_bytes());
                part(bytes);
            }
        }
    }
    let whole: Hash = hasher.finalize().into();
    whole.first_chunk().copied().ok_or_else(|| Error::other("a digest of another length"))
}

/// One row a line: table, key, digest, and whose it is where its line would outlive the contact.
fn tell(text: &mut String, table: &str, key: &Key, mark: &str, of: i64) {
    // Writing to a text cannot fail.
    let _ = write!(text, "{table}\t{key}\t{mark}");
    if of != 0 {
        let _ = write!(text, "\t{of}");
    }
    text.push('\n');
}

fn tell_everything(tx: &Tx<'_>, text: &mut String) -> Result<()> {
    text.push_str(EVERYTHING);
    text.push('\n');
    for table in tables() {
        let Some(witness) = table.witness().filter(|witness| witness.all) else { continue };
        let sql = format!("{} ORDER BY {}", selection(table, witness), witness.key);
        tx.each(&sql, &[], |row| {
            let of = row.int(1)?;
            let mark = if witness.guessable && of != 0 {
                THERE.to_owned()
            } else {
                data_encoding::HEXLOWER.encode(&digest(witness, row, FIRST)?)
            };
            tell(text, table.name, &row.key(0)?, &mark, of);
            Ok(())
        })?;
    }
    Ok(())
}

/// Begins to tell: the next line about no contact carries every witnessed row as it stands. The first
/// line of a new book does; one of before gets a line of its own at its first start.
pub fn tell_of_everything(tx: &Tx<'_>) {
    tx.wrote_everything();
}

/// Does the ledger tell of rows? An empty one has nothing to tell yet.
pub fn tells_of_rows(tx: &Tx<'_>) -> Result<bool> {
    let first = tx.one("SELECT witness FROM ledger_payload WHERE seq = 1", &[], |row| row.text(0))?;
    if first.is_none_or(|text| text.starts_with(EVERYTHING)) {
        return Ok(true);
    }
    tx.holds(
        "SELECT EXISTS (SELECT 1 FROM ledger WHERE subject_kind <> 'contact' AND action = ?)",
        values![super::BOOK_WITNESSED],
    )
}

/// Has the rows about a contact that outlive it told of anew, by the line that says it is gone.
pub(crate) fn tell_of_kept(tx: &Tx<'_>, contact: i64) -> Result<()> {
    for table in tables().filter(|table| !table.erased && !table.contact_key.is_empty()) {
        let Some(witness) = table.witness() else { continue };
        let sql = format!("SELECT {} FROM {}", witness.key, table.of_contact());
        for key in tx.all(&sql, values![contact], |row| row.key(0))? {
            tx.wrote(table.name, key);
        }
    }
    Ok(())
}
