//! The kinds of cached answers. A reading command says which it shows, a changing one which it
//! makes stale; the screens never guess.

use forecourt_dispatch::Tag;

/// The contact list and search.
pub const CONTACTS: Tag = Tag("contacts");
/// One contact record.
pub const CONTACT: Tag = Tag("contact");
/// A contact's consent.
pub const CONSENT: Tag = Tag("consent");
/// The GDPR tab.
pub const HISTORY: Tag = Tag("history");
/// Settings and their history.
pub const SETTINGS: Tag = Tag("settings");
/// Employees and sign-ins.
pub const EMPLOYEES: Tag = Tag("employees");
/// Who is signed in, banners, dealership.
pub const SESSION: Tag = Tag("session");
/// The erasure list.
pub const ERASURES: Tag = Tag("erasures");
/// Report Audit.
pub const REPORT_AUDIT: Tag = Tag("report_audit");
/// Imports.
pub const IMPORTS: Tag = Tag("imports");
/// What was typed and not saved.
pub const DRAFTS: Tag = Tag("drafts");
/// Links to the consent portal.
pub const PORTAL: Tag = Tag("portal");
/// Vehicles and who keeps them.
pub const VEHICLES: Tag = Tag("vehicles");
/// Technicians, ramps and the diary.
pub const DIARY: Tag = Tag("diary");
/// Job cards.
pub const JOB_CARDS: Tag = Tag("job_cards");
/// Parts and their stock.
pub const PARTS: Tag = Tag("parts");
/// Invoices and credit notes.
pub const INVOICES: Tag = Tag("invoices");
