//! PDF, CSV and mail drafts: plain data in, bytes out.
//!
//! Nothing here knows a path, a clock, a database or what a contact allows; of the domain it knows
//! words, not rules. Callers bring strings already formatted for the reader (UK dates, national phone
//! numbers, masked secrets) and get bytes back, or have them written to whatever `impl Write` they hold.

pub mod access_csv;
pub mod capture_form;
pub mod consent_receipt;
pub mod consent_table;
pub mod contacts_csv;
pub mod csv_read;
pub mod csv_write;
pub mod emergency_sheet;
pub mod evidence_print;
pub mod history_print;
pub mod invoice;
pub mod job_sheet;
pub mod list_print;
pub mod mail_draft;
mod pdf;
mod printed;
mod qr;

pub use pdf::PdfProblem;
pub use printed::Printed;
