//! Whatever is typed or pasted is read without a panic and in no time, and every way to
//! write a number gives what the numbering library gives.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::time::{Duration, Instant};

use forecourt_domain::search::{self, SearchSubject};
use forecourt_domain::{email, name, phone, plate, postcode};
use proptest::prelude::*;
use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

/// Most time 64 KiB of text may take.
const LIMIT: Duration = Duration::from_millis(100);
const PASTED: usize = 64 * 1024;

/// The beginnings of the ranges kept for drama, national significant, three digits free.
const DRAMA: [&str; 5] = ["2079460", "1632960", "7700900", "3069990", "8081570"];

/// The ways people write the UK number `n`, area code and rest split at `at`.
fn spellings(n: &str, at: usize) -> Vec<String> {
    let (a, b) = n.split_at(at);
    let (b, c) = b.split_at(b.len() / 2);
    vec![
        format!("0{a} {b}{c}"),
        format!("0{n}"),
        format!("0{a} {b} {c}"),
        format!("+44{n}"),
        format!("+44 {a} {b}{c}"),
        format!("+44 (0){a} {b} {c}"),
        format!("+44 (0) {a} {b} {c}"),
        format!("+44 0{n}"),
        format!("0044 {a} {b} {c}"),
        format!("0044(0){a}{b}{c}"),
        format!("(0{a}) {b} {c}"),
        format!("0{a}-{b}-{c}"),
        format!("0{a}.{b}.{c}"),
        format!("0{a} {b}{c} ext 123"),
        format!("0{a} {b}{c} (home)"),
        format!("tel:+44-{a}-{b}-{c}"),
        format!("\u{a0}0{a}\u{a0}{b}{c}"),
        format!("\u{2068}0{a}\u{2060}{b}{c}\u{2069}"),
        format!("Tel. 0{a} {b} {c}, evenings"),
        format!("0{n}").chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect(),
        format!("0{n}").chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0x660).unwrap()).collect(),
    ]
}

/// What the library makes of a number written plainly.
fn library(plain: &str) -> (String, bool) {
    let number = PhoneNumber::parse(plain, Some(Region::GB)).unwrap();
    (number.format_as(PhoneNumberFormat::E164).into_owned(), number.is_valid())
}

#[test]
fn every_spelling_of_every_drama_number_is_that_number() {
    for range in DRAMA {
        for free in (0..1000).step_by(37).chain([999]) {
            let n = format!("{range}{free:03}");
            let at = if n.starts_with('2') { 2 } else { 4 };
            for typed in spellings(&n, at) {
                let read = phone::parse(&typed);
                assert_eq!(read.e164, Some(format!("+44{n}")), "{typed}");
                assert_eq!(read.warning, None, "{typed}");
                assert_eq!(read.typed, typed);
            }
        }
    }
}

#[test]
fn search_reads_a_number_however_it_is_spelt() {
    for range in DRAMA {
        let n = format!("{range}214");
        let subject = SearchSubject { phones: &[&n], ..SearchSubject::default() };
        for typed in spellings(&n, 4) {
            assert!(search::plan(&typed).accepts(&subject), "{typed}");
        }
        for digits in 4..=10 {
            assert!(search::plan(&n[10 - digits..]).accepts(&subject), "last {digits} of {n}");
            assert!(search::plan(&format!("0{}", &n[..digits])).accepts(&subject), "first {digits} of {n}");
            assert!(
                search::plan(&format!("+44 (0) {}", &n[..digits])).accepts(&subject),
                "+44 {digits} of {n}"
            );
        }
    }
}

/// At least `cases`; the variable PROPTEST_CASES asks for more.
fn config(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(cases), failure_persistence: None, ..usual }
}

/// Text with a good share of what the parsers look out for.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,200}",
        "[0-9+() /;,.#xeto\\-]{0,80}",
        "[a-z0-9.@<>+_ \\-]{0,80}",
        proptest::collection::vec(
            prop_oneof![
                Just("07700 900123"),
                Just("+44"),
                Just("(0)"),
                Just("("),
                Just(")"),
                Just("ext"),
                Just("#"),
                Just("٣"),
                Just("０"),
                Just("@"),
                Just("xn--"),
                Just("\u{fdfa}"),
                Just("\u{301}"),
                Just("ß"),
                Just("İ"),
                Just(" or "),
                Just("\0"),
                Just("\u{10ffff}"),
            ],
            0..40
        )
        .prop_map(|parts| parts.concat()),
    ]
}

