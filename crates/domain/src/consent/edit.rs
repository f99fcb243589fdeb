//! Edit Marketing Consent (D-07..D-10): what a save asks for, and what it may do.

use super::event::{Change, Transition};
use super::parties::{is_listed, third_parties};
use super::ticks::{TickParty, Ticks, Wish};
use super::{Basis, Cell, Channel, Method, Party, Standing, State};

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
    /// There is nothing that a stop would record.
    #[error("Nothing to stop: the answer for {0} is No already.")]
    NothingToStop(String),
    /// What was recorded cannot be taken back at once any more.
    #[error("This can no longer be undone. Record what the customer says under Edit Marketing Consent.")]
    TooLateToUndo,
    /// Only what staff can witness may be named as the method.
    #[error("Say how the customer answered: in person, by telephone or on paper.")]
    MethodNotByStaff,
    /// A channel is allowed and no kind of message: nothing would be given.
    #[error(
        "{0}: tick Service Follow Up or General Dealer Marketing Messages as well. \
         A channel alone allows nothing."
    )]
    NoKindOfMessage(&'static str),
    /// A kind of message is allowed and no channel.
    #[error("{0}: tick at least one channel as well. A kind of message alone allows nothing.")]
    NoChannel(&'static str),
    /// D-10: a save that changes nothing is a review, and says so.
    #[error(
        "Nothing is turned, so there is nothing to save. If the customer confirmed what stands, \
         record that as a review."
    )]
    NothingToRecord,
    /// L-03.
    #[error(
        "This customer died: nothing can be given or confirmed any more. What is taken away can be recorded."
    )]
    Died,
    /// A review that changes something is none.
    #[error("Answers were turned: save them, they are more than a review.")]
    NotAReview,
}

/// Checks a note's length, in Unicode scalars.
///
/// # Errors
/// [`ConsentRefusal::NoteTooLong`] with the count.
pub fn check_notes(notes: &str) -> Result<(), ConsentRefusal> {
    let count = notes.chars().count();
    if count > NOTES_MAX { Err(ConsentRefusal::NoteTooLong(count)) } else { Ok(()) }
}

/// Does a save record what it says it does? One that changes nothing is a *review* (D-10), and only
/// where somebody says that it is one: else an answer that was lost on the way would count as asked
/// about and confirmed.
///
/// # Errors
/// [`ConsentRefusal::NothingToRecord`], [`ConsentRefusal::NotAReview`].
pub const fn check_review(change: &Change, review: bool) -> Result<(), ConsentRefusal> {
    let changes = !change.cells.is_empty() || change.reconfirmed;
    match (changes, review) {
        (false, false) => Err(ConsentRefusal::NothingToRecord),
        (true, true) => Err(ConsentRefusal::NotAReview),
        _ => Ok(()),
    }
}

/// Of whoever died only a No is recorded (L-03).
///
/// # Errors
/// [`ConsentRefusal::Died`].
pub fn check_living(change: &Change, died: bool) -> Result<(), ConsentRefusal> {
    if died && !change.only_says_no() { Err(ConsentRefusal::Died) } else { Ok(()) }
}

/// Decides a save of Edit Marketing Consent. Whether it may change nothing is
/// [`check_review`]'s to say.
///
/// # Errors
/// A [`ConsentRefusal`] with the words for the screen.
pub fn decide(standing: &Standing, edit: &Edit, rules: EditRules) -> Result<Change, ConsentRefusal> {
    check_notes(&edit.notes)?;
    if !Method::BY_STAFF.contains(&edit.method) {
        return Err(ConsentRefusal::MethodNotByStaff);
    }
    for (party, ticks) in [(TickParty::Us, &edit.us), (TickParty::ThirdParty, &edit.third_party)] {
        if ticks.lacks_kind() {
            return Err(ConsentRefusal::NoKindOfMessage(party.label()));
        }
    }
    let noted = !edit.notes.trim().is_empty();
    let change = edit.change(standing);
    if let Some(step) = given_back(standing, &change) {
        let channel = step.cell.channel.label().to_owned();
        if rules.contact_lock {
            return Err(ConsentRefusal::WithdrawnByCustomer(channel));
        }
        if !noted {
            return Err(ConsentRefusal::GivenBackUnnoted(channel));
        }
    }
    if standing.excluded && change.gives_consent() {
        return Err(ConsentRefusal::Excluded);
    }
    if !noted && takes_a_note(standing, &change, rules) {
        return Err(ConsentRefusal::NoteRequired);
    }
    Ok(change)
}

/// Can this only be recorded with a note (D-07, G6)?
#[must_use]
pub fn takes_a_note(standing: &Standing, change: &Change, rules: EditRules) -> bool {
    (rules.notes_required && change.restricts()) || given_back(standing, change).is_some()
}

/// The first permission given that the contact had taken back personally (G6).
fn given_back<'c>(standing: &Standing, change: &'c Change) -> Option<&'c Transition> {
    change.cells.iter().find(|step| {
        step.to == State::Granted && standing.cells.get(&step.cell).is_some_and(|stored| stored.by_customer)
    })
}

impl Edit {
    /// What a save records, whether or not the rules let it.
    #[must_use]
    pub fn change(&self, standing: &Standing) -> Change {
        let wishes = self.wishes(standing).into_iter();
        let cells: Vec<Transition> = wishes.filter_map(|(cell, wish)| step(standing, cell, wish)).collect();
        Change {
            // What nobody gave cannot be re-confirmed: the date of the last consent stays (D-06).
            reconfirmed: self.reconfirmed && stays_granted(standing, &cells),
            cells,
            reviewed: true,
            basis: Some(Basis::Consent),
            ..Change::default()
        }
    }

    /// What is wished for, cell by cell, in the order of the screens.
    pub(super) fn wishes(&self, standing: &Standing) -> Vec<(Cell, Wish)> {
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

/// How a wish moves a cell; `None` where it stands so already.
pub(super) fn step(standing: &Standing, cell: Cell, wish: Wish) -> Option<Transition> {
    let from = standing.state(&cell);
    let to = match wish {
        Wish::Renew => State::Granted,
        Wish::Grant if from != State::Granted => State::Granted,
        Wish::Clear | Wish::Refuse if from.is_permission() => State::Withdrawn,
        Wish::Refuse if from == State::Unset => State::Refused,
        _ => return None,
    };
    Some(Transition { cell, from, to })
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
