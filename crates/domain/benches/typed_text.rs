//! How long an import spends on what was typed: 100,000 contacts are to take 3 s in all,
//! so a number has 5 µs.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, Throughput};
use forecourt_domain::search::{self, SearchSubject};
use forecourt_domain::{email, name, phone, plate, postcode};

/// Spellings as an export holds them, the commonest first.
const PHONES: [&str; 12] = [
    "07700 900123",
    "07700900123",
    "0113 496 0123",
    "+447700900123",
    "+44 20 7946 0018",
    "+44 (0)7700 900 123",
    "0044 7700 900123",
    "(01632) 960 123",
    "7700900123",
    "020 79460018 ext 123",
    "\u{a0}07700\u{a0}900123",
    "ask wife",
];

fn main() {
    phone::prepare();
    let mut criterion = Criterion::default().configure_from_args();
    phones(&mut criterion);
    addresses(&mut criterion);
    searches(&mut criterion);
    criterion.final_summary();
}

fn phones(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("phone");
    group.throughput(Throughput::Elements(PHONES.len() as u64));
    group.bench_function("parse 12 spellings", |bench| {
        bench.iter(|| PHONES.map(|typed| phone::parse(black_box(typed))));
    });
    group.bench_function("display", |bench| {
        bench.iter(|| PHONES.map(|_| phone::display(black_box("+447700900123"))));
    });
    group.finish();
}

fn addresses(criterion: &mut Criterion) {
    criterion.bench_function("email", |bench| {
        bench.iter(|| email::parse(black_box("Siobhan.OBrien@Example.com")));
    });
    criterion.bench_function("email, international", |bench| {
        bench.iter(|| email::parse(black_box("jo@bücher.example")));
    });
    criterion.bench_function("name", |bench| bench.iter(|| name::fold(black_box("Siobhán O’Brien"))));
    criterion.bench_function("postcode", |bench| bench.iter(|| postcode::format(black_box("wr143aa"))));
    criterion.bench_function("plate", |bench| bench.iter(|| plate::format(black_box("eu56jec"))));
}

fn searches(criterion: &mut Criterion) {
    let subject = SearchSubject {
        first_name: "Siobhan",
        last_name: "O'Brien-Ng",
        company: "Malvern Plumbing & Heating Ltd",
        reference: "C0000042",
        postcodes: &["WR14 3AA"],
        phones: &["7700900123", "2079460018"],
        emails: &["siobhan@example.com"],
        registrations: &["EU56 JEC"],
    };
    criterion.bench_function("terms", |bench| {
        bench.iter_batched(
            || subject,
            |subject| {
                search::terms_into(&subject, &mut |term| {
                    black_box(term);
                })
            },
            BatchSize::SmallInput,
        );
    });
    for query in ["bro", "siobhan obr", "07700 900", "EU56 JEC"] {
        criterion
            .bench_function(&format!("plan {query}"), |bench| bench.iter(|| search::plan(black_box(query))));
    }
}
