//! Renews recovery keys, or sets a dealership up, until it is killed; says what a person has seen by
//! then, one line each.
//!
//! `keyholder renew DATA KEY`: over and over, with the recovery key that opens the folder.
//! `keyholder found DATA KEYCHAIN`: once; the keychain is a file, or `-` for none.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test program that fails is to fail loudly"
)]

use chrono::Utc;
use forecourt_application::registry;
use forecourt_dispatch::ports::{Keychain, NoKeychain};
use forecourt_dispatch::{App, DataFolder, Desk, Session};
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Now;
use forecourt_gateways::computer::ThisComputer;
use forecourt_gateways::uptime::uptime;
use forecourt_store::employee;
use forecourt_tests::app::ANNAS_PASSWORD;
use forecourt_tests::keychain_file::KeychainFile;
use forecourt_tests::ports::Outlet;
use serde_json::{Value, json};
use std::env;
use std::io::{Write, stdout};
use std::path::Path;
use std::sync::Arc;

fn main() {
    let words: Vec<String> = env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["renew", data, key] => renew(&Holder::new(Path::new(data), "-"), key),
        ["found", data, keychain] => found(&Holder::new(Path::new(data), keychain)),
        _ => panic!("keyholder renew DATA KEY | found DATA KEYCHAIN"),
    }
}

fn renew(holder: &Holder, key: &str) -> ! {
    holder.call("show_startup", json!({}));
    holder.call("unlock_with_recovery_key", json!({ "recovery_key": key }));
    let book = holder.app.book(&holder.desk, now()).expect("an open database");
    let found = book.read(|tx| Ok(employee::by_login(tx, "anna")?));
    let employee = found.expect("employees").expect("anna").id;
    holder.desk.assume(Some(Session { employee, locked: false, touched: now().uptime }));
    say("ready");
    for round in 0.. {
        say("renewing");
        let made = holder.call("renew_recovery_key", json!({}));
        let key = made["recovery_key"].as_str().expect("a key");
        say(&format!("shown {key}"));
        // One in three is left lying, and made anew.
        if round % 3 != 2 {
            say(&format!("confirming {key}"));
            holder.type_back(&made);
            say(&format!("confirmed {key}"));
        }
    }
    unreachable!("until it is killed")
}

fn found(holder: &Holder) {
    let view = holder.call("show_startup", json!({}));
    if view["failure"]["can_set_up_again"] == true {
        holder.call("set_up_again", json!({}));
    }
    say("ready");
    let made = holder.call(
        "set_up_dealership",
        json!({
            "dealership": { "name": "Hadley Motors", "address": "", "postcode": "", "phone": "", "email": "",
                            "website": "", "privacy_policy_url": "" },
            "time_zone": "Europe/London",
            "manager": { "name": "Anna Kowalska", "login": "anna", "password": ANNAS_PASSWORD },
            "workstation_name": "SVC-02"
        }),
    );
    say(&format!("shown {}", made["recovery_key"].as_str().expect("a key")));
    holder.type_back(&made);
    say("confirmed");
}

struct Holder {
    app: App,
    desk: Desk,
}

impl Holder {
    fn new(data: &Path, keychain: &str) -> Self {
        let outlet = Outlet::new(data.parent().expect("a folder around it"));
        let data = DataFolder::new(data);
        let computer = ThisComputer::new(Some("counter-1".into()), data.machine());
        let keychain: Arc<dyn Keychain> =
            if keychain == "-" { Arc::new(NoKeychain) } else { Arc::new(KeychainFile(keychain.into())) };
        let desk = Desk::new(Arc::new(computer), Arc::new(outlet));
        Self { app: App::new(data, keychain, registry()), desk }
    }

    fn call(&self, name: &str, input: Value) -> Value {
        self.app.call(&self.desk, name, input, now()).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"))
    }

    fn type_back(&self, made: &Value) {
        let groups: Vec<&str> = made["recovery_key"].as_str().expect("a key").split('-').collect();
        let group = |at: usize| groups[made["asked_groups"][at].as_u64().expect("a group") as usize - 1];
        self.call("confirm_recovery_key", json!({ "first": group(0), "second": group(1) }));
    }
}

fn say(line: &str) {
    let mut out = stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).expect("somebody listens");
}

#[expect(clippy::disallowed_methods, reason = "a host reads the clock, once per call")]
fn now() -> Now {
    Now { at: Moment::new(Utc::now()), uptime: uptime(), built: None }
}
