//! What the diary is divided among: technicians and ramps. They are few, and all are read at once.

use crate::engine::{Result, Row, Tx};
use crate::table::{Table, Witness, impersonal};
use crate::values;
use forecourt_domain::ids::ResourceId;
use forecourt_domain::workshop::{Hours, ResourceKind};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "workshop_resource",
    &[impersonal("kind"), impersonal("name"), impersonal("minutes")],
)
.witnessed(Witness::of("technician or ramp", &["version", "kind", "name", "position", "minutes", "active"]))];

/// A technician or a ramp as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resource {
    pub id: ResourceId,
    /// Counts changes; an editor must have seen the newest.
    pub version: i64,
    pub kind: ResourceKind,
    pub name: String,
    /// Its place in the diary, from 0.
    pub position: i64,
    pub hours: Hours,
    /// Is anything booked to it any more?
    pub active: bool,
}

/// All of them in the order of the diary, those that are out of use too.
pub const ALL: &str = "SELECT id, version, kind, name, position, minutes, active FROM workshop_resource
    ORDER BY position, id";

/// See [`ALL`].
pub fn all(tx: &Tx<'_>) -> Result<Vec<Resource>> {
    tx.all(ALL, &[], from_row)
}

fn from_row(row: &Row<'_>) -> Result<Resource> {
    Ok(Resource {
        id: ResourceId::new(row.int(0)?),
        version: row.int(1)?,
        // A word of a later version has hours all the same.
        kind: ResourceKind::from_word(row.text_ref(2)?).unwrap_or(ResourceKind::Ramp),
        name: row.text(3)?,
        position: row.int(4)?,
        hours: Hours::stored(row.text_ref(5)?),
        active: row.flag(6)?,
    })
}

/// Adds one.
pub fn add(tx: &Tx<'_>, kind: ResourceKind, name: &str, position: i64, hours: Hours) -> Result<ResourceId> {
    let id = tx.returning(
        "INSERT INTO workshop_resource (kind, name, position, minutes) VALUES (?, ?, ?, ?) RETURNING id",
        values![kind.word(), name, position, &hours.to_text()],
    )?;
    tx.wrote("workshop_resource", id);
    Ok(ResourceId::new(id))
}

/// Changes one, and counts its version up.
pub fn update(tx: &Tx<'_>, resource: &Resource) -> Result<()> {
    tx.run(
        "UPDATE workshop_resource SET kind = ?, name = ?, position = ?, minutes = ?, active = ?,
             version = version + 1
         WHERE id = ?",
        values![
            resource.kind.word(),
            &resource.name,
            resource.position,
            &resource.hours.to_text(),
            resource.active,
            resource.id.get(),
        ],
    )?;
    tx.wrote("workshop_resource", resource.id.get());
    Ok(())
}

/// Gives one another place in the diary. No edit of it is lost by that, so its version stays.
pub fn place(tx: &Tx<'_>, id: ResourceId, position: i64) -> Result<()> {
    tx.run("UPDATE workshop_resource SET position = ? WHERE id = ?", values![position, id.get()])?;
    tx.wrote("workshop_resource", id.get());
    Ok(())
}
