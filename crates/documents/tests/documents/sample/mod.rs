//! Sample data the tests, the bench and the measuring example share.

use forecourt_documents::capture_form::{CaptureForm, FormBatch, FormDealership, FormWording, HeldDetails};

/// One form as a document of its own.
pub fn print_form(wording: &FormWording, form: &CaptureForm) -> Vec<u8> {
    let mut batch = FormBatch::start(Vec::new(), wording).unwrap();
    batch.add(form).unwrap();
    batch.finish().unwrap().0
}

/// A franchised dealership with two third parties.
pub fn wording() -> FormWording {
    let mut wording = FormWording::english(FormDealership {
        name: "Malvern Road Motors Ltd".into(),
        address: vec!["88 Malvern Road".into(), "Worcester".into(), "WR2 4TG".into()],
        phone: "01632 960118".into(),
        email: "hello@malvernroad.example".into(),
        website: "www.malvernroad.example".into(),
    });
    wording.privacy_policy = "https://www.malvernroad.example/privacy".into();
    wording.notice_version = "3".into();
    wording.third_parties = vec!["Severn Finance plc".into(), "Shield Warranty Services Ltd".into()];
    wording.brands = vec!["Škoda".into(), "SEAT".into()];
    wording
}

/// Contact `n`, unlike its neighbours.
pub fn held(n: usize) -> HeldDetails {
    let first = pick(&FIRST, n);
    let last = pick(&LAST, n / 3);
    let plain: String = last.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    HeldDetails {
        reference: format!("C{n:07}"),
        name: format!("{} {first} {last}", pick(&["Mr", "Ms", "Mrs", "Dr"], n)),
        company: if n.is_multiple_of(11) { format!("{last} Haulage Ltd") } else { String::new() },
        addresses: vec![vec![
            format!("{} {} Road", n % 220 + 1, pick(&TOWN, n)),
            pick(&TOWN, n / 2).into(),
            format!("WR{} {}AA", n % 29 + 1, n % 9),
        ]],
        phones: vec![
            ("Mobile".into(), format!("07700 900{:03}", n % 1000)),
            ("Home".into(), format!("01632 960{:03}", n * 7 % 1000)),
        ],
        emails: vec![format!("{plain}{n}@mailbox.example")],
        date_of_birth: format!("{:02}/{:02}/{}", n % 28 + 1, n % 12 + 1, 1940 + n % 60),
        vehicles: vec![format!("EU{:02} {}EC Ford Focus", n % 25, pick(&["J", "K", "M"], n))],
        others: Vec::new(),
        receives: pick(&["Email (service, general),SMS (service)", "Letter", ""], n)
            .split_terminator(',')
            .map(str::to_owned)
            .collect(),
    }
}

/// The prefilled form of contact `n`.
pub fn form(n: usize) -> CaptureForm {
    CaptureForm { number: format!("20261121-{n:04}"), details: Some(held(n)) }
}

/// A contact file of `rows` rows in Forecourt's own layout.
pub fn contacts_csv(rows: usize) -> String {
    let mut text = forecourt_documents::contacts_csv::COLUMNS.join(",");
    text.push('\n');
    for n in 0..rows {
        let h = held(n);
        let (first, last) = (pick(&FIRST, n), pick(&LAST, n / 3));
        let cells = [&h.addresses.concat()[..], &[h.emails.concat()]].concat().join(",");
        let phones = h.phones.iter().map(|p| p.1.as_str()).collect::<Vec<_>>().join(",");
        text.push_str(&format!(
            "{},Mr,{first},{last},{},\"Rear, left\",,{cells},WR1 1AA,{phones},,x@mailbox.example,EU56 JEC,Ford,Focus,\
             Y,N,,Y,2024-05-01,showroom,,,\"Asked for \"\"no calls\"\"\"\n",
            h.reference, h.company,
        ));
    }
    text
}

fn pick<'a>(list: &[&'a str], n: usize) -> &'a str {
    list.get(n % list.len()).copied().unwrap_or_default()
}

/// UTF-16, low byte first, with its mark.
pub fn utf16(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

const FIRST: [&str; 12] = [
    "Oliver",
    "Siobhán",
    "Zoë",
    "Łukasz",
    "Nguyễn",
    "Ștefan",
    "Görkem",
    "Mary",
    "Priya",
    "Dafydd",
    "Ελένη",
    "Иван",
];
const LAST: [&str; 10] = [
    "Smith",
    "O’Brien-Ng",
    "Wójcik",
    "Patel",
    "Ångström",
    "Szabó",
    "Yılmaz",
    "van der Meer",
    "Brontë",
    "Jones",
];
const TOWN: [&str; 7] =
    ["Great Malvern", "Worcester", "Ynys Môn", "Bury St Edmunds", "Leeds", "King’s Lynn", "Truro"];
