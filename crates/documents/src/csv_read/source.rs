//! The bytes of the file in one buffer, decoded from UTF-16 where they are.

use std::io::{self, Read};

use encoding_rs::Decoder;

/// How much is read at once.
const CHUNK: usize = 128 << 10;

/// A reader with a buffer that keeps what has not been passed yet.
pub(super) struct Source {
    reader: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    taken: u64,
    passed: u64,
    over: bool,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
}

impl Source {
    pub(super) fn new(reader: Box<dyn Read + Send>) -> Self {
        Self {
            reader,
            buffer: vec![0; 2 * CHUNK],
            start: 0,
            end: 0,
            taken: 0,
            passed: 0,
            over: false,
            decoder: None,
            raw: Vec::new(),
        }
    }

    /// What has been read and not passed.
    pub(super) fn rest(&self) -> &[u8] {
        self.buffer.get(self.start..self.end).unwrap_or_default()
    }

    /// Passes `length` bytes of [`Self::rest`].
    pub(super) fn skip(&mut self, length: usize) {
        let length = length.min(self.end - self.start);
        self.start += length;
        self.passed += length as u64;
    }

    /// Bytes passed so far, as they are decoded.
    pub(super) fn passed(&self) -> u64 {
        self.passed
    }

    /// Bytes taken from the reader.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// Reads on; false at the end of the file. What [`Self::rest`] held stays at its beginning.
    pub(super) fn fill(&mut self) -> io::Result<bool> {
        if self.over {
            return Ok(false);
        }
        self.make_room();
        if self.decoder.is_some() {
            return self.fill_decoded();
        }
        let room = self.buffer.get_mut(self.end..).unwrap_or_default();
        let read = read(&mut self.reader, room)?;
        self.taken += read as u64;
        self.end += read;
        self.over = read == 0;
        Ok(read > 0)
    }

    /// From here on the file is in this encoding: what is in the buffer is decoded anew.
    pub(super) fn decode(&mut self, encoding: &'static encoding_rs::Encoding) -> io::Result<()> {
        self.raw = self.rest().to_vec();
        self.start = 0;
        self.end = 0;
        self.decoder = Some(encoding.new_decoder_without_bom_handling());
        let raw = std::mem::take(&mut self.raw);
        self.decode_some(&raw, self.over);
        Ok(())
    }

    fn fill_decoded(&mut self) -> io::Result<bool> {
        let before = self.end;
        while self.end == before && !self.over {
            let mut raw = std::mem::take(&mut self.raw);
            raw.resize(CHUNK, 0);
            let read = read(&mut self.reader, &mut raw)?;
            self.taken += read as u64;
            self.over = read == 0;
            self.decode_some(raw.get(..read).unwrap_or_default(), read == 0);
            self.raw = raw;
        }
        Ok(self.end > before)
    }

    fn decode_some(&mut self, mut raw: &[u8], last: bool) {
        let Some(mut decoder) = self.decoder.take() else { return };
        loop {
            let needed = decoder.max_utf8_buffer_length(raw.len()).unwrap_or(4 * raw.len() + 16);
            if self.buffer.len() < self.end + needed {
                self.buffer.resize(self.end + needed, 0);
            }
            let room = self.buffer.get_mut(self.end..).unwrap_or_default();
            let (result, read, written, _) = decoder.decode_to_utf8(raw, room, last);
            self.end += written;
            raw = raw.get(read..).unwrap_or_default();
            if result == encoding_rs::CoderResult::InputEmpty {
                break;
            }
        }
        // A decoder that has seen the end must not be fed again.
        if !last {
            self.decoder = Some(decoder);
        }
    }

    /// Moves what is left to the front, and grows when a long row fills the buffer.
    fn make_room(&mut self) {
        if self.start > 0 {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
        if self.buffer.len() - self.end < CHUNK {
            self.buffer.resize(self.buffer.len() * 2, 0);
        }
    }
}

fn read(reader: &mut dyn Read, room: &mut [u8]) -> io::Result<usize> {
    loop {
        match reader.read(room) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // A reader that claims more than it was given room for is broken; believe the room.
            other => return other.map(|n| n.min(room.len())),
        }
    }
}
