//! What lines come to (T-05): VAT per rate over the sum of its lines, rounded half up to the penny.
//!
//! A line of the margin scheme, which comes with the sale of used cars, will bring its VAT with it and stand in
//! no sum of a rate.

use crate::money::Money;
use crate::quantity::Quantity;
use crate::vat::VatRate;
use serde::Serialize;
use ts_rs::TS;

/// The most lines of one document.
pub const LINES_MAX: usize = 500;

/// What a line's sum goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Priced {
    pub quantity: Quantity,
    /// For one, without VAT; below nothing for a discount.
    pub unit_price: Money,
    pub rate: VatRate,
    /// The percentage of that rate in hundredths: today's, or the one that it was posted with.
    pub percent: i64,
}

impl Priced {
    /// At the percentage of today.
    #[must_use]
    pub const fn today(quantity: Quantity, unit_price: Money, rate: VatRate) -> Self {
        Self { quantity, unit_price, rate, percent: rate.percent() }
    }

    /// What so much of it costs without VAT.
    ///
    /// # Errors
    /// What is beyond a line's limits.
    pub fn net_of(self, quantity: Quantity) -> Result<Money, LineProblem> {
        if quantity < Quantity::ZERO || quantity > Quantity::MOST {
            return Err(LineProblem::Quantity);
        }
        let most = Money::MOST.pence();
        let small = |money: &Money| (-most..=most).contains(&money.pence());
        if !small(&self.unit_price) {
            return Err(LineProblem::Price);
        }
        quantity.at(self.unit_price).filter(small).ok_or(LineProblem::Net)
    }

    /// What it comes to without VAT.
    ///
    /// # Errors
    /// As [`Priced::net_of`].
    pub fn net(self) -> Result<Money, LineProblem> {
        self.net_of(self.quantity)
    }
}

/// Why a line has no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LineProblem {
    /// Below nothing, or too much.
    #[error("A quantity is 0 to 100,000.")]
    Quantity,
    /// Too high.
    #[error("A price is at most £100,000,000.00.")]
    Price,
    /// The two together are too much.
    #[error("This line comes to more than £100,000,000.00.")]
    Net,
    /// More is credited than was invoiced.
    #[error("No more can be credited than is left of this line.")]
    Left,
}

/// Why lines have no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SumProblem {
    /// One of them, counted from 0.
    #[error("{1}")]
    Line(usize, LineProblem),
    /// Too many.
    #[error("At most 500 lines stand on one document.")]
    Lines,
    /// All of them together.
    #[error("The lines come to more than £100,000,000.00 together.")]
    Total,
    /// A discount that is larger than what it is taken from.
    #[error("The lines at {} come to less than nothing. Make the discount smaller.", .0.label())]
    BelowNothing(VatRate),
    /// What a discount took off would be given back as well.
    #[error("The lines at {} would be credited with more than was invoiced. Credit their discount too.", .0.label())]
    BeyondInvoiced(VatRate),
}

/// The VAT of one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct VatSum {
    pub rate: VatRate,
    /// Its percentage in hundredths.
    pub percent: i64,
    /// What the lines at this rate come to without VAT.
    pub net: Money,
    pub vat: Money,
}

/// What lines come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// Each line without VAT, in their order.
    pub nets: Vec<Money>,
    /// Rate by rate, in the order of [`VatRate`]; a rate that no line has is left out.
    pub rates: Vec<VatSum>,
    pub net: Money,
    pub vat: Money,
    pub total: Money,
}

/// What lines come to.
///
/// # Errors
/// What is beyond the limits.
pub fn sums(lines: &[Priced]) -> Result<Sums, SumProblem> {
    let whole = |line: &Priced| Credited { line: *line, before: Quantity::ZERO, now: line.quantity };
    let lines: Vec<Credited> = lines.iter().map(whole).collect();
    let sums = between(&lines)?;
    match sums.rates.iter().find(|sum| sum.net < Money::ZERO) {
        Some(sum) => Err(SumProblem::BelowNothing(sum.rate)),
        None => Ok(sums),
    }
}

/// A line of what was posted, how much of it was credited before, and how much is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credited {
    /// As it was posted.
    pub line: Priced,
    pub before: Quantity,
    pub now: Quantity,
}

