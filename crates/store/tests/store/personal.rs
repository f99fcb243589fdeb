//! What the nouns say of their tables, against the schema: a column that nobody classed is one that
//! an erasure forgets.

use crate::scene::{Store, tables};
use forecourt_store::personal;
use forecourt_store::table::{Class, Table};
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

fn named(table: &'static Table) -> impl Iterator<Item = String> {
    table.columns.iter().map(|column| format!("{}.{}", table.name, column.name))
}

#[test]
fn every_table_is_declared_by_its_noun_once() {
    let stored = Store::new().read(tables);
    let mut declared: Vec<String> = personal::tables().map(|table| table.name.to_owned()).collect();
    declared.sort();
    assert_eq!(declared, stored);
}

#[test]
fn every_column_that_holds_words_is_classed() {
    let (_, wordy) = columns();
    assert!(wordy.contains("contact.last_name") && wordy.contains("ledger_payload.salt"), "{wordy:?}");
    let classed: BTreeSet<String> = personal::tables().flat_map(named).collect();
    let missing: Vec<_> = wordy.difference(&classed).collect();
    assert!(missing.is_empty(), "in no noun's TABLES: {missing:?}");
}

#[test]
fn every_classed_column_exists_once() {
    let (all, _) = columns();
    let mut seen = BTreeSet::new();
    for column in personal::tables().flat_map(named) {
        assert!(all.contains(&column), "{column} is classed and does not exist");
        assert!(seen.insert(column.clone()), "{column} is classed twice");
    }
    for table in personal::of_contacts() {
        let key = format!("{}.{}", table.name, table.contact_key);
        assert!(all.contains(&key), "{key} names the contact and does not exist");
        for column in table.order.split(", ") {
            let ordering = format!("{}.{column}", table.name);
            assert!(all.contains(&ordering), "{ordering} puts rows in order and does not exist");
        }
    }
}

#[test]
fn what_names_a_contact_is_declared_so() {
    let (all, _) = columns();
    for column in all.iter().filter(|column| column.ends_with(".contact_id")) {
        let table = column.trim_end_matches(".contact_id");
        assert!(
            personal::of_contacts().any(|declared| declared.name == table),
            "{table} names a contact and is declared as about nobody"
        );
    }
}

#[test]
fn every_personal_column_has_words_for_the_access_export() {
    for table in personal::tables() {
        for column in table.columns {
            let told = !column.words.is_empty();
            match column.class {
                Class::Essential | Class::Personal | Class::Sensitive => assert!(told, "{}", column.name),
                Class::Derived => assert!(!told, "{}.{} would be told twice", table.name, column.name),
                // When, and by whom, may be told beside what is personal.
                Class::Impersonal => {}
            }
            assert!(!told || !table.contact_key.is_empty(), "{}.{} is of nobody", table.name, column.name);
        }
    }
}

#[test]
fn what_an_erasure_keeps_holds_nothing_personal_but_the_name_in_its_log() {
    for table in personal::tables().filter(|table| !table.erased) {
        for column in table.columns.iter().filter(|column| column.class != Class::Impersonal) {
            assert_eq!((table.name, column.name), ("erasure", "account_name"));
        }
    }
}
