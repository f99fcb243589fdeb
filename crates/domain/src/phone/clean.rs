//! From what was typed to bare numbers: the cleaning steps of SPEC 4.6 that come
//! before the numbering plan is asked.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::warning::PhoneWarning;
use crate::text;

/// Characters of the typed text that are read; the rest is kept but not parsed. Room for several numbers
/// with what is written beside them.
const READ_CHARACTERS: usize = 256;
/// Digits kept of one number: more than any number in the world has.
const MOST_DIGITS: usize = 24;
/// From this many digits on, a bracket or a slash ends the number instead of belonging to it.
const COMPLETE: usize = 9;
/// From this many digits on, what was not read as a number may have been meant as one.
const NOTABLE: usize = 5;
/// Digits of the longest extension.
const MOST_EXTENSION_DIGITS: usize = 7;

/// One number found in the typed text, stripped of everything but its digits.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhoneInput {
    /// `+` and country code and number when that is certain or safely assumed
    /// (`+447700900123`), else the digits as they were typed.
    pub number: String,
    /// The extension typed after it, digits only.
    pub extension: Option<String>,
    /// What was assumed, or why these digits cannot be a number.
    pub warning: Option<PhoneWarning>,
}

/// The numbers in `typed`, in the order typed: none for text without digits, two
/// for `020 7946 0018 / 07700 900123`. Nothing here asks the numbering plan.
#[must_use]
pub fn clean(typed: &str) -> Vec<PhoneInput> {
    let (text, cut) = readable(typed);
    match amount(&text) {
        Some(Ok(digits)) => return scan(&digits, false).found.into_iter().map(Found::into_input).collect(),
        Some(Err(digits)) => {
            let warning = Some(PhoneWarning::Rounded);
            return vec![PhoneInput { number: digits, extension: None, warning }];
        }
        None => {}
    }
    scan(&text, cut).found.into_iter().map(Found::into_input).collect()
}

/// The numbers of a text that was made readable, and where each of them stands in it; true when
/// digits beside them, enough for a number, were passed over.
pub(super) fn placed(text: &str, cut: bool) -> (Vec<(PhoneInput, Range<usize>)>, bool) {
    let scan = scan(text, cut);
    let passed_over = cut || scan.most_passed_over >= NOTABLE;
    let found = scan.found.into_iter().map(|found| {
        let place = found.start..found.end;
        (found.into_input(), place)
    });
    (found.collect(), passed_over)
}

fn scan(text: &str, cut: bool) -> Scan {
    let mut scan = Scan::default();
    scan.read(text);
    scan.finish(cut);
    scan
}

/// The part that is read, with compatible characters, digits and invisible marks
/// brought to plain ones; true when something was cut off.
pub(super) fn readable(typed: &str) -> (Cow<'_, str>, bool) {
    let typed = without_decimals(typed);
    if typed.is_ascii() {
        return match typed.get(..READ_CHARACTERS) {
            Some(head) if head.len() < typed.len() => (Cow::Borrowed(head), true),
            _ => (Cow::Borrowed(typed), false),
        };
    }
    let cut = typed.chars().nth(READ_CHARACTERS).is_some();
    let plain = typed.chars().take(READ_CHARACTERS).nfkc().filter(|c| !text::is_invisible(*c));
    (Cow::Owned(plain.map(text::to_ascii).collect()), cut)
}

/// A number that went through a spreadsheet as an amount: `7700900123.0`.
fn without_decimals(typed: &str) -> &str {
    match typed.trim_end().rsplit_once('.') {
        Some((number, "0" | "00"))
            if number.len() >= COMPLETE
                && number.strip_prefix('+').unwrap_or(number).bytes().all(|b| b.is_ascii_digit()) =>
        {
            number
        }
        _ => typed,
    }
}

