//! Writes one of each document to the folder given, to be looked at.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use forecourt_documents::Printed;
use forecourt_documents::capture_form::{CaptureForm, FormDealership, FormWording, HeldDetails};
use forecourt_documents::emergency_sheet::{EmergencySheet, emergency_sheet};
use forecourt_documents::history_print::{HistoryEntry, HistoryLine, HistoryPrint, Tone, print_history};
use forecourt_documents::list_print::{Column, ListPrint, print_list};

#[expect(dead_code, reason = "the bench and the tests use the rest")]
#[path = "../tests/documents/sample/mod.rs"]
mod sample;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let save = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(name), bytes).unwrap();
        println!("{name} {} bytes", bytes.len());
    };
    let mut wording = FormWording::english(FormDealership {
        name: "Malvern Road Motors Ltd".into(),
        address: vec!["88 Malvern Road".into(), "Worcester".into(), "WR2 4TG".into()],
        phone: "01632 960 118".into(),
        email: "hello@malvernroad.example".into(),
        website: "www.malvernroad.example".into(),
    });
    wording.privacy_policy = "https://www.malvernroad.example/privacy".into();
    wording.notice_version = "3".into();
    let blank = CaptureForm { number: "20261121-0017".into(), details: None };
    save("blank.pdf", &sample::print_form(&wording, &blank));

    wording.third_parties = vec!["Severn Finance plc".into(), "Shield Warranty Services Ltd".into()];
    wording.brands = vec!["Škoda".into(), "SEAT".into()];
    let held = HeldDetails {
        reference: "C0004217".into(),
        name: "Ms Siobhán O’Brien-Ng".into(),
        company: String::new(),
        addresses: vec![vec!["14 Chapel Row".into(), "Great Malvern".into(), "WR14 3AA".into()]],
        phones: vec![("Mobile".into(), "07700 900214".into()), ("Home".into(), "01632 960118".into())],
        emails: vec!["siobhan@example.org".into()],
        date_of_birth: "14/03/1978".into(),
        vehicles: vec!["EU56 JEC Ford Focus".into(), "LE02 EJK MINI Hatch".into()],
        others: vec![],
        receives: vec!["Email (service, general)".into(), "SMS (service)".into(), "Letter".into()],
    };
    save(
        "prefilled.pdf",
        &sample::print_form(
            &wording,
            &CaptureForm { number: "20261121-0018".into(), details: Some(held.clone()) },
        ),
    );

    let long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch ".repeat(3);
    let mut big = held.clone();
    big.name = "Đặng Thị Ngọc Ánh Ọ̀ládélé Żółć 王小明 Ἀλέξανδρος Щербаков 🚗 Zoë".into();
    big.addresses = vec![(0..8).map(|i| format!("{i}{}", &long[..119])).collect()];
    big.phones = (0..6).map(|i| ("Mobile".to_owned(), format!("07700 90021{i}"))).collect();
    big.emails =
        vec![format!("{}@example.org", "a".repeat(64)), "second@example.org".into(), "王@example.org".into()];
    big.others = vec![("Bank account".into(), "••••5678".into())];
    save(
        "long.pdf",
        &sample::print_form(&wording, &CaptureForm { number: "20261121-0019".into(), details: Some(big) }),
    );

    wording.third_parties = (1..=40).map(|i| format!("Partner Company Number {i} Limited")).collect();
    wording.brands = (1..=9).map(|i| format!("Brand {i}")).collect();
    wording.statement = format!("{}\n{}", wording.statement, wording.statement.repeat(2));
    save(
        "parties.pdf",
        &sample::print_form(&wording, &CaptureForm { number: "20261121-0020".into(), details: Some(held) }),
    );

    let sheet = EmergencySheet {
        dealership: "Malvern Road Motors Ltd".into(),
        date: "21/11/2026".into(),
        workstation: "SHOWROOM-1".into(),
        recovery_key: "7K3M-9QWX-2TZ8-HJ4N-5PRV-0CDE-6FGB-1YSA".into(),
    };
    save("emergency.pdf", &emergency_sheet(&sheet).unwrap());

    let printed =
        Printed { by: "Maria Keane".into(), at: "21/11/2026 10:42".into(), workstation: "SVC-02".into() };
    let history = HistoryPrint {
        dealership: "Malvern Road Motors Ltd".into(),
        contact_name: "Siobhán O’Brien-Ng".into(),
        contact_reference: "C0004217".into(),
        filters: "Everything".into(),
        printed: printed.clone(),
        ledger_head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
    };
    let entries = (0..40).map(|i| HistoryEntry {
        day: format!("{} November 2026", 21 - i / 5),
        time: format!("{:02}:14", 18 - i % 5),
        title: if i % 2 == 0 { "Marketing consent changed" } else { "Data capture form printed" }.into(),
        lines: vec![
            HistoryLine { text: "Email: service, general".into(), tone: Tone::On },
            HistoryLine { text: "SMS: general".into(), tone: Tone::Off },
            HistoryLine {
                text: "Asked at drop-off, prefers texts. ".repeat(if i == 7 { 90 } else { 1 }),
                tone: Tone::Quote,
            },
            HistoryLine {
                text: "In person, Service Booking Form, words shown: version 2".into(),
                tone: Tone::Plain,
            },
        ],
        by: "Maria Keane".into(),
        workstation: "SVC-02".into(),
    });
    let mut out = Vec::new();
    print_history(&mut out, &history, entries).unwrap();
    save("history.pdf", &out);

    let list = ListPrint {
        dealership: "Malvern Road Motors Ltd".into(),
        title: "GDPR Erasure".into(),
        criteria: "Workstation: all. 120 erasures.".into(),
        columns: vec![
            Column::left("Account name", 30),
            Column::left("Date and time", 18),
            Column::left("User", 20),
            Column::left("Workstation", 16),
            Column::right("Rows removed", 10),
        ],
        landscape: false,
        printed,
        ledger_head: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
    };
    let rows = (0..120).map(|i| {
        vec![
            format!("Priya Shah {i}"),
            "21/11/2026 10:42".into(),
            "Maria Keane".into(),
            "SHOWROOM-1".into(),
            (i * 7).to_string(),
        ]
    });
    let mut out = Vec::new();
    print_list(&mut out, &list, rows).unwrap();
    save("list.pdf", &out);
}
