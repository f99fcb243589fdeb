//! What saving the form would do, before anybody saves it.

use super::current::Current;
use forecourt_dispatch::Refusal;
use forecourt_domain::consent::describe::{Wording, steps};
use forecourt_domain::consent::edit::{check_living, check_merge, decide, takes_a_note};
use forecourt_domain::consent::exclusion::{answerable, decide_exclusion};
use forecourt_domain::consent::form::Saving;
use forecourt_domain::consent::hints::{HalfTicked, TickHint};
use forecourt_domain::consent::parties::third_parties;
use forecourt_domain::consent::{Answers, Change, Form, Standing, State};
use serde::Serialize;
use ts_rs::TS;

/// What a save does to a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Becomes {
    /// The contact agrees.
    Given,
    /// Permission is taken away.
    Taken,
    /// The contact was asked and says no.
    Refused,
}

impl From<State> for Becomes {
    fn from(to: State) -> Self {
        match to {
            State::Granted | State::Assumed | State::Expired => Self::Given,
            State::Withdrawn | State::Unset => Self::Taken,
            State::Refused => Self::Refused,
        }
    }
}

/// One cell that moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellChange {
    /// `us/email/service_followup`.
    pub subject: String,
    /// What it becomes.
    pub becomes: Becomes,
}

/// Cells that move alike, in the words of the GDPR tab: `Email: service, general`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutcomeLine {
    /// What they become.
    pub becomes: Becomes,
    pub text: String,
}

/// Have notes to be written?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NotesNeed {
    /// As one likes.
    Optional,
    /// Permission is taken away or given back (D-07, G6).
    Required,
    /// Something is given that somebody said no to meanwhile: what was written before that says
    /// nothing about it.
    New,
}

/// What saving would do, and what the screen says about the boxes until then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConsentOutcome {
    /// True when the save excludes from all marketing, false when it takes that back, `null` when
    /// neither.
    pub exclusion: Option<bool>,
    /// Cell by cell what moves. With no exclusion either, the save is a review (D-10).
    pub changes: Vec<CellChange>,
    /// The same in words.
    pub lines: Vec<OutcomeLine>,
    /// Box by box, as many as the profile shows.
    pub hints: Vec<TickHint>,
    /// Whose ticks allow nothing for want of their other half.
    pub half_ticked: Vec<HalfTicked>,
    /// What can be given again singly.
    pub offers: Vec<String>,
    /// Have notes to be written?
    pub notes: NotesNeed,
    /// Is anything given that the customer could say again (D-10)?
    pub can_reconfirm: bool,
    /// Did consent run out that stands ticked still?
    pub ran_out: bool,
    /// Why a save is refused whatever is written in the notes.
    pub refusal: Option<String>,
    /// What to send to `save_consent`.
    pub send: Answers,
}

/// Works the outcome out by the rules that a save goes by. After a conflict `began` is how consent
/// stood when the dialog was opened.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] when the form is about parties that the dealership has nothing to do with.
pub(super) fn outcome(
    form: &Form,
    current: &Current,
    began: Option<&Standing>,
) -> Result<ConsentOutcome, Refusal> {
    let Current { standing, rules, .. } = current;
    let saving = form.saving(standing, rules);
    let exclusion = form.exclusion(standing);
    let now = &*answerable(standing);
    super::check_answers(&saving.answers, now, rules)?;
    let third = third_parties(&rules.named, now);
    let wording = Wording { third_parties: &third, kinds_apart: rules.purposes_apart };
    let cells = &saving.change.cells;
    // What only a doubtful clock calls over does not count again by being said again.
    let told_today = current.doubt.map_or(rules.today, |doubt| doubt.clock);
    Ok(ConsentOutcome {
        exclusion,
        changes: cells
            .iter()
            .map(|step| CellChange { subject: step.cell.to_string(), becomes: step.to.into() })
            .collect(),
        lines: steps(cells, wording)
            .into_iter()
            .map(|line| OutcomeLine { becomes: line.to.into(), text: line.text })
            .collect(),
        hints: form.hints(standing, rules),
        half_ticked: form.half_ticked(rules),
        offers: form.offers(&saving, standing, rules).iter().map(ToString::to_string).collect(),
        notes: notes_need(form, current, &saving, began),
        can_reconfirm: form.can_reconfirm(&saving, standing),
        ran_out: standing.cells.iter().any(|(cell, stored)| {
            stored.state == State::Granted
                && standing.effective(cell, rules.periods, told_today) == State::Expired
                && rules.channels.contains(&cell.channel)
        }),
        refusal: refusal(form, current, &saving, exclusion),
        send: saving.answers,
    })
}

fn notes_need(form: &Form, current: &Current, saving: &Saving, began: Option<&Standing>) -> NotesNeed {
    let now = &*answerable(&current.standing);
    if saving.given().any(|cell| form.denied.contains(cell)) {
        return NotesNeed::New;
    }
    let revives = began.is_some_and(|before| check_merge(before, now, &saving.change, "").is_err());
    let noted = form.exclusion(&current.standing).is_some()
        || takes_a_note(now, &saving.change, current.rules.edit)
        || revives;
    if noted { NotesNeed::Required } else { NotesNeed::Optional }
}

/// What no note helps against.
fn refusal(form: &Form, current: &Current, saving: &Saving, exclusion: Option<bool>) -> Option<String> {
    const NOTED: &str = "noted";
    let Current { standing, rules, .. } = current;
    let half = form.half_done(standing, rules).map(HalfTicked::refusal);
    let lifts = exclusion.and_then(|excluded| decide_exclusion(standing, excluded, NOTED).err());
    let now = &*answerable(standing);
    let mut edit = saving.answers.edit(now, rules);
    edit.notes = NOTED.to_owned();
    let saves = decide(now, &edit, rules.edit).err();
    let change = Change { exclusion, ..saving.change.clone() };
    let dead = check_living(&change, current.died).err();
    dead.or(half).or(lifts).or(saves).map(|refused| refused.to_string())
}
