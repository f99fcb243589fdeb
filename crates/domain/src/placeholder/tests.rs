//! What counts as a placeholder, and what stands in place of addresses (L-04).

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
    assert!(none.is_none(AddressType::Email, "a@a.com") && none.is_none(AddressType::Phone, "00000 000000"));
    let own = Placeholders::of("  NoSuch@* \n\n01632 9600*");
    assert!(own.is_none(AddressType::Email, "nosuch@example.org"));
    assert!(
        own.is_none(AddressType::Phone, "01632 960001") && !own.is_none(AddressType::Phone, "01632 961000")
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
