//! May we contact these people? What a mailshot or a call list asks before it selects (SPEC 3).

use super::decision_input::DecisionInput;
use crate::consent::settings::ConsentSettings;
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::decide::{MessageClass, Question, Sending, Verdict};
use forecourt_domain::consent::{Channel, Party, Purpose};
use forecourt_domain::ids::ContactId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most contacts of one question.
const MOST: usize = 10_000;

/// Asks about contacts, for one channel and one kind of message.
#[derive(Deserialize, TS)]
pub struct CheckContactable {
    pub contact_ids: Vec<ContactId>,
    /// By what means.
    pub channel: Channel,
    /// What for; general marketing when neither this nor the class is given.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// What kind of message, more exactly than the purpose.
    #[serde(default)]
    pub message_class: Option<MessageClass>,
    /// For whom, as in the panel's cells; the dealership itself when absent. Sharing is for somebody
    /// else: once Settings name third parties, it has to be said for whom.
    #[serde(default)]
    pub party: Option<String>,
}

/// The answer about one contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactableDecision {
    pub contact_id: ContactId,
    /// Yes, yes but note, or no.
    pub decision: Verdict,
    /// Every reason, in the order of the gates.
    pub reasons: Vec<String>,
}

/// The answer: how many of how many.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactableView {
    /// How many may be contacted.
    pub allowed: usize,
    /// Of how many.
    pub total: usize,
    /// One by one.
    pub decisions: Vec<ContactableDecision>,
}

impl Command for CheckContactable {
    const NAME: &'static str = "check_contactable";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT];
    type Reply = ContactableView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactableView, Refusal> {
        if self.contact_ids.len() > MOST {
            return Err(Refusal::invalid("contact_ids", "At most 10,000 contacts at once."));
        }
        let class = self.message_class.unwrap_or(match self.purpose {
            Some(Purpose::ServiceFollowup) => MessageClass::ServiceFollowup,
            _ => MessageClass::GeneralMarketing,
        });
        let settings = cx.settings()?;
        let party = self.party(class, &settings)?;
        let decisions = cx.read(|tx| {
            let mut decisions = Vec::with_capacity(self.contact_ids.len());
            for contact in &self.contact_ids {
                let decision = match DecisionInput::about(tx, *contact, &settings, cx.now)? {
                    None => ContactableDecision {
                        contact_id: *contact,
                        decision: Verdict::Block,
                        reasons: vec!["This contact does not exist any more".into()],
                    },
                    Some(input) => {
                        let plain = input.question(self.channel, class);
                        let sending = Sending::Campaign;
                        let decided = input.decide(&Question { party: party.clone(), sending, ..plain });
                        ContactableDecision {
                            contact_id: *contact,
                            decision: decided.verdict,
                            reasons: decided.words(),
                        }
                    }
                };
                decisions.push(decision);
            }
            Ok(decisions)
        })?;
        let allowed = decisions.iter().filter(|one| one.decision != Verdict::Block).count();
        Ok(ContactableView { allowed, total: decisions.len(), decisions })
    }
}

impl CheckContactable {
    /// Whom the permission is asked for. Which of several third parties is meant is not guessed.
    fn party(&self, class: MessageClass, settings: &Settings) -> Result<Party, Refusal> {
        let shares = class == MessageClass::Sharing;
        let party = match self.party.as_deref() {
            Some(text) => text.parse().map_err(|_| Refusal::invalid("party", "There is no such party."))?,
            None if shares && settings.third_parties().is_empty() => Party::ThirdParty(None),
            None if shares => {
                return Err(Refusal::invalid("party", "Say which third party or manufacturer this is for."));
            }
            None => Party::Us,
        };
        if shares && party == Party::Us {
            return Err(Refusal::invalid("party", "Sharing is for somebody else."));
        }
        Ok(party)
    }
}
