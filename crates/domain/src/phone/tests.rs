use super::*;

/// The numbers of the acceptance example A-24.
const OFFICE: &str = "+442079460018";
const MOBILE: &str = "+447700900123";

fn number(typed: &str) -> Option<String> {
    parse(typed).e164
}

#[test]
fn every_spelling_is_one_number() {
    for (typed, e164) in [
        ("020 7946 0018", OFFICE),
        ("+44 20 7946 0018", OFFICE),
        ("0044 (0)20 7946 0018", OFFICE),
        ("(020) 7946-0018 ext 23", OFFICE),
        ("tel:+44-7700-900-123", MOBILE),
        ("+44 (0) 7700 900123", MOBILE),
        ("7700900123", MOBILE),
        ("０７７００　９００１２３", MOBILE),
        ("٠٧٧٠٠٩٠٠١٢٣", MOBILE),
        ("07700 900123 (wife)", MOBILE),
    ] {
        let phone = parse(typed);
        assert_eq!(phone.e164.as_deref(), Some(e164), "{typed}");
        assert_eq!(phone.typed, typed);
    }
    assert_ne!(number("020 7946 0019").as_deref(), Some(OFFICE));
}

#[test]
fn other_spellings_people_use() {
    for typed in [
        "+44 0 7700 900123",
        "+44(0)7700900123",
        "+44 [0] 7700 900123",
        "+4407700900123",
        "44 7700 900123",
        "44 (0) 7700 900123",
        "0044 7700 900123",
        "+0044 7700 900123",
        "07700.900.123",
        "07700/900123",
        "077 00 90 01 23",
        "\u{a0}07700\u{a0}900123",
        "\u{202d}07700 900123\u{202c}",
        "07700\u{2011}900\u{2011}123",
        "\u{feff}07700900123",
        "Mobile: 07700 900123",
        "M 07700900123",
        "07700 900123 wife",
        "07700900123wife",
        "(07700) 900 123",
        "(07700 900123)",
        "07700 900123 (wife, not 07700 900456",
        "07700 900123 after 6pm",
        "₀₇₇₀₀₉₀₀₁₂₃",
        "'07700900123",
    ] {
        assert_eq!(number(typed).as_deref(), Some(MOBILE), "{typed}");
    }
}

#[test]
fn the_extension_is_kept_apart() {
    for typed in [
        "020 7946 0018 ext 23",
        "020 7946 0018 x23",
        "02079460018x23",
        "020 7946 0018 EXTN. 23",
        "020 7946 0018 extension: 23",
        "020 7946 0018 #23",
        "020 7946 0018 (ext 23)",
        "020 7946 0018;ext=23",
        "tel:+44-20-7946-0018;ext=23",
        "020 7946 0018 ext ２３",
    ] {
        let phone = parse(typed);
        assert_eq!(
            (phone.e164.as_deref(), phone.extension.as_deref()),
            (Some(OFFICE), Some("23")),
            "{typed}"
        );
        assert_eq!(phone.warning, None, "{typed}");
    }
    assert_eq!(parse("020 7946 0018 ex directory").extension, None);
    assert_eq!(parse("020 7946 0018 ext").extension, None);
    assert_eq!(parse("x23").extension, None);
}

#[test]
fn two_numbers_are_told_apart() {
    for typed in [
        "020 7946 0018 / 07700 900123",
        "020 7946 0018; 07700 900123",
        "020 7946 0018 or 07700 900123",
        "020 7946 0018, 07700 900123",
        "020 7946 0018\n07700 900123",
        "020 7946 0018 (home) 07700 900123 (mobile)",
        "home 020 7946 0018 mob +44 7700 900123",
    ] {
        let first = parse(typed);
        assert_eq!(first.e164.as_deref(), Some(OFFICE), "{typed}");
        assert_eq!(first.warning, Some(PhoneWarning::TwoNumbers), "{typed}");
        let both: Vec<_> = parse_all(typed).into_iter().filter_map(|phone| phone.e164).collect();
        assert_eq!(both, [OFFICE, MOBILE], "{typed}");
    }
    let with_extension = parse_all("020 7946 0018 x23 / 07700 900123");
    assert_eq!(with_extension[0].extension.as_deref(), Some("23"));
    assert_eq!(with_extension[1].extension, None);
    assert_eq!(parse("020 7946 0018 / +44 20 7946 0018").warning, None, "the same number twice");
    assert_eq!(parse("020 7946 0018 / 19").warning, None, "too short to be a second number");
    assert_eq!(parse_all("n/a").len(), 1);
}

#[test]
fn what_holds_no_number_is_kept_with_a_warning() {
    use PhoneWarning::{NoAreaCode, NotANumber, TooLong, TooShort};
    for (typed, warning) in [
        ("n/a", NotANumber),
        ("none", NotANumber),
        ("-", NotANumber),
        ("ask wife", NotANumber),
        ("ex directory", NotANumber),
        ("TBC", NotANumber),
        ("see notes", NotANumber),
        ("0", TooShort),
        ("07", TooShort),
        ("01234", TooShort),
        ("999", TooShort),
        ("946001", NoAreaCode),
        ("7946 0018", NoAreaCode),
        ("0770090012", TooShort),
        ("077009001234", TooLong),
        ("07700 9O0123", NotANumber),
        ("07700 90012O", NotANumber),
        ("8081570123", NotANumber),
        ("04444 444444", NotANumber),
        ("+44 99", TooShort),
        ("+99 999 999 999", NotANumber),
        ("+1234567890123456789", TooLong),
        ("1234567890123456789012345678901234567890", TooLong),
    ] {
        let phone = parse(typed);
        assert_eq!((phone.e164.as_deref(), phone.warning), (None, Some(warning)), "{typed}");
        assert_eq!(phone.typed, typed);
        assert!(!warning.words().is_empty());
    }
    assert_eq!(parse("  ").warning, None, "an empty box is no mistake");
}

