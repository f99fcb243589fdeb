//! A customer died (L-03): who told us, and when it was, where they knew. From then on nothing is asked of them
//! and no marketing goes out; the links to the consent portal that they hold end.

use super::ledger_line::LedgerLine;
use super::noting::{note, read_day};
use super::view::ContactView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::circumstance::{Circumstance, Death, check_death};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Notes that a contact died, or puts right what was noted of it.
#[derive(Deserialize, TS)]
pub struct RecordDeath {
    pub contact_id: ContactId,
    /// The day as ISO date; absent where nobody knew.
    #[serde(default)]
    #[ts(optional)]
    pub died_on: Option<String>,
    /// Who told it: `Her daughter Ann, by telephone`.
    pub told_by: String,
}

impl Command for RecordDeath {
    const NAME: &'static str = "record_death";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY, tag::PORTAL];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        let today = cx.now.civil_date(cx.settings()?.zone);
        let typed = self.died_on.as_deref().filter(|typed| !typed.trim().is_empty());
        let on = typed.map(|typed| read_day("died_on", typed)).transpose()?;
        note(cx, self.contact_id, |contact, before| {
            let told_by = check_death(on, self.told_by.clone(), contact.details.date_of_birth, today)
                .map_err(|refusal| Refusal::invalid(refusal.field("died_on"), refusal))?;
            let known = before.died.as_ref();
            let death = Death { on, told_by, told_at: known.map_or(cx.now, |death| death.told_at) };
            if known == Some(&death) {
                return Ok(None);
            }
            let died_on = on.map(|day| day.to_string()).unwrap_or_default();
            let line = LedgerLine::DeathRecorded { died_on, corrected: known.is_some() };
            Ok(Some((Circumstance { died: Some(death), ..before.clone() }, line)))
        })
    }
}
