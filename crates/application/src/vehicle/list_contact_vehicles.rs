//! The vehicles of a contact, those it kept too.

use super::list::VehicleRow;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::vehicle::list;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists them.
#[derive(Deserialize, TS)]
pub struct ListContactVehicles {
    pub contact_id: ContactId,
}

/// A vehicle in the hands of the contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactVehicleRow {
    #[serde(flatten)]
    pub vehicle: VehicleRow,
    /// From when to when they keep it, as ISO text; absent where nobody knows, and while they do.
    pub since: Option<String>,
    pub until: Option<String>,
}

impl Command for ListContactVehicles {
    const NAME: &'static str = "list_contact_vehicles";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::VEHICLES, tag::CONTACT];
    type Reply = Vec<ContactVehicleRow>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ContactVehicleRow>, Refusal> {
        let some = |text: String| (!text.is_empty()).then_some(text);
        let rows = cx.read(|tx| Ok(list::of_contact(tx, self.contact_id)?))?;
        let row = |(line, since, until)| ContactVehicleRow {
            vehicle: VehicleRow::from(line),
            since: some(since),
            until: some(until),
        };
        Ok(rows.into_iter().map(row).collect())
    }
}
