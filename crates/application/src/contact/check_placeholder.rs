//! Is what somebody types a placeholder rather than an address (L-04)? Asked when the field is left.

use super::settings::placeholders;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::placeholder::AddressType;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks about one address.
#[derive(Deserialize, TS)]
pub struct CheckPlaceholder {
    pub kind: AddressType,
    /// As typed.
    pub typed: String,
}

/// The answer.
#[derive(Debug, Serialize, TS)]
pub struct PlaceholderChecked {
    /// Is it none by what Settings list?
    pub placeholder: bool,
}

impl Command for CheckPlaceholder {
    const NAME: &'static str = "check_placeholder";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = PlaceholderChecked;

    fn run(self, cx: &Cx<'_>) -> Result<PlaceholderChecked, Refusal> {
        let listed = placeholders(&cx.settings()?);
        Ok(PlaceholderChecked { placeholder: listed.is_none(self.kind, &self.typed) })
    }
}
