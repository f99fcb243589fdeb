//! Who shares an address or number and said no, for many contacts at once: a page of a list asks three
//! statements about its contacts and one about their addresses and numbers, however many rows it has.

use super::many::Many;
use super::matching::by_email;
use crate::consent::row::standing_from;
use crate::engine::{Result, Tx};
use crate::search::term_of;
use forecourt_domain::consent::Standing;
use forecourt_domain::contact::{Address, Details, EmailEntry, PhoneEntry, PhoneKind};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use std::collections::HashMap;

static ADDRESSES: Many =
    Many::new("SELECT contact_id, position, line1, town, postcode FROM contact_address WHERE contact_id IN");
static PHONES: Many =
    Many::new("SELECT contact_id, position, kind, e164 FROM contact_phone WHERE contact_id IN");
static EMAILS: Many = Many::new(
    "SELECT contact_id, position, coalesce(nullif(key, ''), address) FROM contact_email WHERE contact_id IN",
);

/// Who has these terms. Nearly every address and number is one contact's alone, and of those nothing further is
/// read.
static HOLDERS: Many = Many::new("SELECT term, contact_id FROM search_term WHERE term IN");

/// Who said no to nothing has no say here, and is not read: thousands may hold one address that is none.
/// A party may be called so; whoever is read too much is weighed like everybody.
static DENYING: Many = Many::new(
    "SELECT t.term, t.contact_id, s.version, s.excluded, s.cells, s.given_on, s.given_method, s.given_actor,
         s.reviewed_on, s.reviewed_method, s.reviewed_actor, s.deferrals
     FROM search_term t JOIN consent_standing s ON s.contact_id = t.contact_id
     WHERE (s.excluded <> 0 OR s.cells LIKE '%refused%' OR s.cells LIKE '%withdrawn%') AND t.term IN",
);

/// By what these contacts, each named once, can be reached: their addresses, numbers and email addresses in their
/// order, as much of each as it takes to say so, and nothing else. Of what is `told` of a contact already nothing
/// is read.
pub fn reached_by(tx: &Tx<'_>, ids: &[ContactId], mut told: Vec<Details>) -> Result<Vec<Details>> {
    told.resize_with(ids.len(), Details::default);
    let places: HashMap<i64, usize> = ids.iter().enumerate().map(|(at, id)| (id.get(), at)).collect();
    let untold = |is_told: fn(&Details) -> bool| -> Vec<ContactId> {
        ids.iter().zip(&told).filter(|(_, details)| !is_told(details)).map(|(id, _)| *id).collect()
    };
    let mut addresses = Vec::new();
    ADDRESSES.each(tx, &untold(|details| !details.addresses.is_empty()), |row| {
        let address =
            Address { line1: row.text(2)?, town: row.text(3)?, postcode: row.text(4)?, ..Address::default() };
        addresses.push((row.int(0)?, row.int(1)?, address));
        Ok(())
    })?;
    let mut phones = Vec::new();
    PHONES.each(tx, &untold(|details| !details.phones.is_empty()), |row| {
        let kind = PhoneKind::from_word(row.text_ref(2)?);
        phones.push((
            row.int(0)?,
            row.int(1)?,
            PhoneEntry { kind, e164: row.text(3)?, ..PhoneEntry::default() },
        ));
        Ok(())
    })?;
    let mut emails = Vec::new();
    EMAILS.each(tx, ids, |row| {
        emails.push((row.int(0)?, row.int(1)?, EmailEntry { key: row.text(2)?, ..EmailEntry::default() }));
        Ok(())
    })?;
    hand_out(&mut told, &places, addresses, |details| &mut details.addresses);
    hand_out(&mut told, &places, phones, |details| &mut details.phones);
    hand_out(&mut told, &places, emails, |details| &mut details.emails);
    Ok(told)
}

