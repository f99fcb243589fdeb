//! The one way a link leaves: decided, kept, handed to the mail program, or written down as refused.
//! A single link and a whole selection both come through here.

use super::ledger_line::LedgerLine;
use super::{gate, letter, token};
use crate::portal_link::settings::{PORTAL_ADDRESS, PORTAL_TTL_DAYS};
use crate::words;
use forecourt_dispatch::hand_over::file_refusal;
use forecourt_dispatch::hand_over::view_whole;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_documents::mail_draft::{self, Handing};
use forecourt_domain::consent::decide::Decision;
use forecourt_domain::ids::ContactId;
use forecourt_store::ledger::Subject;
use forecourt_store::portal_link;
use serde::Serialize;
use ts_rs::TS;

/// To what the draft was handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandedTo {
    /// The mail program, by a `mailto:` address.
    Mailto,
    /// The mail program, as a draft file.
    Eml,
}

/// A link about to be prepared.
pub(super) struct Request<'a> {
    /// For whom.
    pub contact: ContactId,
    /// To which of their addresses; empty when there is none, which the decision refuses.
    pub address: &'a str,
    /// Did the customer ask for it?
    pub customer_asked: bool,
}

/// A draft, and until when the link in it works.
struct Draft {
    handing: Handing,
    token_hash: String,
    expires: String,
}

impl Request<'_> {
    /// Prepares the draft and hands it over; the decision when it blocks.
    ///
    /// # Errors
    /// What the mail program, the disk or the database says; then the link is void.
    pub fn prepare(&self, cx: &Cx<'_>, settings: &Settings) -> Result<Result<HandedTo, Decision>, Refusal> {
        let (id, handing) = match self.record(cx, settings)? {
            Ok(kept) => kept,
            Err(decision) => return Ok(Err(decision)),
        };
        match hand_over(cx, &handing) {
            Ok(handed_over) => Ok(Ok(handed_over)),
            Err(error) => {
                cx.write(|writing| {
                    portal_link::take_back(writing.tx, self.contact, id)?;
                    let line = LedgerLine::Failed { address: words::masked_email(self.address) };
                    writing.record(Subject::Contact(self.contact), &line)
                })?;
                let mut refusal = file_refusal(&error);
                refusal.message.push_str(" The link is void: nothing was prepared.");
                Err(refusal)
            }
        }
    }

    /// Keeps the link before it leaves, or writes down that it was refused.
    fn record(&self, cx: &Cx<'_>, settings: &Settings) -> Result<Result<(i64, Handing), Decision>, Refusal> {
        let subject = Subject::Contact(self.contact);
        cx.write(|writing| {
            // Asked inside the transaction: a withdrawal made meanwhile counts.
            let decision =
                gate::decide(writing.tx, settings, self.contact, self.address, self.customer_asked, cx.now)?;
            if gate::blocks(&decision) {
                writing.record(subject, &LedgerLine::Refused { reasons: decision.words_for_log() })?;
                return Ok(Err(decision));
            }
            let draft = self.draft(cx, settings)?;
            let link = portal_link::Link {
                contact: self.contact,
                token_hash: &draft.token_hash,
                address: self.address,
                at: &cx.now.to_text(),
                expires_at: &draft.expires,
                customer_asked: self.customer_asked,
            };
            let kept = portal_link::add(writing.tx, &link)?;
            let line = LedgerLine::Prepared {
                link: kept,
                address: words::masked_email(self.address),
                customer_asked: self.customer_asked,
                expires: draft.expires,
            };
            writing.record(subject, &line)?;
            Ok(Ok((kept, draft.handing)))
        })
    }

    fn draft(&self, cx: &Cx<'_>, settings: &Settings) -> Result<Draft, Refusal> {
        let secret = token::generate()?;
        let expires = cx.now.plus_seconds(settings.number(&PORTAL_TTL_DAYS) * 24 * 60 * 60);
        let base = settings.text(&PORTAL_ADDRESS);
        let link = format!("{}/preferences/{}", base.trim_end_matches('/'), *secret);
        let mail = letter::draft(settings, self.address, &link, expires, self.customer_asked, cx.now);
        let handing = mail_draft::draft(&mail).map_err(|problem| Refusal::invalid("email", problem))?;
        Ok(Draft { handing, token_hash: token::hash(&secret), expires: expires.to_text() })
    }
}

fn hand_over(cx: &Cx<'_>, draft: &Handing) -> std::io::Result<HandedTo> {
    match draft {
        Handing::Mailto(address) => cx.outlet().mail(address).map(|()| HandedTo::Mailto),
        Handing::Eml(bytes) => view_whole(cx, "Consent portal link.eml", bytes).map(|_| HandedTo::Eml),
    }
}
