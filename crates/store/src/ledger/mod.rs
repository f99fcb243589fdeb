//! The ledger's tables: appending a line, reading a contact's lines, verifying the chain.

mod appender;

pub(crate) use appender::Draft;
pub use appender::{Appender, Entry};

use crate::engine::{Error, Result, Tx};
use crate::values;
use crate::{consent, projection};
use forecourt_domain::ids::ContactId;
use forecourt_domain::ledger::{GENESIS, Hash, Line, chain, commit};
use std::collections::BTreeMap;

/// Whom or what a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// No record in particular.
    #[default]
    None,
    /// A contact.
    Contact(ContactId),
    /// An employee, a report, an import, ... by its kind and number.
    Other(&'static str, i64),
}

impl Subject {
    const fn parts(self) -> (&'static str, i64) {
        match self {
            Self::None => ("", 0),
            Self::Contact(id) => ("contact", id.get()),
            Self::Other(kind, id) => (kind, id),
        }
    }
}

/// Empty only where both are, so that a number slipped in beside an empty kind shows.
fn subject_text(kind: &str, id: i64) -> String {
    if kind.is_empty() && id == 0 { String::new() } else { format!("{kind}:{id}") }
}

fn hash_from(bytes: &[u8]) -> Result<Hash> {
    Hash::try_from(bytes).map_err(|_| Error::damaged("a hash of another length"))
}

/// The last line's number and hash: what the keychain remembers and reports print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 for an empty ledger.
    pub seq: i64,
    /// Its hash as 64 hexadecimal digits.
    pub hash: String,
}

/// Reads the head.
pub fn head(tx: &Tx<'_>) -> Result<Head> {
    let found = tx.one("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1", &[], |row| {
        Ok(Head { seq: row.int(0)?, hash: data_encoding::HEXLOWER.encode(&row.blob(1)?) })
    })?;
    Ok(found.unwrap_or_else(|| Head { seq: 0, hash: data_encoding::HEXLOWER.encode(&GENESIS) }))
}

/// A line as read back, with its payload where that was not erased.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its number.
    pub seq: i64,
    /// UTC text.
    pub at: String,
    /// `employee:3@1`, `customer@1`, `system@0`.
    pub actor: String,
    /// What happened.
    pub action: String,
    /// The JSON payload; empty when erased, or when the line is a consent event.
    pub payload: String,
}

/// The statement behind [`of_contact`].
pub const OF_CONTACT: &str = "SELECT l.seq, l.at, l.actor, l.action, coalesce(p.payload, '')
    FROM ledger l LEFT JOIN ledger_payload p ON p.seq = l.seq
    WHERE l.subject_kind = 'contact' AND l.subject_id = ? AND l.seq < ? ORDER BY l.seq DESC LIMIT ?";

/// The statement behind [`of_action`] and [`of_action_about`].
pub const OF_ACTION: &str = "SELECT l.seq, l.at, l.actor, l.action, coalesce(p.payload, ''), l.subject_id
    FROM ledger l LEFT JOIN ledger_payload p ON p.seq = l.seq
    WHERE l.subject_kind <> 'contact' AND l.action = ? AND l.seq < ? ORDER BY l.seq DESC LIMIT ?";

/// A contact's lines, newest first, before line `before` (exclusive).
pub fn of_contact(tx: &Tx<'_>, contact: ContactId, before: i64, limit: i64) -> Result<Vec<Kept>> {
    tx.all(OF_CONTACT, values![contact.get(), before, limit], kept)
}

/// Lines of one action that are about no contact, newest first (settings history, sign-ins).
pub fn of_action(tx: &Tx<'_>, action: &str, before: i64, limit: i64) -> Result<Vec<Kept>> {
    tx.all(OF_ACTION, values![action, before, limit], kept)
}

/// A line about an employee, a report, ... with the number of what it is about.
#[derive(Debug, Clone)]
pub struct About {
    /// The line.
    pub kept: Kept,
    /// 0 where it is about no record.
    pub subject_id: i64,
}

/// As [`of_action`], with what each line is about.
pub fn of_action_about(tx: &Tx<'_>, action: &str, before: i64, limit: i64) -> Result<Vec<About>> {
    tx.all(OF_ACTION, values![action, before, limit], |row| {
        Ok(About { kept: kept(row)?, subject_id: row.int(5)? })
    })
}

