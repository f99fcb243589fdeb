//! The open database with what belongs to it: this computer's workstation and the key slots.

use crate::sign_in::Unrecorded;
use crate::{Code, Refusal, hand_over};
use forecourt_domain::ids::WorkstationId;
use forecourt_store::keys::{DataKey, Keyslots, RecoveryKey};
use forecourt_store::{Database, traces, workstation};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

/// Where everything of one dealership lies on this computer.
#[derive(Debug, Clone)]
pub struct DataFolder(PathBuf);

impl DataFolder {
    /// The folder itself; need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.0.join("forecourt.db")
    }

    /// The sealed keys.
    #[must_use]
    pub fn keyslots(&self) -> PathBuf {
        self.0.join("keyslots.json")
    }

    /// The random mark by which the database knows this computer.
    #[must_use]
    pub fn machine(&self) -> PathBuf {
        self.0.join("machine.txt")
    }

    /// Documents handed to the viewer; emptied at each start.
    #[must_use]
    pub fn outbox(&self) -> PathBuf {
        self.0.join("outbox")
    }
}

/// An open database.
pub struct Office {
    /// The database.
    pub database: Database,
    /// Kept to seal it for a new recovery key or a new keychain.
    pub(crate) key: DataKey,
    /// The sealed copies.
    pub(crate) slots: Mutex<Keyslots>,
    /// A recovery key that was shown and not typed back yet.
    pub(crate) pending_recovery: Mutex<Option<RecoveryKey>>,
    /// This computer.
    pub workstation: WorkstationId,
    /// The keychain entry's part that names this database.
    pub(crate) name: String,
    /// Who came and went while the disk was full.
    pub(crate) unrecorded: Mutex<Unrecorded>,
    no_room: AtomicBool,
}

impl Office {
    /// Removes what deleted people left in the file, where there may be anything (D-20). What cannot be
    /// done now is due at the next deletion or start.
    pub fn sweep(&self) {
        if let Err(error) = traces::sweep(&self.database) {
            tracing::warn!(%error, "traces of deleted contacts could not be swept up yet");
        }
    }

    /// Brings an opened database into use: finds or adds this computer's workstation.
    pub(crate) fn assemble(
        database: Database,
        key: DataKey,
        slots: Keyslots,
        folder: &DataFolder,
        host_name: &str,
        at: &str,
    ) -> Result<Self, Refusal> {
        let machine = machine_mark(folder)?;
        let known = database.read(|tx| workstation::by_machine(tx, &machine))?;
        let workstation = match known {
            Some(known) => known.id,
            None => database.write(|tx| workstation::add(tx, &machine, host_name, at))?,
        };
        let name = slots.database.clone();
        Ok(Self {
            database,
            key,
            slots: Mutex::new(slots),
            pending_recovery: Mutex::new(None),
            workstation,
            name,
            unrecorded: Mutex::default(),
            no_room: AtomicBool::new(false),
        })
    }

    /// Did the last write find no room on the disk? Then everything can be read, and nothing is
    /// written before there is some.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.no_room.load(Ordering::Relaxed) || self.database.is_view_only()
    }

    /// Takes down whether a write found room, and hands its answer on.
    pub(crate) fn note_room<T>(&self, written: Result<T, Refusal>) -> Result<T, Refusal> {
        match &written {
            Ok(_) => self.no_room.store(false, Ordering::Relaxed),
            Err(refusal) if refusal.code == Code::DiskFull => self.no_room.store(true, Ordering::Relaxed),
            Err(_) => {}
        }
        written
    }

    /// The keychain's entry for this database's device key.
    #[must_use]
    pub fn key_entry(&self) -> String {
        format!("device-key {}", self.name)
    }

    /// The keychain's entry for the ledger's head.
    #[must_use]
    pub fn head_entry(&self) -> String {
        format!("ledger-head {}", self.name)
    }
}

/// A random mark, made once: two computers of the same name stay two workstations.
fn machine_mark(folder: &DataFolder) -> Result<String, Refusal> {
    let path = folder.machine();
    if let Ok(mark) = std::fs::read_to_string(&path) {
        let mark = mark.trim();
        if !mark.is_empty() {
            return Ok(mark.to_owned());
        }
    }
    let mark = uuid::Uuid::now_v7().to_string();
    std::fs::write(&path, &mark).map_err(|error| hand_over::file_refusal(&error))?;
    Ok(mark)
}
