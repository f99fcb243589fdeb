//! The lines of a job card: labour, parts, and what else is charged.

use crate::contact::text;
use crate::invoice::InvoiceLineKind;
use crate::money::Money;
use crate::quantity::Quantity;
use crate::vat::VatRate;

/// The most lines of one card.
pub const LINES_MAX: usize = 200;
/// The longest description of a line, in characters.
pub const TEXT_MAX: usize = 200;

/// What is charged, as it is to be kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewLine {
    pub kind: InvoiceLineKind,
    /// What was done or fitted.
    pub description: String,
    /// Hours, pieces, litres.
    pub quantity: Quantity,
    /// For one, without VAT.
    pub unit_price: Money,
    pub vat_rate: VatRate,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineProblem {
    /// `lines.2.quantity`.
    pub field: String,
    pub words: String,
}

/// Checks the lines of a card, in their order: trims them, and gives every problem there is.
///
/// # Errors
/// The problems, each with its field.
pub fn check_lines(lines: &mut [NewLine]) -> Result<(), Vec<LineProblem>> {
    let mut problems = Vec::new();
    if lines.len() > LINES_MAX {
        let words = format!("A job card takes {LINES_MAX} lines.");
        problems.push(LineProblem { field: "lines".into(), words });
    }
    for (at, line) in lines.iter_mut().enumerate() {
        for (name, words) in check(line) {
            problems.push(LineProblem { field: format!("lines.{at}.{name}"), words });
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

fn check(line: &mut NewLine) -> Vec<(&'static str, String)> {
    let mut problems = Vec::new();
    match text::line(std::mem::take(&mut line.description)) {
        Ok(kept) if kept.is_empty() => {
            problems.push(("description", "Say what was done or fitted.".to_owned()));
        }
        Ok(kept) if kept.chars().count() > TEXT_MAX => {
            problems.push(("description", format!("At most {TEXT_MAX} characters.")));
        }
        Ok(kept) => line.description = kept,
        Err(forbidden) => problems.push(("description", forbidden.to_string())),
    }
    if line.quantity <= Quantity::ZERO || line.quantity > Quantity::MOST {
        problems.push(("quantity", format!("More than 0 and at most {}.", Quantity::MOST)));
    }
    let price = line.unit_price;
    if price < Money::ZERO && line.kind != InvoiceLineKind::Other {
        problems.push(("unit_price", "A discount is a line of its own: choose Other for it.".to_owned()));
    } else if price > Money::MOST || price < Money::MOST.negated() {
        problems.push(("unit_price", format!("At most {}.", Money::MOST)));
    } else if line.quantity.at(price).is_none_or(|net| net > Money::MOST) {
        problems.push(("unit_price", format!("A line comes to {} at the most.", Money::MOST)));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labour() -> NewLine {
        NewLine {
            description: " Front pads ".into(),
            kind: InvoiceLineKind::Labour,
            quantity: Quantity::of_hundredths(150),
            unit_price: Money::of_pence(8_500),
            ..NewLine::default()
        }
    }

    #[test]
    fn t03_a_line_is_refused_by_the_field_that_is_wrong() {
        let mut good = [labour()];
        check_lines(&mut good).unwrap();
        assert_eq!(good.map(|line| line.description), ["Front pads"]);
        for (wrong, field) in [
            (NewLine { description: " ".into(), ..labour() }, "lines.1.description"),
            (NewLine { description: "a\u{1b}".into(), ..labour() }, "lines.1.description"),
            (NewLine { description: "é".repeat(TEXT_MAX + 1), ..labour() }, "lines.1.description"),
            (NewLine { quantity: Quantity::ZERO, ..labour() }, "lines.1.quantity"),
            (NewLine { quantity: Quantity::of_hundredths(-1), ..labour() }, "lines.1.quantity"),
            (NewLine { quantity: Quantity::of_hundredths(10_000_001), ..labour() }, "lines.1.quantity"),
            (NewLine { unit_price: Money::of_pence(-1), ..labour() }, "lines.1.unit_price"),
            (NewLine { unit_price: Money::MOST, ..labour() }, "lines.1.unit_price"),
        ] {
            let problems = check_lines(&mut [labour(), wrong]).unwrap_err();
            assert_eq!(problems.into_iter().map(|one| one.field).collect::<Vec<_>>(), [field]);
        }
        let free = NewLine { unit_price: Money::ZERO, ..labour() };
        check_lines(&mut [free]).unwrap();
        let discount =
            NewLine { kind: InvoiceLineKind::Other, unit_price: Money::of_pence(-1_000), ..labour() };
        check_lines(&mut [discount]).unwrap();
        assert_eq!(check_lines(&mut vec![labour(); LINES_MAX + 1]).unwrap_err().len(), 1);
    }
}
