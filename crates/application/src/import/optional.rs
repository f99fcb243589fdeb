//! Cells that hold more than their field: what a person is not left out for.

use forecourt_domain::contact::{Draft, Vehicle};

/// What stands between the plates of one cell.
const BETWEEN: [char; 6] = [',', ';', '/', '&', '|', '\n'];

/// The longest plate there is, blanks included.
const LONGEST_PLATE: usize = 9;

/// Whether a contact is made all the same when this field cannot be kept: neither a name nor how they
/// are reached by mail hangs on it.
pub(super) fn can_do_without(field: &str) -> bool {
    matches!(field.split('.').next(), Some("title" | "addresses" | "vehicles"))
}

/// A text of the draft by its name in a problem: `title`, `addresses.0.postcode`, `vehicles.1.make`.
pub(super) fn field_mut<'d>(draft: &'d mut Draft, field: &str) -> Option<&'d mut String> {
    let mut parts = field.split('.');
    let name = parts.next()?;
    let at = parts.next().and_then(|at| at.parse::<usize>().ok());
    let leaf = parts.next().unwrap_or_default();
    match (name, at) {
        ("title", _) => Some(&mut draft.title),
        ("addresses", Some(at)) => {
            let address = draft.addresses.get_mut(at)?;
            match leaf {
                "line1" => Some(&mut address.line1),
                "line2" => Some(&mut address.line2),
                "line3" => Some(&mut address.line3),
                "town" => Some(&mut address.town),
                "county" => Some(&mut address.county),
                "postcode" => Some(&mut address.postcode),
                "country" => Some(&mut address.country),
                _ => None,
            }
        }
        ("vehicles", Some(at)) => {
            let vehicle = draft.vehicles.get_mut(at)?;
            match leaf {
                "registration" => Some(&mut vehicle.registration),
                "make" => Some(&mut vehicle.make),
                "model" => Some(&mut vehicle.model),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A vehicle for each plate of a cell with several; make and model are the first one's.
pub(super) fn one_each(vehicle: Vehicle) -> Vec<Vehicle> {
    let plates: Vec<&str> =
        vehicle.registration.split(BETWEEN).map(str::trim).filter(|plate| !plate.is_empty()).collect();
    if plates.len() < 2 || plates.iter().any(|plate| plate.chars().count() > LONGEST_PLATE) {
        return vec![vehicle];
    }
    let mut all: Vec<Vehicle> = plates
        .into_iter()
        .map(|plate| Vehicle { registration: plate.to_owned(), ..Vehicle::default() })
        .collect();
    if let Some(first) = all.first_mut() {
        first.make = vehicle.make;
        first.model = vehicle.model;
    }
    all
}
