//! Phone numbers: typed text kept, E.164 to compare and dial, extension apart
//! (SPEC 4.6). Cleaning comes first ([`clean`]), then a libphonenumber port judges.

mod apart;
mod clean;
mod spacing;
mod warning;

use crate::contact::kinds::PhoneKind;
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, Region};

pub use apart::{Apart, OneOfSeveral, take_apart};
pub use clean::{PhoneInput, clean};
pub use warning::PhoneWarning;

/// The UK's country code.
const UK: i32 = 44;
/// Fewest digits of anything worth asking the numbering plan about (0800 1111 has seven).
const FEWEST_DIGITS: usize = 7;
/// The ranges Ofcom keeps for drama, as national significant numbers without their
/// three free digits. They ring nowhere and are what tests and demonstrations use, so
/// they count as numbers whatever the plan says (SPEC 4.6).
const DRAMA: [&str; 5] = ["2079460", "1632960", "7700900", "3069990", "8081570"];

/// A phone number as typed and as understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phone {
    /// Exactly what was typed.
    pub typed: String,
    /// The number in E.164 (`+447700900123`); `None` when there is no usable number.
    pub e164: Option<String>,
    /// Digits of the extension.
    pub extension: Option<String>,
    /// What was assumed, or why there is no number.
    pub warning: Option<PhoneWarning>,
}

impl Phone {
    /// What search and comparison use, see [`national_digits`].
    #[must_use]
    pub fn national_digits(&self) -> Option<&str> {
        self.e164.as_deref().map(national_digits)
    }

    /// The number spaced for reading, see [`display`]. Worked out on each call, so
    /// that an import need not pay for it.
    #[must_use]
    pub fn national(&self) -> Option<String> {
        self.e164.as_deref().map(display)
    }
}

/// The significant number of a UK number (`7700900123`), the full digits of any other
/// (`353861234567`): what search and the preference lists hold. `e164` as in [`Phone::e164`].
#[must_use]
pub fn national_digits(e164: &str) -> &str {
    e164.strip_prefix("+44").unwrap_or_else(|| e164.strip_prefix('+').unwrap_or(e164))
}

/// A number spaced as its country writes it: `07700 900123`, `020 7946 0018`, foreign
/// numbers with their country code (`+353 86 123 4567`). Gives `e164` back when it is no number.
#[must_use]
pub fn display(e164: &str) -> String {
    spacing::of_uk(e164).unwrap_or_else(|| display_by_plan(e164))
}

/// [`display`] by the numbering plan alone.
fn display_by_plan(e164: &str) -> String {
    let Ok(number) = PHONE_NUMBER_UTIL.parse(e164, None) else { return e164.to_owned() };
    let format = if number.country_code == UK {
        PhoneNumberFormat::National
    } else {
        PhoneNumberFormat::International
    };
    PHONE_NUMBER_UTIL.format(&number, format).into_owned()
}

/// Which phone a number rings when nobody said: UK mobile numbers begin with 7, except the ranges of
/// pagers and personal numbers. Abroad the number does not tell. `e164` as in [`Phone::e164`].
#[must_use]
pub fn kind_of_number(e164: &str) -> PhoneKind {
    let mobile = e164.starts_with("+447") && !e164.starts_with("+4470") && !e164.starts_with("+4476");
    if mobile { PhoneKind::Mobile } else { PhoneKind::Other }
}

/// Loads the numbering plans and compiles the patterns of UK numbers, which the first number read
/// would otherwise wait for. Call it on a spare thread at start.
pub fn prepare() {
    // One of no range in use: it is held against the pattern of every kind.
    let _ = parse("01632 960000");
}

