//! The indexes of a book without contacts, which its first import fills at the end.

use crate::engine::{Later, Result, Tx};

/// Those whose order is another than that of the rows as they come. All others grow at their end.
const SCATTERED: [&str; 6] = [
    "contact_by_name",
    "contact_by_postcode",
    "contact_by_town",
    "consent_standing_by_oldest",
    "vehicle_in_order_of_plate",
    "vehicle_in_order_of_make",
];

/// Puts off what is made quicker once the rows are in; nothing in a book that has contacts. No list can be
/// read in this transaction before [`Later::make`].
pub fn put_off_indexes(tx: &Tx<'_>) -> Result<Later> {
    if tx.holds("SELECT EXISTS (SELECT 1 FROM contact)", &[])? {
        return Ok(Later::default());
    }
    Later::put_off(tx, &SCATTERED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Database, Error, schema_text};
    use crate::keys::DataKey;

    fn database() -> (tempfile::TempDir, Database) {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        (folder, database)
    }

    fn add(tx: &Tx<'_>, name: &str) -> Result<()> {
        tx.run("INSERT INTO contact (reference, sort_name) VALUES (?, ?)", &[name.into(), name.into()])
            .map(drop)
    }

    #[test]
    fn the_schema_is_the_same_afterwards_and_what_was_put_off_is_in_order() {
        let (_folder, database) = database();
        let before = schema_text(&database).unwrap();
        let found = database.write(|tx| {
            let later = put_off_indexes(tx)?;
            for name in ["quill", "abbey", "stone"] {
                add(tx, name)?;
            }
            later.make(tx, || Ok::<_, Error>(()))?;
            tx.all(
                "SELECT sort_name FROM contact INDEXED BY contact_by_name ORDER BY sort_name",
                &[],
                |row| row.text(0),
            )
        });
        assert_eq!(found.unwrap(), ["abbey", "quill", "stone"]);
        assert_eq!(schema_text(&database).unwrap(), before);
    }

    #[test]
    fn whoever_reads_meanwhile_and_whoever_comes_after_a_stop_has_all_indexes() {
        let (_folder, database) = database();
        let before = schema_text(&database).unwrap();
        let stopped = database.write(|tx| {
            let later = put_off_indexes(tx)?;
            add(tx, "quill")?;
            assert_eq!(schema_text(&database)?, before, "a reader beside the import");
            later.make(tx, || Err(Error::Cancelled))
        });
        assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
        assert_eq!(schema_text(&database).unwrap(), before);
    }

    #[test]
    fn a_book_with_contacts_keeps_its_indexes_all_along() {
        let (_folder, database) = database();
        let kept = database.write(|tx| {
            add(tx, "quill")?;
            let _later = put_off_indexes(tx)?;
            tx.holds("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'contact_by_name')", &[])
        });
        assert!(kept.unwrap());
    }
}
