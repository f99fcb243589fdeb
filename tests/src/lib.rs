//! What the journeys share: an application to call, a desktop of their own, a window to look at.
//!
//! A broken set-up is a panic that says what is missing: there is no test without it.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test without its set-up is to fail")]

pub mod app;
#[cfg(target_os = "linux")]
pub mod audit;
#[cfg(target_os = "linux")]
pub mod desktop;
pub mod keychain_file;
#[cfg(target_os = "linux")]
pub mod part;
pub mod ports;
#[cfg(target_os = "linux")]
mod process;
#[cfg(target_os = "linux")]
pub mod read_only;
pub mod registers;
#[cfg(target_os = "linux")]
pub mod small_disk;
#[cfg(target_os = "linux")]
pub mod window;
