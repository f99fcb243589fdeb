//! Contacts with everything that belongs to them, many at a time: a file or a pile of forms asks six
//! statements about a stretch of contacts, where one contact after the other would be asked six each.

use super::many::Many;
use super::{Contact, address, email, head, phone, vehicle};
use crate::consent::row::standing_from;
use crate::engine::{Result, Row, Tx};
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::ContactId;
use std::collections::HashMap;

static HEADS: Many = Many::ordered(
    "SELECT c.id, c.reference, c.version, c.title, c.first_name, c.last_name, c.company, c.date_of_birth, c.notes,
         c.last_purchase, c.import_id, c.created_at, c.changed_at, c.changed_by,
         coalesce(s.version, 0), coalesce(s.excluded, 0), coalesce(s.cells, ''), coalesce(s.given_on, ''),
         coalesce(s.given_method, ''), coalesce(s.given_actor, ''), coalesce(s.reviewed_on, ''),
         coalesce(s.reviewed_method, ''), coalesce(s.reviewed_actor, ''), coalesce(s.deferrals, 0)
     FROM contact c LEFT JOIN consent_standing s ON s.contact_id = c.id WHERE c.id IN",
    "ORDER BY c.id",
);
/// Where a standing begins in [`HEADS`].
const STANDING: usize = 14;

static ADDRESSES: Many = Many::ordered(
    "SELECT contact_id, kind, line1, line2, line3, town, county, postcode, country FROM contact_address
     WHERE contact_id IN",
    IN_PLACE,
);
static PHONES: Many = Many::ordered(
    "SELECT contact_id, kind, typed, e164, extension FROM contact_phone WHERE contact_id IN",
    IN_PLACE,
);
static EMAILS: Many = Many::ordered(
    "SELECT contact_id, kind, address, coalesce(nullif(key, ''), address) FROM contact_email WHERE contact_id IN",
    IN_PLACE,
);
static VEHICLES: Many = Many::ordered(
    "SELECT k.contact_id, v.registration, v.make, v.model, v.id FROM vehicle_keeper k CROSS JOIN vehicle v
     WHERE v.id = k.vehicle_id AND k.until = '' AND k.contact_id IN",
    "ORDER BY k.contact_id, k.position",
);
const IN_PLACE: &str = "ORDER BY contact_id, position";

/// A contact as [`super::load`] gives it, with what it allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub contact: Contact,
    /// Empty for a contact nobody was asked about.
    pub standing: Standing,
}

