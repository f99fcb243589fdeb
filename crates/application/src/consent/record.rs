//! Recording a consent event: stamped with who, where and when, and the projection moved with it.

use super::settings::notice_hash;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::{Actor, Evidence, Method, Screen, Standing};
use forecourt_domain::ids::{ContactId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::consent::{self, First};
use std::sync::OnceLock;

/// How an event's note begins that carries the source a file states.
pub const SOURCE_NOTE: &str = "Source: ";

/// What a consent event is made of, before it is stamped.
#[derive(Debug, Clone)]
pub struct ConsentDraft {
    pub contact: ContactId,
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

/// Appends a consent event and moves `standing` with it.
pub fn record(
    writing: &mut Writing<'_, '_>,
    draft: ConsentDraft,
    standing: &mut Standing,
) -> Result<(), Refusal> {
    let mut event = Stamp::of(writing)?.event(draft);
    writing.append(1, |tx, ledger| consent::append(tx, ledger, &mut event, standing))
}

/// As [`record`], for contacts of whom nothing is recorded yet, each its first event.
pub fn record_first(writing: &mut Writing<'_, '_>, first: &mut [First]) -> Result<(), Refusal> {
    writing.append(first.len(), |tx, ledger| consent::append_first(tx, ledger, first))
}

/// Who records events in a transaction, where and when.
pub struct Stamp {
    actor: Actor,
    at: Moment,
    workstation: WorkstationId,
    zone: Tz,
    notice: String,
}

impl Stamp {
    pub fn of(writing: &mut Writing<'_, '_>) -> Result<Self, Refusal> {
        let notice = current_notice(writing)?;
        let (actor, at, workstation) = (writing.actor, writing.now, writing.workstation());
        Ok(Self { actor, at, workstation, zone: writing.settings()?.zone, notice })
    }

    /// What drafts come to, on any thread: for [`record_first`]. `latest` is what [`Writing::latest`] says.
    pub fn first(&self, drafts: Vec<ConsentDraft>, latest: &str) -> Result<Vec<First>, Refusal> {
        Ok(First::of(drafts.into_iter().map(|draft| self.event(draft)).collect(), latest)?)
    }

    fn event(&self, draft: ConsentDraft) -> ConsentEvent {
        ConsentEvent {
            seq: 0,
            event_id: uuid::Uuid::now_v7().to_string(),
            contact: draft.contact,
            evidence: draft.evidence.unwrap_or(Evidence::of(draft.method)),
            change: draft.change,
            actor: self.actor,
            workstation: self.workstation,
            screen: draft.screen,
            method: draft.method,
            notice: draft.notice.unwrap_or_else(|| self.notice.clone()),
            local_date: draft.date.unwrap_or_else(|| self.at.civil_date(self.zone)),
            at: self.at,
            zone: self.zone.name().to_owned(),
            clock_suspect: false,
            notes: draft.notes,
        }
    }
}

/// The words shown now, read once a transaction: a reset records thousands of events.
#[derive(Default)]
struct CurrentNotice(OnceLock<String>);

fn current_notice(writing: &Writing<'_, '_>) -> Result<String, Refusal> {
    let memory = writing.memory::<CurrentNotice>();
    if let Some(known) = memory.0.get() {
        return Ok(known.clone());
    }
    let hash = notice_hash(writing.tx)?;
    Ok(memory.0.get_or_init(|| hash).clone())
}
