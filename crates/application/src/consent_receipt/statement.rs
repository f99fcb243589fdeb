//! What a receipt says: the events up to its own, and nothing that was recorded or set later. The
//! same statement is made when it is given and when it is looked up.

use crate::consent::settings::ConsentSettings;
use crate::consent::settings_then;
use crate::dealership::DealershipDetails;
use crate::dealership::DealershipSettings;
use crate::portal_link::settings::PORTAL_ENABLED;
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_documents::consent_receipt::{ReceiptDealership, ReceiptNotice, ReceiptRecord};
use forecourt_documents::consent_table::{Choice, ChoiceTable, PartyChoices, PurposeChoices};
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{Basis, Cell, Channel, ConsentEvent, Party, Purpose, Standing, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::{Tx, consent, notice};

/// The events a receipt speaks of, with what they add up to on its day.
pub(super) struct Statement {
    /// What the contact allows.
    pub standing: Standing,
    /// The events, oldest first.
    pub events: Vec<ConsentEvent>,
    /// The settings as they stood.
    pub settings: Settings,
    /// The dealership's periods as they stood.
    pub periods: Periods,
    /// The civil date of the receipt.
    pub day: NaiveDate,
    /// Were there more events since?
    pub changed_since: bool,
    pub(super) names: Names,
    notices: Vec<notice::Notice>,
}

impl Statement {
    /// What is to be said at a moment about the events up to `seq`.
    pub fn load(tx: &Tx<'_>, contact: ContactId, seq: i64, at: Moment) -> Result<Self, Refusal> {
        let mut settings = Settings::load(tx)?;
        settings_then(tx, &mut settings, |changed| changed <= at)?;
        let all = consent::events(tx, contact)?;
        let count = all.len();
        let events: Vec<ConsentEvent> = all.into_iter().filter(|event| event.seq <= seq).collect();
        let mut standing = Standing::default();
        let mut notices: Vec<notice::Notice> = Vec::new();
        for event in &events {
            standing.apply(event);
            if !event.notice.is_empty()
                && !notices.iter().any(|known| known.hash == event.notice)
                && let Some(found) = notice::by_hash(tx, &event.notice)?
            {
                notices.push(found);
            }
        }
        Ok(Self {
            changed_since: events.len() < count,
            periods: settings.periods(),
            day: at.civil_date(settings.zone),
            names: Names::load(tx)?,
            standing,
            events,
            settings,
            notices,
        })
    }

    /// Whom it is about: the dealership, every third party and every manufacturer that is named in
    /// Settings or was ever asked about. A switch that hides a column hides nothing here.
    pub fn parties(&self) -> Vec<Party> {
        let mut parties = vec![Party::Us];
        parties.extend(third_parties(&self.settings.third_parties(), &self.standing));
        parties.extend(self.settings.brands().into_iter().map(Party::Manufacturer));
        for party in self.standing.parties() {
            if !parties.contains(party) {
                parties.push(party.clone());
            }
        }
        parties
    }

    /// What a party is called on something that a customer reads.
    pub fn called(&self, party: &Party) -> String {
        match party {
            Party::Us => self.settings.dealership().name,
            Party::ThirdParty(None) => "Third parties".into(),
            Party::ThirdParty(Some(name)) => name.clone(),
            Party::Manufacturer(brand) => format!("{brand} (manufacturer)"),
        }
    }

    /// The state of a cell on the day.
    pub fn state(&self, cell: &Cell) -> State {
        self.standing.effective(cell, self.periods, self.day)
    }

    /// The table of what is allowed.
    pub fn choices(&self) -> ChoiceTable {
        let choice = |party: &Party, channel, purpose| {
            let cell = Cell::new(party.clone(), channel, purpose);
            let state = self.state(&cell);
            let stored = self.standing.cells.get(&cell);
            let enough = stored.is_some_and(|stored| stored.is_enough(party, channel));
            // What ran out is never used for others (SPEC 3, class F).
            let blocks = self.periods.expired_blocks || *party != Party::Us;
            let ran_out = state == State::Expired && blocks;
            Choice { words: words(state).to_owned(), allowed: enough && !ran_out && !self.standing.excluded }
        };
        let line = |party: &Party, purpose: Purpose| PurposeChoices {
            purpose: purpose.label().to_owned(),
            choices: Channel::ALL.map(|channel| choice(party, channel, purpose)).to_vec(),
        };
        ChoiceTable {
            channels: Channel::ALL.map(|channel| channel.label().to_owned()).to_vec(),
            parties: self
                .parties()
                .iter()
                .map(|party| PartyChoices {
                    party: self.called(party),
                    purposes: Purpose::ALL.map(|purpose| line(party, purpose)).to_vec(),
                })
                .collect(),
        }
    }

    /// What single words of the table mean, where they occur.
    pub fn remarks(&self) -> Vec<String> {
        let parties = self.parties();
        let cells: Vec<Cell> = parties.iter().flat_map(Cell::of).collect();
        let any = |state| cells.iter().any(|cell| self.state(cell) == state);
        let mut remarks = Vec::new();
        if self.standing.excluded
            && let Some(event) = self.events.iter().rev().find(|event| event.change.exclusion == Some(true))
        {
            remarks.push(format!(
                "Excluded from all marketing on {}, recorded by {}.",
                event.at.wall_text(self.settings.zone),
                self.names.actor(event.actor)
            ));
        }
        if any(State::Assumed) {
            let mut grounds: Vec<&str> = self
                .standing
                .cells
                .values()
                .filter(|cell| cell.state == State::Assumed)
                .map(|cell| cell.basis.map_or("legitimate interest (assumed)", Basis::label))
                .collect();
            grounds.sort_unstable();
            grounds.dedup();
            remarks.push(format!(
                "Assumed: you were not asked. We rely on {} until you tell us not to.",
                grounds.join(" and ")
            ));
        }
        if any(State::Expired) {
            let months = self.periods.reconsent_months;
            let unit = if months == 1 { "month" } else { "months" };
            let then =
                if self.periods.expired_blocks { "It is not used until you say yes again." } else { "" };
            remarks
                .push(format!("Ran out: allowed longer than {months} {unit} ago. {then}").trim().to_owned());
        }
        remarks
    }

    /// The version of the words that an event names; `None` for no words.
    pub fn notice_version(&self, hash: &str) -> Option<i64> {
        self.notices.iter().find(|notice| notice.hash == hash).map(|notice| notice.version)
    }

    /// The exact words behind what stands, in the order of their versions: those that a record
    /// names, and no others.
    pub fn notices(&self, records: &[ReceiptRecord]) -> Vec<ReceiptNotice> {
        let mut shown: Vec<ReceiptNotice> = self
            .notices
            .iter()
            .filter(|notice| records.iter().any(|record| record.notice == notice.hash))
            .map(|notice| ReceiptNotice {
                id: notice.hash.clone(),
                version: notice.version,
                language: notice.language.clone(),
                text: notice.text.clone(),
            })
            .collect();
        shown.sort_by_key(|notice| notice.version);
        shown
    }

    /// The dealership as the receipt names it.
    pub fn dealership(&self) -> ReceiptDealership {
        let DealershipDetails { name, address, postcode, phone, email, website, privacy_policy_url, .. } =
            self.settings.dealership();
        let lines = address.lines().map(str::to_owned).chain([postcode]);
        ReceiptDealership {
            name,
            address: lines.map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect(),
            phone,
            email,
            website,
            privacy_policy_url,
        }
    }

    /// How to withdraw, by every way there is. As easy as giving (SPEC 4.1).
    pub fn withdraw(&self) -> String {
        let dealership = self.dealership();
        let mut ways = vec!["tell any member of staff".to_owned()];
        if !dealership.phone.is_empty() {
            ways.push(format!("call {}", dealership.phone));
        }
        if !dealership.email.is_empty() {
            ways.push(format!("write to {}", dealership.email));
        }
        if !dealership.address.is_empty() {
            ways.push(format!("write to {}, {}", dealership.name, dealership.address.join(", ")));
        }
        if self.settings.flag(&PORTAL_ENABLED) {
            ways.push("ask us for a link to our consent portal".to_owned());
        }
        let last = ways.pop().unwrap_or_default();
        let ways = if ways.is_empty() { last } else { format!("{} or {last}", ways.join(", ")) };
        format!(
            "To withdraw, {ways}. It costs nothing and takes effect at once; the number of this receipt is all we \
             need. What we did before stays as it was."
        )
    }
}

/// A state in the words of somebody who answered a question.
const fn words(state: State) -> &'static str {
    match state {
        State::Granted => "Yes",
        State::Assumed => "Assumed",
        State::Expired => "Ran out",
        State::Refused => "No",
        State::Withdrawn => "Withdrawn",
        State::Unset => "Not asked",
    }
}
