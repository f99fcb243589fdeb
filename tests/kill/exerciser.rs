//! Works on a dealership without pause until it is killed, and says what was acknowledged: one
//! line per call, written out before the next call begins.
//!
//! `exerciser DATA KEY CSV SEED`: the data folder, the recovery key, a file to import, and a
//! number that decides the order of the work.
//!
//! `exerciser DATA KEY erase REFERENCE`: erases one contact, and sweeps until it is killed.
//!
//! `exerciser DATA KEY post SEED`: drafts, posts, credits and drops invoices until it is killed.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test program that fails is to fail loudly"
)]

use chrono::Utc;
use forecourt_application::registry;
use forecourt_dispatch::ports::NoKeychain;
use forecourt_dispatch::{App, DataFolder, Desk, Session};
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Now;
use forecourt_gateways::computer::ThisComputer;
use forecourt_gateways::uptime::uptime;
use forecourt_store::employee;
use forecourt_tests::ports::Outlet;
use serde_json::{Value, json};
use std::env;
use std::io::{Write, stdout};
use std::path::Path;
use std::sync::Arc;
use std::thread::sleep;
use std::time::Duration;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    let [data, key, csv, seed] = words.as_slice() else { panic!("exerciser DATA KEY CSV SEED") };
    let mut work = Work::open(Path::new(data), key);
    if csv == "erase" {
        work.erase_one(seed);
    }
    let mut chance: u64 = seed.parse().expect("a seed");
    if csv == "post" {
        Till::over(work).ring(chance);
    }
    say("ready");
    // Two runs in five begin with an import: one is killed in the midst of it, one behind it.
    if chance % 5 >= 3 {
        work.import(csv);
    }
    loop {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        match (chance >> 33) % 16 {
            0..=5 => work.create(),
            6..=9 => work.change(),
            10 | 11 => work.consent(),
            12..=14 => work.erase(),
            _ => work.import(csv),
        }
    }
}

struct Work {
    app: App,
    desk: Desk,
    outlet: Arc<Outlet>,
    /// Contacts made here: id and version.
    made: Vec<(String, i64)>,
}

impl Work {
    fn open(data: &Path, key: &str) -> Self {
        let outlet = Arc::new(Outlet::new(data));
        let data = DataFolder::new(data);
        let computer = ThisComputer::new(Some("counter-1".into()), data.machine());
        let desk = Desk::new(Arc::new(computer), outlet.clone());
        let app = App::new(data, Arc::new(NoKeychain), registry());
        let now = now();
        app.call(&desk, "show_startup", json!({}), now).expect("a start");
        app.call(&desk, "unlock_with_recovery_key", json!({ "recovery_key": key }), now).expect("the key");
        let book = app.book(&desk, now).expect("an open database");
        let found = book.read(|tx| Ok(employee::by_login(tx, "anna")?));
        let employee = found.expect("employees").expect("anna").id;
        desk.assume(Some(Session { employee, locked: false, touched: now.uptime }));
        Self { app, desk, outlet, made: Vec::new() }
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.app.call(&self.desk, name, input, now()).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
    }

    fn create(&mut self) {
        let number = self.made.len();
        let contact = json!({ "first_name": "Kim", "last_name": format!("Kill{number}"),
            "phones": [{ "kind": "mobile", "typed": "07700 900123" }] });
        let view = self.call("create_contact", json!({ "contact": contact }));
        let id = view["id"].as_str().expect("an id").to_owned();
        say(&format!("created {id}"));
        self.made.push((id, view["version"].as_i64().expect("a version")));
    }

    fn change(&mut self) {
        let Some((id, version)) = self.made.last().cloned() else { return };
        let contact = json!({ "first_name": "Kim", "last_name": format!("Changed{version}") });
        let view = self.call("update_contact", json!({ "id": id, "version": version, "contact": contact }));
        let version = view["version"].as_i64().expect("a version");
        say(&format!("version {id} {version}"));
        if let Some(last) = self.made.last_mut() {
            last.1 = version;
        }
    }

    fn consent(&mut self) {
        let Some((id, _)) = self.made.last().cloned() else { return };
        let before = self.call("get_consent", json!({ "contact_id": id }));
        let ticks = json!({ "email": true, "sms": false, "post": false, "phone": false, "social": false,
            "service": true, "general": true });
        let view = self.call(
            "save_consent",
            json!({ "contact_id": id, "version": before["version"], "screen": "contact_record", "us": ticks,
                    "method": "in_person", "notes": "asked", "reconfirmed": true }),
        );
        say(&format!("consent {id} {}", view["version"]));
    }

