//! The exact words shown to customers, stored once by hash and never changed (SPEC 2.4).

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use sha2::{Digest, Sha256};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "notice",
    &[impersonal("hash"), impersonal("language"), impersonal("text"), impersonal("created_at")],
)
.witnessed(Witness::by_word("notice", "hash", &["version", "language", "text", "created_at"]))];

/// One wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// SHA-256 of language and text, 64 hexadecimal digits.
    pub hash: String,
    /// Counts wordings up, from 1.
    pub version: i64,
    /// `en`.
    pub language: String,
    /// The words.
    pub text: String,
}

fn from_row(row: &Row<'_>) -> Result<Notice> {
    Ok(Notice { hash: row.text(0)?, version: row.int(1)?, language: row.text(2)?, text: row.text(3)? })
}

/// The newest wording.
pub fn current(tx: &Tx<'_>) -> Result<Option<Notice>> {
    tx.one("SELECT hash, version, language, text FROM notice ORDER BY version DESC LIMIT 1", &[], from_row)
}

/// The wording with this hash.
pub fn by_hash(tx: &Tx<'_>, hash: &str) -> Result<Option<Notice>> {
    tx.one("SELECT hash, version, language, text FROM notice WHERE hash = ?", values![hash], from_row)
}

/// Every wording there ever was, newest first, each with the time since when it was shown, as UTC
/// text.
pub fn all(tx: &Tx<'_>) -> Result<Vec<(Notice, String)>> {
    tx.all("SELECT hash, version, language, text, created_at FROM notice ORDER BY version DESC", &[], |row| {
        Ok((from_row(row)?, row.text(4)?))
    })
}

/// Keeps a wording as the newest and gives its hash. Words used before get a new version of
/// themselves only when another wording stood in between.
pub fn keep(tx: &Tx<'_>, language: &str, text: &str, at: &str) -> Result<String> {
    let newest = current(tx)?;
    if let Some(newest) = &newest
        && newest.text == text
        && newest.language == language
    {
        return Ok(newest.hash.clone());
    }
    let version = newest.map_or(0, |newest| newest.version) + 1;
    let hash = hash_of(language, version, text);
    tx.run(
        "INSERT INTO notice (hash, version, language, text, created_at) VALUES (?, ?, ?, ?, ?)",
        values![&hash, version, language, text, at],
    )?;
    tx.wrote("notice", hash.as_str());
    Ok(hash)
}

fn hash_of(language: &str, version: i64, text: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(format!("{language}\n{version}\n{text}")))
}

/// Wordings that are not what their hash says, in words. By the hash every event names what its contact
/// was shown, so this holds for books of any age.
pub(crate) fn forged(tx: &Tx<'_>) -> Result<Vec<String>> {
    let kept = tx.all("SELECT hash, version, language, text FROM notice ORDER BY version", &[], from_row)?;
    let forged = kept.iter().filter(|kept| kept.hash != hash_of(&kept.language, kept.version, &kept.text));
    Ok(forged.map(|kept| format!("The words of notice version {} were changed.", kept.version)).collect())
}
