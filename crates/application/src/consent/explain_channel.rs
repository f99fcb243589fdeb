//! "Why?" (M-01): every reason behind a channel's decision, the evidence for each, and the one
//! action that would change it. The same words serve today and any day in the past (M-08).

use super::decision_input::DecisionInput;
use super::describe;
use crate::tag;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::decide::{Cause, Decision, Reason, Remedy, Verdict};
use forecourt_domain::consent::stop::in_force;
use forecourt_domain::consent::{Cell, Channel, ConsentEvent, Party, Purpose};
use forecourt_domain::ids::ContactId;
use forecourt_store::consent;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks why a contact may or may not be reached.
#[derive(Deserialize, TS)]
pub struct ExplainChannel {
    pub contact_id: ContactId,
    /// By what means.
    pub channel: Channel,
    /// For whom, as in the panel's cells; the dealership itself when absent.
    #[serde(default)]
    pub party: Option<String>,
}

/// One reason.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WhyReason {
    /// What it alone would lead to.
    pub verdict: Verdict,
    /// In plain words.
    pub text: String,
    /// Who recorded it, how, where and when; absent where nothing was recorded.
    pub evidence: Option<String>,
}

/// What to do about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WhyAction {
    /// Which kind, for the button behind it.
    pub remedy: Remedy,
    /// In plain words.
    pub text: String,
}

/// The answer for one kind of message.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WhyAnswer {
    /// `Service messages`, `General marketing`, or both where the answer is the same.
    pub what: &'static str,
    /// Yes, yes but note, or no.
    pub verdict: Verdict,
    /// The verdict in words.
    pub verdict_text: &'static str,
    /// Every reason, in the order of the gates.
    pub reasons: Vec<WhyReason>,
    /// The one action that would change it; absent where nothing needs to change.
    pub action: Option<WhyAction>,
}

/// The answers for a channel.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WhyView {
    /// By what means.
    pub channel: Channel,
    /// Its name.
    pub label: &'static str,
    /// One answer, or one for each kind of message.
    pub answers: Vec<WhyAnswer>,
}

impl Command for ExplainChannel {
    const NAME: &'static str = "explain_channel";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::SETTINGS];
    type Reply = WhyView;

    fn run(self, cx: &Cx<'_>) -> Result<WhyView, Refusal> {
        let party = match self.party.as_deref() {
            None => Party::Us,
            Some(text) => text.parse().map_err(|_| Refusal::invalid("party", "There is no such party."))?,
        };
        cx.read(|tx| {
            let settings = Settings::load(tx)?;
            let input = DecisionInput::about(tx, self.contact_id, &settings, cx.now)?
                .ok_or_else(|| Refusal::not_found("contact"))?;
            let explainer = Explainer {
                input: &input,
                events: &consent::events(tx, self.contact_id)?,
                names: &Names::load(tx)?,
                settings: &settings,
            };
            Ok(explainer.channel(self.channel, &party))
        })
    }
}

/// What explanations are made of.
pub(super) struct Explainer<'a> {
    pub input: &'a DecisionInput,
    /// The events that the input's standing is made of.
    pub events: &'a [ConsentEvent],
    pub names: &'a Names,
    pub settings: &'a Settings,
}

