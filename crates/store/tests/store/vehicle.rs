//! Vehicles and who keeps them: many at a time, by one plate, and back.

use crate::scene::{AT, BY, Store, add, edit, person};
use forecourt_domain::contact::{Details, Vehicle};
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::vehicle::Record;
use forecourt_store::contact::{self, NewContact, Stamp, orders};
use forecourt_store::vehicle::{self, Transfer};
use forecourt_store::{Error, Result, Tx, erasure, search, values};

const STAMP: Stamp<'static> = Stamp { at: AT, by: BY, day: "2026-11-21" };

fn keeping(name: &str, plates: &[&str]) -> Details {
    let vehicles = plates.iter().map(|plate| Vehicle { registration: (*plate).into(), ..Vehicle::default() });
    Details { vehicles: vehicles.collect(), ..person(name, 1) }
}

/// Adds contacts as a stretch of an import does.
fn take_in(tx: &Tx<'_>, all: &[(&str, Details)], import: i64) -> Result<Vec<ContactId>> {
    let sorted: Vec<_> = all.iter().map(|(_, details)| orders(details)).collect();
    let new: Vec<NewContact<'_>> = all
        .iter()
        .zip(&sorted)
        .map(|((reference, details), (sort_name, sort_postcode))| NewContact {
            reference,
            details,
            sort_name,
            sort_postcode,
            last_purchase: "",
            import,
            at: AT,
            by: BY,
        })
        .collect();
    let ids = contact::add_all(tx, &new)?;
    for (id, (reference, details)) in ids.iter().zip(all) {
        search::add(tx, *id, reference, details)?;
    }
    Ok(ids)
}

fn bearing(tx: &Tx<'_>, plate: &str) -> Result<VehicleId> {
    Ok(vehicle::by_plate(tx, plate)?.unwrap_or_else(|| panic!("nothing bears {plate}")))
}

fn counted(tx: &Tx<'_>) -> Result<(i64, i64)> {
    let kept = tx.number("SELECT value FROM counter WHERE name = 'vehicles'", values![])?;
    Ok((kept, tx.number("SELECT count(*) FROM vehicle", values![])?))
}

#[test]
fn a_plate_is_one_vehicle_within_a_stretch_between_stretches_and_at_the_counter() {
    let store = Store::new();
    store.write(|tx| {
        let stretch: Vec<(String, Details)> = (0..450)
            .map(|at| (format!("C{at:05}"), keeping("Quill", &[&format!("AB{:02} CDE", at % 60), ""])))
            .map(|(reference, mut details)| {
                details.vehicles[1].make = "Fiat".into();
                (reference, details)
            })
            .collect();
        let stretch: Vec<(&str, Details)> =
            stretch.iter().map(|(reference, details)| (reference.as_str(), details.clone())).collect();
        let ids = take_in(tx, &stretch[..300], 1)?;
        let more = take_in(tx, &stretch[300..], 1)?;
        // 60 plates, and one without a plate for each contact.
        assert_eq!(counted(tx)?, (60 + 450, 60 + 450));
        let first = bearing(tx, "AB07CDE")?;
        let keepers = vehicle::keepers(tx, first)?;
        assert_eq!(keepers.len(), 450 / 60 + 1);
        assert!(keepers.iter().all(|keeper| keeper.is_current() && keeper.confirmed_on.is_empty()));
        assert_eq!(contact::load(tx, ids[7])?.unwrap().details, stretch[7].1);
        assert_eq!(contact::load(tx, more[9])?.unwrap().details, stretch[309].1);
        let here = add(tx, "N1", &keeping("Rush", &["ab07 cde"]))?;
        let keepers = vehicle::keepers(tx, first)?;
        let theirs = keepers.iter().find(|keeper| keeper.contact == here).unwrap();
        assert_eq!(theirs.confirmed_on, "2026-11-21", "said at the counter");
        Ok(())
    });
}

#[test]
fn an_import_changes_nothing_of_a_vehicle_that_was_there() {
    let store = Store::new();
    store.write(|tx| {
        add(tx, "N1", &keeping("Quill", &["AB12 CDE"]))?;
        let mut said = keeping("Rush", &["AB12CDE", "X1 ABC"]);
        said.vehicles[0].make = "Opel".into();
        let mut twice = keeping("Row", &["x1abc"]);
        twice.vehicles[0].model = "Ka".into();
        take_in(tx, &[("C1", said), ("C2", twice)], 7)?;
        let known = vehicle::load(tx, bearing(tx, "AB12CDE")?)?.unwrap();
        assert_eq!(known.record.make, "", "an import could not take it back");
        let own = vehicle::load(tx, bearing(tx, "X1ABC")?)?.unwrap();
        assert_eq!(own.record.model, "Ka", "what two rows say of its own adds up");
        let mut third = keeping("Reed", &["X1 ABC"]);
        third.vehicles[0].make = "Ford".into();
        take_in(tx, &[("C3", third)], 7)?;
        let own = vehicle::load(tx, own.id)?.unwrap();
        assert_eq!((own.record.make.as_str(), own.record.model.as_str()), ("Ford", "Ka"));
        Ok(())
    });
}

