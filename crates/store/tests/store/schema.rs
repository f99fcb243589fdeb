//! The schema, written out: a change of it has to be seen in a review.

use crate::scene::Store;
use forecourt_store::engine::schema_text;

#[test]
fn the_schema_is_as_agreed() {
    insta::assert_snapshot!(schema_text(&Store::new().database).unwrap());
}

#[test]
fn no_table_takes_a_value_of_another_type() {
    let loose = Store::new().read(|tx| {
        tx.all(
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
            &[],
            |row| row.text(0),
        )
    });
    assert_eq!(loose, Vec::<String>::new(), "tables that are not STRICT");
}

#[test]
fn no_column_is_without_a_value() {
    let store = Store::new();
    let optional = store.read(|tx| {
        tx.all(
            "SELECT t.name || '.' || c.name FROM pragma_table_list t, pragma_table_info(t.name) c
             WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite_%' AND c.\"notnull\" = 0 AND c.pk = 0",
            &[],
            |row| row.text(0),
        )
    });
    assert_eq!(optional, Vec::<String>::new(), "columns that may be NULL");
}
