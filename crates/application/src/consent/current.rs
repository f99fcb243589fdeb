//! How a contact's consent stands when somebody opens or saves a form over it: the same opening for
//! every edit.

use super::conflict;
use crate::consent::settings::{ConsentSettings, PURPOSES_SHOWN, THIRD_PARTIES_SHOWN};
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::form_rules::FormRules;
use forecourt_domain::consent::{Doubt, Form, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::Moment;
use forecourt_store::{Tx, consent, contact};

/// What edits of one contact's consent go by.
pub(super) struct Current {
    pub standing: Standing,
    pub settings: Settings,
    pub rules: FormRules,
    /// Where the clock says less than days are counted from.
    pub doubt: Option<Doubt>,
    pub contact: ContactId,
    /// Did they die? Then only a No is recorded (L-03).
    pub died: bool,
}

impl Current {
    /// # Errors
    /// [`forecourt_dispatch::Code::NotFound`] once the contact is gone.
    pub fn read(tx: &Tx<'_>, contact: ContactId, now: Moment) -> Result<Self, Refusal> {
        contact::called(tx, contact)?.ok_or_else(|| Refusal::not_found("contact"))?;
        let current = Self::of(consent::standing(tx, contact)?, &Settings::load(tx)?, contact, now);
        Ok(Self { died: contact::circumstance(tx, contact)?.died.is_some(), ..current })
    }

    /// [`Current::read`] with what was read already, of a contact who lives.
    pub fn of(standing: Standing, settings: &Settings, contact: ContactId, now: Moment) -> Self {
        Self {
            standing,
            rules: form_rules(settings, now),
            doubt: settings.doubt(now),
            settings: settings.clone(),
            contact,
            died: false,
        }
    }

    /// [`Current::read`] for an edit that was made over `version`.
    ///
    /// # Errors
    /// [`forecourt_dispatch::Code::Conflict`] when somebody else saved since: never a silent overwrite.
    pub fn read_at(tx: &Tx<'_>, contact: ContactId, version: i64, now: Moment) -> Result<Self, Refusal> {
        let current = Self::read(tx, contact, now)?;
        if current.standing.version == version {
            return Ok(current);
        }
        Err(conflict::since(tx, contact, &current.settings)?.refusal())
    }

    /// How consent stood at a version: a version is an event.
    pub fn at(&self, tx: &Tx<'_>, version: i64) -> Result<Standing, Refusal> {
        let mut standing = Standing::default();
        let events = consent::events(tx, self.contact)?;
        for event in events.iter().take(usize::try_from(version).unwrap_or(0)) {
            standing.apply(event);
        }
        Ok(standing)
    }

    /// The form as a dialog opens with it.
    pub fn opened(&self) -> Form {
        Form::opened(&self.standing, &self.rules)
    }
}

/// What Settings and the calendar say about the form.
fn form_rules(settings: &Settings, now: Moment) -> FormRules {
    FormRules {
        edit: settings.edit_rules(),
        named: settings.third_parties(),
        brands: settings.brands(),
        channels: settings.channels(),
        third_parties_shown: settings.flag(&THIRD_PARTIES_SHOWN),
        purposes_apart: settings.flag(&PURPOSES_SHOWN),
        periods: settings.periods(),
        today: settings.today(now),
    }
}
