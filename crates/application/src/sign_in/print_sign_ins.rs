//! The sign-ins on paper.

use super::list::{SignIns, SignInsFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the sign-ins.
#[derive(Deserialize, TS)]
pub struct PrintSignIns {}

impl Command for PrintSignIns {
    const NAME: &'static str = "print_sign_ins";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<SignIns>(cx, SignInsFilter {})
    }
}
