//! The shelf list, page by page, by key and always along an index.

use super::choice::{Choice, Cursor, Sort};
use super::find;
use super::record::{COLUMN_COUNT, COLUMNS, Part, from_row};
use crate::engine::{Result, Tx, Value};

/// The statement of a page; behind a line where there is a cursor.
#[must_use]
pub fn statement(sort: Sort, low: bool, all: bool, behind: bool) -> String {
    let (key, further, order) = match sort {
        Sort::Number => ("p.number_key", "p.number_key > ?", "p.number_key"),
        Sort::Description => {
            ("p.description_key", "(p.description_key, p.id) > (?, ?)", "p.description_key, p.id")
        }
    };
    let conditions = [(behind, further), (low, "p.is_low <> 0"), (!all, "p.active <> 0")];
    let narrowed: Vec<&str> = conditions.into_iter().filter_map(|(is, sql)| is.then_some(sql)).collect();
    let range = if narrowed.is_empty() { String::new() } else { format!("WHERE {}", narrowed.join(" AND ")) };
    format!("SELECT {COLUMNS}, {key} FROM part p {range} ORDER BY {order} LIMIT ?")
}

/// At most `limit` parts behind `after`, and where they end.
pub fn page(
    tx: &Tx<'_>,
    choice: &Choice<'_>,
    after: Option<&Cursor>,
    limit: i64,
) -> Result<(Vec<Part>, Option<Cursor>)> {
    if find::seeks(choice.term) {
        return find::page(tx, choice, after, limit);
    }
    let mut values = Vec::new();
    if let Some(cursor) = after {
        values.push(Value::Text(&cursor.key));
        if choice.sort == Sort::Description {
            values.push(Value::Int(cursor.id));
        }
    }
    values.push(Value::Int(limit));
    let mut last = None;
    let sql = statement(choice.sort, choice.low, choice.all, after.is_some());
    let parts = tx.all(&sql, &values, |row| {
        let part = from_row(row)?;
        last = Some(Cursor { key: row.text(COLUMN_COUNT)?, id: part.id.get() });
        Ok(part)
    })?;
    let full = i64::try_from(parts.len()).is_ok_and(|rows| rows == limit);
    Ok((parts, last.filter(|_| full)))
}

#[cfg(test)]
mod tests {
    use super::super::{OF_PART, find};
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn every_list_of_parts_runs_along_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let mut statements = vec![(OF_PART.to_owned(), "part_movement_by_part")];
        for (low, all, behind) in (0..8).map(|of| (of & 1 != 0, of & 2 != 0, of & 4 != 0)) {
            let by_number = if low { "part_low" } else { "sqlite_autoindex_part_1" };
            let by_description = if low { "part_low_by_description" } else { "part_by_description" };
            statements.extend([
                (statement(Sort::Number, low, all, behind), by_number),
                (statement(Sort::Description, low, all, behind), by_description),
                (find::by_number(low, all, behind), by_number),
                (find::by_words(0, low, all, behind), "PRIMARY KEY"),
                (find::by_words(3, low, all, behind), "PRIMARY KEY"),
            ]);
        }
        for (sql, index) in statements {
            let plan = database.plan(&sql).unwrap();
            let first = plan.first().map(String::as_str).unwrap_or_default();
            assert!(first.contains(index), "{sql}\n{plan:?}");
            let is_range = sql.contains("> ?") || sql.contains(">= ?") || sql.contains("part_id = ?");
            assert!(!is_range || first.starts_with("SEARCH"), "{sql}\n{plan:?}");
            let sorts = plan.iter().any(|step| step.contains("TEMP B-TREE"));
            let scans = plan.iter().skip(1).any(|step| step.starts_with("SCAN"));
            assert!(!sorts && !scans, "{sql}\n{plan:?}");
        }
    }
}
