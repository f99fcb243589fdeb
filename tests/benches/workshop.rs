//! The workshop of a large dealership: 100,000 contacts, 150,000 vehicles, 400,000 invoices, 60,000 job cards and
//! 40,000 bookings, the same ones each time. How long the first page of every list takes through the dispatcher, beside
//! the plain query of its rows on the same database, and a contact, a vehicle and an invoice with a long history.
//! `cargo bench --workspace --features forecourt/driven --bench workshop` prints one line a figure.

#![expect(clippy::print_stdout, reason = "a measurement is told on stdout")]

use forecourt_store::{Error, Tx, Value};
use forecourt_tests::app::TestApp;
use serde_json::json;
use std::fmt::Write as _;
use std::time::Instant;

const CONTACTS: i64 = 100_000;
const VEHICLES: i64 = 150_000;
const INVOICES: i64 = 400_000;
const JOB_CARDS: i64 = 60_000;
const BOOKINGS: i64 = 40_000;
const PARTS: i64 = 20_000;
/// The contact and the vehicle that have been here most often.
const REGULAR: i64 = 77;
const REGULARS_INVOICES: i64 = 200;
const REPEATS: usize = 60;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let app = TestApp::new();
    let began = Instant::now();
    fill(&app)?;
    println!("filled in {:.1} s", began.elapsed().as_secs_f64());
    let page = json!({ "limit": 100 });
    for (name, command, input, plain) in [
        ("vehicles", "list_vehicles", page.clone(), "SELECT * FROM vehicle ORDER BY plate, id LIMIT 100"),
        (
            "open job cards",
            "list_job_cards",
            page.clone(),
            "SELECT * FROM job_card WHERE status = 'booked' ORDER BY id DESC LIMIT 100",
        ),
        (
            "service invoices",
            "list_invoices",
            json!({ "limit": 100, "kind": "service" }),
            "SELECT * FROM invoice WHERE kind = 'service' ORDER BY id DESC LIMIT 100",
        ),
        ("parts", "list_parts", page.clone(), "SELECT * FROM part ORDER BY number_key LIMIT 100"),
    ] {
        let (ours, bare) = (median(|| call(&app, command, &input)), median(|| rows(&app, plain)));
        println!("{name:18} {ours:8.3} ms, plain query {bare:8.3} ms, {:5.2} times", ours / bare);
    }
    let contact = REGULAR.to_string();
    for (name, command, input) in [
        ("contact", "get_contact", json!({ "id": contact })),
        ("invoices of contact", "list_contact_invoices", json!({ "contact_id": contact, "limit": 200 })),
        ("job cards of contact", "list_contact_job_cards", json!({ "contact_id": contact })),
        ("vehicles of contact", "list_contact_vehicles", json!({ "contact_id": contact })),
        ("vehicle", "get_vehicle", json!({ "id": contact })),
        ("vehicle by plate", "search_vehicles", json!({ "term": "AA77", "limit": 8 })),
        ("diary of a week", "get_diary", json!({ "from": "2026-11-23", "days": 7 })),
    ] {
        println!("{name:20} {:8.3} ms", median(|| call(&app, command, &input)));
    }
    Ok(())
}

fn call(app: &TestApp, command: &str, input: &serde_json::Value) {
    if let Err(refusal) = app.try_call(command, input.clone()) {
        println!("{command}: {}", refusal.message);
    }
}

fn rows(app: &TestApp, sql: &str) {
    let read = app.book().database_of_the_test().read(|tx| {
        let mut count = 0;
        tx.each(sql, &[], |row| {
            row.stored(0)?;
            count += 1;
            Ok(())
        })?;
        Ok::<i32, Error>(count)
    });
    assert!(read.is_ok_and(|count| count > 0), "{sql}");
}

/// Milliseconds, of many.
fn median(mut work: impl FnMut()) -> f64 {
    work();
    let mut took: Vec<f64> = (0..REPEATS)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    took.get(REPEATS / 2).copied().unwrap_or_default()
}

fn fill(app: &TestApp) -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("contacts.csv");
    std::fs::write(&file, contacts())?;
    app.call("run_import", json!({ "file": app.offer(&file), "job": "import" }));
    app.book().database_of_the_test().write_in_bulk(|tx| {
        for sql in statements() {
            tx.run(&sql, &[])?;
        }
        regular(tx)?;
        // Only now: what is posted takes no line any more.
        tx.run("UPDATE invoice SET status = 'posted' WHERE number <> ''", &[])?;
        Ok::<(), Error>(())
    })?;
    Ok(())
}

/// Rows that are numbered from 1 on, told by `i`.
fn numbered(count: i64, select: &str) -> String {
    format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count}) SELECT {select} FROM n"
    )
}

/// A day of the last six years, told by `i`.
const DAY: &str = "date('2020-12-01', (i * 7919 % 2180) || ' days')";

