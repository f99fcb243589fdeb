//! Numbered migrations, each in one immediate transaction, after a verified copy of the file.

use super::copies;
use super::error::{Error, Result};
use super::open::version;
use super::parts::{Parts, parts};
use super::tx::Tx;
use crate::keys::DataKey;
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// The steps, oldest first. A step that was released is never edited: a test knows what each says.
const STEPS: &[&str] = &[
    include_str!("migrations/0001_foundation.sql"),
    include_str!("migrations/0002_lists_end_in_id.sql"),
    include_str!("migrations/0003_ground.sql"),
    include_str!("migrations/0004_counter.sql"),
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
    let done = usize::try_from(found).unwrap_or(0);
    for (number, step) in STEPS.iter().enumerate().skip(done) {
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Two programs may start at once: the one that waited finds the step done.
        if usize::try_from(version(&transaction)?).unwrap_or(0) > number {
            continue;
        }
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "user_version", number as i64 + 1)?;
        transaction.commit()?;
        tracing::info!(version = number + 1, "schema migrated");
    }
    Ok(())
}

/// The schema as the steps alone make it.
pub(super) fn bare_schema() -> Result<Parts> {
    let empty = Connection::open_in_memory()?;
    for step in STEPS {
        empty.execute_batch(step)?;
    }
    parts(&Tx::new(&empty, ""))
}

#[cfg(test)]
mod tests {
    use super::STEPS;
    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};

    /// What each released step hashes to. A new step gets a new line; none is ever edited.
    const RELEASED: [&str; 3] = [
        "c0354d4f5f61e82b6fa3406080f5d5428b03cd998a5d36407a221950558eff4b",
        "515009ad0f980e4cac7249cb57c0d7a9152d26f01c03959ef1f4bbe99d4a110a",
        "c1450a099e1845f51b86011ff732072dd6bee9ec75011b5e81afee93b3b75394",
    ];

    #[test]
    fn a_released_step_is_never_edited() {
        for (number, (step, released)) in STEPS.iter().zip(RELEASED).enumerate() {
            assert_eq!(HEXLOWER.encode(&Sha256::digest(step)), released, "migration {}", number + 1);
        }
        assert!(STEPS.len() >= RELEASED.len(), "and none goes");
    }
}
