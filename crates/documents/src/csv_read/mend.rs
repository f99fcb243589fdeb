//! What other programs did to the text of cells: undone where it can be told for certain, named where
//! it cannot.

use encoding_rs::WINDOWS_1252;

use super::record::Record;

/// What was done to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Damage {
    /// It came from a web system as that keeps it: `O&#39;Bryan`, `Dr&auml;xler &amp; Dahl`. Undone.
    WebCodes,
    /// It was read in another encoding than it was written in, and saved so: `ZoÃ«`. Undone.
    Encoding,
    /// A character was lost on the way, and a mark stands in its place. Nothing brings it back.
    Lost,
    /// It is in another encoding than the file, as where two files were put together. Read as Windows-1252.
    Foreign,
    /// A formula failed, or a column was too narrow for what it held: `#N/A`, `#####`. The cell is empty now.
    Error,
}

/// What spreadsheets and databases write where there is no value.
const ERRORS: [&str; 11] = [
    "#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "\\N", "(null)",
];

/// How often a text may have been put into codes, one time over the other.
const MOST_TIMES: usize = 3;

impl Record {
    /// Undoes what was done to the cells; `told` is given each column and what it was.
    pub fn mend(&mut self, mut told: impl FnMut(usize, Damage)) {
        for at in self.foreign() {
            told(*at, Damage::Foreign);
        }
        if is_sound(self.text()) {
            return;
        }
        for at in 0..self.len() {
            let cell = self.cell(at);
            if is_sound(cell) {
                continue;
            }
            let bare = cell.trim();
            if ERRORS.contains(&bare) || (bare.len() >= 3 && bare.bytes().all(|byte| byte == b'#')) {
                told(at, Damage::Error);
                self.put(at, "");
                continue;
            }
            let mut mended: Option<String> = None;
            for undo in [encoded_twice, web_codes] {
                for _ in 0..MOST_TIMES {
                    let Some((text, damage)) = undo(mended.as_deref().unwrap_or(cell)) else { break };
                    mended = Some(text);
                    told(at, damage);
                }
            }
            if cell.contains(char::REPLACEMENT_CHARACTER) {
                told(at, Damage::Lost);
            }
            if let Some(text) = mended {
                self.put(at, &text);
            }
        }
    }
}

/// Plain text without anything that a web system, a spreadsheet or a database writes for something else.
fn is_sound(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.is_ascii()
        && memchr::memchr3(b'&', b'<', b'#', bytes).is_none()
        && memchr::memchr2(b'\\', b'(', bytes).is_none()
}

/// UTF-8 that was taken for Windows-1252: every character is one of that, and together they are UTF-8.
/// No text that people write is both.
fn encoded_twice(cell: &str) -> Option<(String, Damage)> {
    // The first of such a pair is a letter with an accent, and what stands behind it is no plain one either.
    let mut chars = cell.chars().skip_while(char::is_ascii);
    if !matches!(chars.next(), Some('Â'..='ô')) || chars.next().is_none_or(|next| next.is_ascii()) {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(cell);
    if unmappable {
        return None;
    }
    std::str::from_utf8(&bytes).ok().map(|text| (text.to_owned(), Damage::Encoding))
}

/// The characters that HTML's codes stand for; what only looks like one (`AT&T`, `M&S;`) stays.
fn web_codes(cell: &str) -> Option<(String, Damage)> {
    if !cell.contains('<') && !cell.contains(';') {
        return None;
    }
    let decoded = html_escape::decode_html_entities(cell);
    let broken = with_line_breaks(&decoded);
    let text = broken.unwrap_or_else(|| decoded.into_owned());
    (text != cell).then(|| (text.replace('\u{a0}', " "), Damage::WebCodes)).filter(|(text, _)| text != cell)
}

/// `<br>` in any of its spellings as the end of a line.
fn with_line_breaks(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut out = String::new();
    let mut from = 0;
    while let Some(found) = lower.get(from..).and_then(|rest| rest.find("<br")) {
        let start = from + found;
        let behind = lower.get(start + 3..)?;
        let inside = behind.trim_start_matches([' ', '/']);
        out.push_str(text.get(from..start)?);
        if inside.starts_with('>') {
            out.push('\n');
            from = lower.len() - inside.len() + 1;
        } else {
            out.push_str(text.get(start..start + 3)?);
            from = start + 3;
        }
    }
    if from == 0 {
        return None;
    }
    out.push_str(text.get(from..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended(cell: &str) -> (String, Vec<Damage>) {
        let mut record = Record::default();
        record.set_plain(cell, b'\t');
        let mut told = Vec::new();
        record.mend(|_, damage| told.push(damage));
        (record.cell(0).to_owned(), told)
    }

    #[test]
    fn codes_of_the_web_become_the_characters_they_stand_for() {
        for (cell, text) in [
            ("O&#39;Bryan", "O'Bryan"),
            ("O&#x27;Bryan", "O'Bryan"),
            ("O&amp;#39;Bryan", "O'Bryan"),
            ("Dr&auml;xler &amp; Dahl", "Dräxler & Dahl"),
            ("1 The Row<br>Leeds<BR />LS1", "1 The Row\nLeeds\nLS1"),
            ("a&nbsp;b", "a b"),
        ] {
            assert_eq!(mended(cell).0, text, "{cell}");
            assert!(mended(cell).1.contains(&Damage::WebCodes), "{cell}");
        }
    }

    #[test]
    fn what_only_looks_like_a_code_stays() {
        for cell in ["AT&T", "M&S; Ltd", "Marks & Spencer", "a < b", "<broken", "&;", "&#;", "R&D;"] {
            assert_eq!(mended(cell), (cell.to_owned(), vec![]), "{cell}");
        }
    }

    #[test]
    fn what_stands_for_no_value_is_none() {
        for cell in ["#N/A", " #REF! ", "########", "\\N", "(null)"] {
            assert_eq!(mended(cell), (String::new(), vec![Damage::Error]), "{cell}");
        }
        for cell in ["#1 Garage", "07700 900123 #12", "C:\\New", "(nullify)", "##", "Null"] {
            assert_eq!(mended(cell), (cell.to_owned(), vec![]), "{cell}");
        }
    }

    #[test]
    fn text_that_was_saved_in_the_wrong_encoding_reads_as_it_was_written() {
        for text in ["Zoë", "O’Hara", "Dale – Sons", "£412", "Łukasz Żółć", "Nguyễn", "naïve café"]
        {
            let (wrong, _) = WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
            assert_ne!(wrong, text);
            assert_eq!(mended(&wrong), (text.to_owned(), vec![Damage::Encoding]), "{wrong}");
            assert_eq!(mended(text), (text.to_owned(), vec![]), "right as it is");
        }
        assert_eq!(mended("Zo\u{fffd}").1, [Damage::Lost]);
    }
}
