//! Invoices and credit notes on paper (T-04, T-05, D-38): one sheet of A4 for what nearly every job comes to; a
//! long one goes on overleaf with its head and the sum carried. Nothing on it promotes anything (V-18), and of a
//! customer there is what the caller hands in: name and address always, telephone and email only where the
//! settings of today show them.

mod facts;
mod lines;
mod paper;
mod sums;

use crate::pdf::PdfProblem;
use crate::printed::Printed;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;

/// Whose paper it is.
#[derive(Debug, Clone, Default)]
pub struct Letterhead {
    pub name: String,
    /// The dealership's address, a line each.
    pub address: Vec<String>,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// Empty where the dealership has none, or wrote none down.
    pub vat_number: String,
    /// Empty where it is no company.
    pub company_number: String,
}

/// What the paper is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PaperKind {
    #[default]
    Invoice,
    CreditNote,
}

impl PaperKind {
    /// The word at its head.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Invoice => "Invoice",
            Self::CreditNote => "Credit note",
        }
    }
}

/// The vehicle that was worked on.
#[derive(Debug, Clone, Default)]
pub struct InvoicedVehicle {
    pub registration: String,
    /// Make and model.
    pub model: String,
    /// Already grouped: `45,210`. Empty where nobody read it.
    pub mileage: String,
}

/// One line.
#[derive(Debug, Clone, Default)]
pub struct InvoicedLine {
    pub description: String,
    pub quantity: Quantity,
    /// For one, without VAT.
    pub unit_price: Money,
    /// `20%`, `Exempt`.
    pub vat: String,
    /// Without VAT.
    pub net: Money,
}

/// The sum of the lines of one rate.
#[derive(Debug, Clone, Default)]
pub struct InvoicedVat {
    /// `Standard 20%`.
    pub rate: String,
    pub net: Money,
    pub vat: Money,
}

/// Everything that stands on an invoice. Days are written as they are read: `28/11/2026`.
#[derive(Debug, Clone, Default)]
pub struct Invoice {
    pub kind: PaperKind,
    pub letterhead: Letterhead,
    /// Empty while it is a draft: then `DRAFT` is printed across every page.
    pub number: String,
    /// Empty while it is a draft.
    pub date: String,
    /// By when it is to be paid; empty where nothing is to be paid.
    pub due: String,
    /// What a credit note credits: `SI-002231 of 28/11/2026`.
    pub credits: String,
    /// Why it is credited.
    pub reason: String,
    /// Name and address as they were when it was posted, a line each.
    pub customer: Vec<String>,
    /// The customer's account reference; empty for somebody without one.
    pub account: String,
    /// The customer's telephone number today; empty where it is not to be shown (D-38).
    pub phone: String,
    /// The customer's email today; empty where it is not to be shown (D-38).
    pub email: String,
    pub vehicle: Option<InvoicedVehicle>,
    /// The number of the job card.
    pub job_card: String,
    pub lines: Vec<InvoicedLine>,
    pub vat_rates: Vec<InvoicedVat>,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
    pub printed: Printed,
}

impl Invoice {
    /// Has it no number yet?
    #[must_use]
    pub const fn is_draft(&self) -> bool {
        self.number.is_empty()
    }
}

/// Prints it.
///
/// # Errors
/// [`PdfProblem::Font`] when the program itself is damaged.
pub fn print_invoice(invoice: &Invoice) -> Result<Vec<u8>, PdfProblem> {
    paper::print(invoice)
}
