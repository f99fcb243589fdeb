//! What contacts have no address of, and why (L-04), and the list of those where something stands in its place
//! that is none.

use crate::engine::{Insert, Result, Row, Tx, Value};
use crate::values;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;
use forecourt_domain::placeholder::{AddressType, Gap, Why};

static INSERT: Insert<5> = Insert::new("contact_gap (contact_id, kind, why, typed, at)");

const OF_CONTACT: &str = "SELECT kind, why, typed, at FROM contact_gap WHERE contact_id = ? ORDER BY id";

const TO_FIX: &str =
    "SELECT g.id, g.contact_id, g.kind, g.typed, g.at, c.reference, c.first_name, c.last_name, c.company
     FROM contact_gap g CROSS JOIN contact c
     WHERE c.id = g.contact_id AND g.why = 'placeholder' AND g.id < ? ORDER BY g.id DESC LIMIT ?";
const COUNT_TO_FIX: &str = "SELECT count(*) FROM contact_gap WHERE why = 'placeholder'";
const PEOPLE_TO_FIX: &str = "SELECT count(DISTINCT contact_id) FROM contact_gap WHERE why = 'placeholder'";

/// Terms that more contacts have than so many: one walk along one range of the search index, whatever else is
/// on file.
const HELD_BY_MANY: &str = "SELECT term, count(*) FROM search_term WHERE term >= ? AND term < ?
     GROUP BY term HAVING count(*) > ? ORDER BY count(*) DESC, term LIMIT ?";
/// Every term of a range with how many have it.
const HELD: &str = "SELECT term, count(*) FROM search_term WHERE term >= ? AND term < ?
     GROUP BY term ORDER BY term LIMIT ?";

/// A gap as it stands on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedGap {
    pub gap: Gap,
    /// Since when, as UTC text.
    pub at: String,
}

/// Something that is no address, with whom it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToFix {
    /// The gap's number; the list goes by it, newest first.
    pub id: i64,
    pub contact: ContactId,
    /// The contact's account reference.
    pub reference: String,
    /// As called.
    pub name: String,
    pub kind: AddressType,
    pub typed: String,
    /// Since when, as UTC text.
    pub at: String,
}

/// A contact's gaps.
pub fn gaps(tx: &Tx<'_>, id: ContactId) -> Result<Vec<NotedGap>> {
    let found =
        tx.all(OF_CONTACT, values![id.get()], |row| Ok(gap(row, 0)?.map(|gap| Ok((gap, row.text(3)?)))))?;
    found.into_iter().flatten().map(|one| one.map(|(gap, at)| NotedGap { gap, at })).collect()
}

/// Replaces a contact's gaps; what stays keeps its day. Gives whether anything changed.
pub fn put_gaps(tx: &Tx<'_>, id: ContactId, new: &[Gap], at: &str) -> Result<bool> {
    let before = gaps(tx, id)?;
    if before.iter().map(|noted| &noted.gap).eq(new) {
        return Ok(false);
    }
    tx.run("DELETE FROM contact_gap WHERE contact_id = ?", values![id.get()])?;
    let since =
        |gap: &Gap| before.iter().find(|noted| noted.gap == *gap).map_or(at, |noted| noted.at.as_str());
    INSERT.all(tx, new.iter().map(|gap| row_of(id, gap, since(gap))))?;
    Ok(true)
}

/// Adds the gaps of contacts that have none yet.
pub fn add_gaps<'a>(
    tx: &Tx<'_>,
    of: impl IntoIterator<Item = (ContactId, &'a Gap)>,
    at: &'a str,
) -> Result<()> {
    INSERT.all(tx, of.into_iter().map(|(id, gap)| row_of(id, gap, at)))
}

fn row_of<'a>(id: ContactId, gap: &'a Gap, at: &'a str) -> [Value<'a>; 5] {
    [id.get().into(), gap.kind.word().into(), gap.why.word().into(), (&gap.typed).into(), at.into()]
}

