//! How fast a contact file is read: `cargo run --release --example read_csv -- contacts.csv`.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for developers")]

use std::time::Instant;

use forecourt_documents::csv_read::{CsvFile, Record};

fn main() {
    let path = std::env::args().nth(1).unwrap();
    let start = Instant::now();
    let mut file = CsvFile::open(std::fs::File::open(path).unwrap()).unwrap();
    let mut record = Record::default();
    let (mut rows, mut problems) = (0_u64, 0_u64);
    while let Some(row) = file.next(&mut record) {
        match row {
            Ok(()) => rows += 1,
            Err(problem) => {
                problems += 1;
                println!("line {}: {problem}", problem.line());
            }
        }
    }
    let took = start.elapsed().as_secs_f64();
    let megabytes = file.bytes_read() as f64 / 1e6;
    println!(
        "{rows} rows, {problems} problems, {} by {:?}, {megabytes:.1} MB in {took:.3} s: {:.0} MB/s",
        file.encoding().name(),
        file.delimiter(),
        megabytes / took
    );
}
