//! Everything the one decision takes into account about a contact, read once. Panel, lists, letters, mails and
//! prints ask through here, so that they cannot differ (SPEC 2.7, invariant 5).

use super::sharers::{Sharer, denying, sharers};
use crate::consent::settings::ConsentSettings;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::{
    Decision, Died, Facts, MessageClass, Question, Reminder, Rules, may_contact,
};
use forecourt_domain::consent::{Cell, Channel, ChannelMark, Doubt, Party, Purpose, Standing};
use forecourt_domain::contact::Details;
use forecourt_domain::contact::channels::{Channels, FirstAddresses};
use forecourt_domain::contact::circumstance::Circumstance;
use forecourt_domain::email;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::contact::{Contact, Whole};
use forecourt_store::{Tx, consent, contact, portal_link};

/// What the decisions about one contact are made of.
pub(crate) struct DecisionInput {
    /// What the contact allows.
    pub standing: Standing,
    /// By what the contact can be reached.
    pub reach: Channels,
    /// The dealership's rules.
    pub rules: Rules,
    /// The civil date at the dealership.
    pub today: NaiveDate,
    /// Where the clock says less.
    pub doubt: Option<Doubt>,
    /// Whether they died or left the address on file (L-03).
    pub circumstance: Circumstance,
    last_request: Option<NaiveDate>,
    sharers: Vec<Sharer>,
    /// What is known of the vehicle that is asked about.
    vehicle: Facts,
}

impl DecisionInput {
    /// Reads it; `None` when there is no such contact.
    pub fn about(
        tx: &Tx<'_>,
        contact: ContactId,
        settings: &Settings,
        now: Moment,
    ) -> Result<Option<Self>, Refusal> {
        contact::load(tx, contact)?.map(|contact| Self::of(tx, &contact, settings, now)).transpose()
    }

    /// [`DecisionInput::about`] a contact that was read already.
    pub fn of(tx: &Tx<'_>, contact: &Contact, settings: &Settings, now: Moment) -> Result<Self, Refusal> {
        let last = portal_link::last_request(tx, contact.id)?.and_then(|at| Moment::parse(&at));
        Ok(Self {
            standing: consent::standing(tx, contact.id)?,
            reach: Channels::within(&contact.details),
            rules: settings.rules(),
            today: settings.today(now),
            doubt: settings.doubt(now),
            circumstance: contact::circumstance(tx, contact.id)?,
            last_request: last.map(|at| at.civil_date(settings.zone)),
            sharers: sharers(tx, contact.id, &FirstAddresses::within(&contact.details))?,
            vehicle: Facts::default(),
        })
    }

    /// [`DecisionInput::about`] many contacts that were read already, for the marks of a list, in a few
    /// statements for all of them. Of who shares an address only those are read who said no to anything: the
    /// others change no verdict, and a mark names nobody. What is `told` of their
    /// details already is not read.
    pub fn of_many(
        tx: &Tx<'_>,
        contacts: Vec<(ContactId, Standing)>,
        told: Vec<Details>,
        settings: &Settings,
        now: Moment,
    ) -> Result<Vec<Self>, Refusal> {
        let ids: Vec<ContactId> = contacts.iter().map(|(id, _)| *id).collect();
        let reached = contact::reached_by(tx, &ids, told)?;
        Self::weighed(tx, contacts, &reached.iter().collect::<Vec<_>>(), settings, now)
    }

    /// [`DecisionInput::of_many`], about contacts of whom everything was read already.
    pub fn of_wholes(
        tx: &Tx<'_>,
        wholes: &[Whole],
        settings: &Settings,
        now: Moment,
    ) -> Result<Vec<Self>, Refusal> {
        let contacts = wholes.iter().map(|whole| (whole.contact.id, whole.standing.clone())).collect();
        let details: Vec<_> = wholes.iter().map(|whole| &whole.contact.details).collect();
        Self::weighed(tx, contacts, &details, settings, now)
    }

    /// About contacts whose details stand beside them, with those who share an address and said no.
    fn weighed(
        tx: &Tx<'_>,
        contacts: Vec<(ContactId, Standing)>,
        details: &[&Details],
        settings: &Settings,
        now: Moment,
    ) -> Result<Vec<Self>, Refusal> {
        let ids: Vec<ContactId> = contacts.iter().map(|(id, _)| *id).collect();
        let firsts: Vec<_> = details.iter().map(|details| FirstAddresses::within(details)).collect();
        let sharers = denying(tx, &ids, &firsts)?;
        let mut noted = contact::circumstances(tx, &ids)?;
        let (rules, today, doubt) = (settings.rules(), settings.today(now), settings.doubt(now));
        let all = contacts.into_iter().zip(details).zip(sharers);
        Ok(all
            .map(|(((id, standing), details), sharers)| Self {
                standing,
                reach: Channels::within(details),
                rules,
                today,
                doubt,
                circumstance: noted.remove(&id).unwrap_or_default(),
                last_request: None,
                sharers,
                vehicle: Facts::default(),
            })
            .collect())
    }

