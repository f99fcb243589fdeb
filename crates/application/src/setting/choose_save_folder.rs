//! Choosing the folder that exports go to.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A folder the person chose, or none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChosenFolder {
    /// Absent when they changed their mind.
    pub folder: Option<String>,
}

/// Asks which folder exports go to.
#[derive(Deserialize, TS)]
pub struct ChooseSaveFolder {}

impl Command for ChooseSaveFolder {
    const NAME: &'static str = "choose_save_folder";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    type Reply = ChosenFolder;

    fn run(self, cx: &Cx<'_>) -> Result<ChosenFolder, Refusal> {
        Ok(ChosenFolder { folder: cx.outlet().choose_folder() })
    }
}
