//! Which pages the write-ahead log holds. A page that stands whole in the log is not lost when its
//! place in the file was torn: a program that ended while it moved the log leaves just that.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read};
use std::path::Path;

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
    let mut committed = BTreeSet::new();
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(committed),
        Err(error) => return Err(error),
    };
    let mut log = BufReader::with_capacity(1 << 16, file);
    let mut header = [0; HEADER];
    if !filled(&mut log, &mut header)? {
        return Ok(committed);
    }
    let (magic, size) = (word(&header, 0), word(&header, 8) as usize);
    let little = magic == MAGIC;
    if !(little || magic == MAGIC | 1) || !(512..=LONGEST).contains(&size) {
        return Ok(committed);
    }
    let mut sum = Sum { little, value: (0, 0) };
    sum.add(header.get(..24).unwrap_or_default());
    if sum.value != (word(&header, 24), word(&header, 28)) {
        return Ok(committed);
    }
    let mut begun = BTreeSet::new();
    let (mut frame, mut page) = ([0; FRAME_HEADER], vec![0; size]);
    while filled(&mut log, &mut frame)? && filled(&mut log, &mut page)? {
        // What stands behind the last commit of this round of the log is of an earlier round.
        if frame.get(8..16) != header.get(16..24) {
            break;
        }
        sum.add(frame.get(..8).unwrap_or_default());
        sum.add(&page);
        if sum.value != (word(&frame, 16), word(&frame, 20)) {
            break;
        }
        begun.insert(word(&frame, 0));
        if word(&frame, 4) != 0 {
            committed.append(&mut begun);
        }
    }
    Ok(committed)
}

/// The log's running checksum.
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
