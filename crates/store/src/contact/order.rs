//! The contact list entered anywhere: which contacts stand at a row, and at which row a letter begins.
//!
//! A row has no key of its own, so these count along the index of the order, which holds nothing but that
//! order and the numbers: some thousand rows a millisecond, and from the nearer end. No contact is read
//! that is not shown.

use super::list::Sort;
use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::ids::ContactId;

fn walk(sort: Sort, descending: bool) -> String {
    let (key, direction) = (sort.column(), if descending { " DESC" } else { "" });
    format!("SELECT c.id FROM contact c ORDER BY {key}{direction}, c.id{direction} LIMIT ? OFFSET ?")
}

/// The contacts whose key lies before a word, or behind it, in no order.
fn beside(sort: Sort, sign: &str) -> String {
    format!("SELECT c.id FROM contact c WHERE {} {sign} ?", sort.column())
}

/// At most `limit` contacts from row `row` on, of the `total` that there are.
pub fn ids_at(
    tx: &Tx<'_>,
    sort: Sort,
    descending: bool,
    row: i64,
    limit: i64,
    total: i64,
) -> Result<Vec<ContactId>> {
    let row = row.max(0);
    let wanted = limit.min(total - row);
    if wanted <= 0 {
        return Ok(Vec::new());
    }
    let from_the_end = row > total / 2;
    let skipped = if from_the_end { total - row - wanted } else { row };
    let mut ids = tx.all(&walk(sort, descending != from_the_end), values![wanted, skipped], |row| {
        Ok(ContactId::new(row.int(0)?))
    })?;
    if from_the_end {
        ids.reverse();
    }
    Ok(ids)
}

/// Everybody, in this order.
pub fn ids(tx: &Tx<'_>, sort: Sort) -> Result<Vec<ContactId>> {
    tx.all(&walk(sort, false), values![i64::MAX, 0_i64], |row| Ok(ContactId::new(row.int(0)?)))
}

const FIRST_BY_REFERENCE: &str = "SELECT id, reference FROM contact ORDER BY reference LIMIT ?";
const NEXT_BY_REFERENCE: &str =
    "SELECT id, reference FROM contact WHERE reference > ? ORDER BY reference LIMIT ?";

/// The next contacts by reference behind the one where the last stretch ended, and where this one ends:
/// everybody in turn, without holding more than a stretch.
pub fn next_by_reference(
    tx: &Tx<'_>,
    behind: Option<&str>,
    limit: usize,
) -> Result<(Vec<ContactId>, Option<String>)> {
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut last = None;
    let mut ids = Vec::with_capacity(limit);
    let mut take = |row: &Row<'_>| {
        ids.push(ContactId::new(row.int(0)?));
        if ids.len() == limit {
            last = Some(row.text(1)?);
        }
        Ok(())
    };
    match behind {
        None => tx.each(FIRST_BY_REFERENCE, values![most], &mut take)?,
        Some(reference) => tx.each(NEXT_BY_REFERENCE, values![reference, most], &mut take)?,
    }
    Ok((ids, last))
}

/// Each contact who stands above the first that begins with `word`, as the order has words; in no order.
pub fn each_above(
    tx: &Tx<'_>,
    sort: Sort,
    descending: bool,
    word: &str,
    mut see: impl FnMut(ContactId),
) -> Result<()> {
    // Behind everything that begins with the word stands the word with the last character there is.
    let (sign, bound) =
        if descending { (">", format!("{word}{}", char::MAX)) } else { ("<", word.to_owned()) };
    tx.each(&beside(sort, sign), values![&bound], |row| {
        see(ContactId::new(row.int(0)?));
        Ok(())
    })
}

/// What orders contacts by something that has no index: an import would write one for each of 100,000
/// contacts, and few people ever sort by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The main number.
    Phone,
    /// The main email address.
    Email,
    /// The first vehicle's plate.
    Registration,
}

/// Everybody in this order, whoever has nothing there last. Reads one column of every contact, so that whoever asks
/// keeps the answer.
pub fn ids_by(tx: &Tx<'_>, by: By) -> Result<Vec<ContactId>> {
    let sql = match by {
        By::Phone => "SELECT c.id, c.main_phone FROM contact c ORDER BY c.id",
        By::Email => "SELECT c.id, c.main_email FROM contact c ORDER BY c.id",
        By::Registration => "SELECT c.id, c.main_registration FROM contact c ORDER BY c.id",
    };
    let mut all = tx.all(sql, &[], |row| {
        let key = row.text_ref(1)?.to_lowercase();
        Ok((key.is_empty(), key, ContactId::new(row.int(0)?)))
    })?;
    all.sort_unstable();
    Ok(all.into_iter().map(|(_, _, id)| id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn a_row_is_found_along_the_index_of_its_order_alone() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for sort in Sort::ALL {
            for sql in [walk(sort, false), walk(sort, true), beside(sort, "<"), beside(sort, ">")] {
                let plan = database.plan(&sql).unwrap();
                assert_eq!(plan.len(), 1, "{sql}\n{plan:?}");
                assert!(plan[0].contains("USING COVERING INDEX"), "{sql}\n{plan:?}");
                assert_eq!(sql.contains("WHERE"), plan[0].starts_with("SEARCH"), "{sql}\n{plan:?}");
            }
        }
        for sql in [FIRST_BY_REFERENCE, NEXT_BY_REFERENCE] {
            let plan = database.plan(sql).unwrap();
            assert!(plan.len() == 1 && plan[0].contains("USING COVERING INDEX"), "{sql}\n{plan:?}");
        }
    }

    #[test]
    fn everybody_comes_once_by_reference_whatever_the_stretch() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        database
            .write(|tx| {
                for at in 0..20 {
                    tx.run(
                        "INSERT INTO contact (reference) VALUES (?)",
                        values![&format!("C{:02}", at * 7 % 20)],
                    )?;
                }
                for limit in [1, 3, 10, 20, 50] {
                    let (mut all, mut behind) = (Vec::new(), None);
                    loop {
                        let (ids, last) = next_by_reference(tx, behind.as_deref(), limit)?;
                        all.extend(ids);
                        behind = last;
                        if behind.is_none() {
                            break;
                        }
                    }
                    assert_eq!(all, ids(tx, Sort::Reference)?, "{limit}");
                }
                Ok::<_, crate::Error>(())
            })
            .unwrap();
    }
}
