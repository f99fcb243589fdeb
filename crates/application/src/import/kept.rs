//! What a cell said that its field cannot hold: it goes into the notes of the contact, so that nobody
//! has to look for the file again.

use super::fields::Field;
use forecourt_domain::contact::{NOTES_MAX, text};

/// The longest cell kept so, in characters.
const CELL_MAX: usize = 2_000;

/// The most kept of one row.
const ROW_MAX: usize = 6_000;

/// What people and programs write where there is nothing to say.
const NOTHING: [&str; 24] = [
    "n/a",
    "na",
    "n.a.",
    "none",
    "no",
    "nil",
    "null",
    "nan",
    "unknown",
    "not known",
    "not given",
    "not provided",
    "tba",
    "tbc",
    "x",
    "xx",
    "xxx",
    "0",
    "#n/a",
    "#value!",
    "#ref!",
    "refused",
    "false",
    "no email",
];

/// Does the text of a cell say anything?
pub(super) fn holds_something(cell: &str) -> bool {
    let cell = cell.trim();
    cell.chars().any(char::is_alphanumeric) && !NOTHING.contains(&cell.to_lowercase().as_str())
}

/// The cells of one row that are kept.
#[derive(Default)]
pub(super) struct Kept {
    lines: Vec<String>,
    characters: usize,
}

impl Kept {
    /// Keeps a cell; false when it is too long, or says nothing.
    pub(super) fn keep(&mut self, field: Field, cell: &str) -> bool {
        let Ok(cell) = text::lines(without_controls(cell)) else { return false };
        let length = cell.chars().count();
        if !holds_something(&cell) || length > CELL_MAX || self.characters + length > ROW_MAX {
            return false;
        }
        let line = format!("{} in the file: {}", name(field), cell.trim());
        if !self.lines.contains(&line) {
            self.characters += line.chars().count() + 1;
            self.lines.push(line);
        }
        true
    }

    /// Puts what is kept behind the notes; how long those were, when their end had to go.
    pub(super) fn add_to(&self, notes: &mut String) -> Option<usize> {
        let room = NOTES_MAX.saturating_sub(self.characters);
        let mut cut = None;
        if notes.len() > room {
            let length = notes.chars().count();
            if length > room {
                cut = Some(length);
                let end = notes.char_indices().nth(room).map_or(notes.len(), |(at, _)| at);
                notes.truncate(end);
            }
        }
        for line in &self.lines {
            if !notes.is_empty() {
                notes.push('\n');
            }
            notes.push_str(line);
        }
        cut
    }
}

/// A text without the characters that no field can keep.
pub(super) fn without_controls(text: &str) -> String {
    let is_kept =
        |c: &char| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    text.chars().filter(is_kept).collect()
}

/// The field in a word or two.
const fn name(field: Field) -> &'static str {
    match field {
        Field::Street | Field::Street2 | Field::Street3 => "Address",
        Field::Postcode | Field::Postcode2 | Field::Postcode3 => "Postcode",
        Field::Phone | Field::PhoneHome | Field::PhoneMobile | Field::PhoneWork => "Phone",
        field => field.label(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_not_kept() {
        for cell in ["", " ", "-", "n/a", "None", "UNKNOWN", "…", "#N/A"] {
            assert!(!holds_something(cell), "{cell}");
        }
        for cell in ["31/02/1981", "1981", "ask his wife", "Noel"] {
            assert!(holds_something(cell), "{cell}");
        }
    }

    #[test]
    fn the_end_of_the_notes_makes_room_for_what_is_kept() {
        let mut kept = Kept::default();
        assert!(kept.keep(Field::DateOfBirth, "31/02/1981"));
        assert!(!kept.keep(Field::Email, &"e".repeat(3_000)), "told, and not kept");
        let mut notes = "n".repeat(NOTES_MAX);
        assert_eq!(kept.add_to(&mut notes), Some(NOTES_MAX));
        assert_eq!(notes.chars().count(), NOTES_MAX);
        assert!(notes.ends_with("n\nDate of birth in the file: 31/02/1981"));
        let mut short = "Likes blue".to_owned();
        assert_eq!(kept.add_to(&mut short), None);
        assert_eq!(short, "Likes blue\nDate of birth in the file: 31/02/1981");
    }
}
