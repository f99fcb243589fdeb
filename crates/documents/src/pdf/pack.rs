//! Packing streams. What a long document is drawn into is packed on a thread of its own: it takes as long
//! as the drawing.

use super::PdfProblem;
use flate2::{Compress, Compression, FlushCompress};
use pdf_writer::Ref;
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// One compressor for all streams: making a new one for each small page costs more than the packing.
pub(super) struct Pack {
    zip: Compress,
}

impl Pack {
    pub(super) fn new() -> Self {
        Self { zip: Compress::new(Compression::default(), true) }
    }

    pub(super) fn pack(&mut self, bytes: &[u8]) -> Result<Vec<u8>, PdfProblem> {
        self.zip.reset();
        let mut packed = Vec::with_capacity(bytes.len() + bytes.len() / 100 + 64);
        loop {
            let read = usize::try_from(self.zip.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(read..).unwrap_or_default();
            let status =
                self.zip.compress_vec(rest, &mut packed, FlushCompress::Finish).map_err(io::Error::other)?;
            if status == flate2::Status::StreamEnd {
                return Ok(packed);
            }
            packed.reserve(bytes.len() / 2 + 1024);
        }
    }
}

/// Pages that may wait for the thread that packs.
const WAITING: usize = 64;

/// A thread that packs pages, which come back in their order.
pub(super) struct Packer {
    to: Sender<Vec<u8>>,
    from: Receiver<Result<Vec<u8>, PdfProblem>>,
    waiting: VecDeque<Ref>,
}

impl Packer {
    /// `None` where the system gives no thread: then whoever draws packs too.
    pub(super) fn start() -> Option<Self> {
        let (to, contents) = channel::<Vec<u8>>();
        let (packed, from) = channel();
        let work = move || {
            let mut pack = Pack::new();
            // Nobody listens any more: the document was given up.
            for content in contents {
                if packed.send(pack.pack(&content)).is_err() {
                    break;
                }
            }
        };
        thread::Builder::new().name("pack".into()).spawn(work).ok()?;
        Some(Self { to, from, waiting: VecDeque::new() })
    }

    /// Takes the page that object `id` will hold.
    pub(super) fn take(&mut self, id: Ref, content: &[u8]) -> Result<(), PdfProblem> {
        self.to.send(content.to_vec()).map_err(|_| gone())?;
        self.waiting.push_back(id);
        Ok(())
    }

    /// The next page that was taken, once it is packed. Waits for it where `all` are wanted, and where too
    /// many wait.
    pub(super) fn next(&mut self, all: bool) -> Result<Option<(Ref, Vec<u8>)>, PdfProblem> {
        let packed = if all || self.waiting.len() > WAITING {
            if self.waiting.is_empty() {
                return Ok(None);
            }
            self.from.recv().map_err(|_| gone())?
        } else {
            match self.from.try_recv() {
                Ok(packed) => packed,
                Err(_) => return Ok(None),
            }
        };
        let id = self.waiting.pop_front().ok_or_else(gone)?;
        Ok(Some((id, packed?)))
    }
}

fn gone() -> PdfProblem {
    io::Error::other("the packing thread ended early").into()
}
