//! How fast contacts come in and are found, on an encrypted database in a temporary folder.
//!
//! ```text
//! cargo run --release -p forecourt-application --example measure_contacts -- CONTACTS.csv [QUERIES.tsv]
//! ```
//!
//! Prints one JSON line: seconds of the import beside those of `sqlite3 .import` into one bare
//! table, the highest memory, and micros of search pages beside a bare look-up in a covering
//! index of an encrypted database that holds the same rows. A line of the queries is a kind, what
//! is typed, and more that is not read, with tabs between.

#![expect(
    clippy::indexing_slicing,
    clippy::type_complexity,
    reason = "a measurement without its data is to fail, and its table is its own"
)]

use forecourt_application::domain::time::Moment;
use forecourt_application::office::DataFolder;
use forecourt_application::ports::{FileKind, Fill, NoKeychain, Outlet, Ports};
use forecourt_application::store::keys::DataKey;
use forecourt_application::store::{Database, Error, Tx, Value};
use forecourt_application::{App, search};
use serde_json::json;
use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

/// Rows of one search page.
const PAGE: usize = 20;

fn main() -> Result<(), Box<dyn StdError>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("name a CSV file with contacts")?;
    let queries = arguments.next();
    let folder = tempfile::tempdir()?;
    let app = dealership(folder.path())?;
    let bare_import = bare_import(Path::new(&file), folder.path());
    let dry = timed(|| call(&app, "run_import", json!({ "path": file, "dry_run": true })))?;
    let started = Instant::now();
    let report = call(&app, "run_import", json!({ "path": file, "skip_duplicates": false }))?;
    let seconds = started.elapsed().as_secs_f64();
    let mut figures = json!({
        "rows": report["rows"],
        "created": report["created"],
        "import_seconds": seconds,
        "dry_run_seconds": dry,
        "sqlite3_import_seconds": bare_import,
        "import_times_bare": bare_import.map(|bare| seconds / bare),
        "peak_mib": peak_mib(),
        "database_mib": std::fs::metadata(app.folder().database())?.len() >> 20,
    });
    if let Some(queries) = queries {
        figures["search"] = searches(&app, &queries, folder.path())?;
    }
    std::io::Write::write_all(&mut io::stdout(), format!("{figures}\n").as_bytes())?;
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> Result<T, Box<dyn StdError>>) -> Result<f64, Box<dyn StdError>> {
    let started = Instant::now();
    work()?;
    Ok(started.elapsed().as_secs_f64())
}

fn now() -> Moment {
    Moment::parse("2026-11-21T10:00:00Z").unwrap_or(Moment::new(Default::default()))
}

fn call(app: &App, name: &str, input: serde_json::Value) -> Result<serde_json::Value, Box<dyn StdError>> {
    app.call(name, input, now()).map_err(|refusal| format!("{name}: {refusal:?}").into())
}

/// A dealership whose manager is signed in.
fn dealership(folder: &Path) -> Result<App, Box<dyn StdError>> {
    let ports =
        Ports { keychain: Arc::new(NoKeychain), outlet: Arc::new(NoOutlet), host_name: "bench".into() };
    let app = App::new(DataFolder::new(folder.join("data")), ports);
    let keys = call(
        &app,
        "set_up_dealership",
        json!({
            "dealership": { "name": "Measured Motors", "address": "", "postcode": "", "phone": "", "email": "",
                "website": "", "privacy_policy_url": "" },
            "time_zone": "Europe/London", "workstation_name": "BENCH",
            "manager": { "name": "Anna", "login": "anna", "password": "correct horse battery" },
        }),
    )?;
    let key = keys["recovery_key"].as_str().unwrap_or_default();
    let group = |at: usize| {
        let asked = keys["asked_groups"][at].as_u64().unwrap_or(1) as usize;
        key.split('-').nth(asked - 1).unwrap_or_default()
    };
    call(&app, "confirm_recovery_key", json!({ "first": group(0), "second": group(1) }))?;
    call(&app, "sign_in", json!({ "login": "anna", "password": "correct horse battery" }))?;
    Ok(app)
}

/// Seconds of `sqlite3 .import` into one bare table; nothing where the program is not there.
fn bare_import(file: &Path, folder: &Path) -> Option<f64> {
    let best = (0..3).filter_map(|turn| {
        let database = folder.join(format!("bare{turn}.db"));
        let import = format!(".import {} bare", file.display());
        let started = Instant::now();
        let done = Command::new("sqlite3").arg(&database).args([".mode csv", &import]).status().ok()?;
        done.success().then(|| started.elapsed().as_secs_f64())
    });
    best.min_by(f64::total_cmp)
}

