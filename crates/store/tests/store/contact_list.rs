//! The contact list entered anywhere is the list walked through.

use crate::scene::{AT, BY, Store, add, person};
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_store::contact::order::By;
use forecourt_store::contact::{NewContact, Sort, narrow, order, orders, page};
use forecourt_store::{Tx, contact};
use std::collections::HashSet;

const SORTS: [Sort; 5] = [Sort::Name, Sort::Reference, Sort::Changed, Sort::Postcode, Sort::Town];

/// Forty people, some of whom share a surname and a town, and one who has none.
fn people() -> Store {
    let store = Store::new();
    store.write(|tx| {
        for n in 0..40 {
            let name = ["Abel", "Byrne", "Cole", "Dacosta", "Evans"][n * 7 % 5];
            let mut details = person(name, n);
            details.emails.clear();
            if n == 11 {
                details.addresses.clear();
            }
            add(tx, &format!("C{n:07}"), &details)?;
        }
        Ok(())
    });
    store
}

fn walked(tx: &Tx<'_>, sort: Sort, descending: bool) -> Vec<ContactId> {
    let (mut ids, mut after) = (Vec::new(), None);
    loop {
        let (lines, last) = page(tx, sort, descending, after.as_ref(), 7).unwrap();
        ids.extend(lines.into_iter().map(|line| line.id));
        after = last;
        if after.is_none() {
            return ids;
        }
    }
}

#[test]
fn every_row_is_where_the_walk_through_the_list_finds_it() {
    people().read(|tx| {
        for sort in SORTS {
            for descending in [false, true] {
                let whole = walked(tx, sort, descending);
                assert_eq!(whole.len(), 40, "{sort:?}");
                for row in 0..42 {
                    let ids = order::ids_at(tx, sort, descending, row, 6, 40)?;
                    let begin = usize::try_from(row).unwrap().min(40);
                    let expected = &whole[begin..(begin + 6).min(40)];
                    assert_eq!(ids, expected, "{sort:?}, descending {descending}, from {row}");
                }
            }
            assert_eq!(order::ids(tx, sort)?, walked(tx, sort, false), "{sort:?}");
        }
        Ok(())
    });
}

#[test]
fn a_letter_begins_where_the_first_name_with_it_stands() {
    people().read(|tx| {
        let above = |descending, word: &str| {
            let mut rows = 0;
            order::each_above(tx, Sort::Name, descending, word, |_| rows += 1).unwrap();
            rows
        };
        assert_eq!(
            [above(false, "a"), above(false, "b"), above(false, "by"), above(false, "z")],
            [0, 8, 8, 40]
        );
        assert_eq!([above(true, "e"), above(true, "d"), above(true, "a")], [0, 8, 32]);
        Ok(())
    });
}

#[test]
fn an_order_without_an_index_holds_everybody_and_ends_with_whoever_has_nothing_there() {
    people().read(|tx| {
        for by in [By::Phone, By::Email, By::Registration] {
            let ids = order::ids_by(tx, by)?;
            assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 40, "{by:?}");
        }
        let lines = contact::lines(tx, &order::ids_by(tx, By::Phone)?)?;
        assert!(lines.is_sorted_by_key(|line| line.phone.clone()));
        let last = walked(tx, Sort::Town, false).pop().unwrap();
        assert_eq!(contact::line(tx, last)?.unwrap().town, "", "nobody's town stands above Abelton");
        Ok(())
    });
}

#[test]
fn towns_are_named_once_and_found_however_they_are_capitalised() {
    let store = people();
    let import = ImportId::new(3);
    store.write(|tx| {
        let mut details = person("Abel", 50);
        details.addresses[0].town = "ABELTON".into();
        let (sort_name, sort_postcode) = orders(&details);
        let new = NewContact {
            reference: "D1",
            details: &details,
            sort_name: &sort_name,
            sort_postcode: &sort_postcode,
            last_purchase: "",
            import: import.get(),
            at: AT,
            by: BY,
        };
        let id = contact::add(tx, &new)?;
        assert_eq!(narrow::of_import(tx, import)?, HashSet::from([id]));
        Ok(())
    });
    store.read(|tx| {
        assert_eq!(narrow::towns(tx, 50)?, ["Abelton", "Byrneton", "Coleton", "Dacostaton", "Evanston"]);
        assert_eq!(narrow::towns(tx, 2)?.len(), 2);
        let (one, other) = (narrow::of_town(tx, "abelton")?, narrow::of_town(tx, "Abelton")?);
        assert_eq!((one.len(), &one), (9, &other));
        Ok(())
    });
}
