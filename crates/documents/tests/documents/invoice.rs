//! Invoices and credit notes as customers read them (T-04, T-05, D-38).

use forecourt_documents::Printed;
use forecourt_documents::invoice::{
    Invoice, InvoicedLine, InvoicedVat, InvoicedVehicle, Letterhead, PaperKind, print_invoice,
};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;

use crate::pdf_text::{layout, raw, solid, words};

fn pence(pence: i64) -> Money {
    Money::of_pence(pence)
}

fn line(description: &str, hundredths: i64, price: i64, vat: &str) -> InvoicedLine {
    let (quantity, unit_price) = (Quantity::of_hundredths(hundredths), pence(price));
    let net = quantity.at(unit_price).unwrap();
    InvoicedLine { description: description.into(), quantity, unit_price, vat: vat.into(), net }
}

fn letterhead() -> Letterhead {
    Letterhead {
        name: "Malvern Road Motors Ltd".into(),
        address: vec!["88 Malvern Road".into(), "Worcester".into(), "WR2 4TG".into()],
        phone: "01632 960118".into(),
        email: "hello@malvernroad.example".into(),
        website: "www.malvernroad.example".into(),
        vat_number: "GB 123 4567 89".into(),
        company_number: "01234567".into(),
    }
}

/// An annual service with an MOT: £231.25 at 20 % and £54.85 outside VAT.
fn service() -> Invoice {
    Invoice {
        kind: PaperKind::Invoice,
        letterhead: letterhead(),
        number: "SI-002231".into(),
        date: "28/11/2026".into(),
        due: "28/12/2026".into(),
        customer: vec![
            "Ms Siobhán O’Brien-Ng".into(),
            "14 Lower Wick Gardens".into(),
            "Worcester".into(),
            "WR2 4BU".into(),
        ],
        account: "C0004217".into(),
        phone: "07700 900417".into(),
        email: "siobhan@mailbox.example".into(),
        vehicle: Some(InvoicedVehicle {
            registration: "EU12 JEC".into(),
            model: "Ford Focus 1.6 Zetec".into(),
            mileage: "45,210".into(),
        }),
        job_card: "J000042".into(),
        lines: vec![
            line("Annual service, as agreed", 150, 8_550, "20%"),
            line("Oil filter", 100, 999, "20%"),
            line("Engine oil 5W-30, litre", 420, 2_227, "20%"),
            line("MOT test", 100, 5_485, "Outside"),
        ],
        vat_rates: vec![
            InvoicedVat { rate: "Standard 20%".into(), net: pence(23_177), vat: pence(4_635) },
            InvoicedVat { rate: "Outside VAT".into(), net: pence(5_485), vat: pence(0) },
        ],
        net: pence(28_662),
        vat: pence(4_635),
        total: pence(33_297),
        printed: Printed {
            by: "Maria Keane".into(),
            at: "28/11/2026 16:42".into(),
            workstation: "SVC-02".into(),
        },
        ..Invoice::default()
    }
}

/// Kept as a file where a test is asked to, for whoever wants to look at it.
fn print(name: &str, invoice: &Invoice) -> Vec<u8> {
    let pdf = print_invoice(invoice).unwrap();
    if let Ok(folder) = std::env::var("FORECOURT_TEST_SHEETS") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), &pdf).unwrap();
    }
    pdf
}