/// A number as a spreadsheet writes a large amount: its digits where all of them are there
/// (`4.47700900123E+11`), else those that are.
fn amount(text: &str) -> Option<Result<String, String>> {
    if !text.contains('E') && !text.contains('e') {
        return None;
    }
    let (mantissa, exponent) = text.trim().split_once(['e', 'E'])?;
    let (whole, places) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 1
        || exponent.is_empty()
        || exponent.len() > 2
        || ![whole, places, exponent].into_iter().all(are_digits)
    {
        return None;
    }
    let digits = format!("{whole}{places}");
    let is_whole = exponent.parse() == Ok(places.len());
    Some(if is_whole { Ok(digits) } else { Err(digits) })
}

/// One run of digits while it is read.
#[derive(Default)]
struct Found {
    plus: bool,
    digits: String,
    extension: String,
    /// Too long, cut off, or a letter typed for a digit: never a number.
    broken: Option<PhoneWarning>,
    /// From its first digit or plus to behind the last digit, that of its extension included.
    start: usize,
    end: usize,
}

impl Found {
    fn push(&mut self, digit: char, at: usize) {
        if self.digits.is_empty() && !self.plus {
            self.start = at;
        }
        self.end = at + 1;
        if self.digits.len() < MOST_DIGITS {
            self.digits.push(digit);
        } else {
            self.broken = Some(PhoneWarning::TooLong);
        }
    }

    /// A whole UK number: with one more digit it is none.
    fn is_whole(&self) -> bool {
        let digits = self.digits.as_str();
        match digits.strip_prefix("00").or(self.plus.then_some(digits)) {
            Some(full) => {
                full.strip_prefix("44").is_some_and(|national| uk(national).len() >= "+44".len() + 10)
            }
            None => digits.starts_with('0') && digits.len() >= 11,
        }
    }

    fn is_international(&self) -> bool {
        self.plus || self.digits.starts_with("00")
    }

    /// `00` to `+`, `+44(0)` to `+44`, leading `0` to `+44`, a lost zero or plus given back.
    fn into_input(self) -> PhoneInput {
        let extension = Some(self.extension).filter(|digits| !digits.is_empty());
        let with = |number: String, warning| PhoneInput { number, extension: extension.clone(), warning };
        if self.broken.is_some() {
            return with(self.digits, self.broken);
        }
        let digits = self.digits.as_str();
        let international = digits.strip_prefix("00").or(self.plus.then_some(digits));
        if let Some(full) = international {
            return match (full.strip_prefix("44"), full.strip_prefix('0')) {
                (Some(national), _) => with(uk(national), None),
                // `+07700 900123` and `+044 7700 900123`: no country code begins with 0.
                (None, Some(national)) => with(uk(country_again(national)), None),
                (None, None) => with(format!("+{full}"), None),
            };
        }
        if let Some(national) = digits.strip_prefix('0') {
            return with(uk(country_again(national)), None);
        }
        if digits.len() == 10 && digits.starts_with(['1', '2', '3', '7']) {
            return with(format!("+44{digits}"), Some(PhoneWarning::LostZero));
        }
        if let Some(national) = digits.strip_prefix("44")
            && national.trim_start_matches('0').len() == 10
        {
            return with(uk(national), Some(PhoneWarning::LostPlus));
        }
        let warning = match digits.len() {
            0..=4 => PhoneWarning::TooShort,
            5..=8 => PhoneWarning::NoAreaCode,
            9..=10 => PhoneWarning::NotANumber,
            _ => PhoneWarning::TooLong,
        };
        with(self.digits, Some(warning))
    }
}

/// A number without the country code that was put behind a 0: `0447700900123`.
fn country_again(national: &str) -> &str {
    national.strip_prefix("44").filter(|rest| rest.len() == 10).unwrap_or(national)
}

/// `+44` and the number after it, without the 0 that is only dialled at home.
fn uk(national: &str) -> String {
    format!("+44{}", national.strip_prefix('0').unwrap_or(national))
}

#[derive(Default)]
struct Scan {
    found: Vec<Found>,
    current: Found,
    /// Digits now belong to the extension of the last number found.
    in_extension: bool,
    /// Inside a bracket that follows a complete number: a remark.
    in_remark: bool,
    /// Digits of the remark so far, and the most of one remark.
    passed_over: usize,
    most_passed_over: usize,
}