/// At most `limit` of what is to be put right, newest first, before this number.
pub fn to_fix(tx: &Tx<'_>, before: i64, limit: i64) -> Result<Vec<ToFix>> {
    let found = tx.all(TO_FIX, values![before, limit], |row| {
        let Ok(kind) = row.text_ref(2)?.parse() else { return Ok(None) };
        Ok(Some(ToFix {
            id: row.int(0)?,
            contact: ContactId::new(row.int(1)?),
            kind,
            typed: row.text(3)?,
            at: row.text(4)?,
            reference: row.text(5)?,
            name: display_name(row.text_ref(6)?, row.text_ref(7)?, row.text_ref(8)?),
        }))
    })?;
    Ok(found.into_iter().flatten().collect())
}

/// How many there are, and of how many contacts.
pub fn count_to_fix(tx: &Tx<'_>) -> Result<(i64, i64)> {
    Ok((tx.number(COUNT_TO_FIX, &[])?, tx.number(PEOPLE_TO_FIX, &[])?))
}

/// The email addresses and the numbers (national digits) that more contacts have than `from`, most first and at
/// most `limit` of each kind, with how many have them.
pub fn held_by_many(tx: &Tx<'_>, from: usize, limit: i64) -> Result<Vec<(AddressType, String, i64)>> {
    let mut found = Vec::new();
    let from = i64::try_from(from).unwrap_or(i64::MAX);
    for kind in AddressType::ALL {
        let namespace = namespace(*kind);
        let (first, end) = (namespace.to_string(), next(namespace).to_string());
        tx.each(HELD_BY_MANY, values![&first, &end, from, limit], |row| {
            found.push((*kind, row.text_ref(0)?.get(1..).unwrap_or_default().to_owned(), row.int(1)?));
            Ok(())
        })?;
    }
    Ok(found)
}

/// The email addresses or numbers (national digits) that begin so, at most `limit`, with how many contacts have
/// each.
pub fn held(tx: &Tx<'_>, kind: AddressType, beginning: &str, limit: i64) -> Result<Vec<(String, i64)>> {
    let first = format!("{}{beginning}", namespace(kind));
    // Behind every text that begins so.
    let end = format!("{first}\u{10ffff}");
    tx.all(HELD, values![&first, &end, limit], |row| {
        Ok((row.text_ref(0)?.get(1..).unwrap_or_default().to_owned(), row.int(1)?))
    })
}

/// The letter that terms of a kind begin with.
const fn namespace(kind: AddressType) -> char {
    match kind {
        AddressType::Email => 'e',
        AddressType::Phone => 'p',
    }
}

const fn next(letter: char) -> char {
    match letter {
        'e' => 'f',
        _ => 'q',
    }
}

fn gap(row: &Row<'_>, from: usize) -> Result<Option<Gap>> {
    let (Ok(kind), Ok(why)) =
        (row.text_ref(from)?.parse::<AddressType>(), row.text_ref(from + 1)?.parse::<Why>())
    else {
        return Ok(None);
    };
    Ok(Some(Gap { kind, why, typed: row.text(from + 2)? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn what_is_to_be_put_right_and_what_many_have_is_found_along_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for sql in [OF_CONTACT, TO_FIX] {
            let plan = database.plan(sql).unwrap().join("; ");
            assert!(plan.contains("SEARCH") && !plan.contains("SCAN c"), "{sql}\n{plan}");
            assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
        }
        for sql in [TO_FIX, COUNT_TO_FIX, PEOPLE_TO_FIX] {
            let plan = database.plan(sql).unwrap().join("; ");
            assert!(plan.contains("contact_gap_to_fix"), "only those: {sql}\n{plan}");
        }
        for sql in [HELD, HELD_BY_MANY] {
            let plan = database.plan(sql).unwrap().join("; ");
            assert!(plan.contains("SEARCH search_term USING PRIMARY KEY"), "{sql}\n{plan}");
        }
    }
}
