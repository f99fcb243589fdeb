//! Whether a contact is there, and what it is called.

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;

/// What a contact is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Called {
    /// The name as lists and papers show it.
    pub name: String,
    /// The account reference.
    pub reference: String,
}

/// What a contact is called; `None` once it is gone.
pub fn called(tx: &Tx<'_>, id: ContactId) -> Result<Option<Called>> {
    tx.one(
        "SELECT reference, first_name, last_name, company FROM contact WHERE id = ?",
        values![id.get()],
        |row| {
            let name = display_name(row.text_ref(1)?, row.text_ref(2)?, row.text_ref(3)?);
            Ok(Called { name, reference: row.text(0)? })
        },
    )
}
