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
    /// `£192.00`.
    pub net_text: String,
    pub vat: Money,
    /// `£38.40`.
    pub vat_text: String,
}

/// What all lines come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobSums {
    /// Line by line, without VAT.
    pub lines: Vec<Money>,
    pub net: Money,
    /// `£192.00`.
    pub net_text: String,
    /// Per rate that occurs, over the sum of its lines (T-05).
    pub vat: Vec<JobVat>,
    pub total: Money,
    /// `£230.40`.
    pub total_text: String,
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
        net_text: one.net.to_string(),
        vat: one.vat,
        vat_text: one.vat.to_string(),
    });
    Ok(JobSums {
        vat: vat.collect(),
        lines: sums.nets,
        net: sums.net,
        net_text: sums.net.to_string(),
        total: sums.total,
        total_text: sums.total.to_string(),
    })
}

/// What a line comes to without VAT, as it is written; empty for more than there can be.
pub(super) fn net_text(line: &NewLine) -> String {
    let net = Priced::today(line.quantity, line.unit_price, line.vat_rate).net();
    net.map(|net| net.to_string()).unwrap_or_default()
}

/// An amount as it is typed: `85.00`, `-10.00`.
pub(super) fn typed(amount: Money) -> String {
    let (sign, pence) = (if amount < Money::ZERO { "-" } else { "" }, amount.pence().unsigned_abs());
    format!("{sign}{}.{:02}", pence / 100, pence % 100)
}

fn refused(problem: SumProblem) -> Refusal {
    let field = match problem {
        SumProblem::Line(at, LineProblem::Quantity | LineProblem::Left) => format!("lines.{at}.quantity"),
        SumProblem::Line(at, LineProblem::Price | LineProblem::Net) => format!("lines.{at}.unit_price"),
        _ => "lines".to_owned(),
    };
    Refusal::invalid(&field, problem)
}
