//! The shelf on paper, as somebody takes along who counts it.

use super::list::{PartFilter, Parts};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use serde::Deserialize;
use ts_rs::TS;

/// Prints the list as it stands on the screen.
#[derive(Deserialize, TS)]
pub struct PrintParts(pub PartFilter);

impl Command for PrintParts {
    const NAME: &'static str = "print_parts";
    // It names nobody, and whoever counts the shelf needs it.
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Parts>(cx, self.0)
    }
}
