//! Which registers can be asked from this computer.

use super::keys;
use super::register::Register;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says for which registers a key is kept. Needs no right: without one the controls are shown disabled (D-05).
#[derive(Deserialize, TS)]
pub struct GetPlateLookUp {}

/// What is kept on this computer; never a key itself.
#[derive(Debug, Serialize, TS)]
pub struct PlateLookUpView {
    pub dvla: bool,
    pub dvsa: bool,
    /// Why the keychain does not say.
    pub problem: Option<String>,
}

impl Command for GetPlateLookUp {
    const NAME: &'static str = "get_plate_look_up";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = PlateLookUpView;

    fn run(self, cx: &Cx<'_>) -> Result<PlateLookUpView, Refusal> {
        let kept = match keys::is_kept(cx, Register::Dvla)? {
            Ok(dvla) => keys::is_kept(cx, Register::Dvsa)?.map(|dvsa| (dvla, dvsa)),
            Err(problem) => Err(problem),
        };
        Ok(match kept {
            Ok((dvla, dvsa)) => PlateLookUpView { dvla, dvsa, problem: None },
            Err(problem) => {
                PlateLookUpView { dvla: false, dvsa: false, problem: Some(keys::words(problem).into()) }
            }
        })
    }
}
