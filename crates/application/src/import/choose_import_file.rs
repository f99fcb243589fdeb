//! Choosing the file.

use crate::{Command, Cx, Permit, Refusal};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows the system's dialog for a file: of contacts, or of the flags that are carried over.
#[derive(Deserialize, TS)]
pub struct ChooseImportFile {}

/// Where the file is.
#[derive(Debug, Serialize, TS)]
pub struct ChosenFile {
    /// Its path; absent when the person changed their mind.
    pub path: Option<String>,
}

impl Command for ChooseImportFile {
    const NAME: &'static str = "choose_import_file";
    const PERMIT: Permit = Permit::AnyOf(&[Right::AccessSettings, Right::ChangeGdprOption]);
    type Reply = ChosenFile;

    fn run(self, cx: &Cx<'_>) -> Result<ChosenFile, Refusal> {
        let path = cx.app.ports.outlet.choose_import_file();
        Ok(ChosenFile { path: path.map(|path| path.to_string_lossy().into_owned()) })
    }
}
