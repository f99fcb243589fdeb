//! A contact as one line of a list.

use crate::consent::DecisionInput;
use crate::consent::settings::ConsentSettings;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::consent::mark::in_words;
use forecourt_domain::consent::{Channel, ChannelMark};
use forecourt_domain::contact::circumstance::died_words;
use forecourt_domain::contact::{display_name, filed_as};
use forecourt_domain::ids::ContactId;
use forecourt_domain::phone;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use forecourt_store::contact;
use serde::Serialize;
use ts_rs::TS;

/// One line of a list of contacts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContactLine {
    pub id: ContactId,
    /// Its account reference.
    pub reference: String,
    /// As called: first and last name, or the company.
    pub name: String,
    /// As it is filed: `O'Brien-Ng, Siobhán`.
    pub filed_as: String,
    pub company: String,
    /// Town of the main address.
    pub town: String,
    /// Postcode of the main address.
    pub postcode: String,
    /// The main number, spaced as its country writes it; the text typed where that holds none.
    pub phone: String,
    /// The main email address.
    pub email: String,
    /// The first vehicle's plate.
    pub registration: String,
    /// What we may do by each channel that the profile shows.
    pub marks: Vec<ChannelMark>,
    /// The same in words: `Letter only`, `Email, SMS`, `None`.
    pub consent: String,
    /// `Died 03/11/2026`; absent for whoever lives (L-03).
    pub died: Option<String>,
    /// When it was last changed, at the dealership.
    pub changed_local: String,
}

impl ContactLine {
    /// Name and company in one cell.
    pub(crate) fn name_and_company(&self) -> String {
        if self.company.is_empty() || self.company == self.name {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.company)
        }
    }
}

/// How many contacts that stand differently are remembered while a page is made.
const DIFFERENT: usize = 8;

/// What lines are made with: the dealership's rules and today.
#[derive(Debug, Clone)]
pub struct LineMaker {
    settings: Settings,
    channels: Vec<Channel>,
    now: Moment,
}

impl LineMaker {
    /// For the lines of one call.
    pub fn new(cx: &Cx<'_>, tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self::with(Settings::load(tx)?, cx.now))
    }

    /// With settings that were read already.
    #[must_use]
    pub fn with(settings: Settings, now: Moment) -> Self {
        Self { channels: settings.channels(), settings, now }
    }

    /// The lines of contacts that were read already, in their order. Whatever the marks take into account
    /// beside that is read for all of them at once.
    pub fn lines(
        &self,
        tx: &Tx<'_>,
        mut stored: Vec<contact::ContactLine>,
    ) -> Result<Vec<ContactLine>, Refusal> {
        let told = stored.iter().map(contact::ContactLine::told).collect();
        let standings = stored.iter_mut().map(|one| (one.id, std::mem::take(&mut one.standing))).collect();
        let inputs = DecisionInput::of_many(tx, standings, told, &self.settings, self.now)?;
        let mut met = Vec::with_capacity(DIFFERENT);
        let rows = stored.into_iter().zip(&inputs);
        Ok(rows.map(|(stored, input)| self.line(stored, input, self.marks(input, &mut met))).collect())
    }

    /// The marks of one of a call's contacts. Most stand like another on the page: one import recorded the same
    /// for thousands, and it is decided once.
    fn marks<'i>(
        &self,
        input: &'i DecisionInput,
        met: &mut Vec<(&'i DecisionInput, Vec<ChannelMark>)>,
    ) -> Vec<ChannelMark> {
        if let Some((_, marks)) = met.iter().find(|(other, _)| input.decides_like(other)) {
            return marks.clone();
        }
        let marks: Vec<ChannelMark> = self.channels.iter().map(|channel| input.mark(*channel)).collect();
        if met.len() < DIFFERENT {
            met.push((input, marks.clone()));
        }
        marks
    }

    fn line(
        &self,
        stored: contact::ContactLine,
        input: &DecisionInput,
        marks: Vec<ChannelMark>,
    ) -> ContactLine {
        ContactLine {
            id: stored.id,
            reference: stored.reference,
            name: display_name(&stored.first_name, &stored.last_name, &stored.company),
            filed_as: filed_as(&stored.first_name, &stored.last_name, &stored.company),
            company: stored.company,
            town: stored.town,
            postcode: stored.postcode,
            phone: if stored.phone.starts_with('+') { phone::display(&stored.phone) } else { stored.phone },
            email: stored.email,
            registration: stored.registration,
            consent: in_words(&marks),
            marks,
            died: input.circumstance.died.as_ref().map(|death| died_words(death.on)),
            changed_local: self.settings.wall(&stored.changed_at),
        }
    }

    /// The lines of these contacts, in their order.
    pub fn of(&self, tx: &Tx<'_>, ids: &[ContactId]) -> Result<Vec<ContactLine>, Refusal> {
        self.lines(tx, contact::lines(tx, ids)?)
    }
}