/// These contacts, each once and in their order; contacts that are gone are left out.
pub fn wholes(tx: &Tx<'_>, ids: &[ContactId]) -> Result<Vec<Whole>> {
    let mut by_number = ids.to_vec();
    by_number.sort_unstable();
    by_number.dedup();
    let mut found: Vec<Whole> = Vec::with_capacity(by_number.len());
    let mut wanted = by_number.iter().peekable();
    HEADS.along(tx, &by_number, |row| {
        let id = ContactId::new(row.int(0)?);
        while wanted.next_if(|wanted| **wanted < id).is_some() {}
        if wanted.next_if(|wanted| **wanted == id).is_some() {
            found.push(Whole { contact: head(row)?, standing: standing_from(row, STANDING)? });
        }
        Ok(())
    })?;
    parts(tx, &ADDRESSES, &by_number, &mut found, |whole, row| {
        whole.contact.details.addresses.push(address(row, 1)?);
        Ok(())
    })?;
    parts(tx, &PHONES, &by_number, &mut found, |whole, row| {
        whole.contact.details.phones.push(phone(row, 1)?);
        Ok(())
    })?;
    parts(tx, &EMAILS, &by_number, &mut found, |whole, row| {
        whole.contact.details.emails.push(email(row, 1)?);
        Ok(())
    })?;
    parts(tx, &VEHICLES, &by_number, &mut found, |whole, row| {
        whole.contact.details.vehicles.push(vehicle(row, 1)?);
        Ok(())
    })?;
    if by_number == ids {
        return Ok(found);
    }
    let mut found: HashMap<ContactId, Whole> =
        found.into_iter().map(|whole| (whole.contact.id, whole)).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Gives each part to whom it belongs: both come by the contacts' numbers.
fn parts(
    tx: &Tx<'_>,
    many: &Many,
    ids: &[ContactId],
    to: &mut [Whole],
    mut give: impl FnMut(&mut Whole, &Row<'_>) -> Result<()>,
) -> Result<()> {
    let mut to = to.iter_mut().peekable();
    many.along(tx, ids, |row| {
        let id = ContactId::new(row.int(0)?);
        while to.next_if(|whole| whole.contact.id < id).is_some() {}
        match to.peek_mut() {
            Some(whole) if whole.contact.id == id => give(whole, row),
            _ => Ok(()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::{NewContact, add, load};
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, consent, values};
    use forecourt_domain::contact::{Address, Details, EmailEntry, PhoneEntry, Vehicle};

    fn details(at: i64) -> Details {
        let several = |what: &str| (0..at % 4).map(move |n| format!("{what} {at}.{n}")).collect::<Vec<_>>();
        Details {
            last_name: format!("Name {at}"),
            addresses: several("line")
                .into_iter()
                .map(|line1| Address { line1, ..Address::default() })
                .collect(),
            phones: several("phone")
                .into_iter()
                .map(|typed| PhoneEntry { typed, ..PhoneEntry::default() })
                .collect(),
            emails: several("mail")
                .into_iter()
                .map(|address| EmailEntry { address, ..EmailEntry::default() })
                .collect(),
            vehicles: several("make")
                .into_iter()
                .map(|make| Vehicle { make, ..Vehicle::default() })
                .collect(),
            ..Details::default()
        }
    }

    #[test]
    fn many_contacts_are_read_as_each_by_itself() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        database
            .write(|tx| {
                for at in 1..=700 {
                    let (reference, details) = (format!("C{at}"), details(at));
                    add(
                        tx,
                        &NewContact {
                            reference: &reference,
                            details: &details,
                            sort_name: "",
                            sort_postcode: "",
                            last_purchase: "",
                            import: 1,
                            at: "",
                            by: "",
                        },
                    )?;
                    if at % 3 == 0 {
                        tx.run(
                            "INSERT INTO consent_standing (contact_id, version, given_on) VALUES (?, ?, '2026-01-02')",
                            values![at, at],
                        )?;
                    }
                }
                let near: Vec<i64> = (1..=450).collect();
                let far: Vec<i64> = (1..=700).step_by(9).collect();
                let gaps: Vec<i64> = (1..=700).step_by(2).collect();
                let mixed = vec![700, 3, 9_999, 3, 4, 1, 350];
                for ids in [vec![], vec![5], near, far, gaps, mixed] {
                    let ids: Vec<ContactId> = ids.into_iter().map(ContactId::new).collect();
                    let mut each = Vec::new();
                    for (at, id) in ids.iter().enumerate() {
                        if let Some(contact) = load(tx, *id)?.filter(|_| !ids[..at].contains(id)) {
                            each.push(Whole { contact, standing: consent::standing(tx, *id)? });
                        }
                    }
                    assert_eq!(wholes(tx, &ids)?, each);
                }
                Ok::<_, Error>(())
            })
            .unwrap();
    }

    #[test]
    fn no_table_is_read_beyond_the_contacts_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for many in [&HEADS, &ADDRESSES, &PHONES, &EMAILS, &VEHICLES] {
            let [named, stretch] = many.statements();
            for sql in [&named, &stretch] {
                let plan = database.plan(sql).unwrap().join("; ");
                assert!(plan.contains("SEARCH") && !plan.contains("SCAN"), "{sql}\n{plan}");
            }
            // A stretch lies in the file as it is wanted.
            let plan = database.plan(&stretch).unwrap().join("; ");
            assert!(!plan.contains("TEMP B-TREE"), "{stretch}\n{plan}");
        }
    }
}
