//! Which pages the write-ahead log holds. A page that stands whole in the log is not lost when its
//! place in the file was torn: a program that ended while it moved the log leaves just that. And who
//! follows the log knows what was written meanwhile, by whichever program: the numbers stand in the clear.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;
/// The first word of a log; the last bit says in which order its checksums read their words.
const MAGIC: u32 = 0x377f_0682;
/// The longest page there is.
const LONGEST: usize = 65536;

/// The pages in the log at `path` that were committed; none where there is no log.
///
/// # Errors
/// What the disk says.
pub(super) fn pages(path: &Path) -> io::Result<BTreeSet<u32>> {
    Log::at(path.to_owned()).news()
}

/// A log that is followed: each commit is told once.
pub(super) struct Log {
    path: PathBuf,
    round: Option<Round>,
}

/// The log begins anew, under another salt, once all of it is in the file and nobody reads from it.
#[derive(Clone)]
struct Round {
    salt: [u8; 8],
    /// Bytes of a page.
    size: usize,
    /// Behind the last commit that was told.
    end: u64,
    sum: Sum,
}

impl Log {
    /// The log at `path`, of which nothing was told yet.
    pub(super) const fn at(path: PathBuf) -> Self {
        Self { path, round: None }
    }

    /// The pages that were committed since this was asked last.
    ///
    /// # Errors
    /// What the disk says.
    pub(super) fn news(&mut self) -> io::Result<BTreeSet<u32>> {
        self.follow(usize::MAX)
    }

    /// Passes over one commit: the asker's own.
    ///
    /// # Errors
    /// What the disk says.
    pub(super) fn pass_one(&mut self) -> io::Result<()> {
        self.follow(1).map(drop)
    }

    fn follow(&mut self, commits: usize) -> io::Result<BTreeSet<u32>> {
        let mut told = BTreeSet::new();
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(told),
            Err(error) => return Err(error),
        };
        let Some(begun) = Round::begun(&mut file)? else { return Ok(told) };
        let round = match &mut self.round {
            Some(round) if round.salt == begun.salt => round,
            other => other.insert(begun),
        };
        file.seek(SeekFrom::Start(round.end))?;
        let mut log = BufReader::with_capacity(1 << 16, file);
        let mut ahead = round.clone();
        let mut begun = BTreeSet::new();
        let (mut frame, mut page) = ([0; FRAME_HEADER], vec![0; round.size]);
        let mut left = commits;
        while left > 0 && filled(&mut log, &mut frame)? && filled(&mut log, &mut page)? {
            // What stands behind the last commit of this round of the log is of an earlier round, or of
            // somebody who has not committed yet.
            if frame.get(8..16) != Some(&round.salt) {
                break;
            }
            ahead.sum.add(frame.get(..8).unwrap_or_default());
            ahead.sum.add(&page);
            if ahead.sum.value != (word(&frame, 16), word(&frame, 20)) {
                break;
            }
            ahead.end += (FRAME_HEADER + round.size) as u64;
            begun.insert(word(&frame, 0));
            if word(&frame, 4) != 0 {
                told.append(&mut begun);
                round.clone_from(&ahead);
                left -= 1;
            }
        }
        Ok(told)
    }
}

impl Round {
    /// The round that the log is in, from its header; none where that does not verify.
    fn begun(log: &mut File) -> io::Result<Option<Self>> {
        let mut header = [0; HEADER];
        if !filled(log, &mut header)? {
            return Ok(None);
        }
        let (magic, size) = (word(&header, 0), word(&header, 8) as usize);
        let little = magic == MAGIC;
        if !(little || magic == MAGIC | 1) || !(512..=LONGEST).contains(&size) {
            return Ok(None);
        }
        let mut sum = Sum { little, value: (0, 0) };
        sum.add(header.get(..24).unwrap_or_default());
        if sum.value != (word(&header, 24), word(&header, 28)) {
            return Ok(None);
        }
        let salt = header.get(16..).and_then(|salt| salt.first_chunk()).copied().unwrap_or_default();
        Ok(Some(Self { salt, size, end: HEADER as u64, sum }))
    }
}

/// The log's running checksum.
#[derive(Clone, Copy)]
struct Sum {
    little: bool,
    value: (u32, u32),
}

impl Sum {
    fn add(&mut self, bytes: &[u8]) {
        let (mut one, mut two) = self.value;
        for pair in bytes.chunks_exact(8) {
            let (first, second) = if self.little {
                (word(pair, 0).swap_bytes(), word(pair, 4).swap_bytes())
            } else {
                (word(pair, 0), word(pair, 4))
            };
            one = one.wrapping_add(first).wrapping_add(two);
            two = two.wrapping_add(second).wrapping_add(one);
        }
        self.value = (one, two);
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..).and_then(|bytes| bytes.first_chunk()).map_or(0, |four| u32::from_be_bytes(*four))
}

/// Reads a whole piece; not where the log ends first.
fn filled(log: &mut impl Read, piece: &mut [u8]) -> io::Result<bool> {
    match log.read_exact(piece) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}
