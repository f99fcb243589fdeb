//! What the lines of a job card would come to, while somebody types.

use super::sums::{JobSums, net_text, sums};
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::job_card::{LINES_MAX, NewLine};
use forecourt_domain::money::{self, Money};
use forecourt_domain::quantity::{self, Quantity};
use forecourt_domain::vat::VatRate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line as it is typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedJobLine {
    pub kind: InvoiceLineKind,
    /// `1.5`.
    pub quantity: String,
    /// For one, without VAT: `85`, `85.00`; with a minus for a discount.
    pub unit_price: String,
    pub vat_rate: VatRate,
}

/// Reads lines that are not saved yet, and adds them up. Nothing is kept.
#[derive(Deserialize, TS)]
pub struct SumJobLines {
    pub lines: Vec<TypedJobLine>,
}

/// What was read of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobLineSum {
    /// In hundredths; absent where it cannot be read.
    pub quantity: Option<Quantity>,
    /// In pence; absent where it cannot be read.
    pub unit_price: Option<Money>,
    /// What is wrong with the quantity.
    pub quantity_problem: Option<String>,
    /// What is wrong with the price.
    pub price_problem: Option<String>,
    /// Without VAT: `£127.50`; empty where it cannot be worked out.
    pub net_text: String,
}

/// What lines come to as they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct JobLinesSum {
    pub lines: Vec<JobLineSum>,
    /// Absent while a line cannot be read, or all together are too much.
    pub sums: Option<JobSums>,
    /// What is wrong with the lines together.
    pub problem: Option<String>,
}

impl Command for SumJobLines {
    const NAME: &'static str = "sum_job_lines";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = JobLinesSum;

    fn run(self, _cx: &Cx<'_>) -> Result<JobLinesSum, Refusal> {
        if self.lines.len() > LINES_MAX {
            return Err(Refusal::invalid("lines", format!("A job card takes {LINES_MAX} lines.")));
        }
        let lines: Vec<JobLineSum> = self.lines.iter().map(read).collect();
        let typed = lines.iter().zip(&self.lines);
        let known = typed.map(|(line, typed)| Some(line_of(typed, line.quantity?, line.unit_price?)));
        let Some(known) = known.collect::<Option<Vec<NewLine>>>() else {
            return Ok(JobLinesSum { lines, sums: None, problem: None });
        };
        Ok(match sums(&known) {
            Ok(sums) => JobLinesSum { lines, sums: Some(sums), problem: None },
            Err(refusal) => JobLinesSum { lines, sums: None, problem: Some(refusal.message) },
        })
    }
}

fn line_of(typed: &TypedJobLine, quantity: Quantity, unit_price: Money) -> NewLine {
    let (kind, vat_rate) = (typed.kind, typed.vat_rate);
    NewLine { kind, description: String::new(), quantity, unit_price, vat_rate }
}

fn read(typed: &TypedJobLine) -> JobLineSum {
    let (quantity, quantity_problem) = match quantity::parse(&typed.quantity) {
        Ok(Quantity::ZERO) => (None, Some("More than 0.".to_owned())),
        Ok(quantity) => (Some(quantity), None),
        Err(problem) => (None, Some(problem.to_string())),
    };
    let (unit_price, price_problem) = match price(typed) {
        Ok(price) => (Some(price), None),
        Err(problem) => (None, Some(problem)),
    };
    let net = quantity.zip(unit_price);
    let net_text = net.map(|(quantity, price)| net_text(&line_of(typed, quantity, price)));
    let net_text = net_text.unwrap_or_default();
    JobLineSum { quantity, unit_price, quantity_problem, price_problem, net_text }
}

/// A price as typed. Less than nothing is a discount, which is a line of its own.
fn price(typed: &TypedJobLine) -> Result<Money, String> {
    let text = typed.unit_price.trim();
    let below = text.strip_prefix(['-', '\u{2212}', '–']);
    if below.is_some() && typed.kind != InvoiceLineKind::Other {
        return Err("A discount is a line of its own: choose Other for it.".into());
    }
    let read = money::parse(below.unwrap_or(text)).map_err(|problem| problem.to_string())?;
    Ok(if below.is_some() { read.negated() } else { read })
}
