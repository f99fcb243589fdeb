//! Whom a document is made out to, as it stands when it is posted.

use crate::contact::circumstance::executors;
use crate::contact::{Address, AddressKind, Details, display_name};

/// Name and address on a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addressee {
    pub name: String,
    /// Lines; the company first where the name is a person's.
    pub address: String,
}

/// What stands on the document of somebody who walked in and gave no name.
pub const CASH_SALE: &str = "Cash sale";

/// A contact as a document names it, at the address for bills where there is one, else at the main one. Who died
/// is no more to be written to: their executors are (L-03).
#[must_use]
pub fn addressee(details: &Details, died: bool) -> Addressee {
    let person = display_name(&details.first_name, &details.last_name, "");
    let mut name = match person.is_empty() {
        true => details.company.clone(),
        false => format!("{} {person}", details.title).trim().to_owned(),
    };
    let mut lines = Vec::new();
    if !person.is_empty() {
        lines.push(details.company.as_str());
        if died {
            name = executors(&name);
        }
    }
    let addresses = &details.addresses;
    let billing = addresses.iter().find(|address| address.kind == AddressKind::Billing);
    if let Some(address) = billing.or_else(|| addresses.first()) {
        let Address { line1, line2, line3, town, county, postcode, country, .. } = address;
        lines.extend([line1, line2, line3, town, county, postcode, country].map(String::as_str));
    }
    lines.retain(|line| !line.trim().is_empty());
    Addressee { name, address: lines.join("\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bob() -> Details {
        let address = |kind, line1: &str, postcode: &str| Address {
            kind,
            line1: line1.into(),
            town: "Ashbourne".into(),
            postcode: postcode.into(),
            ..Address::default()
        };
        Details {
            title: "Mr".into(),
            first_name: "Bob".into(),
            last_name: "Hill".into(),
            addresses: vec![
                address(AddressKind::Home, "2 Dove Street", "DE6 1AB"),
                address(AddressKind::Billing, "PO Box 7", "DE6 9ZZ"),
            ],
            ..Details::default()
        }
    }

    #[test]
    fn t04_a_document_is_made_out_to_a_person_at_the_address_for_bills() {
        let at = "PO Box 7\nAshbourne\nDE6 9ZZ";
        assert_eq!(addressee(&bob(), false), Addressee { name: "Mr Bob Hill".into(), address: at.into() });
        let mut details = bob();
        details.addresses.pop();
        details.company = "Hill Plumbing Ltd".into();
        let there = addressee(&details, false);
        assert_eq!(there.address, "Hill Plumbing Ltd\n2 Dove Street\nAshbourne\nDE6 1AB");
        let company = Details { company: "Hill Plumbing Ltd".into(), ..Details::default() };
        let alone = Addressee { name: "Hill Plumbing Ltd".into(), address: String::new() };
        assert_eq!(addressee(&company, false), alone);
    }

    #[test]
    fn l03_what_the_dead_owe_goes_to_their_executors() {
        assert_eq!(addressee(&bob(), true).name, "The executors of Mr Bob Hill");
        let unnamed = Details { title: String::new(), first_name: String::new(), ..bob() };
        assert_eq!(addressee(&unnamed, true).name, "The executors of Hill");
        assert_eq!(executors("The executors of Hill"), "The executors of Hill", "once");
        let company = Details { company: "Hill Plumbing Ltd".into(), ..Details::default() };
        assert_eq!(addressee(&company, true).name, "Hill Plumbing Ltd", "a company does not die");
    }
}
