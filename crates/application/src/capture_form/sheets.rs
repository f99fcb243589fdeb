//! The forms of a print in their order, each stretch read while the one before it is drawn.

use super::held::Batch;
use crate::read_ahead::{Hand, read_ahead};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_documents::capture_form::CaptureForm;
use forecourt_domain::ids::ContactId;
use forecourt_store::Tx;

/// How many forms are read at a time.
const AT_A_TIME: usize = 64;
/// How many such stretches may wait to be drawn.
const WAITING: usize = 2;

/// A form of this print: its number, and for whom.
pub(super) struct Numbered {
    pub number: String,
    pub contact: Option<ContactId>,
}

/// A form of this print; `None` when its contact was erased since the forms were numbered.
type Sheet = Option<CaptureForm>;

/// Hands `draw` the forms as they are read on a thread of its own, with the numbers they bear.
///
/// # Errors
/// What `draw` says, which gets the errors of reading too.
pub(super) fn with_sheets<T>(
    cx: &Cx<'_>,
    batch: &Batch,
    forms: &[Numbered],
    draw: impl FnOnce(&mut dyn Iterator<Item = Result<Sheet, Refusal>>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let read = |tx: &Tx<'_>, hand: &mut Hand<'_, Vec<Sheet>>| {
        for forms in forms.chunks(AT_A_TIME) {
            // Nobody listens any more: the print was cancelled, or the disk is full.
            if !hand(sheets(tx, batch, forms)?) {
                break;
            }
        }
        Ok(())
    };
    read_ahead(cx, WAITING, read, |stretches| {
        let mut sheets = stretches.flat_map(|stretch| match stretch {
            Ok(sheets) => sheets.into_iter().map(Ok).collect(),
            Err(refusal) => vec![Err(refusal)],
        });
        draw(&mut sheets)
    })
}

fn sheets(tx: &Tx<'_>, batch: &Batch, forms: &[Numbered]) -> Result<Vec<Sheet>, Refusal> {
    let ids: Vec<ContactId> = forms.iter().filter_map(|form| form.contact).collect();
    let held = batch.held(tx, &ids)?;
    let sheet = |form: &Numbered| {
        let details = match form.contact {
            None => None,
            // One print may hold two forms of one contact.
            Some(id) => Some(held.get(&id)?.clone()),
        };
        Some(CaptureForm { number: form.number.clone(), details })
    };
    Ok(forms.iter().map(sheet).collect())
}
