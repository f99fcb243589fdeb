//! Documents as their readers see them: text taken out of the PDFs by poppler, CSV files parsed back,
//! mail drafts taken apart.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a failed look-up is a failed test"
)]

mod access;
mod capture_form;
mod consent_receipt;
mod csv_export;
mod csv_import;
mod invoice;
mod lists;
mod mail;
mod pdf_text;
mod sample;
mod scan;
