use std::io::{self, Write};
use std::ops::ControlFlow;

use forecourt_documents::PdfProblem;
use forecourt_documents::capture_form::{CaptureForm, FormBatch, FormWording, HeldDetails, try_print_forms};
use proptest::prelude::*;

use crate::pdf_text::{layout, raw, solid, words};
use crate::sample;

const LLANFAIR: &str = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

fn blank() -> CaptureForm {
    CaptureForm { number: "20261121-0017".into(), details: None }
}

#[test]
fn blank_form_reads_as_agreed() {
    insta::assert_snapshot!(layout(&sample::print_form(&sample::wording(), &blank())));
}

#[test]
fn prefilled_form_reads_as_agreed() {
    insta::assert_snapshot!(layout(&sample::print_form(&sample::wording(), &sample::form(1))));
}

#[test]
fn a41_blank_and_prefilled_form_say_what_they_must() {
    let wording = sample::wording();
    let mut held = sample::held(1);
    held.others = vec![("Bank account".into(), "••••5678".into())];
    held.receives = vec!["Email".into(), "SMS (service)".into()];
    let prefilled = CaptureForm { number: "20261121-0018".into(), details: Some(held.clone()) };
    for form in [blank(), prefilled] {
        let pdf = sample::print_form(&wording, &form);
        let text = layout(&pdf);
        // As it is drawn: a name that takes several lines of its column is read in one.
        let line = raw(&pdf).split_whitespace().collect::<Vec<_>>().join(" ");
        for wanted in [
            "Malvern Road Motors Ltd",
            "Service Follow Up",
            "General Dealer Marketing Messages",
            "Email",
            "SMS",
            "Letter",
            "Telephone",
            "Social Media",
            "Severn Finance plc",
            "Shield Warranty Services Ltd",
            "Škoda",
            "SEAT",
            "You can withdraw at any time",
            "https://www.malvernroad.example/privacy",
            "Signature",
            form.number.as_str(),
        ] {
            assert!(line.contains(wanted), "{wanted:?} is missing from\n{text}");
        }
        // No tick, cross or filled box of any kind in the text.
        assert!(!text.contains(['✓', '✔', '☑', '☒', '■', '✗', '×']), "{text}");
    }
    let text = layout(&sample::print_form(
        &wording,
        &CaptureForm { number: "1".into(), details: Some(held.clone()) },
    ));
    assert!(text.contains("You currently receive: Email, SMS (service)"));
    assert!(text.contains(&held.name) && text.contains("••••5678") && text.contains("Sheet 1 of 2"));
    assert!(!layout(&sample::print_form(&wording, &blank())).contains("You currently receive"));
}

#[test]
fn n04_the_form_is_the_matrix_with_a_yes_and_a_no_in_every_cell() {
    let pdf = sample::print_form(&sample::wording(), &blank());
    let words = words(&pdf);
    let all = |text: &str| words.iter().filter(|word| word.text == text).collect::<Vec<_>>();
    // Two kinds of ours, two third parties, two brands.
    let (yes, no) = (all("Yes"), all("No"));
    let heads = |found: &[&crate::pdf_text::Word]| {
        let level = found.iter().map(|word| word.y.0).fold(0.0, f32::max);
        found.iter().filter(|word| (word.y.0 - level).abs() < 0.1).count()
    };
    assert_eq!((heads(&yes), heads(&no)), (6, 6), "{yes:?} {no:?}");
    let rows: Vec<f32> = ["Email", "SMS", "Letter", "Telephone", "Social"]
        .iter()
        .map(|channel| all(channel).iter().map(|word| word.y.0).fold(0.0, f32::max))
        .collect();
    assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "a row for each channel: {rows:?}");
    assert!(words.iter().all(|word| word.page == 1), "on one page");
}

#[test]
fn who_receives_nothing_is_told_so() {
    let mut held = sample::held(1);
    held.receives.clear();
    let form = CaptureForm { number: "1".into(), details: Some(held) };
    let text = layout(&sample::print_form(&sample::wording(), &form));
    assert!(text.contains("You currently receive: no marketing from us"), "{text}");
}

