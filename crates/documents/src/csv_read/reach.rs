//! Where a row ends that goes on behind its first line, and whether it does so on purpose.
//!
//! Told in one pass over the file: a quotation mark that nothing closes would otherwise be searched
//! for anew from each of the lines behind it, and a file of such lines takes hours.

use super::CsvFile;
use super::problem::RowProblem;

/// How far a row is followed before its quotation mark is taken for a stray one.
const SEARCH_LIMIT: usize = 4 * super::RECORD_LIMIT;

/// How a row goes on.
pub(super) enum Reach {
    /// It ends after so many bytes, its line end left out. It lies on one line, or each of its quoted
    /// cells closes before a delimiter, a line end or the end of the file.
    End(usize),
    /// It spans lines because of a quotation mark that nothing closes properly: a stray one has tied
    /// rows together which do not belong together.
    Stray,
    /// One line of more bytes than are followed.
    Endless(usize),
}

/// Where in a row a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    /// At the beginning of a cell.
    Fresh,
    Plain,
    Quoted,
    /// Behind a quotation mark in a quoted cell: its end, or half of a doubled one.
    Mark,
}

/// A row being followed.
struct Follow {
    at: At,
    /// A quoted cell closed before anything else than a delimiter or a line end.
    unsound: bool,
    /// The last line end passed, in bytes from the row's beginning.
    line_end: Option<usize>,
    /// The last of them that something else than blanks follows.
    spanned: Option<usize>,
}

impl Follow {
    /// Takes the byte at `offset`; true when the row ends before it.
    fn ends_before(&mut self, byte: u8, offset: usize, delimiter: u8) -> bool {
        let is_line_end = matches!(byte, b'\n' | b'\r');
        self.at = match self.at {
            At::Quoted if is_line_end => {
                self.line_end = Some(offset);
                At::Quoted
            }
            At::Quoted => {
                if byte == b'"' {
                    At::Mark
                } else {
                    At::Quoted
                }
            }
            _ if is_line_end => return true,
            At::Fresh | At::Mark if byte == b'"' => At::Quoted,
            _ if byte == delimiter => At::Fresh,
            At::Mark => {
                self.unsound = true;
                At::Plain
            }
            At::Fresh | At::Plain => At::Plain,
        };
        if self.line_end != self.spanned && !byte.is_ascii_whitespace() {
            self.spanned = self.line_end;
        }
        false
    }
}

impl CsvFile {
    /// Follows the row that begins where the source stands, and passes nothing of it.
    ///
    /// Whatever row a line end stands in, inside quotation marks all of them go on alike from there.
    /// So what is found out for one row is remembered for the lines it went over ([`Self::stray_until`]),
    /// and none of them is followed further than that again.
    pub(super) fn reach(&mut self, line: u64) -> Result<Reach, RowProblem> {
        let mut follow = Follow { at: At::Fresh, unsound: false, line_end: None, spanned: None };
        let begin = self.source.passed();
        let mut offset = 0;
        loop {
            let rest = self.source.rest().get(offset..).unwrap_or_default();
            let before = offset;
            for byte in rest {
                let is_over = follow.ends_before(*byte, offset, self.delimiter);
                if is_over {
                    self.looked += (offset - before) as u64;
                    return Ok(Reach::End(offset));
                }
                let is_known = follow.line_end == Some(offset) && begin + (offset as u64) < self.stray_until;
                if is_known || (follow.unsound && follow.spanned.is_some()) {
                    self.looked += (offset - before) as u64;
                    return Ok(self.stray(begin, &follow));
                }
                offset += 1;
            }
            self.looked += (offset - before) as u64;
            if offset > SEARCH_LIMIT {
                return Ok(match follow.spanned {
                    Some(_) => self.stray(begin, &follow),
                    None => Reach::Endless(offset),
                });
            }
            if !self.fill_at(line)? {
                // Blanks behind the last line end are no line of their own.
                let is_stray = follow.at == At::Quoted && follow.spanned.is_some();
                return Ok(if is_stray { self.stray(begin, &follow) } else { Reach::End(offset) });
            }
        }
    }

    fn stray(&mut self, begin: u64, follow: &Follow) -> Reach {
        if let Some(last) = follow.spanned {
            self.stray_until = self.stray_until.max(begin + last as u64 + 1);
        }
        Reach::Stray
    }
}
