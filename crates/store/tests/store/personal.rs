//! What the nouns say of their tables, against the schema: a column that nobody classed is one that
//! an erasure forgets.

use crate::scene::{Store, tables};
use forecourt_store::personal;
use forecourt_store::table::{Class, Table, Vouched};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
        let named = table.parent.map_or(table.name, |parent| parent.table);
        let key = format!("{named}.{}", table.contact_key);
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
fn what_an_erasure_keeps_holds_nothing_personal_but_what_its_log_masks_with_the_name() {
    const MASKED: [&str; 3] = ["account_name", "reason", "reference"];
    for table in personal::tables().filter(|table| !table.erased) {
        for column in table.columns.iter().filter(|column| column.class != Class::Impersonal) {
            assert!(
                table.name == "erasure" && MASKED.contains(&column.name),
                "{}.{}",
                table.name,
                column.name
            );
        }
    }
}

#[test]
fn every_column_is_witnessed_by_the_ledger_or_left_out_for_a_reason() {
    let (all, _) = columns();
    for table in personal::tables() {
        let witness = match &table.vouched {
            Vouched::ByDigest(witness) => witness,
            Vouched::Otherwise(why) => {
                assert!(!why.is_empty(), "{}: how does the ledger vouch for its rows?", table.name);
                continue;
            }
        };
        let left_out = witness.left_out.iter().map(|(column, why)| {
            assert!(!why.is_empty(), "{}.{column} is left out without a reason", table.name);
            column
        });
        let mut named: Vec<&str> = witness.columns.iter().chain(left_out).copied().collect();
        named.push(witness.key);
        named.sort_unstable();
        let of_table = format!("{}.", table.name);
        let stored: Vec<&str> = all.iter().filter_map(|column| column.strip_prefix(&of_table)).collect();
        assert_eq!(named, stored, "{}: each column once, witnessed or left out", table.name);
    }
}

/// A row written behind the ledger's back is called slipped in, or changed by hand, at the next
/// verification: so whatever writes to a witnessed table says so.
#[test]
fn whatever_writes_to_a_witnessed_table_has_a_line_tell_of_it() {
    let mut found = 0;
    for (path, source, function) in functions() {
        for table in personal::tables().filter(|table| table.witness().is_some()) {
            let name = table.name;
            let writes = [format!("INSERT INTO {name} "), format!("DELETE FROM {name} ")];
            let updates =
                function.split(&format!("UPDATE {name} SET ")).skip(1).any(|set| !is_left_out(table, set));
            let tells = [format!("tx.wrote(\"{name}\""), format!("tx.removed(\"{name}\"")];
            let is_told = |text: &str| tells.iter().any(|tell| text.contains(tell));
            if updates || writes.iter().any(|write| function.contains(write)) {
                found += 1;
                assert!(is_told(&function), "{path}: {name} in\n{function}");
            }
            // A statement for many rows stands outside the function that uses it.
            if source.contains(&format!("Insert::new(\"{name} ("))
                || source.contains(&format!("Insert::new(\n    \"{name} ("))
            {
                assert!(is_told(&source), "{path}: {name}");
            }
        }
    }
    assert!(found >= 15, "only {found} such functions were found");
}

/// Does an update, seen from behind its `SET`, touch nothing but what is left out?
fn is_left_out(table: &Table, set: &str) -> bool {
    let set = set.split(" WHERE ").next().unwrap();
    let left_out = table.witness().map_or(&[][..], |witness| witness.left_out);
    set.split(',')
        .filter_map(|one| one.split_once(" = "))
        .all(|(column, _)| left_out.iter().any(|(left, _)| *left == column.trim()))
}

/// Every function of the noun files, with the path of its file and what stands there. An erasure and an undone import name no table: they
/// delete what is told of in lines that go with it.
fn functions() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("src/engine") {
                    folders.push(path);
                }
                continue;
            }
            let source = fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]\nmod tests").next().unwrap();
            let mut rest = code.split("\nfn ").flat_map(|part| part.split("\npub fn "));
            let heads = rest.next();
            let functions = rest.flat_map(|part| part.split("\npub(crate) fn ")).chain(heads);
            let path = path.display().to_string();
            all.extend(functions.map(|function| (path.clone(), code.to_owned(), function.to_owned())));
        }
    }
    all
}
