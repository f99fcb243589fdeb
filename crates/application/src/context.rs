//! What a command works with: who calls, when, and the way to the database.

use crate::office::Office;
use crate::settings::Settings;
use crate::{App, Code, Refusal};
use chrono::NaiveDate;
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::{Actor, Evidence, Method, Screen, Standing};
use forecourt_domain::ids::{ContactId, EmployeeId};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::employee::Employee;
use forecourt_store::ledger::{Appender, Entry, Subject};
use forecourt_store::{Tx, consent, setting};
use serde_json::{Map, Value};
use std::borrow::Borrow;
use std::sync::Arc;

/// The context of one call.
pub struct Cx<'a> {
    /// The application.
    pub app: &'a App,
    /// When; read once by the host.
    pub now: Moment,
    /// The name of the command.
    pub(crate) command: &'static str,
    pub(crate) office: Option<Arc<Office>>,
    pub(crate) employee: Option<Employee>,
}

impl Cx<'_> {
    /// The open database.
    ///
    /// # Errors
    /// [`Code::NotReady`] while it is not open.
    pub fn office(&self) -> Result<&Office, Refusal> {
        self.office.as_deref().ok_or_else(|| Refusal::new(Code::NotReady, "The database is not open yet."))
    }

    /// The employee who calls.
    ///
    /// # Errors
    /// [`Code::SignedOut`].
    pub fn employee(&self) -> Result<&Employee, Refusal> {
        self.employee.as_ref().ok_or_else(|| Refusal::new(Code::SignedOut, "Sign in first."))
    }

    /// Does the caller hold a right?
    #[must_use]
    pub fn holds(&self, right: Right) -> bool {
        self.employee.as_ref().is_some_and(|employee| employee.rights.contains(&right))
    }

    /// Reads on a snapshot.
    ///
    /// # Errors
    /// What `work` or the database says.
    pub fn read<T>(&self, work: impl FnOnce(&Tx<'_>) -> Result<T, Refusal>) -> Result<T, Refusal> {
        self.office()?.database.read(work)
    }

    /// Writes in one transaction, together with a line in the ledger: the command's own line is
    /// appended here if `work` appended none.
    ///
    /// # Errors
    /// What `work` or the database says; then nothing was written.
    pub fn write<T>(
        &self,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let office = self.office()?;
        office.note_room(office.database.write(|tx| self.work_in(office, tx, work)))
    }

    /// As [`Cx::write`], for thousands of contacts that `work` adds itself
    /// ([`forecourt_store::Database::write_in_bulk`]).
    ///
    /// # Errors
    /// As [`Cx::write`].
    pub fn write_in_bulk<T>(
        &self,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let office = self.office()?;
        office.note_room(office.database.write_in_bulk(|tx| self.work_in(office, tx, work)))
    }

    fn work_in<T>(
        &self,
        office: &Office,
        tx: &Tx<'_>,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let actor = self.employee.as_ref().map_or(Actor::System, |employee| Actor::Employee(employee.id));
        let mut writing = Writing {
            tx,
            now: self.now,
            actor,
            office,
            ledger: Appender::new(tx)?,
            lines: 0,
            settings: None,
        };
        let answer = work(&mut writing)?;
        if writing.lines == 0 {
            writing.line(self.command, Subject::None, &Value::Object(Map::new()))?;
        }
        Ok(answer)
    }

    /// The settings as they stand.
    ///
    /// # Errors
    /// What the database says.
    pub fn settings(&self) -> Result<Settings, Refusal> {
        self.read(Settings::load)
    }
}

/// An open transaction with the ledger behind it.
pub struct Writing<'w, 'c> {
    /// The transaction.
    pub tx: &'w Tx<'c>,
    /// When.
    pub now: Moment,
    /// Who.
    pub actor: Actor,
    office: &'w Office,
    ledger: Appender,
    lines: usize,
    settings: Option<Settings>,
}

/// What a consent event is made of, before the context stamps it.
#[derive(Debug, Clone)]
pub struct ConsentDraft {
    /// Whose.
    pub contact: ContactId,
    /// What.
    pub change: Change,
    /// On which screen.
    pub screen: Screen,
    /// How the answer came.
    pub method: Method,
    /// What staff wrote.
    pub notes: String,
    /// The civil date of the answer; today when `None`.
    pub date: Option<NaiveDate>,
    /// The hash of the words shown; the current notice when `None`.
    pub notice: Option<String>,
    /// How strong the proof is; what the method is worth when `None`.
    pub evidence: Option<Evidence>,
}

