//! Cells that hold more than their field: what a person is not left out for.

use super::fields::Field;
use super::kept::{Kept, without_controls};
use forecourt_domain::contact::{
    ADDRESSES_MAX, Draft, EMAILS_MAX, NOTES_MAX, PHONES_MAX, Problem, VEHICLES_MAX, Vehicle,
};
use forecourt_domain::plate;

/// What stands between the plates of one cell.
const BETWEEN: [char; 6] = [',', ';', '/', '&', '|', '\n'];

/// The longest plate there is, blanks included.
const LONGEST_PLATE: usize = 9;

/// A text of the draft by its name in a problem: `title`, `addresses.0.postcode`, `vehicles.1.make`.
fn field_mut<'d>(draft: &'d mut Draft, field: &str) -> Option<&'d mut String> {
    let mut parts = field.split('.');
    let name = parts.next()?;
    let at = parts.next().and_then(|at| at.parse::<usize>().ok());
    let leaf = parts.next().unwrap_or_default();
    match (name, at) {
        ("title", _) => Some(&mut draft.title),
        ("first_name", _) => Some(&mut draft.first_name),
        ("last_name", _) => Some(&mut draft.last_name),
        ("company", _) => Some(&mut draft.company),
        ("phones", Some(at)) => draft.phones.get_mut(at).map(|(_, typed)| typed),
        ("emails", Some(at)) => draft.emails.get_mut(at).map(|(_, typed)| typed),
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

/// The longest name of a person and of a company that stand on a record.
const NAMES: [(&str, usize); 3] = [("first_name", 100), ("last_name", 100), ("company", 200)];

/// Changes a draft so that what is wrong with it is no longer, and says what was done; `None` where nothing can
/// be done, as for a contact without any name. What does not fit goes into the notes.
pub(super) fn mend(draft: &mut Draft, problem: &Problem, kept: &mut Kept) -> Option<String> {
    let field = field_of(&problem.field);
    let words = &problem.words;
    if let Some(text) = field_mut(draft, &problem.field) {
        if text.trim().is_empty() {
            return None;
        }
        let plain = without_controls(text);
        if plain.len() != text.len() {
            *text = plain;
            return Some("This held characters that cannot be kept. Imported without those.".into());
        }
        let is_kept = kept.keep(field, text);
        let name = NAMES.iter().find(|(name, _)| *name == problem.field);
        return Some(match name {
            Some((_, most)) => {
                shorten(text, *most);
                let behind = if is_kept { "all of it stands in the notes" } else { "the end was left out" };
                format!("{words} Its beginning was imported; {behind}.")
            }
            None => {
                text.clear();
                format!("{words} {}", without(is_kept))
            }
        });
    }
    match problem.field.as_str() {
        "notes" => {
            let plain = without_controls(&draft.notes);
            if plain.len() != draft.notes.len() {
                draft.notes = plain;
                return Some("This held characters that cannot be kept. Imported without those.".into());
            }
            shorten(&mut draft.notes, NOTES_MAX);
            Some(format!("{words} Imported without their end."))
        }
        "date_of_birth" => {
            draft.date_of_birth = None;
            Some(format!("{words} Imported without it."))
        }
        "addresses" => {
            draft.addresses.truncate(ADDRESSES_MAX);
            Some(format!("{words} Imported without the others."))
        }
        "phones" => {
            draft.phones.truncate(PHONES_MAX);
            Some(format!("{words} Imported without the others."))
        }
        "emails" => {
            draft.emails.truncate(EMAILS_MAX);
            Some(format!("{words} Imported without the others."))
        }
        "vehicles" => {
            draft.vehicles.truncate(VEHICLES_MAX);
            Some(format!("{words} Imported without the others."))
        }
        _ => None,
    }
}

/// How the report says that a cell was not taken over.
pub(super) const fn without(is_kept: bool) -> &'static str {
    if is_kept { "Imported without it; it stands in the notes." } else { "Imported without it." }
}

/// At most so many characters, ending with a whole word where there is one.
fn shorten(text: &mut String, most: usize) {
    let Some((end, _)) = text.char_indices().nth(most) else { return };
    let head = text.get(..end).unwrap_or_default();
    let end = head.rfind(' ').filter(|at| at * 2 > end).unwrap_or(end);
    text.truncate(end);
}

