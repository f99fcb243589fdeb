//! Prepares links for a selection of contacts. Each is decided for itself, and whoever may
//! not be asked by email comes back with the reasons: the printed form stays open to them.

use super::gate;
use super::prepare::{HandedTo, Request};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::display_name;
use forecourt_domain::ids::ContactId;
use forecourt_store::contact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Prepares a link for each of these contacts, to their first email address. No customer asked for
/// it: where one did, the link is prepared on the record.
#[derive(Deserialize, TS)]
pub struct PreparePortalLinks {
    /// For whom, at most 25 at once: each becomes a draft of its own in the mail program.
    pub contact_ids: Vec<ContactId>,
}

/// A contact whose draft was handed over.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PortalLinkSent {
    /// For whom.
    pub contact_id: ContactId,
    /// As called.
    pub name: String,
    /// To which address.
    pub address: String,
    /// How it was handed over.
    pub handed_over: HandedTo,
}

/// A contact for whom no draft was prepared.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PortalLinkRefused {
    /// For whom.
    pub contact_id: ContactId,
    /// As called.
    pub name: String,
    /// Why not, in the order of the gates.
    pub reasons: Vec<String>,
}

/// What became of the selection. The links themselves are not told.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct PortalLinksPrepared {
    /// Handed to the mail program.
    pub prepared: Vec<PortalLinkSent>,
    /// Not prepared, with the reasons.
    pub refused: Vec<PortalLinkRefused>,
}

/// The most contacts of one call: nobody looks over more drafts at a time.
pub const MOST_LINKS: usize = 25;

/// One contact of the selection.
struct Recipient {
    contact: ContactId,
    name: String,
    address: String,
}

impl Command for PreparePortalLinks {
    const NAME: &'static str = "prepare_portal_links";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::HISTORY, tag::PORTAL];
    type Reply = PortalLinksPrepared;

    fn run(self, cx: &Cx<'_>) -> Result<PortalLinksPrepared, Refusal> {
        let settings = cx.settings()?;
        gate::check_portal(&settings)?;
        let recipients = self.recipients(cx)?;
        let mut outcome = PortalLinksPrepared::default();
        let mut is_shut = false;
        for Recipient { contact, name, address } in recipients {
            if is_shut {
                // Each of them would wait for a program that does not start.
                let reasons =
                    vec!["Not tried: the mail program did not open the draft before it.".to_owned()];
                outcome.refused.push(PortalLinkRefused { contact_id: contact, name, reasons });
                continue;
            }
            let request = Request { contact, address: &address, customer_asked: false };
            let reasons = match request.prepare(cx, &settings) {
                Ok(Ok(handed_over)) => {
                    outcome.prepared.push(PortalLinkSent { contact_id: contact, name, address, handed_over });
                    continue;
                }
                Ok(Err(decision)) => gate::reasons(&decision),
                // The drafts before it are open already, so what failed is told beside them.
                Err(refusal) => {
                    is_shut = refusal.code == Code::File;
                    vec![refusal.message]
                }
            };
            outcome.refused.push(PortalLinkRefused { contact_id: contact, name, reasons });
        }
        Ok(outcome)
    }
}

impl PreparePortalLinks {
    /// Each contact once, in the order of the selection.
    fn recipients(&self, cx: &Cx<'_>) -> Result<Vec<Recipient>, Refusal> {
        let mut ids: Vec<ContactId> = Vec::new();
        for id in &self.contact_ids {
            if !ids.contains(id) {
                ids.push(*id);
            }
            if ids.len() > MOST_LINKS {
                return Err(Refusal::invalid("contact_ids", "At most 25 contacts at once."));
            }
        }
        if ids.is_empty() {
            return Err(Refusal::invalid("contact_ids", "Choose at least one contact."));
        }
        cx.read(|tx| {
            let recipient = |id| {
                let found = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
                let details = found.details;
                Ok(Recipient {
                    contact: id,
                    name: display_name(&details.first_name, &details.last_name, &details.company),
                    address: details.emails.into_iter().next().map(|email| email.address).unwrap_or_default(),
                })
            };
            ids.into_iter().map(recipient).collect()
        })
    }
}
