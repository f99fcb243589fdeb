//! How the numbers of most customers are spaced, without asking the numbering plan: a page of a list shows a hundred
//! of them, and the plan tries a dozen patterns on each.

/// A UK number of ten digits, as the plan spaces it; `None` for what the plan has to be asked about.
pub(super) fn of_uk(e164: &str) -> Option<String> {
    let national = e164.strip_prefix("+44").filter(|national| national.len() == 10)?;
    if !national.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut text = String::with_capacity(national.len() + 3);
    text.push('0');
    let mut rest = national;
    for length in groups(national)? {
        let (group, behind) = rest.split_at_checked(*length)?;
        text.push_str(group);
        if !behind.is_empty() {
            text.push(' ');
        }
        rest = behind;
    }
    Some(text)
}

/// How many digits stand together. It shows in the first five, and a test asks the plan about all of those.
fn groups(national: &str) -> Option<&'static [usize]> {
    const TWO_FOUR_FOUR: &[usize] = &[2, 4, 4];
    const THREE_THREE_FOUR: &[usize] = &[3, 3, 4];
    const FOUR_SIX: &[usize] = &[4, 6];
    const FIVE_FIVE: &[usize] = &[5, 5];
    let digits = national.as_bytes().first_chunk::<5>()?;
    Some(match digits {
        // The few places whose codes have five digits.
        b"13873" | b"15242" | b"15394" | b"15395" | b"15396" | b"16973" | b"16974" | b"16977" | b"17683"
        | b"17684" | b"17687" | b"19467" => FIVE_FIVE,
        [b'1', b'7' | b'8', ..] => FOUR_SIX,
        // `0121` and `0113`: cities.
        [b'1', b'0' | b'1', ..] | [b'1', _, b'1', ..] => THREE_THREE_FOUR,
        [b'1', ..] => FOUR_SIX,
        [b'2' | b'5', ..] => TWO_FOUR_FOUR,
        // Personal numbers and pagers.
        [b'7', b'0', ..] | [b'7', b'6', b'0' | b'3'..=b'9', ..] => TWO_FOUR_FOUR,
        [b'7', b'6', b'2', b'3' | b'5' | b'6', ..] => TWO_FOUR_FOUR,
        [b'7', ..] => FOUR_SIX,
        [b'3' | b'8' | b'9', ..] => THREE_THREE_FOUR,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::of_uk;
    use crate::phone::{display, display_by_plan};

    #[test]
    fn every_beginning_is_spaced_as_the_numbering_plan_spaces_it() {
        for beginning in 0..100_000_u32 {
            // Other ends for neighbours, so that every end meets every kind of beginning.
            let end = beginning.wrapping_mul(7_919) % 100_000;
            let number = format!("+44{beginning:05}{end:05}");
            if let Some(spaced) = of_uk(&number) {
                assert_eq!(spaced, display_by_plan(&number), "{number}");
            }
        }
    }

    #[test]
    fn what_customers_have_is_spaced_without_the_plan_and_the_rest_by_it() {
        for (number, shown) in [
            ("+447700900123", "07700 900123"),
            ("+442079460018", "020 7946 0018"),
            ("+441214960000", "0121 496 0000"),
            ("+441632960001", "01632 960001"),
            ("+441539412345", "015394 12345"),
            ("+448081570000", "0808 157 0000"),
        ] {
            assert_eq!(of_uk(number).as_deref(), Some(shown));
        }
        for other in
            ["+448001111", "+44800123456", "+353861234567", "+44", "+44770090012x", "07700900123", ""]
        {
            assert_eq!(of_uk(other), None, "{other}");
            assert_eq!(display(other), display_by_plan(other));
        }
    }
}
