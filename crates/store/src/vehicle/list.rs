//! The list of vehicles, page by page, by key and always along an index; whoever says nothing there last.

use crate::contact::many::Many;
use crate::counter::{self, Counter};
use crate::engine::{Result, Row, Tx, Value};
use crate::values;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::vehicle::Recall;
use std::collections::HashMap;

/// By what the list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Plate,
    Make,
    MotDue,
    ServiceDue,
}

impl Sort {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Plate, Self::Make, Self::MotDue, Self::ServiceDue];

    /// What orders, as its index has it.
    const fn column(self) -> &'static str {
        match self {
            Self::Plate => "coalesce(nullif(v.plate, ''), '~')",
            Self::Make => "coalesce(nullif(lower(v.make), ''), '~')",
            Self::MotDue => "coalesce(nullif(v.mot_due, ''), '~')",
            Self::ServiceDue => "coalesce(nullif(v.service_due, ''), '~')",
        }
    }
}

/// Which vehicles, in which order.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    pub sort: Sort,
    pub descending: bool,
    /// Up to this key of the order only, such as a day; empty for all.
    pub until: &'a str,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VehicleLine {
    pub id: VehicleId,
    pub registration: String,
    pub vin: String,
    pub make: String,
    pub model: String,
    /// ISO dates, empty for none.
    pub mot_due: String,
    pub service_due: String,
    pub recall: Recall,
    pub no_service_contact: bool,
    /// Who keeps it: the latest where there are several.
    pub keeper: Option<(ContactId, String)>,
}

/// Where a page ended: the key of its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    pub key: String,
    /// The vehicle, among those with the same key.
    pub id: i64,
}

const COLUMNS: &str =
    "v.id, v.registration, v.vin, v.make, v.model, v.mot_due, v.service_due, v.recall, v.no_service_contact";
const COLUMN_COUNT: usize = 9;

/// The three ranges a page may need, as in the list of contacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Start,
    SameKey,
    FurtherKeys,
}

fn statement(order: &Order<'_>, step: Step) -> String {
    let (key, descending) = (order.sort.column(), order.descending);
    let (behind, direction) = if descending { ("<", " DESC") } else { (">", "") };
    let mut ranges = match step {
        Step::Start => Vec::new(),
        Step::SameKey => vec![format!("{key} = ?"), format!("v.id {behind} ?")],
        Step::FurtherKeys => vec![format!("{key} {behind} ?")],
    };
    if !order.until.is_empty() && step != Step::SameKey && !(descending && step == Step::FurtherKeys) {
        ranges.push(format!("{key} <= ?"));
    }
    let range = if ranges.is_empty() { String::new() } else { format!("WHERE {}", ranges.join(" AND ")) };
    let by = if step == Step::SameKey {
        format!("v.id{direction}")
    } else {
        format!("{key}{direction}, v.id{direction}")
    };
    format!("SELECT {COLUMNS}, {key} FROM vehicle v {range} ORDER BY {by} LIMIT ?")
}

fn walk(order: &Order<'_>, descending: bool) -> String {
    let (key, direction) = (order.sort.column(), if descending { " DESC" } else { "" });
    let range = if order.until.is_empty() { String::new() } else { format!("WHERE {key} <= ?") };
    format!("SELECT v.id FROM vehicle v {range} ORDER BY {key}{direction}, v.id{direction} LIMIT ? OFFSET ?")
}

/// Every statement of the list, for the test that reads their plans.
#[must_use]
pub fn statements() -> Vec<String> {
    let mut all = Vec::new();
    for sort in Sort::ALL {
        for (descending, until) in [(false, ""), (true, ""), (false, "2026-12-31"), (true, "2026-12-31")] {
            let order = Order { sort, descending, until };
            all.extend([Step::Start, Step::SameKey, Step::FurtherKeys].map(|step| statement(&order, step)));
            all.push(walk(&order, descending));
        }
    }
    all
}

fn from_row(row: &Row<'_>) -> Result<VehicleLine> {
    Ok(VehicleLine {
        id: VehicleId::new(row.int(0)?),
        registration: row.text(1)?,
        vin: row.text(2)?,
        make: row.text(3)?,
        model: row.text(4)?,
        mot_due: row.text(5)?,
        service_due: row.text(6)?,
        recall: Recall::from_word(row.text_ref(7)?),
        no_service_contact: row.flag(8)?,
        keeper: None,
    })
}

static LINES: Many = Many::new(
    "SELECT v.id, v.registration, v.vin, v.make, v.model, v.mot_due, v.service_due, v.recall, v.no_service_contact
     FROM vehicle v WHERE v.id IN",
);
static KEEPERS: Many = Many::new(
    "SELECT k.vehicle_id, k.contact_id, c.first_name, c.last_name, c.company, k.since FROM vehicle_keeper k
     CROSS JOIN contact c WHERE c.id = k.contact_id AND k.until = '' AND k.vehicle_id IN",
);

