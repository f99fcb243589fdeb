//! By what two rows are one person although they share neither email address nor account reference: the
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
}

/// Who on file is like a row's person.
pub(super) enum OnFile {
    Nobody,
    /// Somebody of another name has the plate. A car that was sold keeps it.
    OfThePlate,
    /// All but the email address agrees.
    ButForTheAddress,
    /// These are the same, by what staff read.
    Same(Vec<ContactId>, String),
}

/// Looks for a row's person on file. Whoever has an email address is told from whoever has another: father
/// and son share all but that. Each term is asked for once: most rows of a file are new here.
pub(super) fn on_file(tx: &Tx<'_>, row: &PreparedRow) -> Result<OnFile, forecourt_store::Error> {
    let has_address = !row.details.emails.is_empty();
    let mut alike = OnFile::Nobody;
    let mut owned = false;
    for likeness in likenesses(row) {
        let found = match &likeness {
            Likeness::Number(e164) => contact::of_name_and_phone(tx, &row.sort_name, e164)?,
            Likeness::Postcode(key) => contact::of_name_at(tx, &row.sort_name, key)?,
            Likeness::Plate(key) => {
                let owners = contact::by_plate(tx, key)?;
                owned |= !owners.is_empty();
                alike_owners(tx, owners, row)?
            }
            Likeness::PlateAndNumber(..) => continue,
        };
        let mut same = Vec::new();
        for id in found {
            if has_address && contact::has_email(tx, id)? {
                alike = OnFile::ButForTheAddress;
            } else {
                same.push(id);
            }
        }
        if !same.is_empty() {
            return Ok(OnFile::Same(same, likeness.what()));
        }
    }
    if matches!(alike, OnFile::Nobody) && owned {
        alike = OnFile::OfThePlate;
    }
    Ok(alike)
}

/// Those owners of a row's plate who have its name or one of its numbers.
fn alike_owners(
    tx: &Tx<'_>,
    owners: Vec<ContactId>,
    row: &PreparedRow,
) -> Result<Vec<ContactId>, forecourt_store::Error> {
    let mut alike = Vec::new();
    for id in owners {
        let mut is_alike = contact::sort_name(tx, id)? == row.sort_name;
        for phone in row.details.phones.iter().filter(|phone| !phone.e164.is_empty()) {
            is_alike = is_alike || contact::has_phone(tx, id, &phone.e164)?;
        }
        if is_alike {
            alike.push(id);
        }
    }
    Ok(alike)
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
