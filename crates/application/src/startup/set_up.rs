//! First start: the dealership, its first manager, this computer, and the two keys.

use super::claim::{Claim, taken};
use crate::app::Phase;
use crate::office::Office;
use crate::setting::Appearance;
use crate::settings::{self, DealershipDetails};
use crate::sign_in::password;
use crate::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::{Right, RightSet};
use forecourt_domain::time;
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, RecoveryKey};
use forecourt_store::ledger::Subject;
use forecourt_store::{Database, employee, notice, setting, workstation};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::sync::{Arc, PoisonError};
use ts_rs::TS;

/// The first employee, with every right.
#[derive(Deserialize, TS)]
pub struct NewManager {
    /// Their name.
    pub name: String,
    /// What they type to sign in.
    pub login: String,
    /// Their password.
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
}

impl Command for SetUpDealership {
    const NAME: &'static str = "set_up_dealership";
    const PERMIT: Permit = Permit::Anyone;
    const CHANGES: &'static [Tag] = &[Tag::Session];
    type Reply = RecoveryKeyView;

    fn run(self, cx: &Cx<'_>) -> Result<RecoveryKeyView, Refusal> {
        if !matches!(cx.app.phase(cx.now), Phase::SetUp) {
            return Err(taken());
        }
        let valid = self.check()?;
        let hash = password::hash(&self.manager.password)?;
        let (office, view) = found(cx, &valid.station)?;
        let at = cx.now.to_text();
        office.database.write(|tx| -> Result<(), Refusal> {
            let rights: RightSet = Right::ALL.into_iter().collect();
            let id = employee::add(tx, &valid.login, &valid.name, &hash, &rights, &at)?;
            setting::put(tx, settings::DEALERSHIP, &json!(valid.dealership).to_string())?;
            setting::put(tx, settings::TIME_ZONE, &json!(valid.zone).to_string())?;
            setting::put(tx, settings::REQUIRE_CONSENT, "true")?;
            notice::keep(tx, "en", settings::DEFAULT_NOTICE, &at)?;
            let mut ledger = forecourt_store::ledger::Appender::new(tx)?;
            let actor = format!("system@{}", office.workstation);
            ledger.append(
                tx,
                &forecourt_store::ledger::Entry {
                    at: cx.now,
                    actor: &actor,
                    action: "dealership.set_up",
                    subject: Subject::Other("employee", id.get()),
                    payload: &json!({ "version": env!("CARGO_PKG_VERSION") }).to_string(),
                },
            )?;
            Ok(())
        })?;
        cx.app.set_phase(Phase::Open(Arc::new(office)));
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
        let dealership = crate::setting::check_dealership(&self.dealership)?;
        let zone = time::zone(&self.time_zone)
            .ok_or_else(|| Refusal::invalid("time_zone", "Choose a time zone such as Europe/London."))?;
        let name = crate::employee::check_name(&self.manager.name)?;
        let login = crate::employee::check_login(&self.manager.login)?;
        password::check("password", &self.manager.password, &[&name, &login, &dealership.name])?;
        let station = crate::setting::check_station(&self.workstation_name)?;
        Ok(Valid { dealership, zone: zone.name().to_owned(), name, login, station })
    }
}

/// Makes the folder, the keys and the empty database, in that order: a key is stored and read
/// back from another process before the first row is written.
fn found(cx: &Cx<'_>, station: &str) -> Result<(Office, RecoveryKeyView), Refusal> {
    let folder = cx.app.folder();
    make_private_folder(folder.path())?;
    let _claim = Claim::of(folder)?;
    let unexpected = |problem: &dyn std::fmt::Display| Refusal::unexpected(problem);
    let key = DataKey::generate().map_err(|e| unexpected(&e))?;
    let device = DeviceKey::generate().map_err(|e| unexpected(&e))?;
    let recovery = RecoveryKey::generate().map_err(|e| unexpected(&e))?;
    let mut slots = Keyslots::new(&key, None, &recovery).map_err(|e| unexpected(&e))?;
    let entry = format!("device-key {}", slots.database);
    let keychain = &cx.app.ports.keychain;
    let text = device.to_text();
    let in_keychain =
        keychain.set(&entry, &text).is_ok() && keychain.holds_for_others(&entry, &text).unwrap_or(false);
    if in_keychain {
        slots.set_device(&key, &device).map_err(|e| unexpected(&e))?;
    }
    slots.write(&folder.keyslots()).map_err(|_| {
        Refusal::new(Code::File, "The data folder cannot be written. Check the disk and try again.")
    })?;
    let database = Database::create(&folder.database(), key.clone()).inspect_err(|_| {
        // Nothing was acknowledged yet: the slots alone would look like a lost database.
        let _ = std::fs::remove_file(folder.keyslots());
    })?;
    let at = cx.now.to_text();
    let office = Office::assemble(database, key, slots, folder, station, &at)?;
    office.database.write(|tx| -> Result<(), Refusal> {
        let station = workstation::Workstation {
            id: office.workstation,
            name: station.to_owned(),
            save_folder: String::new(),
            appearance: Appearance::default().word().to_owned(),
        };
        Ok(workstation::update(tx, &station)?)
    })?;
    let view = RecoveryKeyView {
        recovery_key: recovery.to_text().to_string(),
        asked_groups: asked_groups(&recovery),
        in_keychain,
    };
    *office.pending_recovery.lock().unwrap_or_else(PoisonError::into_inner) = Some(recovery);
    Ok((office, view))
}

/// The two groups to type back: taken from the key itself, so that they are chance and still the
/// same when asked again.
pub(super) fn asked_groups(key: &RecoveryKey) -> [usize; 2] {
    let sum: usize = key.to_text().bytes().map(usize::from).sum();
    let first = sum % 8;
    let second = (first + 1 + sum / 8 % 7) % 8;
    [first.min(second) + 1, first.max(second) + 1]
}

fn make_private_folder(path: &std::path::Path) -> Result<(), Refusal> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(|_| {
        Refusal::new(Code::File, "The data folder cannot be made. Check the disk and try again.")
    })
}
