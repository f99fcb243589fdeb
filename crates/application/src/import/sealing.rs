//! Making first events of drafts on a thread of its own: what the ledger commits to is put into words and
//! hashed while contacts are written.

use crate::consent::{ConsentDraft, Stamp};
use crossbeam_channel::{Receiver, Sender, unbounded};
use forecourt_dispatch::{Refusal, Writing};
use forecourt_store::consent::First;

/// Events under way between the two threads; they come back in their order.
pub(super) struct Sealing {
    to: Sender<Vec<ConsentDraft>>,
    from: Receiver<Result<Vec<First>, Refusal>>,
    under_way: usize,
}

/// Batches that may be under way.
pub(super) const WAITING: usize = 3;

impl Sealing {
    /// Begins; ends once nobody holds it any more.
    pub(super) fn begin(writing: &mut Writing<'_, '_>) -> Result<Self, Refusal> {
        let (to, drafts) = unbounded::<Vec<ConsentDraft>>();
        let (made, from) = unbounded();
        let (stamp, latest) = (Stamp::of(writing)?, writing.latest().to_owned());
        std::thread::spawn(move || {
            for drafts in drafts {
                if made.send(stamp.first(drafts, &latest)).is_err() {
                    return;
                }
            }
        });
        Ok(Self { to, from, under_way: 0 })
    }

    pub(super) fn give(&mut self, drafts: Vec<ConsentDraft>) -> Result<(), Refusal> {
        self.to.send(drafts).map_err(|_| ended_early())?;
        self.under_way += 1;
        Ok(())
    }

    /// The next that was given; nothing while no more than `leave` are under way.
    pub(super) fn take(&mut self, leave: usize) -> Result<Option<Vec<First>>, Refusal> {
        if self.under_way <= leave {
            return Ok(None);
        }
        self.under_way -= 1;
        self.from.recv().map_err(|_| ended_early())?.map(Some)
    }
}

fn ended_early() -> Refusal {
    Refusal::unexpected(&"the sealing thread ended early")
}
