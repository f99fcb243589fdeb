//! What staff may do. Every click, script and job enters by [`App::call`], runs one command, is
//! decided by the rules of the domain, and is written in one transaction with its line in the
//! ledger.
//!
//! Knows no network, no keychain, no window and no clock: hosts bring them as [`ports`].

pub mod app;
pub mod bindings;
pub mod capture_form;
pub mod carry_over;
pub mod command;
pub mod consent;
pub mod consent_receipt;
pub mod contact;
pub mod context;
pub mod dispatch;
pub mod employee;
pub mod erasure;
pub mod hand_over;
pub mod history;
pub mod import;
pub mod job;
pub mod jobs;
pub mod office;
pub mod permit;
pub mod portal_link;
pub mod ports;
pub mod reconsent;
pub mod refusal;
pub mod registry;
pub mod report_audit;
pub mod rights_request;
pub mod search;
pub mod session;
pub mod setting;
pub mod settings;
pub mod sign_in;
pub mod startup;
pub mod who;
pub mod words;

pub use app::App;
pub use command::{Command, Tag};
pub use context::{Cx, Writing};
pub use permit::Permit;
pub use refusal::{Code, Refusal};

pub use forecourt_domain as domain;
pub use forecourt_store as store;
