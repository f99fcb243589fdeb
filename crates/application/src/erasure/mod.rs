//! The Right to Erasure (D-20..D-23) and its log.

mod eligibility;
mod entry;
mod erase_contact;
mod export_erasures;
mod exports;
mod filter;
mod find_remains;
mod ledger_line;
mod list;
mod list_erasures;
mod mask;
mod preview_erasure;
mod print_erasures;
mod settings;
mod went;

pub use entry::ErasureEntry;
pub use erase_contact::{EraseContact, Gone, gone_in_words};
pub use export_erasures::ExportErasures;
pub use exports::{ExportedFile, FileToDelete};
pub use filter::ErasureFilter;
pub use find_remains::{FindRemains, NoteMention, Remains, TextMention};
pub use list_erasures::{ErasurePage, ListErasures};
pub use preview_erasure::{ErasurePreview, PreviewErasure, WhatCount};
pub use print_erasures::PrintErasures;

pub(crate) use mask::MASKING;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "erasure",
    &[
        entry::<PreviewErasure>,
        entry::<FindRemains>,
        entry::<EraseContact>,
        entry::<ListErasures>,
        entry::<ExportErasures>,
        entry::<PrintErasures>,
    ],
)
.with_lists(&[Listed::of::<list::Erasures>])
.with_settings(settings::ALL)
.with_lines(lines::<ledger_line::LedgerLine>());
