//! Says beforehand whether a link may be sent to a customer who did not ask for it: nobody should learn that
//! from a refusal.

use super::gate;
use super::prepare_portal_link::own_address;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks about one of a customer's addresses.
#[derive(Deserialize, TS)]
pub struct CheckPortalLink {
    /// For whom.
    pub contact_id: ContactId,
    /// To which of their addresses.
    pub email: String,
}

/// The answer, as preparing the link would give it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PortalLinkChecked {
    /// May it be sent unasked?
    pub allowed: bool,
    /// Why not, in plain words; empty where it may.
    pub reasons: Vec<String>,
}

impl Command for CheckPortalLink {
    const NAME: &'static str = "check_portal_link";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::SETTINGS, tag::PORTAL];
    type Reply = PortalLinkChecked;

    fn run(self, cx: &Cx<'_>) -> Result<PortalLinkChecked, Refusal> {
        let settings = cx.settings()?;
        gate::check_portal(&settings)?;
        let address = own_address(cx, self.contact_id, &self.email)?;
        let decision = cx.read(|tx| gate::decide(tx, &settings, self.contact_id, &address, false, cx.now))?;
        let allowed = !gate::blocks(&decision);
        let reasons = if allowed { Vec::new() } else { gate::reasons(&decision) };
        Ok(PortalLinkChecked { allowed, reasons })
    }
}
