//! Whether a row that spans several lines does so on purpose.

/// Whether every quoted cell of `row` closes before a delimiter, a line end or the end: anything else
/// means that a stray quotation mark has tied rows together which do not belong together.
pub(super) fn is_sound(row: &[u8], delimiter: u8) -> bool {
    let mut bytes = row.iter().copied().peekable();
    let mut fresh = true;
    while let Some(byte) = bytes.next() {
        if fresh && byte == b'"' {
            loop {
                match bytes.next() {
                    None => return false,
                    Some(b'"') if bytes.peek() == Some(&b'"') => {
                        bytes.next();
                    }
                    Some(b'"') => break,
                    Some(_) => {}
                }
            }
            match bytes.peek() {
                None => return true,
                Some(next) if *next == delimiter || matches!(next, b'\r' | b'\n') => {}
                Some(_) => return false,
            }
            fresh = false;
        } else {
            fresh = byte == delimiter || matches!(byte, b'\r' | b'\n');
        }
    }
    true
}