/// Reads one number from what was typed: the first usable one. Never fails: text that
/// holds no number is kept with a warning (SPEC 4.6).
#[must_use]
pub fn parse(typed: &str) -> Phone {
    let mut phone: Option<Phone> = None;
    // The reason to show when nothing is usable: that of the longest run of digits.
    let mut worst: Option<(usize, PhoneWarning)> = None;
    for input in clean(typed) {
        match judge(&input) {
            Ok((e164, warning)) => match &mut phone {
                None => {
                    let e164 = Some(e164);
                    phone =
                        Some(Phone { typed: typed.to_owned(), e164, extension: input.extension, warning });
                }
                Some(first) if first.e164.as_ref() != Some(&e164) => {
                    first.warning = Some(PhoneWarning::TwoNumbers);
                    break;
                }
                Some(_) => {}
            },
            Err(warning) => {
                if worst.is_none_or(|(length, _)| input.number.len() > length) {
                    worst = Some((input.number.len(), warning));
                }
            }
        }
    }
    phone.unwrap_or_else(|| {
        let blank = typed.trim().is_empty();
        let warning = worst.map_or(PhoneWarning::NotANumber, |(_, warning)| warning);
        Phone { typed: typed.to_owned(), warning: (!blank).then_some(warning), ..Phone::default() }
    })
}

/// Reads every usable number from what was typed; for text without one, the single
/// entry of [`parse`]. Each keeps the whole typed text.
#[must_use]
pub fn parse_all(typed: &str) -> Vec<Phone> {
    let mut phones: Vec<Phone> = Vec::new();
    for input in clean(typed) {
        if let Ok((e164, warning)) = judge(&input) {
            let e164 = Some(e164);
            if phones.iter().all(|phone| phone.e164 != e164) {
                phones.push(Phone { typed: typed.to_owned(), e164, extension: input.extension, warning });
            }
        }
    }
    if phones.is_empty() { vec![parse(typed)] } else { phones }
}

/// Asks the numbering plan: the number in E.164, or why it is none.
fn judge(input: &PhoneInput) -> Result<(String, Option<PhoneWarning>), PhoneWarning> {
    let Some(digits) = input.number.strip_prefix('+') else {
        return Err(input.warning.unwrap_or(PhoneWarning::NotANumber));
    };
    if let Some(broken) =
        input.warning.filter(|w| !matches!(w, PhoneWarning::LostZero | PhoneWarning::LostPlus))
    {
        return Err(broken);
    }
    let (e164, in_use) = match digits.strip_prefix("44") {
        Some(national) => (input.number.clone(), judge_uk(national)?),
        None => judge_foreign(&input.number, digits)?,
    };
    Ok((e164, input.warning.or((!in_use).then_some(PhoneWarning::NotInUse))))
}

/// Ten digits are a number even when the plan has not given them out (plans age, and
/// the customer may know better); nine and seven only when it has.
fn judge_uk(national: &str) -> Result<bool, PhoneWarning> {
    match national.len() {
        0..FEWEST_DIGITS => return Err(PhoneWarning::TooShort),
        FEWEST_DIGITS..=10 => {}
        _ => return Err(PhoneWarning::TooLong),
    }
    if national.starts_with(['0', '4', '6']) {
        return Err(PhoneWarning::NotANumber);
    }
    let complete = national.len() == 10;
    let Ok(national_number) = national.parse() else { return Err(PhoneWarning::NotANumber) };
    let number = PhoneNumber { country_code: UK, national_number, ..PhoneNumber::default() };
    let in_use = PHONE_NUMBER_UTIL.is_valid_number_for_region(&number, Region::GB)
        || (complete && DRAMA.iter().any(|range| national.starts_with(range)))
        || PHONE_NUMBER_UTIL.is_valid_number(&number);
    if in_use || complete { Ok(in_use) } else { Err(PhoneWarning::TooShort) }
}

/// Foreign lengths vary, so any the plan thinks possible is taken. The port knows
/// which countries drop a 0 that was typed after the country code.
fn judge_foreign(number: &str, digits: &str) -> Result<(String, bool), PhoneWarning> {
    match digits.len() {
        0..FEWEST_DIGITS => return Err(PhoneWarning::TooShort),
        FEWEST_DIGITS..=15 => {}
        _ => return Err(PhoneWarning::TooLong),
    }
    let number = PHONE_NUMBER_UTIL.parse(number, None).map_err(|_| PhoneWarning::NotANumber)?;
    if !PHONE_NUMBER_UTIL.is_possible_number(&number) {
        return Err(PhoneWarning::NotANumber);
    }
    let e164 = PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164).into_owned();
    Ok((e164, PHONE_NUMBER_UTIL.is_valid_number(&number)))
}

#[cfg(test)]
mod tests;
