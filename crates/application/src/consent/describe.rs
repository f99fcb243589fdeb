//! A consent event in words that take names: who recorded it, where, how and how well it is proved.
//! What changed is worded by [`forecourt_domain::consent::describe`]; nothing else words an event.

use super::recorders::Recorder;
use chrono_tz::Tz;
use forecourt_dispatch::Names;
use forecourt_domain::consent::standing::Occasion;
use forecourt_domain::consent::{Actor, ConsentEvent, Method, State};
use forecourt_domain::time::uk_date;

/// Characters of a note that evidence quotes.
const NOTE_SHOWN: usize = 160;

/// Who did it, at the beginning of a sentence: `The customer changed Email`.
pub(super) fn who(event: &ConsentEvent, names: &Names) -> String {
    match event.actor {
        Actor::Customer => "The customer".to_owned(),
        Actor::System => "Forecourt".to_owned(),
        Actor::Employee(_) => names.actor(event.actor),
    }
}

/// Who did it, behind a comma or a *by*; the customer's own act on the portal is named as such.
pub(super) fn by(actor: Actor, method: Method, names: &Names) -> String {
    match (actor, method) {
        (Actor::Customer, Method::Portal) => "the customer on the portal".into(),
        (Actor::Customer, _) => "the customer".into(),
        (actor, _) => names.actor(actor),
    }
}

/// `Maria Keane, 21/11/2026 10:42`
pub(super) fn recorded(last: &Recorder, names: &Names, zone: Tz) -> String {
    format!("{}, {}", by(last.actor, last.method, names), last.at.wall_text(zone))
}

/// Who gave consent last; how is said beside it.
pub(super) fn giver(last: &Occasion, names: &Names) -> String {
    match last.actor {
        Actor::Customer => "the customer".into(),
        actor => names.actor(actor),
    }
}

/// `14/12/2025, in person, Maria Keane`; `Never recorded` (D-13).
pub(super) fn last_given(last: Option<&Occasion>, names: &Names) -> String {
    last.map_or_else(
        || "Never recorded".into(),
        |last| format!("{}, {}, {}", uk_date(last.date), last.method.label(), giver(last, names)),
    )
}

/// ` at SVC-02`; empty for a computer that is not known.
pub(crate) fn place(event: &ConsentEvent, names: &Names) -> String {
    let workstation = names.workstation(event.workstation);
    if workstation.is_empty() { String::new() } else { format!(" at {workstation}") }
}

/// ` (statement by staff)`; empty where nothing proves it.
pub(crate) fn proof(event: &ConsentEvent) -> String {
    event.proof().1.map(|proof| format!(" ({proof})")).unwrap_or_default()
}

/// `Maria Keane at SVC-02, in person, 21/11/2026 10:42 (statement by staff)`
pub(super) fn evidence(event: &ConsentEvent, names: &Names, zone: Tz) -> String {
    let how = event.proof().0.map(|how| format!(", {how}")).unwrap_or_default();
    let (who, at) = (names.actor(event.actor), event.at.wall_text(zone));
    format!("{who}{}{how}, {at}{}", place(event, names), proof(event))
}

/// `: “asked at drop-off”`, on one line and not at length.
pub(super) fn quoted(notes: &str) -> String {
    let note = notes.split_whitespace().collect::<Vec<_>>().join(" ");
    match note.char_indices().nth(NOTE_SHOWN) {
        Some((end, _)) => format!(": “{}…”", note.get(..end).unwrap_or_default()),
        None if note.is_empty() => String::new(),
        None => format!(": “{note}”"),
    }
}

/// `In person, Service Booking Form, words shown or read out: version 2`
pub(crate) fn source(event: &ConsentEvent, notice_version: Option<i64>) -> String {
    let assumed = !event.change.reviewed && event.change.cells.iter().all(|step| step.to == State::Assumed);
    let mut parts = Vec::new();
    if event.change.is_undo() {
        return event.screen.label().to_owned();
    }
    if event.change.exclusion.is_some() {
        // Staff are not asked how the wish to be excluded reached them; the note says.
        return event.screen.label().to_owned();
    }
    if assumed && event.actor != Actor::Customer {
        parts.push("Nobody was asked".to_owned());
    } else {
        parts.push(capitalised(event.method.label()));
    }
    if event.actor != Actor::Customer && event.method != Method::Import {
        parts.push(event.screen.label().to_owned());
    }
    if let Some(version) = notice_version.filter(|_| !assumed) {
        parts.push(format!("words shown or read out: version {version}"));
    }
    parts.join(", ")
}

/// The date of an answer that was written down on another day; `None` when it was the same.
pub(crate) fn other_day(event: &ConsentEvent, zone: Tz) -> Option<String> {
    (event.local_date != event.at.civil_date(zone)).then(|| uk_date(event.local_date))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