/// The most memory this process ever held.
fn peak_mib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib >> 10)
}

/// Per kind of query: median and 95th percentile of our page and of the bare look-up, each query
/// in a round of its own as somebody types it.
fn searches(app: &App, queries: &str, folder: &Path) -> Result<serde_json::Value, Box<dyn StdError>> {
    let office = app.office(now()).ok_or("no database")?;
    let bare = bare_index(&office.database, &folder.join("index.db"))?;
    let text = std::fs::read_to_string(queries)?;
    let mut kinds: BTreeMap<&str, (Vec<f64>, Vec<f64>, Vec<f64>, usize)> = BTreeMap::new();
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (Some(kind), Some(_), Some(typed)) = (parts.next(), parts.next(), parts.next()) else { continue };
        let times = kinds.entry(kind).or_default();
        let from = first_range(typed);
        let started = Instant::now();
        bare.read(|tx| bare_page(tx, &from))?;
        times.1.push(started.elapsed().as_secs_f64() * 1e6);
        let started = Instant::now();
        let found = office.database.read(|tx| search::find(tx, typed, PAGE))?;
        times.0.push(started.elapsed().as_secs_f64() * 1e6);
        times.3 += usize::from(!found.hits.is_empty());
        let started = Instant::now();
        call(app, "search_contacts", json!({ "term": typed, "limit": PAGE }))?;
        times.2.push(started.elapsed().as_secs_f64() * 1e6);
    }
    let of = |list: &mut Vec<f64>| {
        list.sort_by(f64::total_cmp);
        let at = |share: f64| list.get(((list.len() - 1) as f64 * share) as usize).copied().map(f64::round);
        json!({ "median": at(0.5), "p95": at(0.95) })
    };
    let mut all: [Vec<f64>; 3] = Default::default();
    let mut figures = serde_json::Map::new();
    for (kind, (mut page, mut bare, mut screen, found)) in kinds {
        all[0].extend(&page);
        all[1].extend(&bare);
        all[2].extend(&screen);
        let queries = page.len();
        figures.insert(
            kind.to_owned(),
            json!({ "queries": queries, "found": found, "page": of(&mut page), "bare": of(&mut bare),
                "screen": of(&mut screen) }),
        );
    }
    let [mut page, mut bare, mut screen] = all;
    figures.insert(
        "all".into(),
        json!({ "page": of(&mut page), "bare": of(&mut bare), "screen": of(&mut screen) }),
    );
    Ok(figures.into())
}

fn first_range(typed: &str) -> String {
    let plan = forecourt_application::domain::search::plan(typed);
    plan.ranges.first().map(|range| range.from.clone()).unwrap_or_default()
}

/// An encrypted database with nothing but the terms and references behind a covering index.
fn bare_index(from: &Database, place: &Path) -> Result<Database, Box<dyn StdError>> {
    let bare = Database::create(place, DataKey::generate()?)?;
    bare.write(|tx| -> Result<(), Error> {
        tx.run("CREATE TABLE bare (term TEXT NOT NULL, reference TEXT NOT NULL)", &[])?;
        from.read(|source| {
            source.each("SELECT term, reference FROM search_term ORDER BY term", &[], |row| {
                tx.run(
                    "INSERT INTO bare (term, reference) VALUES (?, ?)",
                    &[Value::Text(row.text_ref(0)?), Value::Text(row.text_ref(1)?)],
                )?;
                Ok(())
            })
        })?;
        tx.run("CREATE INDEX bare_index ON bare (term, reference)", &[])?;
        Ok(())
    })?;
    Ok(bare)
}

fn bare_page(tx: &Tx<'_>, from: &str) -> Result<Vec<String>, Error> {
    let to = format!("{from}\u{10FFFF}");
    tx.all(
        "SELECT reference FROM bare WHERE term >= ? AND term < ? ORDER BY term LIMIT 20",
        &[Value::Text(from), Value::Text(&to)],
        |row| row.text(0),
    )
}

/// Nothing leaves a measurement.
struct NoOutlet;

impl Outlet for NoOutlet {
    fn choose_place(&self, _: &str, _: FileKind, _: Option<&Path>) -> io::Result<Option<PathBuf>> {
        Ok(None)
    }

    fn choose_import_file(&self) -> Option<PathBuf> {
        None
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn write(&self, _: &Path, _: &mut Fill<'_>) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }

    fn view(&self, _: &str, _: &mut Fill<'_>) -> io::Result<PathBuf> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }

    fn mail(&self, _: &str) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
}
