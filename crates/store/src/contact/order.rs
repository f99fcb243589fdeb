//! Some contacts in the order of the list.

use super::list::{Cursor, Sort};
use crate::engine::{Result, Row, Tx, Value};
use forecourt_domain::ids::ContactId;
use std::collections::HashSet;

/// Up to this many contacts are looked up one by one; for more the index is walked from end to end.
const FEW: usize = 1_000;

fn one(sort: Sort) -> String {
    format!("SELECT {}, c.id FROM contact c WHERE c.id = ?", sort.column())
}

fn walk(sort: Sort) -> String {
    let key = sort.column();
    format!("SELECT {key}, c.id FROM contact c ORDER BY {key}, c.id")
}

fn place(row: &Row<'_>) -> Result<Cursor> {
    Ok(Cursor { key: row.text(0)?, id: row.int(1)? })
}

/// Where these contacts stand in the list, first to last; contacts that are gone are left out.
pub fn in_order(tx: &Tx<'_>, sort: Sort, ids: &[ContactId]) -> Result<Vec<Cursor>> {
    let mut places = Vec::with_capacity(ids.len());
    if ids.len() <= FEW {
        let sql = one(sort);
        for id in ids {
            places.extend(tx.one(&sql, &[Value::Int(id.get())], place)?);
        }
        places.sort_unstable_by(|one, other| (&one.key, one.id).cmp(&(&other.key, other.id)));
        return Ok(places);
    }
    let wanted: HashSet<i64> = ids.iter().map(|id| id.get()).collect();
    tx.each(&walk(sort), &[], |row| {
        if wanted.contains(&row.int(1)?) {
            places.push(place(row)?);
        }
        Ok(())
    })?;
    Ok(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::{Error, values};

    const SORTS: [Sort; 4] = [Sort::Name, Sort::Reference, Sort::Changed, Sort::Postcode];

    #[test]
    fn the_walk_reads_nothing_but_the_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for sort in SORTS {
            let plan = database.plan(&walk(sort)).unwrap().join("; ");
            assert!(plan.contains("USING COVERING INDEX") && !plan.contains("TEMP B-TREE"), "{plan}");
            let plan = database.plan(&one(sort)).unwrap().join("; ");
            assert!(plan.contains("USING INTEGER PRIMARY KEY"), "{plan}");
        }
    }

    #[test]
    fn few_and_many_come_in_the_same_order() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        database
            .write(|tx| {
                for at in 0..1_200 {
                    let name = format!("name {:02}", (at * 7) % 40);
                    tx.run(
                        "INSERT INTO contact (reference, sort_name) VALUES (?, ?)",
                        values![&format!("C{at}"), &name],
                    )?;
                }
                let many: Vec<ContactId> = (1..=1_200).rev().map(ContactId::new).collect();
                let few = many.get(..1_000).unwrap();
                let gone = [ContactId::new(5_000)];
                let in_few: Vec<i64> = few.iter().map(|id| id.get()).collect();
                let mut walked = in_order(tx, Sort::Name, &[&many[..], &gone].concat())?;
                assert_eq!(walked.len(), 1_200);
                walked.retain(|place| in_few.contains(&place.id));
                assert_eq!(in_order(tx, Sort::Name, few)?, walked);
                Ok::<_, Error>(())
            })
            .unwrap();
    }
}
