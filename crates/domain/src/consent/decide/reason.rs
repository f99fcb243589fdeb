//! The reasons behind a decision: data first, so that deciding for a hundred thousand contacts
//! builds no text, and words for counter staff when somebody asks for them.

use super::facts::{OptIn, PhoneList};
use super::{MessageClass, Verdict};
use crate::consent::{Basis, Channel, Doubt};
use crate::time::uk_date;
use crate::vehicle::Recall;
use chrono::NaiveDate;
use serde::Serialize;
use std::fmt;
use ts_rs::TS;

/// One reason: what it makes of the question, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// What this reason alone would lead to.
    pub verdict: Verdict,
    pub cause: Cause,
    /// Whose reason it is, when another contact shares the address or number.
    pub whose: Option<String>,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.whose {
            Some(name) => self.of(name, f),
            None => self.cause.fmt(f),
        }
    }
}

impl Reason {
    /// The reason of somebody else at the same address or number, who is called so.
    fn of(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{name} uses the same address or number: {}", self.cause)?;
        if self.verdict == Verdict::Allow {
            f.write_str(", which is no answer and changes nothing")
        } else {
            Ok(())
        }
    }

    /// The reason in words that name nobody else, for a log of one contact: a name there would outlive the
    /// other's erasure.
    #[must_use]
    pub fn for_log(&self) -> String {
        match self.whose {
            Some(_) => Self { whose: Some("another contact".into()), ..self.clone() }.to_string(),
            None => self.to_string(),
        }
    }

    /// Does it only say again what was recorded for the cell?
    #[must_use]
    pub const fn is_the_answer(&self) -> bool {
        self.whose.is_none()
            && matches!(
                self.cause,
                Cause::Unset { .. }
                    | Cause::AssumedTooWeak { .. }
                    | Cause::Refused(..)
                    | Cause::Withdrawn { .. }
                    | Cause::CarriedOver { .. }
                    | Cause::Expired { .. }
            )
    }

    /// In two or three words, for a mark or a cell of the panel.
    #[must_use]
    pub const fn brief(&self, channel: Channel) -> &'static str {
        match (&self.whose, channel) {
            (Some(_), Channel::Email) => "shared address",
            (Some(_), _) => "shared number",
            (None, _) => self.cause.brief(),
        }
    }
}

/// The rule behind a channel that nobody was ever asked about (SPEC 0.7).
pub const REQUEST_IS_MARKETING: &str = "a request for consent is marketing";