/// Runs every parser over `text`.
fn read_everything(text: &str) {
    for read in phone::parse_all(text).into_iter().chain([phone::parse(text)]) {
        assert_eq!(read.typed, text);
        if let Some(e164) = &read.e164 {
            let digits = e164.strip_prefix('+').unwrap();
            assert!((7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()), "{e164}");
            assert!(!phone::display(e164).is_empty());
        } else {
            assert!(read.warning.is_some() || text.trim().is_empty());
        }
    }
    if let Ok(read) = email::parse(text) {
        assert!(read.key.len() <= 254 && read.address.len() <= 254);
        let again = email::parse(&read.address).unwrap();
        assert_eq!((again.key, again.address), (read.key, read.address), "reading twice changes nothing");
    }
    let folded = name::fold(text);
    assert_eq!(name::fold(&folded), folded, "folding twice changes nothing");
    let _ =
        (name::fold_written_out(text), plate::format(text), postcode::format(text), postcode::is_uk(text));
    let plan = search::plan(text);
    let texts = [text];
    let subject = SearchSubject {
        first_name: text,
        last_name: text,
        company: text,
        reference: text,
        postcodes: &texts,
        phones: &texts,
        emails: &texts,
        registrations: &texts,
    };
    let mut terms = search::terms(&subject);
    assert!(terms.iter().all(|term| term.len() <= search::TERM_LIMIT));
    let count = terms.len();
    terms.sort();
    terms.dedup();
    assert_eq!(terms.len(), count, "each term once");
    let _ = plan.accepts(&subject);
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn nothing_typed_makes_a_panic(text in any_text()) {
        read_everything(&text);
    }

}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_name_is_found_by_its_beginning(
        first in "[A-Za-zÀ-ž]{1,12}",
        last in "[A-Za-zÀ-ž]{1,12}([ '-][A-Za-zÀ-ž]{1,12})?",
        upto in 1usize..12,
    ) {
        let subject = SearchSubject { first_name: &first, last_name: &last, ..SearchSubject::default() };
        for typed in [first.clone(), last.clone(), format!("{first} {last}"), format!("{last} {first}")] {
            let typed: String = typed.chars().take(upto.max(2)).collect();
            if name::fold(&typed).is_empty() {
                continue;
            }
            prop_assert!(search::plan(&typed).accepts(&subject), "{typed}: {:?}", search::plan(&typed));
        }
    }

    #[test]
    fn uk_numbers_are_what_the_library_says(n in "[1235789][0-9]{9}", at in 2usize..6) {
        let (e164, in_use) = library(&format!("+44{n}"));
        for typed in spellings(&n, at) {
            let read = phone::parse(&typed);
            prop_assert_eq!(read.e164.as_ref(), Some(&e164), "{}", typed);
            let drama = DRAMA.iter().any(|range| n.starts_with(range));
            prop_assert_eq!(read.warning.is_none(), in_use || drama, "{}", typed);
        }
        prop_assert_eq!(phone::parse(&phone::display(&e164)).e164, Some(e164));
    }

    #[test]
    fn short_uk_numbers_are_taken_when_the_library_knows_them(n in "(1[0-9]{8}|80[0-9]{7}|800[0-9]{6}|[58][0-9]{6})") {
        let (e164, in_use) = library(&format!("+44{n}"));
        prop_assert_eq!(phone::parse(&format!("0{n}")).e164, in_use.then_some(e164));
    }

    #[test]
    fn foreign_numbers_are_what_the_library_says(n in "(353|33|49|39|1|61|91|48)[1-9][0-9]{6,11}") {
        let typed = format!("+{n}");
        let read = phone::parse(&typed).e164;
        if let Some(e164) = &read {
            prop_assert_eq!(&library(&typed).0, e164);
        } else {
            let valid = PhoneNumber::parse(&typed, None).is_ok_and(|number| number.is_valid());
            prop_assert!(!valid, "{} is valid but was not read", typed);
        }
    }
}

/// The least time of three runs: the machine may be busy with something else.
fn time(read: &dyn Fn()) -> Duration {
    let times = (0..3).map(|_| {
        let start = Instant::now();
        read();
        start.elapsed()
    });
    times.min().unwrap()
}

#[test]
fn a_pasted_page_takes_no_time() {
    phone::prepare();
    let pieces = [
        "a",
        "7",
        " ",
        "07700 900123 / ",
        "(0",
        "x",
        "é",
        "\u{fdfa}",
        "e\u{301}",
        "\u{301}",
        "王",
        "İ ",
        "@a.",
        "😀",
        "-b",
    ];
    for piece in pieces {
        let text = piece.repeat(PASTED / piece.len());
        let texts = [text.as_str()];
        let subject = SearchSubject {
            first_name: &text,
            last_name: &text,
            company: &text,
            reference: &text,
            postcodes: &texts,
            phones: &texts,
            emails: &texts,
            registrations: &texts,
        };
        let readers: [(&str, &dyn Fn()); 9] = [
            ("phone", &|| drop(phone::parse(&text))),
            ("phones", &|| drop(phone::parse_all(&text))),
            ("email", &|| drop(email::parse(&text))),
            ("fold", &|| drop(name::fold(&text))),
            ("fold written out", &|| drop(name::fold_written_out(&text))),
            ("plate", &|| drop(plate::format(&text))),
            ("postcode", &|| drop(postcode::format(&text))),
            ("plan", &|| drop(search::plan(&text))),
            ("terms", &|| drop(search::terms(&subject))),
        ];
        for (reader, read) in readers {
            let took = time(read);
            assert!(took < LIMIT, "{reader} of {piece:?} took {took:?}");
        }
    }
}
