//! By what two rows are one person although they share neither e-mail address nor account reference: the
//! same file a second time doubles nobody.

use super::reading::PreparedRow;
use forecourt_domain::ids::ContactId;
use forecourt_domain::{phone, plate, postcode};
use forecourt_store::{Tx, contact};

/// What, beside a name or a number, tells that two rows are one person.
pub(super) enum Likeness<'r> {
    /// In E.164.
    Number(&'r str),
    /// The key of a postcode.
    Postcode(String),
    /// The key of a plate.
    Plate(String),
    /// A plate and a number: the same household under another spelling of the name.
    PlateAndNumber(String, &'r str),
}

impl Likeness<'_> {
    /// What staff read of it.
    pub(super) fn what(&self) -> String {
        match self {
            Self::Number(e164) | Self::PlateAndNumber(_, e164) => phone::display(e164),
            Self::Postcode(key) => postcode::format(key),
            Self::Plate(key) => plate::format(key),
        }
    }

    /// Who on file is alike.
    pub(super) fn stored(&self, tx: &Tx<'_>, sort_name: &str) -> forecourt_store::Result<Vec<ContactId>> {
        match self {
            Self::Number(e164) => contact::named(tx, contact::by_phone(tx, e164)?, sort_name),
            Self::Postcode(key) => contact::named(tx, contact::by_postcode(tx, key)?, sort_name),
            Self::Plate(key) => contact::named(tx, contact::by_plate(tx, key)?, sort_name),
            Self::PlateAndNumber(key, e164) => {
                let owners = contact::by_plate(tx, key)?;
                if owners.is_empty() {
                    return Ok(owners);
                }
                let reached = contact::by_phone(tx, e164)?;
                Ok(owners.into_iter().filter(|id| reached.contains(id)).collect())
            }
        }
    }
}

/// In what a row may be like another, the surest first.
pub(super) fn likenesses(row: &PreparedRow) -> Vec<Likeness<'_>> {
    let details = &row.details;
    let mut likenesses = Vec::new();
    let numbers = || details.phones.iter().map(|phone| phone.e164.as_str()).filter(|e164| !e164.is_empty());
    let plates = || {
        let plates = details.vehicles.iter().map(|vehicle| plate::key(&vehicle.registration));
        plates.filter(|key| !key.is_empty())
    };
    if !row.sort_name.is_empty() {
        likenesses.extend(numbers().map(Likeness::Number));
        // Two of one first name may live at one postcode.
        if !details.last_name.is_empty() || !details.company.is_empty() {
            let keys = details.addresses.iter().map(|address| postcode::key(&address.postcode));
            likenesses.extend(keys.filter(|key| !key.is_empty()).map(Likeness::Postcode));
        }
        likenesses.extend(plates().map(Likeness::Plate));
    }
    for key in plates() {
        likenesses.extend(numbers().map(|e164| Likeness::PlateAndNumber(key.clone(), e164)));
    }
    likenesses
}
