use super::*;
use crate::contact::{Contact, NewContact, add, load};
use crate::engine::Database;
use crate::keys::DataKey;
use crate::{Error, consent, values};
use forecourt_domain::contact::{Address, Details, EmailEntry, PhoneEntry, Vehicle};

fn details(at: i64) -> Details {
    let several = |what: &str| (0..at % 4).map(move |n| format!("{what} {at}.{n}")).collect::<Vec<_>>();
    let address = |line3| Address { line3, county: "Kent".into(), ..Address::default() };
    let phone = |typed| PhoneEntry { typed, kind: PhoneKind::Work, ..PhoneEntry::default() };
    let email = |address| EmailEntry { address, ..EmailEntry::default() };
    let vehicle = |make| Vehicle { make, ..Vehicle::default() };
    Details {
        title: format!("Title {at}"),
        notes: several("note").join("\n"),
        addresses: several("line").into_iter().map(address).collect(),
        phones: several("phone").into_iter().map(phone).collect(),
        emails: several("mail").into_iter().map(email).collect(),
        vehicles: several("make").into_iter().map(vehicle).collect(),
        ..Details::default()
    }
}

/// Contacts in the order of their numbers, each third with a standing and a few events.
fn fill(tx: &Tx<'_>) -> Result<()> {
    for at in 1..=700 {
        let new = NewContact {
            reference: &format!("C{at}"),
            details: &details(at),
            sort_name: "",
            sort_postcode: "",
            last_purchase: "2026-01-01",
            import: 1,
            at: "",
            by: "",
        };
        let id = add(tx, &new)?.get();
        if at % 3 == 0 {
            tx.run(
                "INSERT INTO consent_standing (contact_id, excluded, cells, given_on, given_method)
                 VALUES (?, ?, 'granted consent 2026-01-02 - email:sg us', '2026-01-02', 'phone')",
                values![id, at % 2],
            )?;
            for (cells, notes) in
                [("unset granted email:sg us", "given"), ("granted refused email:sg us", "no")]
            {
                let act =
                    tx.returning("INSERT INTO consent_act (cells) VALUES (?) RETURNING id", values![cells])?;
                let seq = tx.returning(
                    "INSERT INTO consent_event (contact_id, act_id, notes, local_date)
                     VALUES (?, ?, ?, '2026-01-02') RETURNING seq",
                    values![id, act, notes],
                )?;
                tx.run(
                    "INSERT INTO ledger (seq, at, commitment, hash) VALUES (?, '2026-01-02T10:00:00.000Z', ?, ?)",
                    values![seq, &b""[..], &b""[..]],
                )?;
            }
        }
    }
    Ok(())
}

fn is_as_loaded(filed: &FiledContact<'_>, contact: &Contact, standing: &Standing, given: Option<&str>) {
    let details = &contact.details;
    let [reference, title, first_name, last_name, company, notes, last_purchase] = filed.head();
    assert_eq!([reference, title, notes], [&contact.reference, &details.title, &details.notes]);
    assert_eq!([first_name, last_name, company], [&details.first_name, &details.last_name, &details.company]);
    assert_eq!(last_purchase, contact.last_purchase);
    let first = details.addresses.first().cloned().unwrap_or_default();
    let lines = [first.line1, first.line2, first.line3, first.town, first.county, first.postcode];
    assert_eq!(filed.address(), lines.each_ref().map(String::as_str));
    assert_eq!(filed.email(), details.emails.first().map_or("", |email| &email.address));
    let vehicle = details.vehicles.first().cloned().unwrap_or_default();
    assert_eq!(
        filed.vehicle(),
        [vehicle.registration, vehicle.make, vehicle.model].each_ref().map(String::as_str)
    );
    let phones: Vec<_> = filed.phones().map(|phone| (phone.kind, phone.typed.to_owned())).collect();
    let loaded: Vec<_> = details.phones.iter().map(|phone| (phone.kind, phone.typed.clone())).collect();
    assert_eq!(phones, loaded);
    let read = filed.standing();
    assert_eq!((read.excluded, read.cells), (standing.excluded, standing.cells.clone()));
    let occasion =
        |standing: &Standing| standing.last_consent_given.clone().map(|last| (last.date, last.method));
    assert_eq!(occasion(&filed.standing()), occasion(standing));
    assert_eq!(filed.given_notes(), given);
}

#[test]
fn a_stretch_of_a_file_holds_what_each_contact_holds() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
    database
        .write(|tx| {
            fill(tx)?;
            let near: Vec<i64> = (1..=450).collect();
            let far: Vec<i64> = (1..=700).step_by(9).collect();
            let gaps: Vec<i64> = (1..=700).step_by(2).collect();
            for ids in [vec![], vec![5], near, far, gaps, vec![700, 3, 9_999, 3, 4, 1, 350]] {
                let ids: Vec<ContactId> = ids.into_iter().map(ContactId::new).collect();
                let filed = Filed::read(tx, &ids)?;
                let mut filed = filed.contacts();
                for (at, id) in ids.iter().enumerate() {
                    let Some(contact) = load(tx, *id)?.filter(|_| !ids[..at].contains(id)) else {
                        continue;
                    };
                    let events = consent::events(tx, *id)?;
                    let given = events.iter().rev().find(|event| event.change.gives_consent());
                    let standing = consent::standing(tx, *id)?;
                    let given = given.map(|event| event.notes.as_str());
                    is_as_loaded(&filed.next().unwrap(), &contact, &standing, given);
                }
                assert!(filed.next().is_none());
            }
            Ok::<_, Error>(())
        })
        .unwrap();
}

#[test]
fn no_table_is_read_beyond_the_contacts_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
    for many in [&HEADS, &ADDRESSES, &PHONES, &EMAILS, &VEHICLES, &EVENTS] {
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
