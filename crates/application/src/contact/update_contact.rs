//! Editing a contact.

use super::draft::ContactDraft;
use super::ledger_line::LedgerLine;
use super::settings::placeholders;
use super::view::{ContactView, shown_after_edit};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::contact::circumstance::Circumstance;
use forecourt_domain::contact::{Address, AddressKind, Details, changed_fields};
use forecourt_domain::ids::ContactId;
use forecourt_domain::placeholder::Gap;
use forecourt_store::Tx;
use forecourt_store::contact::{self, Contact, Stamp, Updated};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use ts_rs::TS;

/// Saves an edited contact, unless somebody else saved it meanwhile.
#[derive(Deserialize, TS)]
pub struct UpdateContact {
    pub id: ContactId,
    /// The version that was edited.
    pub version: i64,
    /// All its fields.
    pub contact: ContactDraft,
}

impl Command for UpdateContact {
    const NAME: &'static str = "update_contact";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::VEHICLES, tag::CONSENT, tag::HISTORY];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        let settings = cx.settings()?;
        let today = cx.now.civil_date(settings.zone);
        let held = cx.read(|tx| current(tx, self.id, self.version, &settings))?;
        let checked = self.contact.checked(today, &placeholders(&settings), &held.details)?;
        let new = &checked.details;
        // A form saved without a change writes nothing: no version, no line.
        let unchanged = cx.read(|tx| {
            let old = current(tx, self.id, self.version, &settings)?;
            let gaps = gaps_of(tx, self.id)?;
            if old.details == *new && checked.gaps(&gaps) == gaps {
                Ok(Some(shown_after_edit(cx, tx, self.id, &settings, &[])?))
            } else {
                Ok(None)
            }
        })?;
        if let Some(shown) = unchanged {
            return Ok(shown);
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = current(tx, self.id, self.version, &settings)?;
            let mut changed = changed_fields(&old.details, new);
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            let day = settings.today(writing.now).to_string();
            let stamp = Stamp { at: &at, by: &by, day: &day };
            let Updated::Done(others) = contact::update(tx, &old, new, stamp)? else {
                return Err(changed_meanwhile(tx, &old, &settings)?);
            };
            if contact::put_gaps(tx, self.id, &checked.gaps(&gaps_of(tx, self.id)?), &at)? {
                changed.push("gaps");
            }
            let fields = changed.iter().map(ToString::to_string).collect();
            writing.record(Subject::Contact(self.id), &LedgerLine::Changed { fields })?;
            for other in others {
                let fields = vec!["vehicles".to_owned()];
                writing.record(Subject::Contact(other), &LedgerLine::Changed { fields })?;
            }
            let noted = contact::circumstance(tx, self.id)?;
            if noted.gone_away.is_some() && has_moved(&old.details, new) {
                let after = Circumstance { gone_away: None, ..noted };
                contact::put_circumstance(tx, self.id, &after, stamp)?;
                writing.record(Subject::Contact(self.id), &LedgerLine::Back { new_address: true })?;
            }
            shown_after_edit(cx, tx, self.id, &settings, &changed)
        })
    }
}

/// What stands in place of addresses.
fn gaps_of(tx: &Tx<'_>, id: ContactId) -> Result<Vec<Gap>, Refusal> {
    Ok(contact::gaps(tx, id)?.into_iter().map(|noted| noted.gap).collect())
}

/// Is there a new main address? Whose door it is does not matter.
fn has_moved(old: &Details, new: &Details) -> bool {
    let main = |details: &Details| {
        details.addresses.first().map(|address| Address { kind: AddressKind::default(), ..address.clone() })
    };
    main(new).is_some() && main(new) != main(old)
}

/// The contact as it stands, if that is the version which was edited.
fn current(tx: &Tx<'_>, id: ContactId, version: i64, settings: &Settings) -> Result<Contact, Refusal> {
    let contact = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
    if contact.version == version { Ok(contact) } else { Err(changed_meanwhile(tx, &contact, settings)?) }
}

/// Who saved it meanwhile, and when.
fn changed_meanwhile(tx: &Tx<'_>, contact: &Contact, settings: &Settings) -> Result<Refusal, Refusal> {
    forecourt_dispatch::changed_meanwhile(tx, "contact", &contact.changed_by, &contact.changed_at, settings)
}
