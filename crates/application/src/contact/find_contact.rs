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
        let (by_reference, by_number) = cx.read(|tx| {
            let by_reference = match contact::by_reference(tx, named)? {
                // Forecourt's own references are written large.
                None => contact::by_reference(tx, &named.to_uppercase())?,
                found => found,
            };
            // More digits than any number has: nobody's.
            let number = named.parse().ok().filter(|number| *number > 0).map(ContactId::new);
            let by_number = match number {
                Some(id) if contact::exists(tx, id)? => Some(id),
                _ => None,
            };
            Ok((by_reference, by_number))
        })?;
        let found = match (by_reference, by_number) {
            // An import may bring references of plain digits: then one word names two people.
            (Some(one), Some(other)) if one != other => {
                let words =
                    format!("{named} is one contact's reference and another's number. Use a reference.");
                return Err(Refusal::invalid("named", words));
            }
            (one, other) => one.or(other),
        };
        found.map(|id| FoundContact { id }).ok_or_else(|| Refusal::not_found("contact"))
    }
}