/// At most `limit` lines behind `after`, and where they end.
pub fn page(
    tx: &Tx<'_>,
    order: &Order<'_>,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<(Vec<VehicleLine>, Option<Cursor>)> {
    let mut lines: Vec<VehicleLine> = Vec::with_capacity(limit);
    let mut last = None;
    let bound: Vec<Value<'_>> =
        (!order.until.is_empty()).then_some(Value::Text(order.until)).into_iter().collect();
    let mut take = |step: Step, values: &[Value<'_>]| -> Result<usize> {
        tx.each(&statement(order, step), values, |row: &Row<'_>| {
            let line = from_row(row)?;
            last = Some(Cursor { key: row.text(COLUMN_COUNT)?, id: line.id.get() });
            lines.push(line);
            Ok(())
        })?;
        Ok(lines.len())
    };
    let count = |lines: usize| Value::Int(i64::try_from(lines).unwrap_or(i64::MAX));
    match after {
        None => {
            take(Step::Start, &[&bound[..], &[count(limit)]].concat())?;
        }
        Some(cursor) => {
            let key = Value::Text(&cursor.key);
            let found = take(Step::SameKey, &[key, Value::Int(cursor.id), count(limit)])?;
            if found < limit {
                // What lies before the cursor lies before the bound too.
                let bound = if order.descending { &[] } else { &bound[..] };
                take(Step::FurtherKeys, &[&[key], bound, &[count(limit - found)]].concat())?;
            }
        }
    }
    let more = lines.len() == limit;
    add_keepers(tx, &mut lines)?;
    Ok((lines, last.filter(|_| more)))
}

/// At most `limit` vehicles from row `row` on, counted from the nearer end where it is known how many there are.
pub fn ids_at(tx: &Tx<'_>, order: &Order<'_>, row: i64, limit: i64, total: i64) -> Result<Vec<VehicleId>> {
    let row = row.max(0);
    let wanted = limit.min(total - row);
    if wanted <= 0 {
        return Ok(Vec::new());
    }
    let from_the_end = row > total / 2;
    let skipped = if from_the_end { total - row - wanted } else { row };
    let sql = walk(order, order.descending != from_the_end);
    let mut values: Vec<Value<'_>> = Vec::new();
    if !order.until.is_empty() {
        values.push(Value::Text(order.until));
    }
    values.extend([Value::Int(wanted), Value::Int(skipped)]);
    let mut ids = tx.all(&sql, &values, |row| Ok(VehicleId::new(row.int(0)?)))?;
    if from_the_end {
        ids.reverse();
    }
    Ok(ids)
}

/// How many vehicles the list has.
pub fn count(tx: &Tx<'_>, order: &Order<'_>) -> Result<i64> {
    if order.until.is_empty() {
        return counter::value(tx, Counter::Vehicles);
    }
    let sql = format!("SELECT count(*) FROM vehicle v WHERE {} <= ?", order.sort.column());
    tx.number(&sql, values![order.until])
}

/// The lines of these vehicles, in their order; vehicles that are gone are left out.
pub fn lines(tx: &Tx<'_>, ids: &[VehicleId]) -> Result<Vec<VehicleLine>> {
    let numbers: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    let mut found = HashMap::with_capacity(ids.len());
    LINES.each_number(tx, &numbers, |row| {
        let line = from_row(row)?;
        found.insert(line.id, line);
        Ok(())
    })?;
    let mut lines: Vec<VehicleLine> = ids.iter().filter_map(|id| found.remove(id)).collect();
    add_keepers(tx, &mut lines)?;
    Ok(lines)
}

fn add_keepers(tx: &Tx<'_>, lines: &mut [VehicleLine]) -> Result<()> {
    let numbers: Vec<i64> = lines.iter().map(|line| line.id.get()).collect();
    let mut latest: HashMap<i64, (String, std::cmp::Reverse<i64>, String)> = HashMap::new();
    KEEPERS.each_number(tx, &numbers, |row| {
        let name = display_name(row.text_ref(2)?, row.text_ref(3)?, row.text_ref(4)?);
        let one = (row.text(5)?, std::cmp::Reverse(row.int(1)?), name);
        let best = latest.entry(row.int(0)?).or_insert_with(|| one.clone());
        if (&one.0, one.1) > (&best.0, best.1) {
            *best = one;
        }
        Ok(())
    })?;
    for line in lines {
        let keeper = latest.remove(&line.id.get());
        line.keeper = keeper.map(|(_, contact, name)| (ContactId::new(contact.0), name));
    }
    Ok(())
}

/// The statement behind [`of_contact`].
pub const OF_CONTACT: &str =
    "SELECT vehicle_id, since, until FROM vehicle_keeper WHERE contact_id = ? ORDER BY position";

/// The vehicles that a contact keeps and kept, each with its days: those it keeps now first.
pub fn of_contact(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<(VehicleLine, String, String)>> {
    let mut hands = tx.all(OF_CONTACT, values![contact.get()], |row| {
        Ok((VehicleId::new(row.int(0)?), row.text(1)?, row.text(2)?))
    })?;
    hands.sort_by_key(|(_, _, until)| (!until.is_empty(), std::cmp::Reverse(until.clone())));
    let mut ids: Vec<VehicleId> = hands.iter().map(|(id, ..)| *id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found: HashMap<VehicleId, VehicleLine> =
        lines(tx, &ids)?.into_iter().map(|line| (line.id, line)).collect();
    let with = |(id, since, until)| found.get(&id).map(|line| (line.clone(), since, until));
    Ok(hands.into_iter().filter_map(with).collect())
}