/// Why, in the order of the gates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Nothing on file to reach the contact by.
    NoAddress(Channel),
    /// The contact was erased.
    Erased,
    /// The contact died.
    Died {
        /// The day, where it is known.
        on: Option<NaiveDate>,
        /// Does the message go to the executors?
        executors: bool,
    },
    /// The contact left the postal address on file; known since that day.
    GoneAway(NaiveDate),
    /// The record is a duplicate of another.
    Duplicate,
    /// Processing is stopped.
    Stopped {
        since: NaiveDate,
        /// Does the message belong to an open document or request?
        open_document: bool,
    },
    /// Erasure was asked for and not carried out yet.
    ErasureRequested(NaiveDate),
    /// The address is suppressed.
    Suppressed,
    /// Excluded from all marketing.
    Excluded {
        /// By the contact's own act?
        by_customer: bool,
    },
    /// Opted out of email.
    OptedOut(OptIn),
    /// Messages to the address bounced.
    Bounced(Channel),
    /// Never asked.
    Unset {
        channel: Channel,
        class: MessageClass,
    },
    /// Asked and denied.
    Refused(Channel, NaiveDate),
    /// Taken back.
    Withdrawn {
        channel: Channel,
        since: NaiveDate,
        /// By the contact's own act?
        by_customer: bool,
    },
    /// A flag of the old system, carried over (N-09, N-10).
    CarriedOver {
        /// `No Marketing`, else `No Follow-Up`.
        no_marketing: bool,
        since: NaiveDate,
    },
    /// Permission without consent, not strong enough here.
    AssumedTooWeak {
        channel: Channel,
        /// For sharing, rather than for an electronic message.
        sharing: bool,
    },
    /// Permission without consent.
    Assumed {
        channel: Channel,
        /// On what ground.
        basis: Option<Basis>,
        since: NaiveDate,
    },
    Given(Channel, NaiveDate),
    /// Older than the re-consent period.
    Expired {
        /// When it was given or assumed.
        since: NaiveDate,
        /// Did nobody ever give it?
        assumed: bool,
        /// Its last day.
        end: NaiveDate,
        /// The period.
        months: u32,
        /// Where it is over only by a day that the clock does not say: then nobody knows that it ran out.
        doubt: Option<Doubt>,
    },
    /// Asked for consent a short time ago.
    CoolOff {
        last: NaiveDate,
        /// The last day on which it may not be asked again.
        until: NaiveDate,
    },
    /// The email opt-in status is not enough.
    BelowThreshold(OptIn),
    /// The number is on TPS or CTPS.
    Listed {
        list: PhoneList,
        /// Of which date.
        listed: NaiveDate,
        /// Does this person's own consent stand against it?
        consented: Option<NaiveDate>,
    },
    /// The number was not screened lately.
    NotScreened(Option<NaiveDate>),
    /// Without tracking.
    Untracked,
    /// The preferences were not looked at lately.
    ReviewOverdue(Option<NaiveDate>),
    /// The vehicle gets no service messages.
    NoServiceContact,
    /// A registration certificate was issued after all that is known of the keeper.
    KeeperMayHaveChanged(NaiveDate),
    /// The MOT that a reminder is about was passed already.
    MotRenewed(NaiveDate),
    /// The vehicle has an outstanding recall: telling of it is no marketing.
    RecallOutstanding,
    /// There is no recall to tell of.
    NoRecall(Recall),
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoAddress(channel) => write!(f, "{}: no address or number on file", channel.label()),
            Self::Erased => f.write_str("this contact was erased"),
            Self::Died { on, executors } => {
                f.write_str("this customer died")?;
                on.map_or(Ok(()), |day| write!(f, " on {}", uk_date(day)))?;
                f.write_str(if executors { "; address it to the executors" } else { "" })
            }
            Self::GoneAway(since) => write!(
                f,
                "{}: gone away from the address on file, known since {}",
                Channel::Post.label(),
                uk_date(since)
            ),
            Self::Duplicate => f.write_str("this record is a duplicate; use the primary one"),
            Self::Stopped { since, open_document: true } => {
                write!(f, "processing is stopped since {}; an open document may be finished", uk_date(since))
            }
            Self::Stopped { since, .. } => write!(f, "processing is stopped since {}", uk_date(since)),
            Self::ErasureRequested(on) => write!(f, "erasure was requested on {}", uk_date(on)),
            Self::Suppressed => f.write_str("the address or number is on the suppression list"),
            Self::Excluded { by_customer: true } => {
                f.write_str("excluded from all marketing at the customer's own request")
            }
            Self::Excluded { .. } => f.write_str("excluded from all marketing"),
            Self::OptedOut(status) => write!(f, "Email: {}", status.label()),
            Self::Bounced(channel) => {
                write!(f, "{}: the address is invalid or messages to it came back", channel.label())
            }
            Self::Unset { channel, class: MessageClass::ConsentRequest } => {
                let label = channel.label();
                write!(f, "{label}: no permission recorded; {REQUEST_IS_MARKETING}")
            }
            Self::Unset { channel, .. } => write!(f, "{}: no permission recorded", channel.label()),
            Self::Refused(channel, on) => write!(f, "{}: refused on {}", channel.label(), uk_date(on)),
            Self::Withdrawn { channel, since, by_customer } => {
                let by = if by_customer { "by the customer " } else { "" };
                write!(f, "{}: withdrawn {by}on {}", channel.label(), uk_date(since))
            }
            Self::CarriedOver { no_marketing, since } => {
                let flag = if no_marketing { "No Marketing" } else { "No Follow-Up" };
                write!(f, "{flag} carried over from DPA on {}", uk_date(since))
            }
            Self::AssumedTooWeak { channel, sharing: true } => {
                write!(f, "{}: assumed, not consent; sharing needs consent", channel.label())
            }
            Self::AssumedTooWeak { channel, .. } => {
                write!(f, "{}: assumed without consent or soft opt-in", channel.label())
            }
            Self::Assumed { channel, basis: Some(Basis::SoftOptIn), since } => {
                write!(f, "{}: soft opt-in since {}", channel.label(), uk_date(since))
            }
            Self::Assumed { channel, since, .. } => {
                write!(f, "{}: assumed since {}", channel.label(), uk_date(since))
            }
            Self::Given(channel, on) => write!(f, "{}: given on {}", channel.label(), uk_date(on)),
            Self::Expired { since, assumed, end, months, doubt } => {
                let what = if assumed { "Permission assumed on" } else { "Consent from" };
                let unit = if months == 1 { "month" } else { "months" };
                if let Some(doubt) = doubt {
                    let since = uk_date(since);
                    return write!(f, "{what} {since} counts as run out ({months} {unit}): {doubt}");
                }
                write!(f, "{what} {} ran out after {} ({months} {unit})", uk_date(since), uk_date(end))
            }
            Self::CoolOff { last, until } => {
                write!(f, "Asked on {} already; not again until after {}", uk_date(last), uk_date(until))
            }
            Self::BelowThreshold(status) => {
                write!(f, "Email: opt-in status {} is not enough here", status.label())
            }
            Self::Listed { list, listed, consented: Some(on) } => write!(
                f,
                "the number is on {} (list of {}); calls to us were specifically agreed on {}",
                list.label(),
                uk_date(listed),
                uk_date(on)
            ),
            Self::Listed { list, listed, .. } => write!(
                f,
                "the number is on {} (list of {}); permission is assumed, not consent",
                list.label(),
                uk_date(listed)
            ),
            Self::NotScreened(Some(last)) => {
                write!(f, "the number was last screened against TPS on {}", uk_date(last))
            }
            Self::NotScreened(None) => f.write_str("the number was not screened against TPS"),
            Self::Untracked => f.write_str("send without tracking: the customer said no to it"),
            Self::ReviewOverdue(Some(last)) => {
                write!(f, "Preferences were last reviewed on {}", uk_date(last))
            }
            Self::ReviewOverdue(None) => f.write_str("Preferences were never reviewed"),
            Self::NoServiceContact => f.write_str("this vehicle is set to no service contact"),
            Self::KeeperMayHaveChanged(issued) => {
                write!(f, "the keeper may have changed: a V5C was issued on {}", uk_date(issued))
            }
            Self::MotRenewed(until) => write!(f, "the MOT is renewed already, to {}", uk_date(until)),
            Self::RecallOutstanding => {
                f.write_str("this vehicle has an outstanding recall, and telling of it is no marketing")
            }
            Self::NoRecall(Recall::No) => f.write_str("this vehicle has no outstanding recall"),
            Self::NoRecall(_) => f.write_str("nobody knows of a recall of this vehicle"),
        }
    }
}

