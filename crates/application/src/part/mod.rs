//! The parts counter: what is on the shelf (T-09).

mod count_part;
mod create_part;
mod draft;
mod export_parts;
mod find_parts;
mod get_part;
mod ledger_line;
mod list;
mod list_part_movements;
mod list_parts;
mod once;
mod print_parts;
mod receive_part;
mod sum_parts_sale;
mod update_part;
mod view;

pub use count_part::CountPart;
pub use create_part::CreatePart;
pub use draft::PartDraft;
pub use export_parts::ExportParts;
pub use find_parts::{FindParts, FoundPart};
pub use get_part::GetPart;
pub use list::{PartFilter, PartLine, PartSort};
pub use list_part_movements::{ListPartMovements, MovementView};
pub use list_parts::ListParts;
pub use print_parts::PrintParts;
pub use receive_part::ReceivePart;
pub use sum_parts_sale::{SaleLine, SaleLineSum, SaleShort, SaleSum, SaleVat, SumPartsSale};
pub use update_part::UpdatePart;
pub use view::PartView;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "part",
    &[
        entry::<ListParts>,
        entry::<PrintParts>,
        entry::<ExportParts>,
        entry::<FindParts>,
        entry::<GetPart>,
        entry::<ListPartMovements>,
        entry::<CreatePart>,
        entry::<UpdatePart>,
        entry::<ReceivePart>,
        entry::<CountPart>,
        entry::<SumPartsSale>,
    ],
)
.with_lists(&[Listed::of::<list::Parts>])
.with_lines(lines::<ledger_line::LedgerLine>());
