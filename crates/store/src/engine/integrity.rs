//! Is the file whole, and does every row belong to something?

use super::error::{Cause, Error, Result};
use super::open::log_of;
use super::wal;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

/// A page is looked at so often before it is called damaged: it may be on its way from the log into the
/// file while it is read.
const LOOKS: usize = 3;

/// Between two looks.
const MEANWHILE: Duration = Duration::from_millis(40);

/// Reads every page with its authentication code, the structure of every table, and looks for rows
/// whose owner is gone.
pub(super) fn check(connection: &Connection) -> Result<()> {
    pages(connection)?;
    let verdict: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::Damaged("the structure of a table is broken".into()));
    }
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    match rows.next()? {
        Some(_) => Err(Error::Damaged("a row belongs to nobody".into())),
        None => Ok(()),
    }
}

/// Reads every page of the file with its authentication code. Takes no lock and moves nothing, so
/// that nobody waits for it.
///
/// # Errors
/// [`Error::Damaged`] with the numbers of the pages that do not verify.
pub(super) fn pages(connection: &Connection) -> Result<()> {
    let mut bad = unverified(connection)?;
    for look in 1.. {
        if bad.is_empty() {
            return Ok(());
        }
        let kept = wal::pages(&log_of(connection))
            .map_err(|error| Error::Disk(format!("the log: {}", error.kind()).into()))?;
        bad.retain(|page| !kept.contains(page));
        if look == LOOKS {
            break;
        }
        thread::sleep(MEANWHILE);
        let still = unverified(connection)?;
        bad.retain(|page| still.contains(page));
    }
    if bad.is_empty() { Ok(()) } else { Err(Error::Damaged(named(&bad))) }
}

/// The pages that do not verify now. A word of SQLCipher that names no page counts as page 0.
fn unverified(connection: &Connection) -> Result<BTreeSet<u32>> {
    let mut statement = connection.prepare("PRAGMA cipher_integrity_check")?;
    let mut rows = statement.query([])?;
    let mut bad = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let said: String = row.get(0)?;
        let number = said.split_once("page ").map_or("", |(_, rest)| rest);
        let number: String = number.chars().take_while(char::is_ascii_digit).collect();
        bad.insert(number.parse().unwrap_or(0));
    }
    Ok(bad)
}

/// Words for the log and for support; a page's number says nothing about a person.
fn named(bad: &BTreeSet<u32>) -> Cause {
    const NAMED: usize = 20;
    let numbers: Vec<String> = bad.iter().take(NAMED).map(u32::to_string).collect();
    let more = if bad.len() > NAMED { ", ..." } else { "" };
    if let [one] = numbers.as_slice() {
        return format!("page {one} of the file cannot be read as it was written").into();
    }
    let (numbers, all) = (numbers.join(", "), bad.len());
    format!("{all} pages of the file cannot be read as they were written: {numbers}{more}").into()
}
