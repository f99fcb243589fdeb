//! The table that is kept in the repository: every figure at each size, before and after, beside the bare
//! statements, with how it grows.

use std::fmt::Write as _;

use super::bare::Bare;
use super::figure::{Figure, Unit};

/// All that was measured at one size.
pub struct Sitting {
    pub contacts: usize,
    pub before: Option<Vec<Figure>>,
    pub after: Vec<Figure>,
    pub bare: Bare,
}

/// The rows: each figure at every size, then how it grows from the one size to the next.
pub fn write(sittings: &[Sitting]) -> String {
    let mut out =
        String::from("| work | contacts | before | after | bare | after/bare |\n|---|--:|--:|--:|--:|--:|\n");
    let Some(first) = sittings.first() else { return out };
    for figure in &first.after {
        for sitting in sittings {
            let Some(after) = value(&sitting.after, figure.name) else { continue };
            let before = sitting.before.as_ref().and_then(|figures| value(figures, figure.name));
            let bare = sitting.bare.limit(figure.name);
            let told = |value: Option<f64>| value.map_or(String::new(), |value| spelt(value, figure.unit));
            let ratio = bare.map_or(String::new(), |bare| format!("{:.2}", after / bare));
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {ratio} |",
                figure.name,
                counted(sitting.contacts),
                told(before),
                told(Some(after)),
                told(bare),
            );
        }
    }
    out.push_str("\n| work | exponent |\n|---|---|\n");
    for figure in &first.after {
        let steps: Vec<String> = sittings.windows(2).filter_map(|pair| exponent(pair, figure.name)).collect();
        let _ = writeln!(out, "| {} | {} |", figure.name, steps.join(", "));
    }
    out
}

/// How a figure grows with the contacts: 0 not at all, 1 as they do.
fn exponent(pair: &[Sitting], name: &str) -> Option<String> {
    let [small, large] = pair else { return None };
    let (one, other) = (value(&small.after, name)?, value(&large.after, name)?);
    let times = large.contacts as f64 / small.contacts as f64;
    (one > 0.0 && other > 0.0).then(|| format!("{:.2}", (other / one).log10() / times.log10()))
}

fn value(figures: &[Figure], name: &str) -> Option<f64> {
    figures.iter().find(|figure| figure.name == name).map(|figure| figure.value)
}

fn spelt(value: f64, unit: Unit) -> String {
    let digits = |value: f64| if value < 10.0 { format!("{value:.2}") } else { format!("{value:.0}") };
    match unit {
        Unit::Milliseconds if value >= 1000.0 => format!("{:.2} s", value / 1000.0),
        Unit::Milliseconds => format!("{} ms", digits(value)),
        Unit::Microseconds => format!("{} µs", digits(value)),
        Unit::Mebibytes => format!("{value:.0} MiB"),
        Unit::Bytes => format!("{value:.0} B"),
    }
}

/// `100,000`.
pub fn counted(contacts: usize) -> String {
    let digits = contacts.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sitting(contacts: usize, value: f64) -> Sitting {
        let figures = |value| vec![Figure { name: "import", unit: Unit::Milliseconds, value }];
        Sitting { contacts, before: Some(figures(value * 2.0)), after: figures(value), bare: Bare::none() }
    }

    #[test]
    fn a_figure_stands_at_each_size_with_how_it_grows() {
        let table = write(&[sitting(10_000, 400.0), sitting(100_000, 4000.0)]);
        assert!(table.contains("| import | 10,000 | 800 ms | 400 ms |  |  |"), "{table}");
        assert!(table.contains("| import | 100,000 | 8.00 s | 4.00 s |  |  |"), "{table}");
        assert!(table.contains("| import | 1.00 |"), "{table}");
    }

    #[test]
    fn small_values_keep_their_digits() {
        assert_eq!(spelt(0.284, Unit::Milliseconds), "0.28 ms");
        assert_eq!(spelt(12.4, Unit::Microseconds), "12 µs");
        assert_eq!(counted(1_000_000), "1,000,000");
    }
}
