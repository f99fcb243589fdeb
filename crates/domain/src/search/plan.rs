//! From what is typed to ranges of terms.

use unicode_normalization::UnicodeNormalization;

use super::{SearchSubject, cut, reference, terms_into};
use crate::{name, phone, plate, postcode, text};

/// Characters of a query that are read.
const READ_CHARACTERS: usize = 128;
/// Words of a query that must each be found.
const MOST_WORDS: usize = 6;
/// From this many digits on, digits are looked for at the end of numbers too.
const TAIL_DIGITS: usize = 4;
/// Digits of a UK number as dialled; more are two numbers or have a country code.
const WHOLE_DIGITS: usize = 11;

/// Words left out in front of others: nobody is found by them.
const TITLES: [&str; 10] = ["dr", "miss", "mr", "mrs", "ms", "mx", "prof", "rev", "sir", "the"];
/// Words between others that companies are written with or without.
const JOINING: [&str; 2] = ["and", "of"];
/// Words after others that companies are written with or without.
const ENDINGS: [&str; 4] = ["limited", "llp", "ltd", "plc"];

/// The terms from `from` (included) to `to` (left out), compared byte by byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// First term of the range: the namespace letter and what is typed.
    pub from: String,
    /// Just past the last term that begins so.
    pub to: String,
}

impl Range {
    /// All terms that begin with `beginning`.
    fn beginning(beginning: &str) -> Self {
        let from = cut(beginning).to_owned();
        // No term holds the last code point there is.
        let to = format!("{from}\u{10FFFF}");
        Self { from, to }
    }

    /// True when `term` lies in the range.
    #[must_use]
    pub fn holds(&self, term: &str) -> bool {
        self.from.as_str() <= term && term < self.to.as_str()
    }
}

/// How the store answers a query. A contact is found when one of its terms lies in any
/// of `ranges`, or when `all_of` is not empty and each of its entries has a range that
/// holds one of the contact's terms.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchPlan {
    /// Ranges to be united, best first; a contact may turn up in more than one.
    /// Empty for a query without letters and digits.
    pub ranges: Vec<Range>,
    /// For two words and more, in any order: per word the ranges it may lie in, the word
    /// likely to be rarest first. Scan the ranges of one word, then check the contacts
    /// found against the other words.
    pub all_of: Vec<Vec<Range>>,
    /// For two words and more: where a name stands of which they are the whole, begun with another
    /// of its words. Whoever stands there is one of `all_of` as a rule, and has to be checked.
    pub turned: Vec<Range>,
}

impl SearchPlan {
    /// True when nothing searchable was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// True when `subject` is found: the check for contacts a scan of `all_of` brought up.
    #[must_use]
    pub fn accepts(&self, subject: &SearchSubject<'_>) -> bool {
        let mut found = false;
        let mut missing = vec![true; self.all_of.len()];
        terms_into(subject, &mut |term: &str| {
            found |= self.ranges.iter().any(|range| range.holds(term));
            for (missing, ranges) in missing.iter_mut().zip(&self.all_of) {
                *missing &= !ranges.iter().any(|range| range.holds(term));
            }
        });
        found || (!missing.is_empty() && !missing.contains(&true))
    }
}

/// Reads what counter staff type: part of a name in any order, a company word, the start
/// or the last digits of a phone number in any spelling, a postcode, a plate, the start of
/// an email address, an account reference.
#[must_use]
pub fn plan(query: &str) -> SearchPlan {
    let plain = query.chars().take(READ_CHARACTERS).nfkc().filter(|c| !text::is_invisible(*c));
    let text: String = plain.map(text::to_ascii).collect();
    let mut words: Vec<&str> = text.split_whitespace().collect();
    // A title goes only when what follows can be searched: `Dr ×` is somebody called Dr.
    while let [first, rest @ ..] = words.as_slice()
        && TITLES.contains(&name::fold(first).as_str())
        && rest.iter().any(|word| !name::fold(word).is_empty())
    {
        words.remove(0);
    }
    match words.as_slice() {
        [] => SearchPlan::default(),
        [word] => SearchPlan { ranges: word_ranges(word), ..SearchPlan::default() },
        words => {
            let text = words.join(" ");
            let ranges = whole_ranges(&text);
            if is_number(&text) {
                return SearchPlan { ranges, ..SearchPlan::default() };
            }
            SearchPlan { ranges, all_of: every_word(words), turned: turned(words) }
        }
    }
}

/// The ranges of several words taken together.
fn whole_ranges(text: &str) -> Vec<Range> {
    if is_number(text) {
        return number_ranges(text);
    }
    let mut ranges: Vec<Range> = whole_number(text).into_iter().collect();
    let folded = name::fold(text);
    if !folded.is_empty() {
        ranges.extend(folded_ranges(&folded));
    }
    ranges
}

/// The range of the phone number when a whole one is typed, with whatever is around it.
fn whole_number(text: &str) -> Option<Range> {
    let phone = phone::parse(text);
    phone.national_digits().map(|national| Range::beginning(&format!("p{national}")))
}

/// The ranges one word may lie in, best first.
fn word_ranges(word: &str) -> Vec<Range> {
    if is_number(word) {
        return number_ranges(word);
    }
    let folded = name::fold(word);
    let lower = word.to_lowercase();
    let mailto = lower.strip_prefix("mailto:").unwrap_or(&lower);
    let email = Range::beginning(&format!("e{}", mailto.trim_matches(['<', '>', '"', ','])));
    if word.contains('@') {
        return vec![email];
    }
    let mut ranges = Vec::new();
    if folded.is_empty() {
        return ranges;
    }
    ranges.extend(whole_number(word));
    ranges.extend(folded_ranges(&folded));
    // A dot or underscore inside a word is how email addresses look.
    let at = if word.contains(['.', '_']) { 0 } else { ranges.len() };
    ranges.insert(at, email);
    ranges
}

