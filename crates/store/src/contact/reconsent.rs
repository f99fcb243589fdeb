//! Marketing Re-consent Needed (D-15): contacts with a permission that ran out, longest first. One
//! range of one index, whatever the period in the settings; entered anywhere by counting along it.

use super::line::{COLUMN_COUNT, COLUMNS, ContactLine, from_row};
use super::list::Cursor;
use crate::engine::{Result, Tx};
use crate::values;
use chrono::NaiveDate;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::civil_date;

/// Nobody asks the dead (L-03).
macro_rules! alive {
    () => {
        "NOT EXISTS (SELECT 1 FROM contact_circumstance d WHERE d.contact_id = s.contact_id AND d.told_at <> '')"
    };
}

const PAGE: &str = concat!(
    "FROM consent_standing s JOIN contact c ON c.id = s.contact_id
     WHERE s.oldest <> '' AND s.oldest <= ?1 AND (s.oldest, s.contact_id) > (?2, ?3) AND ",
    alive!(),
    "
     ORDER BY s.oldest, s.contact_id LIMIT ?4"
);
const IDS: &str = "SELECT contact_id FROM consent_standing WHERE oldest <> '' AND oldest <= ?
     ORDER BY oldest, contact_id LIMIT ? OFFSET ?";
/// Asked only where somebody died of whom a permission ran out: counting along the index alone is faster.
const LIVING_IDS: &str = concat!(
    "SELECT s.contact_id FROM consent_standing s WHERE s.oldest <> '' AND s.oldest <= ? AND ",
    alive!(),
    " ORDER BY s.oldest, s.contact_id LIMIT ? OFFSET ?"
);
const COUNT: &str = "SELECT count(*) FROM consent_standing WHERE oldest <> '' AND oldest <= ?";
const DEAD: &str = "SELECT count(*) FROM contact_circumstance d CROSS JOIN consent_standing s
     WHERE s.contact_id = d.contact_id AND d.told_at <> '' AND s.oldest <> '' AND s.oldest <= ?";

fn page_statement() -> String {
    format!("SELECT {COLUMNS}, s.oldest {PAGE}")
}

/// A contact to be asked again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The contact.
    pub line: ContactLine,
    /// The date of the oldest permission.
    pub oldest: NaiveDate,
}

/// At most `limit` contacts whose oldest permission is of `cutoff` or before, behind `after`, and
/// where they end.
pub fn page(
    tx: &Tx<'_>,
    cutoff: NaiveDate,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<(Vec<Due>, Option<Cursor>)> {
    let (key, id) = after.map_or(("", 0), |cursor| (cursor.key.as_str(), cursor.id));
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    let due: Vec<Due> = tx.all(&page_statement(), values![&cutoff.to_string(), key, id, most], |row| {
        let oldest = date_from(row.text_ref(COLUMN_COUNT)?)?;
        Ok(Due { line: from_row(row)?, oldest })
    })?;
    let last = due.last().filter(|_| due.len() == limit);
    let last = last.map(|due| Cursor { key: due.oldest.to_string(), id: due.line.id.get() });
    Ok((due, last))
}

/// At most `limit` of them from row `row` on, in the list's order.
pub fn ids_at(tx: &Tx<'_>, cutoff: NaiveDate, row: i64, limit: i64) -> Result<Vec<ContactId>> {
    let sql = if dead(tx, cutoff)? == 0 { IDS } else { LIVING_IDS };
    tx.all(sql, values![&cutoff.to_string(), limit, row], |row| Ok(ContactId::new(row.int(0)?)))
}

fn date_from(text: &str) -> Result<NaiveDate> {
    civil_date(text).ok_or_else(|| crate::Error::damaged("a date that is none"))
}

/// How many there are.
pub fn count(tx: &Tx<'_>, cutoff: NaiveDate) -> Result<i64> {
    Ok(tx.number(COUNT, values![&cutoff.to_string()])? - dead(tx, cutoff)?)
}

/// How many of those who would be on the list died.
fn dead(tx: &Tx<'_>, cutoff: NaiveDate) -> Result<i64> {
    tx.number(DEAD, values![&cutoff.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn the_list_is_one_range_of_its_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for sql in [page_statement().as_str(), IDS, LIVING_IDS, COUNT] {
            let plan = database.plan(sql).unwrap().join("; ");
            assert!(plan.contains("consent_standing_by_oldest"), "{sql}\n{plan}");
            assert!(!plan.contains("SCAN") && !plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
        }
    }
}