impl Explainer<'_> {
    /// The answers for a channel and a party.
    pub fn channel(&self, channel: Channel, party: &Party) -> WhyView {
        let ask = |purpose| self.input.by(party, channel, purpose);
        let [service, general] = Purpose::ALL.map(|purpose| (purpose, ask(purpose)));
        let answers = if says_the_same(&service.1, &general.1) {
            let what = if *party == Party::Us { "Service and general messages" } else { "Messages" };
            vec![self.answer(what, channel, party, service.0, &service.1)]
        } else {
            vec![
                self.answer("Service messages", channel, party, service.0, &service.1),
                self.answer("General marketing", channel, party, general.0, &general.1),
            ]
        };
        WhyView { channel, label: channel.label(), answers }
    }

    fn answer(
        &self,
        what: &'static str,
        channel: Channel,
        party: &Party,
        purpose: Purpose,
        decision: &Decision,
    ) -> WhyAnswer {
        let cell = Cell::new(party.clone(), channel, purpose);
        let reasons = decision
            .reasons
            .iter()
            .map(|reason| WhyReason {
                verdict: reason.verdict,
                text: reason.to_string(),
                evidence: self.evidence(reason, &cell),
            })
            .collect();
        WhyAnswer {
            what,
            verdict: decision.verdict,
            verdict_text: match decision.verdict {
                Verdict::Allow => "Allowed",
                Verdict::Warn => "Allowed, but note",
                Verdict::Block => "Not allowed",
            },
            reasons,
            action: self.action(channel, party, purpose, decision),
        }
    }

    /// The newest event behind a reason, as one line. Another contact's evidence stays with them.
    fn evidence(&self, reason: &Reason, cell: &Cell) -> Option<String> {
        if reason.whose.is_some() {
            return None;
        }
        let events = in_force(self.events);
        let newest =
            |wanted: &dyn Fn(&ConsentEvent) -> bool| events.iter().rev().copied().find(|e| wanted(e));
        let event = match reason.cause {
            Cause::Excluded { .. } => newest(&|event| event.change.exclusion == Some(true)),
            Cause::Given(..) | Cause::Expired { assumed: false, .. } => {
                newest(&|event| event.change.reconfirmed || touches(event, cell))
            }
            // Affirming what was given makes nothing of what was only assumed.
            Cause::Expired { assumed: true, .. }
            | Cause::Assumed { .. }
            | Cause::AssumedTooWeak { .. }
            | Cause::Refused(..)
            | Cause::Withdrawn { .. }
            | Cause::CarriedOver { .. } => newest(&|event| touches(event, cell)),
            Cause::ReviewOverdue(Some(_)) => newest(&|event| event.change.reviewed),
            _ => None,
        }?;
        let evidence = describe::evidence(event, self.names, self.settings.zone);
        Some(format!("{evidence}{}", describe::quoted(&event.notes)))
    }

    fn action(
        &self,
        channel: Channel,
        party: &Party,
        purpose: Purpose,
        decision: &Decision,
    ) -> Option<WhyAction> {
        let remedy = decision.remedy();
        let label = channel.label();
        let theirs = decision.decisive().and_then(|reason| reason.whose.as_deref());
        let text = match remedy {
            Remedy::Nothing => return None,
            _ if let Some(name) = theirs => {
                format!(
                    "{name} said no for this address or number. If it is not theirs any more, correct their record."
                )
            }
            Remedy::AddAddress if channel == Channel::Email => "Add an email address.".to_owned(),
            Remedy::AddAddress if channel == Channel::Post => "Add a postal address.".to_owned(),
            Remedy::AddAddress if channel == Channel::Sms => "Add a mobile number.".to_owned(),
            Remedy::AddAddress => "Add a telephone number.".to_owned(),
            Remedy::UndoDeath => {
                "If this is wrong, whoever may execute GDPR rights requests takes it back on the record."
                    .to_owned()
            }
            Remedy::UsePrimary => "Open the primary record.".to_owned(),
            Remedy::OnlyTheCustomer => "Only the customer can change this.".to_owned(),
            Remedy::LiftExclusion => "Remove the exclusion, if the customer asks for it.".to_owned(),
            Remedy::Ask => {
                format!("Ask the customer, or print the form for them, and record the answer for {label}.")
            }
            Remedy::AskAgain => {
                "Ask the customer again, or print the form for them, and record the answer.".to_owned()
            }
            Remedy::Wait => "Wait until that day is over, or print the form at the counter.".to_owned(),
            Remedy::CorrectAddress => "Correct the address.".to_owned(),
            Remedy::Screen => "Screen the number against TPS.".to_owned(),
            Remedy::CheckClock => {
                "Check date and time of this computer; if they are right, say so in Settings > System."
                    .to_owned()
            }
            Remedy::CheckKeeper => "Ask whether the vehicle is still theirs.".to_owned(),
            Remedy::Review => "Go through the preferences with the customer.".to_owned(),
        };
        let others = if decision.verdict == Verdict::Block && *party == Party::Us {
            self.others(channel, purpose)
        } else {
            Vec::new()
        };
        let text = if others.is_empty() {
            text
        } else {
            format!("{text} You may reach them by {}.", or_list(&others))
        };
        Some(WhyAction { remedy, text })
    }

    /// Channels by which the same message would be allowed.
    fn others(&self, channel: Channel, purpose: Purpose) -> Vec<&'static str> {
        Channel::ALL
            .into_iter()
            .filter(|other| *other != channel)
            .filter(|other| self.input.own(*other, purpose).verdict != Verdict::Block)
            .map(Channel::label)
            .collect()
    }
}

/// Is the answer for both kinds of message the same to whoever reads it, in whatever order the reasons came?
fn says_the_same(one: &Decision, other: &Decision) -> bool {
    let read = |decision: &Decision| {
        let mut words: Vec<_> =
            decision.reasons.iter().map(|reason| (reason.verdict, reason.to_string())).collect();
        words.sort_unstable();
        (decision.verdict, decision.remedy(), words)
    };
    read(one) == read(other)
}

/// `Email, Letter or Telephone`
fn or_list(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn touches(event: &ConsentEvent, cell: &Cell) -> bool {
    event.change.cells.iter().any(|step| step.cell == *cell)
}
