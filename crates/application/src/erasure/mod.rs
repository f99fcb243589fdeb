//! The Right to Erasure (D-20..D-23) and its log.

mod eligibility;
mod erase_contact;
mod erasure_preview;
mod export_erasures;
mod list_erasures;
mod print_erasures;

pub use erase_contact::EraseContact;
pub use erasure_preview::{ErasurePreview, PreviewErasure, WhatCount};
pub use export_erasures::ExportErasures;
pub use list_erasures::{ErasureEntry, ErasurePage, ListErasures};
pub use print_erasures::PrintErasures;
