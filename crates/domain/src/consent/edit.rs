//! Edit Marketing Consent (D-07..D-10): what a save asks for, and what it may do.

use super::event::{Change, Transition};
use super::ticks::{Ticks, Wish};
use super::{Basis, Cell, Channel, Method, Party, Purpose, Standing, State};

/// The longest note, in Unicode scalars (D-07).
pub const NOTES_MAX: usize = 10_000;

/// What one save asks for: the ticks of the compact view, single cells of the full grid, or both;
/// a cell's own wish counts before that of its ticks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The dealership's own ticks.
    pub us: Ticks,
    /// Third parties' ticks. They stand for every third party that is named in Settings.
    pub third_party: Ticks,
    /// The third parties named in Settings (N-02).
    pub named: Vec<String>,
    /// Per brand: may details be passed to the manufacturer? Brands left out stay as they are.
    pub manufacturer: Vec<(String, bool)>,
    /// Cell by cell.
    pub cells: Vec<(Cell, Wish)>,
    /// How the answer came.
    pub method: Method,
    /// What staff wrote.
    pub notes: String,
    /// "Customer re-confirmed" was ticked (D-10).
    pub reconfirmed: bool,
}

/// What the dealership's profile says about editing (SPEC 2.6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditRules {
    /// What the contact took back personally, staff cannot give (G6, V-40).
    pub contact_lock: bool,
    /// Taking away permission needs a note (D-07).
    pub notes_required: bool,
}

