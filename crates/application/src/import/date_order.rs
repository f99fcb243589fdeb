//! Which way round a column writes its dates: judged from the column, before the first of them is read.
//! `03/04/1991` alone does not say; `04/15/1991` further down does.

use super::columns::{Columns, cell};
use super::dates::{Evidence, Order, evidence};
use super::fields::Field;
use super::report::ImportProblem;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::jobs::Job;
use forecourt_documents::csv_read::{CsvFile, Record};
use std::collections::HashMap;

/// The fields whose columns hold dates.
pub(super) const FIELDS: [Field; 3] = [Field::DateOfBirth, Field::LastPurchase, Field::ConsentDate];

/// So many dates of one kind, and none of another, settle a column: the rest of the file need not be
/// read twice. What contradicts them further down is told by its line.
const SETTLED: u64 = 1_000;

/// Rows read between two looks at whether somebody cancelled.
const STEP: u64 = 256;

/// The orders of the columns that hold dates.
#[derive(Default)]
pub(super) struct DateOrders {
    orders: HashMap<usize, Order>,
    /// What to tell of them.
    pub told: Vec<ImportProblem>,
}

impl DateOrders {
    /// The order of a column.
    pub(super) fn of(&self, column: usize) -> Order {
        self.orders.get(&column).copied().unwrap_or_default()
    }

    /// Looks through the columns of dates, if there are any.
    ///
    /// # Errors
    /// When somebody cancelled.
    pub(super) fn judge(mut csv: CsvFile, columns: &Columns, job: &Job) -> Result<Self, Refusal> {
        let mut counts: Vec<(usize, Count)> = FIELDS
            .iter()
            .flat_map(|field| columns.of(*field))
            .map(|column| (*column, Count::default()))
            .collect();
        let mut record = Record::default();
        for read in 0_u64.. {
            if counts.iter().all(|(_, count)| count.is_settled()) {
                break;
            }
            if read % STEP == 0 {
                job.check()?;
            }
            match csv.next(&mut record) {
                None => break,
                Some(Err(_)) => continue,
                Some(Ok(())) => {}
            }
            for (column, count) in &mut counts {
                match evidence(cell(&record, *column)) {
                    Some(Evidence::DayFirst) => count.day_first += 1,
                    Some(Evidence::MonthFirst) => count.month_first += 1,
                    Some(Evidence::None) => count.either += 1,
                    None => {}
                }
            }
        }
        let mut judged = Self::default();
        for (column, count) in counts {
            let (order, words) = count.order();
            judged.orders.insert(column, order);
            if !words.is_empty() {
                judged.told.push(ImportProblem {
                    line: csv.header_line(),
                    column: columns.header(column),
                    message: words.into(),
                    left_out: false,
                });
            }
        }
        Ok(judged)
    }
}

#[derive(Default)]
struct Count {
    day_first: u64,
    month_first: u64,
    either: u64,
}

impl Count {
    const fn is_settled(&self) -> bool {
        (self.day_first == 0 || self.month_first == 0)
            && (self.day_first >= SETTLED
                || self.month_first >= SETTLED
                || (self.either >= SETTLED && self.day_first == 0 && self.month_first == 0))
    }

    /// One slip among many does not turn a column.
    const fn order(&self) -> (Order, &'static str) {
        match (self.day_first, self.month_first) {
            (_, 0) => (Order::DayFirst, ""),
            (0, _) => (
                Order::MonthFirst,
                "The dates in this column put the month first, as 12/31/1980. The whole column is read so.",
            ),
            (day, month) if day >= 10 * month => (
                Order::DayFirst,
                "A few dates in this column put the month first, the others the day. The column is read with the day first; those few were imported without it.",
            ),
            (day, month) if month >= 10 * day => (
                Order::MonthFirst,
                "The dates in this column put the month first, as 12/31/1980, a few the day. The column is read with the month first; those few were imported without it.",
            ),
            _ => (
                Order::Mixed,
                "Some dates in this column put the day first, others the month. A date that could be either was not taken over.",
            ),
        }
    }
}
