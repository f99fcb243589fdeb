//! The ledger's tables: appending a line, reading a contact's lines, verifying the chain and what
//! follows from it.

mod appender;
mod compare;
mod lines;
mod told;
mod verify;
mod witness;

pub use appender::{Appender, Entry};
pub(crate) use appender::{Committed, Draft};
pub use verify::{Verdict, verify, verify_book, verify_tail};
pub(crate) use witness::tell_of_kept;
pub use witness::{tell_of_everything, tells_of_rows};

use crate::engine::{Error, Result, Tx};
use crate::table::{Table, impersonal};
use crate::values;
use forecourt_domain::ids::ContactId;
use forecourt_domain::ledger::{GENESIS, Hash};
use std::fmt::Write as _;

/// The tables of this noun. What a line committed to may be personal; it goes by the numbers of the
/// contact's lines, not by a column of its own.
pub const TABLES: &[Table] = &[
    Table::of_nobody(
        "ledger",
        &[
            impersonal("at"),
            impersonal("actor"),
            impersonal("action"),
            impersonal("subject_kind"),
            impersonal("commitment"),
            impersonal("hash"),
        ],
    )
    .vouched("each line seals the one before"),
    Table::of_nobody("ledger_payload", &[impersonal("salt"), impersonal("payload"), impersonal("witness")])
        .vouched("its line commits to it"),
    Table::of_nobody("clock", &[impersonal("latest")]).vouched("it follows from the times of the lines"),
];

/// The action of the line with which a book of before begins to tell of its rows.
pub const BOOK_WITNESSED: &str = "book.witnessed";
/// The action of the line that makes a contact.
pub(crate) const CONTACT_CREATED: &str = "contact.created";
/// The action of a changed setting, and how its content names the clock that somebody vouched for.
pub(crate) const SETTING_CHANGED: &str = "setting.changed";
pub(crate) const OF_THE_CLOCK: &str = "\"setting\":\"clock.latest\"";
/// The action of the line that says why a contact's lines lost their content: it was erased.
pub const CONTACT_ERASED: &str = "contact.erased";
/// As [`CONTACT_ERASED`]: the import that the contact came from was undone.
pub const IMPORT_UNDONE: &str = "import.undone";

/// Whom or what a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// No record in particular.
    #[default]
    None,
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

/// A subject as it is hashed, in place of what `text` holds. Empty only where both are, so that a number
/// slipped in beside an empty kind shows.
fn subject_into(text: &mut String, kind: &str, id: i64) {
    text.clear();
    if !kind.is_empty() || id != 0 {
        // Writing to a text cannot fail.
        let _ = write!(text, "{kind}:{id}");
    }
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

/// Is this line part of the ledger as it stands? The head of an empty ledger is part of every one.
pub fn holds(tx: &Tx<'_>, line: &Head) -> Result<bool> {
    if line.seq == 0 {
        return Ok(true);
    }
    let hash = tx.one("SELECT hash FROM ledger WHERE seq = ?", values![line.seq], |row| row.blob(0))?;
    Ok(hash.is_some_and(|hash| data_encoding::HEXLOWER.encode(&hash) == line.hash))
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

/// The statement behind [`since`].
pub const SINCE: &str = "SELECT l.seq, l.at, l.actor, l.action, coalesce(p.payload, '')
    FROM ledger l LEFT JOIN ledger_payload p ON p.seq = l.seq
    WHERE l.subject_kind <> 'contact' AND l.action = ? AND l.seq > ? AND l.subject_id = ? ORDER BY l.seq";

/// Lines of one action about one record that is no contact, oldest first, behind line `after`.
pub fn since(tx: &Tx<'_>, action: &str, after: i64, subject: i64) -> Result<Vec<Kept>> {
    tx.all(SINCE, values![action, after, subject], kept)
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

/// The latest time that is known of, as UTC text: that of any line, whatever the order, or what is known
/// beside the ledger ([`Tx::not_before`]). Empty where nothing is.
pub fn latest(tx: &Tx<'_>) -> Result<String> {
    Ok(latest_line(tx)?.max(tx.not_before().to_owned()))
}

/// The latest time of any line, as it is stored.
pub(super) fn latest_line(tx: &Tx<'_>) -> Result<String> {
    let latest = tx.one("SELECT latest FROM clock WHERE id = 1", &[], |row| row.text(0))?;
    Ok(latest.unwrap_or_default())
}

/// Counts times from `at` on, which may lie before lines that stand: somebody vouched for the clock.
pub fn put_latest(tx: &Tx<'_>, at: &str) -> Result<()> {
    tx.run("UPDATE clock SET latest = ? WHERE id = 1", values![at]).map(drop)
}