#[test]
fn whatever_becomes_of_plates_an_erasure_finds_every_term() {
    let store = Store::new();
    store.write(|tx| {
        let ida = add(tx, "N1", &keeping("Quill", &["AB12 CDE", "X1 ABC"]))?;
        let ann = add(tx, "N2", &keeping("Rush", &["AB12 CDE"]))?;
        let shared = bearing(tx, "AB12CDE")?;
        let move_to = |registration: &'static str, from: Option<VehicleId>| -> Result<()> {
            let version = vehicle::load(tx, shared)?.unwrap().version;
            let transfer = Transfer { vehicle: shared, version, registration, on: "2026-11-20", from };
            vehicle::move_plate(tx, &transfer, STAMP)?.expect("nobody else changed it");
            Ok(())
        };
        move_to("NEW 1", None)?;
        move_to("X1 ABC", Some(bearing(tx, "X1ABC")?))?;
        let version = vehicle::load(tx, shared)?.unwrap().version;
        vehicle::hand_over(tx, shared, version, Some(ann), "2026-11-21", STAMP)?.unwrap();
        let mut record = vehicle::load(tx, shared)?.unwrap();
        record.record.registration = "ZZ9 ZZZ".into();
        vehicle::update(tx, shared, record.version, &record.record, STAMP)?.unwrap();
        assert_eq!(contact::load(tx, ida)?.unwrap().details.vehicles.len(), 1, "the one without a plate");
        assert_eq!(contact::load(tx, ann)?.unwrap().details.vehicles[0].registration, "ZZ9 ZZZ");
        for id in [ida, ann] {
            erasure::take(tx, id)?;
            let left =
                tx.number("SELECT count(*) FROM search_term WHERE contact_id = ?", values![id.get()])?;
            assert_eq!(left, 0, "{id}");
        }
        assert_eq!(counted(tx)?, (0, 0), "nobody keeps or names them any more");
        for table in ["vehicle_keeper", "vehicle_plate", "vehicle_mileage"] {
            assert_eq!(tx.number(&format!("SELECT count(*) FROM {table}"), values![])?, 0, "{table}");
        }
        Ok(())
    });
}

#[test]
fn a_vehicle_that_a_document_names_outlives_its_keepers() {
    let store = Store::new();
    store.write(|tx| {
        let ida = add(tx, "N1", &keeping("Quill", &["AB12 CDE"]))?;
        let bob = add(tx, "N2", &keeping("Rush", &[]))?;
        let car = bearing(tx, "AB12CDE")?;
        tx.run(
            "INSERT INTO invoice (kind, contact_id, vehicle_id) VALUES ('service', ?, ?)",
            values![bob.get(), car.get()],
        )?;
        erasure::take(tx, ida)?;
        assert!(vehicle::load(tx, car)?.is_some());
        erasure::take(tx, bob)?;
        assert!(vehicle::load(tx, car)?.is_none(), "the last that named it is gone");
        Ok(())
    });
}

#[test]
fn two_vehicles_never_share_a_plate_or_a_vin() {
    let store = Store::new();
    let record = |registration: &str, vin: &str| Record {
        registration: registration.into(),
        vin: vin.into(),
        ..Record::default()
    };
    store.write(|tx| {
        vehicle::add(tx, &record("AB12 CDE", "WF0AXXWPMA7H12345"), STAMP)?;
        vehicle::add(tx, &record("", ""), STAMP)?;
        vehicle::add(tx, &record("", ""), STAMP)?;
        Ok(())
    });
    for (registration, vin) in [("AB12 CDE", ""), ("", "WF0AXXWPMA7H12345")] {
        let refused = store.database.write(|tx| vehicle::add(tx, &record(registration, vin), STAMP));
        assert!(matches!(refused, Err(Error::Exists(_))), "{refused:?}");
    }
}

#[test]
fn a_form_without_ids_is_understood_by_what_it_says() {
    let store = Store::new();
    store.write(|tx| {
        let mut details = keeping("Quill", &["AB12 CDE", ""]);
        details.vehicles[1].make = "Fiat".into();
        let id = add(tx, "N1", &details)?;
        let before = tx.number("SELECT max(id) FROM vehicle", values![])?;
        details.vehicles[0].model = "Focus".into();
        edit(tx, id, &details)?;
        assert_eq!(contact::load(tx, id)?.unwrap().details, details);
        // The plate of the one that had none comes to be known.
        details.vehicles[1].registration = "X1 ABC".into();
        edit(tx, id, &details)?;
        assert_eq!(contact::load(tx, id)?.unwrap().details, details);
        assert_eq!(tx.number("SELECT max(id) FROM vehicle", values![])?, before, "no vehicle was made");
        details.vehicles.reverse();
        edit(tx, id, &details)?;
        assert_eq!(contact::load(tx, id)?.unwrap().details, details, "in the form's order");
        let shown = tx
            .one("SELECT main_registration FROM contact WHERE id = ?", values![id.get()], |row| row.text(0));
        assert_eq!(shown?.unwrap(), "X1 ABC");
        Ok(())
    });
}
