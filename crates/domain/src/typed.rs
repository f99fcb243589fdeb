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

/// True for the characters that steer text direction or take no room: they come
/// along when a number is copied from a web page or a chat and mean nothing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
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
    fn text_is_cut_between_characters() {
        assert_eq!(beginning("abc", 2), "ab");
        assert_eq!(beginning("abc", 9), "abc");
        assert_eq!(beginning("王王", 5), "王");
        assert_eq!(beginning("王", 0), "");
    }
}
