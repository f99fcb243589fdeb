//! The contract of forecourt-cli, on the built program: what it prints, what it leaves behind and
//! how it ends. Linux only: there the environment can keep a keychain away from the program, so
//! that no test touches the one of whoever runs it.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test without its set-up is to fail"
)]

mod beginnings;
mod calls;
mod canaries;
mod canary;
mod damage;
mod desk;
mod documents;
mod erasure;
mod import;
mod launcher;
mod lists;
mod log;
mod places;
mod reconsent;
mod recovery;
mod refusals;
mod rollback;
mod said;
mod search;
mod together;
