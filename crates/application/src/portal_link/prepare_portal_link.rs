//! Prepares the mail with a customer's own link and hands it to the mail program.

use super::{gate, letter, token};
use crate::hand_over::file_refusal;
use crate::settings::{self, Settings};
use crate::{Command, Cx, Permit, Refusal, Tag, words};
use forecourt_documents::mail_draft::{self, Handing};
use forecourt_domain::email;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::ledger::Subject;
use forecourt_store::{contact, portal_link};
use serde::{Deserialize, Serialize};
use serde_json::json;
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

/// To what the draft was handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandedTo {
    /// The mail program, by a `mailto:` address.
    Mailto,
    /// The mail program, as a draft file.
    Eml,
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
    const CHANGES: &'static [Tag] = &[Tag::History, Tag::Portal];
    type Reply = PortalLinkPrepared;

    fn run(self, cx: &Cx<'_>) -> Result<PortalLinkPrepared, Refusal> {
        let settings = cx.settings()?;
        gate::check_portal(&settings)?;
        let address = self.address(cx)?;
        let masked = words::masked_email(&address);
        let secret = token::generate()?;
        let expires = cx.now.plus_seconds(settings.number(settings::PORTAL_TTL_DAYS) * 24 * 60 * 60);
        let base = settings.text(settings::PORTAL_ADDRESS).trim_end_matches('/');
        let link = format!("{base}/preferences/{}", *secret);
        let mail = letter::draft(&settings, &address, &link, expires, self.customer_asked, cx.now);
        let draft = mail_draft::draft(&mail).map_err(|problem| Refusal::invalid("email", problem))?;
        let id = self.record(cx, &settings, &address, &masked, &token::hash(&secret), expires)?;
        match hand_over(cx, &draft) {
            Ok(handed_over) => Ok(PortalLinkPrepared { handed_over, address }),
            Err(error) => {
                cx.write(|writing| {
                    portal_link::take_back(writing.tx, self.contact_id, id)?;
                    let content = json!({ "address": masked });
                    writing.line("portal.link_failed", Subject::Contact(self.contact_id), &content)
                })?;
                Err(file_refusal(&error))
            }
        }
    }
}

impl PreparePortalLink {
    /// The address as kept; only one of the contact's own will do.
    fn address(&self, cx: &Cx<'_>) -> Result<String, Refusal> {
        let contact = cx.read(|tx| Ok(contact::load(tx, self.contact_id)?))?;
        let contact = contact.ok_or_else(|| Refusal::not_found("contact"))?;
        let key = email::parse(&self.email).map(|email| email.key).unwrap_or_default();
        let own = contact.details.emails.into_iter().find(|email| !key.is_empty() && email.key == key);
        own.map(|email| email.address)
            .ok_or_else(|| Refusal::invalid("email", "This is not one of the contact's e-mail addresses."))
    }

    /// Keeps the link before it leaves, or refuses and writes that down.
    fn record(
        &self,
        cx: &Cx<'_>,
        settings: &Settings,
        address: &str,
        masked: &str,
        token_hash: &str,
        expires: Moment,
    ) -> Result<i64, Refusal> {
        let id = self.contact_id;
        cx.write(|writing| {
            // Asked inside the transaction: a withdrawal made meanwhile counts.
            let decision = gate::decide(writing.tx, settings, id, self.customer_asked, cx.now)?;
            if let Some(refusal) = gate::refused(&decision) {
                let content = json!({ "reasons": decision.words_for_log() });
                writing.line("portal.link_refused", Subject::Contact(id), &content)?;
                return Ok(Err(refusal));
            }
            let link = portal_link::Link {
                contact: id,
                token_hash,
                address,
                at: &cx.now.to_text(),
                expires_at: &expires.to_text(),
                customer_asked: self.customer_asked,
            };
            let kept = portal_link::add(writing.tx, &link)?;
            let content = json!({
                "link": kept,
                "address": masked,
                "customer_asked": self.customer_asked,
                "expires": expires.to_text(),
            });
            writing.line("portal.link_prepared", Subject::Contact(id), &content)?;
            Ok(Ok(kept))
        })?
    }
}

fn hand_over(cx: &Cx<'_>, draft: &Handing) -> std::io::Result<HandedTo> {
    let outlet = &cx.app.ports.outlet;
    match draft {
        Handing::Mailto(address) => outlet.mail(address).map(|()| HandedTo::Mailto),
        Handing::Eml(bytes) => outlet
            .view("Consent portal link.eml", &mut |out| std::io::Write::write_all(out, bytes))
            .map(|_| HandedTo::Eml),
    }
}
