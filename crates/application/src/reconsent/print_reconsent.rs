//! The list on paper.

use super::due::{DueList, ReconsentFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the whole list, or those of it who are ticked.
#[derive(Deserialize, TS)]
pub struct PrintReconsent {
    #[serde(flatten)]
    pub filter: ReconsentFilter,
}

impl Command for PrintReconsent {
    const NAME: &'static str = "print_reconsent";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<DueList>(cx, self.filter)
    }
}
