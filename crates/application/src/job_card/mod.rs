//! Job cards: the Service Record (T-03).

mod draft;
mod export_job_cards;
mod get_job_card;
mod invoiced;
mod ledger_line;
mod list;
mod list_contact_job_cards;
mod list_job_cards;
mod open_cards;
mod open_job_card;
mod print_job_card;
mod print_job_cards;
mod reach;
mod set_job_status;
pub mod settings;
mod sum_job_lines;
mod sums;
mod update_job_card;
mod view;

pub use draft::{JobCardDraft, JobLineDraft};
pub use export_job_cards::ExportJobCards;
pub use get_job_card::GetJobCard;
pub use invoiced::{check_ready, mark_invoiced};
pub use list::{JobCardFilter, JobCardLine};
pub use list_contact_job_cards::ListContactJobCards;
pub use list_job_cards::ListJobCards;
pub use open_job_card::OpenJobCard;
pub use print_job_card::PrintJobCard;
pub use print_job_cards::PrintJobCards;
pub use reach::JobReach;
pub use set_job_status::SetJobStatus;
pub use sum_job_lines::{JobLineSum, JobLinesSum, SumJobLines, TypedJobLine};
pub use sums::{JobSums, JobVat};
pub use update_job_card::UpdateJobCard;
pub use view::{JobCardView, JobContact, JobInvoice, JobLineView, JobStep, JobTechnician, JobVehicle};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "job_card",
    &[
        entry::<OpenJobCard>,
        entry::<GetJobCard>,
        entry::<UpdateJobCard>,
        entry::<SetJobStatus>,
        entry::<SumJobLines>,
        entry::<PrintJobCard>,
        entry::<ListJobCards>,
        entry::<PrintJobCards>,
        entry::<ExportJobCards>,
        entry::<ListContactJobCards>,
    ],
)
.blocking_erasure(open_cards::block_erasure)
.with_settings(settings::ALL)
.with_lists(&[Listed::of::<list::JobCards>])
.with_lines(lines::<ledger_line::LedgerLine>());
