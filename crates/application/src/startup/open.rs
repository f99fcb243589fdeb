//! Opening the database at the start. Each way it can fail has its own screen, and none of them
//! offers to delete or recreate anything.

use super::{founding, key_slots};
use forecourt_dispatch::opening::{Failure, FailureKind, Opening, Phase};
use forecourt_dispatch::ports::KeychainProblem;
use forecourt_dispatch::{Book, Code, DataFolder, key_entry};
use forecourt_store::engine::check_place;
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, SlotProblem};
use forecourt_store::{Database, Error};
use std::sync::Arc;

/// Opens the database with the keychain's key.
pub(crate) fn open_at_start(opening: &Opening<'_>) -> Phase {
    let folder = opening.folder;
    if let Err(unsafe_place) = check_place(folder.path()) {
        return Phase::Failed(Failure::new(
            opening.folder,
            FailureKind::UnsafePlace,
            format!("The data folder cannot be used: {unsafe_place}."),
        ));
    }
    if let Err(left_open) = folder.close_to_others() {
        return Phase::Failed(Failure::new(folder, FailureKind::OpenToOthers, left_open.to_string()));
    }
    if !folder.is_taken() {
        return Phase::SetUp;
    }
    match unseal(opening).and_then(|(slots, key)| open_with(opening, slots, key)) {
        Ok(book) if founding::take_up(folder, &book) => Phase::Open(Arc::new(book)),
        Ok(_) => Phase::Failed(Failure::unfinished(folder, false)),
        Err(failure) => {
            tracing::warn!(kind = ?failure.kind, "the database was not opened");
            of_unfinished(folder, failure)
        }
    }
}

/// What does not open in a folder whose set-up was not finished is no loss: nothing of a customer is in
/// it. It is set up again, after asking where there might be a sheet that opens it.
fn of_unfinished(folder: &DataFolder, failure: Failure) -> Phase {
    let by_its_key = matches!(
        failure.kind,
        FailureKind::KeychainLocked
            | FailureKind::KeychainEntryMissing
            | FailureKind::NoKeychain
            | FailureKind::WrongKey
    );
    if !(by_its_key || failure.kind == FailureKind::DamagedFile) || !folder.is_unfinished() {
        return Phase::Failed(failure);
    }
    if !folder.has_something_to_open() {
        return Phase::SetUp;
    }
    Phase::Failed(Failure::unfinished(folder, by_its_key))
}

/// Reads the key slots, telling a missing file from a damaged one.
pub(crate) fn read_slots(opening: &Opening<'_>) -> Result<Keyslots, Failure> {
    Keyslots::read(&opening.folder.keyslots()).map_err(|problem| {
        let words = match problem {
            SlotProblem::Missing => "The file keyslots.json is missing beside the database.",
            _ => "The file keyslots.json beside the database cannot be read.",
        };
        Failure::new(opening.folder, FailureKind::DamagedFile, words)
    })
}

fn unseal(opening: &Opening<'_>) -> Result<(Keyslots, DataKey), Failure> {
    let slots = read_slots(opening)?;
    let fail = |kind, words: &str| Failure::new(opening.folder, kind, words);
    let text = match opening.keychain.get(&key_entry(&slots.database)) {
        Ok(Some(text)) => text,
        Ok(None) if slots.has_device_slot() => {
            return Err(fail(
                FailureKind::KeychainEntryMissing,
                "The keychain of this computer has no key for this database.",
            ));
        }
        Ok(None) => {
            return Err(fail(
                FailureKind::KeychainEntryMissing,
                "This database was set up without a keychain.",
            ));
        }
        Err(KeychainProblem::Locked) => {
            return Err(fail(FailureKind::KeychainLocked, "The keychain of this computer is locked."));
        }
        Err(KeychainProblem::Absent) => {
            return Err(fail(
                FailureKind::NoKeychain,
                "This computer has no keychain that Forecourt can use.",
            ));
        }
        Err(KeychainProblem::Failed) => {
            return Err(fail(FailureKind::KeychainLocked, "The keychain of this computer did not answer."));
        }
    };
    let wrong =
        || fail(FailureKind::WrongKey, "The key in this computer's keychain belongs to another database.");
    let device = DeviceKey::from_text(&text).map_err(|_| wrong())?;
    let key = slots.open_with_device(&device).map_err(|problem| match problem {
        SlotProblem::Damaged => fail(FailureKind::DamagedFile, "The file keyslots.json is damaged."),
        _ => wrong(),
    })?;
    Ok((slots, key))
}

/// Opens the database with a data key that the key slots vouch for: what does not open now is
/// damaged, not locked.
pub(crate) fn open_with(opening: &Opening<'_>, slots: Keyslots, key: DataKey) -> Result<Book, Failure> {
    let database = Database::open(&opening.folder.database(), key.clone()).map_err(|error| match error {
        Error::Newer { found, known } => {
            let mut failure = Failure::new(
                opening.folder,
                FailureKind::NewerDatabase,
                "A newer version of Forecourt has used this database. It was not changed.",
            );
            failure.needed_version = Some(format!("database form {found} (this version knows {known})"));
            failure
        }
        Error::DiskFull => {
            Failure::new(opening.folder, FailureKind::DiskFull, "There is no room left on the disk.")
        }
        Error::Busy => {
            Failure::new(opening.folder, FailureKind::InUse, "Another program is using the database.")
        }
        Error::ReadOnly => Failure::new(
            opening.folder,
            FailureKind::InUse,
            "The database or its folder may not be written by this user of the computer.",
        ),
        Error::Damaged(what) => Failure::damaged(opening.folder, &what),
        Error::Unreadable => Failure::damaged(opening.folder, &"the first page does not verify"),
        Error::Closed(_) if !opening.folder.database().exists() => Failure::new(
            opening.folder,
            FailureKind::DamagedFile,
            "The key is right, but the file forecourt.db is missing.",
        ),
        other => Failure::damaged(opening.folder, &other),
    })?;
    let book = Book::new(database, key, slots);
    let seated = opening.take_seat(&book);
    if seated.is_ok() {
        key_slots::finish(opening.folder, &book);
    }
    seated.map(|()| book).map_err(|refusal| {
        let kind = match refusal.code {
            Code::DiskFull => FailureKind::DiskFull,
            Code::NotReady | Code::File | Code::ReadOnly => FailureKind::InUse,
            _ => FailureKind::DamagedFile,
        };
        Failure::new(opening.folder, kind, refusal.message)
    })
}
