//! What is said many times stands once in the file, and is read back as if it stood everywhere.

use crate::scene::{AT, Store, add, answer, append, granted, person};
use forecourt_domain::consent::State;
use forecourt_domain::contact::{EmailKind, email_entry, name_order};
use forecourt_store::contact::{NewContact, Stamp};
use forecourt_store::{access, consent, contact, import_batch, values};

#[test]
fn events_that_did_the_same_share_what_they_did() {
    let store = Store::new();
    store.write(|tx| {
        for n in 1..=9 {
            let id = add(tx, &format!("C{n:07}"), &person(&format!("Quill{n}"), n))?;
            append(tx, answer(id, granted(State::Unset), &format!("note {n}"), n as i64))?;
        }
        let other = contact::by_reference(tx, "C0000009")?.unwrap();
        let mut event = answer(other, granted(State::Granted), "", 10);
        event.zone = "Europe/Dublin".into();
        append(tx, event)?;
        assert_eq!(tx.number("SELECT count(*) FROM consent_event", &[])?, 10);
        assert_eq!(tx.number("SELECT count(*) FROM consent_act", &[])?, 2);
        // And each says its own.
        let id = contact::by_reference(tx, "C0000004")?.unwrap();
        let mut expected = answer(id, granted(State::Unset), "note 4", 4);
        let events = consent::events(tx, id)?;
        expected.seq = events[0].seq;
        assert_eq!(events, [expected]);
        Ok(())
    });
}

#[test]
fn when_and_by_whom_a_contact_of_an_import_was_made_its_import_says() {
    const IMPORTED: &str = "2026-11-20T09:00:00.000Z";
    let store = Store::new();
    store.write(|tx| {
        let import = import_batch::start(tx, "people.csv", IMPORTED, "employee:7")?;
        let details = person("Quill", 1);
        let sort_name = name_order(&details.first_name, &details.last_name, &details.company);
        let new = NewContact {
            reference: "C1",
            details: &details,
            sort_name: &sort_name,
            sort_postcode: "",
            last_purchase: "",
            import: import.get(),
            at: IMPORTED,
            by: "employee:7",
        };
        let id = contact::add(tx, &new)?;
        let made = contact::load(tx, id)?.unwrap();
        assert_eq!((made.created_at.as_str(), made.changed_by.as_str()), (IMPORTED, "employee:7"));

        let stamp = Stamp { at: AT, by: "employee:3", day: "2026-11-21" };
        let updated = contact::update(tx, &made, &person("Rush", 2), stamp)?;
        assert_eq!(updated, contact::Updated::Done(Vec::new()));
        let changed = contact::load(tx, id)?.unwrap();
        assert_eq!((changed.created_at.as_str(), changed.changed_at.as_str()), (IMPORTED, AT));
        assert_eq!(changed.changed_by, "employee:3");

        // Whoever asks what is held about them is told too.
        let table = access::tables().find(|table| table.name == "contact").unwrap();
        let mut told = Vec::new();
        access::values_of::<forecourt_store::Error>(tx, table, id, |held| {
            told.push((held.column.words, held.text.to_owned()));
            Ok(())
        })?;
        assert!(told.contains(&("Created", IMPORTED.to_owned())), "{told:?}");
        assert!(told.contains(&("Last changed by", "employee:3".to_owned())), "{told:?}");
        Ok(())
    });
}

#[test]
fn an_address_is_compared_by_its_key_which_stands_only_where_it_is_another() {
    let store = Store::new();
    store.write(|tx| {
        let mut ids = Vec::new();
        for (n, address) in ["ann@example.org", "Ann.B@Example.org"].into_iter().enumerate() {
            let mut details = person("Quill", n);
            details.emails = vec![email_entry(EmailKind::Home, address).unwrap()];
            let id = add(tx, &format!("C{n}"), &details)?;
            assert_eq!(contact::load(tx, id)?.unwrap().details.emails, details.emails);
            let reached = contact::reached_by(tx, &[id], Vec::new())?;
            assert_eq!(reached[0].emails[0].key, details.emails[0].key);
            assert_eq!(contact::by_email(tx, &details.emails[0].key)?, [id]);
            ids.push(id.get());
        }
        let keys = |id: i64| {
            tx.one("SELECT key FROM contact_email WHERE contact_id = ?", values![id], |row| row.text(0))
        };
        assert_eq!(keys(ids[0])?.as_deref(), Some(""));
        assert_eq!(keys(ids[1])?.as_deref(), Some("ann.b@example.org"));
        Ok(())
    });
}
