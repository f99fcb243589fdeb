//! Marketing Consent (D-06..D-11): what a contact allows, changing it, and asking before a
//! message goes out.

mod begin_consent;
mod check_contactable;
mod conflict;
mod consent_as_at;
mod current;
mod decision_input;
mod defer_review;
mod describe;
mod describe_event;
mod explain_channel;
mod first_answers;
mod get_consent;
mod ledger_line;
mod list_notices;
mod outcome;
mod preview_consent;
mod record;
mod recorders;
mod reset_preferences;
mod running_out;
mod save_consent;
mod saved;
mod set_exclusion;
pub mod settings;
mod sharers;
mod stop_channel;
mod undo_stop;
mod view;

pub use begin_consent::{BeginConsent, ConsentBeginning};
pub use check_contactable::{CheckContactable, ContactableDecision, ContactableView};
pub use consent_as_at::{AsAtEvent, AsAtNotice, AsAtView, ConsentAsAt};
pub(crate) use consent_as_at::{as_at, settings_then};
pub(crate) use decision_input::DecisionInput;
pub use defer_review::DeferReview;
pub(crate) use describe::{other_day, place, proof};
pub(crate) use describe_event::describe_event;
pub use explain_channel::{ExplainChannel, WhyAction, WhyAnswer, WhyReason, WhyView};
pub use first_answers::FirstAnswers;
pub(crate) use first_answers::record_answers;
pub use get_consent::GetConsent;
pub use list_notices::{ListNotices, NoticeVersion};
pub use outcome::{Becomes, CellChange, ConsentOutcome, NotesNeed, OutcomeLine};
pub use preview_consent::{ConsentConflict, ConsentPreview, PreviewConsent};
pub use record::{ConsentDraft, SOURCE_NOTE, Stamp, record, record_first};
pub use reset_preferences::{ResetPreferences, ResetReport};
pub(crate) use running_out::ran_out;
pub use save_consent::SaveConsent;
pub use set_exclusion::SetExclusion;
pub use settings::ConsentSettings;
pub use stop_channel::StopChannel;
pub use undo_stop::UndoStop;
pub use view::{
    CellAnswers, ChannelTicks, CompactConsent, CompactParty, ConsentCell, ConsentRow, ConsentView,
    ManufacturerConsent, NoticeView, ObtainedView, PartyKind, PartyView, ReviewView, ReviewedView, RowState,
    VerdictView,
};

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::consent::answers::UnknownAnswer;
use forecourt_domain::consent::edit::ConsentRefusal;
use forecourt_domain::consent::form_rules::FormRules;
use forecourt_domain::consent::{Answers, Screen, Standing};
use forecourt_domain::contact::text;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "consent",
    &[
        entry::<BeginConsent>,
        entry::<GetConsent>,
        entry::<PreviewConsent>,
        entry::<SaveConsent>,
        entry::<SetExclusion>,
        entry::<StopChannel>,
        entry::<UndoStop>,
        entry::<DeferReview>,
        entry::<ExplainChannel>,
        entry::<ConsentAsAt>,
        entry::<CheckContactable>,
        entry::<ResetPreferences>,
        entry::<ListNotices>,
    ],
)
.with_settings(settings::ALL)
.with_lines(lines::<ledger_line::LedgerLine>());

/// Only a screen that people look at may be named as the one where an answer was recorded.
fn check_screen(screen: Screen) -> Result<(), Refusal> {
    match screen {
        Screen::Import | Screen::System => {
            Err(Refusal::invalid("screen", "Say on which screen this was recorded."))
        }
        _ => Ok(()),
    }
}

/// Notes as they are kept: one form of line ends, nothing that cannot be shown.
fn check_notes(notes: String) -> Result<String, Refusal> {
    let notes = text::lines(notes).map_err(|forbidden| Refusal::invalid("notes", forbidden))?;
    Ok(notes.trim().to_owned())
}

/// Answers are about parties that the dealership has to do with.
fn check_answers(answers: &Answers, standing: &Standing, rules: &FormRules) -> Result<(), Refusal> {
    answers.check(standing, rules).map_err(|unknown| match unknown {
        UnknownAnswer::Brand => Refusal::invalid("manufacturer", unknown),
        UnknownAnswer::Cell | UnknownAnswer::NoLongerNamed => Refusal::invalid("cells", unknown),
    })
}

/// What the screen says when the rules refuse a save. What was typed stays on the screen.
fn refused(refusal: &ConsentRefusal) -> Refusal {
    let field = match refusal {
        ConsentRefusal::NoteRequired
        | ConsentRefusal::NoteTooLong(_)
        | ConsentRefusal::GivenBackUnnoted(_)
        | ConsentRefusal::WithdrawnMeanwhile(_) => "notes",
        ConsentRefusal::ReasonRequired(_) | ConsentRefusal::NothingDue => "reason",
        ConsentRefusal::Excluded
        | ConsentRefusal::ExclusionUnchanged
        | ConsentRefusal::ExcludedByCustomer => "excluded",
        ConsentRefusal::WithdrawnByCustomer(_) => "ticks",
        ConsentRefusal::MethodNotByStaff => "method",
        ConsentRefusal::NoKindOfMessage(_) => "kinds",
        ConsentRefusal::NoChannel(_) => "channels",
        ConsentRefusal::NothingToRecord | ConsentRefusal::NotAReview | ConsentRefusal::Died => "review",
        ConsentRefusal::NothingToStop(_) => "channel",
        ConsentRefusal::TooLateToUndo => "version",
    };
    Refusal::new(Code::Invalid, refusal.to_string()).with(field, refusal)
}
