//! Prepares the mail with a customer's own link and hands it to the mail program.

use super::gate;
use super::prepare::{HandedTo, Request};
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::email;
use forecourt_domain::ids::ContactId;
use forecourt_store::contact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Prepares a link.
#[derive(Deserialize, TS)]
pub struct PreparePortalLink {
    /// For whom.
    pub contact_id: ContactId,
    /// To which of their addresses.
    pub email: String,
    /// Did the customer ask for it?
    #[serde(default)]
    pub customer_asked: bool,
}

/// What was prepared. The link itself is not told: it belongs to the customer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PortalLinkPrepared {
    /// How it was handed over.
    pub handed_over: HandedTo,
    /// To which address.
    pub address: String,
}

impl Command for PreparePortalLink {
    const NAME: &'static str = "prepare_portal_link";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::PORTAL];
    type Reply = PortalLinkPrepared;

    fn run(self, cx: &Cx<'_>) -> Result<PortalLinkPrepared, Refusal> {
        let settings = cx.settings()?;
        gate::check_portal(&settings)?;
        let address = own_address(cx, self.contact_id, &self.email)?;
        let request =
            Request { contact: self.contact_id, address: &address, customer_asked: self.customer_asked };
        match request.prepare(cx, &settings)? {
            Ok(handed_over) => Ok(PortalLinkPrepared { handed_over, address }),
            Err(decision) => Err(gate::refused(&decision)),
        }
    }
}

/// The address as kept; only one of the contact's own will do.
pub(super) fn own_address(cx: &Cx<'_>, contact: ContactId, typed: &str) -> Result<String, Refusal> {
    let contact = cx.read(|tx| Ok(contact::load(tx, contact)?))?;
    let contact = contact.ok_or_else(|| Refusal::not_found("contact"))?;
    let key = email::parse(typed).map(|email| email.key).unwrap_or_default();
    let own = contact.details.emails.into_iter().find(|email| !key.is_empty() && email.key == key);
    own.map(|email| email.address)
        .ok_or_else(|| Refusal::invalid("email", "This is not one of the contact's email addresses."))
}
