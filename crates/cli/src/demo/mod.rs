//! `demo`: the sample dealership, made through the same use cases that staff use, with the clock
//! handed in, so that its history is as long as a real one's.

mod sample;

use crate::clock;
use crate::host::Host;
use crate::print::{Answer, Ending};
use crate::verbs::init_confirm;
use forecourt_application::domain::ids::EmployeeId;
use forecourt_application::domain::rights::Right;
use forecourt_application::domain::time::Moment;
use forecourt_application::session::Session;
use forecourt_application::settings::DealershipDetails;
use sample::{Act, Contact, Dealership, Deed};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const DAY: i64 = 24 * 60 * 60;
/// The dealership opened this many days ago: before its first contact.
const OPENED: i64 = 720;

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
    host.app.assume(None);
    host.app.remember_head(clock::now());
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

/// Makes the sample, deed by deed in the order of time.
struct Maker<'h> {
    host: &'h Host,
    now: Moment,
    staff: BTreeMap<String, EmployeeId>,
}

impl<'h> Maker<'h> {
    fn new(host: &'h Host) -> Self {
        Self { host, now: clock::now(), staff: BTreeMap::new() }
    }

    /// A moment `days` ago, a little later for each `step`, never in the future.
    fn ago(&self, days: i64, step: i64) -> Moment {
        self.now.plus_seconds(-days * DAY + step)
    }

    fn call(&self, login: &str, days: i64, name: &str, input: Value) -> Result<Value, Ending> {
        self.call_at(login, self.ago(days, 0), name, input)
    }

    fn call_at(&self, login: &str, at: Moment, name: &str, input: Value) -> Result<Value, Ending> {
        if let Some(employee) = self.staff.get(login) {
            self.host.app.assume(Some(Session { employee: *employee, locked: false, touched: at }));
        }
        Ok(self.host.app.call(name, input, at)?)
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
        });
        let at = self.ago(OPENED, -60);
        let keys = self.host.app.call("set_up_dealership", input, at)?;
        init_confirm(self.host, &keys, at)?;
        let signed = self.host.app.call(
            "sign_in",
            json!({ "login": manager.login, "password": sample.password }),
            at,
        )?;
        self.staff.insert(manager.login.clone(), id_in(&signed, "/employee/id")?);
        let hint = format!("Sample dealership: the password is {}", sample.password);
        self.host.app.set_demo_hint(&hint, at)?;
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
                "login": employee.login, "name": employee.name, "password": sample.password, "rights": rights,
            });
            let view = self.call("anna", OPENED, "create_employee", input)?;
            self.staff.insert(employee.login.clone(), id_in(&view, "/id")?);
        }
        Ok(())
    }

    /// Every contact's history, all of them together in the order of time.
    fn live(&mut self, contacts: &[Contact]) -> Result<(), Ending> {
        let mut acts: Vec<(i64, usize, Act<'_>)> = Vec::new();
        for (number, contact) in contacts.iter().enumerate() {
            acts.push((contact.created, number, Act::Create));
            acts.extend(contact.events.iter().map(|deed| (deed.days, number, Act::Do(deed))));
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
                Act::Do(deed) => {
                    let id = ids.get(&number).ok_or_else(sample::broken)?;
                    self.record(id, deed, at)?;
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

    fn record(&self, id: &str, deed: &Deed, at: Moment) -> Result<(), Ending> {
        let consent = self.call_at(&deed.by, at, "get_consent", json!({ "contact_id": id }))?;
        let version = consent.get("version");
        if deed.exclude {
            let input = json!({
                "contact_id": id, "version": version, "excluded": true, "notes": deed.notes,
                "screen": "contact_record",
            });
            self.call_at(&deed.by, at, "set_exclusion", input)?;
            return Ok(());
        }
        let input = json!({
            "contact_id": id, "version": version, "screen": deed.screen, "us": deed.us,
            "third_party": deed.third_party, "manufacturer": deed.manufacturer, "method": deed.method,
            "notes": deed.notes, "reconfirmed": deed.reconfirmed,
        });
        self.call_at(&deed.by, at, "save_consent", input)?;
        Ok(())
    }
}

fn id_in(view: &Value, pointer: &str) -> Result<EmployeeId, Ending> {
    view.pointer(pointer).and_then(Value::as_str).and_then(|id| id.parse().ok()).ok_or_else(sample::broken)
}
