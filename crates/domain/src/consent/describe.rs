//! A consent event in words: what was enabled and disabled, in full and in short. Whatever shows an
//! event asks here, so that the panel, the GDPR tab, a conflict and the printed evidence say the same.

use super::event::{Change, ConsentEvent, Transition};
use super::{Actor, Cell, Channel, Method, Party, Purpose, State};

/// One word tells a manufacturer's cells when all of them go the same way (D-09).
const CELLS_OF_A_PARTY: usize = Channel::ALL.len() * Purpose::ALL.len();

/// What happened, as the heading of a record in the GDPR tab.
#[must_use]
pub fn title(event: &ConsentEvent) -> String {
    let change = &event.change;
    let what = match change.exclusion {
        Some(true) => "Excluded from all marketing",
        Some(false) => "Exclusion from all marketing removed",
        None if change.is_undo() => return "Stop undone at once".into(),
        None if event.method == Method::Migration => return "Carried over from data-protection flags".into(),
        None if event.method == Method::BulkReset => return "Permission taken back by a bulk reset".into(),
        None if event.method == Method::Import => {
            return "Marketing consent taken over from an import".into();
        }
        None if change.deferred => return "Review of the preferences put off".into(),
        None if change.cells.is_empty() && change.reconfirmed => "Marketing consent confirmed again",
        None if change.cells.is_empty() => "Marketing consent reviewed",
        None if change.cells.iter().all(|step| step.to == State::Assumed) => {
            return "Marketing consent assumed".into();
        }
        None => "Marketing consent changed",
    };
    if event.actor == Actor::Customer { format!("{what} by the customer") } else { what.into() }
}

/// What happened, in one sentence: `Enabled: Email, SMS. Disabled: Telephone.`
#[must_use]
pub fn sentence(change: &Change) -> String {
    match change.exclusion {
        Some(true) => "Excluded from all marketing.".to_owned(),
        Some(false) => "The exclusion from all marketing was removed.".to_owned(),
        None if change.is_undo() => UNDONE.to_owned(),
        None if change.deferred => "The review was put off.".to_owned(),
        None if change.cells.is_empty() && change.reconfirmed => "The customer re-confirmed.".to_owned(),
        None if change.cells.is_empty() => "Gone through, no change.".to_owned(),
        None => summary_in(change, Channel::label).sentence(),
    }
}

/// What a stop comes to that was taken back at once.
pub const UNDONE: &str = "Undone at once: it stands as before.";

/// What happened, as it stands behind a name: `changed Email, SMS`.
#[must_use]
pub fn what_changed(change: &Change) -> String {
    match change.exclusion {
        Some(true) => return "excluded this contact from all marketing".into(),
        Some(false) => return "removed the exclusion from all marketing".into(),
        None => {}
    }
    if change.is_undo() {
        return "took a stop back at once".into();
    }
    let mut channels: Vec<String> = Vec::new();
    let Summary { enabled, disabled, assumed, refused } = summary_in(change, Channel::label);
    for words in [enabled, disabled, assumed, refused].into_iter().flatten() {
        let channel = words.split(':').next().unwrap_or_default().to_owned();
        if !channels.contains(&channel) {
            channels.push(channel);
        }
    }
    match channels.is_empty() {
        true => "reviewed these preferences".into(),
        false => format!("changed {}", channels.join(", ")),
    }
}

/// What a record says of a save that moved no cell, or that affirmed the others.
#[must_use]
pub const fn affirmation(change: &Change) -> Option<&'static str> {
    match (change.reconfirmed, change.cells.is_empty() && change.exclusion.is_none()) {
        (true, _) => Some("The customer confirmed again what stands."),
        (false, true) => Some("Confirmed, nothing changed."),
        (false, false) => None,
    }
}

/// How lines of cells are worded where they stand.
#[derive(Debug, Clone, Copy)]
pub struct Wording<'a> {
    /// Third parties that are told in one word when they go the same way; none tells each apart.
    pub third_parties: &'a [Party],
    /// Are both kinds of message named even where a channel goes for both?
    pub kinds_apart: bool,
}

impl Wording<'_> {
    /// Every party and every kind by its name, as a record keeps it.
    pub const IN_FULL: Self = Self { third_parties: &[], kinds_apart: true };
}

/// Cells that go the same way: `Email: service, general`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// What they become.
    pub to: State,
    pub text: String,
}

/// Channel by channel what moves: what is given before what is taken away.
#[must_use]
pub fn steps(cells: &[Transition], wording: Wording<'_>) -> Vec<StepLine> {
    let mut lines: Vec<(State, String, Vec<&Party>)> = Vec::new();
    for wanted in
        [[State::Granted, State::Assumed].as_slice(), &[State::Withdrawn, State::Refused, State::Unset]]
    {
        for party in parties_of(cells) {
            let of_party: Vec<&Transition> =
                cells.iter().filter(|step| step.cell.party == *party && wanted.contains(&step.to)).collect();
            if let (Party::Manufacturer(brand), CELLS_OF_A_PARTY, [first, ..]) =
                (party, of_party.len(), of_party.as_slice())
            {
                lines.push((first.to, format!("{brand}: details to the manufacturer"), Vec::new()));
                continue;
            }
            for (channel, to) in
                Channel::ALL.into_iter().flat_map(|one| wanted.iter().map(move |to| (one, *to)))
            {
                let moved = of_party.iter().filter(|step| step.cell.channel == channel && step.to == to);
                let purposes: Vec<Purpose> = moved.map(|step| step.cell.purpose).collect();
                if purposes.is_empty() {
                    continue;
                }
                let what = cells_in_words(channel, &purposes, to, wording.kinds_apart);
                let together = lines.iter_mut().find(|(other, words, parties)| {
                    let alike = (*other, words.as_str()) == (to, what.as_str());
                    let third = |party: &&Party| wording.third_parties.contains(party);
                    alike && third(&party) && parties.iter().all(third)
                });
                match together {
                    Some((_, _, parties)) => parties.push(party),
                    None => lines.push((to, what, vec![party])),
                }
            }
        }
    }
    lines
        .into_iter()
        .map(|(to, what, parties)| StepLine { to, text: with_parties(what, &parties, wording) })
        .collect()
}

