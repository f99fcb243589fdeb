//! The registry of personal columns against the schema: a column that nobody classed is one that
//! an erasure forgets.

use crate::scene::{Store, tables};
use forecourt_store::personal::{IMPERSONAL, TABLES};
use std::collections::BTreeSet;

/// `table.column` of every column, and of those that may hold text or bytes.
fn columns() -> (BTreeSet<String>, BTreeSet<String>) {
    Store::new().read(|tx| {
        let (mut all, mut wordy) = (BTreeSet::new(), BTreeSet::new());
        for table in tables(tx)? {
            let sql = format!("SELECT name, type FROM pragma_table_info('{table}')");
            for (name, kind) in tx.all(&sql, &[], |row| Ok((row.text(0)?, row.text(1)?)))? {
                all.insert(format!("{table}.{name}"));
                if kind != "INTEGER" {
                    wordy.insert(format!("{table}.{name}"));
                }
            }
        }
        Ok((all, wordy))
    })
}

fn personal() -> Vec<String> {
    let of = |table: &forecourt_store::personal::PersonalTable| {
        let name = table.table;
        table.columns.iter().map(move |(column, _)| format!("{name}.{column}")).collect::<Vec<_>>()
    };
    TABLES.iter().flat_map(of).collect()
}

#[test]
fn every_column_that_holds_words_is_classed() {
    let (_, wordy) = columns();
    assert!(wordy.contains("contact.last_name") && wordy.contains("ledger_payload.salt"), "{wordy:?}");
    let classed: BTreeSet<String> =
        personal().into_iter().chain(IMPERSONAL.iter().map(|name| (*name).to_owned())).collect();
    let missing: Vec<_> = wordy.difference(&classed).collect();
    assert!(missing.is_empty(), "neither in TABLES nor in IMPERSONAL: {missing:?}");
}

#[test]
fn every_classed_column_exists_once() {
    let (all, _) = columns();
    let mut seen = BTreeSet::new();
    for column in personal().into_iter().chain(IMPERSONAL.iter().map(|name| (*name).to_owned())) {
        assert!(all.contains(&column), "{column} is classed and does not exist");
        assert!(seen.insert(column.clone()), "{column} is classed twice");
    }
    for table in TABLES {
        let key = format!("{}.{}", table.table, table.contact_key);
        assert!(all.contains(&key), "{key} names the contact and does not exist");
    }
}

#[test]
fn what_names_a_contact_is_a_table_of_the_registry() {
    let (all, _) = columns();
    for column in all.iter().filter(|column| column.ends_with(".contact_id")) {
        let table = column.trim_end_matches(".contact_id");
        assert!(
            TABLES.iter().any(|kept| kept.table == table),
            "{table} names a contact and is not in TABLES"
        );
    }
}

#[test]
fn what_an_erasure_keeps_holds_nothing_personal_but_the_name_in_its_log() {
    for table in TABLES.iter().filter(|table| !table.erased) {
        for (column, _) in table.columns {
            assert_eq!((table.table, *column), ("erasure", "account_name"));
        }
    }
}
