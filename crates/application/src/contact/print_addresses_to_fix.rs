//! Addresses to Fix on paper.

use super::addresses_to_fix::{AddressesToFix, ToFixFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints the list.
#[derive(Deserialize, TS)]
pub struct PrintAddressesToFix {
    #[serde(flatten)]
    #[ts(skip)]
    pub filter: ToFixFilter,
}

impl Command for PrintAddressesToFix {
    const NAME: &'static str = "print_addresses_to_fix";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<AddressesToFix>(cx, self.filter)
    }
}