fn cells_in_words(channel: Channel, purposes: &[Purpose], to: State, kinds_apart: bool) -> String {
    let how = match to {
        State::Assumed => " (assumed)",
        State::Refused => " (refused)",
        State::Unset => " (not asked any more)",
        _ => "",
    };
    let channel = channel.label();
    if !kinds_apart && purposes.len() == Purpose::ALL.len() {
        return format!("{channel}{how}");
    }
    let kinds: Vec<&str> = purposes.iter().map(|purpose| purpose.short_label()).collect();
    format!("{channel}: {}{how}", kinds.join(", "))
}

fn with_parties(what: String, parties: &[&Party], wording: Wording<'_>) -> String {
    match parties {
        [] | [Party::Us] => what,
        all if all.len() > 1 && all.len() == wording.third_parties.len() => {
            format!("{} {what}", Party::ThirdParty(None).label())
        }
        some => {
            let names: Vec<String> = some.iter().map(|party| party.label()).collect();
            format!("{} {what}", names.join(", "))
        }
    }
}

/// `Email, SMS (service)`: the channels of cells, each with its kind of message where it is for one only.
#[must_use]
pub fn channels(cells: &[Cell]) -> String {
    let words = Channel::ALL.into_iter().filter_map(|channel| {
        let mut kinds = cells.iter().filter(|cell| cell.channel == channel).map(|cell| cell.purpose);
        match (kinds.next(), kinds.next()) {
            (Some(only), None) => Some(format!("{} ({})", channel.label(), only.short_label())),
            (Some(_), Some(_)) => Some(channel.label().to_owned()),
            (None, _) => None,
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

/// Whom cells are about, in their order.
fn parties_of(cells: &[Transition]) -> Vec<&Party> {
    let mut parties: Vec<&Party> = Vec::new();
    for step in cells {
        if !parties.contains(&&step.cell.party) {
            parties.push(&step.cell.party);
        }
    }
    parties
}

/// The words of `Enabled: Email, SMS. Disabled: Phone.`, which the record keeps: a channel alone
/// stands for both purposes.
#[must_use]
pub fn summary(change: &Change) -> Summary {
    summary_in(change, Channel::short_label)
}

/// [`summary`] with the words for the channels that are asked for.
fn summary_in(change: &Change, word_of: fn(Channel) -> &'static str) -> Summary {
    let parties = parties_of(&change.cells);
    let list = |wanted: fn(&Transition) -> bool| {
        let mut words = Vec::new();
        for party in &parties {
            // One tick covers a manufacturer's ten cells (D-09), so one word tells it.
            if let Party::Manufacturer(brand) = party
                && change.cells.iter().filter(|s| s.cell.party == **party && wanted(s)).count()
                    == CELLS_OF_A_PARTY
            {
                words.push(format!("{brand} (manufacturer)"));
                continue;
            }
            for channel in Channel::ALL {
                let purposes: Vec<Purpose> = change
                    .cells
                    .iter()
                    .filter(|s| s.cell.party == **party && s.cell.channel == channel && wanted(s))
                    .map(|s| s.cell.purpose)
                    .collect();
                if purposes.is_empty() {
                    continue;
                }
                let mut word = match party {
                    Party::Us => word_of(channel).to_owned(),
                    other => format!("{} {}", other.label(), word_of(channel)),
                };
                if let [only] = purposes.as_slice() {
                    word.push_str(": ");
                    word.push_str(only.short_label());
                }
                words.push(word);
            }
        }
        words
    };
    Summary {
        enabled: list(|s| s.to == State::Granted),
        disabled: list(|s| s.from.is_permission() && !s.to.is_permission()),
        assumed: list(|s| s.to == State::Assumed),
        refused: list(|s| !s.from.is_permission() && matches!(s.to, State::Refused | State::Withdrawn)),
    }
}

/// The words of [`summary`], channel by channel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// What was given.
    pub enabled: Vec<String>,
    /// What was taken away.
    pub disabled: Vec<String>,
    /// What is merely assumed.
    pub assumed: Vec<String>,
    /// What was asked and denied, without having been allowed before.
    pub refused: Vec<String>,
}

impl Summary {
    /// `Enabled: Email, SMS. Disabled: Phone.`; empty when no cell moved.
    #[must_use]
    pub fn sentence(&self) -> String {
        let parts = [
            ("Enabled", &self.enabled),
            ("Assumed", &self.assumed),
            ("Disabled", &self.disabled),
            ("Refused", &self.refused),
        ];
        let moved = parts.iter().filter(|(_, words)| !words.is_empty());
        moved.map(|(what, words)| format!("{what}: {}.", words.join(", "))).collect::<Vec<_>>().join(" ")
    }
}
