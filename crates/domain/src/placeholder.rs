//! What staff and other programs type where somebody has no address (L-04): `noemail@…`, `00000 000000`. It is no
//! address: nothing is sent to it, nobody shares it, and nobody is silenced by a No to it.
//!
//! What counts as one the dealership lists ([`Placeholders::of`]), for a pattern may be somebody's name. Two
//! forms are nobody's anywhere, and count without being listed: a number of one digit only, and one letter
//! before and behind the @ (`a@a.com`).

use crate::contact::Details;
use crate::{email, phone};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};
use ts_rs::TS;

/// What a new dealership begins with, a pattern a line: `*` stands for anything. With an @ it is about email
/// addresses, else about numbers. `no@*` and `na@*` are not among them: people are called so.
pub const DEFAULT_PATTERNS: &str = "noemail@*\nno-email@*\nno.email@*\nno_email@*\nnomail@*\nnone@*\n\
     n/a@*\nunknown@*\nnotknown@*\nnotgiven@*\nrefused@*\ntest@test.*\nasdf@asdf.*\n*@noemail.*\n*@none.*\n\
     0000*\n0123456789\n01234567890\n07123456789\n07700000000\n07000000000\n0700000*";

/// The most patterns of one dealership.
pub const PATTERNS_MAX: usize = 200;
/// The longest pattern, in characters.
pub const PATTERN_MAX: usize = 100;
/// An address that more contacts have than so many is offered as a placeholder.
pub const SUSPICIOUS_FROM: usize = 20;

/// Fewest digits of a number in which one digit stands alone.
const LEAST_ALIKE: usize = 5;

/// Of what kind an address is that somebody has not.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
    TS,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum AddressType {
    Email,
    Phone,
}

impl AddressType {
    /// Both.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// As it is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.into_str()
    }

    /// As staff call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Email => "Email",
            Self::Phone => "Telephone",
        }
    }
}

/// Why somebody has no address of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Why {
    /// They have none.
    None,
    /// They would rather not say.
    NotSaid,
    /// Something stands in its place that is none: to be put right.
    Placeholder,
}

impl Why {
    /// As it is stored.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.into_str()
    }

    /// In place of the address.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "Has none",
            Self::NotSaid => "Would rather not say",
            Self::Placeholder => "Placeholder",
        }
    }
}

/// That somebody has no address of a kind, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    pub kind: AddressType,
    pub why: Why,
    /// What was typed in its place; empty unless it is a placeholder.
    pub typed: String,
}

/// A pattern that cannot be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PatternProblem {
    #[error("At most 200 patterns.")]
    TooMany,
    #[error("A pattern takes at most 100 characters.")]
    TooLong,
    /// It says nothing, so that half the book would be placeholders.
    #[error("A pattern needs two letters or digits at least: one like *@* would take real addresses away.")]
    TooWide,
}

/// What the dealership takes for a placeholder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placeholders {
    emails: Vec<String>,
    numbers: Vec<String>,
}

impl Placeholders {
    /// Of the patterns in the settings, one a line.
    #[must_use]
    pub fn of(patterns: &str) -> Self {
        let mut all = Self::default();
        for pattern in lines(patterns) {
            if pattern.contains('@') {
                all.emails.push(pattern);
            } else {
                let digits = national(&pattern);
                if !digits.is_empty() {
                    all.numbers.push(digits);
                }
            }
        }
        all
    }

    /// Is this email address none? Goes by its key ([`email::Email::key`]).
    #[must_use]
    pub fn is_email(&self, key: &str) -> bool {
        is_one_letter(key) || self.emails.iter().any(|pattern| fits(pattern.as_bytes(), key.as_bytes()))
    }

    /// Is this number none, as it was typed? What cannot be read as a number may be one all the same.
    #[must_use]
    pub fn is_number(&self, typed: &str) -> bool {
        let digits = national(typed);
        let digits = digits.as_bytes();
        let is_alike =
            digits.len() >= LEAST_ALIKE && digits.iter().all(|digit| Some(digit) == digits.first());
        !digits.is_empty()
            && (is_alike || self.numbers.iter().any(|pattern| fits(pattern.as_bytes(), digits)))
    }