impl<'c> Writing<'_, 'c> {
    /// The workstation this runs on.
    #[must_use]
    pub const fn workstation(&self) -> forecourt_domain::ids::WorkstationId {
        self.office.workstation
    }

    /// The settings as this transaction sees them.
    ///
    /// # Errors
    /// What the database says.
    pub fn settings(&mut self) -> Result<&Settings, Refusal> {
        if self.settings.is_none() {
            self.settings = Some(Settings::load(self.tx)?);
        }
        self.settings.as_ref().ok_or_else(|| Refusal::unexpected(&"settings"))
    }

    /// Appends a line: what happened, to whom, and its content. Personal data belongs in the
    /// content only, and only for a contact, so that erasure finds it.
    ///
    /// # Errors
    /// What the database says.
    pub fn line(&mut self, action: &str, subject: Subject, content: &Value) -> Result<i64, Refusal> {
        self.lines(action, [(subject, content)])?;
        Ok(self.ledger.next_seq() - 1)
    }

    /// As [`Writing::line`], for something that happened to many.
    ///
    /// # Errors
    /// What the database says.
    pub fn lines<C: Borrow<Value>>(
        &mut self,
        action: &str,
        lines: impl IntoIterator<Item = (Subject, C)>,
    ) -> Result<(), Refusal> {
        let actor = format!("{}@{}", self.actor, self.office.workstation);
        let contents: Vec<_> =
            lines.into_iter().map(|(subject, content)| (subject, content.borrow().to_string())).collect();
        let entries: Vec<_> = contents
            .iter()
            .map(|(subject, payload)| Entry {
                at: self.now,
                actor: &actor,
                action,
                subject: *subject,
                payload,
            })
            .collect();
        self.lines += entries.len();
        Ok(self.ledger.append_all(self.tx, &entries)?)
    }

    /// Appends a consent event, stamped with who, where and when, and moves the projection.
    ///
    /// # Errors
    /// What the database says.
    pub fn consent(&mut self, draft: ConsentDraft, standing: &mut Standing) -> Result<(), Refusal> {
        let mut event = self.stamp(draft)?;
        Ok(consent::append(self.tx, &mut self.ledger, &mut event, standing)?)
    }

    /// As [`Writing::consent`], for contacts of whom nothing is recorded yet, each its first event.
    ///
    /// # Errors
    /// What the database says.
    pub fn first_consents(&mut self, drafts: Vec<ConsentDraft>) -> Result<(), Refusal> {
        let stamped: Result<Vec<_>, _> = drafts.into_iter().map(|draft| self.stamp(draft)).collect();
        let mut first: Vec<_> = stamped?.into_iter().map(|event| (event, Standing::default())).collect();
        let mut records: Vec<_> = first.iter_mut().map(|(event, standing)| (event, standing)).collect();
        Ok(consent::append_all(self.tx, &mut self.ledger, &mut records)?)
    }

    fn stamp(&mut self, draft: ConsentDraft) -> Result<ConsentEvent, Refusal> {
        self.lines += 1;
        let (actor, at, workstation) = (self.actor, self.now, self.office.workstation);
        let settings = self.settings()?;
        Ok(ConsentEvent {
            seq: 0,
            event_id: uuid::Uuid::now_v7().to_string(),
            contact: draft.contact,
            evidence: draft.evidence.unwrap_or(Evidence::of(draft.method)),
            change: draft.change,
            actor,
            workstation,
            screen: draft.screen,
            method: draft.method,
            notice: draft.notice.unwrap_or_else(|| settings.notice_hash.clone()),
            local_date: draft.date.unwrap_or_else(|| at.civil_date(settings.zone)),
            at,
            zone: settings.zone.name().to_owned(),
            clock_suspect: false,
            notes: draft.notes,
        })
    }

    /// Changes a setting and logs old and new value (D-04). Nothing is logged when it stands so
    /// already.
    ///
    /// # Errors
    /// What the database says.
    pub fn set(&mut self, key: &str, value: &Value, reason: &str) -> Result<(), Refusal> {
        let new = value.to_string();
        let old = setting::get(self.tx, key)?.unwrap_or_else(|| crate::settings::default_of(key).to_string());
        if old == new {
            return Ok(());
        }
        setting::put(self.tx, key, &new)?;
        let old: Value = serde_json::from_str(&old).unwrap_or(Value::Null);
        let content = serde_json::json!({ "setting": key, "old": old, "new": value, "reason": reason });
        self.settings = None;
        self.line("setting.changed", Subject::None, &content)?;
        Ok(())
    }
}

/// Reads who an actor of a ledger line was: `employee:3@1` gives the employee and the workstation.
#[must_use]
pub fn read_actor(text: &str) -> (Actor, i64) {
    let (actor, workstation) = text.rsplit_once('@').unwrap_or((text, "0"));
    (Actor::from_text(actor), workstation.parse().unwrap_or(0))
}

/// The caller's id, for columns that keep it; 0 for the product itself.
#[must_use]
pub fn id_of(employee: Option<&Employee>) -> i64 {
    employee.map_or(0, |employee| EmployeeId::get(employee.id))
}
