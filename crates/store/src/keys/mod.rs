//! The keys: one data key, two ways in, never a silent new one (DESIGN: keys).

mod data_key;
mod head_file;
mod recovery_key;
mod slots;

pub use data_key::{DataKey, DeviceKey, KeyProblem};
pub use head_file::HeadFile;
pub use recovery_key::{CHARS as RECOVERY_KEY_CHARS, RecoveryKey, RecoveryKeyProblem};
pub use slots::{Keyslots, SlotProblem};
