//! Creating a vehicle.

use super::draft::{Signed, VehicleDraft, day_that_was};
use super::ledger_line::{LedgerLine, Role};
use super::refusals::{check_contact, check_free};
use super::telling::{named, tell};
use super::view::{VehicleView, shown};
use crate::dealership::RECOVERY_CONFIRMED;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_store::ledger::Subject;
use forecourt_store::vehicle;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// Creates a vehicle, with whoever keeps it.
#[derive(Deserialize, TS)]
pub struct CreateVehicle {
    pub vehicle: VehicleDraft,
    /// Whose it is; nobody's where it is absent.
    #[serde(default)]
    #[ts(optional)]
    pub contact_id: Option<ContactId>,
    /// Since which day, as ISO text; since nobody knows when where it is absent.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<String>,
    /// A name the form gave itself when it was opened: sent again, it gets the vehicle that it made the first
    /// time. Empty where whoever calls has no form.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
}

/// What the forms of this desk made, each by its name; forgotten with the session.
#[derive(Default)]
struct Made(Mutex<HashMap<String, VehicleId>>);

impl Command for CreateVehicle {
    const NAME: &'static str = "create_vehicle";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS, tag::CONTACT, tag::HISTORY];
    type Reply = VehicleView;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleView, Refusal> {
        let settings = cx.settings()?;
        if !settings.flag(&RECOVERY_CONFIRMED) {
            let words = "Type back the recovery key first. Until then nothing goes in that could be lost.";
            return Err(Refusal::new(Code::RecoveryUnconfirmed, words));
        }
        let today = settings.today(cx.now);
        let (record, beside) = self.vehicle.checked(today)?;
        let on = match self.on.as_deref().filter(|on| !on.trim().is_empty()) {
            Some(on) => day_that_was(on, "on", today)?.to_string(),
            None => String::new(),
        };
        let made = cx.memory::<Made>();
        // Held until it is made: the second of two clicks waits for the first.
        let mut made = made.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&id) = made.get(&self.request).filter(|_| !self.request.is_empty()) {
            return cx.read(|tx| shown(tx, id, &settings, cx.now));
        }
        let view = cx.write(|writing| {
            let tx = writing.tx;
            check_free(tx, &record, None)?;
            let signed = Signed::of(writing, today);
            let id = vehicle::add(tx, &record, signed.stamp())?;
            beside.keep(tx, id, signed.at())?;
            let called = record.called();
            match self.contact_id {
                None => tell(writing, &[], |may| LedgerLine::Created {
                    vehicle: id.get(),
                    called: named(may, &called),
                })?,
                Some(contact) => {
                    check_contact(tx, contact)?;
                    // Nothing was seen of it yet: its first version.
                    vehicle::hand_over(tx, id, 1, Some(contact), &on, signed.stamp())?;
                    let about = Subject::Contact(contact);
                    writing
                        .record(about, &LedgerLine::Created { vehicle: id.get(), called: called.clone() })?;
                    if !on.is_empty() {
                        let (vehicle, role) = (id.get(), Role::Took);
                        let line = LedgerLine::KeeperChanged { vehicle, called, on: on.clone(), role };
                        writing.record(about, &line)?;
                    }
                }
            }
            shown(tx, id, &settings, cx.now)
        })?;
        if !self.request.is_empty() {
            made.insert(self.request, view.id);
        }
        Ok(view)
    }
}