/// Gives each part to whom it belongs, in the order of their places.
fn hand_out<T>(
    to: &mut [Details],
    places: &HashMap<i64, usize>,
    mut parts: Vec<(i64, i64, T)>,
    list: impl Fn(&mut Details) -> &mut Vec<T>,
) {
    parts.sort_by_key(|(of, place, _)| (*of, *place));
    for (of, _, part) in parts {
        if let Some(details) = places.get(&of).and_then(|at| to.get_mut(*at)) {
            list(details).push(part);
        }
    }
}

/// Who said no to anything, by address and number.
#[derive(Debug, Default)]
pub struct Denying(HashMap<String, Vec<(ContactId, Standing)>>);

impl Denying {
    /// Among the contacts who hold what others hold too of these email addresses (their keys) and numbers
    /// (E.164), each with the contact whose it is.
    pub fn among<'t>(
        tx: &Tx<'_>,
        emails: impl Iterator<Item = (ContactId, &'t String)>,
        phones: impl Iterator<Item = (ContactId, &'t String)>,
    ) -> Result<Self> {
        let emails = emails.map(|(own, key)| (term_of('e', key), own));
        let phones = phones.map(|(own, e164)| (phone_term(e164), own));
        let mut owned: Vec<(String, ContactId)> =
            emails.chain(phones).filter(|(term, _)| !term.contains('\0')).collect();
        owned.sort_unstable();
        owned.dedup_by(|next, first| next.0 == first.0);
        let (terms, owners): (Vec<String>, Vec<ContactId>) = owned.into_iter().unzip();
        let mut is_shared = vec![false; terms.len()];
        HOLDERS.each_text(tx, &terms, |row| {
            let term = row.text_ref(0)?;
            let Ok(at) = terms.binary_search_by(|known| known.as_str().cmp(term)) else { return Ok(()) };
            let holder = ContactId::new(row.int(1)?);
            if let (Some(shared), Some(owner)) = (is_shared.get_mut(at), owners.get(at)) {
                *shared |= holder != *owner;
            }
            Ok(())
        })?;
        let terms: Vec<String> =
            terms.into_iter().zip(is_shared).filter(|(_, shared)| *shared).map(|(term, _)| term).collect();
        let mut found: HashMap<String, Vec<(ContactId, Standing)>> = HashMap::new();
        DENYING.each_text(tx, &terms, |row| {
            let one = (ContactId::new(row.int(1)?), standing_from(row, 2)?);
            found.entry(row.text(0)?).or_default().push(one);
            Ok(())
        })?;
        Ok(Self(found))
    }

    /// Those with this email address.
    pub fn at_email(&self, tx: &Tx<'_>, key: &str) -> Result<Vec<&(ContactId, Standing)>> {
        if self.0.is_empty() {
            return Ok(Vec::new());
        }
        let term = term_of('e', key);
        let Some(found) = self.0.get(&term) else { return Ok(Vec::new()) };
        // A term is cut off at its limit; the address is not.
        let holders = if term.len() < key.len() + 1 { Some(by_email(tx, key)?) } else { None };
        let holds = |id: &ContactId| holders.as_ref().is_none_or(|holders| holders.contains(id));
        Ok(found.iter().filter(|(id, _)| holds(id)).collect())
    }

    /// Those with this number.
    #[must_use]
    pub fn at_phone(&self, e164: &str) -> &[(ContactId, Standing)] {
        if self.0.is_empty() {
            return &[];
        }
        self.0.get(&phone_term(e164)).map_or(&[], Vec::as_slice)
    }
}

fn phone_term(e164: &str) -> String {
    term_of('p', phone::national_digits(e164))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn whoever_said_no_is_looked_up_by_address_and_number() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let plan = database.plan(&format!("{} (?, ?)", DENYING.sql())).unwrap().join("; ");
        assert!(plan.contains("SEARCH t") && plan.contains("SEARCH s"), "{plan}");
        for many in [&ADDRESSES, &PHONES, &EMAILS, &HOLDERS] {
            let plan = database.plan(&format!("{} (?, ?)", many.sql())).unwrap().join("; ");
            assert!(plan.contains("SEARCH") && !plan.contains("SCAN"), "{plan}");
        }
    }
}
