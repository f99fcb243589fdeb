//! What a card comes to, by the arithmetic of its invoice.

use forecourt_dispatch::Refusal;
use forecourt_domain::invoice::sums::{LineProblem, Priced, SumProblem, sums as of_document};
use forecourt_domain::job_card::NewLine;
use forecourt_domain::money::Money;
use forecourt_domain::vat::VatRate;
use serde::Serialize;
use ts_rs::TS;

/// What the lines of one rate come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobVat {
    pub rate: VatRate,
    /// `Standard 20%`.
    pub label: &'static str,
    pub net: Money,
    pub vat: Money,
}

/// What all lines come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobSums {
    /// Line by line, without VAT.
    pub lines: Vec<Money>,
    pub net: Money,
    /// Per rate that occurs, over the sum of its lines (T-05).
    pub vat: Vec<JobVat>,
    pub total: Money,
}

/// Adds the lines up, at the rates of today.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] for the field that is beyond what a document may come to.
pub(super) fn sums<'l>(of: impl IntoIterator<Item = &'l NewLine>) -> Result<JobSums, Refusal> {
    let lines = of.into_iter().map(|line| Priced::today(line.quantity, line.unit_price, line.vat_rate));
    let sums = of_document(&lines.collect::<Vec<_>>()).map_err(refused)?;
    let vat = sums.rates.iter().map(|one| JobVat {
        rate: one.rate,
        label: one.rate.label(),
        net: one.net,
        vat: one.vat,
    });
    Ok(JobSums { vat: vat.collect(), lines: sums.nets, net: sums.net, total: sums.total })
}

fn refused(problem: SumProblem) -> Refusal {
    let field = match problem {
        SumProblem::Line(at, LineProblem::Quantity | LineProblem::Left) => format!("lines.{at}.quantity"),
        SumProblem::Line(at, LineProblem::Price | LineProblem::Net) => format!("lines.{at}.unit_price"),
        _ => "lines".to_owned(),
    };
    Refusal::invalid(&field, problem)
}
