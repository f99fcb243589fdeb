//! Marketing Re-consent Needed (D-15): who has to be asked again, on screen, on paper and as a file.

mod count_reconsent;
mod due;
mod export_reconsent;
mod list_reconsent;
mod list_reconsent_ids;
mod print_reconsent;

pub use count_reconsent::{CountReconsent, ReconsentCount};
pub(crate) use due::DueList;
pub use due::{ReconsentFilter, ReconsentRow};
pub use export_reconsent::ExportReconsent;
pub use list_reconsent::{ListReconsent, ReconsentPage};
pub use list_reconsent_ids::ListReconsentIds;
pub use print_reconsent::PrintReconsent;

use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "reconsent",
    &[
        entry::<ListReconsent>,
        entry::<ListReconsentIds>,
        entry::<CountReconsent>,
        entry::<PrintReconsent>,
        entry::<ExportReconsent>,
    ],
)
.with_lists(&[Listed::of::<DueList>]);
