//! Opening the database at the start. Each way it can fail has its own screen, and none of them
//! offers to delete or recreate anything.

use crate::App;
use crate::app::Phase;
use crate::office::Office;
use crate::ports::KeychainProblem;
use forecourt_domain::time::Moment;
use forecourt_store::engine::check_place;
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, SlotProblem};
use forecourt_store::{Database, Error};
use serde::Serialize;
use std::sync::Arc;
use ts_rs::TS;

/// Why the database is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// The keychain is locked or does not answer.
    KeychainLocked,
    /// The keychain has no key for this database.
    KeychainEntryMissing,
    /// This computer has no keychain.
    NoKeychain,
    /// The keychain's key is another database's.
    WrongKey,
    /// The key is right and the file is damaged, or the key slots are.
    DamagedFile,
    /// A newer version made the database.
    NewerDatabase,
    /// No room to open it.
    DiskFull,
    /// The folder is on a network drive or in a cloud-synced folder.
    UnsafePlace,
    /// Another program holds it.
    InUse,
}

/// A failure with what the screen says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// Which.
    pub kind: FailureKind,
    /// In plain words.
    pub detail: String,
    /// For a newer database: what it needs.
    pub needed_version: Option<String>,
    /// The folder concerned.
    pub place: String,
    /// May the recovery key help?
    pub can_use_recovery_key: bool,
}

impl Failure {
    pub(crate) fn new(app: &App, kind: FailureKind, detail: impl Into<String>) -> Self {
        let can_use_recovery_key = matches!(
            kind,
            FailureKind::KeychainLocked
                | FailureKind::KeychainEntryMissing
                | FailureKind::NoKeychain
                | FailureKind::WrongKey
        );
        Self {
            kind,
            detail: detail.into(),
            needed_version: None,
            place: app.folder().path().display().to_string(),
            can_use_recovery_key,
        }
    }
}

/// Opens the database with the keychain's key.
pub(crate) fn open_at_start(app: &App, now: Moment) -> Phase {
    let folder = app.folder();
    if let Err(unsafe_place) = check_place(folder.path()) {
        return Phase::Failed(Failure::new(app, FailureKind::UnsafePlace, unsafe_place.to_string()));
    }
    if !folder.database().exists() && !folder.keyslots().exists() {
        return Phase::SetUp;
    }
    match unseal(app).and_then(|(slots, key)| open_with(app, slots, key, now)) {
        Ok(office) => Phase::Open(Arc::new(office)),
        Err(failure) => {
            tracing::warn!(kind = ?failure.kind, "the database was not opened");
            Phase::Failed(failure)
        }
    }
}

/// Reads the key slots, telling a missing file from a damaged one.
pub(crate) fn read_slots(app: &App) -> Result<Keyslots, Failure> {
    Keyslots::read(&app.folder().keyslots()).map_err(|problem| {
        let words = match problem {
            SlotProblem::Missing => "The file keyslots.json is missing beside the database.",
            _ => "The file keyslots.json beside the database cannot be read.",
        };
        Failure::new(app, FailureKind::DamagedFile, words)
    })
}

fn unseal(app: &App) -> Result<(Keyslots, DataKey), Failure> {
    let slots = read_slots(app)?;
    let fail = |kind, words: &str| Failure::new(app, kind, words);
    let entry = format!("device-key {}", slots.database);
    let text = match app.ports.keychain.get(&entry) {
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
pub(crate) fn open_with(app: &App, slots: Keyslots, key: DataKey, now: Moment) -> Result<Office, Failure> {
    let folder = app.folder();
    let database = Database::open(&folder.database(), key.clone()).map_err(|error| match error {
        Error::Newer { found, known } => {
            let mut failure = Failure::new(
                app,
                FailureKind::NewerDatabase,
                "A newer version of Forecourt has used this database. It was not changed.",
            );
            failure.needed_version = Some(format!("database form {found} (this version knows {known})"));
            failure
        }
        Error::DiskFull => Failure::new(app, FailureKind::DiskFull, "There is no room left on the disk."),
        Error::Busy => Failure::new(app, FailureKind::InUse, "Another program is using the database."),
        Error::ReadOnly => Failure::new(
            app,
            FailureKind::InUse,
            "The database or its folder may not be written by this user of the computer.",
        ),
        _ => Failure::new(
            app,
            FailureKind::DamagedFile,
            "The key is right, but the database file is damaged or missing.",
        ),
    })?;
    let opened = Office::assemble(database, key, slots, folder, &app.ports.host_name, &now.to_text());
    opened.map_err(|refusal| {
        let kind = match refusal.code {
            crate::Code::DiskFull => FailureKind::DiskFull,
            crate::Code::NotReady | crate::Code::File => FailureKind::InUse,
            _ => FailureKind::DamagedFile,
        };
        Failure::new(app, kind, refusal.message)
    })
}
