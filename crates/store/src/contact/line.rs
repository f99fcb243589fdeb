//! What a list shows of a contact: one row of `contact` and one of `consent_standing`.

use super::many::Many;
use crate::consent::row::standing_from;
use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::consent::Standing;
use forecourt_domain::contact::{Address, Details, PhoneEntry};
use forecourt_domain::ids::ContactId;
use std::collections::HashMap;

/// One line of a list of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactLine {
    pub id: ContactId,
    /// Its account reference.
    pub reference: String,
    pub first_name: String,
    /// Surname.
    pub last_name: String,
    pub company: String,
    /// Town of the main address.
    pub town: String,
    /// Postcode of the main address.
    pub postcode: String,
    /// The main number in E.164, or the text typed where that holds none.
    pub phone: String,
    /// The main email address.
    pub email: String,
    /// The first vehicle's plate.
    pub registration: String,
    /// When it was last changed, as UTC text.
    pub changed_at: String,
    /// What the contact allows.
    pub standing: Standing,
}

impl ContactLine {
    /// What the line itself tells of how the contact can be reached, so that it is not read once more: the postal
    /// address, where it has a town or postcode, and the numbers, where the main one is a UK mobile. That is the
    /// first that can be dialled and the first that takes text messages; behind any other number may stand a mobile.
    #[must_use]
    pub fn told(&self) -> Details {
        let has_place = !self.town.is_empty() || !self.postcode.is_empty();
        let address =
            || Address { town: self.town.clone(), postcode: self.postcode.clone(), ..Address::default() };
        let mobile = self
            .phone
            .strip_prefix(UK_MOBILE)
            .filter(|rest| rest.len() == UK_MOBILE_REST && rest.bytes().all(|digit| digit.is_ascii_digit()));
        let number = |_| PhoneEntry { e164: self.phone.clone(), ..PhoneEntry::default() };
        Details {
            addresses: has_place.then(address).into_iter().collect(),
            phones: mobile.map(number).into_iter().collect(),
            ..Details::default()
        }
    }
}

/// What the numbers of UK mobiles begin with, in E.164, and how many digits follow.
const UK_MOBILE: &str = "+447";
const UK_MOBILE_REST: usize = 9;

macro_rules! columns {
    () => {
        "c.id, c.reference, c.first_name, c.last_name, c.company, c.main_town, c.main_postcode, c.main_phone,
    c.main_email, c.main_registration, c.changed_at,
    coalesce(s.version, 0), coalesce(s.excluded, 0), coalesce(s.cells, ''), coalesce(s.given_on, ''),
    coalesce(s.given_method, ''), coalesce(s.given_actor, ''), coalesce(s.reviewed_on, ''),
    coalesce(s.reviewed_method, ''), coalesce(s.reviewed_actor, ''), coalesce(s.deferrals, 0)"
    };
}

/// The columns of [`from_row`], from `contact c` and `consent_standing s`.
pub(super) const COLUMNS: &str = columns!();

/// How many columns [`COLUMNS`] are; what a query adds stands behind them.
pub(super) const COLUMN_COUNT: usize = 21;

pub(super) fn from_row(row: &Row<'_>) -> Result<ContactLine> {
    Ok(ContactLine {
        id: ContactId::new(row.int(0)?),
        reference: row.text(1)?,
        first_name: row.text(2)?,
        last_name: row.text(3)?,
        company: row.text(4)?,
        town: row.text(5)?,
        postcode: row.text(6)?,
        phone: row.text(7)?,
        email: row.text(8)?,
        registration: row.text(9)?,
        changed_at: row.text(10)?,
        standing: standing_from(row, 11)?,
    })
}

macro_rules! select {
    ($end:literal) => {
        concat!(
            "SELECT ",
            columns!(),
            " FROM contact c LEFT JOIN consent_standing s ON s.contact_id = c.id ",
            $end
        )
    };
}

const ONE: &str = select!("WHERE c.id = ?");

static MANY: Many = Many::new(select!("WHERE c.id IN"));

/// The line of one contact.
pub fn line(tx: &Tx<'_>, id: ContactId) -> Result<Option<ContactLine>> {
    tx.one(ONE, values![id.get()], from_row)
}

/// The lines of these contacts, each once and in their order; contacts that are gone are left out.
pub fn lines(tx: &Tx<'_>, ids: &[ContactId]) -> Result<Vec<ContactLine>> {
    let mut found = HashMap::with_capacity(ids.len());
    MANY.each(tx, ids, |row| {
        let line = from_row(row)?;
        found.insert(line.id, line);
        Ok(())
    })?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}
