//! What staff may do: one folder a noun, one file a verb. Each noun declares itself; the
//! [`registry`] lists them, and the dispatcher does the rest.

pub mod capture_form;
pub mod carry_over;
pub mod consent;
pub mod consent_receipt;
#[cfg(feature = "bindings")]
mod constants;
pub mod contact;
pub mod dealership;
pub mod employee;
pub mod erasure;
pub mod history;
pub mod import;
pub mod job;
mod kind;
#[cfg(test)]
mod line_check;
pub mod portal_link;
pub mod profile;
pub mod reconsent;
mod registry;
pub mod report_audit;
pub mod rights_request;
pub mod search;
pub mod setting;
pub mod sign_in;
pub mod startup;
mod tag;
mod words;

#[cfg(feature = "bindings")]
pub use constants::constants;
pub use registry::registry;
