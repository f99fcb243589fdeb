//! Who died, and who left the address on file (L-03). Few have a row here; it goes when nothing is left in it.

use super::Stamp;
use super::many::Many;
use crate::engine::{Result, Row, Tx};
use crate::values;
use forecourt_domain::contact::circumstance::{Circumstance, Death};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, civil_date};
use std::collections::{HashMap, HashSet};

macro_rules! select {
    ($end:literal) => {
        concat!("SELECT contact_id, died_on, told_by, told_at, gone_away_on FROM contact_circumstance ", $end)
    };
}

static MANY: Many = Many::new(select!("WHERE contact_id IN"));

const DEAD: &str = "SELECT contact_id FROM contact_circumstance WHERE told_at <> ''";

/// What is noted of a contact; mostly nothing.
pub fn circumstance(tx: &Tx<'_>, id: ContactId) -> Result<Circumstance> {
    let found = tx.one(select!("WHERE contact_id = ?"), values![id.get()], from_row)?;
    Ok(found.unwrap_or_default())
}

/// Of these contacts those of whom anything is noted.
pub fn circumstances(tx: &Tx<'_>, ids: &[ContactId]) -> Result<HashMap<ContactId, Circumstance>> {
    let mut found = HashMap::new();
    MANY.each(tx, ids, |row| {
        found.insert(ContactId::new(row.int(0)?), from_row(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// Everybody who died.
pub fn dead(tx: &Tx<'_>) -> Result<HashSet<ContactId>> {
    let mut ids = HashSet::new();
    tx.each(DEAD, &[], |row| {
        ids.insert(ContactId::new(row.int(0)?));
        Ok(())
    })?;
    Ok(ids)
}

/// Keeps what is noted of a contact in place of what was.
pub fn put_circumstance(tx: &Tx<'_>, id: ContactId, noted: &Circumstance, stamp: Stamp<'_>) -> Result<()> {
    if *noted == Circumstance::default() {
        if tx.run("DELETE FROM contact_circumstance WHERE contact_id = ?", values![id.get()])? > 0 {
            tx.removed("contact_circumstance", id.get(), id.get());
        }
        return Ok(());
    }
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let death = noted.died.as_ref();
    let died_on = day(death.and_then(|death| death.on));
    let told_at = death.map(|death| death.told_at.to_text()).unwrap_or_default();
    let gone_away_on = day(noted.gone_away);
    tx.run(
        "INSERT INTO contact_circumstance
             (contact_id, died_on, told_by, told_at, gone_away_on, changed_at, changed_by)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (contact_id) DO UPDATE SET died_on = excluded.died_on, told_by = excluded.told_by,
             told_at = excluded.told_at, gone_away_on = excluded.gone_away_on,
             changed_at = excluded.changed_at, changed_by = excluded.changed_by",
        values![
            id.get(),
            &died_on,
            death.map_or("", |death| death.told_by.as_str()),
            &told_at,
            &gone_away_on,
            stamp.at,
            stamp.by,
        ],
    )?;
    tx.wrote("contact_circumstance", id.get());
    Ok(())
}

fn from_row(row: &Row<'_>) -> Result<Circumstance> {
    let told_at = Moment::parse(row.text_ref(3)?);
    Ok(Circumstance {
        died: match told_at {
            Some(told_at) => Some(Death { on: civil_date(row.text_ref(1)?), told_by: row.text(2)?, told_at }),
            None => None,
        },
        gone_away: civil_date(row.text_ref(4)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Database;
    use crate::keys::DataKey;

    #[test]
    fn a_page_asks_once_and_reads_nobody_else() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        let plan = database.plan(&format!("{} (?, ?)", MANY.sql())).unwrap().join("; ");
        assert!(plan.contains("SEARCH") && !plan.contains("SCAN"), "{plan}");
        let plan = database.plan(DEAD).unwrap().join("; ");
        assert!(plan.contains("contact_circumstance_died"), "the dead alone: {plan}");
    }
}
