//! Finding vehicles by what people read off them: the plate from its beginning, the VIN from its beginning or its
//! end.

use crate::contact::many::Many;
use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::VehicleId;

/// By what a vehicle was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    Plate,
    /// A plate that it bore before, as it was written.
    FormerPlate(String),
    Vin,
}

/// The statements behind [`by_plate_prefix`], [`by_former_plate`], [`by_vin_prefix`] and [`by_vin_end`].
pub const PLATE: &str =
    "SELECT id FROM vehicle WHERE plate <> '' AND plate >= ? AND plate < ? ORDER BY plate LIMIT ?";
pub const FORMER: &str = "SELECT vehicle_id, registration FROM vehicle_plate WHERE plate >= ? AND plate < ? ORDER BY plate LIMIT ?";
pub const VIN: &str = "SELECT id FROM vehicle WHERE vin <> '' AND vin >= ? AND vin < ? ORDER BY vin LIMIT ?";
pub const VIN_END: &str = "SELECT id FROM vehicle WHERE vin_back <> '' AND vin_back >= ? AND vin_back < ? ORDER BY vin_back LIMIT ?";

/// Behind everything that begins with the word.
fn behind(word: &str) -> String {
    format!("{word}{}", char::MAX)
}

fn range(tx: &Tx<'_>, sql: &str, word: &str, limit: i64) -> Result<Vec<VehicleId>> {
    tx.all(sql, values![word, &behind(word), limit], |row| Ok(VehicleId::new(row.int(0)?)))
}

/// Vehicles whose plate begins so, in key form.
pub fn by_plate_prefix(tx: &Tx<'_>, key: &str, limit: i64) -> Result<Vec<VehicleId>> {
    range(tx, PLATE, key, limit)
}

/// Vehicles that bore a plate which begins so, each with that plate.
pub fn by_former_plate(tx: &Tx<'_>, key: &str, limit: i64) -> Result<Vec<(VehicleId, String)>> {
    tx.all(FORMER, values![key, &behind(key), limit], |row| Ok((VehicleId::new(row.int(0)?), row.text(1)?)))
}

/// Vehicles whose VIN begins so, in key form.
pub fn by_vin_prefix(tx: &Tx<'_>, key: &str, limit: i64) -> Result<Vec<VehicleId>> {
    range(tx, VIN, key, limit)
}

/// Vehicles whose VIN ends so, in key form.
pub fn by_vin_end(tx: &Tx<'_>, key: &str, limit: i64) -> Result<Vec<VehicleId>> {
    let back: String = key.chars().rev().collect();
    range(tx, VIN_END, &back, limit)
}

static THESE: Many = Many::new("SELECT id FROM vehicle WHERE plate <> '' AND plate IN");

/// Vehicles that bear exactly one of these plates, in key form.
pub fn bearing(tx: &Tx<'_>, keys: &[String]) -> Result<Vec<VehicleId>> {
    let mut found = Vec::new();
    THESE.each_text(tx, keys, |row| {
        found.push(VehicleId::new(row.int(0)?));
        Ok(())
    })?;
    Ok(found)
}

/// The vehicle that bears a plate now, by [`forecourt_domain::plate::key`].
pub fn by_plate(tx: &Tx<'_>, key: &str) -> Result<Option<VehicleId>> {
    tx.one("SELECT id FROM vehicle WHERE plate = ? AND plate <> ''", values![key], |row| {
        Ok(VehicleId::new(row.int(0)?))
    })
}

/// The vehicle that has a VIN.
pub fn by_vin(tx: &Tx<'_>, vin: &str) -> Result<Option<VehicleId>> {
    tx.one("SELECT id FROM vehicle WHERE vin = ? AND vin <> ''", values![vin], |row| {
        Ok(VehicleId::new(row.int(0)?))
    })
}
