//! Vehicles that are nobody's business any more.

use crate::contact::many::Many;
use crate::counter::{self, Counter};
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::ContactId;

/// The vehicles that a contact keeps or kept, or that their bookings, job cards and invoices name.
pub(crate) fn ever_kept(tx: &Tx<'_>, contact: ContactId) -> Result<Vec<i64>> {
    let mut vehicles = tx.all(
        "SELECT vehicle_id FROM vehicle_keeper WHERE contact_id = ?1
         UNION SELECT vehicle_id FROM booking WHERE contact_id = ?1
         UNION SELECT vehicle_id FROM job_card WHERE contact_id = ?1
         UNION SELECT vehicle_id FROM invoice WHERE contact_id = ?1 AND contact_id <> 0",
        values![contact.get()],
        |row| row.int(0),
    )?;
    vehicles.retain(|id| *id != 0);
    Ok(vehicles)
}

/// After the erasure of somebody who kept these vehicles: those that nobody keeps or kept any more, and no booking,
/// job card or invoice names, go. Of those that stay go the plates they bore before whoever is left had them: a
/// plate may be somebody's initials.
pub(crate) fn forget_unkept(tx: &Tx<'_>, vehicles: &[i64]) -> Result<()> {
    for id in vehicles {
        if is_named(tx, *id)? {
            tx.run(
                "DELETE FROM vehicle_plate WHERE vehicle_id = ?1 AND NOT EXISTS (
                     SELECT 1 FROM vehicle_keeper k WHERE k.vehicle_id = ?1
                         AND (k.since = '' OR k.since < vehicle_plate.until))",
                values![*id],
            )?;
            continue;
        }
        tx.run("DELETE FROM vehicle_plate WHERE vehicle_id = ?", values![*id])?;
        tx.run("DELETE FROM vehicle_mileage WHERE vehicle_id = ?", values![*id])?;
        if tx.run("DELETE FROM vehicle WHERE id = ?", values![*id])? > 0 {
            counter::add(tx, Counter::Vehicles, -1)?;
            tx.removed("vehicle", *id, 0);
        }
    }
    Ok(())
}

fn is_named(tx: &Tx<'_>, id: i64) -> Result<bool> {
    tx.holds(
        "SELECT EXISTS (SELECT 1 FROM vehicle_keeper WHERE vehicle_id = ?1)
             OR EXISTS (SELECT 1 FROM booking WHERE vehicle_id = ?1 AND vehicle_id <> 0)
             OR EXISTS (SELECT 1 FROM job_card WHERE vehicle_id = ?1 AND vehicle_id <> 0)
             OR EXISTS (SELECT 1 FROM invoice WHERE vehicle_id = ?1 AND vehicle_id <> 0)",
        values![id],
    )
}

/// What an import brought and nobody else keeps or names goes with it.
pub(crate) fn forget_unkept_of_import(tx: &Tx<'_>, import: i64) -> Result<()> {
    let mut told = Vec::new();
    let mut brought = tx.all(
        "SELECT id, version FROM vehicle WHERE import_id = ? AND import_id <> 0",
        values![import],
        |row| {
            // Of what was written at the counter since, a line tells.
            if row.int(1)? > 1 {
                told.push(row.int(0)?);
            }
            row.int(0)
        },
    )?;
    brought.sort_unstable();
    let mut named = Vec::new();
    for many in &NAMED {
        many.each_number(tx, &brought, |row| {
            named.push(row.int(0)?);
            Ok(())
        })?;
    }
    named.sort_unstable();
    brought.retain(|id| named.binary_search(id).is_err());
    for many in &GONE {
        many.each_number(tx, &brought, |_| Ok(()))?;
    }
    counter::add(tx, Counter::Vehicles, -i64::try_from(brought.len()).unwrap_or(i64::MAX))?;
    for id in told.into_iter().filter(|id| brought.binary_search(id).is_ok()) {
        tx.removed("vehicle", id, 0);
    }
    Ok(())
}

static NAMED: [Many; 4] = [
    Many::new("SELECT vehicle_id FROM vehicle_keeper WHERE vehicle_id IN"),
    Many::new("SELECT vehicle_id FROM booking WHERE vehicle_id <> 0 AND vehicle_id IN"),
    Many::new("SELECT vehicle_id FROM job_card WHERE vehicle_id <> 0 AND vehicle_id IN"),
    Many::new("SELECT vehicle_id FROM invoice WHERE vehicle_id <> 0 AND vehicle_id IN"),
];
static GONE: [Many; 3] = [
    Many::new("DELETE FROM vehicle_plate WHERE vehicle_id IN"),
    Many::new("DELETE FROM vehicle_mileage WHERE vehicle_id IN"),
    Many::new("DELETE FROM vehicle WHERE id IN"),
];
