//! What a job card names of other nouns: the mileage among the readings of its vehicle, and who and what there is.

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::ids::{PartId, VehicleId};

/// The last reading of a vehicle: miles, and the day.
pub fn last_mileage(tx: &Tx<'_>, vehicle: VehicleId) -> Result<Option<(i64, String)>> {
    tx.one(
        "SELECT miles, read_on FROM vehicle_mileage WHERE vehicle_id = ? ORDER BY read_on DESC LIMIT 1",
        values![vehicle.get()],
        |row| Ok((row.int(0)?, row.text(1)?)),
    )
}

/// Notes what a job card says of this day; a second reading of the day takes the place of the first.
pub fn note_mileage(tx: &Tx<'_>, vehicle: VehicleId, day: &str, miles: i64) -> Result<()> {
    let again = tx.run(
        "UPDATE vehicle_mileage SET miles = ? WHERE vehicle_id = ? AND read_on = ? AND source = 'job_card'",
        values![miles, vehicle.get(), day],
    )?;
    if again == 0 {
        tx.run(
            "INSERT INTO vehicle_mileage (vehicle_id, read_on, miles, source) VALUES (?, ?, ?, 'job_card')",
            values![vehicle.get(), day, miles],
        )?;
    }
    Ok(())
}

/// Is there a vehicle of this number?
pub fn vehicle_exists(tx: &Tx<'_>, vehicle: VehicleId) -> Result<bool> {
    tx.holds("SELECT EXISTS (SELECT 1 FROM vehicle WHERE id = ?)", values![vehicle.get()])
}

/// Is there a part of this number?
pub fn part_exists(tx: &Tx<'_>, part: PartId) -> Result<bool> {
    tx.holds("SELECT EXISTS (SELECT 1 FROM part WHERE id = ?)", values![part.get()])
}
