//! Use-case journeys: through the dispatcher, on a real encrypted database, without a window.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test without its set-up is to fail"
)]

mod booking;
mod bulk;
mod capture_form;
mod carry_over;
mod case_cells;
mod case_cells_dates;
mod case_cells_files;
mod case_cells_names;
mod case_cells_numbers;
mod case_cells_ways_out;
mod circumstance;
mod clock;
mod consent;
mod consent_as_at;
mod consent_panel;
mod consent_preview;
mod consent_receipt;
mod consent_review;
mod contact;
mod contact_list;
mod damage;
mod desks;
mod disk_full;
mod draft;
mod employee;
mod erasure;
mod every_no;
mod found_list;
mod import;
mod import_again;
mod import_cells;
mod import_refusals;
mod invoice;
mod invoice_credit;
mod invoice_paper;
mod job_card;
mod last_copies;
mod lists;
mod marks;
mod narrowing;
mod part;
mod permits;
mod placeholder;
mod plate_look_up;
mod portal_link;
mod read_only;
mod reconsent;
mod recovery;
mod rights_request;
mod rollback;
mod scene;
mod search;
mod search_names;
mod set_up;
mod setting;
mod sign_in;
mod startup;
mod stop;
mod tampering;
mod vehicle;
