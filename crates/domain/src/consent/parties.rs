//! Whom consent is about besides the dealership: the third parties and manufacturers that Settings
//! name, and whoever else still holds a permission.

use super::{Party, Standing};

/// Third parties as the screens list them: those named in Settings, else all of them in one; and
/// whoever else still holds a permission, so that it can be taken away.
#[must_use]
pub fn third_parties(named: &[String], standing: &Standing) -> Vec<Party> {
    let mut parties: Vec<Party> = match named {
        [] => vec![Party::ThirdParty(None)],
        named => named.iter().map(|name| Party::ThirdParty(Some(name.clone()))).collect(),
    };
    for (cell, stored) in &standing.cells {
        if cell.party.is_third() && stored.state.is_permission() && !parties.contains(&cell.party) {
            parties.push(cell.party.clone());
        }
    }
    parties
}

/// Manufacturers as the screens list them: of the dealership's brands, and of whoever else still
/// holds a permission, so that it can be taken away.
#[must_use]
pub fn manufacturers(brands: &[String], standing: &Standing) -> Vec<Party> {
    let mut parties: Vec<Party> = brands.iter().cloned().map(Party::Manufacturer).collect();
    for (cell, stored) in &standing.cells {
        let manufacturer = matches!(cell.party, Party::Manufacturer(_));
        if manufacturer && stored.state.is_permission() && !parties.contains(&cell.party) {
            parties.push(cell.party.clone());
        }
    }
    parties
}

/// Is a third party one that Settings name? While they name none, the nameless one is.
#[must_use]
pub fn is_listed(named: &[String], party: &Party) -> bool {
    match party {
        Party::ThirdParty(Some(name)) => named.contains(name),
        Party::ThirdParty(None) => named.is_empty(),
        _ => false,
    }
}

/// Does the dealership still have to do with this party? Whom Settings no longer name can only be
/// taken away from.
#[must_use]
pub fn is_named(party: &Party, named: &[String], brands: &[String]) -> bool {
    match party {
        Party::Us => true,
        Party::ThirdParty(_) => is_listed(named, party),
        Party::Manufacturer(brand) => brands.contains(brand),
    }
}
