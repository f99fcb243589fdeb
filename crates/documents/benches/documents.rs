//! What the documents cost: `cargo bench -p forecourt-documents`.
#![expect(clippy::unwrap_used, reason = "a bench")]

use std::hint::black_box;
use std::io::Cursor;
use std::ops::ControlFlow;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use forecourt_documents::PdfProblem;
use forecourt_documents::capture_form::try_print_forms;
use forecourt_documents::csv_read::{CsvFile, Record};
use forecourt_documents::csv_write::CsvSheet;

#[path = "../tests/documents/sample/mod.rs"]
mod sample;

fn forms(c: &mut Criterion) {
    let wording = sample::wording();
    let mut group = c.benchmark_group("capture_form");
    group.sample_size(10);
    group.throughput(Throughput::Elements(2_000));
    group.bench_function("2000_prefilled_in_one_pdf", |b| {
        b.iter(|| {
            let forms = (0..2_000).map(sample::form).map(Ok::<_, PdfProblem>);
            let go_on = |_, _| ControlFlow::Continue(());
            try_print_forms(std::io::sink(), &wording, forms, 2_000, go_on).unwrap()
        });
    });
    group.throughput(Throughput::Elements(1));
    group.bench_function("one", |b| b.iter(|| sample::print_form(&wording, &sample::form(7))));
    group.finish();
}

fn csv(c: &mut Criterion) {
    let mut group = c.benchmark_group("csv");
    group.sample_size(10);
    let text = sample::contacts_csv(100_000);
    for (name, bytes) in [("read_utf8", text.clone().into_bytes()), ("read_utf16", sample::utf16(&text))] {
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_function(name, |b| {
            b.iter(|| {
                let mut file = CsvFile::open(Cursor::new(bytes.clone())).unwrap();
                let mut record = Record::default();
                let mut cells = 0;
                while let Some(row) = file.next(&mut record) {
                    row.unwrap();
                    cells += black_box(&record).len();
                }
                cells
            });
        });
    }
    group.throughput(Throughput::Elements(100_000));
    group.bench_function("write_100k_rows", |b| {
        b.iter(|| {
            let mut sheet = CsvSheet::start(std::io::sink(), &["a", "b", "c", "d", "e", "f"]).unwrap();
            for _ in 0..100_000 {
                sheet
                    .row(&["C0000001", "Siobhán", "O’Brien-Ng", "+44 7700 900123", "WR14 3AA", "a, \"note\""])
                    .unwrap();
            }
            sheet.finish().unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, forms, csv);
criterion_main!(benches);
