//! Numbered migrations, each in one immediate transaction, after a verified copy of the file.

use super::copies;
use super::error::{Error, Result};
use super::open::version;
use super::parts::{Parts, parts};
use super::tx::Tx;
use crate::keys::DataKey;
use forecourt_domain::plate;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// The steps, oldest first. A step that was released is never edited: a test knows what each says.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_foundation.sql"),
    include_str!("migrations/0002_lists_end_in_id.sql"),
    include_str!("migrations/0003_ground.sql"),
    include_str!("migrations/0004_counter.sql"),
    include_str!("migrations/0005_said_once.sql"),
    include_str!("migrations/0006_workshop.sql"),
];

/// The newest schema this version knows.
pub const SCHEMA_VERSION: i64 = STEPS.len() as i64;

/// Refuses a database from the future.
pub(super) fn refuse_newer(found: i64) -> Result<()> {
    if found > SCHEMA_VERSION { Err(Error::Newer { found, known: SCHEMA_VERSION }) } else { Ok(()) }
}

/// Applies the pending steps.
pub(super) fn bring_up(writer: &mut Connection, path: &Path, key: &DataKey) -> Result<()> {
    let found = version(writer)?;
    refuse_newer(found)?;
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    if found > 0 {
        copies::put_aside(writer, path, key, found)?;
    }
    step_up(writer, SCHEMA_VERSION)
}

/// Applies the pending steps up to a version, of a file that nothing stands in or that nobody else has.
pub(super) fn step_up(writer: &mut Connection, to: i64) -> Result<()> {
    let count = |version: i64| usize::try_from(version).unwrap_or(0);
    let done = count(version(writer)?);
    know_plates(writer)?;
    for (number, step) in STEPS.iter().enumerate().take(count(to)).skip(done) {
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Two programs may start at once: the one that waited finds the step done.
        if count(version(&transaction)?) > number {
            continue;
        }
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        transaction.commit()?;
        tracing::info!(version = number + 1, "schema migrated");
    }
    Ok(())
}

/// The one thing that steps ask of us: how plates compare.
fn know_plates(connection: &Connection) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("plate_key", 1, flags, |of| Ok(plate::key(&of.get::<String>(0)?)))?;
    Ok(())
}

/// The schema as the steps alone make it.
pub(super) fn bare_schema() -> Result<Parts> {
    let empty = Connection::open_in_memory()?;
    know_plates(&empty)?;
    for step in STEPS {
        empty.execute_batch(step)?;
    }
    parts(&Tx::new(&empty, ""))
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use data_encoding::HEXLOWER;
    use rusqlite::Connection;
    use sha2::{Digest, Sha256};

    /// What each released step hashes to. A new step gets a new line; none is ever edited.
    const RELEASED: [&str; 5] = [
        "c0354d4f5f61e82b6fa3406080f5d5428b03cd998a5d36407a221950558eff4b",
        "515009ad0f980e4cac7249cb57c0d7a9152d26f01c03959ef1f4bbe99d4a110a",
        "c1450a099e1845f51b86011ff732072dd6bee9ec75011b5e81afee93b3b75394",
        "3176737ddeb3f4935c96fe7db7ca17ff891bbfa0359bf3e293b087976cb28e0b",
        "2fe9b7b8c878d16f69ffd287872283a479c2007bc1759b5bcb740fd82308e0ba",
    ];

    #[test]
    fn a_released_step_is_never_edited() {
        for (number, (step, released)) in STEPS.iter().zip(RELEASED).enumerate() {
            assert_eq!(HEXLOWER.encode(&Sha256::digest(step)), released, "migration {}", number + 1);
        }
        assert!(STEPS.len() >= RELEASED.len(), "and none goes");
    }

    /// Every event as the ledger committed to it, in the order of their numbers.
    fn said(book: &Connection, cells: &str, a: &str, at: &str, from: &str) -> Vec<String> {
        let columns = [
            "e.seq",
            "e.event_id",
            "e.contact_id",
            cells,
            "a.exclusion",
            "a.reconfirmed",
            "a.reviewed",
            "a.deferred",
            "a.basis",
            "a.actor",
            "a.workstation_id",
            "a.screen",
            "a.method",
            "a.evidence",
            "a.notice",
            "e.local_date",
            at,
            "a.zone",
            "e.clock_suspect",
            "e.notes",
        ];
        let text = columns.map(|column| column.replace("a.", a)).join(" || '/' || ");
        let mut statement = book.prepare(&format!("SELECT {text} FROM {from} ORDER BY e.seq")).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn what_an_event_said_is_the_same_letter_for_letter_once_it_is_said_once() {
        let book = Connection::open_in_memory().unwrap();
        for step in &STEPS[..4] {
            book.execute_batch(step).unwrap();
        }
        let cells = [
            "",
            "unset granted email:sg us",
            "unset granted email:sg us\nunset refused sms:sg,phone:sg us",
            "granted unset email:g us\nback granted consent 2024-04-26 - email:g us\nback - sms:g us",
            "granted unset email:g us\nback granted consent 2023-01-02 - email:g us",
            "\nback - sms:g us",
            "unset granted email:s back to back",
        ];
        book.execute_batch("INSERT INTO contact (id, reference) VALUES (1, 'a'), (2, 'b')").unwrap();
        let mut seq = 0;
        for cells in cells {
            for (contact, exclusion, flag, word) in
                [(1, -1, 0, ""), (2, -1, 0, ""), (1, 1, 1, "x"), (2, 0, 1, "y")]
            {
                seq += 1;
                book.execute(
                    "INSERT INTO ledger (seq, at, commitment, hash) VALUES (?1, 'at ' || ?1, x'', x'')",
                    [seq],
                )
                .unwrap();
                book.execute(
                    "INSERT INTO consent_event (seq, event_id, contact_id, cells, exclusion, reconfirmed,
                         reviewed, deferred, basis, actor, workstation_id, screen, method, evidence, notice,
                         local_date, at, zone, clock_suspect, notes)
                     VALUES (?1, 'id' || ?1, ?2, ?3, ?4, ?5, ?5, ?5, ?6, ?6, ?5, ?6, ?6, ?5, ?6, 'on ' || ?1,
                         'at ' || ?1, ?6, ?5, 'note' || ?1)",
                    (seq, contact, cells, exclusion, flag, word),
                )
                .unwrap();
            }
        }
        let before = said(&book, "e.cells", "e.", "e.at", "consent_event e");
        book.execute_batch(STEPS[4]).unwrap();
        let from = "consent_event e JOIN consent_act a ON a.id = e.act_id JOIN ledger l ON l.seq = e.seq";
        assert_eq!(said(&book, "a.cells || e.restored", "a.", "l.at", from), before);
        // What two contacts had back in common with nobody stands with each, and not among what is shared.
        let shared: i64 = book.query_row("SELECT count(*) FROM consent_act", [], |row| row.get(0)).unwrap();
        assert_eq!(shared, 15, "five sets of cells that moved, by three");
        let dates: i64 = book
            .query_row("SELECT count(*) FROM consent_act WHERE cells LIKE '%back %-%'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(dates, 0, "no contact's dates outlive it");
    }
}
