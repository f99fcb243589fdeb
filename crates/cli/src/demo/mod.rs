//! `demo`: the sample dealership, made through the same use cases that staff use, with the clock
//! handed in, so that its history is as long as a real one's.

mod sample;

use crate::clock;
use crate::host::Host;
use crate::print::{Answer, Ending};
use forecourt_application::dealership::DealershipDetails;
use forecourt_dispatch::{Code, Desk};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_domain::uptime::Now;
use sample::{Act, Contact, Dealership, Event};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const DAY: i64 = 24 * 60 * 60;
/// The dealership opened this many days ago: before its first contact.
const OPENED: i64 = 720;

/// What a new employee is given, and changes on the first day.
const FIRST_PASSWORD: &str = "nine quiet harbours";

/// Fills the folder.
pub fn demo(host: &Host) -> Result<Answer, Ending> {
    let dealership = sample::dealership()?;
    let contacts = sample::contacts()?;
    let mut maker = Maker::new(host);
    let key = maker.found(&dealership)?;
    maker.hire(&dealership)?;
    for (key, value) in &dealership.settings {
        maker.call(
            "anna",
            OPENED,
            "change_gdpr_setting",
            json!({ "key": key, "value": value, "reason": "" }),
        )?;
    }
    maker.live(&contacts)?;
    host.app.remember_head();
    let logins: Vec<&str> = dealership.employees.iter().map(|employee| employee.login.as_str()).collect();
    let lines = vec![
        format!("{} is ready: {} contacts.", dealership.dealership.name, contacts.len()),
        format!("Sign in as {} with the password {}", logins.join(", "), dealership.password),
        format!("Recovery key: {key}"),
    ];
    let json = json!({
        "recovery_key": key, "contacts": contacts.len(), "logins": logins, "password": dealership.password,
    });
    Ok(Answer { json, lines })
}

/// The sample's past lies before this program was made.
fn then(at: Moment) -> Now {
    Now { at, built: None, ..clock::now() }
}

/// Makes the sample, event by event in the order of time.
struct Maker<'h> {
    host: &'h Host,
    now: Moment,
    /// By login: the desk at which each employee signed in.
    staff: BTreeMap<String, Desk>,
}

impl<'h> Maker<'h> {
    fn new(host: &'h Host) -> Self {
        Self { host, now: clock::now().at, staff: BTreeMap::new() }
    }

    /// A moment `days` ago, a little later for each `step`, never in the future.
    fn ago(&self, days: i64, step: i64) -> Moment {
        self.now.plus_seconds(-days * DAY + step)
    }

    fn call(&self, login: &str, days: i64, name: &str, input: Value) -> Result<Value, Ending> {
        self.call_at(login, self.ago(days, 0), name, input)
    }

    fn call_at(&self, login: &str, at: Moment, name: &str, input: Value) -> Result<Value, Ending> {
        let desk = self.staff.get(login).ok_or_else(sample::broken)?;
        Ok(self.host.app.call(desk, name, input, then(at))?)
    }

    /// A desk for an employee, signed in with the password as everybody signs in.
    fn sit_down(&mut self, login: &str, password: &str, at: Moment) -> Result<(), Ending> {
        let desk = self.host.another_desk();
        let signed_in =
            self.host.app.call(&desk, "sign_in", json!({ "login": login, "password": password }), then(at));
        match signed_in {
            Err(refusal) if refusal.code == Code::PasswordDue => {}
            other => drop(other?),
        }
        self.staff.insert(login.to_owned(), desk);
        Ok(())
    }

