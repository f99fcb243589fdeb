//! The contact list, page by page, by key and always along an index. Where somebody drags the scrollbar
//! to is [`super::order`]'s.

use super::line::{COLUMN_COUNT, COLUMNS, ContactLine, from_row};
use crate::engine::{Result, Row, Tx, Value};

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// By surname.
    Name,
    /// By account reference.
    Reference,
    /// By the last change.
    Changed,
    /// By postcode.
    Postcode,
    /// By town, whoever has none last.
    Town,
}

impl Sort {
    #[cfg(test)]
    pub(super) const ALL: [Self; 5] =
        [Self::Name, Self::Reference, Self::Changed, Self::Postcode, Self::Town];

    /// What orders, as its index has it.
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::Name => "c.sort_name",
            Self::Reference => "c.reference",
            Self::Changed => "c.changed_at",
            Self::Postcode => "c.sort_postcode",
            Self::Town => "coalesce(nullif(lower(c.main_town), ''), '~')",
        }
    }
}

/// Where a page ended: the key of its last line. Contacts that come or go meanwhile move nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The value of the column that orders.
    pub key: String,
    /// The contact, among those with the same value.
    pub id: i64,
}

/// Every statement that lists contacts, for the test that reads their plans.
#[cfg(test)]
pub(super) fn statements() -> Vec<String> {
    let both = Sort::ALL.into_iter().flat_map(|sort| [(sort, false), (sort, true)]);
    both.flat_map(|(sort, descending)| Step::ALL.map(|step| statement(sort, descending, step))).collect()
}

/// The three ranges a page may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// From the first contact on.
    Start,
    /// Further contacts with the cursor's value.
    SameKey,
    /// Contacts with a value behind the cursor's.
    FurtherKeys,
}

impl Step {
    #[cfg(test)]
    const ALL: [Self; 3] = [Self::Start, Self::SameKey, Self::FurtherKeys];
}

/// One range each: SQLite would read all contacts of the same value for a comparison of pairs,
/// and an import gives one time of change to a million.
fn statement(sort: Sort, descending: bool, step: Step) -> String {
    let key = sort.column();
    let (behind, direction) = if descending { ("<", " DESC") } else { (">", "") };
    let (range, order) = match step {
        Step::Start => (String::new(), format!("{key}{direction}, c.id{direction}")),
        Step::SameKey => (format!("WHERE {key} = ? AND c.id {behind} ?"), format!("c.id{direction}")),
        Step::FurtherKeys => {
            (format!("WHERE {key} {behind} ?"), format!("{key}{direction}, c.id{direction}"))
        }
    };
    format!(
        "SELECT {COLUMNS}, {key} FROM contact c LEFT JOIN consent_standing s ON s.contact_id = c.id
         {range} ORDER BY {order} LIMIT ?"
    )
}

/// At most `limit` lines behind `after`, and where they end.
pub fn page(
    tx: &Tx<'_>,
    sort: Sort,
    descending: bool,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<(Vec<ContactLine>, Option<Cursor>)> {
    let mut lines: Vec<ContactLine> = Vec::with_capacity(limit);
    let mut last = None;
    let mut take = |step: Step, values: &[Value<'_>]| -> Result<()> {
        tx.each(&statement(sort, descending, step), values, |row: &Row<'_>| {
            let line = from_row(row)?;
            last = Some(Cursor { key: row.text(COLUMN_COUNT)?, id: line.id.get() });
            lines.push(line);
            Ok(())
        })
    };
    let most = i64::try_from(limit).unwrap_or(i64::MAX);
    match after {
        None => take(Step::Start, &[Value::Int(most)])?,
        Some(cursor) => {
            take(Step::SameKey, &[Value::Text(&cursor.key), Value::Int(cursor.id), Value::Int(most)])?;
        }
    }
    if let Some(cursor) = after
        && lines.len() < limit
    {
        let rest = i64::try_from(limit - lines.len()).unwrap_or(i64::MAX);
        let mut take = |values: &[Value<'_>]| -> Result<()> {
            tx.each(&statement(sort, descending, Step::FurtherKeys), values, |row: &Row<'_>| {
                let line = from_row(row)?;
                last = Some(Cursor { key: row.text(COLUMN_COUNT)?, id: line.id.get() });
                lines.push(line);
                Ok(())
            })
        };
        take(&[Value::Text(&cursor.key), Value::Int(rest)])?;
    }
    let more = lines.len() == limit;
    Ok((lines, last.filter(|_| more)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn every_list_runs_along_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for sql in statements() {
            let plan = database.plan(&sql).unwrap().join("; ");
            assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
            let contact = plan.split("; ").next().unwrap_or_default();
            assert!(contact.contains("USING INDEX"), "{sql}\n{plan}");
            assert!(sql.contains("WHERE") == contact.starts_with("SEARCH"), "{sql}\n{plan}");
            assert!(plan.contains("SEARCH s USING INTEGER PRIMARY KEY"), "{sql}\n{plan}");
        }
    }
}
