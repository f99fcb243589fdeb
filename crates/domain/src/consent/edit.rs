//! Edit Marketing Consent (D-07..D-10): what a save asks for, and what it may do.

use super::event::{Change, Transition};
use super::ticks::{Ticks, Wish};
use super::{Basis, Cell, Channel, Method, Party, Purpose, Standing, State};

/// The longest note, in Unicode scalars (D-07).
pub const NOTES_MAX: usize = 10_000;

/// What one save of the compact view asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The dealership's own ticks.
    pub us: Ticks,
    /// Third parties' ticks.
    pub third_party: Ticks,
    /// Per brand: may details be passed to the manufacturer? Brands left out stay as they are.
    pub manufacturer: Vec<(String, bool)>,
    /// How the answer came.
    pub method: Method,
    /// What staff wrote.
    pub notes: String,
    /// "Customer re-confirmed" was ticked (D-10).
    pub reconfirmed: bool,
}

/// Why a save is refused. Nothing is recorded, and what was typed stays on the screen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConsentRefusal {
    /// D-07.
    #[error("Write a note: why is permission being taken away?")]
    NoteRequired,
    /// D-07, A-44.
    #[error("The note is {0} characters long; at most 10,000 can be kept.")]
    NoteTooLong(usize),
    /// The exclusion has to be lifted first, so that nothing is granted behind it.
    #[error("This contact is excluded from all marketing. Remove the exclusion first.")]
    Excluded,
    /// G6, V-40.
    #[error("{0}: the customer withdrew this personally. Only the customer can give it again.")]
    WithdrawnByCustomer(String),
    /// G6: the exclusion was the contact's own act.
    #[error("The customer asked personally to be excluded. Only the customer can lift that.")]
    ExcludedByCustomer,
    /// Exclusion already stands as asked.
    #[error("Nothing to change: the exclusion already stands that way.")]
    ExclusionUnchanged,
    /// Only what staff can witness may be named as the method.
    #[error("Say how the customer answered: in person, by phone or on a paper form.")]
    MethodNotByStaff,
}

/// Checks a note's length, in Unicode scalars.
///
/// # Errors
/// [`ConsentRefusal::NoteTooLong`] with the count.
pub fn check_notes(notes: &str) -> Result<(), ConsentRefusal> {
    let count = notes.chars().count();
    if count > NOTES_MAX { Err(ConsentRefusal::NoteTooLong(count)) } else { Ok(()) }
}

/// Decides a save of Edit Marketing Consent. A save that changes nothing is a *review* (D-10).
///
/// # Errors
/// A [`ConsentRefusal`] with the words for the screen.
pub fn decide(standing: &Standing, edit: &Edit) -> Result<Change, ConsentRefusal> {
    check_notes(&edit.notes)?;
    if !Method::BY_STAFF.contains(&edit.method) {
        return Err(ConsentRefusal::MethodNotByStaff);
    }
    let mut cells = Vec::new();
    for (party, ticks) in [(Party::Us, edit.us), (Party::ThirdParty(None), edit.third_party)] {
        for cell in Cell::of(&party) {
            let wish = ticks.wish(cell.channel, cell.purpose, standing.state(&cell));
            step(standing, cell, wish, &mut cells)?;
        }
    }
    for (brand, allowed) in &edit.manufacturer {
        let wish = if *allowed { Wish::Grant } else { Wish::Clear };
        // D-09: one tick per brand covers every channel and purpose of that manufacturer.
        for cell in Cell::of(&Party::Manufacturer(brand.clone())) {
            step(standing, cell, wish, &mut cells)?;
        }
    }
    let change = Change {
        // What nobody gave cannot be re-confirmed: the date of the last consent stays (D-06).
        reconfirmed: edit.reconfirmed && stays_granted(standing, &cells),
        cells,
        exclusion: None,
        reviewed: true,
        basis: Some(Basis::Consent),
    };
    if standing.excluded && change.gives_consent() {
        return Err(ConsentRefusal::Excluded);
    }
    if change.restricts() && edit.notes.trim().is_empty() {
        return Err(ConsentRefusal::NoteRequired);
    }
    Ok(change)
}

