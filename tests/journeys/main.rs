//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test without its set-up is to fail"
)]

mod access;
mod as_at;
mod carry_over;
mod consent;
mod contacts;
mod desks;
mod disk_full;
mod erasure;
mod import;
mod keys;
mod lists;
mod panel;
mod paper;
mod permits;
mod portal;
mod preview;
mod receipts;
mod reconsent;
mod review;
mod scene;
mod search;
mod settings;
mod sign_in;
