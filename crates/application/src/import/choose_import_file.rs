//! Choosing the file.

use super::unreadable;
use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Has the desk's outlet offer a file, of contacts or of the flags that are carried over: the one
/// whose place was typed, or the one that is chosen in the system's dialog. Where a typed place lies
/// is the outlet's business: only it knows what computer the desk stands at.
#[derive(Deserialize, TS)]
pub struct ChooseImportFile {
    /// What was typed; empty for the dialog.
    #[serde(default)]
    pub typed: String,
}

/// A file that can be imported.
#[derive(Debug, Serialize, TS)]
pub struct ChosenFile {
    /// By which other commands ask for it; absent when the person changed their mind.
    pub file: Option<String>,
    pub name: Option<String>,
}

impl Command for ChooseImportFile {
    const NAME: &'static str = "choose_import_file";
    const PERMIT: Permit = Permit::AnyOf(&[Right::AccessSettings, Right::ChangeGdprOption]);
    type Reply = ChosenFile;

    fn run(self, cx: &Cx<'_>) -> Result<ChosenFile, Refusal> {
        let offered = cx.outlet().offer(self.typed.trim()).map_err(|error| unreadable(&error))?;
        let (file, name) = offered.map(|one| (one.handle, one.name)).unzip();
        Ok(ChosenFile { file, name })
    }
}
