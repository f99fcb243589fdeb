//! A command is a struct: the request itself, which knows its name, its permit and its work.

use crate::{Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

/// A kind of cached answer. A reading command says which it shows, a changing one which it makes
/// stale; the screens never guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(pub &'static str);

/// One thing a person may do. Its struct, its file and its wire name are one name.
pub trait Command: DeserializeOwned + TS + Send + 'static {
    /// Its name on the wire.
    const NAME: &'static str;
    /// Who may do it.
    const PERMIT: Permit;
    /// Which cached answers it shows.
    const READS: &'static [Tag] = &[];
    /// Which cached answers it makes stale. Empty for a command that changes nothing.
    const CHANGES: &'static [Tag] = &[];
    /// What it answers.
    type Reply: Serialize + TS + 'static;

    /// The rights that this very input needs, for a [`Permit::ByInput`]: some of its `sometimes`.
    fn needs(&self) -> &'static [Right] {
        &[]
    }

    /// Does it.
    ///
    /// # Errors
    /// A [`Refusal`] in plain words; then nothing was changed.
    fn run(self, cx: &Cx<'_>) -> Result<Self::Reply, Refusal>;
}

/// A reply of a command that only does something: `{}`.
#[derive(Debug, Clone, Copy, Default, Serialize, TS)]
pub struct Done {}
