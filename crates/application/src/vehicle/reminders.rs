//! What a vehicle's keeper may be reminded of: sent, dropped, or a question first (N-07, M-15). The one decision
//! answers; what it needs to know of the vehicle is put together here.

use crate::consent::DecisionInput;
use crate::consent::settings::ConsentSettings;
use chrono::{Days, NaiveDate};
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::{
    Cause, Decision, Facts, KnownKeeper, Reminder, ReminderKind, Verdict,
};
use forecourt_domain::time::{Moment, uk_date};
use forecourt_domain::vehicle::Recall;
use forecourt_store::Tx;
use forecourt_store::vehicle::{self, Keeper, Vehicle};
use serde::Serialize;
use ts_rs::TS;

/// What becomes of a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReminderState {
    /// It may go out, by some channel at least.
    MaySend,
    /// It does not go out.
    Dropped,
    /// First somebody asks whether the vehicle is still theirs.
    Question,
}

/// Whether the keeper may be reminded by one channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderChannel {
    pub channel: Channel,
    /// `Email`, `Letter` ...
    pub label: &'static str,
    pub verdict: Verdict,
    /// Every reason, in the order of the gates.
    pub reasons: Vec<String>,
}

/// A reminder about a vehicle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleReminder {
    pub kind: ReminderKind,
    /// `MOT`, `Service` or `Recall`.
    pub label: &'static str,
    /// What it would say is due, as ISO text; nothing is, with a recall.
    pub due: Option<String>,
    pub state: ReminderState,
    /// Why it is dropped or a question, or by what it may go out, in one sentence.
    pub why: String,
    /// Channel by channel, for the keeper; empty where nobody keeps it.
    pub channels: Vec<ReminderChannel>,
}

/// Days behind a day that was due until which people still ask about it; then the next time round is meant.
const REMEMBERED_DAYS: u64 = 31;

/// The reminders of a vehicle; none of what is not due and was not.
pub(super) fn reminders(
    tx: &Tx<'_>,
    of: &Vehicle,
    keepers: &[Keeper],
    settings: &Settings,
    now: Moment,
) -> Result<Vec<VehicleReminder>, Refusal> {
    let keeper = keepers.first().filter(|keeper| keeper.is_current());
    let today = settings.today(now);
    let mot = mot_due(of, today).map(|due| Reminder { kind: ReminderKind::Mot, due: Some(due) });
    let service = of.record.service_due;
    let service = service.map(|due| Reminder { kind: ReminderKind::Service, due: Some(due) });
    let recall =
        (of.record.recall == Recall::Yes).then_some(Reminder { kind: ReminderKind::Recall, due: None });
    let all: Vec<Reminder> = mot.into_iter().chain(service).chain(recall).collect();
    let Some(keeper) = keeper else {
        return Ok(all.into_iter().map(kept_by_nobody).collect());
    };
    let input = DecisionInput::about(tx, keeper.contact, settings, now)?;
    let Some(input) = input else { return Ok(all.into_iter().map(kept_by_nobody).collect()) };
    let input = input.about_vehicle(facts(tx, of, keeper)?);
    let channels = settings.channels();
    Ok(all.into_iter().map(|reminder| decided(&input, &channels, reminder)).collect())
}

/// The MOT that a reminder would be about: the one that was passed early too, as long as people remember it.
fn mot_due(of: &Vehicle, today: NaiveDate) -> Option<NaiveDate> {
    let was = of.mot_was_due.parse::<NaiveDate>().ok();
    let still =
        was.filter(|was| was.checked_add_days(Days::new(REMEMBERED_DAYS)).is_some_and(|end| today <= end));
    still.or(of.record.mot_due)
}

/// What is known of a vehicle in the hands of this keeper.
fn facts(tx: &Tx<'_>, of: &Vehicle, keeper: &Keeper) -> Result<Facts, Refusal> {
    let (bought, dealt) = vehicle::last_dealing(tx, of.id, keeper.contact)?;
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    let known = KnownKeeper {
        since: day(&keeper.since).max(day(&bought)),
        last_contact: day(&dealt).max(day(&keeper.confirmed_on)).max(day(&bought)),
        plate_since: day(&of.plate_since),
    };
    Ok(Facts {
        no_service_contact: of.record.no_service_contact,
        keeper_changed: known.changed(of.record.last_v5c),
        mot_until: of.record.mot_due,
        recall: of.record.recall,
        ..Facts::default()
    })
}

fn kept_by_nobody(reminder: Reminder) -> VehicleReminder {
    let why = "Nobody on file keeps this vehicle.".to_owned();
    told(reminder, ReminderState::Dropped, why, Vec::new())
}

fn decided(input: &DecisionInput, channels: &[Channel], reminder: Reminder) -> VehicleReminder {
    let decisions: Vec<(Channel, Decision)> =
        channels.iter().map(|channel| (*channel, input.reminder(*channel, reminder))).collect();
    let shown: Vec<ReminderChannel> = decisions
        .iter()
        .map(|(channel, decision)| ReminderChannel {
            channel: *channel,
            label: channel.label(),
            verdict: decision.verdict,
            reasons: decision.words(),
        })
        .collect();
    let (state, why) = outcome(&decisions);
    told(reminder, state, why, shown)
}

/// What the channels together come to. What is known of the vehicle goes before what its keeper allows: whoever may
/// not be its keeper any more is asked, not reminded.
fn outcome(decisions: &[(Channel, Decision)]) -> (ReminderState, String) {
    let causes = || decisions.iter().flat_map(|(_, decision)| &decision.reasons);
    let blocked = |is: fn(&Cause) -> bool| {
        causes().find(|reason| reason.verdict == Verdict::Block && is(&reason.cause))
    };
    if let Some(reason) = blocked(|cause| matches!(cause, Cause::MotRenewed(_) | Cause::NoServiceContact)) {
        return (ReminderState::Dropped, sentence(&reason.to_string()));
    }
    if let Some(reason) = blocked(|cause| matches!(cause, Cause::KeeperMayHaveChanged(_))) {
        return (ReminderState::Question, sentence(&reason.to_string()));
    }
    let open: Vec<&str> = decisions
        .iter()
        .filter(|(_, decision)| decision.verdict != Verdict::Block)
        .map(|(channel, _)| channel.label())
        .collect();
    if open.is_empty() {
        let why = "There is no channel by which its keeper may be reminded.".to_owned();
        return (ReminderState::Dropped, why);
    }
    (ReminderState::MaySend, format!("By {}.", open.join(", ")))
}

fn sentence(words: &str) -> String {
    format!("{}.", crate::words::sentence(words))
}

fn told(
    reminder: Reminder,
    state: ReminderState,
    why: String,
    channels: Vec<ReminderChannel>,
) -> VehicleReminder {
    VehicleReminder {
        kind: reminder.kind,
        label: reminder.kind.label(),
        due: reminder.due.map(|due| due.to_string()),
        state,
        why,
        channels,
    }
}

/// The day in the words of a list, empty for none.
pub(super) fn shown_day(iso: &str) -> String {
    iso.parse::<NaiveDate>().map(uk_date).unwrap_or_default()
}
