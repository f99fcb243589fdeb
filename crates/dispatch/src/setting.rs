//! A setting is declared once: key, type, range, default, path, label and who may change it.

use crate::{Refusal, Writing};
use chrono_tz::Tz;
use forecourt_domain::contact::text;
use forecourt_domain::money::Money;
use forecourt_domain::portal::is_https;
use forecourt_domain::rights::Right;
use forecourt_domain::time::zone;
use serde_json::{Value, json};
use std::marker::PhantomData;

/// What values a setting takes, and the one it has before anybody set it.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// On or off.
    Flag { default: bool },
    /// A whole number.
    Number { default: i64, least: i64, most: i64, unit: Unit, zero: Zero },
    /// One or more lines, trimmed; lengths in characters.
    Text { default: &'static str, least: usize, most: usize },
    /// An https address, or nothing.
    Web,
    /// An IANA time zone.
    Zone { default: &'static str },
    /// Words of a closed list, each once, in the list's order.
    Words { default: &'static [&'static str], known: fn() -> Vec<&'static str>, may_be_none: bool },
    /// One word of a closed list.
    Word { default: &'static str, known: &'static [&'static str] },
    /// Names that are printed and told apart: at most 20, of 80 characters.
    Names,
    /// Changed by a command of its own and no other.
    Own { default: fn() -> Value },
}

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Days,
    Months,
    Minutes,
    People,
    /// How often.
    Times,
    /// Money in whole pence.
    Pence,
}

/// What a number of 0 means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zero {
    /// A number as any other, where the range takes it.
    Number,
    /// Never; taken beside the range.
    Never,
    /// Never, and the reason has to be written down (D-12).
    NeverWithReason,
}

/// A setting without its type, as lists of settings hold it.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// The key it is stored under.
    pub key: &'static str,
    /// What screens and logs call it.
    pub label: &'static str,
    /// Where it stands: `Settings > GDPR > Marketing consent`.
    pub path: &'static str,
    /// The right that changing it takes.
    pub permit: Right,
    pub kind: Kind,
    /// What a change takes along, in the same transaction, and may refuse.
    pub then: Option<Then>,
    /// What staff call a stored word of it, where its values are words of ours.
    pub called: Option<Called>,
}

/// What the change of a setting takes along; sees the new value before it is stored.
pub type Then = fn(&mut Writing<'_, '_>, &Value) -> Result<(), Refusal>;

/// What staff call a stored word; `None` for one that nobody knows.
pub type Called = fn(&str) -> Option<&'static str>;

/// A setting whose values are read as `T`.
#[derive(Debug, Clone, Copy)]
pub struct Setting<T> {
    pub declared: Declared,
    value: PhantomData<fn() -> T>,
}

impl<T: Read> Setting<T> {
    /// A setting; its place and its label follow with [`Setting::at`].
    #[must_use]
    pub const fn new(key: &'static str, permit: Right, kind: Kind) -> Self {
        let declared = Declared { key, label: "", path: "", permit, kind, then: None, called: None };
        Self { declared, value: PhantomData }
    }

    /// Where it stands, and what it is called.
    #[must_use]
    pub const fn at(mut self, path: &'static str, label: &'static str) -> Self {
        self.declared.path = path;
        self.declared.label = label;
        self
    }

    /// What a change takes along.
    #[must_use]
    pub const fn with(mut self, then: Then) -> Self {
        self.declared.then = Some(then);
        self
    }

    /// What staff call its words.
    #[must_use]
    pub const fn called(mut self, called: Called) -> Self {
        self.declared.called = Some(called);
        self
    }

    /// Its key.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.declared.key
    }
}

/// A type that a stored value is read as.
pub trait Read: Sized {
    /// The value; `None` when it is of another kind.
    fn read(value: &Value) -> Option<Self>;
}

impl Read for bool {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }
}

impl Read for i64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_i64()
    }
}

impl Read for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Read for Vec<String> {
    fn read(value: &Value) -> Option<Self> {
        let list = value.as_array()?;
        Some(list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    }
}

impl Read for Tz {
    fn read(value: &Value) -> Option<Self> {
        value.as_str().and_then(zone)
    }
}

impl Read for Value {
    fn read(value: &Value) -> Option<Self> {
        Some(value.clone())
    }
}

impl Declared {
    /// What it means before anybody set it.
    #[must_use]
    pub fn default(&self) -> Value {
        match self.kind {
            Kind::Flag { default } => json!(default),
            Kind::Number { default, .. } => json!(default),
            Kind::Text { default, .. } | Kind::Zone { default } | Kind::Word { default, .. } => {
                json!(default)
            }
            Kind::Web => json!(""),
            Kind::Words { default, .. } => json!(default),
            Kind::Names => json!([]),
            Kind::Own { default } => default(),
        }
    }

    /// Does this value take a reason (D-12)?
    #[must_use]
    pub fn needs_reason(&self, value: &Value) -> bool {
        let never = matches!(self.kind, Kind::Number { zero: Zero::NeverWithReason, .. });
        never && value.as_i64() == Some(0)
    }

