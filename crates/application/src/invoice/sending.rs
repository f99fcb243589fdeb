//! May a document be sent? An invoice is administration that belongs to itself (class B): it goes out whatever the
//! contact allows of marketing, when they stopped processing, and until an erasure is carried out (V-18, V-20, A-60).

use crate::consent::DecisionInput;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::{Decision, MessageClass, Question, Verdict};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use serde::Serialize;
use ts_rs::TS;

/// What the one decision says about sending a posted document by email.
#[derive(Debug, Clone, Serialize, TS)]
pub struct InvoiceMail {
    pub verdict: Verdict,
    /// Why, in words.
    pub reasons: Vec<String>,
}

impl From<Decision> for InvoiceMail {
    fn from(decision: Decision) -> Self {
        Self { verdict: decision.verdict, reasons: decision.words() }
    }
}

/// What the one decision says about sending a document to a contact at this address of theirs; at the first where
/// it is empty.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`].
pub(super) fn decide(
    tx: &Tx<'_>,
    contact: ContactId,
    address: &str,
    settings: &Settings,
    now: Moment,
) -> Result<Decision, Refusal> {
    let input = if address.is_empty() {
        DecisionInput::about(tx, contact, settings, now)?
    } else {
        DecisionInput::by_mail(tx, contact, address, settings, now)?
    };
    let input = input.ok_or_else(|| Refusal::not_found("contact"))?;
    let about = input.question(Channel::Email, MessageClass::Administration);
    Ok(input.decide(&Question { open_document: true, ..about }))
}
