//! The as-at view (M-08): what a contact allowed on a day, why, and the words they had been shown.
//! Replayed from the events; what was written down later does not count.

use super::decision_input::DecisionInput;
use super::describe;
use super::explain_channel::{Explainer, WhyView};
use super::view::{ConsentRow, PartyView, parties, party_views, rows};
use crate::tag;
use chrono::NaiveDate;
use forecourt_dispatch::Names;
use forecourt_dispatch::line::read_text;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::settings::TIME_ZONE;
use forecourt_dispatch::{Cx, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::consent::describe::sentence;
use forecourt_domain::consent::{Channel, ConsentEvent, Party, Standing};
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::{Tx, consent, contact, ledger, notice};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Asks what a contact allowed at the end of a day.
#[derive(Deserialize, TS)]
pub struct ConsentAsAt {
    pub contact_id: ContactId,
    /// The day, `2026-10-21`.
    #[ts(type = "string")]
    pub date: NaiveDate,
}

/// One record of the time until then.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AsAtEvent {
    /// `21/11/2026 10:42`.
    pub at_local: String,
    /// `Enabled: Email, SMS. Disabled: Telephone.`
    pub text: String,
    /// Who, where, how, and how well it is proved.
    pub evidence: String,
    /// What staff wrote.
    pub notes: String,
    /// Which version of the words was shown; absent for none.
    pub notice_version: Option<i64>,
}

/// Words that had been shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AsAtNotice {
    /// Counts wordings.
    pub version: i64,
    /// The words.
    pub text: String,
}

/// What a contact allowed on a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AsAtView {
    pub contact_id: ContactId,
    /// The account's name today.
    pub name: String,
    /// The account reference.
    pub reference: String,
    /// The day, `21/10/2026`.
    pub date_local: String,
    /// Was the contact on file by then? Else nothing below says anything.
    pub on_file: bool,
    /// D-08.
    pub excluded: bool,
    /// When consent had last been given; `Never recorded`.
    pub last_obtained_text: String,
    /// The re-consent period on that day, in months; 0 never.
    pub reconsent_months: u32,
    /// Channel by channel.
    pub rows: Vec<ConsentRow>,
    /// Whom the cells of a row are about.
    pub parties: Vec<PartyView>,
    /// Why, channel by channel, for our own messages.
    pub why: Vec<WhyView>,
    /// What had been recorded, newest first.
    pub events: Vec<AsAtEvent>,
    /// The words that had been shown.
    pub notices: Vec<AsAtNotice>,
}

impl forecourt_dispatch::Command for ConsentAsAt {
    const NAME: &'static str = "consent_as_at";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONSENT, tag::CONTACT, tag::SETTINGS];
    type Reply = AsAtView;

    fn run(self, cx: &Cx<'_>) -> Result<AsAtView, Refusal> {
        cx.read(|tx| as_at(tx, self.contact_id, self.date, cx.now))
    }
}

/// Makes the view.
///
/// # Errors
/// [`forecourt_dispatch::Code::NotFound`]; [`forecourt_dispatch::Code::Invalid`] for a day that has not come.
pub(crate) fn as_at(tx: &Tx<'_>, id: ContactId, day: NaiveDate, now: Moment) -> Result<AsAtView, Refusal> {
    let mut settings = Settings::load(tx)?;
    if day > settings.today(now) {
        return Err(Refusal::invalid("date", "Choose a day up to today."));
    }
    let record = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
    let zone = settings.zone;
    settings_then(tx, &mut settings, |changed| changed.civil_date(zone) <= day)?;
    let mut events = consent::events(tx, id)?;
    let standing = Standing::as_at(&events, day, settings.zone);
    events.truncate(usize::try_from(standing.version).unwrap_or(0));
    let on_file = Moment::parse(&record.created_at).is_none_or(|at| at.civil_date(zone) <= day);
    let mut input =
        DecisionInput::about(tx, id, &settings, now)?.ok_or_else(|| Refusal::not_found("contact"))?;
    input.as_on(standing, day, zone);
    let names = Names::load(tx)?;
    let parties = parties(&settings, &input.standing);
    let explainer = Explainer { input: &input, events: &events, names: &names, settings: &settings };
    let notices = notices(tx, &events)?;
    Ok(AsAtView {
        contact_id: id,
        name: record.details.display_name(),
        reference: record.reference,
        date_local: uk_date(day),
        on_file,
        excluded: input.standing.excluded,
        last_obtained_text: describe::last_given(input.standing.last_consent_given.as_ref(), &names),
        reconsent_months: input.rules.periods.reconsent_months,
        rows: rows(&input, &parties, &Channel::ALL, &settings, None),
        parties: party_views(&settings, &parties),
        why: Channel::ALL.map(|channel| explainer.channel(channel, &Party::Us)).to_vec(),
        events: events.iter().rev().map(|event| event_view(event, &explainer, &notices)).collect(),
        notices: notices
            .into_values()
            .map(|notice| AsAtNotice { version: notice.version, text: notice.text })
            .collect(),
    })
}

fn event_view(
    event: &ConsentEvent,
    explainer: &Explainer<'_>,
    notices: &BTreeMap<String, notice::Notice>,
) -> AsAtEvent {
    AsAtEvent {
        at_local: event.at.wall_text(explainer.settings.zone),
        text: sentence(&event.change),
        evidence: describe::evidence(event, explainer.names, explainer.settings.zone),
        notes: event.notes.clone(),
        notice_version: notices.get(&event.notice).map(|notice| notice.version),
    }
}

/// The wordings that the events name, by their hash.
fn notices(tx: &Tx<'_>, events: &[ConsentEvent]) -> Result<BTreeMap<String, notice::Notice>, Refusal> {
    let mut notices = BTreeMap::new();
    for event in events {
        if !event.notice.is_empty()
            && !notices.contains_key(&event.notice)
            && let Some(notice) = notice::by_hash(tx, &event.notice)?
        {
            notices.insert(event.notice.clone(), notice);
        }
    }
    Ok(notices)
}

/// Lines of the settings' history read at a time.
const CHANGES: i64 = 200;

/// Takes the settings back, by the history of their changes, to before the first change whose time
/// does not count any more. The time zone stays: dates are those of the dealership as it is.
pub(crate) fn settings_then(
    tx: &Tx<'_>,
    settings: &mut Settings,
    counts: impl Fn(Moment) -> bool,
) -> Result<(), Refusal> {
    let mut before = i64::MAX;
    loop {
        let lines = ledger::of_action(tx, OwnLine::SETTING_CHANGED, before, CHANGES)?;
        for line in &lines {
            let Some(at) = Moment::parse(&line.at) else { continue };
            if counts(at) {
                return Ok(());
            }
            if let Some(OwnLine::SettingChanged { setting, old, .. }) = read_text(&line.action, &line.payload)
                && setting != TIME_ZONE.key()
            {
                settings.put(&setting, old);
            }
        }
        match lines.last() {
            Some(line) if lines.len() as i64 == CHANGES => before = line.seq,
            _ => return Ok(()),
        }
    }
}
