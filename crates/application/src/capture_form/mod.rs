//! Print Data Capture (D-24, D-25): forms for the counter, blank or with what is held.

mod forms;
mod held;
mod ledger_line;
mod print_capture_forms;
mod sheets;

pub use print_capture_forms::{CaptureForms, MOST_BLANK, PrintCaptureForms};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("capture_form", &[entry::<PrintCaptureForms>])
    .with_lines(lines::<ledger_line::LedgerLine>())
    .with_reports(&[print_capture_forms::DATA_CAPTURE]);
