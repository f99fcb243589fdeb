//! `keyslots.json` beside the database: the data key, sealed once per way in.

use super::data_key::{DataKey, DeviceKey, KeyProblem};
use super::recovery_key::RecoveryKey;
use serde::{Deserialize, Serialize};
use std::io::Write;
use std::path::Path;
use subtle::ConstantTimeEq;

/// What is wrong with the key slots.
#[derive(Debug, thiserror::Error)]
pub enum SlotProblem {
    /// The file is missing.
    #[error("the key slots are missing")]
    Missing,
    /// The file cannot be read as key slots.
    #[error("the key slots are damaged")]
    Damaged,
    /// There is no slot of this kind.
    #[error("there is no such key slot")]
    NoSlot,
    /// The key does not open the slot.
    #[error(transparent)]
    Key(#[from] KeyProblem),
    /// The file could not be written.
    #[error("the key slots could not be written")]
    Write,
}

/// The sealed keys. More kinds of slot may come; unknown ones are kept as they are.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Keyslots {
    /// The form of this file: 1.
    pub version: u32,
    /// Names the database; the keychain's entry carries it, so that two databases on one
    /// computer do not take each other's key.
    pub database: String,
    check: String,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Slot {
    kind: String,
    sealed: String,
    #[serde(flatten)]
    more: serde_json::Map<String, serde_json::Value>,
}

const DEVICE: &str = "device";
const RECOVERY: &str = "recovery";

impl Keyslots {
    /// Slots for a new database: the recovery key always, the device key where there is a
    /// keychain.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn new(
        key: &DataKey,
        device: Option<&DeviceKey>,
        recovery: &RecoveryKey,
    ) -> Result<Self, KeyProblem> {
        let id = super::data_key::random()?;
        let database = data_encoding::HEXLOWER.encode(id.get(..8).unwrap_or(&id));
        let check = data_encoding::BASE64.encode(&key.check_value());
        let mut slots = Self { version: 1, database, check, slots: Vec::new() };
        slots.set(RECOVERY, key, &recovery.sealing_key())?;
        if let Some(device) = device {
            slots.set(DEVICE, key, device.bytes())?;
        }
        Ok(slots)
    }

    /// Reads the file.
    ///
    /// # Errors
    /// [`SlotProblem::Missing`] or [`SlotProblem::Damaged`].
    pub fn read(path: &Path) -> Result<Self, SlotProblem> {
        let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => SlotProblem::Missing,
            _ => SlotProblem::Damaged,
        })?;
        serde_json::from_str(&text).map_err(|_| SlotProblem::Damaged)
    }

    /// Writes the file so that a power cut leaves the old one or the new one whole.
    ///
    /// # Errors
    /// [`SlotProblem::Write`].
    pub fn write(&self, path: &Path) -> Result<(), SlotProblem> {
        let text = serde_json::to_string_pretty(self).map_err(|_| SlotProblem::Write)?;
        write_whole(path, text.as_bytes(), true).map_err(|_| SlotProblem::Write)
    }

    /// Is there a slot for the keychain's key?
    #[must_use]
    pub fn has_device_slot(&self) -> bool {
        self.slots.iter().any(|slot| slot.kind == DEVICE)
    }

    /// The data key by the keychain's key.
    ///
    /// # Errors
    /// [`SlotProblem::NoSlot`] or [`KeyProblem::Wrong`].
    pub fn open_with_device(&self, device: &DeviceKey) -> Result<DataKey, SlotProblem> {
        self.open(DEVICE, device.bytes())
    }

    /// The data key by the recovery key.
    ///
    /// # Errors
    /// [`SlotProblem::NoSlot`] or [`KeyProblem::Wrong`].
    pub fn open_with_recovery(&self, recovery: &RecoveryKey) -> Result<DataKey, SlotProblem> {
        self.open(RECOVERY, &recovery.sealing_key())
    }

    /// Puts a device key in place of the one before.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn set_device(&mut self, key: &DataKey, device: &DeviceKey) -> Result<(), KeyProblem> {
        self.set(DEVICE, key, device.bytes())
    }

    /// Puts a recovery key in place of the one before; the old sheet opens nothing any more.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn set_recovery(&mut self, key: &DataKey, recovery: &RecoveryKey) -> Result<(), KeyProblem> {
        self.set(RECOVERY, key, &recovery.sealing_key())
    }

    fn place(&self, kind: &str) -> String {
        format!("forecourt/{}/{kind}", self.database)
    }

    fn set(&mut self, kind: &str, key: &DataKey, with: &[u8; 32]) -> Result<(), KeyProblem> {
        let sealed = data_encoding::BASE64.encode(&key.seal(with, &self.place(kind))?);
        self.slots.retain(|slot| slot.kind != kind);
        self.slots.push(Slot { kind: kind.to_owned(), sealed, more: serde_json::Map::new() });
        Ok(())
    }

    fn open(&self, kind: &str, with: &[u8; 32]) -> Result<DataKey, SlotProblem> {
        let slot = self.slots.iter().find(|slot| slot.kind == kind).ok_or(SlotProblem::NoSlot)?;
        let sealed =
            data_encoding::BASE64.decode(slot.sealed.as_bytes()).map_err(|_| SlotProblem::Damaged)?;
        let key = DataKey::open(&sealed, with, &self.place(kind))?;
        let check = data_encoding::BASE64.decode(self.check.as_bytes()).map_err(|_| SlotProblem::Damaged)?;
        if bool::from(check.as_slice().ct_eq(&key.check_value())) {
            Ok(key)
        } else {
            Err(SlotProblem::Key(KeyProblem::Wrong))
        }
    }
}

/// Writes beside, flushes what is to last, then renames over; only the owner may read the file.
pub(super) fn write_whole(path: &Path, bytes: &[u8], to_last: bool) -> std::io::Result<()> {
    let beside = path.with_extension("json.new");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    if to_last {
        file.sync_all()?;
    }
    drop(file);
    std::fs::rename(&beside, path)?;
    #[cfg(unix)]
    if to_last && let Some(folder) = path.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_in_open_the_same_key_and_no_other_does() {
        let key = DataKey::generate().unwrap();
        let device = DeviceKey::generate().unwrap();
        let recovery = RecoveryKey::generate().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyslots.json");
        Keyslots::new(&key, Some(&device), &recovery).unwrap().write(&path).unwrap();
        let mut slots = Keyslots::read(&path).unwrap();
        assert_eq!(*slots.open_with_device(&device).unwrap().hex(), *key.hex());
        assert_eq!(*slots.open_with_recovery(&recovery).unwrap().hex(), *key.hex());
        let stranger = RecoveryKey::generate().unwrap();
        assert!(matches!(slots.open_with_recovery(&stranger), Err(SlotProblem::Key(KeyProblem::Wrong))));
        slots.set_recovery(&key, &stranger).unwrap();
        assert!(slots.open_with_recovery(&recovery).is_err(), "the old sheet opens nothing");
        assert!(slots.open_with_recovery(&stranger).is_ok());
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains(&*device.to_text()) && !text.contains(&*key.hex()));
    }

    #[test]
    fn a_missing_and_a_damaged_file_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyslots.json");
        assert!(matches!(Keyslots::read(&path), Err(SlotProblem::Missing)));
        std::fs::write(&path, "{\"version\":1").unwrap();
        assert!(matches!(Keyslots::read(&path), Err(SlotProblem::Damaged)));
    }
}
