//! The forms of a print in their order, each read while the one before it is drawn.

use super::held::Batch;
use crossbeam_channel::{Receiver, bounded};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_documents::capture_form::CaptureForm;
use forecourt_domain::ids::ContactId;
use std::thread;

/// Forms that may wait to be drawn.
const WAITING: usize = 64;

/// A form of this print: its number, and for whom.
pub(super) struct Numbered {
    pub number: String,
    pub contact: Option<ContactId>,
}

/// What is read of a form; `None` when its contact was erased since the forms were numbered.
type Read = Result<Option<CaptureForm>, Refusal>;

/// Hands `draw` the forms as they are read on a thread of its own, with the numbers they bear.
///
/// # Errors
/// What `draw` says, which gets the errors of reading too.
pub(super) fn with_sheets<T>(
    cx: &Cx<'_>,
    batch: &Batch,
    forms: &[Numbered],
    draw: impl FnOnce(&mut dyn Iterator<Item = Read>) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    let (to, from) = bounded(WAITING);
    thread::scope(|scope| {
        scope.spawn(move || {
            let read = cx.read(|tx| {
                for form in forms {
                    let sheet = match form.contact {
                        None => Some(CaptureForm { number: form.number.clone(), details: None }),
                        Some(id) => batch.held(tx, id)?.map(|details| CaptureForm {
                            number: form.number.clone(),
                            details: Some(details),
                        }),
                    };
                    // Nobody listens any more: the print was cancelled, or the disk is full.
                    if to.send(Ok(sheet)).is_err() {
                        break;
                    }
                }
                Ok(())
            });
            if let Err(refusal) = read {
                let _ = to.send(Err(refusal));
            }
        });
        draw(&mut Arriving { from, left: forms.len() })
    })
}

/// The forms as they come; an end before the last one is an error.
struct Arriving {
    from: Receiver<Read>,
    left: usize,
}

impl Iterator for Arriving {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        self.left = self.left.checked_sub(1)?;
        Some(self.from.recv().unwrap_or_else(|_| Err(Refusal::unexpected(&"the reading thread ended early"))))
    }
}
