//! What a sale comes to as it is typed, and what it would leave on the shelf: said before anything is posted.

use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::PartId;
use forecourt_domain::invoice::sums::{LINES_MAX, LineProblem, Priced, SumProblem, sums};
use forecourt_domain::money::{self, Money};
use forecourt_domain::quantity::{self, Quantity};
use forecourt_domain::vat::VatRate;
use forecourt_store::Tx;
use forecourt_store::part;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A line of the counter as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SaleLine {
    pub part_id: PartId,
    /// `1.5`.
    pub quantity: String,
    /// For one, without VAT: `64.50`.
    pub unit_price: String,
    pub vat_rate: VatRate,
}

/// Works out a sale. Nothing is written.
#[derive(Deserialize, TS)]
pub struct SumPartsSale {
    pub lines: Vec<SaleLine>,
}

/// What a line comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaleLineSum {
    /// As it was read; absent where it cannot be.
    pub quantity: Option<Quantity>,
    /// As it was read, in pence; absent where it cannot be.
    pub unit_price: Option<Money>,
    /// What is wrong with the quantity.
    pub quantity_problem: Option<String>,
    /// What is wrong with the price.
    pub price_problem: Option<String>,
    /// Without VAT: `£129.00`; empty where it cannot be worked out.
    pub net_text: String,
    /// What there is now: `4`.
    pub in_stock_text: String,
    /// Shelf or bin.
    pub location: String,
    /// What all lines of this part together would leave, where that is less than nothing: `−1`.
    pub would_leave: Option<String>,
    /// Is the part sold no more, or gone?
    pub gone: bool,
}

/// The VAT of one rate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaleVat {
    /// `Standard 20%`.
    pub label: String,
    /// `£129.00`.
    pub net_text: String,
    /// `£25.80`.
    pub vat_text: String,
}

/// What would be less than nothing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaleShort {
    pub number: String,
    pub description: String,
    /// `1`.
    pub in_stock_text: String,
    /// `−1`.
    pub would_leave: String,
}

/// What a sale comes to.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaleSum {
    pub lines: Vec<SaleLineSum>,
    pub rates: Vec<SaleVat>,
    /// Without VAT, VAT and both together; empty where a line cannot be read.
    pub net_text: String,
    pub vat_text: String,
    pub total_text: String,
    /// What is wrong with the lines together.
    pub problem: Option<String>,
    pub short: Vec<SaleShort>,
    /// Can it be posted?
    pub ready: bool,
}

impl Command for SumPartsSale {
    const NAME: &'static str = "sum_parts_sale";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::PARTS];
    type Reply = SaleSum;

    fn run(self, cx: &Cx<'_>) -> Result<SaleSum, Refusal> {
        if self.lines.len() > LINES_MAX {
            return Err(Refusal::invalid("lines", SumProblem::Lines));
        }
        cx.read(|tx| summed(tx, &self.lines))
    }
}

fn summed(tx: &Tx<'_>, typed: &[SaleLine]) -> Result<SaleSum, Refusal> {
    let mut lines = Vec::with_capacity(typed.len());
    let mut taken: Vec<(PartId, Quantity)> = Vec::new();
    for line in typed {
        let read = read_line(tx, line)?;
        if let Some(quantity) = read.quantity.filter(|_| !read.gone) {
            taken.push((line.part_id, quantity));
        }
        lines.push(read);
    }
    let short = part::shortages(tx, &taken)?;
    for (line, typed) in lines.iter_mut().zip(typed) {
        let of = short.iter().find(|short| short.part == typed.part_id);
        line.would_leave = of.map(|short| short.would_leave.to_string());
    }
    let mut sum = SaleSum {
        lines,
        rates: Vec::new(),
        net_text: String::new(),
        vat_text: String::new(),
        total_text: String::new(),
        problem: None,
        short: short
            .into_iter()
            .map(|short| SaleShort {
                number: short.number,
                description: short.description,
                in_stock_text: short.in_stock.to_string(),
                would_leave: short.would_leave.to_string(),
            })
            .collect(),
        ready: false,
    };
    add_up(&mut sum, typed);
    Ok(sum)
}

/// Reads what was typed of a line, and what there is of its part.
fn read_line(tx: &Tx<'_>, line: &SaleLine) -> Result<SaleLineSum, Refusal> {
    let part = part::load(tx, line.part_id)?;
    let (quantity, quantity_problem) = match quantity::parse(&line.quantity) {
        Ok(Quantity::ZERO) => (None, Some("Give how many are sold.".to_owned())),
        Ok(quantity) => (Some(quantity), None),
        Err(problem) => (None, Some(problem.to_string())),
    };
    let (unit_price, price_problem) = match money::parse(&line.unit_price) {
        Ok(price) => (Some(price), None),
        Err(problem) => (None, Some(problem.to_string())),
    };
    Ok(SaleLineSum {
        quantity,
        unit_price,
        quantity_problem,
        price_problem,
        net_text: String::new(),
        in_stock_text: part.as_ref().map(|part| part.in_stock.to_string()).unwrap_or_default(),
        would_leave: None,
        gone: !part.as_ref().is_some_and(|part| part.details.active),
        location: part.map(|part| part.details.location).unwrap_or_default(),
    })
}

/// The sums, if every line can be read.
fn add_up(sum: &mut SaleSum, typed: &[SaleLine]) {
    let mut priced = Vec::with_capacity(typed.len());
    for (line, typed) in sum.lines.iter_mut().zip(typed) {
        let (Some(quantity), Some(price)) = (line.quantity, line.unit_price) else { continue };
        let one = Priced::today(quantity, price, typed.vat_rate);
        if let Ok(net) = one.net() {
            line.net_text = net.to_string();
        }
        priced.push(one);
    }
    if priced.len() < typed.len() {
        return;
    }
    match sums(&priced) {
        Ok(sums) => {
            sum.net_text = sums.net.to_string();
            sum.vat_text = sums.vat.to_string();
            sum.total_text = sums.total.to_string();
            sum.rates = sums
                .rates
                .iter()
                .map(|of| SaleVat {
                    label: of.rate.label().to_owned(),
                    net_text: of.net.to_string(),
                    vat_text: of.vat.to_string(),
                })
                .collect();
            sum.ready = !typed.is_empty() && sum.lines.iter().all(|line| !line.gone);
        }
        Err(SumProblem::Line(at, problem)) => {
            if let Some(line) = sum.lines.get_mut(at) {
                let place = if problem == LineProblem::Quantity {
                    &mut line.quantity_problem
                } else {
                    &mut line.price_problem
                };
                *place = Some(problem.to_string());
            }
        }
        Err(problem) => sum.problem = Some(problem.to_string()),
    }
}
