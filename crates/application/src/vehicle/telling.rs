//! Lines about a vehicle: one for each who is concerned, or one about nobody that names nothing.

use super::ledger_line::LedgerLine;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, vehicle};

/// Who keeps a vehicle now.
pub(super) fn keepers_now(tx: &Tx<'_>, id: VehicleId) -> Result<Vec<ContactId>, Refusal> {
    let keepers = vehicle::keepers(tx, id)?;
    Ok(keepers.into_iter().filter(|keeper| keeper.is_current()).map(|keeper| keeper.contact).collect())
}

/// Records a line about each of these contacts; about nobody where there is none, then without what could lead
/// to a person: `line` is asked with whether it may name the vehicle.
pub(super) fn tell(
    writing: &mut Writing<'_, '_>,
    contacts: &[ContactId],
    line: impl Fn(bool) -> LedgerLine,
) -> Result<(), Refusal> {
    if contacts.is_empty() {
        writing.record(Subject::None, &line(false))?;
    }
    for contact in contacts {
        writing.record(Subject::Contact(*contact), &line(true))?;
    }
    Ok(())
}

/// What may be named, where it may.
pub(super) fn named(may: bool, text: &str) -> String {
    if may { text.to_owned() } else { String::new() }
}