/// The field of a problem, to name it in the notes.
fn field_of(problem: &str) -> Field {
    let leaf = problem.rsplit('.').next().unwrap_or_default();
    match (problem.split('.').next().unwrap_or_default(), leaf) {
        ("title", _) => Field::Title,
        ("first_name", _) => Field::FirstName,
        ("company", _) => Field::Company,
        ("phones", _) => Field::Phone,
        ("emails", _) => Field::Email,
        ("addresses", "postcode") => Field::Postcode,
        ("addresses", "town") => Field::Town,
        ("addresses", "county") => Field::County,
        ("addresses", "country") => Field::Country,
        ("addresses", _) => Field::Street,
        ("vehicles", "make") => Field::Make,
        ("vehicles", "model") => Field::Model,
        ("vehicles", _) => Field::Registration,
        _ => Field::LastName,
    }
}

/// A vehicle for each plate of a cell with several; make and model are the first one's. True when something is
/// written beside a plate, which stands in none of them.
pub(super) fn one_each(vehicle: Vehicle) -> (Vec<Vehicle>, bool) {
    let registration = vehicle.registration.as_bytes();
    if registration.len() <= LONGEST_PLATE
        && registration.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ')
    {
        return (vec![vehicle], false);
    }
    let parts = vehicle.registration.split(BETWEEN).map(str::trim).filter(|part| !part.is_empty());
    let mut plates: Vec<String> = Vec::new();
    let mut has_remark = false;
    for part in parts {
        let (plate, remark) =
            part.split_once('(').map_or((part, ""), |(plate, remark)| (plate.trim(), remark));
        has_remark |= !remark.is_empty();
        if plate.chars().count() <= LONGEST_PLATE {
            plates.push(plate.to_owned());
        } else if let Some(several) = side_by_side(plate) {
            plates.extend(several);
        } else {
            return (vec![vehicle], false);
        }
    }
    if plates.len() < 2 && !has_remark {
        return (vec![vehicle], false);
    }
    let mut all: Vec<Vehicle> =
        plates.into_iter().map(|registration| Vehicle { registration, ..Vehicle::default() }).collect();
    match all.first_mut() {
        Some(first) => {
            first.make = vehicle.make;
            first.model = vehicle.model;
        }
        None => all.push(vehicle),
    }
    (all, has_remark)
}

/// Plates with nothing but blanks between them: each word, or two together, is one.
fn side_by_side(text: &str) -> Option<Vec<String>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut plates = Vec::new();
    let mut rest = words.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        let two = behind.first().map(|second| format!("{first} {second}")).filter(|two| plate::is_uk(two));
        let (plate, length) = match two {
            Some(two) => (two, 2),
            None => ((*first).to_owned(), 1),
        };
        if !plate::is_uk(&plate) {
            return None;
        }
        plates.push(plate);
        rest = rest.get(length..).unwrap_or_default();
    }
    Some(plates)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plates(registration: &str) -> (Vec<String>, bool) {
        let (all, has_remark) = one_each(Vehicle { registration: registration.into(), ..Vehicle::default() });
        (all.into_iter().map(|vehicle| vehicle.registration).collect(), has_remark)
    }

    #[test]
    fn each_plate_of_a_cell_is_a_vehicle() {
        for cell in [
            "AB12 CDE, CD34 EFG, EF56 GHJ",
            "AB12 CDE / CD34 EFG / EF56 GHJ",
            "AB12 CDE\nCD34 EFG\nEF56 GHJ",
            "AB12 CDE CD34 EFG EF56 GHJ",
            "AB12 CDE & CD34 EFG EF56 GHJ",
        ] {
            assert_eq!(
                plates(cell),
                (vec!["AB12 CDE".into(), "CD34 EFG".into(), "EF56 GHJ".into()], false),
                "{cell}"
            );
        }
        assert_eq!(plates("AB12CDE CD34EFG").0, ["AB12CDE", "CD34EFG"]);
        assert_eq!(
            plates("AB12 CDE (his), CD34 EFG (hers)"),
            (vec!["AB12 CDE".into(), "CD34 EFG".into()], true)
        );
        for cell in ["AB12 CDE", "", "191-D-12345", "company car, see the fleet list", "on order"] {
            assert_eq!(plates(cell), (vec![cell.to_owned()], false), "{cell}");
        }
    }

    #[test]
    fn a_name_that_is_too_long_keeps_its_beginning() {
        let mut text = "Anna Maria ".repeat(12);
        shorten(&mut text, 100);
        assert!(text.ends_with("Maria") && text.chars().count() <= 100, "{text}");
        let mut one = "é".repeat(150);
        shorten(&mut one, 100);
        assert_eq!(one.chars().count(), 100);
    }
}
