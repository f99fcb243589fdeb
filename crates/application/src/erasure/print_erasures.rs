//! The erasure log on paper.

use super::filter::ErasureFilter;
use super::list::{Erasures, REVIEWERS};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the log.
#[derive(Deserialize, TS)]
pub struct PrintErasures {
    #[serde(flatten)]
    pub filter: ErasureFilter,
}

impl Command for PrintErasures {
    const NAME: &'static str = "print_erasures";
    // Who exports or prints the log must be allowed to read it.
    const PERMIT: Permit = Permit::Each(&[&[Right::ExportReports], REVIEWERS]);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Erasures>(cx, self.filter)
    }
}
