//! Parts on the shelf (T-09): how their numbers compare, what may be kept of them, and when few are few.

use crate::contact::text;
use crate::money::{self, Money};
use crate::name;
use crate::quantity::{self, Quantity};
use crate::vat::VatRate;
use crate::words::word_list;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;
use unicode_normalization::char::decompose_compatible;

/// Characters of a part number.
pub const LONGEST_NUMBER: usize = 40;
/// Characters of a description.
pub const LONGEST_DESCRIPTION: usize = 120;
/// Characters of a location.
pub const LONGEST_LOCATION: usize = 40;
/// Characters of a reason.
pub const LONGEST_REASON: usize = 200;

/// Why the stock of a part changed.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Movement {
    /// Goods came in.
    Received,
    /// Somebody counted, and the shelf held more or less than was written.
    Counted,
    /// An invoice took it.
    Sold,
    /// A credit note put it back.
    Returned,
}

word_list!(Movement);

impl Movement {
    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Received => "Received",
            Self::Counted => "Counted",
            Self::Sold => "Sold",
            Self::Returned => "Returned",
        }
    }
}

/// How a part number compares: capitals, without spaces and dashes (`1K0 615-301 aa` is `1K0615301AA`). Any other
/// character counts: `12.5` and `125` are two parts. Reads no more than a number has.
#[must_use]
pub fn key(typed: &str) -> String {
    let mut key = String::with_capacity(typed.len().min(LONGEST_NUMBER));
    for c in typed.chars().take(LONGEST_NUMBER) {
        decompose_compatible(c, |part| {
            if !part.is_whitespace() && !is_dash(part) && !part.is_control() {
                key.extend(part.to_uppercase());
            }
        });
    }
    key
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

/// The words of a description, by which a part is found: as names are folded, each once.
#[must_use]
pub fn words(description: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in description.split(|c: char| !c.is_alphanumeric()) {
        let word = name::fold(word);
        if !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// How descriptions are put in order.
#[must_use]
pub fn description_key(description: &str) -> String {
    let folded = description.split(|c: char| !c.is_alphanumeric()).map(name::fold);
    folded.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Is so little left that somebody should order? A part without a level is low only below zero: much of what a
/// counter sells never lies on its shelf.
#[must_use]
pub fn is_low(in_stock: Quantity, low_stock: Quantity) -> bool {
    in_stock < Quantity::ZERO || (low_stock > Quantity::ZERO && in_stock <= low_stock)
}

/// What is kept of a part, but for its stock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// As it is written.
    pub number: String,
    pub description: String,
    /// Shelf or bin.
    pub location: String,
    /// For one, without VAT.
    pub unit_price: Money,
    pub vat_rate: VatRate,
    /// At or below it the part is low; 0 for none.
    pub low_stock: Quantity,
    /// Is it still sold?
    pub active: bool,
}

/// A part as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub number: String,
    pub description: String,
    pub location: String,
    /// `8.50`.
    pub unit_price: String,
    pub vat_rate: VatRate,
    /// Empty for none.
    pub low_stock: String,
    pub active: bool,
}

/// A field that cannot be kept, and why.
pub type Problem = (&'static str, String);

/// What to keep of a part that was typed.
///
/// # Errors
/// What is wrong with each field, in words for the person who typed it.
pub fn check(typed: Typed) -> Result<Details, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut line = |field, value: String, longest: usize, needed: &str| match text::line(value) {
        Ok(value) if value.is_empty() && !needed.is_empty() => {
            problems.push((field, needed.to_owned()));
            value
        }
        Ok(value) if value.chars().count() > longest => {
            problems.push((field, format!("At most {longest} characters fit here.")));
            value
        }
        Ok(value) => value,
        Err(forbidden) => {
            problems.push((field, forbidden.to_string()));
            String::new()
        }
    };
    let number = line("number", typed.number, LONGEST_NUMBER, "Give the part number.");
    let description = line("description", typed.description, LONGEST_DESCRIPTION, "Give a description.");
    let location = line("location", typed.location, LONGEST_LOCATION, "");
    if !number.is_empty() && key(&number).is_empty() {
        problems.push(("number", "A part number has a letter or a digit.".to_owned()));
    }
    let unit_price = money::parse(&typed.unit_price).unwrap_or_else(|problem| {
        problems.push(("unit_price", problem.to_string()));
        Money::ZERO
    });
    let low_stock = match typed.low_stock.trim() {
        "" => Quantity::ZERO,
        low_stock => quantity::parse(low_stock).unwrap_or_else(|problem| {
            problems.push(("low_stock", problem.to_string()));
            Quantity::ZERO
        }),
    };
    if problems.is_empty() {
        let Typed { vat_rate, active, .. } = typed;
        Ok(Details { number, description, location, unit_price, vat_rate, low_stock, active })
    } else {
        Err(problems)
    }
}

/// Which fields differ, by name.
#[must_use]
pub fn changed_fields(old: &Details, new: &Details) -> Vec<&'static str> {
    let fields = [
        ("number", old.number != new.number),
        ("description", old.description != new.description),
        ("location", old.location != new.location),
        ("unit_price", old.unit_price != new.unit_price),
        ("vat_rate", old.vat_rate != new.vat_rate),
        ("low_stock", old.low_stock != new.low_stock),
        ("active", old.active != new.active),
    ];
    fields.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn t09_part_numbers_compare_without_case_spaces_and_dashes() {
        for typed in
            ["1K0 615 301 AA", "1k0615301aa", "1K0-615-301-AA", " 1k0–615\u{a0}301_aa ", "１Ｋ０ 615301ａａ"]
        {
            assert_eq!(key(typed), "1K0615301AA", "{typed:?}");
        }
        assert_ne!(key("12.5"), key("125"));
        assert_ne!(key("A/1"), key("A1"));
        assert_eq!(key(" - – "), "");
    }

    #[test]
    fn a_description_is_found_by_its_words() {
        assert_eq!(words("Oil filter, 1.9 TDI (oil)"), ["oil", "filter", "1", "9", "tdi"]);
        assert_eq!(words("Kühler-Schlauch"), ["kuhler", "schlauch"]);
        assert_eq!(words(" – "), Vec::<String>::new());
        assert_eq!(description_key("Oil filter, 1.9 TDI"), "oil filter 1 9 tdi");
    }

    #[test]
    fn t09_low_is_at_the_level_or_below_zero() {
        let of = Quantity::of_hundredths;
        for (in_stock, low_stock, low) in [
            (500, 200, false),
            (200, 200, true),
            (0, 200, true),
            (0, 0, false),
            (-100, 0, true),
            (100, 0, false),
        ] {
            assert_eq!(is_low(of(in_stock), of(low_stock)), low, "{in_stock} of {low_stock}");
        }
    }

    fn typed() -> Typed {
        Typed {
            number: " 1K0 615 301 AA ".into(),
            description: "Brake disc, front".into(),
            location: "A3".into(),
            unit_price: "64.50".into(),
            vat_rate: VatRate::Standard,
            low_stock: "2".into(),
            active: true,
        }
    }

    #[test]
    fn a_part_is_kept_as_typed_and_its_faults_are_named() {
        let kept = check(typed()).unwrap();
        assert_eq!((kept.number.as_str(), kept.unit_price.pence()), ("1K0 615 301 AA", 6_450));
        assert_eq!(kept.low_stock, Quantity::of_hundredths(200));
        assert_eq!(check(Typed { low_stock: String::new(), ..typed() }).unwrap().low_stock, Quantity::ZERO);

        let faults =
            |typed| check(typed).unwrap_err().into_iter().map(|(field, _)| field).collect::<Vec<_>>();
        assert_eq!(
            faults(Typed { active: true, ..Typed::default() }),
            ["number", "description", "unit_price"]
        );
        assert_eq!(faults(Typed { number: "--".into(), ..typed() }), ["number"]);
        assert_eq!(faults(Typed { number: "1".repeat(41), ..typed() }), ["number"]);
        assert_eq!(faults(Typed { location: "a\u{1}".into(), ..typed() }), ["location"]);
        assert_eq!(
            faults(Typed { unit_price: "1e3".into(), low_stock: "-1".into(), ..typed() }),
            ["unit_price", "low_stock"]
        );
    }

    #[test]
    fn what_changed_is_named() {
        let old = check(typed()).unwrap();
        let new = Details { location: "B1".into(), active: false, ..old.clone() };
        assert_eq!(changed_fields(&old, &new), ["location", "active"]);
        assert!(changed_fields(&old, &old).is_empty());
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key(typed in "\\PC*") {
            let once = key(&typed);
            prop_assert!(!once.contains(' ') && !once.contains('-'));
            if once.chars().count() <= LONGEST_NUMBER {
                prop_assert_eq!(key(&once), once);
            }
        }
    }
}
