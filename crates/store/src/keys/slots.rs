//! `keyslots.json` beside the database: the data key, sealed once per way in.

use super::data_key::{DataKey, DeviceKey, KeyProblem};
use super::recovery_key::RecoveryKey;
use crate::engine::write_whole;
use serde::{Deserialize, Serialize};
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
    /// Tells one waiting slot from another.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(flatten)]
    more: serde_json::Map<String, serde_json::Value>,
}

const DEVICE: &str = "device";
const RECOVERY: &str = "recovery";
/// A recovery key that waits to be typed back, beside the one in force.
const WAITING: &str = "recovery_waiting";

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
        write_whole(path, text.as_bytes()).map_err(|_| SlotProblem::Write)
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

    /// The data key by a recovery key: the one in force, or the one that waits to be typed back.
    ///
    /// # Errors
    /// [`SlotProblem::NoSlot`] or [`KeyProblem::Wrong`].
    pub fn open_with_recovery(&self, recovery: &RecoveryKey) -> Result<DataKey, SlotProblem> {
        let with = recovery.sealing_key();
        self.open(RECOVERY, &with).or_else(|problem| self.open(WAITING, &with).map_err(|_| problem))
    }

    /// Is this the recovery key in force?
    #[must_use]
    pub fn is_in_force(&self, recovery: &RecoveryKey) -> bool {
        self.open(RECOVERY, &recovery.sealing_key()).is_ok()
    }

    /// The name of the slot that waits, if this key opens it.
    #[must_use]
    pub fn waits_for(&self, recovery: &RecoveryKey) -> Option<&str> {
        self.open(WAITING, &recovery.sealing_key()).ok()?;
        self.waiting()
    }

    /// The name of the slot whose key waits to be typed back.
    #[must_use]
    pub fn waiting(&self) -> Option<&str> {
        self.slots.iter().find(|slot| slot.kind == WAITING).map(|slot| slot.name.as_str())
    }

    /// Puts a device key in place of the one before.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn set_device(&mut self, key: &DataKey, device: &DeviceKey) -> Result<(), KeyProblem> {
        self.set(DEVICE, key, device.bytes())
    }

    /// Adds a recovery key that waits to be typed back, in place of one that waited before. Until then
    /// it and the one in force both open the database.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn set_waiting(&mut self, key: &DataKey, recovery: &RecoveryKey) -> Result<(), KeyProblem> {
        self.set(WAITING, key, &recovery.sealing_key())?;
        let name = super::data_key::random()?;
        if let Some(slot) = self.slots.iter_mut().find(|slot| slot.kind == WAITING) {
            slot.name = data_encoding::HEXLOWER.encode(name.get(..8).unwrap_or(&name));
        }
        Ok(())
    }

    /// Takes the waiting key of this name into force; the sheet before it opens nothing any more.
    /// Answers whether that key waits.
    pub fn take_into_force(&mut self, name: &str) -> bool {
        if self.waiting() != Some(name) {
            return false;
        }
        self.slots.retain(|slot| slot.kind != RECOVERY);
        for slot in self.slots.iter_mut().filter(|slot| slot.kind == WAITING) {
            RECOVERY.clone_into(&mut slot.kind);
        }
        true
    }

    /// What a slot is sealed for. One that waits is sealed as what it is to be, so that taking it into
    /// force needs no key.
    fn place(&self, kind: &str) -> String {
        let kind = if kind == WAITING { RECOVERY } else { kind };
        format!("forecourt/{}/{kind}", self.database)
    }

    fn set(&mut self, kind: &str, key: &DataKey, with: &[u8; 32]) -> Result<(), KeyProblem> {
        let sealed = data_encoding::BASE64.encode(&key.seal(with, &self.place(kind))?);
        self.slots.retain(|slot| slot.kind != kind);
        self.slots.push(Slot {
            kind: kind.to_owned(),
            sealed,
            name: String::new(),
            more: serde_json::Map::new(),
        });
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
        slots.set_waiting(&key, &stranger).unwrap();
        assert!(
            slots.open_with_recovery(&recovery).is_ok(),
            "the old sheet opens until the new is typed back"
        );
        assert!(slots.open_with_recovery(&stranger).is_ok());
        assert!(slots.is_in_force(&recovery) && !slots.is_in_force(&stranger));
        let waiting = slots.waits_for(&stranger).unwrap().to_owned();
        assert_eq!(slots.waits_for(&recovery), None);
        assert!(!slots.take_into_force("another"), "not that one");
        assert!(slots.take_into_force(&waiting));
        slots.write(&path).unwrap();
        let slots = Keyslots::read(&path).unwrap();
        assert!(slots.open_with_recovery(&recovery).is_err(), "the old sheet opens nothing");
        assert!(slots.is_in_force(&stranger) && slots.waiting().is_none());
        assert!(slots.open_with_device(&device).is_ok());
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(!text.contains(&*device.to_text()) && !text.contains(&*key.hex()));
    }

    #[test]
    fn a_second_renewal_replaces_the_key_that_waits_and_no_other() {
        let (key, sheet) = (DataKey::generate().unwrap(), RecoveryKey::generate().unwrap());
        let (first, second) = (RecoveryKey::generate().unwrap(), RecoveryKey::generate().unwrap());
        let mut slots = Keyslots::new(&key, None, &sheet).unwrap();
        slots.set_waiting(&key, &first).unwrap();
        let name = slots.waiting().unwrap().to_owned();
        slots.set_waiting(&key, &second).unwrap();
        assert_ne!(slots.waiting().unwrap(), name);
        assert!(slots.open_with_recovery(&first).is_err());
        assert!(slots.open_with_recovery(&second).is_ok() && slots.open_with_recovery(&sheet).is_ok());
    }

    /// A version that knows no waiting slot opens with the sheet in force, and keeps the other slot.
    #[test]
    fn slots_of_kinds_that_nobody_knows_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyslots.json");
        let (key, sheet) = (DataKey::generate().unwrap(), RecoveryKey::generate().unwrap());
        Keyslots::new(&key, None, &sheet).unwrap().write(&path).unwrap();
        let mut text: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let unknown = serde_json::json!({ "kind": "tpm", "sealed": "AAAA", "pcr": 7 });
        text["slots"].as_array_mut().unwrap().push(unknown.clone());
        std::fs::write(&path, text.to_string()).unwrap();
        let mut slots = Keyslots::read(&path).unwrap();
        slots.set_waiting(&key, &RecoveryKey::generate().unwrap()).unwrap();
        let name = slots.waiting().unwrap().to_owned();
        slots.take_into_force(&name);
        slots.write(&path).unwrap();
        let kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(kept["slots"].as_array().unwrap().contains(&unknown), "{kept}");
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