    /// About somebody who is not on file yet: no address, and nobody who shares it.
    pub fn of_nobody(standing: Standing, settings: &Settings, now: Moment) -> Self {
        Self {
            standing,
            reach: Channels::within(&Details::default()),
            rules: settings.rules(),
            today: settings.today(now),
            doubt: settings.doubt(now),
            circumstance: Circumstance::default(),
            last_request: None,
            sharers: Vec::new(),
            vehicle: Facts::default(),
        }
    }

    /// [`DecisionInput::about`] a contact whom a mail goes to at this address of theirs, be it the first or
    /// not: whoever shares *it* has a say.
    pub fn by_mail(
        tx: &Tx<'_>,
        id: ContactId,
        address: &str,
        settings: &Settings,
        now: Moment,
    ) -> Result<Option<Self>, Refusal> {
        let Some(contact) = contact::load(tx, id)? else { return Ok(None) };
        let mut input = Self::of(tx, &contact, settings, now)?;
        let email = email::parse(address).ok().map(|email| email.key).filter(|key| !key.is_empty());
        let at = FirstAddresses { email, ..FirstAddresses::within(&contact.details) };
        input.sharers = sharers(tx, contact.id, &at)?;
        Ok(Some(input))
    }

    /// Asks about one vehicle that the contact keeps: what is known of it is weighed too (N-07, M-15).
    #[must_use]
    pub fn about_vehicle(self, vehicle: Facts) -> Self {
        Self { vehicle, ..self }
    }

    /// Whether the keeper may be reminded by a channel.
    pub fn reminder(&self, channel: Channel, reminder: Reminder) -> Decision {
        let question = self.question(channel, MessageClass::ServiceFollowup);
        self.decide(&Question { reminder: Some(reminder), ..question })
    }

    /// Asks as on a day in the past: of what stood then and was known of them, without knowing who shares an
    /// address today.
    pub fn as_on(&mut self, standing: Standing, day: NaiveDate, zone: Tz) {
        self.standing = standing;
        self.today = day;
        self.doubt = None;
        self.last_request = None;
        self.sharers.clear();
        self.vehicle = Facts::default();
        let noted = &mut self.circumstance;
        noted.died.take_if(|death| death.told_at.civil_date(zone) > day);
        noted.gone_away.take_if(|since| *since > day);
    }

    /// The plainest question about a channel.
    pub fn question(&self, channel: Channel, class: MessageClass) -> Question {
        Question {
            has_address: self.reach.has(channel),
            last_request: self.last_request,
            doubt: self.doubt,
            ..Question::new(channel, class, self.today)
        }
    }

    /// What is known of the contact, and of the vehicle that is asked about, beside their consent.
    fn facts(&self) -> Facts {
        Facts {
            died: self.circumstance.died.as_ref().map(|death| Died { on: death.on }),
            gone_away: self.circumstance.gone_away,
            ..self.vehicle.clone()
        }
    }

    /// The decision, with whoever shares the address or number weighed in.
    pub fn decide(&self, question: &Question) -> Decision {
        let facts = self.facts();
        let mut decision = may_contact(&self.standing, &facts, &self.rules, question);
        if question.class_by(&facts).is_marketing() && !question.at_counter {
            // The vehicle is not theirs, and whether they live is their own matter: of a sharer only what they said
            // counts (L-03).
            let facts = Facts::default();
            for sharer in self.sharers.iter().filter(|sharer| sharer.channels.contains(&question.channel)) {
                let theirs = may_contact(&sharer.standing, &facts, &self.rules, question);
                decision.combine(&sharer.name, &theirs);
            }
        }
        decision
    }

    /// The decision about our own messages of a purpose.
    pub fn own(&self, channel: Channel, purpose: Purpose) -> Decision {
        self.decide(&self.question(channel, MessageClass::of(purpose)))
    }

    /// The decision about what a party may send. What others send is sharing, whatever it is about; its cell
    /// is the purpose's own.
    pub fn by(&self, party: &Party, channel: Channel, purpose: Purpose) -> Decision {
        if *party == Party::Us {
            return self.own(channel, purpose);
        }
        let class = match purpose {
            Purpose::ServiceFollowup => MessageClass::ServiceFollowup,
            Purpose::GeneralMarketing => MessageClass::Sharing,
        };
        self.decide(&Question { party: party.clone(), ..self.question(channel, class) })
    }

    /// Does the permission of a cell run out soon?
    pub fn is_expiring(&self, cell: &Cell) -> bool {
        self.standing.is_expiring(cell, self.rules.periods, self.today)
    }

    /// Is every decision about this contact the same as about another one of the same call? So it is where both
    /// allow the same, can be reached by the same, and nobody else at their addresses said no.
    pub fn decides_like(&self, other: &Self) -> bool {
        self.sharers.is_empty()
            && other.sharers.is_empty()
            && self.circumstance == other.circumstance
            && self.reach == other.reach
            && self.last_request == other.last_request
            && self.standing == other.standing
            && self.vehicle == other.vehicle
    }

    /// What we may do by a channel, both kinds of message in one mark.
    pub fn mark(&self, channel: Channel) -> ChannelMark {
        let [service, general] = Purpose::ALL
            .map(|purpose| (self.own(channel, purpose), self.is_expiring(&Cell::us(channel, purpose))));
        ChannelMark::of(channel, (&service.0, service.1), (&general.0, general.1))
    }
}
