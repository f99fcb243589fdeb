//! Carrying over the data-protection flags of an old system (N-09..N-11, N-19): a CSV file with
//! the account reference or the email address of each contact and the two flags *No Follow-Up*
//! and *No Marketing*. A guided import with a dry run; one transaction. What the flags mean stands
//! in [`forecourt_domain::consent::carry_over`].

mod columns;
mod inspect_carry_over;
mod ledger_line;
mod matching;
mod report;
mod run_carry_over;

pub use columns::CarryOverColumns;
pub use inspect_carry_over::{CarryOverInspection, InspectCarryOver};
pub use report::CarryOverReport;
pub use run_carry_over::RunCarryOver;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("carry_over", &[entry::<InspectCarryOver>, entry::<RunCarryOver>])
    .with_lines(lines::<ledger_line::LedgerLine>());
