//! What a customer answered while their record was made: recorded in the transaction that makes it, so
//! that no answer is lost between the two.

use super::current::Current;
use super::record::{ConsentDraft, record};
use super::save_consent::read_cells;
use super::{check_answers, check_notes, refused};
use forecourt_dispatch::{Refusal, Writing};
use forecourt_domain::consent::edit::{Edit, check_review, decide};
use forecourt_domain::consent::{Answers, Evidence, Method, Screen, WordsTold};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Answers of the matrix, with how they came. None at all is no review: it is left out then.
#[derive(Deserialize, TS)]
pub struct FirstAnswers {
    /// Cell by cell: `true` gives, `false` says no.
    pub cells: BTreeMap<String, bool>,
    /// How the contact answered.
    pub method: Method,
    /// What staff wrote about the answers.
    #[serde(default)]
    pub notes: String,
    /// Was the customer told the words shown now?
    #[serde(default)]
    pub words: WordsTold,
    /// For a paper form: is the signed form kept?
    #[serde(default)]
    pub signed_form: bool,
}

/// Records them over what the contact began with, by the rules of every save.
///
/// # Errors
/// As `save_consent`; the contact is not made then.
pub(crate) fn record_answers(
    writing: &mut Writing<'_, '_>,
    contact: ContactId,
    first: FirstAnswers,
) -> Result<(), Refusal> {
    let notes = check_notes(first.notes)?;
    let mut current = Current::read(writing.tx, contact, writing.now)?;
    let (standing, rules) = (&current.standing, &current.rules);
    let answers = Answers { cells: read_cells(&first.cells)?, ..Answers::default() };
    check_answers(&answers, standing, rules)?;
    let edit = Edit { method: first.method, notes, ..answers.edit(standing, rules) };
    let change = decide(standing, &edit, rules.edit).map_err(|refusal| refused(&refusal))?;
    check_review(&change, false).map_err(|refusal| refused(&refusal))?;
    let signed = first.signed_form && first.method == Method::PaperForm;
    let draft = ConsentDraft {
        contact,
        change,
        screen: Screen::ContactCreated,
        method: first.method,
        notes: edit.notes,
        date: None,
        notice: (!first.words.count(first.method)).then(String::new),
        evidence: signed.then_some(Evidence::SignedForm),
    };
    record(writing, draft, &mut current.standing)
}
