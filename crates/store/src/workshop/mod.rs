//! What the diary is divided among: technicians and ramps.

use crate::table::{Table, Witness, impersonal};

/// The tables of this noun.
pub const TABLES: &[Table] = &[Table::of_nobody(
    "workshop_resource",
    &[impersonal("kind"), impersonal("name"), impersonal("minutes")],
)
.witnessed(Witness::of("technician or ramp", &["version", "kind", "name", "position", "minutes", "active"]))];
