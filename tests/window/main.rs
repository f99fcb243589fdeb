//! Journeys in the real window. Each has a desktop of its own: display, session bus,
//! keychain, home folder, and a mail client and viewer that note what they are given.

#![cfg(target_os = "linux")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a journey whose desktop or answers are not in order is to fail"
)]

mod appearance;
mod booking;
mod circumstance;
mod consent_engine;
mod disk_full;
mod failures;
mod invoices;
mod job_card;
mod keys;
mod main_job;
mod part;
mod recording;
mod refusals;
mod scene;
mod screens;
mod strokes;
mod vehicle;
mod workshop;
