//! The store on a real encrypted file in a temporary folder: what it keeps, what it gives away,
//! and what happens to the file when something goes wrong.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a failed look-up is a failed test"
)]

mod consent;
mod contact_list;
mod damage;
mod damage_met;
mod disk_full;
mod erasure;
mod files;
mod gaps;
mod ledger;
mod newer;
mod other_program;
mod pages;
mod personal;
mod plans;
mod portable;
mod said_once;
mod scene;
mod schema;
mod search;
mod side_by_side;
mod traces;
mod upgrade;
mod vehicle;
mod writers;
