//! Everything the one decision takes into account about a contact, read once. Panel, lists, letters, mails and
//! prints ask through here, so that they cannot differ (SPEC 2.7, invariant 5).

use crate::consent::settings::ConsentSettings;
use chrono::NaiveDate;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::decide::{Decision, Facts, MessageClass, Question, Rules, may_contact};
use forecourt_domain::consent::{Channel, Doubt, Purpose, Standing};
use forecourt_domain::contact::Details;
use forecourt_domain::contact::channels::Channels;
use forecourt_domain::email;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::contact::Contact;
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
    last_request: Option<NaiveDate>,
    sharers: Vec<Sharer>,
}

/// Another contact at the same address or number.
struct Sharer {
    name: String,
    standing: Standing,
    channels: Vec<Channel>,
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
            last_request: last.map(|at| at.civil_date(settings.zone)),
            sharers: sharers(tx, contact, None)?,
        })
    }

    /// About somebody who is not on file yet: no address, and nobody who shares it.
    pub fn of_nobody(standing: Standing, settings: &Settings, now: Moment) -> Self {
        Self {
            standing,
            reach: Channels::within(&Details::default()),
            rules: settings.rules(),
            today: settings.today(now),
            doubt: settings.doubt(now),
            last_request: None,
            sharers: Vec::new(),
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
        input.sharers = sharers(tx, &contact, Some(address))?;
        Ok(Some(input))
    }

    /// Asks as on a day in the past: of what stood then, without knowing who shares an address
    /// today.
    pub fn as_on(&mut self, standing: Standing, day: NaiveDate) {
        self.standing = standing;
        self.today = day;
        self.doubt = None;
        self.last_request = None;
        self.sharers.clear();
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

    /// The decision, with whoever shares the address or number weighed in.
    pub fn decide(&self, question: &Question) -> Decision {
        let facts = Facts::default();
        let mut decision = may_contact(&self.standing, &facts, &self.rules, question);
        if question.class.is_marketing() && !question.at_counter {
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
}

/// Who else has the contact's first mobile, first number, and first e-mail address or the one that
/// is named: those are the ones that a message goes to.
fn sharers(tx: &Tx<'_>, contact: &Contact, address: Option<&str>) -> Result<Vec<Sharer>, Refusal> {
    let (own, details) = (contact.id, &contact.details);
    let mut at: Vec<(ContactId, Channel)> = Vec::new();
    let mut note = |ids: Vec<ContactId>, channel| {
        at.extend(ids.into_iter().filter(|id| *id != own).map(|id| (id, channel)));
    };
    let mailed = match address {
        Some(address) => email::parse(address).ok().map(|email| email.key),
        None => details.emails.first().map(|email| email.key.clone()),
    };
    if let Some(key) = mailed.filter(|key| !key.is_empty()) {
        note(contact::by_email(tx, &key)?, Channel::Email);
    }
    let dialled = || details.phones.iter().filter(|phone| !phone.e164.is_empty());
    if let Some(phone) = dialled().next() {
        note(contact::by_phone(tx, &phone.e164)?, Channel::Phone);
    }
    if let Some(mobile) = dialled().find(|phone| phone.is_mobile()) {
        note(contact::by_phone(tx, &mobile.e164)?, Channel::Sms);
    }
    let mut sharers: Vec<(ContactId, Sharer)> = Vec::new();
    for (id, channel) in at {
        if let Some((_, known)) = sharers.iter_mut().find(|(known, _)| *known == id) {
            known.channels.push(channel);
            continue;
        }
        let Some(called) = contact::called(tx, id)? else { continue };
        let standing = consent::standing(tx, id)?;
        sharers.push((id, Sharer { name: called.name, standing, channels: vec![channel] }));
    }
    Ok(sharers.into_iter().map(|(_, sharer)| sharer).collect())
}