/// Ranges of folded text that is not all digits.
fn folded_ranges(folded: &str) -> Vec<Range> {
    let of = |namespace: char| Range::beginning(&format!("{namespace}{folded}"));
    let mut reference = String::from("a");
    reference::push(folded, &mut reference);
    let reference = Range::beginning(&reference);
    if !folded.contains(|c: char| c.is_ascii_digit()) {
        return vec![of('n'), reference];
    }
    let key = folded.to_ascii_uppercase();
    let letters = folded.len() - folded.trim_start_matches(|c: char| c.is_ascii_lowercase()).len();
    let number = folded.len() - letters;
    let is_reference = number > 4 && folded.bytes().skip(letters).all(|b| b.is_ascii_digit());
    if is_reference {
        vec![reference, of('v'), of('c'), of('n')]
    } else if plate::begins_current(&key) {
        vec![of('v'), of('c'), reference, of('n')]
    } else {
        vec![of('c'), of('v'), reference, of('n')]
    }
}

/// True for digits and the marks people put between them.
fn is_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(|c: char| c.is_alphabetic() || c == '@')
}

/// Ranges of digits: the start of a phone number however it is spelt, its last digits, a reference.
fn number_ranges(text: &str) -> Vec<Range> {
    let international = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+').starts_with('+');
    let typed: String = text.chars().filter(char::is_ascii_digit).collect();
    let start = Range::beginning(&format!("p{}", national_start(&typed, international)));
    if international || typed.len() > WHOLE_DIGITS {
        return whole_number(text).into_iter().chain([start]).collect();
    }
    // A leading 0 is dialled but not stored: with most of a number typed it is left out.
    let last = typed.strip_prefix('0').filter(|rest| rest.len() > 6).unwrap_or(&typed);
    let tail = Range::beginning(&format!("r{}", last.chars().rev().collect::<String>()));
    let mut number = String::from("a");
    reference::push_number(&typed, &mut number);
    let exact = Range::beginning(&format!("{number}."));
    let longer = Range::beginning(&number);
    match typed.len() {
        0..TAIL_DIGITS => vec![exact, start, longer],
        TAIL_DIGITS..=6 if !typed.starts_with('0') => vec![exact, tail, start, longer],
        // The exact one stands in front of the longer ones.
        _ => vec![start, tail, longer],
    }
}

/// The beginning of a national number from however much of it is typed:
/// `07700 90`, `+44 (0)7700 90`, `0044 7700 90` and `447700 90` give `770090`.
fn national_start(typed: &str, plus: bool) -> &str {
    let international = typed.strip_prefix("00").or(plus.then_some(typed));
    let full = international.unwrap_or(typed);
    // No UK number starts with a 4, so 44 is the country code even without its plus.
    match full.strip_prefix("44") {
        Some(national) => national.strip_prefix('0').unwrap_or(national),
        None if international.is_some() => full,
        None => typed.strip_prefix('0').unwrap_or(typed),
    }
}

/// Per word its ranges, the longest word first: it is likely the rarest.
fn every_word(words: &[&str]) -> Vec<Vec<Range>> {
    let mut joined: Vec<String> = Vec::new();
    for word in words.iter().filter(|word| word.contains(char::is_alphanumeric)) {
        match joined.last_mut() {
            Some(last) if belong_together(last, word) => last.push_str(word),
            _ => joined.push((*word).to_owned()),
        }
    }
    let typed = joined.len();
    let mut at = 0;
    joined.retain(|word| {
        at += 1;
        let word = name::fold(word);
        let needless =
            (at < typed && JOINING.contains(&word.as_str())) || (at > 1 && ENDINGS.contains(&word.as_str()));
        !needless && !word.is_empty()
    });
    joined.truncate(MOST_WORDS);
    if typed < 2 {
        return Vec::new();
    }
    joined.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    joined.iter().map(|word| word_ranges(word)).collect()
}

/// The names that the words make from each further word on: `smitholiver` of `Oliver Smith`.
fn turned(words: &[&str]) -> Vec<Range> {
    let folded: Vec<String> =
        words.iter().map(|word| name::fold(word)).filter(|word| !word.is_empty()).collect();
    if folded.len() > MOST_WORDS {
        return Vec::new();
    }
    let from = |at: usize| {
        let (front, back) = folded.split_at_checked(at)?;
        Some(Range::beginning(&format!("n{}{}", back.concat(), front.concat())))
    };
    (1..folded.len()).filter_map(from).collect()
}

/// True for two words that are one thing: groups of a phone number, halves of a postcode or plate.
fn belong_together(first: &str, second: &str) -> bool {
    if is_number(first) {
        return is_number(second);
    }
    let (first, second) = (plate::key(first), plate::key(second));
    let both = format!("{first}{second}");
    let halves = postcode::is_outward(&first)
        && second.len() <= 3
        && (second.starts_with(|c: char| c.is_ascii_digit()) && !postcode::is_uk(&first));
    let has_letters_around = both.starts_with(char::is_alphabetic) && both.ends_with(char::is_alphabetic);
    halves
        || (first.len() == 4 && plate::begins_current(&first) && plate::begins_current(&both))
        || (has_letters_around && plate::format(&both) == format!("{first} {second}") && both != first)
}
