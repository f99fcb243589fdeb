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
    let mut reached: Vec<ContactId> = Vec::new();
    let mut named: Vec<(ContactId, bool)> = Vec::new();
    let mut owners: Vec<ContactId> = Vec::new();
    for likeness in likenesses(row) {
        let found = match &likeness {
            Likeness::Number(e164) => {
                let found = contact::by_phone(tx, e164)?;
                reached.extend_from_slice(&found);
                found
            }
            Likeness::Postcode(key) => contact::by_postcode(tx, key)?,
            Likeness::Plate(key) => {
                let found = contact::by_plate(tx, key)?;
                owners.extend_from_slice(&found);
                found
            }
            Likeness::PlateAndNumber(..) => continue,
        };
        let mut same = Vec::new();
        for id in found {
            let is_owner = matches!(likeness, Likeness::Plate(_)) && reached.contains(&id);
            if is_owner || is_named(tx, id, row, &mut named)? {
                if has_address && contact::has_email(tx, id)? {
                    alike = OnFile::ButForTheAddress;
                } else {
                    same.push(id);
                }
            }
        }
        if !same.is_empty() {
            return Ok(OnFile::Same(same, likeness.what()));
        }
    }
    if matches!(alike, OnFile::Nobody) && !owners.is_empty() {
        alike = OnFile::OfThePlate;
    }
    Ok(alike)
}

/// Has the contact the row's name? Asked once of each.
fn is_named(
    tx: &Tx<'_>,
    id: ContactId,
    row: &PreparedRow,
    known: &mut Vec<(ContactId, bool)>,
) -> Result<bool, forecourt_store::Error> {
    if let Some((_, is_same)) = known.iter().find(|(one, _)| *one == id) {
        return Ok(*is_same);
    }
    let is_same = contact::sort_name(tx, id)? == row.sort_name;
    known.push((id, is_same));
    Ok(is_same)
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
