//! A postal address in one cell, and what stands beside a postcode.

use forecourt_domain::contact::Address;
use forecourt_domain::postcode;

/// Puts the parts of a whole address where they belong: only where the file has no cell for town and postcode,
/// and the text ends with a postcode. Every line stays.
pub(super) fn divide(street: &str, address: &mut Address) -> bool {
    let Some((before, found)) = postcode::at_end(street) else { return false };
    let lines: Vec<&str> = before.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let between = if lines.len() > 1 { '\n' } else { ',' };
    let mut parts: Vec<String> = Vec::new();
    for part in
        before.split(between).map(|part| part.trim().trim_end_matches(',')).filter(|part| !part.is_empty())
    {
        match parts.last_mut() {
            // `2, The Row` is one line.
            Some(number) if number.chars().all(|c| c.is_ascii_digit()) => {
                number.push_str(", ");
                number.push_str(part);
            }
            _ => parts.push(part.to_owned()),
        }
    }
    address.postcode = found;
    if parts.len() > 4 {
        address.county = parts.pop().unwrap_or_default();
    }
    if parts.len() > 1 && parts.last().is_some_and(|last| !last.chars().any(|c| c.is_ascii_digit())) {
        address.town = parts.pop().unwrap_or_default();
    }
    let mut lines = parts.into_iter();
    address.line1 = lines.next().unwrap_or_default();
    address.line2 = lines.next().unwrap_or_default();
    address.line3 = lines.collect::<Vec<_>>().join(", ");
    true
}

/// Parts a postcode from what is written behind it: `DE1 1AB (deliveries to the yard)`.
pub(super) fn beside_postcode(cell: &str) -> Option<String> {
    // The longest postcode has seven characters and a blank: nothing stands beside most.
    if cell.len() <= 8 {
        return None;
    }
    let (found, behind) = postcode::at_start(cell)?;
    (!behind.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(street: &str) -> Option<[String; 6]> {
        let mut address = Address::default();
        let is_divided = divide(street, &mut address);
        let parts =
            [address.line1, address.line2, address.line3, address.town, address.county, address.postcode];
        is_divided.then_some(parts)
    }

    #[test]
    fn a_whole_address_keeps_every_line_and_finds_its_postcode() {
        let whole = ["1 The Row", "Old Quay", "Holbeck", "Leeds", "West Yorkshire", "LS1 4AP"];
        for street in [
            "1 The Row\nOld Quay\nHolbeck\nLeeds\nWest Yorkshire\nLS1 4AP",
            "1 The Row\r\nOld Quay,\r\nHolbeck,\r\nLeeds\r\nWest Yorkshire\r\nls14ap",
            "1 The Row, Old Quay, Holbeck, Leeds, West Yorkshire, LS1 4AP",
            "1 The Row, Old Quay, Holbeck, Leeds, West Yorkshire LS1 4AP.",
        ] {
            assert_eq!(divided(street).unwrap(), whole, "{street}");
        }
        assert_eq!(
            divided("2, The Row, Derby, DE1 1AA").unwrap(),
            ["2, The Row", "", "", "Derby", "", "DE1 1AA"]
        );
        assert_eq!(
            divided("12 High St Derby DE1 1AA").unwrap(),
            ["12 High St Derby", "", "", "", "", "DE1 1AA"]
        );
        assert_eq!(
            divided("Flat 3, 12 High St, DE1 1AA").unwrap(),
            ["Flat 3", "12 High St", "", "", "", "DE1 1AA"]
        );
        assert_eq!(
            divided("a, b, c, d, e, Leeds, Yorks, LS1 4AP").unwrap(),
            ["a", "b", "c, d, e", "Leeds", "Yorks", "LS1 4AP"]
        );
        assert_eq!(divided("12 High St, Derby"), None);
    }

    #[test]
    fn a_remark_behind_a_postcode_is_told_from_it() {
        assert_eq!(beside_postcode("de1 1ab (deliveries to the yard)").as_deref(), Some("DE1 1AB"));
        assert_eq!(beside_postcode("DE11AB, back door").as_deref(), Some("DE1 1AB"));
        for cell in ["DE1 1AB", "D02 AF30", "", "75008 Paris"] {
            assert_eq!(beside_postcode(cell), None, "{cell}");
        }
    }
}
