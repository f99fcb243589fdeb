//! Who is left of the contact list when it is narrowed: numbers of contacts, in no order.

use super::list::Sort;
use crate::consent::row::standing_from;
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::consent::Standing;
use forecourt_domain::ids::{ContactId, ImportId};
use std::collections::HashSet;

fn of_town_statement() -> String {
    format!("SELECT c.id FROM contact c WHERE {} = ?", Sort::Town.column())
}

fn next_town() -> String {
    let key = Sort::Town.column();
    format!("SELECT c.main_town, {key} FROM contact c WHERE {key} > ? ORDER BY {key}, c.id LIMIT 1")
}

const OF_IMPORT: &str = "SELECT c.id FROM contact c WHERE c.import_id = ? AND c.import_id <> 0";

const STANDINGS: &str = "SELECT contact_id, version, excluded, cells, given_on, given_method, given_actor,
         reviewed_on, reviewed_method, reviewed_actor, deferrals
     FROM consent_standing ORDER BY contact_id";

/// Those of a town, however it is capitalised.
pub fn of_town(tx: &Tx<'_>, town: &str) -> Result<HashSet<ContactId>> {
    set(tx, &of_town_statement(), values![&town.to_ascii_lowercase()])
}

/// Those whom an import brought.
pub fn of_import(tx: &Tx<'_>, import: ImportId) -> Result<HashSet<ContactId>> {
    set(tx, OF_IMPORT, values![import.get()])
}

fn set(tx: &Tx<'_>, sql: &str, values: &[crate::engine::Value<'_>]) -> Result<HashSet<ContactId>> {
    let mut ids = HashSet::new();
    tx.each(sql, values, |row| {
        ids.insert(ContactId::new(row.int(0)?));
        Ok(())
    })?;
    Ok(ids)
}

/// The towns that contacts live in, at most so many, by name: from one to the next along the index.
pub fn towns(tx: &Tx<'_>, most: usize) -> Result<Vec<String>> {
    let sql = next_town();
    let mut towns = Vec::new();
    let mut behind = String::new();
    while towns.len() < most {
        let found = tx.one(&sql, values![&behind], |row| Ok((row.text(0)?, row.text(1)?)))?;
        let Some((town, key)) = found else { break };
        // Whoever has none stands among the others.
        if !town.is_empty() {
            towns.push(town);
        }
        behind = key;
    }
    Ok(towns)
}

/// What every contact allows who was ever asked, each in turn. Whoever is not among them was never asked.
///
/// # Errors
/// What the database or `see` says.
pub fn each_standing(tx: &Tx<'_>, mut see: impl FnMut(ContactId, Standing) -> Result<()>) -> Result<()> {
    tx.each(STANDINGS, &[], |row| see(ContactId::new(row.int(0)?), standing_from(row, 1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn towns_and_imports_are_ranges_of_their_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for (sql, index) in [
            (of_town_statement(), "COVERING INDEX contact_by_town"),
            (next_town(), "INDEX contact_by_town"),
            (OF_IMPORT.to_owned(), "COVERING INDEX contact_by_import"),
        ] {
            let plan = database.plan(&sql).unwrap();
            assert_eq!(plan.len(), 1, "{sql}\n{plan:?}");
            assert!(plan[0].starts_with("SEARCH") && plan[0].contains(index), "{sql}\n{plan:?}");
        }
        assert_eq!(database.plan(STANDINGS).unwrap(), ["SCAN consent_standing"], "in the order of its key");
    }
}