    /// The dealership and its first manager.
    fn found(&mut self, sample: &Dealership) -> Result<String, Ending> {
        let details: &DealershipDetails = &sample.dealership;
        let manager = sample.employees.first().ok_or_else(sample::broken)?;
        let input = json!({
            "dealership": details,
            "time_zone": "Europe/London",
            "manager": { "name": manager.name, "login": manager.login, "password": sample.password },
            "workstation_name": sample.workstation,
            "sample_hint": format!("Sample dealership: the password is {}", sample.password),
        });
        let at = self.ago(OPENED, -60);
        let keys = self.host.app.call(&self.host.desk, "set_up_dealership", input, then(at))?;
        self.host.confirm(&keys, then(at))?;
        self.sit_down(&manager.login, &sample.password, at)?;
        Ok(keys.get("recovery_key").and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    /// Everybody else.
    fn hire(&mut self, sample: &Dealership) -> Result<(), Ending> {
        for employee in sample.employees.iter().skip(1) {
            let rights: Vec<Right> = match &employee.rights {
                Value::Array(words) => {
                    words.iter().filter_map(Value::as_str).filter_map(Right::from_word).collect()
                }
                _ => Right::ALL.to_vec(),
            };
            let input = json!({
                "login": employee.login, "name": employee.name, "password": FIRST_PASSWORD, "rights": rights,
            });
            self.call("anna", OPENED, "create_employee", input)?;
            self.sit_down(&employee.login, FIRST_PASSWORD, self.ago(OPENED, 0))?;
            let own = json!({ "current": FIRST_PASSWORD, "new": sample.password });
            self.call(&employee.login, OPENED, "change_own_password", own)?;
        }
        Ok(())
    }

    /// Every contact's history, all of them together in the order of time.
    fn live(&mut self, contacts: &[Contact]) -> Result<(), Ending> {
        let mut acts: Vec<(i64, usize, Act<'_>)> = Vec::new();
        for (number, contact) in contacts.iter().enumerate() {
            acts.push((contact.created, number, Act::Create));
            acts.extend(contact.events.iter().map(|event| (event.days, number, Act::Record(event))));
        }
        acts.sort_by_key(|(days, ..)| std::cmp::Reverse(*days));
        let mut ids: BTreeMap<usize, String> = BTreeMap::new();
        for (step, (days, number, act)) in acts.into_iter().enumerate() {
            let contact = contacts.get(number).ok_or_else(sample::broken)?;
            // Steps of a minute keep the order within a day; 3 hours cover every act there is.
            let at = self.ago(days, -3 * 60 * 60 + i64::try_from(step).unwrap_or(0) * 60);
            match act {
                Act::Create => {
                    let id = self.create(contact, at)?;
                    ids.insert(number, id);
                }
                Act::Record(event) => {
                    let id = ids.get(&number).ok_or_else(sample::broken)?;
                    self.record(id, event, at)?;
                }
            }
        }
        Ok(())
    }

    fn create(&self, contact: &Contact, at: Moment) -> Result<String, Ending> {
        let require = |value: bool| {
            let input = json!({ "key": "gdpr.require_consent", "value": value, "reason": "sample data" });
            self.call_at("anna", at, "change_gdpr_setting", input)
        };
        if contact.assumed {
            require(false)?;
        }
        let view = self.call_at(&contact.by, at, "create_contact", json!({ "contact": contact.contact }))?;
        if contact.assumed {
            require(true)?;
        }
        Ok(view.get("id").and_then(Value::as_str).unwrap_or_default().to_owned())
    }

    fn record(&self, id: &str, event: &Event, at: Moment) -> Result<(), Ending> {
        let consent = self.call_at(&event.by, at, "get_consent", json!({ "contact_id": id }))?;
        let version = consent.get("version");
        if event.exclude {
            let input = json!({
                "contact_id": id, "version": version, "excluded": true, "notes": event.notes,
                "screen": "contact_record",
            });
            self.call_at(&event.by, at, "set_exclusion", input)?;
            return Ok(());
        }
        let input = json!({
            "contact_id": id, "version": version, "screen": event.screen, "us": event.us,
            "third_party": event.third_party, "manufacturer": event.manufacturer, "method": event.method,
            "notes": event.notes, "reconfirmed": event.reconfirmed,
            "review": event.is_review(),
            // At the counter and on the form the words stand before the customer.
            "words": if event.method == "phone" { "read_out" } else { "shown" },
        });
        self.call_at(&event.by, at, "save_consent", input)?;
        Ok(())
    }
}