impl Default for EditRules {
    fn default() -> Self {
        Self { contact_lock: true, notes_required: true }
    }
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
    /// G6, Dragon-exact: staff can give it, and say why.
    #[error("{0}: the customer withdrew this personally. Write a note if the customer gives it again.")]
    GivenBackUnnoted(String),
    /// G6: the exclusion was the contact's own act.
    #[error("The customer asked personally to be excluded. Only the customer can lift that.")]
    ExcludedByCustomer,
    /// Exclusion already stands as asked.
    #[error("Nothing to change: the exclusion already stands that way.")]
    ExclusionUnchanged,
    /// N-14.
    #[error("This review was put off {0} times already. Write down why it cannot be done now.")]
    ReasonRequired(u32),
    /// There is no review to put off.
    #[error("No review is due.")]
    NothingDue,
    /// somebody took this back, or noted a no, while the screen was open.
    #[error("{0} was taken away while this screen was open. Write a note if the customer gives it again.")]
    WithdrawnMeanwhile(String),
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
pub fn decide(standing: &Standing, edit: &Edit, rules: EditRules) -> Result<Change, ConsentRefusal> {
    check_notes(&edit.notes)?;
    if !Method::BY_STAFF.contains(&edit.method) {
        return Err(ConsentRefusal::MethodNotByStaff);
    }
    let noted = !edit.notes.trim().is_empty();
    let lock = match rules.contact_lock {
        true => Lock::Always,
        false if noted => Lock::Open,
        false => Lock::UntilNoted,
    };
    let mut cells = Vec::new();
    for (cell, wish) in edit.wishes(standing) {
        step(standing, cell, wish, lock, &mut cells)?;
    }
    let change = Change {
        // What nobody gave cannot be re-confirmed: the date of the last consent stays (D-06).
        reconfirmed: edit.reconfirmed && stays_granted(standing, &cells),
        cells,
        reviewed: true,
        basis: Some(Basis::Consent),
        ..Change::default()
    };
    if standing.excluded && change.gives_consent() {
        return Err(ConsentRefusal::Excluded);
    }
    if rules.notes_required && change.restricts() && !noted {
        return Err(ConsentRefusal::NoteRequired);
    }
    Ok(change)
}

impl Edit {
    /// What is wished for, cell by cell, in the order of the screens.
    fn wishes(&self, standing: &Standing) -> Vec<(Cell, Wish)> {
        let mut wishes = Vec::new();
        let mut ask = |cell: Cell, wish: Wish| {
            let own = self.cells.iter().find(|(asked, _)| *asked == cell);
            let wish = own.map_or(wish, |(_, own)| *own);
            // Whom Settings no longer name is given nothing more.
            let gone = cell.party.is_third() && !is_listed(&self.named, &cell.party);
            let gives = matches!(wish, Wish::Grant | Wish::Renew);
            wishes.push((cell, if gone && gives { Wish::Leave } else { wish }));
        };
        let of_ticks =
            |ticks: &Ticks, cell: &Cell| ticks.wish(cell.channel, cell.purpose, standing.state(cell));
        for cell in Cell::of(&Party::Us) {
            let wish = of_ticks(&self.us, &cell);
            ask(cell, wish);
        }
        let third = third_parties(&self.named, standing);
        for party in &third {
            for cell in Cell::of(party) {
                let wish = of_ticks(&self.third_party, &cell);
                ask(cell, wish);
            }
        }
        // D-09: one tick per brand covers every channel and purpose of that manufacturer.
        let brands: Vec<Party> =
            self.manufacturer.iter().map(|(brand, _)| Party::Manufacturer(brand.clone())).collect();
        for (party, (_, allowed)) in brands.iter().zip(&self.manufacturer) {
            for cell in Cell::of(party) {
                ask(cell, if *allowed { Wish::Grant } else { Wish::Clear });
            }
        }
        let covered = |party: &Party| *party == Party::Us || third.contains(party) || brands.contains(party);
        for (cell, wish) in self.cells.iter().filter(|(cell, _)| !covered(&cell.party)) {
            ask(cell.clone(), *wish);
        }
        wishes
    }
}

/// Third parties as the screens list them: those named in Settings, else all of them in one; and
/// whoever else still holds a permission, so that it can be taken away.
#[must_use]
pub fn third_parties(named: &[String], standing: &Standing) -> Vec<Party> {
    let mut parties: Vec<Party> = match named {
        [] => vec![Party::ThirdParty(None)],
        named => named.iter().map(|name| Party::ThirdParty(Some(name.clone()))).collect(),
    };
    for (cell, stored) in &standing.cells {
        if cell.party.is_third() && stored.state.is_permission() && !parties.contains(&cell.party) {
            parties.push(cell.party.clone());
        }
    }
    parties
}

/// Manufacturers as the screens list them: of the dealership's brands, and of whoever else still
/// holds a permission, so that it can be taken away.
#[must_use]
pub fn manufacturers(brands: &[String], standing: &Standing) -> Vec<Party> {
    let mut parties: Vec<Party> = brands.iter().cloned().map(Party::Manufacturer).collect();
    for (cell, stored) in &standing.cells {
        let manufacturer = matches!(cell.party, Party::Manufacturer(_));
        if manufacturer && stored.state.is_permission() && !parties.contains(&cell.party) {
            parties.push(cell.party.clone());
        }
    }
    parties
}

/// Is a third party one that Settings name? While they name none, the nameless one is.
fn is_listed(named: &[String], party: &Party) -> bool {
    match party {
        Party::ThirdParty(Some(name)) => named.contains(name),
        Party::ThirdParty(None) => named.is_empty(),
        _ => false,
    }
}

/// What somebody took away or refused between two versions and that `change` would give: a no
/// survives the other's save unless it is given anew, with a note. It need not have been
/// given before: what is asked for the first time can be denied meanwhile.
///
/// # Errors
/// [`ConsentRefusal::WithdrawnMeanwhile`] with the first of them.
pub fn check_merge(
    before: &Standing,
    now: &Standing,
    change: &Change,
    notes: &str,
) -> Result<(), ConsentRefusal> {
    let revived = change.cells.iter().find(|step| {
        step.to.is_permission()
            && !now.state(&step.cell).is_permission()
            && now.cells.get(&step.cell) != before.cells.get(&step.cell)
    });
    match revived {
        Some(step) if notes.trim().is_empty() => {
            Err(ConsentRefusal::WithdrawnMeanwhile(step.cell.channel.label().into()))
        }
        _ => Ok(()),
    }
}

/// Is anything granted once `steps` are taken?
fn stays_granted(standing: &Standing, steps: &[Transition]) -> bool {
    let moved = |cell: &Cell| steps.iter().any(|step| step.cell == *cell);
    steps.iter().any(|step| step.to == State::Granted)
        || standing.cells.iter().any(|(cell, s)| s.state == State::Granted && !moved(cell))
}

/// What stands before giving again what the contact took back personally (G6).
#[derive(Clone, Copy)]
enum Lock {
    Always,
    UntilNoted,
    Open,
}

fn step(
    standing: &Standing,
    cell: Cell,
    wish: Wish,
    lock: Lock,
    cells: &mut Vec<Transition>,
) -> Result<(), ConsentRefusal> {
    let from = standing.state(&cell);
    match wish {
        Wish::Renew if from == State::Granted => {
            cells.push(Transition { cell, from, to: State::Granted });
        }
        Wish::Grant | Wish::Renew if from != State::Granted => {
            if standing.cells.get(&cell).is_some_and(|s| s.by_customer) {
                let channel = cell.channel.label().to_owned();
                match lock {
                    Lock::Always => return Err(ConsentRefusal::WithdrawnByCustomer(channel)),
                    Lock::UntilNoted => return Err(ConsentRefusal::GivenBackUnnoted(channel)),
                    Lock::Open => {}
                }
            }
            cells.push(Transition { cell, from, to: State::Granted });
        }
        Wish::Clear | Wish::Refuse if from.is_permission() => {
            cells.push(Transition { cell, from, to: State::Withdrawn });
        }
        Wish::Refuse if from == State::Unset => {
            cells.push(Transition { cell, from, to: State::Refused });
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
