//! First start: the dealership, its first manager, this computer, and the two keys.

use super::founding;
use super::ledger_line::LedgerLine;
use super::pending::{self, asked_groups};
use crate::consent::settings::{DEFAULT_NOTICE, REQUIRE_CONSENT};
use crate::dealership::{DEALERSHIP, DEMO_HINT, DealershipDetails, check_dealership};
use crate::employee::{check_login, check_name, password};
use crate::setting::{Appearance, check_station};
use crate::tag;
use forecourt_dispatch::opening::Phase;
use forecourt_dispatch::settings::TIME_ZONE;
use forecourt_dispatch::{Book, Code, Command, Cx, Permit, Refusal, Tag, Writing, key_entry};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::rights::{Right, RightSet};
use forecourt_domain::time;
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, RecoveryKey};
use forecourt_store::ledger::Subject;
use forecourt_store::{Database, Error, employee, ledger, notice, setting, workstation};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::{Arc, PoisonError};
use ts_rs::TS;

/// The first employee, with every right.
#[derive(Deserialize, TS)]
pub struct NewManager {
    pub name: String,
    /// What they type to sign in.
    pub login: String,
    pub password: String,
}

/// Makes the dealership on this computer.
#[derive(Deserialize, TS)]
pub struct SetUpDealership {
    /// Name and details.
    pub dealership: DealershipDetails,
    /// IANA time zone.
    pub time_zone: String,
    /// The first manager.
    pub manager: NewManager,
    /// This computer's name.
    pub workstation_name: String,
    /// For a sample dealership: what its sign-in page says about getting in.
    #[serde(default)]
    #[ts(optional)]
    pub sample_hint: Option<String>,
}

/// A recovery key, shown once.
#[derive(Serialize, TS)]
pub struct RecoveryKeyView {
    /// `ABCD-EFGH-...`, 8 groups of 4.
    pub recovery_key: String,
    /// Which two groups are to be typed back, counted from 1.
    pub asked_groups: [usize; 2],
    /// Is the database's key in this computer's keychain? Else the recovery key is asked for at
    /// every start.
    pub in_keychain: bool,
    /// What holds until it is typed back, in words.
    pub until_typed_back: &'static str,
}

impl Command for SetUpDealership {
    const NAME: &'static str = "set_up_dealership";
    const PERMIT: Permit = Permit::NoDealership;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = RecoveryKeyView;

    fn run(self, cx: &Cx<'_>) -> Result<RecoveryKeyView, Refusal> {
        let valid = self.check()?;
        let hash = password::hash(&self.manager.password)?;
        let (book, workstation, recovery) = found(cx, &valid.station)?;
        let at = cx.now.to_text();
        Writing::of_the_product(&book, workstation, cx.now, |writing| {
            let tx = writing.tx;
            let rights: RightSet = Right::ALL.into_iter().collect();
            let id = employee::add(tx, &valid.login, &valid.name, &hash, &rights, &at)?;
            setting::put(tx, DEALERSHIP.key(), &json!(valid.dealership).to_string())?;
            setting::put(tx, TIME_ZONE.key(), &json!(valid.zone).to_string())?;
            setting::put(tx, REQUIRE_CONSENT.key(), "true")?;
            if let Some(hint) = &self.sample_hint {
                setting::put(tx, DEMO_HINT.key(), &json!(hint).to_string())?;
            }
            notice::keep(tx, "en", DEFAULT_NOTICE, &at)?;
            ledger::tell_of_everything(tx);
            let line = LedgerLine::SetUp { version: env!("CARGO_PKG_VERSION").to_owned() };
            writing.record(Subject::Other("employee", id.get()), &line)
        })?;
        let view = RecoveryKeyView {
            recovery_key: recovery.to_text().to_string(),
            asked_groups: asked_groups(&recovery),
            in_keychain: book.slots.lock().unwrap_or_else(PoisonError::into_inner).has_device_slot(),
            until_typed_back: "Until this key is typed back, no contact can be added.",
        };
        cx.set_phase(Phase::Open(Arc::new(book)));
        cx.set_founding(true);
        pending::keep(cx, recovery);
        Ok(view)
    }
}

struct Valid {
    dealership: DealershipDetails,
    zone: String,
    name: String,
    login: String,
    station: String,
}

impl SetUpDealership {
    fn check(&self) -> Result<Valid, Refusal> {
        let dealership = check_dealership(&self.dealership)?;
        let zone = time::zone(&self.time_zone)
            .ok_or_else(|| Refusal::invalid("time_zone", "Choose a time zone such as Europe/London."))?;
        let name = check_name(&self.manager.name)?;
        let login = check_login(&self.manager.login)?;
        password::check("password", &self.manager.password, &[&name, &login, &dealership.name])?;
        let station = check_station(&self.workstation_name)?;
        Ok(Valid { dealership, zone: zone.name().to_owned(), name, login, station })
    }
}

/// Makes the folder, the keys and the empty database, in that order: a key is stored and read
/// back from another process before the first row is written. The mark of an unfinished set-up is there
/// before all of it: whatever a kill or a fault leaves is put aside by the next set-up.
fn found(cx: &Cx<'_>, station: &str) -> Result<(Book, WorkstationId, RecoveryKey), Refusal> {
    let folder = cx.folder();
    folder.make().map_err(|_| {
        Refusal::new(Code::File, "The data folder cannot be made. Check the disk and try again.")
    })?;
    // Looked at when the product started; what was made since may be open.
    folder.close_to_others().map_err(|left_open| Refusal::new(Code::File, left_open.to_string()))?;
    let _claim = folder.claim().map_err(|error| match error {
        Error::Exists(_) => Refusal::new(Code::Denied, "This computer has a dealership already."),
        _ => cannot_be_written(),
    })?;
    let unexpected = |problem: &dyn std::fmt::Display| Refusal::unexpected(problem);
    let key = DataKey::generate().map_err(|e| unexpected(&e))?;
    let device = DeviceKey::generate().map_err(|e| unexpected(&e))?;
    let recovery = RecoveryKey::generate().map_err(|e| unexpected(&e))?;
    let mut slots = Keyslots::new(&key, None, &recovery).map_err(|e| unexpected(&e))?;
    let mark = folder.begin_set_up(&slots.database).map_err(|_| cannot_be_written())?;
    let entry = key_entry(&slots.database);
    let keychain = cx.keychain();
    let text = device.to_text();
    let in_keychain =
        keychain.set(&entry, &text).is_ok() && keychain.holds_for_others(&entry, &text).unwrap_or(false);
    if in_keychain {
        slots.set_device(&key, &device).map_err(|e| unexpected(&e))?;
    }
    slots.write(&folder.keyslots()).map_err(|_| cannot_be_written())?;
    let database = Database::create(&folder.database(), key.clone())?;
    let book = Book::new(database, key, slots);
    founding::hold(&book, Some(mark));
    cx.opening().take_seat(&book)?;
    let workstation = cx.workstation_id()?;
    book.write_unlogged(|tx| {
        let station = workstation::Workstation {
            id: workstation,
            name: station.to_owned(),
            save_folder: String::new(),
            appearance: Appearance::default().word().to_owned(),
        };
        Ok(workstation::update(tx, &station)?)
    })?;
    Ok((book, workstation, recovery))
}

fn cannot_be_written() -> Refusal {
    Refusal::new(Code::File, "The data folder cannot be written. Check the disk and try again.")
}
