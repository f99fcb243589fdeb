//! Whether a name was typed over rightly, before something that cannot be undone.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::name;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks, while it is typed, by the rule that decides once the button is pressed.
#[derive(Deserialize, TS)]
pub struct CheckTypedName {
    pub name: String,
    /// An account's reference, which may be typed instead: a name of another script has no keys here.
    #[serde(default)]
    #[ts(optional)]
    pub reference: Option<String>,
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
        let named = name::is_typed(&self.name, &self.typed);
        let referred = self.reference.is_some_and(|one| name::is_reference(&one, &self.typed));
        Ok(TypedName { fits: named || referred })
    }
}
