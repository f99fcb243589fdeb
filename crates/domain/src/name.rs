//! Names folded for search: what is typed without accents still finds them.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::text;

/// Bytes of a name that are read: more than any name has.
const READ_LIMIT: usize = 4096;

/// `name` as search compares it: lower-case letters and digits, nothing between them.
/// Accents go (`Zoë` → `zoe`), letters of the Latin alphabet with no plain form get
/// their usual one (`Łukasz` → `lukasz`, `Weiß` → `weiss`, `Ægir` → `aegir`), other
/// scripts stay (`王`). Reads 4,096 bytes at most.
#[must_use]
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    fold_into(name, &mut folded);
    folded
}

/// [`fold`], added to the end of `folded`.
pub(crate) fn fold_into(name: &str, folded: &mut String) {
    for c in text::beginning(name, READ_LIMIT).chars() {
        if c.is_ascii() {
            if c.is_ascii_alphanumeric() {
                folded.push(c.to_ascii_lowercase());
            }
        } else {
            fold_wide(c, folded);
        }
    }
}

/// A second spelling some people type: German and Nordic vowels written out
/// (`Müller` → `mueller`, `Søren` → `soeren`, `Åkesson` → `aakesson`) and `ß` as one s.
/// `None` when the name has no such letter.
#[must_use]
pub fn fold_written_out(name: &str) -> Option<String> {
    if name.is_ascii() {
        return None;
    }
    let mut folded = String::with_capacity(name.len() + 4);
    let mut differs = false;
    let mut letters = text::beginning(name, READ_LIMIT).chars().peekable();
    while let Some(c) = letters.next() {
        // The accent may be a character of its own.
        let accented = match (c, letters.peek()) {
            ('a' | 'A', Some('\u{308}')) => 'ä',
            ('o' | 'O', Some('\u{308}')) => 'ö',
            ('u' | 'U', Some('\u{308}')) => 'ü',
            ('a' | 'A', Some('\u{30A}')) => 'å',
            _ => c,
        };
        let written = match accented {
            'ä' | 'Ä' => "ae",
            'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
            'ü' | 'Ü' => "ue",
            'å' | 'Å' => "aa",
            'ß' | 'ẞ' => "s",
            _ => {
                fold_into(c.encode_utf8(&mut [0; 4]), &mut folded);
                continue;
            }
        };
        folded.push_str(written);
        differs = true;
    }
    differs.then_some(folded)
}

/// Was `typed` this name? Asked before something is done that cannot be undone, so every letter counts;
/// what a keyboard may not have does not: accents, case, spaces, apostrophes and hyphens. A name without
/// letters (`4×4`, `🚗`) is compared sign by sign.
#[must_use]
pub fn is_typed(name: &str, typed: &str) -> bool {
    let (of_name, of_typed) = (fold(name), fold(typed));
    if of_name.is_empty() {
        let signs = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        return !signs(name).is_empty() && signs(name) == signs(typed);
    }
    // What follows the limit of folding is compared too.
    let same_end = text::beginning(name, READ_LIMIT).len() == name.len()
        && text::beginning(typed, READ_LIMIT).len() == typed.len();
    same_end && (of_name == of_typed || fold_written_out(name).is_some_and(|written| written == of_typed))
}

/// Was `typed` this account reference, in any case?
#[must_use]
pub fn is_reference(reference: &str, typed: &str) -> bool {
    !reference.is_empty() && reference.eq_ignore_ascii_case(typed.trim())
}

fn fold_wide(c: char, folded: &mut String) {
    // Marks are dropped, so their order, which a whole normalisation would settle, is no matter.
    decompose_compatible(c, |part| {
        if is_combining_mark(part) {
            return;
        }
        for lower in part.to_lowercase() {
            match latin(lower) {
                Some(plain) => folded.push_str(plain),
                None if lower.is_alphanumeric() => folded.push(text::to_ascii(lower)),
                None => {}
            }
        }
    });
}

/// Latin letters that do not fall apart into a plain letter and an accent.
const fn latin(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ħ' => "h",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' => "k",
        'ə' => "e",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_marks_go() {
        for (name, folded) in [
            ("Zoë", "zoe"),
            ("Zoe\u{308}", "zoe"),
            ("Łukasz", "lukasz"),
            ("Weiß", "weiss"),
            ("O'Brien-Ng", "obrienng"),
            ("O’Connor", "oconnor"),
            ("Søren Ångström", "sorenangstrom"),
            ("Yılmaz İnce", "yilmazince"),
            ("Đặng Thị", "dangthi"),
            ("Nguyễn", "nguyen"),
            ("Ægir Þór Guðni", "aegirthorgudni"),
            ("王 小明", "王小明"),
            ("Ｊａｃｋ", "jack"),
            ("Ivan Иванов", "ivanиванов"),
            ("4×4 Centre", "44centre"),
            ("  ", ""),
        ] {
            assert_eq!(fold(name), folded, "{name}");
        }
    }

    #[test]
    fn a_typed_name_needs_no_accent_or_apostrophe_and_every_letter() {
        let name = "Siobhán  O’Brien-Ng";
        for typed in [
            "Siobhán O'Brien-Ng",
            " siobhán o’brien‑ng ",
            "SIOBHA\u{301}N O'BRIEN-NG",
            "Siobhan O'Brien-Ng",
            "siobhan obrien ng",
        ] {
            assert!(is_typed(name, typed), "{typed}");
        }
        for typed in ["Siobhán", "", "Siobhán O'Brien-Ngo", "Siobhan Brien-Ng"] {
            assert!(!is_typed(name, typed), "{typed}");
        }
        for (name, typed) in
            [("Łukasz Wójcik", "lukasz wojcik"), ("Jürgen Müller", "Juergen Mueller"), ("Weiß", "weiss")]
        {
            assert!(is_typed(name, typed), "{typed}");
        }
        assert!(is_typed("أحمد علي", "أحمد علي") && !is_typed("أحمد علي", "ahmed ali"));
        assert!(is_typed("🚗 ", "🚗") && !is_typed("🚗", "🚙"), "a name without letters is typed as it is");
        assert!(!is_typed("", ""), "an account without a name is not confirmed by nothing");
    }

    #[test]
    fn an_account_reference_is_typed_in_any_case() {
        assert!(is_reference("C0000022", " c0000022 "));
        for typed in ["C0000023", "22", "", "C0000022 C0000022"] {
            assert!(!is_reference("C0000022", typed), "{typed}");
        }
        assert!(!is_reference("", ""));
    }

    #[test]
    fn vowels_are_also_written_out() {
        assert_eq!(fold_written_out("Müller").as_deref(), Some("mueller"));
        assert_eq!(fold_written_out("Mu\u{308}ller").as_deref(), Some("mueller"));
        assert_eq!(fold_written_out("Großmann").as_deref(), Some("grosmann"));
        assert_eq!(fold_written_out("Jørgen Ådahl").as_deref(), Some("joergenaadahl"));
        assert_eq!(fold_written_out("Zoë"), None);
        assert_eq!(fold_written_out("Smith"), None);
    }
}