fn kept(row: &crate::Row<'_>) -> Result<Kept> {
    Ok(Kept {
        seq: row.int(0)?,
        at: row.text(1)?,
        actor: row.text(2)?,
        action: row.text(3)?,
        payload: row.text(4)?,
    })
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many lines stand.
    pub lines: i64,
    /// The head.
    pub head: Head,
    /// The first line that does not verify, and what is wrong with it.
    pub first_bad: Option<(i64, &'static str)>,
}

/// Verifies every line, its payload, every consent event, and that the remembered head is still
/// part of the chain (M-02).
///
/// # Errors
/// What the database says; a broken chain is a [`Verdict`], not an error.
pub fn verify(tx: &Tx<'_>, remembered: Option<&Head>) -> Result<Verdict> {
    let mut previous = GENESIS;
    let mut lines = 0;
    let mut first_bad = None;
    // Contacts whose contents are gone, each with the first line of theirs that is concerned.
    let mut gone = BTreeMap::new();
    let mut remembered_found = remembered.is_none_or(|head| head.seq == 0);
    tx.each(
        "SELECT l.seq, l.at, l.actor, l.action, l.subject_kind, l.subject_id, l.commitment, l.hash,
                p.salt, coalesce(p.payload, ''), p.seq IS NULL,
                EXISTS (SELECT 1 FROM contact c WHERE c.id = l.subject_id AND l.subject_kind = 'contact')
         FROM ledger l LEFT JOIN ledger_payload p ON p.seq = l.seq ORDER BY l.seq",
        &[],
        |row| {
            lines += 1;
            if first_bad.is_some() {
                return Ok(());
            }
            let seq = row.int(0)?;
            let commitment = hash_from(&row.blob(6)?).unwrap_or(GENESIS);
            let subject = subject_text(row.text_ref(4)?, row.int(5)?);
            let line = Line {
                seq,
                at: row.text_ref(1)?,
                actor: row.text_ref(2)?,
                action: row.text_ref(3)?,
                subject: &subject,
                commitment: &commitment,
            };
            let hash = chain(&previous, &line);
            if seq != lines {
                first_bad = Some((lines, "a line is missing"));
            } else if row.blob(7)? != hash {
                first_bad = Some((seq, "the line was changed"));
            } else if row.flag(10)? {
                // Erasure and undoing an import remove payloads, only of contacts that are gone.
                if row.flag(11)? || row.text_ref(4)? != "contact" {
                    first_bad = Some((seq, "the content of the line was removed"));
                }
                gone.entry(row.int(5)?).or_insert(seq);
            } else {
                let payload = row.text_ref(9)?;
                let salt = row.blob(8)?;
                let sound = if payload.is_empty() {
                    match consent::content_of(tx, seq)? {
                        Some(content) => commit(&salt, content.as_bytes()) == commitment,
                        None => false,
                    }
                } else {
                    commit(&salt, payload.as_bytes()) == commitment
                };
                if !sound {
                    first_bad = Some((seq, "the content of the line was changed"));
                }
            }
            if let Some(head) = remembered
                && head.seq == seq
            {
                remembered_found = data_encoding::HEXLOWER.encode(&hash) == head.hash;
            }
            previous = hash;
            Ok(())
        },
    )?;
    if first_bad.is_none() && !remembered_found {
        first_bad = Some((lines + 1, "lines at the end are missing"));
    }
    if first_bad.is_none() {
        first_bad = untold(tx, &gone)?;
    }
    if first_bad.is_none() {
        first_bad = stray_event(tx)?;
    }
    if first_bad.is_none() {
        let differs = projection::first_that_differs(tx)?;
        first_bad = differs.map(|seq| (seq, "what the contact allows does not follow from its events"));
    }
    Ok(Verdict { lines, head: head(tx)?, first_bad })
}

/// The first of these lines whose contact went without a line that says so: that it was erased, or
/// that the import it came from was undone.
fn untold(tx: &Tx<'_>, gone: &BTreeMap<i64, i64>) -> Result<Option<(i64, &'static str)>> {
    let mut first = None;
    for (contact, seq) in gone {
        if first.is_none_or(|first| *seq < first) && !is_told_gone(tx, *contact)? {
            first = Some(*seq);
        }
    }
    Ok(first.map(|seq| (seq, "the content of the line was removed")))
}

fn is_told_gone(tx: &Tx<'_>, contact: i64) -> Result<bool> {
    tx.holds(
        "SELECT EXISTS (SELECT 1 FROM ledger WHERE subject_kind = 'contact' AND subject_id = ?1
                        AND action = 'contact.erased')
             OR EXISTS (SELECT 1 FROM import_batch b WHERE ?1 BETWEEN b.first_contact AND b.last_contact
                        AND EXISTS (SELECT 1 FROM ledger l WHERE l.action = 'import.undone'
                                    AND l.subject_kind = 'import' AND l.subject_id = b.id))",
        values![contact],
    )
}

/// A consent event that no line of the ledger carries: somebody slipped it in.
fn stray_event(tx: &Tx<'_>) -> Result<Option<(i64, &'static str)>> {
    tx.one(
        "SELECT e.seq FROM consent_event e
         WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.seq = e.seq
                           AND l.subject_kind = 'contact' AND l.subject_id = e.contact_id)
         ORDER BY e.seq LIMIT 1",
        &[],
        |row| Ok((row.int(0)?, "a consent event stands outside the ledger")),
    )
}

/// The latest time of any line as UTC text, whatever the order; empty for an empty ledger.
pub fn latest(tx: &Tx<'_>) -> Result<String> {
    let latest = tx.one("SELECT latest FROM clock WHERE id = 1", &[], |row| row.text(0))?;
    Ok(latest.unwrap_or_default())
}

/// Counts times from `at` on, which may lie before lines that stand: somebody vouched for the clock.
pub fn put_latest(tx: &Tx<'_>, at: &str) -> Result<()> {
    tx.run("UPDATE clock SET latest = ? WHERE id = 1", values![at]).map(drop)
}
