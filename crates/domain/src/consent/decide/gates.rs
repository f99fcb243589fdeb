//! The gates of SPEC 3 in their order. A gate that has nothing to say adds nothing.

use super::facts::{Facts, Screening};
use super::reason::{Cause, Reason};
use super::{COOL_OFF_DAYS, Decision, MessageClass, Question, ReminderKind, Rules, Sending, Verdict};
use crate::consent::standing::assumed_is_enough;
use crate::consent::{Basis, Cell, Channel, Purpose, Standing, State};
use crate::time::add_months;
use crate::vehicle::Recall;
use chrono::Days;

/// Decides. Pure: everything it weighs is handed in.
#[must_use]
pub fn may_contact(standing: &Standing, facts: &Facts, rules: &Rules, ask: &Question) -> Decision {
    let class = ask.class_by(facts);
    let reclassed = (class != ask.class).then(|| Question { class, ..ask.clone() });
    let ask = reclassed.as_ref().unwrap_or(ask);
    let mut gates = Gates { standing, facts, rules, ask, verdict: Verdict::Allow, reasons: Vec::new() };
    gates.gone();
    gates.address();
    gates.person();
    gates.opt_out();
    if ask.class.is_marketing() {
        let cell = gates.cell_asked();
        gates.cell(&cell);
        gates.expiry(&cell);
        gates.threshold();
        gates.screening(&cell);
        gates.tracking();
        gates.review();
    }
    gates.vehicle();
    Decision { verdict: gates.verdict, reasons: gates.reasons }
}

struct Gates<'a> {
    standing: &'a Standing,
    facts: &'a Facts,
    rules: &'a Rules,
    ask: &'a Question,
    verdict: Verdict,
    reasons: Vec<Reason>,
}

