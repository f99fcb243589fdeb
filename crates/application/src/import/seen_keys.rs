//! What earlier rows are known by, in little room: a file of a million has two million of these.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

/// 64 bits of a hash in halves: so an entry of a table takes twelve bytes, and not sixteen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Key(u32, u32);

impl Key {
    pub(super) const fn of(hash: u64) -> Self {
        Self((hash >> 32) as u32, hash as u32)
    }

    /// 32 bits of it.
    pub(super) const fn half(self) -> u32 {
        self.1
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64((u64::from(self.0) << 32) | u64::from(self.1));
    }
}

/// What is a hash already is not hashed again.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// Earlier rows by a hash: which contact of this import each became.
pub(super) type Seen<T = u32> = HashMap<Key, T, BuildHasherDefault<AsItIs>>;
