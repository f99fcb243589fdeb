//! What the columns of the database are called in a file that a customer reads, and how their
//! values are written there.

use chrono::NaiveDate;
use forecourt_domain::phone;
use forecourt_domain::time::{Moment, uk_date};

/// The name of a section: `Addresses`.
pub(super) fn section(words: &str) -> String {
    sentence(words)
}

/// The name of a column. A column that is not named here yet is called by its own name.
pub(super) fn field(table: &str, column: &str) -> String {
    let name = match (table, column) {
        ("contact", "reference") => "Account reference",
        ("contact", "first_name") => "First name",
        ("contact", "last_name") => "Surname",
        ("contact", "date_of_birth") => "Date of birth",
        ("contact", "last_purchase") => "Last purchase",
        ("contact_address", "line1") => "Line 1",
        ("contact_address", "line2") => "Line 2",
        ("contact_address", "line3") => "Line 3",
        ("contact_phone", "typed") => "As typed",
        ("contact_phone", "e164") => "Number",
        ("contact_email", "address") | ("portal_link", "address") => "Address",
        ("capture_form", "number") => "Form number",
        ("portal_link", "token_hash") => "Fingerprint of the link (SHA-256)",
        _ => return sentence(&column.replace('_', " ")),
    };
    name.to_owned()
}

/// A value as its reader writes it: numbers to dial in national form (SPEC 4.8), days as
/// `21/11/2026`, words of a list with a capital.
pub(super) fn value(column: &str, stored: &str) -> String {
    match column {
        "e164" => phone::display(stored),
        "date_of_birth" | "last_purchase" => {
            stored.parse::<NaiveDate>().map_or_else(|_| stored.to_owned(), uk_date)
        }
        "kind" => sentence(stored),
        _ => stored.to_owned(),
    }
}

/// A moment on the dealership's wall.
pub(super) fn wall(at: &str, zone: chrono_tz::Tz) -> String {
    Moment::parse(at).map_or_else(|| at.to_owned(), |at| at.wall_text(zone))
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_values_read_as_words() {
        assert_eq!(field("contact", "last_name"), "Surname");
        assert_eq!(field("contact_tyre", "tread_depth"), "Tread depth");
        assert_eq!(value("e164", "+447700900123"), "07700 900123");
        assert_eq!(value("date_of_birth", "1978-03-14"), "14/03/1978");
        assert_eq!(value("last_purchase", "spring 2019"), "spring 2019");
        assert_eq!(value("notes", "+447700900123"), "+447700900123", "text stays as it was written");
    }
}