impl Gates<'_> {
    fn add(&mut self, verdict: Verdict, cause: Cause) {
        self.verdict = self.verdict.max(verdict);
        self.reasons.push(Reason { verdict, cause, whose: None });
    }

    fn block(&mut self, cause: Cause) {
        self.add(Verdict::Block, cause);
    }

    /// Whoever is gone comes first (SPEC 2.3, L-03). What belongs to a contract, and a recall, still concerns
    /// somebody: it goes on, and it is told.
    fn gone(&mut self) {
        let class = self.ask.class;
        if self.facts.erased {
            self.block(Cause::Erased);
        }
        if let Some(died) = self.facts.died {
            let verdict = if class.is_marketing() { Verdict::Block } else { Verdict::Warn };
            let executors = matches!(class, MessageClass::Administration | MessageClass::Reply);
            self.add(verdict, Cause::Died { on: died.on, executors });
        }
    }

    /// Is there anything to send it to? Paper handed over at the counter needs nothing. A letter to a house
    /// that they left reaches others.
    fn address(&mut self) {
        if self.ask.at_counter {
            return;
        }
        if !self.ask.has_address {
            self.block(Cause::NoAddress(self.ask.channel));
        } else if self.ask.channel == Channel::Post
            && let Some(since) = self.facts.gone_away
        {
            self.block(Cause::GoneAway(since));
        }
    }

    /// What stands above every cell (SPEC 2.3), strongest first.
    fn person(&mut self) {
        let (facts, marketing) = (self.facts, self.ask.class.is_marketing());
        if facts.duplicate {
            self.block(Cause::Duplicate);
        }
        if let Some(since) = facts.stopped {
            let open_document = self.ask.class == MessageClass::Administration && self.ask.open_document;
            let allowed =
                open_document || matches!(self.ask.class, MessageClass::SafetyRecall | MessageClass::Reply);
            if !allowed {
                self.block(Cause::Stopped { since, open_document });
            } else if open_document {
                self.add(Verdict::Allow, Cause::Stopped { since, open_document });
            }
        }
        if !marketing {
            return;
        }
        if let Some(on) = facts.erasure_requested {
            self.block(Cause::ErasureRequested(on));
        }
        if facts.suppressed {
            self.block(Cause::Suppressed);
        }
        if self.standing.excluded {
            self.block(Cause::Excluded { by_customer: self.standing.excluded_by_customer });
        }
    }

    /// The email opt-out, and addresses that do not work.
    fn opt_out(&mut self) {
        let (ask, facts) = (self.ask, self.facts);
        if ask.channel == Channel::Email
            && let Some(status) = facts.opt_in
            && status.is_out()
        {
            let blocks = match ask.class {
                MessageClass::SafetyRecall | MessageClass::Reply => false,
                MessageClass::Administration => self.rules.opt_out_stops_all,
                // The contact's own new tick is the one way back (V-40).
                MessageClass::DoubleOptIn => !ask.customer_asked,
                _ => true,
            };
            if blocks {
                self.block(Cause::OptedOut(status));
            }
        }
        if facts.bounced && !ask.at_counter {
            let verdict = if ask.class.is_marketing() { Verdict::Block } else { Verdict::Warn };
            self.add(verdict, Cause::Bounced(ask.channel));
        }
    }

    /// The cell that carries the permission. A request for consent is general marketing, unless
    /// the contact was only ever asked about service messages: then it renews those.
    fn cell_asked(&self) -> Cell {
        let of = |purpose| Cell::new(self.ask.party.clone(), self.ask.channel, purpose);
        let general = of(self.ask.class.purpose());
        let request = self.ask.class == MessageClass::ConsentRequest;
        if request && self.standing.state(&general) == State::Unset {
            return of(Purpose::ServiceFollowup);
        }
        general
    }

    fn cell(&mut self, cell: &Cell) {
        // A form on the counter is sent to nobody: what a channel allows does not matter to it.
        if self.ask.at_counter {
            return;
        }
        let (ask, channel, class) = (self.ask, self.ask.channel, self.ask.class);
        let Some(stored) = self.standing.cells.get(cell) else {
            return self.unset();
        };
        let since = stored.since;
        match stored.state {
            State::Unset => self.unset(),
            State::Refused => self.block(Cause::Refused(channel, since)),
            State::Withdrawn if stored.carried => {
                let twin = Cell::new(ask.party.clone(), channel, cell.purpose.other());
                let twin = self.standing.cells.get(&twin);
                // *No Follow-Up* never takes a general message away.
                let no_marketing = cell.purpose == Purpose::GeneralMarketing
                    || twin.is_some_and(|twin| twin.carried && twin.state == State::Withdrawn);
                let spared = self.rules.no_marketing_stops_mailshots_only
                    && no_marketing
                    && class == MessageClass::ServiceFollowup
                    && ask.sending == Sending::Automatic;
                let verdict = if spared { Verdict::Warn } else { Verdict::Block };
                self.add(verdict, Cause::CarriedOver { no_marketing, since });
            }
            State::Withdrawn => {
                self.block(Cause::Withdrawn { channel, since, by_customer: stored.by_customer });
            }
            // A confirmation asks for nothing but a click on what was ticked.
            State::Assumed if class == MessageClass::DoubleOptIn => {}
            State::Assumed if ask.shares() => {
                self.block(Cause::AssumedTooWeak { channel, sharing: true });
            }
            State::Assumed if !assumed_is_enough(channel, stored.basis) => {
                self.block(Cause::AssumedTooWeak { channel, sharing: false });
            }
            State::Assumed => {
                self.add(Verdict::Allow, Cause::Assumed { channel, basis: stored.basis, since });
            }
            State::Granted | State::Expired => self.add(Verdict::Allow, Cause::Given(channel, since)),
        }
    }

    fn unset(&mut self) {
        let (channel, class) = (self.ask.channel, self.ask.class);
        let verdict = match class {
            MessageClass::ConsentRequest if channel == Channel::Post => Verdict::Warn,
            MessageClass::DoubleOptIn if self.ask.customer_asked => Verdict::Allow,
            _ => Verdict::Block,
        };
        self.add(verdict, Cause::Unset { channel, class });
    }

    fn expiry(&mut self, cell: &Cell) {
        let (ask, periods) = (self.ask, self.rules.periods);
        let expired = self.standing.effective(cell, periods, ask.today) == State::Expired;
        if !expired || ask.at_counter || ask.class == MessageClass::DoubleOptIn {
            return;
        }
        let Some(stored) = self.standing.cells.get(cell) else { return };
        let (since, assumed) = (stored.since, stored.state == State::Assumed);
        let months = periods.reconsent_months;
        let doubt = ask.doubt.filter(|doubt| doubt.is_behind(since, months));
        let verdict = match ask.class {
            _ if ask.shares() => Verdict::Block,
            // Asking once whether it may go on is what the expiry is for.
            MessageClass::ConsentRequest => Verdict::Allow,
            _ if periods.expired_blocks => Verdict::Block,
            _ => Verdict::Warn,
        };
        self.add(verdict, Cause::Expired { since, assumed, end: add_months(since, months), months, doubt });
        if ask.class == MessageClass::ConsentRequest
            && let Some(last) = ask.last_request
            && let Some(until) = last.checked_add_days(Days::new(COOL_OFF_DAYS))
            && ask.today <= until
        {
            self.block(Cause::CoolOff { last, until });
        }
    }

    fn threshold(&mut self) {
        let (ask, rules) = (self.ask, self.rules);
        let Some(status) = self.facts.opt_in else { return };
        // Opt-outs have a gate of their own.
        let below = !status.is_out() && !rules.required_opt_in.admits(status);
        if ask.channel != Channel::Email || !below || ask.at_counter {
            return;
        }
        match ask.class {
            MessageClass::DoubleOptIn => {}
            MessageClass::ConsentRequest => self.add(Verdict::Warn, Cause::BelowThreshold(status)),
            _ => self.block(Cause::BelowThreshold(status)),
        }
    }

    /// TPS and CTPS are about calls only. Consent of this person to our calls beats them; what is
    /// merely assumed does not (SPEC 0.11).
    fn screening(&mut self, cell: &Cell) {
        let ask = self.ask;
        if ask.channel != Channel::Phone || ask.class == MessageClass::DoubleOptIn || ask.at_counter {
            return;
        }
        match self.facts.screening {
            Screening::Off | Screening::Clear(_) => {}
            Screening::Listed { list, listed } => {
                let consented = self
                    .standing
                    .cells
                    .get(cell)
                    .filter(|stored| stored.state == State::Granted && stored.basis == Some(Basis::Consent))
                    .map(|stored| stored.since);
                // Sharing: the third party's own cell decides, and the list is still told.
                let verdict = if consented.is_some() { Verdict::Allow } else { Verdict::Block };
                self.add(verdict, Cause::Listed { list, listed, consented });
            }
            Screening::Stale(last) => {
                let single = ask.sending == Sending::Single && !ask.shares();
                let verdict = if single { Verdict::Warn } else { Verdict::Block };
                self.add(verdict, Cause::NotScreened(last));
            }
        }
    }

    fn tracking(&mut self) {
        if self.facts.untracked && self.ask.channel == Channel::Email {
            self.add(Verdict::Allow, Cause::Untracked);
        }
    }

    fn review(&mut self) {
        let standing = self.standing;
        if self.ask.class == MessageClass::DoubleOptIn
            || !standing.review_is_due(self.rules.periods, self.ask.today)
        {
            return;
        }
        self.add(Verdict::Warn, Cause::ReviewOverdue(standing.last_reviewed.as_ref().map(|last| last.date)));
    }

    /// What is known of the vehicle that the message is about (N-07, M-15).
    fn vehicle(&mut self) {
        let (facts, class) = (self.facts, self.ask.class);
        let is_service = class == MessageClass::ServiceFollowup;
        if facts.no_service_contact && is_service {
            self.block(Cause::NoServiceContact);
        }
        if let Some(issued) = facts.keeper_changed {
            match class {
                MessageClass::ServiceFollowup => self.block(Cause::KeeperMayHaveChanged(issued)),
                // Whoever has it now will hear of it from the maker too; the warning goes out all the same.
                MessageClass::SafetyRecall => self.add(Verdict::Warn, Cause::KeeperMayHaveChanged(issued)),
                _ => {}
            }
        }
        let Some(reminder) = self.ask.reminder else { return };
        match reminder.kind {
            ReminderKind::Mot => {
                let renewed = facts.mot_until.filter(|until| reminder.due.is_some_and(|due| *until > due));
                if let Some(until) = renewed {
                    self.block(Cause::MotRenewed(until));
                }
            }
            ReminderKind::Service => {}
            ReminderKind::Recall if facts.recall == Recall::Yes => {
                self.add(Verdict::Allow, Cause::RecallOutstanding);
            }
            ReminderKind::Recall => self.block(Cause::NoRecall(facts.recall)),
        }
    }
}