    /// As [`Placeholders::is_number`], of a number that was read: what stands beside it does not matter.
    #[must_use]
    pub fn is_phone(&self, e164: &str, typed: &str) -> bool {
        self.is_number(if e164.is_empty() { typed } else { e164 })
    }

    /// Is what was typed for a kind of address none? What is no email address at all is refused elsewhere.
    #[must_use]
    pub fn is_none(&self, kind: AddressType, typed: &str) -> bool {
        match kind {
            AddressType::Email => email::parse(typed).is_ok_and(|email| self.is_email(&email.key)),
            AddressType::Phone => self.is_phone(&phone::parse(typed).e164.unwrap_or_default(), typed),
        }
    }

    /// What addresses begin with that patterns list, as far as it is more than a letter or two: where to look
    /// for those on file.
    pub fn beginnings(&self) -> impl Iterator<Item = (AddressType, &str)> {
        let head = |pattern: &'_ String| pattern.find('*').unwrap_or(pattern.len());
        let emails =
            self.emails.iter().map(move |one| (AddressType::Email, one.get(..head(one)).unwrap_or("")));
        let numbers =
            self.numbers.iter().map(move |one| (AddressType::Phone, one.get(..head(one)).unwrap_or("")));
        emails.chain(numbers).filter(|(_, head)| head.len() > 2)
    }
}

/// Checks a list of patterns and gives it as it is kept: each line once, in small letters.
///
/// # Errors
/// A pattern that says too little, or too much.
pub fn check_patterns(typed: &str) -> Result<String, PatternProblem> {
    let mut kept: Vec<String> = Vec::new();
    for pattern in lines(typed) {
        if pattern.chars().count() > PATTERN_MAX {
            return Err(PatternProblem::TooLong);
        }
        if pattern.chars().filter(|c| c.is_alphanumeric()).count() < 2 {
            return Err(PatternProblem::TooWide);
        }
        if !kept.contains(&pattern) {
            kept.push(pattern);
        }
    }
    if kept.len() > PATTERNS_MAX { Err(PatternProblem::TooMany) } else { Ok(kept.join("\n")) }
}

/// What is on record in place of addresses once a contact is saved: what stood before, what was said now, and
/// what was typed that is none. Whoever has an address of a kind has no gap there.
#[must_use]
pub fn gaps_after(
    before: &[Gap],
    has: impl Fn(AddressType) -> bool,
    said: Option<&[(AddressType, Why)]>,
    found: &[Gap],
) -> Vec<Gap> {
    let mut after = Vec::new();
    for kind in AddressType::ALL.iter().copied().filter(|kind| !has(*kind)) {
        let of = |gaps: &[Gap]| gaps.iter().filter(|gap| gap.kind == kind).cloned().collect::<Vec<_>>();
        let told = said.and_then(|said| said.iter().find(|(of, _)| *of == kind));
        let (new, old) = (of(found), of(before));
        match told {
            Some((_, why)) if *why != Why::Placeholder => {
                after.push(Gap { kind, why: *why, typed: String::new() });
            }
            _ if !new.is_empty() => after.extend(new),
            // A placeholder stays on the list until somebody puts it right.
            _ if said.is_some() => after.extend(old.into_iter().filter(|gap| gap.why == Why::Placeholder)),
            _ => after.extend(old),
        }
    }
    after
}

/// Takes what is no address out of a contact's details and gives it as gaps. `is_real` is asked of the key of an
/// email address and of a number as it was typed: what somebody said is real stays.
pub fn take_out(
    details: &mut Details,
    listed: &Placeholders,
    is_real: impl Fn(AddressType, &str) -> bool,
) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut note = |kind, typed: &str| {
        found.push(Gap { kind, why: Why::Placeholder, typed: typed.to_owned() });
        false
    };
    details.emails.retain(|one| {
        let is_none = listed.is_email(&one.key) && !is_real(AddressType::Email, &one.key);
        !is_none || note(AddressType::Email, &one.address)
    });
    details.phones.retain(|one| {
        let is_none = listed.is_phone(&one.e164, &one.typed) && !is_real(AddressType::Phone, &one.typed);
        !is_none || note(AddressType::Phone, &one.typed)
    });
    found
}

