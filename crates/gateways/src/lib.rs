//! Adapters to the outside, shared by the hosts: the keychain of the operating system, files that
//! are written whole or not at all, the place of the data, the registers of vehicles, and what a process that
//! holds customer data owes its surroundings.

pub mod built;
pub mod computer;
pub mod exported;
pub mod files;
pub mod half_written;
pub mod keychain;
pub mod launch;
pub mod offers;
pub mod outbox;
pub mod own_folder;
pub mod parcel;
pub mod place;
pub mod plate_services;
pub mod private_folder;
pub mod process;
pub mod saves;
pub mod unfinished;
pub mod uptime;