/// Is anything granted once `steps` are taken?
fn stays_granted(standing: &Standing, steps: &[Transition]) -> bool {
    let moved = |cell: &Cell| steps.iter().any(|step| step.cell == *cell);
    steps.iter().any(|step| step.to == State::Granted)
        || standing.cells.iter().any(|(cell, s)| s.state == State::Granted && !moved(cell))
}

fn step(
    standing: &Standing,
    cell: Cell,
    wish: Wish,
    cells: &mut Vec<Transition>,
) -> Result<(), ConsentRefusal> {
    let from = standing.state(&cell);
    match wish {
        Wish::Grant if from != State::Granted => {
            if standing.cells.get(&cell).is_some_and(|s| s.by_customer) {
                return Err(ConsentRefusal::WithdrawnByCustomer(cell.channel.label().into()));
            }
            cells.push(Transition { cell, from, to: State::Granted });
        }
        Wish::Clear if from.is_permission() => {
            cells.push(Transition { cell, from, to: State::Withdrawn });
        }
        _ => {}
    }
    Ok(())
}

/// Decides *Exclude from all* and its removal (D-08). Removing it does not revive old ticks:
/// what was granted or assumed comes back as *unset* (A-06).
///
/// # Errors
/// [`ConsentRefusal::NoteRequired`], [`ConsentRefusal::NoteTooLong`],
/// [`ConsentRefusal::ExclusionUnchanged`] or [`ConsentRefusal::ExcludedByCustomer`].
pub fn decide_exclusion(standing: &Standing, excluded: bool, notes: &str) -> Result<Change, ConsentRefusal> {
    check_notes(notes)?;
    if standing.excluded == excluded {
        return Err(ConsentRefusal::ExclusionUnchanged);
    }
    if !excluded && standing.excluded_by_customer {
        return Err(ConsentRefusal::ExcludedByCustomer);
    }
    if notes.trim().is_empty() {
        return Err(ConsentRefusal::NoteRequired);
    }
    let cells = if excluded {
        Vec::new()
    } else {
        standing
            .cells
            .iter()
            .filter(|(_, s)| s.state.is_permission())
            .map(|(cell, s)| Transition { cell: cell.clone(), from: s.state, to: State::Unset })
            .collect()
    };
    Ok(Change { cells, exclusion: Some(excluded), reviewed: true, ..Change::default() })
}

/// What a new contact starts with when consent is not required (D-02): SMS, Email, Post and Phone
/// of the dealership *assumed* under legitimate interest, nothing else. Nobody reviewed it.
#[must_use]
pub fn assumed_at_creation() -> Change {
    let cells = Cell::of(&Party::Us)
        .filter(|cell| cell.channel != Channel::Social)
        .map(|cell| Transition { cell, from: State::Unset, to: State::Assumed })
        .collect();
    Change { cells, basis: Some(Basis::LegitimateInterest), ..Change::default() }
}

/// The words of `Enabled: Email, SMS. Disabled: Phone.`: a channel alone stands for both
/// purposes.
#[must_use]
pub fn summary(change: &Change) -> Summary {
    let mut parties: Vec<&Party> = Vec::new();
    for step in &change.cells {
        if !parties.contains(&&step.cell.party) {
            parties.push(&step.cell.party);
        }
    }
    let list = |wanted: fn(&Transition) -> bool| {
        let mut words = Vec::new();
        for party in &parties {
            // One tick covers a manufacturer's ten cells (D-09), so one word tells it.
            if let Party::Manufacturer(brand) = party
                && change.cells.iter().filter(|s| s.cell.party == **party && wanted(s)).count() == 10
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
                    Party::Us => channel.short_label().to_owned(),
                    other => format!("{} {}", other.label(), channel.short_label()),
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
        let told = parts.iter().filter(|(_, words)| !words.is_empty());
        told.map(|(what, words)| format!("{what}: {}.", words.join(", "))).collect::<Vec<_>>().join(" ")
    }
}