/// What a reason of somebody else at the same address or number comes to (SPEC 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfASharer {
    /// They said no, one way or another: it holds for the address or number.
    No,
    /// They gave no answer that counts, and are named.
    NoAnswer,
    /// It says nothing about a person, or is weighed here already.
    Nothing,
}

/// The one action that would change a decision (M-01), for the first reason that blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Write an address or number down.
    AddAddress,
    /// Take the note of the death back, if it is wrong.
    UndoDeath,
    /// Open the primary record.
    UsePrimary,
    /// Nothing staff can do: it is the customer's to give again, or the person is gone.
    OnlyTheCustomer,
    /// Lift the exclusion, at the customer's wish.
    LiftExclusion,
    /// Ask: print the form, and record the answer.
    Ask,
    /// Ask again: what was given has run out.
    AskAgain,
    /// Wait until the date in the reason.
    Wait,
    CorrectAddress,
    /// Screen the number.
    Screen,
    /// Look at the preferences together.
    Review,
    /// Put the clock right, or vouch for it.
    CheckClock,
    /// Ask whether the vehicle is still theirs.
    CheckKeeper,
    Nothing,
}

impl Cause {
    /// What would change this reason.
    #[must_use]
    pub const fn remedy(&self) -> Remedy {
        match self {
            Self::NoAddress(_) | Self::GoneAway(_) => Remedy::AddAddress,
            Self::Died { .. } => Remedy::UndoDeath,
            Self::Duplicate => Remedy::UsePrimary,
            Self::Erased
            | Self::Stopped { .. }
            | Self::ErasureRequested(_)
            | Self::Suppressed
            | Self::Excluded { by_customer: true }
            | Self::OptedOut(OptIn::OutContact)
            | Self::Withdrawn { by_customer: true, .. } => Remedy::OnlyTheCustomer,
            Self::Excluded { .. } => Remedy::LiftExclusion,
            Self::OptedOut(_)
            | Self::Unset { .. }
            | Self::Refused(..)
            | Self::Withdrawn { .. }
            | Self::CarriedOver { .. }
            | Self::AssumedTooWeak { .. }
            | Self::BelowThreshold(_)
            | Self::Listed { .. } => Remedy::Ask,
            Self::Expired { doubt: Some(_), .. } => Remedy::CheckClock,
            Self::Expired { .. } => Remedy::AskAgain,
            Self::CoolOff { .. } => Remedy::Wait,
            Self::Bounced(_) => Remedy::CorrectAddress,
            Self::NotScreened(_) => Remedy::Screen,
            Self::ReviewOverdue(_) => Remedy::Review,
            Self::KeeperMayHaveChanged(_) => Remedy::CheckKeeper,
            Self::Assumed { .. }
            | Self::Given(..)
            | Self::Untracked
            | Self::NoServiceContact
            | Self::MotRenewed(_)
            | Self::RecallOutstanding
            | Self::NoRecall(_) => Remedy::Nothing,
        }
    }

