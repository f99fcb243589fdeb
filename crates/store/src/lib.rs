//! The encrypted database: every line of SQL, the keys, the ledger's tables.
//!
//! No type of the SQL library leaves [`engine`]; the noun files speak [`engine::Tx`],
//! [`engine::Row`] and [`engine::Value`].

pub mod access;
pub mod booking;
pub mod capture_form;
pub mod consent;
pub mod consent_receipt;
pub mod contact;
mod counter;
pub mod draft;
pub mod employee;
pub mod engine;
pub mod erasure;
pub mod import_batch;
pub mod invoice;
pub mod job_card;
pub mod keys;
pub mod ledger;
pub mod notice;
pub mod part;
pub mod personal;
pub mod portal_link;
mod projection;
pub mod report_audit;
pub mod search;
pub mod setting;
pub mod table;
pub mod traces;
pub mod vehicle;
pub mod workshop;
pub mod workstation;

pub use engine::{DataFolder, Database, Error, Presence, Result, Row, Tx, Unfinished, Value};