impl Credited {
    /// How much of it will have been credited.
    const fn after(&self) -> Quantity {
        Quantity::of_hundredths(self.before.hundredths().saturating_add(self.now.hundredths()))
    }
}

/// What a credit of lines comes to, which is what all credits come to with it less what they came to before: in
/// however many parts something is credited, in the end it is what was invoiced, to the penny. Every line of
/// the document is named, those of which nothing is credited with a quantity of 0.
///
/// # Errors
/// Where more would be credited than was invoiced.
pub fn credit(lines: &[Credited]) -> Result<Sums, SumProblem> {
    for (at, credited) in lines.iter().enumerate() {
        let Credited { line, before, now } = credited;
        if *before < Quantity::ZERO || *now < Quantity::ZERO || credited.after() > line.quantity {
            return Err(SumProblem::Line(at, LineProblem::Left));
        }
    }
    let every = |part: fn(&Credited) -> Quantity| -> Vec<Credited> {
        lines
            .iter()
            .map(|credited| Credited { line: credited.line, before: Quantity::ZERO, now: part(credited) })
            .collect()
    };
    let invoiced = between(&every(|credited| credited.line.quantity))?;
    let credited = between(&every(Credited::after))?;
    let beyond = credited.rates.iter().find(|sum| {
        let of = invoiced.rates.iter().find(|of| (of.rate, of.percent) == (sum.rate, sum.percent));
        sum.net < Money::ZERO || of.is_none_or(|of| sum.net > of.net)
    });
    if let Some(beyond) = beyond {
        return Err(SumProblem::BeyondInvoiced(beyond.rate));
    }
    let sums = between(lines)?;
    match sums.rates.iter().find(|sum| sum.net < Money::ZERO) {
        Some(sum) => Err(SumProblem::BelowNothing(sum.rate)),
        None => Ok(sums),
    }
}

/// What lines come to from one quantity to another.
fn between(lines: &[Credited]) -> Result<Sums, SumProblem> {
    if lines.len() > LINES_MAX {
        return Err(SumProblem::Lines);
    }
    let mut sums = Sums::default();
    // The net sums of each rate before and after.
    let mut rates: Vec<(VatRate, i64, Money, Money)> = Vec::new();
    for (at, credited) in lines.iter().enumerate() {
        let of = |quantity| credited.line.net_of(quantity).map_err(|problem| SumProblem::Line(at, problem));
        let (before, after) = (of(credited.before)?, of(credited.after())?);
        sums.nets.push(after.minus(before).ok_or(SumProblem::Total)?);
        if credited.now == Quantity::ZERO && credited.before == Quantity::ZERO {
            continue;
        }
        let (rate, percent) = (credited.line.rate, credited.line.percent);
        match rates.iter_mut().find(|known| (known.0, known.1) == (rate, percent)) {
            Some((_, _, sum_before, sum_after)) => {
                *sum_before = sum_before.plus(before).ok_or(SumProblem::Total)?;
                *sum_after = sum_after.plus(after).ok_or(SumProblem::Total)?;
            }
            None => rates.push((rate, percent, before, after)),
        }
    }
    rates.sort_unstable_by_key(|(rate, percent, ..)| (*rate, *percent));
    for (rate, percent, before, after) in rates {
        let touched = |credited: &&Credited| {
            credited.now != Quantity::ZERO && (credited.line.rate, credited.line.percent) == (rate, percent)
        };
        if !lines.iter().any(|credited| touched(&credited)) {
            continue;
        }
        let vat_on = |net: Money| net.share(percent, 10_000).ok_or(SumProblem::Total);
        let net = after.minus(before).ok_or(SumProblem::Total)?;
        let vat = vat_on(after)?.minus(vat_on(before)?).ok_or(SumProblem::Total)?;
        sums.net = sums.net.plus(net).ok_or(SumProblem::Total)?;
        sums.vat = sums.vat.plus(vat).ok_or(SumProblem::Total)?;
        sums.rates.push(VatSum { rate, percent, net, vat });
    }
    sums.total = sums.net.plus(sums.vat).filter(|total| *total <= Money::MOST).ok_or(SumProblem::Total)?;
    Ok(sums)
}
