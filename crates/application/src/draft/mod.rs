//! What was typed and not saved: kept beside the lock, a reload and a crash, and given back to whoever
//! typed it, and to nobody else.

mod drop_draft;
mod expiry;
mod form;
mod get_draft;
mod keep_draft;

pub use drop_draft::DropDraft;
pub use get_draft::{DraftView, GetDraft, KeptDraft};
pub use keep_draft::KeepDraft;

pub(crate) use expiry::EXPIRY;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("draft", &[entry::<KeepDraft>, entry::<GetDraft>, entry::<DropDraft>]);
