//! A contact as one line of a list.

use crate::consent::settings::ConsentSettings;
use chrono::NaiveDate;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::consent::light::Light;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::consent::{Doubt, Shade};
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
    /// The main e-mail address.
    pub email: String,
    /// The first vehicle's plate.
    pub registration: String,
    /// What the mark beside it stands for.
    pub shade: Shade,
    /// May we market to them? The colour.
    pub light: Light,
    /// The colour's words.
    pub light_text: String,
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

/// What lines are made with: the dealership's clocks and today.
#[derive(Debug, Clone)]
pub struct LineMaker {
    settings: Settings,
    periods: Periods,
    today: NaiveDate,
    doubt: Option<Doubt>,
}

impl LineMaker {
    /// For the lines of one call.
    pub fn new(cx: &Cx<'_>, tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self::with(Settings::load(tx)?, cx.now))
    }

    /// With settings that were read already.
    #[must_use]
    pub fn with(settings: Settings, now: Moment) -> Self {
        let (periods, today) = (settings.periods(), settings.today(now));
        let doubt = settings.doubt(now);
        Self { settings, periods, today, doubt }
    }

    /// The line of a contact.
    #[must_use]
    pub fn line(&self, stored: contact::ContactLine) -> ContactLine {
        let shade = Shade::of_contact(&stored.standing, self.periods, self.today);
        let clocks_shade =
            self.doubt.map_or(shade, |doubt| Shade::of_contact(&stored.standing, self.periods, doubt.clock));
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
            shade,
            light: shade.light(),
            light_text: shade.label_beside(clocks_shade).to_owned(),
            changed_local: self.settings.wall(&stored.changed_at),
        }
    }

    /// The lines of these contacts, in their order.
    pub fn of(&self, tx: &Tx<'_>, ids: &[ContactId]) -> Result<Vec<ContactLine>, Refusal> {
        Ok(contact::lines(tx, ids)?.into_iter().map(|stored| self.line(stored)).collect())
    }
}
