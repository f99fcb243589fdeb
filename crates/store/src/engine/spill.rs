//! Room for what many rows are sorted by, where memory is short: a file beside the book that has no name
//! and is sealed with a key nobody keeps. It is gone once it is let go, however the program ends, and what
//! the disk still holds of it then cannot be read.

use super::error::{Error, Result};
use super::tx::Tx;
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce};
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;
use zeroize::Zeroizing;

/// The file, which only this knows.
pub(crate) struct Spill {
    file: File,
    cipher: ChaCha20Poly1305,
    end: u64,
    pieces: u64,
}

/// What was put there, to get it back by.
pub(crate) struct Piece {
    number: u64,
    at: u64,
    length: usize,
}

impl Spill {
    /// Makes it in the folder of the book.
    pub(crate) fn beside(tx: &Tx<'_>) -> Result<Self> {
        let folder = tx.path().parent().unwrap_or(Path::new("")).to_owned();
        let file = tempfile::tempfile_in(folder).map_err(failed)?;
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut_slice())
            .map_err(|_| Error::other("the operating system gave no random numbers"))?;
        Ok(Self { file, cipher: ChaCha20Poly1305::new((&*key).into()), end: 0, pieces: 0 })
    }

    /// Puts a piece behind the others.
    pub(crate) fn put(&mut self, clear: &[u8]) -> Result<Piece> {
        let sealed = self.cipher.encrypt(&nonce(self.pieces), clear);
        let sealed = sealed.map_err(|_| Error::other("a piece could not be sealed"))?;
        let piece = Piece { number: self.pieces, at: self.end, length: sealed.len() };
        self.file
            .seek(SeekFrom::Start(self.end))
            .and_then(|_| self.file.write_all(&sealed))
            .map_err(failed)?;
        self.pieces += 1;
        self.end += sealed.len() as u64;
        Ok(piece)
    }

    /// Gets a piece back as it was.
    pub(crate) fn get(&mut self, piece: &Piece) -> Result<Vec<u8>> {
        let mut sealed = vec![0; piece.length];
        let read = self.file.seek(SeekFrom::Start(piece.at)).and_then(|_| self.file.read_exact(&mut sealed));
        read.map_err(failed)?;
        let clear = self.cipher.decrypt(&nonce(piece.number), sealed.as_slice());
        clear.map_err(|_| Error::Disk("what was put aside came back as something else".into()))
    }
}

/// Each piece its own: the key seals no other file.
fn nonce(number: u64) -> Nonce {
    let mut nonce = [0; 12];
    for (to, from) in nonce.iter_mut().zip(number.to_be_bytes()) {
        *to = from;
    }
    nonce.into()
}

fn failed(error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        // Its words may hold a path, and a path a person's name.
        kind => Error::Disk(kind.to_string().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn pieces_come_back_as_they_were_and_lie_on_the_disk_sealed_and_without_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        database
            .read(|tx| {
                let before = std::fs::read_dir(folder.path()).unwrap().count();
                let mut spill = Spill::beside(tx)?;
                let pieces = [spill.put(b"Ida Quill")?, spill.put(b"")?, spill.put(&[7; 70_000])?];
                for (piece, clear) in pieces.iter().zip([b"Ida Quill".as_slice(), b"", &[7; 70_000]]).rev() {
                    assert_eq!(spill.get(piece)?, clear);
                }
                assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), before, "a file with a name");
                let mut raw = Vec::new();
                spill.file.seek(SeekFrom::Start(0)).unwrap();
                spill.file.read_to_end(&mut raw).unwrap();
                assert!(raw.len() > 70_000 && !raw.windows(5).any(|some| some == b"Quill" || some == [7; 5]));
                Ok::<_, Error>(())
            })
            .unwrap();
    }

    #[test]
    fn a_piece_that_the_disk_changed_is_not_taken_for_one() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let met: Result<()> = database.read(|tx| {
            let mut spill = Spill::beside(tx)?;
            let piece = spill.put(b"Ida Quill")?;
            spill.file.seek(SeekFrom::Start(3)).unwrap();
            spill.file.write_all(b"x").unwrap();
            spill.get(&piece).map(drop)
        });
        assert!(matches!(met, Err(Error::Disk(_))), "{met:?}");
    }
}
