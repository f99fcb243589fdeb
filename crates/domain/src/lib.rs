//! The words and rules of consent. Pure: no I/O, no clock, no randomness.
//!
//! Everything here can be tested with tables and properties. Other crates may name this one;
//! it names none of them.

pub mod booking;
pub mod consent;
pub mod contact;
pub mod crockford;
mod decimal;
pub mod email;
pub mod ids;
pub mod invoice;
pub mod job_card;
pub mod ledger;
pub mod mention;
pub mod money;
pub mod name;
pub mod part;
pub mod password;
pub mod phone;
pub mod placeholder;
pub mod plate;
pub mod portal;
pub mod postcode;
pub mod quantity;
pub mod receipt_number;
pub mod rights;
pub mod search;
pub mod text;
pub mod time;
pub mod uptime;
pub mod vat;
pub mod vehicle;
mod words;
pub mod workshop;
