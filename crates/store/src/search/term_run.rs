//! A sorted run of terms in little room, and many of them read as one. In a run each term says only what
//! differs from the one before it: `shared length | length of the rest | rest | whose`.

use crate::engine::{Error, Piece, Result, Spill};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::collections::binary_heap::PeekMut;
use std::sync::mpsc::SyncSender;

/// Bytes of a run that are written and read together.
const BLOCK: usize = 1 << 16;

/// Terms handed over together.
pub(super) const STRETCH: usize = 8_192;

/// Terms in their order, with whose each is.
#[derive(Default)]
pub(super) struct Run(Vec<Block>);

enum Block {
    Held(Vec<u8>),
    Aside(Piece),
}

impl Run {
    /// Writes terms that come in their order, into memory or aside.
    pub(super) fn write<'t>(
        terms: impl Iterator<Item = (&'t [u8], u32)>,
        mut aside: Option<&mut Spill>,
    ) -> Result<Self> {
        let mut blocks = Vec::new();
        let mut block = Vec::with_capacity(BLOCK);
        let mut end = |block: &mut Vec<u8>| -> Result<()> {
            blocks.push(match &mut aside {
                Some(spill) => Block::Aside(spill.put(block)?),
                None => Block::Held(block.clone()),
            });
            block.clear();
            Ok(())
        };
        let mut before: &[u8] = &[];
        for (term, owner) in terms {
            if block.len() + term.len() + 6 > BLOCK {
                end(&mut block)?;
                // The first of a block stands for itself.
                before = &[];
            }
            let shared = before.iter().zip(term).take_while(|(one, other)| one == other).count();
            let rest = term.get(shared..).unwrap_or_default();
            block.extend([shared as u8, rest.len() as u8]);
            block.extend_from_slice(rest);
            block.extend(owner.to_le_bytes());
            before = term;
        }
        if !block.is_empty() {
            end(&mut block)?;
        }
        Ok(Self(blocks))
    }
}

/// A run being read: stands at one of its terms.
struct Reader {
    blocks: std::vec::IntoIter<Block>,
    block: Vec<u8>,
    at: usize,
    term: Vec<u8>,
    owner: u32,
}

impl Reader {
    /// Stands at the first term; `None` for a run without any.
    fn new(run: Run, spill: &mut Option<Spill>) -> Result<Option<Self>> {
        let blocks = run.0.into_iter();
        let mut reader = Self { blocks, block: Vec::new(), at: 0, term: Vec::new(), owner: 0 };
        Ok(reader.step(spill)?.then_some(reader))
    }

    /// Goes on to the next term; says no at the end of the run.
    fn step(&mut self, spill: &mut Option<Spill>) -> Result<bool> {
        if self.at >= self.block.len() {
            (self.block, self.at) = match (self.blocks.next(), spill) {
                (None, _) => return Ok(false),
                (Some(Block::Held(block)), _) => (block, 0),
                (Some(Block::Aside(piece)), Some(spill)) => (spill.get(&piece)?, 0),
                (Some(Block::Aside(_)), None) => return Err(Error::other("what was put aside is gone")),
            };
        }
        self.read().ok_or_else(|| Error::other("a run of search terms is cut off"))?;
        Ok(true)
    }

    fn read(&mut self) -> Option<()> {
        let left = self.block.get(self.at..)?;
        let ([shared, length], left) = left.split_first_chunk()?;
        let (rest, left) = left.split_at_checked(usize::from(*length))?;
        self.owner = u32::from_le_bytes(*left.first_chunk()?);
        self.term.truncate(usize::from(*shared));
        self.term.extend_from_slice(rest);
        self.at += 2 + rest.len() + 4;
        Some(())
    }
}

/// The one with the first term is the greatest, as a heap wants it.
impl Ord for Reader {
    fn cmp(&self, other: &Self) -> Ordering {
        other.term.cmp(&self.term).then(other.owner.cmp(&self.owner))
    }
}

impl PartialOrd for Reader {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Reader {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Reader {}

/// Some terms, in the order of all.
#[derive(Default)]
pub(super) struct Stretch {
    text: Vec<u8>,
    /// Where each ends, and whose it is.
    ends: Vec<(u32, u32)>,
}

impl Stretch {
    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = (&str, u32)> {
        let mut from = 0;
        self.ends.iter().map(move |(end, owner)| {
            let term = self.text.get(from..*end as usize).unwrap_or_default();
            from = *end as usize;
            (std::str::from_utf8(term).unwrap_or_default(), *owner)
        })
    }
}

/// Reads runs as one and sends it in stretches. Ends early when nobody listens any more.
pub(super) fn merge(runs: Vec<Run>, mut spill: Option<Spill>, to: &SyncSender<Result<Stretch>>) {
    if let Err(error) = merge_into(runs, &mut spill, to) {
        let _ = to.send(Err(error));
    }
}

fn merge_into(runs: Vec<Run>, spill: &mut Option<Spill>, to: &SyncSender<Result<Stretch>>) -> Result<()> {
    let mut readers = BinaryHeap::new();
    for run in runs {
        readers.extend(Reader::new(run, spill)?);
    }
    let mut stretch = Stretch::default();
    while let Some(mut first) = readers.peek_mut() {
        stretch.text.extend_from_slice(&first.term);
        stretch.ends.push((stretch.text.len() as u32, first.owner));
        if !first.step(spill)? {
            PeekMut::pop(first);
        }
        if stretch.len() == STRETCH && to.send(Ok(std::mem::take(&mut stretch))).is_err() {
            return Ok(());
        }
    }
    if stretch.len() > 0 {
        let _ = to.send(Ok(stretch));
    }
    Ok(())
}
