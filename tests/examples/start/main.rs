//! How long the window takes to show something, and what it holds in memory, beside a bare Tauri window.
//! For quiet machines, and programs as people get them:
//!
//! ```text
//! cargo build --release --workspace --bins --example bare --example start
//! FORECOURT_BOOK=book target/release/examples/start
//! ```
//!
//! The folder `FORECOURT_BOOK` holds a data folder `db` with one employee, their password in `pw` and the
//! recovery key in `key`; without it the book is a new one. `FORECOURT_ROUNDS` says how often, 5 if not.

#![cfg_attr(
    target_os = "linux",
    expect(clippy::expect_used, reason = "a measurement whose desktop is not in order is to end")
)]
#![cfg_attr(target_os = "linux", expect(clippy::print_stdout, reason = "figures are for whoever runs it"))]

#[cfg(target_os = "linux")]
mod measure;

fn main() {
    #[cfg(target_os = "linux")]
    measure::run();
}
