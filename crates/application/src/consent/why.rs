//! "Why?" (M-01): what the one decision says about a channel, in words for counter staff.

use chrono::NaiveDate;
use forecourt_domain::consent::decide::{Decision, MessageClass, Question, Verdict, may_contact};
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{Channel, Party, Purpose, Standing};
use forecourt_store::reach::Reach;

/// What the decisions of one contact are made of.
pub(super) struct Asking<'s> {
    pub standing: &'s Standing,
    pub periods: Periods,
    pub reach: Reach,
    pub today: NaiveDate,
}

impl Asking<'_> {
    fn decision(&self, channel: Channel, purpose: Purpose) -> Decision {
        let class = match purpose {
            Purpose::ServiceFollowup => MessageClass::ServiceFollowup,
            Purpose::GeneralMarketing => MessageClass::GeneralMarketing,
        };
        let question = Question {
            party: Party::Us,
            channel,
            class,
            has_address: self.reach.has(channel),
            last_request: None,
            today: self.today,
        };
        may_contact(self.standing, self.periods, &question)
    }

    /// The lines behind "Why?": a verdict for each kind of message with every reason, and what
    /// else would be allowed.
    pub fn why(&self, channel: Channel) -> Vec<String> {
        let [service, general] = Purpose::ALL.map(|purpose| (purpose, self.decision(channel, purpose)));
        let mut lines = Vec::new();
        if service.1 == general.1 {
            tell(&mut lines, "Service and general messages", &service.1);
        } else {
            tell(&mut lines, "Service messages", &service.1);
            tell(&mut lines, "General marketing", &general.1);
        }
        for (purpose, decision) in [&service, &general] {
            if decision.verdict == Verdict::Block {
                self.others(&mut lines, channel, *purpose);
            }
        }
        lines
    }

    /// `Service messages would be allowed by: Letter.`
    fn others(&self, lines: &mut Vec<String>, channel: Channel, purpose: Purpose) {
        let others: Vec<&str> = Channel::ALL
            .into_iter()
            .filter(|other| *other != channel)
            .filter(|other| self.decision(*other, purpose).verdict != Verdict::Block)
            .map(Channel::label)
            .collect();
        if !others.is_empty() {
            let what = match purpose {
                Purpose::ServiceFollowup => "Service messages",
                Purpose::GeneralMarketing => "General marketing",
            };
            lines.push(format!("{what} would be allowed by: {}.", others.join(", ")));
        }
    }
}

fn tell(lines: &mut Vec<String>, what: &str, decision: &Decision) {
    let verdict = match decision.verdict {
        Verdict::Allow => "allowed",
        Verdict::Warn => "allowed, but note",
        Verdict::Block => "not allowed",
    };
    let reasons = decision.reasons.join("; ");
    lines.push(if reasons.is_empty() {
        format!("{what}: {verdict}.")
    } else {
        format!("{what}: {verdict}. {reasons}.")
    });
}