#[test]
fn a42_eight_long_lines_of_address_are_all_there_and_clear_of_the_boxes() {
    let lines: Vec<String> =
        (0..8).map(|i| format!("{i}{}", LLANFAIR.repeat(3)).chars().take(120).collect()).collect();
    let mut held = sample::held(1);
    held.addresses = vec![lines.clone()];
    let pdf =
        sample::print_form(&sample::wording(), &CaptureForm { number: "1".into(), details: Some(held) });

    let found = solid(&raw(&pdf)).replace("(continuedonafurthersheet)", "");
    let found = found.replace("Addressandpostcode", "");
    for line in &lines {
        let mut rest = found.as_str();
        // A line may be cut once where the second sheet takes over; its characters keep their order.
        for piece in [&line[..60], &line[60..]] {
            let whole = rest.find(piece);
            let cut = (1..piece.len()).find_map(|at| {
                let start = rest.find(&piece[..at])?;
                rest[start..].contains(&piece[at..]).then_some(start)
            });
            let at = whole.or(cut).unwrap_or_else(|| panic!("{piece} is missing"));
            rest = &rest[at..];
        }
    }
    let letters = |text: &str| text.matches("Llanfair").count();
    assert_eq!(letters(&found), lines.iter().map(|l| letters(l)).sum::<usize>());

    let words = words(&pdf);
    let table = words.iter().find(|w| w.page == 1 && w.text == "How").expect("the boxes' section");
    let long: Vec<_> =
        words.iter().filter(|w| w.text.contains("fairpwll") || w.text.contains("gogogoch")).collect();
    assert!(long.iter().any(|w| w.page == 2), "nothing went on the second sheet");
    for word in long {
        assert!(word.y.1 - word.y.0 >= 7.0, "{word:?} is set smaller than 7 points");
        assert!(word.x.1 < 595.0 - 30.0, "{word:?} runs off the sheet");
        if word.page == 1 {
            assert!(word.y.1 < table.y.0, "{word:?} reaches into the boxes");
            assert!(word.x.1 < 320.0, "{word:?} reaches into the next cell");
        }
    }
}

#[test]
fn f5_every_european_alphabet_is_drawn_and_reads_back() {
    for alphabet in ALPHABETS {
        let mut held = HeldDetails { name: (*alphabet).into(), ..HeldDetails::default() };
        held.receives = vec!["Email".into()];
        let pdf =
            sample::print_form(&sample::wording(), &CaptureForm { number: "1".into(), details: Some(held) });
        let text = raw(&pdf);
        assert!(solid(&text).contains(&solid(alphabet)), "{alphabet:?} is not in\n{text}");
        assert!(!text.contains("A ruled line stands for"), "{alphabet:?} was not drawn");
    }
}

/// The letters of the languages of Europe beyond A to Z, Vietnamese and Yoruba.
const ALPHABETS: &[&str] = &[
    "Ëë Çç Ââ Ôô Ňň Ğğ Şş İı Öö Üü",
    "Áá Čč Ďď Éé Ěě Íí Ňň Óó Řř Šš Ťť Úú Ůů Ýý Žž Ĺĺ Ľľ Ŕŕ Ää",
    "Ææ Øø Åå Ðð Þþ Ŋŋ Ŧŧ Đđ",
    "Ąą Ćć Ęę Łł Ńń Śś Źź Żż Ėė Įį Ųų Ūū Āā Ēē Ģģ Īī Ķķ Ļļ Ņņ",
    "Őő Űű Ăă Ââ Îî Șș Țț Ţţ",
    "Ññ ¿¡ Ŀŀ ªº Œœ ß ẞ Ÿÿ Ŵŵ Ŷŷ Ḃḃ Ċċ Ḋḋ Ḟḟ Ġġ Ħħ Ṁṁ Ṗṗ Ṡṡ Ṫṫ",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω άέήίόύώϊϋΐΰ Ἀλέξανδρος",
    "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя ЇїІіЄєҐґ ЂђЈјЉљЊњЋћЏџ Ўў Ѓѓ Ќќ Ѕѕ",
    "Nguyễn Thị Ngọc Ánh Đặng Hữu Phước Ỷ ỡ ợ ử ẵ",
    "Adébáyọ̀ Ọláòlú Ṣọlá Ẹ̀bùn",
];

#[test]
fn what_cannot_be_drawn_is_ruled_noted_and_still_found() {
    for text in ["王小明市", "محمد علي", "दीपक शर्मा", "Zoë 🚗", "👩‍👩‍👧 Smith", "אברהם", "ชื่อ", "A\u{E000}B\u{7}C"]
    {
        let held = HeldDetails { name: text.into(), ..HeldDetails::default() };
        let pdf =
            sample::print_form(&sample::wording(), &CaptureForm { number: "1".into(), details: Some(held) });
        let found = raw(&pdf);
        assert!(
            found.contains("A ruled line stands for characters that cannot be printed here"),
            "{text}: {found}"
        );
        // Bidirectional text comes back in drawing order, so the characters are compared as a set.
        for c in text.chars().filter(|c| !c.is_whitespace() && !c.is_control()) {
            assert!(found.contains(c), "{text:?} lost {c:?} in\n{found}");
        }
    }
}

#[test]
fn decomposed_letters_come_out_composed() {
    let held = HeldDetails { name: "Zoe\u{308} A\u{30A}kesson".into(), ..HeldDetails::default() };
    let pdf =
        sample::print_form(&sample::wording(), &CaptureForm { number: "1".into(), details: Some(held) });
    assert!(raw(&pdf).contains("Zoë Åkesson"));
}

