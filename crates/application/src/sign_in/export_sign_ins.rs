//! The sign-ins as a file.

use super::list::{SignIns, SignInsFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the sign-ins.
#[derive(Deserialize, TS)]
pub struct ExportSignIns {}

impl Command for ExportSignIns {
    const NAME: &'static str = "export_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<SignIns>(cx, SignInsFilter {})
    }
}