    fn erase(&mut self) {
        if self.made.len() < 2 {
            return;
        }
        let (id, _) = self.made.remove(0);
        let name = self.call("get_contact", json!({ "id": id }))["display_name"].clone();
        say(&format!("erasing {id}"));
        self.call("erase_contact", json!({ "contact_id": id, "confirm_name": name }));
        say(&format!("erased {id}"));
    }

    fn erase_one(&self, reference: &str) -> ! {
        let id = self.call("find_contact", json!({ "named": reference }))["id"].clone();
        self.call("erase_contact", json!({ "contact_id": id, "confirm_name": reference }));
        say(&format!("erased {reference}"));
        loop {
            sleep(Duration::from_secs(1));
        }
    }

    fn import(&mut self, csv: &str) {
        let file = self.outlet.offers.offer(Path::new(csv)).expect("the file to import").handle;
        let seen = self.call("inspect_import", json!({ "file": file }));
        let report = self.call(
            "run_import",
            json!({ "file": file, "mapping": seen["mapping"], "dry_run": false, "job": "j", "skip_duplicates": false }),
        );
        say(&format!("imported {} {}", report["import_id"].as_str().expect("an id"), report["created"]));
    }
}

/// A counter at which nothing but documents is made.
struct Till {
    work: Work,
    contact: String,
    part: String,
}

impl Till {
    /// With somebody to sell to and something to sell, whoever made them.
    fn over(work: Work) -> Self {
        let found = work.call("search_contacts", json!({ "term": "Tillworth", "limit": 1 }));
        let contact = found["rows"][0]["id"].as_str().expect("a contact").to_owned();
        let found = work.call("find_parts", json!({ "term": "KILL-1" }));
        let part = found[0]["id"].as_str().expect("a part").to_owned();
        Self { work, contact, part }
    }

    fn ring(&self, mut chance: u64) -> ! {
        say("ready");
        loop {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let die = (chance >> 33) % 16;
            let draft = self.draft(die.is_multiple_of(2), chance >> 40);
            match die {
                0 => drop(
                    self.work.call("drop_invoice", json!({ "id": draft["id"], "version": draft["version"] })),
                ),
                1..=9 => drop(self.post(&draft)),
                _ => {
                    let posted = self.post(&draft);
                    let lines = posted["lines"].as_array().expect("lines").iter();
                    let lines: Vec<Value> = lines
                        .map(|line| json!({ "line_id": line["id"], "quantity": 100, "back_to_stock": die.is_multiple_of(2) }))
                        .collect();
                    let credit =
                        json!({ "id": posted["id"], "seen": 0, "reason": "Returned", "lines": lines });
                    let note = self.work.call("credit_invoice", credit);
                    said_of(&note);
                }
            }
        }
    }

    fn draft(&self, known: bool, chance: u64) -> Value {
        let lines: Vec<Value> = (0..=chance % 4)
            .map(|at| {
                json!({ "kind": "part", "part_id": self.part, "quantity": 100 + at * 50, "unit_price": 333 + at,
                    "vat_rate": if at == 2 { "zero" } else { "standard" } })
            })
            .collect();
        let who = if known { json!(self.contact) } else { Value::Null };
        self.work.call("draft_invoice", json!({ "kind": "parts", "contact_id": who, "lines": lines }))
    }

    fn post(&self, draft: &Value) -> Value {
        let posting = json!({ "id": draft["id"], "version": draft["version"], "accept_short": true });
        let posted = self.work.call("post_invoice", posting);
        said_of(&posted);
        posted
    }
}

/// Acknowledged: which, with its number and its total.
fn said_of(posted: &Value) {
    let (id, number) = (posted["id"].as_str().expect("an id"), posted["number"].as_str().expect("a number"));
    say(&format!("posted {id} {number} {}", posted["total"]));
}

fn say(line: &str) {
    let mut out = stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("somebody listens");
}

#[expect(clippy::disallowed_methods, reason = "a host reads the clock, once per call")]
fn now() -> Now {
    Now { at: Moment::new(Utc::now()), uptime: uptime(), built: None }
}