#[test]
fn wording_of_any_length_takes_further_sheets_and_loses_nothing() {
    let mut wording = sample::wording();
    wording.third_parties = (1..=300).map(|i| format!("Partner Number {i} Limited")).collect();
    wording.brands = (1..=40).map(|i| format!("Brand {i}")).collect();
    wording.statement = (1..=200).map(|i| format!("This is sentence {i} of the notice. ")).collect();
    let pdf = sample::print_form(&wording, &sample::form(3));
    let text = raw(&pdf).split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in ["Partner Number 1 Limited", "Partner Number 300 Limited", "Brand 40", "sentence 200 of"] {
        assert!(text.contains(wanted), "{wanted} is missing");
    }
    assert!(text.contains("Sheet 2 of") && text.contains("You can withdraw at any time"));
    for word in words(&pdf) {
        assert!(word.y.1 < 842.0 && word.x.1 < 596.0 && word.x.0 > 30.0, "{word:?} is off the sheet");
    }
}

#[test]
fn withdrawing_is_explained_whatever_the_own_wording_says() {
    let wording = FormWording { withdraw: "Ring the office.".into(), ..sample::wording() };
    let text = layout(&sample::print_form(&wording, &blank()));
    assert!(text.contains("You can withdraw at any time. Ring the office."), "{text}");
}

/// Form `n`, which always arrives.
fn form(n: usize) -> Result<CaptureForm, PdfProblem> {
    Ok(sample::form(n))
}

#[test]
fn a_batch_keeps_order_and_counts() {
    let forms = (0..250).map(form);
    let mut heard = Vec::new();
    let mut out = Vec::new();
    let printed = try_print_forms(&mut out, &sample::wording(), forms, 250, |done, total| {
        heard.push((done, total));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!((printed.forms, printed.pages), (250, 250));
    assert_eq!(heard.len(), 251);
    assert_eq!((heard[0], heard[250]), ((0, 250), (250, 250)));
    let text = layout(&out);
    let pages: Vec<&str> = text.split('\u{C}').collect();
    assert_eq!(pages.len(), 251, "one page a form, and what follows the last");
    for (n, page) in pages.iter().take(250).enumerate() {
        assert!(page.contains(&format!("20261121-{n:04}")) && page.contains(&format!("C{n:07}")), "page {n}");
    }
    let each = out.len() / 250;
    assert!(each <= 1_024, "{each} bytes a page");
}

#[test]
fn a_days_ten_thousandth_form_takes_no_more_room_than_its_first() {
    let size = |from: usize| {
        let mut batch = FormBatch::start(Vec::new(), &sample::wording()).unwrap();
        for n in from..from + 200 {
            batch.add(&CaptureForm { number: format!("20261121-{n:04}"), ..sample::form(n) }).unwrap();
        }
        batch.finish().unwrap().0.len()
    };
    let (first, later) = (size(1_000), size(10_000));
    assert!(later < first + 200 * 8, "{first} and then {later} bytes");
}

#[test]
fn a_batch_stops_when_told() {
    let stop = |done, _| if done == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let stopped = try_print_forms(io::sink(), &sample::wording(), (0..100).map(form), 100, stop);
    assert!(matches!(stopped, Err(PdfProblem::Stopped)));
}

#[test]
fn errors_of_writer_and_caller_come_back() {
    struct Full(usize);
    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let go_on = |_, _| ControlFlow::Continue(());
    let failed = try_print_forms(Full(20_000), &sample::wording(), (0..100).map(form), 100, go_on);
    assert!(matches!(failed, Err(PdfProblem::Write(e)) if e.kind() == io::ErrorKind::StorageFull));

    #[derive(Debug)]
    enum Mine {
        Contact,
        Pdf,
    }
    impl From<PdfProblem> for Mine {
        fn from(_: PdfProblem) -> Self {
            Self::Pdf
        }
    }
    let forms = [Ok(sample::form(1)), Err(Mine::Contact)];
    let failed = try_print_forms(io::sink(), &sample::wording(), forms, 2, go_on);
    assert!(matches!(failed, Err(Mine::Contact)), "{failed:?} {:?}", Mine::Pdf);
}

#[test]
fn the_same_forms_make_the_same_bytes() {
    let make = || {
        let mut batch = FormBatch::start(Vec::new(), &sample::wording()).unwrap();
        // Enough to be packed on another thread, whose pace must not show.
        for n in 0..250 {
            batch.add(&sample::form(n)).unwrap();
        }
        batch.finish().unwrap().0
    };
    let first = make();
    for _ in 0..4 {
        assert!(make() == first);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed, the file is sound, nothing leaves the sheet, and every letter the font
    /// has is found again.
    #[test]
    fn f5_anything_typed_prints(name in "\\PC{0,80}", address in "(\\PC{0,140}\n){0,9}", notes in ".{0,200}") {
        let held = HeldDetails {
            name: name.clone(),
            addresses: vec![address.lines().map(str::to_owned).collect()],
            others: vec![("Notes".into(), notes)],
            ..HeldDetails::default()
        };
        let pdf = sample::print_form(&sample::wording(), &CaptureForm { number: "1".into(), details: Some(held) });
        let text = raw(&pdf);
        for c in name.chars().chain(address.chars()).filter(char::is_ascii_graphic) {
            prop_assert!(text.contains(c), "{:?} is lost", c);
        }
        for word in words(&pdf) {
            prop_assert!(word.x.1 < 596.0 && word.y.1 < 842.0, "{:?} is off the sheet", word);
        }
    }
}
