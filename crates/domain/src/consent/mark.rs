//! What may be done by a channel, in one mark: the verdict of the one decision about both kinds of message.
//! A mark never says more than the decision: it is *yes* only where both kinds may go out freely.

use super::decide::{
    Cause, Decision, MessageClass, OfASharer, Question, Reason, Rules, Verdict, may_contact,
};
use super::{Cell, Channel, Purpose, Standing};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::fmt;
use ts_rs::TS;

/// A verdict as it is shown: a colour and a shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VerdictMark")]
pub enum Mark {
    /// Everything may go out.
    Yes,
    /// Only one kind may, or there is something to know first: it runs out soon, a review is due.
    Partly,
    /// It may not: somebody said no, or what they said ran out.
    No,
    /// Nobody was asked.
    NotAsked,
    /// There is nothing on file to reach them by.
    NoAddress,
}

impl Mark {
    /// Of one kind of message. `expiring`: its permission runs out soon.
    #[must_use]
    pub fn of_kind(decision: &Decision, expiring: bool) -> Self {
        let blocks = || decision.reasons.iter().filter(|reason| reason.verdict == Verdict::Block);
        let is = |wanted: fn(&Cause) -> bool| blocks().any(|reason| wanted(&reason.cause));
        let gone = |cause: &Cause| matches!(cause, Cause::Erased | Cause::Died { .. });
        match decision.verdict {
            Verdict::Allow if expiring => Self::Partly,
            Verdict::Allow => Self::Yes,
            Verdict::Warn => Self::Partly,
            Verdict::Block if is(gone) || is(|cause| cause.of_a_sharer() == OfASharer::No) => Self::No,
            Verdict::Block
                if is(|cause| matches!(cause, Cause::Unset { .. } | Cause::AssumedTooWeak { .. })) =>
            {
                Self::NotAsked
            }
            Verdict::Block if blocks().all(|reason| is_no_address(&reason.cause)) => Self::NoAddress,
            Verdict::Block => Self::No,
        }
    }

    /// Of several in one.
    #[must_use]
    pub fn of_all(marks: &[Self]) -> Self {
        let every = |mark: Self| marks.iter().all(|one| *one == mark);
        let any = |mark: Self| marks.contains(&mark);
        if !marks.is_empty() && every(Self::Yes) {
            Self::Yes
        } else if any(Self::Yes) || any(Self::Partly) {
            Self::Partly
        } else if any(Self::No) {
            Self::No
        } else if !marks.is_empty() && every(Self::NoAddress) {
            Self::NoAddress
        } else {
            Self::NotAsked
        }
    }

    /// May anything go out at all?
    #[must_use]
    pub const fn may_go(self) -> bool {
        matches!(self, Self::Yes | Self::Partly)
    }
}

const fn is_no_address(cause: &Cause) -> bool {
    matches!(cause, Cause::NoAddress(_) | Cause::GoneAway(_))
}

/// What may be done by one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChannelMark {
    pub channel: Channel,
    /// The letter that stands for it: E, S, L, T, O.
    pub letter: char,
    /// Both kinds of message in one.
    pub mark: Mark,
    /// The one kind that may go out, where the other may not.
    pub only: Option<Purpose>,
    /// `Telephone: not allowed, shared number`
    #[ts(as = "String")]
    pub words: MarkWords,
}

/// What a mark says, put together only where it is read: a page of a list makes five hundred marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkWords {
    channel: Channel,
    /// `not allowed, `
    what: &'static str,
    /// `shared number`
    why: &'static str,
}

impl fmt::Display for MarkWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [self.channel.label(), ": ", self.what, self.why] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl Serialize for MarkWords {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl ChannelMark {
    /// Of both kinds' decisions, each with whether its permission runs out soon.
    #[must_use]
    pub fn of(channel: Channel, service: (&Decision, bool), general: (&Decision, bool)) -> Self {
        let kinds = [service, general].map(|(decision, expiring)| Mark::of_kind(decision, expiring));
        let [goes_service, goes_general] = kinds.map(Mark::may_go);
        let only = match (goes_service, goes_general) {
            (true, false) => Some(Purpose::ServiceFollowup),
            (false, true) => Some(Purpose::GeneralMarketing),
            _ => None,
        };
        let mark = Mark::of_all(&kinds);
        // The kind that says why is the one that the mark is of.
        let told = if kinds.first() == Some(&mark) { service } else { general };
        let why = told.0.brief(channel).or(told.1.then_some(SOON));
        let (what, why) = match (mark, only, why) {
            (Mark::Yes, ..) | (Mark::Partly, None, None) => ("allowed", ""),
            (Mark::Partly, Some(only), _) => (only_messages(only), ""),
            (Mark::Partly, None, Some(why)) => ("allowed, ", why),
            (Mark::NotAsked, ..) => ("not asked", ""),
            (Mark::NoAddress, _, Some(why)) => ("", why),
            (_, _, Some(why)) => ("not allowed, ", why),
            (_, _, None) => ("not allowed", ""),
        };
        Self { channel, letter: channel.letter(), mark, only, words: MarkWords { channel, what, why } }
    }

    /// What the contact's own answers alone say on `today`: without who shares an address and what is on
    /// file, so without reading anything else. What a list keeps or looks for goes by this.
    #[must_use]
    pub fn of_standing(standing: &Standing, rules: &Rules, channel: Channel, today: NaiveDate) -> Self {
        let [service, general] = Purpose::ALL.map(|purpose| {
            let question = Question::new(channel, MessageClass::of(purpose), today);
            let decision = may_contact(standing, &Default::default(), rules, &question);
            (decision, standing.is_expiring(&Cell::us(channel, purpose), rules.periods, today))
        });
        Self::of(channel, (&service.0, service.1), (&general.0, general.1))
    }
}

const SOON: &str = "runs out soon";

const fn only_messages(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::ServiceFollowup => "service messages only",
        Purpose::GeneralMarketing => "general marketing only",
    }
}

/// A verdict in words, as a cell of the panel says it first, and what there is to know beside the answer
/// that was recorded: `Not allowed` and `shared number`.
#[must_use]
pub fn verdict_words(
    channel: Channel,
    decision: &Decision,
    expiring: bool,
) -> (&'static str, Option<&'static str>) {
    let verdict = if decision.verdict == Verdict::Block { "Not allowed" } else { "Allowed" };
    let told = decision.telling().is_some_and(Reason::is_the_answer);
    let why = decision.brief(channel).filter(|_| !told);
    (verdict, why.or((expiring && decision.verdict != Verdict::Block).then_some(SOON)))
}

/// By which channels anything may go out, for paper, files and the command line: `Letter only`,
/// `Email, SMS (service)`; `None` where somebody said no, `Not asked` where nobody said anything.
#[must_use]
pub fn in_words(marks: &[ChannelMark]) -> String {
    let open = || marks.iter().filter(|one| one.mark.may_go());
    match open().count() {
        0 if marks.iter().any(|one| one.mark == Mark::No) => return "None".to_owned(),
        0 => return "Not asked".to_owned(),
        all if all == marks.len() && all > 1 && marks.iter().all(|one| one.only.is_none()) => {
            return "All".to_owned();
        }
        _ => {}
    }
    let mut words = String::with_capacity(32);
    for one in open() {
        if !words.is_empty() {
            words.push_str(", ");
        }
        words.push_str(one.channel.label());
        if let Some(purpose) = one.only {
            for part in [" (", purpose.short_label(), ")"] {
                words.push_str(part);
            }
        }
    }
    if open().count() == 1 {
        words.push_str(" only");
    }
    words
}