fn statements() -> Vec<String> {
    let into = |table: &str, count, select: &str| format!("INSERT INTO {table} {}", numbered(count, select));
    let further = VEHICLES - CONTACTS;
    vec![
        into(
            "vehicle (registration, plate, vin, vin_back, make, model, mot_due, service_due)",
            further,
            "'ZZ' || i, 'ZZ' || i, printf('WF0AXXGC%09d', i), '', 'Ford', 'Focus',
                 date('2026-01-01', (i % 900) || ' days'), date('2026-03-01', (i % 700) || ' days')",
        ),
        format!(
            "INSERT INTO vehicle_keeper (contact_id, position, vehicle_id) {}",
            numbered(further, &format!("i, 1, {CONTACTS} + i"))
        ),
        format!("UPDATE counter SET value = value + {further} WHERE name = 'vehicles'"),
        into(
            "workshop_resource (name, position)",
            12,
            "'Technician ' || i, i",
        ),
        into(
            "booking (contact_id, vehicle_id, resource_id, day, starts, minutes, work, status)",
            BOOKINGS,
            &format!("1 + i * 31 % {CONTACTS}, i, 1 + i % 12, {DAY}, 480 + i % 9 * 60, 60, 'Service', 'arrived'"),
        ),
        into(
            "job_card (number, contact_id, vehicle_id, resource_id, status, work, opened_on)",
            JOB_CARDS,
            &format!(
                "printf('JC-%06d', i), 1 + i * 37 % {CONTACTS}, 1 + i, 1 + i % 12,
                     CASE WHEN i > {JOB_CARDS} - 300 THEN 'booked' ELSE 'collected' END, 'Service', {DAY}"
            ),
        ),
        into(
            "part (number, number_key, description, description_key, location, unit_price, in_stock)",
            PARTS,
            "printf('P%06d', i), printf('P%06d', i), 'Brake pad set ' || i, 'brake pad set ' || i, 'A' || i % 40, 4500, 400",
        ),
        into(
            "invoice (kind, number, contact_id, vehicle_id, name, address, registration, vehicle, net, vat, total,
                 posted_on, due_on)",
            INVOICES,
            &format!(
                "CASE i % 4 WHEN 0 THEN 'parts' ELSE 'service' END,
                     CASE i % 4 WHEN 0 THEN 'PI-' ELSE 'SI-' END || printf('%06d', i), 1 + i * 41 % {CONTACTS},
                     1 + i * 43 % {VEHICLES}, 'Anne Whitfield', '1 Station Road', 'AA11 AAA', 'Ford Focus', 15000, 3000,
                     18000, {DAY}, {DAY}"
            ),
        ),
        into(
            "invoice_line (invoice_id, position, kind, description, quantity, unit_price, net, vat_percent)",
            INVOICES * 2,
            "(i + 1) / 2, i % 2, 'labour', 'Service, 12,000 miles', 100, 7500, 7500, 2000",
        ),
        into(
            "invoice_vat (invoice_id, vat_percent, net, vat)",
            INVOICES,
            "i, 2000, 15000, 3000",
        ),
    ]
}

/// Somebody who comes every week.
fn regular(tx: &Tx<'_>) -> Result<(), Error> {
    for (table, key) in [("invoice", "vehicle_id"), ("job_card", "vehicle_id")] {
        let sql = format!("UPDATE {table} SET contact_id = ?, {key} = ? WHERE id % 1999 = 1 AND id <= ?");
        tx.run(&sql, &[Value::Int(REGULAR), Value::Int(REGULAR), Value::Int(REGULARS_INVOICES * 1999)])?;
    }
    Ok(())
}

/// Customers with a vehicle each; names and places spread over the indexes.
fn contacts() -> String {
    let mut file = String::from(
        "contact_ref,title,first_name,last_name,company,address1,address2,town,county,postcode,phone_home,\
         phone_mobile,phone_work,email,registration,make,model,consent_email,consent_sms,consent_phone,\
         consent_post,consent_date,consent_source,last_purchase,suppressed,notes\n",
    );
    for at in 1..=CONTACTS {
        let mixed = at.wrapping_mul(2_654_435_761) % 1_000_003;
        let letters: String =
            [at / 17_576 % 26, at / 676 % 26, at / 26 % 26, at % 26].iter().map(|n| letter(*n)).collect();
        let _ = writeln!(
            file,
            "C{at:07},Ms,Anne,Whit{mixed}field,,{} Station Road,,Great Malvern,,WR{} {}AB,,07700{mixed:06},,\
             a{mixed}@example.org,A{}{:02} {},Ford,Focus,Y,N,Y,Y,2026-03-01,showroom,,,",
            at % 200,
            1 + mixed % 90,
            mixed % 9,
            letters.chars().next().unwrap_or('A'),
            10 + at % 80,
            letters.get(1..).unwrap_or_default(),
        );
    }
    file
}

fn letter(number: i64) -> char {
    char::from(b'A' + u8::try_from(number).unwrap_or_default())
}
