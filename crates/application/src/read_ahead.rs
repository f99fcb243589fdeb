//! What leaves is read on one thread and written on another: neither waits for the other but at the end.

use crossbeam_channel::{Receiver, bounded};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_store::Tx;
use std::thread;

/// Takes what was read; false once nobody wants more.
pub type Hand<'h, T> = dyn FnMut(T) -> bool + 'h;

enum Step<T> {
    Read(Result<T, Refusal>),
    End,
}

/// Hands `work` what `read` gives away, in one transaction on a thread of its own; at most `waiting` pieces
/// lie between them. When `work` ends early (a print that was cancelled, a full disk) so does `read`.
///
/// # Errors
/// What `work` says, which gets the errors of reading too.
pub fn read_ahead<T: Send, R>(
    cx: &Cx<'_>,
    waiting: usize,
    read: impl FnOnce(&Tx<'_>, &mut Hand<'_, T>) -> Result<(), Refusal> + Send,
    work: impl FnOnce(&mut dyn Iterator<Item = Result<T, Refusal>>) -> Result<R, Refusal>,
) -> Result<R, Refusal> {
    let (to, from) = bounded(waiting);
    thread::scope(|scope| {
        scope.spawn(move || {
            let read = cx.read(|tx| read(tx, &mut |piece| to.send(Step::Read(Ok(piece))).is_ok()));
            let _ = to.send(read.map_or_else(|refusal| Step::Read(Err(refusal)), |()| Step::End));
        });
        work(&mut Arriving { from: Some(from) })
    })
}

/// The pieces as they come. An end that nobody told of is an error.
struct Arriving<T> {
    from: Option<Receiver<Step<T>>>,
}

impl<T> Iterator for Arriving<T> {
    type Item = Result<T, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        let piece = match self.from.as_ref()?.recv() {
            Ok(Step::Read(Ok(piece))) => return Some(Ok(piece)),
            Ok(Step::Read(Err(refusal))) => Some(Err(refusal)),
            Ok(Step::End) => None,
            Err(_) => Some(Err(Refusal::unexpected(&"the reading thread ended early"))),
        };
        self.from = None;
        piece
    }
}