/// Has the contact an address of this kind?
#[must_use]
pub fn has(details: &Details, kind: AddressType) -> bool {
    match kind {
        AddressType::Email => !details.emails.is_empty(),
        AddressType::Phone => !details.phones.is_empty(),
    }
}

fn lines(patterns: &str) -> impl Iterator<Item = String> {
    patterns.lines().map(|line| line.trim().to_lowercase()).filter(|line| !line.is_empty())
}

/// The digits of a number as they are dialled at home, and `*`.
fn national(typed: &str) -> String {
    let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '*').collect();
    let is_abroad = typed.trim_start().starts_with('+');
    let home = match (is_abroad, digits.strip_prefix("44"), digits.strip_prefix("0044")) {
        (true, Some(rest), _) | (_, _, Some(rest)) => Some(rest),
        _ => None,
    };
    match home {
        Some(rest) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        None => digits,
    }
}

/// One and the same letter before the @ and behind it: `a@a.com`, `xxx@xx.co.uk`.
fn is_one_letter(key: &str) -> bool {
    let Some((local, domain)) = key.split_once('@') else { return false };
    let name = domain.split('.').next().unwrap_or_default();
    let Some(letter) = local.chars().next().filter(|c| c.is_alphabetic()) else { return false };
    !name.is_empty() && local.chars().chain(name.chars()).all(|c| c == letter)
}

