//! Shows the folder of a file that was exported just now.

use forecourt_dispatch::{Command, Cx, Permit, Refusal};
use serde::Deserialize;
use ts_rs::TS;

/// Opens the folder in the computer's own file manager.
#[derive(Deserialize, TS)]
pub struct ShowInFolder {
    /// The handle that came with the file: good at this desk only. No place is ever asked for by name.
    pub saved: String,
}

impl Command for ShowInFolder {
    const NAME: &'static str = "show_in_folder";
    const PERMIT: Permit = Permit::SignedIn;
    type Reply = ();

    fn run(self, cx: &Cx<'_>) -> Result<(), Refusal> {
        let no = "The folder cannot be shown. It may have been moved or be on a drive that is not there.";
        cx.outlet().reveal(&self.saved).map_err(|_| Refusal::invalid("saved", no))
    }
}
