//! What typed and pasted text has in common: digits of every script, marks that mean
//! nothing (SPEC 4.6), and a bound on how much of it is read.

/// The zero of each Unicode run of ten decimal digits (category Nd) that
/// compatibility normalisation leaves alone, in ascending order.
const ZEROS: [u32; 66] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0,
    0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0x104A0, 0x10D30, 0x10D40,
    0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA,
    0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0,
    0x16B50, 0x16D70, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950,
];

/// `c` as an ASCII digit when it is a decimal digit of any script, else `c` itself.
pub(crate) fn to_ascii(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let code = u32::from(c);
    let before = ZEROS.partition_point(|zero| *zero <= code);
    before
        .checked_sub(1)
        .and_then(|at| ZEROS.get(at))
        .map(|zero| code - zero)
        .filter(|value| *value < 10)
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

/// Unicode 17.0, `Default_Ignorable_Code_Point` (DerivedCoreProperties.txt), in ascending order:
/// what takes no room by itself. The whole property and not a selection, so that nobody has to
/// weigh one character again and places cannot differ.
const INVISIBLE: [(char, char); 17] = [
    ('\u{00AD}', '\u{00AD}'),
    ('\u{034F}', '\u{034F}'),
    ('\u{061C}', '\u{061C}'),
    ('\u{115F}', '\u{1160}'),
    ('\u{17B4}', '\u{17B5}'),
    ('\u{180B}', '\u{180F}'),
    ('\u{200B}', '\u{200F}'),
    ('\u{202A}', '\u{202E}'),
    ('\u{2060}', '\u{206F}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{FE00}', '\u{FE0F}'),
    ('\u{FEFF}', '\u{FEFF}'),
    ('\u{FFA0}', '\u{FFA0}'),
    ('\u{FFF0}', '\u{FFF8}'),
    ('\u{1BCA0}', '\u{1BCA3}'),
    ('\u{1D173}', '\u{1D17A}'),
    ('\u{E0000}', '\u{E0FFF}'),
];

/// True for the characters that show nothing by themselves: they steer the text direction, join
/// or part letters, or only take up room. They come along when text is copied from a web page or a
/// chat, and can disguise a name, an address or the extension of a file.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    if c.is_ascii() {
        return false;
    }
    let after = INVISIBLE.partition_point(|(first, _)| *first <= c);
    after.checked_sub(1).and_then(|at| INVISIBLE.get(at)).is_some_and(|(_, last)| c <= *last)
}

/// True for the invisible characters that belong to how a name is spelt and must be kept: the
/// joiners of Persian and Indic scripts, the vowel marks of Khmer and Mongolian, the fillers of
/// Hangul, and the selectors between forms of one Chinese character.
#[must_use]
pub const fn is_spelling(c: char) -> bool {
    matches!(c,
        '\u{034F}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200C}'..='\u{200D}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// At most `limit` bytes of `text`, cut between characters.
pub(crate) fn beginning(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or_default()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_ascend_and_never_overlap() {
        assert!(ZEROS.windows(2).all(|pair| pair[0] + 10 <= pair[1]));
    }

    #[test]
    fn digits_of_every_script_become_ascii() {
        assert_eq!("٠١٢٣٤٥٦٧٨٩".chars().map(to_ascii).collect::<String>(), "0123456789");
        assert_eq!("०९๐๙༠༩".chars().map(to_ascii).collect::<String>(), "090909");
        assert_eq!("a٪王½".chars().map(to_ascii).collect::<String>(), "a٪王½");
    }

    #[test]
    fn every_invisible_character_stands_once_in_order() {
        assert!(INVISIBLE.iter().all(|(first, last)| first <= last));
        assert!(INVISIBLE.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn invisible_is_what_shows_nothing() {
        // Both ends of the longer ranges, and what five lists of old had between them.
        for c in "\u{AD}\u{34F}\u{61C}\u{180E}\u{200B}\u{200F}\u{202A}\u{202E}\u{2060}\u{2066}\u{206F}\u{FE00}\u{FE0F}\u{FEFF}\u{E0100}\u{E01EF}".chars() {
            assert!(is_invisible(c), "{c:?}");
        }
        // A space, a line separator and a control character are not nothing.
        for c in "a é \u{A0}\u{200A}\u{2010}\u{2028}\u{3000}\0\u{301}王😀\u{10FFFF}".chars() {
            assert!(!is_invisible(c), "{c:?}");
        }
    }

    #[test]
    fn what_belongs_to_spelling_is_invisible_and_steers_nothing() {
        let spelling: Vec<char> = ('\0'..=char::MAX).filter(|c| is_spelling(*c)).collect();
        assert!(spelling.iter().all(|c| is_invisible(*c)));
        assert!(
            !spelling.iter().any(|c| "\u{200B}\u{200E}\u{200F}\u{202E}\u{2060}\u{2066}\u{FEFF}".contains(*c))
        );
    }

    #[test]
    fn text_is_cut_between_characters() {
        assert_eq!(beginning("abc", 2), "ab");
        assert_eq!(beginning("abc", 9), "abc");
        assert_eq!(beginning("王王", 5), "王");
        assert_eq!(beginning("王", 0), "");
    }
}
