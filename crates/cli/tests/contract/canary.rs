//! Things that must not get out, in every form in which they might.

use std::collections::{BTreeSet, HashMap};

/// Things to be looked for together, whatever the case.
#[derive(Default)]
pub struct Cage {
    what: Vec<String>,
    /// Every form with its canary, by its first two bytes: a database is long, and forms are many.
    forms: HashMap<[u8; 2], Vec<(usize, Vec<u8>)>>,
}

impl Cage {
    /// Adds texts of one kind. Shorter ones than this would be found in chance itself.
    pub fn add(&mut self, what: &str, texts: &[&str]) {
        for text in texts {
            assert!(text.len() >= 6, "{text} is too short to be told from chance");
            for form in forms(text) {
                let form = form.to_ascii_lowercase();
                self.forms.entry([form[0], form[1]]).or_default().push((self.what.len(), form));
            }
            self.what.push(format!("{what} {text:?}"));
        }
    }

    /// How many things are looked for.
    pub fn len(&self) -> usize {
        self.what.len()
    }

    /// What is found in `bytes`.
    pub fn found_in(&self, bytes: &[u8]) -> Vec<&str> {
        let bytes = bytes.to_ascii_lowercase();
        let mut found = BTreeSet::new();
        for (at, start) in bytes.windows(2).enumerate() {
            let begun = self.forms.get(start).into_iter().flatten();
            found.extend(begun.filter(|(_, form)| bytes[at..].starts_with(form)).map(|(what, _)| *what));
        }
        found.into_iter().map(|what| self.what[what].as_str()).collect()
    }
}

/// Does `text` hold one of the groups of a recovery key, as a word of its own? Four characters
/// alone stand in many a hash.
pub fn holds_a_group(text: &str, recovery_key: &str) -> bool {
    let groups: Vec<&str> = recovery_key.split('-').collect();
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| groups.contains(&word))
}

/// As it is, as JSON and as Rust print it, in hexadecimal, in Base64 wherever it begins, in a link, and in the
/// two bytes a character of Windows.
fn forms(text: &str) -> Vec<Vec<u8>> {
    let bytes = text.as_bytes();
    let hex = |between: &str| {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(between).into_bytes()
    };
    let listed = bytes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ").into_bytes();
    let mut forms = vec![
        bytes.to_vec(),
        text.escape_default().to_string().into_bytes(),
        json_escaped(text),
        hex(""),
        hex(" "),
        listed,
        percent(bytes),
        percent(bytes).iter().map(|byte| if *byte == b' ' { b'+' } else { *byte }).collect(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ];
    for shift in 0..3 {
        let standard = base64(bytes, shift);
        forms.push(
            standard
                .iter()
                .map(|c| match c {
                    b'+' => b'-',
                    b'/' => b'_',
                    c => *c,
                })
                .collect(),
        );
        forms.push(standard);
    }
    forms
}

fn json_escaped(text: &str) -> Vec<u8> {
    let escaped = text.encode_utf16().map(|unit| match u8::try_from(unit) {
        Ok(byte) if byte.is_ascii() => char::from(byte).to_string(),
        _ => format!("\\u{unit:04x}"),
    });
    escaped.collect::<String>().into_bytes()
}

fn percent(bytes: &[u8]) -> Vec<u8> {
    let encoded = bytes.iter().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    encoded.collect::<String>().into_bytes()
}

/// The characters of Base64 that are made of `bytes` alone when `shift` others stand before them.
fn base64(bytes: &[u8], shift: usize) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits: Vec<u8> = vec![0; shift * 8];
    bits.extend(bytes.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)));
    let from = (shift * 8).div_ceil(6) * 6;
    let number = |six: &[u8]| six.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit));
    bits[from..].chunks_exact(6).map(|six| LETTERS[number(six)]).collect()
}

#[test]
fn every_form_is_found_and_nothing_else() {
    let mut cage = Cage::default();
    cage.add("name", &["Zoë Quill"]);
    for found in [
        "so: Zoë Quill!",
        "ZOë QUILL",
        r"Zo\u{eb} Quill",
        r"Zo\u00eb Quill",
        "5a6fc3ab205175696c6c",
        "5A6FC3AB205175696C6C",
        "5a 6f c3 ab 20 51 75 69 6c 6c",
        "[90, 111, 195, 171, 32, 81, 117, 105, 108, 108]",
        "mailto:Zo%C3%AB%20Quill",
        "Wm/DqyBRdWlsbA==",
        // The same behind one and behind two other bytes.
        "eFpvw6sgUXVpbGw=",
        "eHhab8OrIFF1aWxs",
        "Wm_DqyBRdWlsbA",
    ] {
        assert_eq!(cage.found_in(found.as_bytes()).len(), 1, "{found}");
    }
    let wide: Vec<u8> = "Zoë Quill".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cage.found_in(&wide).len(), 1);
    assert!(cage.found_in("Zoe Quill, Zoë Quilp".as_bytes()).is_empty());
    assert!(holds_a_group("group 3: AB12.", "XXXX-AB12"));
    assert!(!holds_a_group("c0AB12de", "XXXX-AB12"));
}
