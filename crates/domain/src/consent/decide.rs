//! May I contact this person? (SPEC 3). One function; every screen, mailshot and feed asks it.
//!
//! It returns *every* reason in the order of the gates, not only the first, so that the screen
//! can explain itself (M-01).

use super::standing::Periods;
use super::{Cell, Channel, Party, Purpose, Standing, State};
use crate::time::{add_months, uk_date};
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of message it is (SPEC 3, classes A to I).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MessageClass {
    /// A: safety recall or statutory notice.
    SafetyRecall,
    /// B: contract and administration.
    Administration,
    /// C: a reply to a conversation the customer started.
    Reply,
    /// D: service follow-up, MOT and service reminders.
    ServiceFollowup,
    /// E: general dealer marketing.
    GeneralMarketing,
    /// F: marketing by, or sharing with, third parties and manufacturers.
    Sharing,
    /// G: a request for consent; itself marketing (SPEC 0.7).
    ConsentRequest,
    /// H: double opt-in confirmation.
    DoubleOptIn,
    /// I: satisfaction survey, treated as general marketing.
    Survey,
}

impl MessageClass {
    /// Recalls, administration and replies are not marketing.
    #[must_use]
    pub const fn is_marketing(self) -> bool {
        !matches!(self, Self::SafetyRecall | Self::Administration | Self::Reply)
    }

    /// The purpose a marketing class belongs to.
    #[must_use]
    pub const fn purpose(self) -> Purpose {
        match self {
            Self::ServiceFollowup => Purpose::ServiceFollowup,
            _ => Purpose::GeneralMarketing,
        }
    }
}

/// The outcome, mildest first, so that the strictest reason wins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Go ahead.
    Allow,
    /// Go ahead, but know this.
    Warn,
    /// Do not.
    Block,
}

/// The answer: the verdict and every reason behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The strictest of the reasons' verdicts.
    pub verdict: Verdict,
    /// In the order of the gates, in words for counter staff.
    pub reasons: Vec<String>,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// For whom.
    pub party: Party,
    /// By what means.
    pub channel: Channel,
    /// What kind of message.
    pub class: MessageClass,
    /// Is there an address or number for the channel at all?
    pub has_address: bool,
    /// When we last asked for consent without being asked to; it starts the cool-off of class G.
    pub last_request: Option<NaiveDate>,
    /// The civil date at the dealership.
    pub today: NaiveDate,
}

/// Days after a request for consent before another may go out (SPEC 3, class G).
pub const COOL_OFF_DAYS: u64 = 90;

/// Decides. Pure: everything it weighs is handed in.
#[must_use]
pub fn may_contact(standing: &Standing, periods: Periods, ask: &Question) -> Decision {
    let mut gates = Gates::default();
    if !ask.has_address {
        gates.block(format!("{}: no address or number on file", ask.channel.label()));
    }
    if ask.class.is_marketing() {
        marketing_gates(standing, periods, ask, &mut gates);
    }
    Decision { verdict: gates.verdict.unwrap_or(Verdict::Allow), reasons: gates.reasons }
}

#[derive(Default)]
struct Gates {
    verdict: Option<Verdict>,
    reasons: Vec<String>,
}

impl Gates {
    fn add(&mut self, verdict: Verdict, reason: String) {
        self.verdict = self.verdict.max(Some(verdict));
        self.reasons.push(reason);
    }

    fn block(&mut self, reason: String) {
        self.add(Verdict::Block, reason);
    }
}

fn marketing_gates(standing: &Standing, periods: Periods, ask: &Question, gates: &mut Gates) {
    if standing.excluded {
        gates.block("excluded from all marketing".into());
    }
    let cell = cell_asked(standing, ask);
    cell_gate(standing, ask, &cell, gates);
    if standing.effective(&cell, periods, ask.today) == State::Expired {
        expiry_gate(standing, periods, ask, &cell, gates);
    }
    if standing.review_is_due(periods, ask.today) {
        let words = match &standing.last_reviewed {
            Some(last) => format!("Preferences were last reviewed on {}", uk_date(last.date)),
            None => "Preferences were never reviewed".into(),
        };
        gates.add(Verdict::Warn, words);
    }
}

/// The cell that carries the permission. A request for consent is general marketing, unless the
/// contact was only ever asked about service messages: then it renews those.
fn cell_asked(standing: &Standing, ask: &Question) -> Cell {
    let of = |purpose| Cell::new(ask.party.clone(), ask.channel, purpose);
    let general = of(ask.class.purpose());
    if ask.class == MessageClass::ConsentRequest && standing.state(&general) == State::Unset {
        return of(Purpose::ServiceFollowup);
    }
    general
}

fn cell_gate(standing: &Standing, ask: &Question, cell: &Cell, gates: &mut Gates) {
    let label = ask.channel.label();
    let stored = standing.cells.get(cell);
    let since = stored.map(|s| uk_date(s.since)).unwrap_or_default();
    match standing.state(cell) {
        State::Unset if ask.class == MessageClass::ConsentRequest && ask.channel == Channel::Post => {
            gates.add(
                Verdict::Warn,
                format!("{label}: no permission recorded; a request for consent is marketing"),
            );
        }
        State::Unset => gates.block(format!("{label}: no permission recorded")),
        State::Refused => gates.block(format!("{label}: refused on {since}")),
        State::Withdrawn => {
            let by = if stored.is_some_and(|s| s.by_customer) { "by the customer " } else { "" };
            gates.block(format!("{label}: withdrawn {by}on {since}"));
        }
        State::Assumed if ask.class == MessageClass::Sharing => {
            gates.block(format!("{label}: assumed, not consent; sharing needs consent"));
        }
        State::Assumed if matches!(ask.channel, Channel::Email | Channel::Sms | Channel::Social) => {
            if stored.and_then(|s| s.basis) == Some(super::Basis::SoftOptIn) {
                gates.add(Verdict::Allow, format!("{label}: soft opt-in since {since}"));
            } else {
                gates.block(format!("{label}: assumed without consent or soft opt-in"));
            }
        }
        State::Assumed => gates.add(Verdict::Allow, format!("{label}: assumed since {since}")),
        State::Granted | State::Expired => {
            gates.add(Verdict::Allow, format!("{label}: given on {since}"));
        }
    }
}

fn expiry_gate(standing: &Standing, periods: Periods, ask: &Question, cell: &Cell, gates: &mut Gates) {
    let Some(since) = standing.cells.get(cell).map(|stored| stored.since) else { return };
    let end = uk_date(add_months(since, periods.reconsent_months));
    let since = uk_date(since);
    gates.add(
        match ask.class {
            MessageClass::Sharing => Verdict::Block,
            // Asking once whether it may go on is what the expiry is for.
            MessageClass::ConsentRequest => Verdict::Allow,
            _ if periods.expired_blocks => Verdict::Block,
            _ => Verdict::Warn,
        },
        format!("Consent from {since} ran out after {end} ({} months)", periods.reconsent_months),
    );
    if ask.class == MessageClass::ConsentRequest
        && let Some(last) = ask.last_request
        && let Some(again) = last.checked_add_days(Days::new(COOL_OFF_DAYS))
        && ask.today <= again
    {
        gates.block(format!("Asked on {} already; not again before {}", uk_date(last), uk_date(again)));
    }
}