/// Does a text fit a pattern in which `*` stands for anything, also for nothing? In the time of the two
/// lengths multiplied, whatever somebody lists.
fn fits(pattern: &[u8], text: &[u8]) -> bool {
    let (mut at, mut with) = (0, 0);
    // Where the last star stands, and how far it reaches.
    let mut star: Option<(usize, usize)> = None;
    while let Some(letter) = text.get(at) {
        if pattern.get(with) == Some(&b'*') {
            star = Some((with, at));
            with += 1;
        } else if pattern.get(with) == Some(letter) {
            (at, with) = (at + 1, with + 1);
        } else if let Some((place, reach)) = star {
            (at, with) = (reach + 1, place + 1);
            star = Some((place, reach + 1));
        } else {
            return false;
        }
    }
    pattern.get(with..).is_some_and(|rest| rest.iter().all(|mark| *mark == b'*'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn listed() -> Placeholders {
        Placeholders::of(DEFAULT_PATTERNS)
    }

    #[test]
    fn l04_placeholders_email() {
        for typed in [
            "noemail@hadley.example",
            "NoEmail@x.co.uk",
            " none@none.com",
            "a@a.com",
            "xxx@xx.co.uk",
            "test@test.com",
            "test@test.co.uk",
            "unknown@unknown.com",
            "N/A@nowhere.com",
            "jo@noemail.com",
            "mailto:noemail@hadley.example",
        ] {
            assert!(listed().is_none(AddressType::Email, typed), "{typed}");
        }
        for typed in [
            "norman@example.org",
            "no@example.org",
            "na@example.org",
            "noel@example.org",
            "nora.none@example.org",
            "anna@anna.example",
            "test@example.org",
            "nathan@example.org",
            "a@b.com",
            "nonesuch@example.org",
            "tom@nonesuch.example",
            "ab@ab.com",
            "none",
            "tester@test.example",
            "1@1.com",
        ] {
            assert!(!listed().is_none(AddressType::Email, typed), "{typed}");
        }
    }

    #[test]
    fn l04_placeholders_number() {
        for typed in [
            "00000 000000",
            "0000",
            "11111111111",
            "(999) 999-9999",
            "0123456789",
            "01234 567890",
            "07700 000000",
            "+44 7700 000000",
            "0044 7700 000000",
            "07000 000000",
            "000-000-0000",
            "+44 (0)7700 000000",
        ] {
            assert!(listed().is_none(AddressType::Phone, typed), "{typed}");
        }
        for typed in [
            "07700 900123",
            "01632 960000",
            "020 7946 0000",
            "0808 157 0000",
            "01234 567891",
            "999",
            "",
            "ask his wife",
            "07777 777777",
            "00000 000000 / 07700 900123",
            "+353 86 123 4567",
            "0800 1111",
        ] {
            assert!(!listed().is_none(AddressType::Phone, typed), "{typed}");
        }
    }

    #[test]
    fn l04_what_is_not_listed_is_an_address_but_for_two_forms() {
        let none = Placeholders::of("");
        assert!(!none.is_none(AddressType::Email, "none@hadley.example"), "somebody may be called so");
        assert!(
            none.is_none(AddressType::Email, "a@a.com") && none.is_none(AddressType::Phone, "00000 000000")
        );
        let own = Placeholders::of("  NoSuch@* \n\n01632 9600*");
        assert!(own.is_none(AddressType::Email, "nosuch@example.org"));
        assert!(
            own.is_none(AddressType::Phone, "01632 960001")
                && !own.is_none(AddressType::Phone, "01632 961000")
        );
    }

    #[test]
    fn l04_patterns_are_checked() {
        assert_eq!(check_patterns(" NoEmail@* \n\nnoemail@*\n0000*").as_deref(), Ok("noemail@*\n0000*"));
        assert_eq!(check_patterns(DEFAULT_PATTERNS).as_deref(), Ok(DEFAULT_PATTERNS));
        assert_eq!(check_patterns(""), Ok(String::new()));
        for wide in ["*", "*@*", "@", "0*"] {
            assert_eq!(check_patterns(wide), Err(PatternProblem::TooWide), "{wide}");
        }
        assert_eq!(check_patterns(&"a".repeat(101)), Err(PatternProblem::TooLong));
        let many: Vec<String> = (0..=PATTERNS_MAX).map(|at| format!("nobody{at}@*")).collect();
        assert_eq!(check_patterns(&many.join("\n")), Err(PatternProblem::TooMany));
    }

    #[test]
    fn l04_what_stands_in_place_of_addresses() {
        let gap = |kind, why, typed: &str| Gap { kind, why, typed: typed.to_owned() };
        let (email, phone) = (AddressType::Email, AddressType::Phone);
        let old = [gap(email, Why::Placeholder, "no@x.example"), gap(phone, Why::None, "")];
        let nothing = |_| false;
        assert_eq!(gaps_after(&old, nothing, None, &[]), old, "whoever says nothing changes nothing");
        assert_eq!(gaps_after(&old, |kind| kind == email, None, &[]), old[1..], "an address puts it right");
        let none = [(email, Why::None), (phone, Why::NotSaid)];
        assert_eq!(
            gaps_after(&old, nothing, Some(&none), &[]),
            [gap(email, Why::None, ""), gap(phone, Why::NotSaid, "")]
        );
        assert_eq!(
            gaps_after(&old, nothing, Some(&[]), &[]),
            old[..1],
            "a placeholder stays until it is put right"
        );
        let found = [gap(phone, Why::Placeholder, "00000 000000")];
        assert_eq!(gaps_after(&old, nothing, None, &found), [old[0].clone(), found[0].clone()]);
        assert_eq!(gaps_after(&[], |_| true, Some(&none), &found), [], "beside a real one there is no gap");
    }

    proptest! {
        #[test]
        fn l04_a_star_stands_for_anything(head in "[a-z@.]{0,6}", middle in "[a-z@.]{0,6}", tail in "[a-z@.]{0,6}") {
            let pattern = format!("{head}*{tail}");
            let text = format!("{head}{middle}{tail}");
            prop_assert!(fits(pattern.as_bytes(), text.as_bytes()));
            prop_assert!(fits(text.as_bytes(), text.as_bytes()));
            let other = format!("{text}!");
            prop_assert!(!fits(text.as_bytes(), other.as_bytes()));
        }

        #[test]
        fn l04_nothing_typed_makes_it_stumble(typed in ".*", patterns in ".*") {
            let listed = Placeholders::of(&patterns);
            for kind in AddressType::ALL {
                let _ = listed.is_none(*kind, &typed);
            }
            let _ = check_patterns(&patterns);
        }
    }
}
