//! What people at the counter wait for, on a book of ten thousand that was imported: pages of lists, one
//! person's data, the papers, an erasure. `cargo bench --workspace --bench counter` prints one JSON line:
//! milliseconds, of pages the median.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_tests::app::TestApp;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::time::Instant;

const CONTACTS: usize = 10_000;
const FORMS: usize = 2_000;
const REPEATS: usize = 100;

fn main() -> std::io::Result<()> {
    let app = TestApp::new();
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("contacts.csv");
    std::fs::write(&file, contacts())?;
    let mut told = Map::new();
    let mut tell = |name: &str, milliseconds: f64| {
        told.insert(name.into(), ((milliseconds * 1000.0).round() / 1000.0).into());
    };
    let input = json!({ "file": app.offer(&file), "job": "import" });
    tell("import", once(&app, "run_import", &input));

    let page = json!({ "limit": 100 });
    for (name, input) in [
        ("list_contacts", &page),
        ("list_reconsent", &page),
        ("count_reconsent", &json!({})),
        ("search_contacts", &json!({ "term": "whit" })),
        ("get_contact", &json!({ "id": "7" })),
        ("get_consent", &json!({ "contact_id": "7" })),
    ] {
        let mut took: Vec<f64> = (0..REPEATS).map(|_| once(&app, name, input)).collect();
        took.sort_by(f64::total_cmp);
        tell(name, took.get(REPEATS / 2).copied().unwrap_or_default());
    }
    tell("export_access", once(&app, "export_access", &json!({ "contact_id": "7", "reason": "Asked" })));
    tell("export_contacts", once(&app, "export_contacts", &json!({})));
    let forms = json!({ "all": true, "limit": FORMS, "job": "forms" });
    tell("print_capture_forms", once(&app, "print_capture_forms", &forms));
    let erasure = json!({ "contact_id": "10", "confirm_name": "C0000010", "reason": "Asked" });
    tell("erase_contact", once(&app, "erase_contact", &erasure));
    tell("verify_ledger", once(&app, "verify_ledger", &json!({})));
    println!("{}", Value::Object(told));
    Ok(())
}

fn once(app: &TestApp, command: &str, input: &Value) -> f64 {
    let began = Instant::now();
    let _ = app.call_for_text(command, input.clone());
    began.elapsed().as_secs_f64() * 1000.0
}

/// Customers as a dealership has them; names and places spread over the indexes.
fn contacts() -> String {
    let mut file = String::from(
        "contact_ref,title,first_name,last_name,company,address1,address2,town,county,postcode,phone_home,\
         phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,consent_phone,\
         consent_post,consent_date,consent_source,last_purchase,suppressed,notes\n",
    );
    for at in 1..=CONTACTS {
        let mixed = at.wrapping_mul(2_654_435_761) % 1_000_003;
        let answers = if at % 5 == 0 { ",,,,,," } else { "Y,N,Y,Y,2024-03-01,showroom,2023-05-02" };
        let letter = char::from(b'A' + (mixed % 8) as u8);
        let _ = writeln!(
            file,
            "C{at:07},Ms,Anne,Whit{mixed}field,,{} Station Road,,Great Malvern,,WR{} {}AB,,07700{mixed:06},,\
             a{mixed}@example.org,AB{:02} {letter}CD,Ford,Focus,{answers},,",
            at % 200,
            1 + mixed % 90,
            mixed % 9,
            1 + mixed % 74,
        );
    }
    file
}
