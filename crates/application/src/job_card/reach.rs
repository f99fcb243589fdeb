//! May the customer be told about this very job (SPEC 3, class B)? That their vehicle is ready is no marketing.

use crate::consent::DecisionInput;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::{MessageClass, Question, Verdict};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use serde::Serialize;
use ts_rs::TS;

/// How a customer is told: by whom somebody in the workshop rings or writes to.
const CHANNELS: [Channel; 3] = [Channel::Phone, Channel::Sms, Channel::Email];

/// The answer for one channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct JobReach {
    pub channel: Channel,
    pub verdict: Verdict,
    /// The reason that decides.
    pub words: String,
}

/// Asks for each channel. An open card is an open document, about which a customer may be told who had
/// processing stopped.
pub(super) fn reach(
    tx: &Tx<'_>,
    contact: ContactId,
    open: bool,
    settings: &Settings,
    now: Moment,
) -> Result<Vec<JobReach>, Refusal> {
    let Some(input) = DecisionInput::about(tx, contact, settings, now)? else { return Ok(Vec::new()) };
    let answer = |channel: Channel| {
        let question = input.question(channel, MessageClass::Administration);
        let decision = input.decide(&Question { open_document: open, ..question });
        let words = decision.decisive().map(ToString::to_string).unwrap_or_default();
        JobReach { channel, verdict: decision.verdict, words }
    };
    Ok(CHANNELS.map(answer).into())
}
