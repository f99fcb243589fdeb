//! Invoices and credit notes (T-04): drafts, posting, credits, and what is shown and listed of them. Who died is
//! written to through their executors (L-03). What they print is a matter of their paper (D-38).

mod addressed;
mod card;
mod conflict;
mod credit_invoice;
mod credit_sums;
mod draft;
mod draft_invoice;
mod drop_invoice;
mod email_invoice;
mod export_invoices;
mod find_invoices;
mod get_invoice;
mod ledger_line;
mod list;
mod list_contact_invoices;
mod list_invoice_series;
mod list_invoices;
mod paper;
mod post_invoice;
mod posting;
mod previous;
mod print_invoice;
mod print_invoices;
mod row;
mod save_invoice;
mod sending;
pub mod settings;
mod start_invoice_series;
mod stock;
mod sum_invoice;
mod update_invoice;
mod view;

pub use credit_invoice::{CreditInvoice, CreditLine};
pub use draft::InvoiceLineDraft;
pub use draft_invoice::DraftInvoice;
pub use drop_invoice::DropInvoice;
pub use email_invoice::{EmailInvoice, EmailedInvoice};
pub use export_invoices::ExportInvoices;
pub use find_invoices::FindInvoices;
pub use get_invoice::GetInvoice;
pub use list::InvoiceFilter;
pub use list_contact_invoices::ListContactInvoices;
pub use list_invoice_series::{InvoiceSeries, ListInvoiceSeries};
pub use list_invoices::ListInvoices;
pub use post_invoice::{PostInvoice, PostedInvoice};
pub use print_invoice::PrintInvoice;
pub use print_invoices::PrintInvoices;
pub use row::InvoiceRow;
pub use save_invoice::SaveInvoice;
pub use sending::InvoiceMail;
pub use start_invoice_series::StartInvoiceSeries;
pub use sum_invoice::{InvoiceSums, PricedLine, SumInvoice};
pub use update_invoice::UpdateInvoice;
pub use view::{InvoiceActions, InvoiceCard, InvoiceContact, InvoiceLineView, InvoiceLink, InvoiceView};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "invoice",
    &[
        entry::<DraftInvoice>,
        entry::<GetInvoice>,
        entry::<SumInvoice>,
        entry::<UpdateInvoice>,
        entry::<DropInvoice>,
        entry::<PostInvoice>,
        entry::<CreditInvoice>,
        entry::<PrintInvoice>,
        entry::<SaveInvoice>,
        entry::<EmailInvoice>,
        entry::<ListInvoices>,
        entry::<PrintInvoices>,
        entry::<ExportInvoices>,
        entry::<ListContactInvoices>,
        entry::<FindInvoices>,
        entry::<ListInvoiceSeries>,
        entry::<StartInvoiceSeries>,
    ],
)
.blocking_erasure(previous::block_erasure)
.with_lists(&[Listed::of::<list::Invoices>])
.with_settings(settings::ALL)
.with_reports(paper::REPORTS)
.with_lines(lines::<ledger_line::LedgerLine>());
