//! The registry of personal columns (V-01): what each noun says of its tables, added up. Erasure,
//! access export and tests read this sum; a test fails when the schema has a column that is not in it.

use crate::erasure::log;
use crate::table::Table;
use crate::{
    booking, capture_form, consent, consent_receipt, contact, counter, draft, employee, import_batch,
    invoice, job_card, ledger, notice, part, portal_link, report_audit, search, setting, vehicle, workshop,
    workstation,
};

/// The tables of every noun, in the order in which an erasure may delete: what names a contact before
/// the contact.
const NOUNS: &[&[Table]] = &[
    search::TABLES,
    portal_link::TABLES,
    consent_receipt::TABLES,
    capture_form::TABLES,
    consent::TABLES,
    draft::TABLES,
    invoice::TABLES,
    job_card::TABLES,
    booking::TABLES,
    vehicle::KEEPER_TABLES,
    contact::TABLES,
    vehicle::TABLES,
    workshop::TABLES,
    part::TABLES,
    report_audit::TABLES,
    log::TABLES,
    import_batch::TABLES,
    ledger::TABLES,
    notice::TABLES,
    employee::TABLES,
    workstation::TABLES,
    setting::TABLES,
    counter::TABLES,
];

/// Every table there is.
pub fn tables() -> impl DoubleEndedIterator<Item = &'static Table> {
    NOUNS.iter().flat_map(|tables| tables.iter())
}

/// The tables whose rows are about contacts.
pub fn of_contacts() -> impl DoubleEndedIterator<Item = &'static Table> {
    tables().filter(|table| !table.contact_key.is_empty())
}

/// The tables an erasure empties of a contact.
pub(crate) fn erased() -> impl Iterator<Item = &'static Table> {
    of_contacts().filter(|table| table.erased)
}
