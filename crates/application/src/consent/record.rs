//! Recording a consent event: stamped with who, where and when, and the projection moved with it.

use super::settings::notice_hash;
use chrono::NaiveDate;
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::consent::event::{Change, ConsentEvent};
use forecourt_domain::consent::{Evidence, Method, Screen, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_store::consent;
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
    let notice = current_notice(writing)?;
    let mut event = stamp(writing, draft, &notice)?;
    writing.append(1, |tx, ledger| consent::append(tx, ledger, &mut event, standing))
}

/// As [`record`], for contacts of whom nothing is recorded yet, each its first event.
pub fn record_first(writing: &mut Writing<'_, '_>, drafts: Vec<ConsentDraft>) -> Result<(), Refusal> {
    let notice = current_notice(writing)?;
    let stamped: Result<Vec<_>, _> = drafts.into_iter().map(|draft| stamp(writing, draft, &notice)).collect();
    let mut first: Vec<_> = stamped?.into_iter().map(|event| (event, Standing::default())).collect();
    let mut records: Vec<_> = first.iter_mut().map(|(event, standing)| (event, standing)).collect();
    writing.append(records.len(), |tx, ledger| consent::append_all(tx, ledger, &mut records))
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

fn stamp(writing: &mut Writing<'_, '_>, draft: ConsentDraft, notice: &str) -> Result<ConsentEvent, Refusal> {
    let (actor, at, workstation) = (writing.actor, writing.now, writing.workstation());
    let zone = writing.settings()?.zone;
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
        notice: draft.notice.unwrap_or_else(|| notice.to_owned()),
        local_date: draft.date.unwrap_or_else(|| at.civil_date(zone)),
        at,
        zone: zone.name().to_owned(),
        clock_suspect: false,
        notes: draft.notes,
    })
}
