//! Finding one contact by what names it: its number, or its account reference.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Finds a contact by number (`42`) or reference (`C0000042`).
#[derive(Deserialize, TS)]
pub struct FindContact {
    pub named: String,
}

/// The contact that was named.
#[derive(Debug, Serialize, TS)]
pub struct FoundContact {
    pub id: ContactId,
}

impl Command for FindContact {
    const NAME: &'static str = "find_contact";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = FoundContact;

    fn run(self, cx: &Cx<'_>) -> Result<FoundContact, Refusal> {
        let named = self.named.trim();
        let found = cx.read(|tx| {
            if named.chars().all(|c| c.is_ascii_digit()) {
                // Also nothing, and more digits than any number has: nobody's.
                let id = named.parse().ok().filter(|number| *number > 0).map(ContactId::new);
                return Ok(id.filter(|id| contact::exists(tx, *id).unwrap_or(false)));
            }
            match contact::by_reference(tx, named)? {
                // Forecourt's own references are written large.
                None => Ok(contact::by_reference(tx, &named.to_uppercase())?),
                found => Ok(found),
            }
        })?;
        found.map(|id| FoundContact { id }).ok_or_else(|| Refusal::not_found("contact"))
    }
}
