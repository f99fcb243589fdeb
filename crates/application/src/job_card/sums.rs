//! What a card comes to.

use forecourt_dispatch::Refusal;
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

/// Adds the lines up.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] for more than a document may come to.
pub(super) fn sums<'l>(of: impl IntoIterator<Item = &'l NewLine>) -> Result<JobSums, Refusal> {
    added(of)
        .ok_or_else(|| Refusal::invalid("lines", format!("A job card comes to {} at the most.", Money::MOST)))
}

fn added<'l>(of: impl IntoIterator<Item = &'l NewLine>) -> Option<JobSums> {
    let of: Vec<&NewLine> = of.into_iter().collect();
    let lines: Vec<Money> = of.iter().map(|line| line.quantity.at(line.unit_price)).collect::<Option<_>>()?;
    let total_of = |rate: VatRate| {
        let its = of.iter().zip(&lines).filter(|(line, _)| line.vat_rate == rate);
        its.map(|(_, net)| *net).try_fold(Money::ZERO, Money::plus)
    };
    let mut sums = JobSums { lines: lines.clone(), net: Money::ZERO, vat: Vec::new(), total: Money::ZERO };
    for rate in VatRate::ALL {
        if !of.iter().any(|line| line.vat_rate == rate) {
            continue;
        }
        let net = total_of(rate)?;
        let vat = rate.on(net)?;
        sums.net = sums.net.plus(net)?;
        sums.total = sums.total.plus(net)?.plus(vat)?;
        sums.vat.push(JobVat { rate, label: rate.label(), net, vat });
    }
    (sums.total <= Money::MOST).then_some(sums)
}
