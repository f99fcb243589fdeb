//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test without its set-up is to fail"
)]

mod capture_form;
mod carry_over;
mod consent;
mod consent_as_at;
mod consent_panel;
mod consent_preview;
mod consent_receipt;
mod consent_review;
mod contact;
mod desks;
mod disk_full;
mod erasure;
mod import;
mod last_copies;
mod lists;
mod permits;
mod portal_link;
mod reconsent;
mod rights_request;
mod scene;
mod search;
mod setting;
mod sign_in;
mod startup;
