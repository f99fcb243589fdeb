//! Adapters to the outside, shared by the hosts: the keychain of the operating system, files that
//! are written whole or not at all, the place of the data, and what a process that holds customer
//! data owes its surroundings.

pub mod files;
pub mod keychain;
pub mod outbox;
pub mod place;
pub mod process;