    /// What this reason of somebody else at the same address or number comes to.
    #[must_use]
    pub const fn of_a_sharer(&self) -> OfASharer {
        match self {
            // The person's own No, however it came. Who asked to be erased does not want to be written to.
            Self::Erased
            | Self::Stopped { .. }
            | Self::ErasureRequested(_)
            | Self::Suppressed
            | Self::Excluded { .. }
            | Self::OptedOut(_)
            | Self::Refused(..)
            | Self::Withdrawn { .. }
            | Self::CarriedOver { .. } => OfASharer::No,
            Self::Unset { .. } | Self::AssumedTooWeak { .. } | Self::Expired { .. } => OfASharer::NoAnswer,
            // A death is no No: whoever shares the number keeps their own answers (L-03), and so does what the
            // dead had said. Facts of the address, the number or the vehicle have gates of their own here, the primary
            // record of a duplicate speaks for itself, and the rest holds nobody back.
            Self::Died { .. }
            | Self::GoneAway(_)
            | Self::NoAddress(_)
            | Self::Duplicate
            | Self::Bounced(_)
            | Self::Assumed { .. }
            | Self::Given(..)
            | Self::CoolOff { .. }
            | Self::BelowThreshold(_)
            | Self::Listed { .. }
            | Self::NotScreened(_)
            | Self::Untracked
            | Self::ReviewOverdue(_)
            | Self::NoServiceContact
            | Self::KeeperMayHaveChanged(_)
            | Self::MotRenewed(_)
            | Self::RecallOutstanding
            | Self::NoRecall(_) => OfASharer::Nothing,
        }
    }

    /// In two or three words.
    #[must_use]
    pub const fn brief(&self) -> &'static str {
        match self {
            Self::NoAddress(Channel::Email) => "no email address",
            Self::NoAddress(Channel::Post) => "no postal address",
            Self::NoAddress(Channel::Sms) => "no mobile number",
            Self::NoAddress(_) => "no number",
            Self::Erased => "erased",
            Self::Died { .. } => "died",
            Self::GoneAway(_) => "gone away",
            Self::Duplicate => "duplicate",
            Self::Stopped { .. } => "processing stopped",
            Self::ErasureRequested(_) => "erasure requested",
            Self::Suppressed => "suppressed",
            Self::Excluded { .. } => "excluded",
            Self::OptedOut(_) => "opted out",
            Self::Bounced(_) => "messages came back",
            Self::Unset { .. } => "not asked",
            Self::Refused(..) => "said no",
            Self::Withdrawn { .. } => "taken back",
            Self::CarriedOver { .. } => "no, carried over",
            Self::AssumedTooWeak { .. } => "only assumed",
            Self::Assumed { .. } => "assumed",
            Self::Given(..) => "given",
            Self::Expired { doubt: Some(_), .. } => "clock in doubt",
            Self::Expired { .. } => "ran out",
            Self::CoolOff { .. } => "asked lately",
            Self::BelowThreshold(_) => "opt-in not enough",
            Self::Listed { list: PhoneList::Tps, .. } => "on TPS",
            Self::Listed { .. } => "on CTPS",
            Self::NotScreened(_) => "not screened",
            Self::Untracked => "without tracking",
            Self::ReviewOverdue(_) => "review due",
            Self::NoServiceContact => "no service contact",
            Self::KeeperMayHaveChanged(_) => "keeper may have changed",
            Self::MotRenewed(_) => "MOT renewed",
            Self::RecallOutstanding => "outstanding recall",
            Self::NoRecall(_) => "no recall",
        }
    }
}