impl Scan {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        // True when the character before touches this one without space or punctuation.
        let mut touching = false;
        while let Some(c) = rest.chars().next() {
            let at = text.len() - rest.len();
            if c.is_alphabetic() {
                let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                self.word(word, touching);
                rest = after;
                touching = true;
                continue;
            }
            if let Some(after) = self.trunk_zero(rest) {
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            touching = c.is_ascii_digit();
            if touching {
                self.digit(c, at);
            } else {
                // Two whole numbers with nothing but a space between them.
                if c.is_whitespace() && self.current.is_whole() && rest.trim_start().starts_with('0') {
                    self.end_number();
                }
                self.mark(c, at);
            }
        }
    }

    fn digit(&mut self, c: char, at: usize) {
        match self.found.last_mut() {
            Some(number) if self.in_extension => {
                number.extension.push(c);
                number.end = at + 1;
            }
            _ if self.in_remark => {
                self.passed_over += 1;
                self.most_passed_over = self.most_passed_over.max(self.passed_over);
            }
            _ => self.current.push(c, at),
        }
    }

    /// Skips a `(0)` inside an international number and gives what follows.
    fn trunk_zero<'a>(&self, rest: &'a str) -> Option<&'a str> {
        if !self.current.is_international() || self.in_extension {
            return None;
        }
        let inside = rest.strip_prefix(['(', '[', '{'])?.trim_start();
        inside.strip_prefix('0')?.trim_start().strip_prefix([')', ']', '}'])
    }

    fn mark(&mut self, c: char, at: usize) {
        self.close_extension();
        match c {
            '+' if !self.in_remark => {
                self.end_number();
                self.in_extension = false;
                self.current.plus = true;
                self.current.start = at;
            }
            '(' | '[' | '{' if self.is_complete() => {
                self.end_number();
                self.in_remark = true;
                self.passed_over = 0;
            }
            ')' | ']' | '}' => self.in_remark = false,
            '/' | ';' | ',' | '&' | '|' | '\n' | '\r' if self.is_complete() => self.end_number(),
            '#' => {
                self.end_number();
                self.in_extension = self.takes_extension();
            }
            _ => {}
        }
    }

    fn word(&mut self, word: &str, touching: bool) {
        self.close_extension();
        let is = |marker: &str| word.eq_ignore_ascii_case(marker);
        let marker = is("x") || is("ext") || is("extn") || is("extension");
        if touching && !marker && (is("o") || is("i") || is("l")) && !self.current.digits.is_empty() {
            self.current.broken = Some(PhoneWarning::NotANumber);
        }
        self.end_number();
        self.in_extension = marker && self.takes_extension();
    }

    fn takes_extension(&self) -> bool {
        self.found.last().is_some_and(|number| number.extension.is_empty())
    }

    fn is_complete(&self) -> bool {
        self.current.digits.len() >= COMPLETE
    }

    fn end_number(&mut self) {
        let number = std::mem::take(&mut self.current);
        if !number.digits.is_empty() {
            self.found.push(number);
        }
    }

    /// The extension ends at the first mark or letter after its digits; what is
    /// too long to be one is a number of its own.
    fn close_extension(&mut self) {
        let Some(number) = self.found.last_mut().filter(|_| self.in_extension) else { return };
        if number.extension.is_empty() {
            return;
        }
        self.in_extension = false;
        if number.extension.len() > MOST_EXTENSION_DIGITS {
            let digits = std::mem::take(&mut number.extension);
            let (end, start) = (number.end, number.end - digits.len());
            number.end = start;
            self.found.push(Found { digits, start, end, ..Found::default() });
        }
    }

    fn finish(&mut self, cut: bool) {
        self.close_extension();
        if cut {
            self.current.broken = Some(PhoneWarning::TooLong);
        }
        self.end_number();
    }
}
