//! May I contact this person? (SPEC 3). One function; every screen, mailshot and feed asks it.
//!
//! It returns *every* reason in the order of the gates, not only the first, so that the screen
//! can explain itself (M-01).

mod class;
mod facts;
mod gates;
mod reason;
mod reminder;

pub use class::MessageClass;
pub use facts::{Died, Facts, OptIn, PhoneList, RequiredOptIn, Screening};
pub use gates::may_contact;
pub use reason::{Cause, OfASharer, REQUEST_IS_MARKETING, Reason, Remedy};
pub use reminder::{KnownKeeper, OWN_V5C_DAYS, Reminder, ReminderKind};

use super::standing::Periods;
use super::{Channel, Doubt, Party};
use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// The outcome, mildest first, so that the strictest reason wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Allow,
    /// Go ahead, but know this.
    Warn,
    Block,
}

/// The dealership's rules that a decision follows (SPEC 2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// The clocks.
    pub periods: Periods,
    /// Which opt-in statuses are enough for marketing by email.
    pub required_opt_in: RequiredOptIn,
    /// Vtiger-exact: an opt-out stops every new email but replies (V-41).
    pub opt_out_stops_all: bool,
    /// Navigator-exact: *No Marketing* stops mailshots only, not the Automatic Contact Manager
    /// (N-10).
    pub no_marketing_stops_mailshots_only: bool,
}

/// By which way the message goes out: nobody weighs a single call as a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sending {
    /// One message to one contact.
    #[default]
    Single,
    /// A mailshot or call list.
    Campaign,
    /// The Automatic Contact Manager (N-07).
    Automatic,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub party: Party,
    /// By what means.
    pub channel: Channel,
    /// What kind of message.
    pub class: MessageClass,
    /// One message, or many?
    pub sending: Sending,
    /// Handed over at the counter: no address is needed, and no permission to send (SPEC 3, G).
    pub at_counter: bool,
    /// Is there an address or number for the channel at all?
    pub has_address: bool,
    /// Class B: does it belong to an open document or request?
    pub open_document: bool,
    /// Class H: did the contact ask for it, by a web form's tick or a noted request?
    pub customer_asked: bool,
    /// When we last asked for consent without being asked to; it starts the cool-off of class G.
    pub last_request: Option<NaiveDate>,
    /// The civil date at the dealership.
    pub today: NaiveDate,
    /// Where the clock says less than that.
    pub doubt: Option<Doubt>,
    /// Which reminder about a vehicle it is, if it is one: the facts are then that vehicle's.
    pub reminder: Option<Reminder>,
}

impl Question {
    /// The plainest question: one message of ours, to an address that is on file.
    #[must_use]
    pub const fn new(channel: Channel, class: MessageClass, today: NaiveDate) -> Self {
        Self {
            party: Party::Us,
            channel,
            class,
            sending: Sending::Single,
            at_counter: false,
            has_address: true,
            open_document: false,
            customer_asked: false,
            last_request: None,
            today,
            doubt: None,
            reminder: None,
        }
    }

    /// The class it is decided by: word of an outstanding recall is class A, whatever it was asked as (M-15).
    #[must_use]
    pub const fn class_by(&self, facts: &Facts) -> MessageClass {
        match self.reminder {
            Some(reminder) => reminder.class(facts, self.class),
            None => self.class,
        }
    }

    /// Is it class F? What a third party or manufacturer may send is sharing, whatever it is about.
    #[must_use]
    pub const fn shares(&self) -> bool {
        match self.class {
            MessageClass::Sharing => true,
            MessageClass::ServiceFollowup | MessageClass::GeneralMarketing | MessageClass::Survey => {
                !matches!(self.party, Party::Us)
            }
            _ => false,
        }
    }
}

/// Days after a request for consent before another may go out (SPEC 3, class G).
pub const COOL_OFF_DAYS: u64 = 90;

/// The answer: the verdict and every reason behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The strictest of the reasons' verdicts.
    pub verdict: Verdict,
    /// In the order of the gates.
    pub reasons: Vec<Reason>,
}

impl Decision {
    /// The reasons in words for counter staff.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        self.reasons.iter().map(Reason::to_string).collect()
    }

    /// [`Decision::words`] for a log of this contact, which must not hold another's name: that
    /// would outlive the other's erasure.
    #[must_use]
    pub fn words_for_log(&self) -> Vec<String> {
        self.reasons.iter().map(Reason::for_log).collect()
    }

    /// The first reason of the verdict's strength.
    #[must_use]
    pub fn decisive(&self) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.verdict == self.verdict)
    }

    /// The one action that would change it: that of the first reason of the verdict's strength.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        match self.verdict {
            Verdict::Allow => Remedy::Nothing,
            _ => self.decisive().map_or(Remedy::Nothing, |reason| reason.cause.remedy()),
        }
    }

    /// The reason to name where there is room for one only: that they are gone before all else, somebody's No
    /// before silence, and else the first of the verdict's strength.
    #[must_use]
    pub fn telling(&self) -> Option<&Reason> {
        let decisive = || self.reasons.iter().filter(|reason| reason.verdict == self.verdict);
        if let Some(gone) =
            decisive().find(|reason| matches!(reason.cause, Cause::Erased | Cause::Died { .. }))
        {
            return Some(gone);
        }
        let no = |reason: &&Reason| reason.cause.of_a_sharer() == OfASharer::No;
        let said_no = decisive().find(no).filter(|_| self.verdict == Verdict::Block);
        said_no.or_else(|| decisive().next())
    }

    /// Why, in two or three words: what [`Decision::telling`] says. `None` where it is simply allowed.
    #[must_use]
    pub fn brief(&self, channel: Channel) -> Option<&'static str> {
        self.telling().filter(|_| self.verdict > Verdict::Allow).map(|reason| reason.brief(channel))
    }

    /// Adds the decision about another contact who shares the address or number (SPEC 3). Their No blocks,
    /// and they are named. That they were never asked, or that what they gave ran out, is no answer: it is
    /// told, and a household's telephone stays usable for the one who agreed. Whatever else holds the
    /// other back is about the number or the question, and has its gate here already.
    pub fn combine(&mut self, name: &str, other: &Self) {
        for reason in other.reasons.iter().filter(|reason| reason.verdict == Verdict::Block) {
            let verdict = match reason.cause.of_a_sharer() {
                OfASharer::No => Verdict::Block,
                OfASharer::NoAnswer => Verdict::Allow,
                OfASharer::Nothing => continue,
            };
            self.verdict = self.verdict.max(verdict);
            self.reasons.push(Reason { verdict, whose: Some(name.to_owned()), ..reason.clone() });
        }
    }
}
