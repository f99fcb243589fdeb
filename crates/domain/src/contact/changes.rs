//! What an edit changed, by the names of the fields.

use super::Details;

/// The names of the fields that differ, in the order of the form. The ledger keeps these and
/// never the values.
#[must_use]
pub fn changed_fields(old: &Details, new: &Details) -> Vec<&'static str> {
    let differs = [
        ("title", old.title != new.title),
        ("first_name", old.first_name != new.first_name),
        ("last_name", old.last_name != new.last_name),
        ("company", old.company != new.company),
        ("date_of_birth", old.date_of_birth != new.date_of_birth),
        ("addresses", old.addresses != new.addresses),
        ("phones", old.phones != new.phones),
        ("emails", old.emails != new.emails),
        ("vehicles", old.vehicles != new.vehicles),
        ("notes", old.notes != new.notes),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
