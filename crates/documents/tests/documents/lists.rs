use forecourt_documents::Printed;
use forecourt_documents::emergency_sheet::{EmergencySheet, emergency_sheet};
use forecourt_documents::history_print::{HistoryEntry, HistoryLine, HistoryPrint, Tone, print_history};
use forecourt_documents::list_print::{Column, ListPrint, print_list};

use crate::pdf_text::{layout, raw, solid, words};

fn printed() -> Printed {
    Printed { by: "Maria Keane".into(), at: "21/11/2026 10:42".into(), workstation: "SVC-02".into() }
}

fn list() -> ListPrint {
    ListPrint {
        dealership: "Malvern Road Motors Ltd".into(),
        title: "GDPR Erasure".into(),
        criteria: "Workstation: SHOWROOM-1".into(),
        columns: vec![
            Column::left("Account name", 30),
            Column::left("Date and time", 18),
            Column::left("User", 20),
            Column::left("Workstation", 16),
            Column::right("Rows removed", 10),
        ],
        landscape: false,
        printed: printed(),
        ledger_head: "9f86d081884c7d65".into(),
    }
}

fn row(n: usize) -> Vec<String> {
    vec![
        format!("Priya Shah {n}"),
        "21/11/2026 10:42".into(),
        "Dave Pratt".into(),
        "SHOWROOM-1".into(),
        n.to_string(),
    ]
}

#[test]
fn a_list_reads_as_agreed() {
    let mut out = Vec::new();
    let size = print_list(&mut out, &list(), (1..=3).map(row)).unwrap();
    assert_eq!((size.rows, size.pages), (3, 1));
    insta::assert_snapshot!(layout(&out));
}

#[test]
fn an_empty_list_says_so() {
    let mut out = Vec::new();
    print_list(&mut out, &list(), []).unwrap();
    assert!(layout(&out).contains("Nothing to list."));
}

#[test]
fn a_long_list_is_whole_and_its_pages_are_numbered() {
    let mut out = Vec::new();
    let size = print_list(&mut out, &list(), (1..=500).map(row)).unwrap();
    let text = layout(&out);
    for n in 1..=500 {
        assert!(text.contains(&format!("Priya Shah {n} ")), "row {n}");
    }
    for page in 1..=size.pages {
        let line = format!("Page {page} of {}", size.pages);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&line), "{line}");
    }
    assert_eq!(text.matches("Account name").count(), size.pages, "headings on every page");
    assert_eq!(text.matches("Ledger head 9f86d081884c7d65").count(), size.pages);
}

#[test]
fn a_row_longer_than_a_page_goes_on_overleaf() {
    let note: String = (1..=900).map(|n| format!("word{n} ")).collect();
    let mut list = list();
    list.landscape = true;
    let rows = [row(1), vec![note, "x".into(), "y".into(), "z".into(), "1".into()], row(2)];
    let mut out = Vec::new();
    let size = print_list(&mut out, &list, rows).unwrap();
    assert!(size.pages > 1 && size.rows == 3);
    let text = raw(&out);
    for n in 1..=900 {
        assert!(text.contains(&format!("word{n}")), "word{n}");
    }
    for word in words(&out) {
        assert!(word.x.1 < 842.0 && word.y.1 < 596.0, "{word:?} is off the page");
    }
}

#[test]
fn criteria_of_any_length_leave_room_for_the_list() {
    let mut list = list();
    list.criteria = "Contacts whose email consent expired and who live in Worcester. ".repeat(80);
    let mut out = Vec::new();
    print_list(&mut out, &list, (1..=3).map(row)).unwrap();
    let text = layout(&out);
    assert!(text.contains("Priya Shah 1") && text.contains("(shortened)"), "{text}");
}

#[test]
fn the_emergency_sheet_reads_as_agreed() {
    let sheet = EmergencySheet {
        dealership: "Malvern Road Motors Ltd".into(),
        date: "21/11/2026".into(),
        workstation: "SHOWROOM-1".into(),
        recovery_key: "7K3M-9QWX-2TZ8-HJ4N-5PRV-0CDE-6FGB-1YSA".into(),
    };
    assert!(!format!("{sheet:?}").contains("7K3M"));
    let pdf = emergency_sheet(&sheet).unwrap();
    let text = layout(&pdf);
    assert!(solid(&raw(&pdf)).contains("7K3M"), "{text}");
    insta::assert_snapshot!(text);
}

fn entry(day: &str, time: &str) -> HistoryEntry {
    HistoryEntry {
        day: day.into(),
        time: time.into(),
        title: "Marketing consent changed".into(),
        lines: vec![
            HistoryLine { text: "Email: service, general".into(), tone: Tone::On },
            HistoryLine { text: "SMS: general".into(), tone: Tone::Off },
            HistoryLine { text: "Asked at drop-off, prefers texts.".into(), tone: Tone::Quote },
            HistoryLine { text: "In person, Service Booking Form".into(), tone: Tone::Plain },
        ],
        by: "Maria Keane".into(),
        workstation: "SVC-02".into(),
    }
}

fn history() -> HistoryPrint {
    HistoryPrint {
        dealership: "Malvern Road Motors Ltd".into(),
        contact_name: "Siobhán O’Brien-Ng".into(),
        contact_reference: "C0004217".into(),
        filters: "Consent, Rights requests".into(),
        printed: printed(),
        ledger_head: "9f86d081884c7d65".into(),
    }
}

#[test]
fn a_history_reads_as_agreed() {
    let entries = [
        entry("21 November 2026", "10:42"),
        entry("21 November 2026", "09:15"),
        entry("3 November 2026", "21:14"),
    ];
    let mut out = Vec::new();
    let size = print_history(&mut out, &history(), entries).unwrap();
    assert_eq!((size.entries, size.pages), (3, 1));
    insta::assert_snapshot!(layout(&out));
}

#[test]
fn a44_a_note_of_ten_thousand_characters_is_printed_whole() {
    let note: String =
        (0..).map(|n| format!("n{n} 🚗 ")).flat_map(|s| s.chars().collect::<Vec<_>>()).take(10_000).collect();
    let mut long = entry("21 November 2026", "10:42");
    long.lines.push(HistoryLine { text: note.clone(), tone: Tone::Quote });
    let mut out = Vec::new();
    let size = print_history(&mut out, &history(), [long, entry("20 November 2026", "08:00")]).unwrap();
    assert!(size.pages > 1);
    let text = raw(&out);
    let last = note.split_whitespace().rfind(|w| w.starts_with('n') && w.len() > 1).unwrap();
    assert!(text.contains("n1 ") && text.contains(last), "the note's end is missing");
    assert_eq!(text.matches('🚗').count(), note.matches('🚗').count());
    assert!(text.contains("(continued)"), "a note that goes on overleaf says so");
    assert!(text.contains("A ruled line stands for"));
}
