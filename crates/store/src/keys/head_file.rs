//! `ledger-head.json` beside the key slots: the last line of the ledger that this computer saw, for
//! computers whose keychain keeps none and for the time between two words with the keychain.
//!
//! What it shows: that an older copy of the database alone was put back, that its write-ahead file was
//! deleted, that lines were cut off at its end. What it does not show: the lines of the last second
//! before the program was killed, and a copy of the whole folder, which brings the older file with it.
//! It is sealed with a key that only the data key gives, so that nobody without it makes one that fits.

use super::data_key::DataKey;
use crate::engine::{write_soon, write_whole};
use crate::ledger::Head;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What the file says of itself to whoever opens it.
const WORDS: &str = "The last line of the ledger that Forecourt saw here. With it Forecourt tells when an \
    older copy of the database was put back or its last entries were lost. Whoever copies this whole folder \
    back copies this file too, and then it tells nothing: the keychain and the line printed on reports do.";

/// The file of one database.
pub struct HeadFile {
    path: PathBuf,
    database: String,
    key: Zeroizing<[u8; 32]>,
}

#[derive(Serialize, Deserialize)]
struct Content {
    /// The form of this file: 1.
    version: u32,
    about: String,
    line: i64,
    hash: String,
    seal: String,
}

impl HeadFile {
    /// The file beside `database_file`, of the database named `database`.
    #[must_use]
    pub fn beside(database_file: &Path, database: &str, key: &DataKey) -> Self {
        let path = database_file.with_file_name("ledger-head.json");
        Self { path, database: database.to_owned(), key: key.derived(b"forecourt ledger head 1") }
    }

    /// The line that was kept; `None` where there is no file, or none that Forecourt made.
    #[must_use]
    pub fn read(&self) -> Option<Head> {
        let text = std::fs::read_to_string(&self.path).ok()?;
        let Content { line: seq, hash, seal, .. } = serde_json::from_str(&text).ok()?;
        let head = Head { seq, hash };
        let seal = data_encoding::HEXLOWER.decode(seal.as_bytes()).ok()?;
        self.sealing(&head)?.verify_slice(&seal).ok()?;
        Some(head)
    }

    /// Keeps a line, whole or not at all. One that is to last is on the disk when this returns; else a
    /// power cut may leave none, which raises no alarm, and nobody's save waits for the disk.
    ///
    /// # Errors
    /// What the disk says; then the line before is kept.
    pub fn write(&self, head: &Head, to_last: bool) -> std::io::Result<()> {
        let sealing = self.sealing(head).ok_or(std::io::ErrorKind::InvalidInput)?;
        let content = Content {
            version: 1,
            about: WORDS.to_owned(),
            line: head.seq,
            hash: head.hash.clone(),
            seal: data_encoding::HEXLOWER.encode(&sealing.finalize().into_bytes()),
        };
        let text = serde_json::to_string_pretty(&content).map_err(std::io::Error::other)?;
        let write = if to_last { write_whole } else { write_soon };
        write(&self.path, text.as_bytes())
    }

    fn sealing(&self, head: &Head) -> Option<Hmac<Sha256>> {
        let mut sealing = Hmac::<Sha256>::new_from_slice(&*self.key).ok()?;
        sealing.update(format!("{}\n{}\n{}", self.database, head.seq, head.hash).as_bytes());
        Some(sealing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_is_read_back_and_none_that_somebody_else_made() {
        let folder = tempfile::tempdir().unwrap();
        let (database, key) = (folder.path().join("forecourt.db"), DataKey::generate().unwrap());
        let file = HeadFile::beside(&database, "ab12", &key);
        assert_eq!(file.read(), None, "there is none yet");
        let head = Head { seq: 17, hash: "ab".repeat(32) };
        file.write(&head, true).unwrap();
        assert_eq!(file.read(), Some(head));
        let path = folder.path().join("ledger-head.json");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains("copies this whole folder"), "it says what it is worth");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
        assert_eq!(HeadFile::beside(&database, "ab12", &DataKey::generate().unwrap()).read(), None);
        assert_eq!(HeadFile::beside(&database, "cd34", &key).read(), None, "of another database");
        std::fs::write(&path, text.replace("17", "16")).unwrap();
        assert_eq!(file.read(), None, "changed by hand");
    }
}