fn flat(pdf: &[u8]) -> String {
    layout(pdf).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_invoice_reads_as_agreed() {
    insta::assert_snapshot!(layout(&print("invoice", &service())));
}

#[test]
fn d38_telephone_and_email_stand_there_only_when_they_are_handed_in() {
    let shown = flat(&print("invoice", &service()));
    assert!(shown.contains("07700 900417") && shown.contains("siobhan@mailbox.example"), "{shown}");
    let hidden = Invoice { phone: String::new(), email: String::new(), ..service() };
    let hidden = flat(&print("invoice-private", &hidden));
    assert!(!hidden.contains("07700 900417") && !hidden.contains("siobhan@mailbox"), "{hidden}");
    assert!(!hidden.contains("Telephone") && !hidden.contains("Email"), "no label without a value: {hidden}");
}

#[test]
fn a_credit_note_names_its_invoice_and_why() {
    let credit = Invoice {
        kind: PaperKind::CreditNote,
        number: "CN-000007".into(),
        date: "02/12/2026".into(),
        due: String::new(),
        credits: "SI-002231 of 28/11/2026".into(),
        reason: "The filter was faulty.".into(),
        lines: vec![line("Oil filter", 100, 999, "20%")],
        vat_rates: vec![InvoicedVat { rate: "Standard 20%".into(), net: pence(999), vat: pence(200) }],
        net: pence(999),
        vat: pence(200),
        total: pence(1_199),
        ..service()
    };
    insta::assert_snapshot!(layout(&print("credit-note", &credit)));
}

#[test]
fn a_draft_says_so_across_the_page_and_has_no_number() {
    let draft = Invoice { number: String::new(), date: String::new(), due: String::new(), ..service() };
    let pdf = print("draft", &draft);
    let text = flat(&pdf);
    // It is drawn first, and turned: what reads along the lines takes it apart.
    assert!(solid(&raw(&pdf)).contains("DRAFT"), "{}", raw(&pdf));
    assert!(text.contains("no invoice until it is posted"), "{text}");
    assert!(!text.contains("SI-") && !text.contains("Payment due"), "{text}");
}

#[test]
fn two_hundred_lines_go_on_overleaf_with_head_and_sum() {
    let mut long = service();
    long.lines = (1..=200).map(|n| line(&format!("Part number {n:03} as fitted"), 100, 105, "20%")).collect();
    (long.net, long.vat, long.total) = (pence(21_000), pence(4_200), pence(25_200));
    long.vat_rates = vec![InvoicedVat { rate: "Standard 20%".into(), net: pence(21_000), vat: pence(4_200) }];
    let pdf = print("long", &long);
    let text = flat(&pdf);
    for n in 1..=200 {
        assert!(text.contains(&format!("Part number {n:03} as fitted")), "line {n}");
    }
    let pages = words(&pdf).iter().map(|word| word.page).max().unwrap();
    assert!(pages >= 5, "{pages} pages");
    for page in 1..=pages {
        assert!(text.contains(&format!("Page {page} of {pages}")), "page {page} of {pages}: {text}");
    }
    assert_eq!(text.matches("Description").count(), pages, "the heads of the columns on every page");
    assert_eq!(text.matches("Carried forward").count(), pages - 1);
    assert_eq!(text.matches("Brought forward").count(), pages - 1);
    assert_eq!(text.matches("Invoice SI-002231").count(), pages - 1, "which one it is, overleaf");
    assert_eq!(text.matches("£252.00").count(), 1, "the total once");
    for word in words(&pdf) {
        assert!(word.x.0 >= 40.0 && word.x.1 <= 554.0 && word.y.1 < 842.0, "{word:?} is off the page");
    }
}

#[test]
fn whatever_number_of_lines_the_sums_are_whole() {
    // Wherever the table ends on the page, the sums stand under it or on the next one, whole.
    for count in 0..60 {
        let mut invoice = service();
        invoice.lines = (0..count).map(|n| line(&format!("Work {n}"), 100, 100, "20%")).collect();
        let text = flat(&print("any", &invoice));
        assert_eq!(text.matches("Total £332.97").count(), 1, "{count} lines: {text}");
        assert_eq!(text.matches("Outside VAT").count(), 1, "{count} lines");
    }
}

#[test]
fn only_name_and_address_show_in_the_window() {
    // The window of a DL envelope, with the play the sheet has in it: what is in it is the customer's.
    let longest = vec![
        "The executors of Mr Bartholomew Featherstonehaugh-Cholmondeley".into(),
        "Featherstonehaugh & Daughters Haulage (Worcestershire) Limited".into(),
        "Unit 14B".into(),
        "The Old Brickworks".into(),
        "Lower Wick Industrial Estate".into(),
        "Worcester".into(),
        "Worcestershire".into(),
        "WR2 4BU".into(),
    ];
    for customer in [service().customer, longest] {
        let invoice = Invoice { customer: customer.clone(), ..service() };
        let pdf = print("window", &invoice);
        let shown: Vec<_> = words(&pdf)
            .into_iter()
            .filter(|word| word.page == 1 && word.x.0 < 300.0 && word.y.0 > 110.0 && word.y.1 < 245.0)
            .collect();
        let text: String = shown.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(text, solid(&customer.join("")));
        for word in shown {
            assert!(word.x.1 <= 290.0, "{word:?} is cut by the window");
        }
    }
}

#[test]
fn every_character_is_printed_or_ruled() {
    let mut invoice = service();
    invoice.customer[0] = "Zoë Đặng 李小龙".into();
    invoice.lines[0].description = "Wash 🚗 and vac, Müller’s way".into();
    let pdf = print("characters", &invoice);
    let text = raw(&pdf);
    assert!(text.contains("Zoë") && text.contains("李小龙") && text.contains('🚗'), "{text}");
    assert!(text.contains("A ruled line stands for"), "{text}");
    assert!(!flat(&print("invoice", &service())).contains("A ruled line"));
}

#[test]
fn the_longest_of_everything_stays_on_the_page() {
    let long = "Incomprehensibilities ".repeat(60);
    let mut invoice = service();
    invoice.letterhead.name =
        "Featherstonehaugh-Cholmondeley Motor Engineers of Worcester and Malvern (1932) Ltd".into();
    invoice.letterhead.address = (1..=9).map(|n| format!("Line {n} of a long address")).collect();
    invoice.email = format!("{}@mailbox.example", "a".repeat(64));
    invoice.lines[0].description = long;
    invoice.lines[1] = InvoicedLine {
        description: "Everything there is".into(),
        quantity: Quantity::MOST,
        unit_price: Money::MOST,
        vat: "20%".into(),
        net: Money::MOST,
    };
    invoice.vehicle = Some(InvoicedVehicle {
        registration: "EU12 JEC".into(),
        model: "Mercedes-Benz Sprinter 519 CDI Extra Long High Roof Refrigerated Panel Van 7G-Tronic Plus"
            .into(),
        mileage: "1,045,210".into(),
    });
    let pdf = print("longest", &invoice);
    for word in words(&pdf) {
        assert!(word.x.0 >= 40.0 && word.x.1 <= 554.0 && word.y.1 < 842.0, "{word:?} is off the page");
    }
    assert_eq!(raw(&pdf).matches("Incomprehensibilities").count(), 60);
}

#[test]
fn v18_nothing_on_it_promotes_anything() {
    let text = flat(&print("invoice", &service())).to_lowercase();
    for word in ["offer", "save ", "book ", "discount", "thank", "visit", "unsubscribe", "market"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}