#[test]
fn text_is_read_only_so_far() {
    let late = format!("{}07700900123", " ".repeat(250));
    assert_eq!(parse(&late).e164, None, "a number cut in two is no number");
    assert_eq!(parse(&late).typed, late);
    let early = format!("07700900123{}", " wife".repeat(10_000));
    assert_eq!(number(&early).as_deref(), Some(MOBILE));
}

#[test]
fn what_was_assumed_is_said() {
    assert_eq!(parse("7700900123").warning, Some(PhoneWarning::LostZero));
    assert_eq!(parse("2079460018").e164.as_deref(), Some(OFFICE));
    assert_eq!(parse("3069990123").warning, Some(PhoneWarning::LostZero));
    assert_eq!(parse("1632960123").warning, Some(PhoneWarning::LostZero));
    assert_eq!(parse("447700900123").warning, Some(PhoneWarning::LostPlus));
    assert_eq!(parse("07700900123").warning, None);
}

#[test]
fn drama_ranges_are_numbers() {
    for (first, shown) in [
        ("+442079460000", "020 7946 0000"),
        ("+441632960000", "01632 960000"),
        ("+447700900000", "07700 900000"),
        ("+443069990000", "0306 999 0000"),
        ("+448081570000", "0808 157 0000"),
    ] {
        for last in ["000", "500", "999"] {
            let e164 = format!("{}{last}", &first[..10]);
            let phone = parse(&e164);
            assert_eq!((phone.e164.as_deref(), phone.warning), (Some(e164.as_str()), None));
        }
        assert_eq!(display(first), shown);
    }
    assert_eq!(parse("01632 961000").warning, Some(PhoneWarning::NotInUse), "outside the range");
}

#[test]
fn short_uk_numbers_count_when_in_use() {
    assert_eq!(number("0800 1111").as_deref(), Some("+448001111"));
    assert_eq!(number("016977 2345").as_deref(), Some("+44169772345"));
    assert_eq!(number("0121 234 567"), None);
}

#[test]
fn foreign_numbers_keep_their_country() {
    let phone = parse("+353 (0)86 123 4567");
    assert_eq!(phone.e164.as_deref(), Some("+353861234567"));
    assert_eq!(phone.national().as_deref(), Some("+353 86 123 4567"));
    assert_eq!(phone.national_digits(), Some("353861234567"));
    assert_eq!(number("00353 86 123 4567").as_deref(), Some("+353861234567"));
    assert_eq!(number("+39 06 1234 5678").as_deref(), Some("+390612345678"));
    assert_eq!(number("+1 (202) 555-0123").as_deref(), Some("+12025550123"));
}

#[test]
fn shown_as_the_country_writes_it() {
    assert_eq!(parse("02079460018").national().as_deref(), Some("020 7946 0018"));
    assert_eq!(parse(MOBILE).national().as_deref(), Some("07700 900123"));
    assert_eq!(parse(MOBILE).national_digits(), Some("7700900123"));
    assert_eq!(display("no number"), "no number");
    prepare();
}

#[test]
fn a_uk_number_tells_which_phone_it_rings() {
    assert_eq!(kind_of_number("+447700900123"), PhoneKind::Mobile);
    for other in ["+442079460018", "+447000000000", "+447600000000", "+353861234567", ""] {
        assert_eq!(kind_of_number(other), PhoneKind::Other, "{other:?}");
    }
}

#[test]
fn numbers_that_went_through_a_spreadsheet_are_read() {
    for typed in
        ["7700900123.0", "07700900123.00", "=\"07700900123\"", "(+44) 07700 900123", "(0)7700 900123"]
    {
        assert_eq!(number(typed).as_deref(), Some(MOBILE), "{typed}");
    }
    assert_eq!(number("4.47701E+11"), None, "what the spreadsheet left of it is no number");
}

#[test]
fn a_uk_number_is_shown_as_the_port_reads_it() {
    let mut ranges: Vec<String> = (1..1_000).map(|range| range.to_string()).collect();
    ranges.extend((0..10_000).map(|range| format!("7{range:04}")).step_by(7));
    ranges.extend(["13873", "15242", "169772", "16977", "8001111", "845464", "8454645"].map(str::to_owned));
    for range in ranges {
        let lengths = if range.len() == 5 { 10..=10 } else { 5..=12 };
        for length in lengths {
            let mut national = range.clone();
            while national.len() < length {
                national.push(char::from(b'0' + u8::try_from(national.len() % 10).unwrap()));
            }
            let e164 = format!("+44{national}");
            let read = PHONE_NUMBER_UTIL.parse(&e164, None);
            let shown = read.map_or_else(
                |_| e164.clone(),
                |number| PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::National).into_owned(),
            );
            assert_eq!(display(&e164), shown, "{e164}");
        }
    }
    assert_eq!(display("+44 7700 900123"), "07700 900123", "spaced by hand");
    assert_eq!(display("+4407700900123"), "07700 900123", "with the zero left in");
}
