//! Whether a name was typed over rightly, before something that cannot be undone.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::name;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks, while it is typed, by the rule that decides once the button is pressed.
#[derive(Deserialize, TS)]
pub struct CheckTypedName {
    pub name: String,
    pub typed: String,
}

/// The answer.
#[derive(Debug, Serialize, TS)]
pub struct TypedName {
    /// May the button be pressed?
    pub fits: bool,
}

impl Command for CheckTypedName {
    const NAME: &'static str = "check_typed_name";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = TypedName;

    fn run(self, _: &Cx<'_>) -> Result<TypedName, Refusal> {
        Ok(TypedName { fits: name::is_typed(&self.name, &self.typed) })
    }
}
