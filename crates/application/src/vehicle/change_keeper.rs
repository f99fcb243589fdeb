//! A vehicle changes hands, or is said to be theirs still.

use super::draft::{Signed, day_that_was};
use super::ledger_line::{LedgerLine, Role};
use super::refusals::{check_contact, current};
use super::telling::{named, tell};
use super::view::{VehicleView, shown};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_store::vehicle;
use serde::Deserialize;
use ts_rs::TS;

/// From a day on a contact keeps the vehicle, or nobody on file does: it was sold. Whoever else kept it did until
/// then. Somebody who keeps it already says by this that it is theirs still, which answers the question whether the
/// keeper may have changed (M-15).
#[derive(Deserialize, TS)]
pub struct ChangeKeeper {
    pub id: VehicleId,
    /// The version that was seen.
    pub version: i64,
    /// Who keeps it from then on; absent for nobody on file.
    pub contact_id: Option<ContactId>,
    /// Since which day, as ISO text.
    pub on: String,
}

impl Command for ChangeKeeper {
    const NAME: &'static str = "change_keeper";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS, tag::CONTACT, tag::HISTORY];
    type Reply = VehicleView;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleView, Refusal> {
        let settings = cx.settings()?;
        let today = settings.today(cx.now);
        let on = day_that_was(&self.on, "on", today)?.to_string();
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, self.id, self.version, &settings)?;
            if let Some(contact) = self.contact_id {
                check_contact(tx, contact)?;
            }
            let keepers = vehicle::keepers(tx, self.id)?;
            let mut now = keepers.iter().filter(|keeper| keeper.is_current()).peekable();
            if self.contact_id.is_none() && now.peek().is_none() {
                return Err(Refusal::invalid("contact_id", "Nobody on file keeps this vehicle."));
            }
            if now.any(|keeper| Some(keeper.contact) != self.contact_id && keeper.since > on) {
                return Err(Refusal::invalid("on", "Its keeper took the vehicle over after that day."));
            }
            let signed = Signed::of(writing, today);
            let handed = vehicle::hand_over(tx, self.id, self.version, self.contact_id, &on, signed.stamp())?;
            let handed = handed.ok_or_else(|| Refusal::not_found("vehicle"))?;
            let called = old.record.called();
            let line = |role: Role, may: bool| LedgerLine::KeeperChanged {
                vehicle: self.id.get(),
                called: named(may, &called),
                on: on.clone(),
                role,
            };
            if !handed.from.is_empty() {
                tell(writing, &handed.from, |may| line(Role::Gave, may))?;
            }
            if let Some(contact) = self.contact_id {
                let role = if handed.confirmed { Role::Confirmed } else { Role::Took };
                tell(writing, &[contact], |may| line(role, may))?;
            }
            shown(tx, self.id, &settings, cx.now)
        })
    }
}
