//! Creating a contact.

use super::check_recoverable;
use super::draft::{Checked, ContactDraft};
use super::ledger_line::LedgerLine;
use super::settings::placeholders;
use super::view::{ContactView, shown};
use crate::consent::settings::REQUIRE_CONSENT;
use crate::consent::{ConsentDraft, FirstAnswers, record, record_answers};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::consent::edit::assumed_at_creation;
use forecourt_domain::consent::{Method, Screen, Standing};
use forecourt_domain::contact::{Details, changed_fields};
use forecourt_domain::ids::ContactId;
use forecourt_store::contact::{NewContact, add, next_reference, orders, put_gaps};
use forecourt_store::ledger::Subject;
use forecourt_store::search;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use ts_rs::TS;

/// What the event says that nobody answered (D-02).
const ASSUMED_NOTE: &str = "Assumed when the contact was created; Require Consent for Marketing was off.";

/// Creates a contact. With *Require Consent for Marketing* on, it starts with no marketing
/// preference at all; with the setting off, with what D-02 assumes.
#[derive(Deserialize, TS)]
pub struct CreateContact {
    pub contact: ContactDraft,
    /// A name the form gave itself when it was opened: sent again, it gets the contact that it made the
    /// first time. Empty where whoever calls has no form.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub request: String,
    /// What the customer answered meanwhile; absent where nobody asked, and then nothing is recorded.
    #[serde(default)]
    #[ts(optional)]
    pub answers: Option<FirstAnswers>,
}

/// What the forms of this desk made, each by its name; forgotten with the session.
#[derive(Default)]
struct Made(Mutex<HashMap<String, ContactId>>);

impl Command for CreateContact {
    const NAME: &'static str = "create_contact";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::VEHICLES, tag::CONSENT];
    type Reply = ContactView;

    fn run(self, cx: &Cx<'_>) -> Result<ContactView, Refusal> {
        let settings = cx.settings()?;
        check_recoverable(&settings)?;
        let today = cx.now.civil_date(settings.zone);
        let checked = self.contact.checked(today, &placeholders(&settings), &Details::default())?;
        let made = cx.memory::<Made>();
        // Held until it is made: the second of two clicks waits for the first.
        let mut made = made.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(&id) = made.get(&self.request).filter(|_| !self.request.is_empty()) {
            return cx.read(|tx| shown(tx, id, &settings));
        }
        let view = cx.write(|writing| {
            let id = create(writing, &checked, &settings)?;
            if let Some(answers) = self.answers {
                record_answers(writing, id, answers)?;
            }
            shown(writing.tx, id, &settings)
        })?;
        if !self.request.is_empty() {
            made.insert(self.request, view.id);
        }
        Ok(view)
    }
}

fn create(
    writing: &mut Writing<'_, '_>,
    checked: &Checked,
    settings: &Settings,
) -> Result<ContactId, Refusal> {
    let (tx, details) = (writing.tx, &checked.details);
    let reference = next_reference(tx)?;
    let (sort_name, sort_postcode) = orders(details);
    let id = add(
        tx,
        &NewContact {
            reference: &reference,
            details,
            sort_name: &sort_name,
            sort_postcode: &sort_postcode,
            last_purchase: "",
            import: 0,
            at: &writing.now.to_text(),
            by: &writing.actor.to_string(),
        },
    )?;
    search::add(tx, id, &reference, details)?;
    put_gaps(tx, id, &checked.gaps(&[]), &writing.now.to_text())?;
    let fields = changed_fields(&Details::default(), details).into_iter().map(str::to_owned).collect();
    writing.record(Subject::Contact(id), &LedgerLine::Created { fields })?;
    if !settings.flag(&REQUIRE_CONSENT) {
        let draft = ConsentDraft {
            contact: id,
            change: assumed_at_creation(),
            screen: Screen::ContactCreated,
            method: Method::InPerson,
            notes: ASSUMED_NOTE.into(),
            date: None,
            notice: Some(String::new()),
            evidence: None,
        };
        record(writing, draft, &mut Standing::default())?;
    }
    Ok(id)
}