    /// Checks a value that somebody chose, and gives it in its stored form.
    ///
    /// # Errors
    /// [`crate::Code::Invalid`] with the words for the field `value`, or `reason`.
    pub fn check(&self, value: &Value, reason: &str) -> Result<Value, Refusal> {
        let invalid = |words: &str| Err(Refusal::invalid("value", words));
        match self.kind {
            Kind::Flag { .. } if value.is_boolean() => Ok(value.clone()),
            Kind::Flag { .. } => invalid("This is either on or off."),
            Kind::Number { least, most, unit, zero, .. } => {
                check_number(value, least, most, unit, zero, reason)
            }
            Kind::Text { least, most, .. } => match value.as_str().map(str::trim) {
                Some(text) if (least..=most).contains(&text.chars().count()) => Ok(json!(text)),
                _ if least == 0 => invalid(&format!("At most {most} characters.")),
                _ => invalid(&format!("{} takes {least} to {} characters.", self.label, grouped(most))),
            },
            Kind::Web => match value.as_str().map(str::trim) {
                Some("") => Ok(json!("")),
                Some(text) if is_https(text) => Ok(json!(text)),
                _ => invalid("Give a web address that begins with https://"),
            },
            Kind::Zone { .. } => match value.as_str().and_then(zone) {
                Some(zone) => Ok(json!(zone.name())),
                None => invalid("Choose a time zone such as Europe/London."),
            },
            Kind::Words { known, may_be_none, .. } => check_words(value, &known(), may_be_none),
            Kind::Word { known, .. } => match value.as_str() {
                Some(word) if known.contains(&word) => Ok(json!(word)),
                _ => invalid("Choose one of those offered."),
            },
            Kind::Names => check_names(value),
            Kind::Own { .. } => Err(Refusal::invalid("key", "There is no such setting.")),
        }
    }
}

fn check_number(
    value: &Value,
    least: i64,
    most: i64,
    unit: Unit,
    zero: Zero,
    reason: &str,
) -> Result<Value, Refusal> {
    let never = zero != Zero::Number;
    match value.as_i64() {
        Some(0) if zero == Zero::NeverWithReason && reason.trim().is_empty() => Err(Refusal::invalid(
            "reason",
            "0 means that nobody is ever prompted. Write down why the dealership decided so.",
        )),
        Some(0) if never => Ok(value.clone()),
        Some(number) if (least..=most).contains(&number) => Ok(value.clone()),
        _ => {
            let unit = match unit {
                Unit::Days => "days",
                Unit::Months => "whole months",
                Unit::Minutes => "minutes",
                Unit::People => "a number of people",
                Unit::Times => "a number",
                Unit::Pence => {
                    let (least, most) = (Money::of_pence(least), Money::of_pence(most));
                    return Err(Refusal::invalid("value", format!("Give an amount from {least} to {most}.")));
                }
            };
            let end = if never { ", or 0 for never." } else { "." };
            Err(Refusal::invalid("value", format!("Give {unit} from {least} to {most}{end}")))
        }
    }
}

/// `2,000`.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", number / 1000, number % 1000) }
}

/// Words of the list, each once, in the list's order.
fn check_words(value: &Value, known: &[&str], may_be_none: bool) -> Result<Value, Refusal> {
    let list = value.as_array();
    if may_be_none && list.is_some_and(Vec::is_empty) {
        return Ok(value.clone());
    }
    let chosen: Vec<&str> = list.into_iter().flatten().filter_map(Value::as_str).collect();
    if chosen.is_empty() || chosen.iter().any(|word| !known.contains(word)) {
        return Err(Refusal::invalid("value", "Choose at least one."));
    }
    Ok(json!(known.iter().filter(|word| chosen.contains(word)).collect::<Vec<_>>()))
}

fn check_names(value: &Value) -> Result<Value, Refusal> {
    let Some(list) = value.as_array() else {
        return Err(Refusal::invalid("value", "Give a list of names."));
    };
    let mut names: Vec<String> = Vec::new();
    for name in list {
        // Printed on forms and named in consent: nothing may hide in it.
        let name = text::line(name.as_str().unwrap_or_default().to_owned())
            .map_err(|forbidden| Refusal::invalid("value", forbidden))?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > 80 || name.contains(':') {
            return Err(Refusal::invalid("value", "A name takes 1 to 80 characters and no colon."));
        }
        // Two spellings of one name would be two permissions.
        if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            names.push(name);
        }
    }
    if names.len() > 20 {
        return Err(Refusal::invalid("value", "At most 20 names."));
    }
    Ok(json!(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTHS: Kind =
        Kind::Number { default: 12, least: 1, most: 120, unit: Unit::Months, zero: Zero::NeverWithReason };

    fn check(kind: Kind, value: Value, reason: &str) -> Result<Value, Refusal> {
        Setting::<Value>::new("a.key", Right::AccessSettings, kind).declared.check(&value, reason)
    }

    #[test]
    fn values_out_of_range_are_refused_with_the_field() {
        assert!(check(MONTHS, json!(12), "").is_ok());
        assert!(check(MONTHS, json!(121), "").is_err());
        assert!(check(MONTHS, json!(1.5), "").is_err());
        let never = check(MONTHS, json!(0), " ").unwrap_err();
        assert!(never.fields.contains_key("reason"), "0 needs a reason (D-12)");
        assert!(check(MONTHS, json!(0), "head office decided").is_ok());
        let own = Kind::Own { default: || json!(false) };
        assert!(check(own, json!(true), "").is_err(), "not by this way");
        assert_eq!(
            check(Kind::Names, json!([" Alfa  Romeo", "Alfa Romeo"]), "").unwrap(),
            json!(["Alfa Romeo"])
        );
        assert!(check(Kind::Names, json!(["a:b"]), "").is_err());
        assert_eq!(
            check(Kind::Names, json!(["Acme\u{202e}\u{200b}", "ACME", "Dunn\nand Sons"]), "").unwrap(),
            json!(["Acme", "Dunn and Sons"]),
            "nothing hides in a name, and one name is one permission"
        );
    }
}
