//! Addresses to Fix as a file.

use super::addresses_to_fix::{AddressesToFix, ToFixFilter};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports the list.
#[derive(Deserialize, TS)]
pub struct ExportAddressesToFix {
    #[serde(flatten)]
    #[ts(skip)]
    pub filter: ToFixFilter,
}

impl Command for ExportAddressesToFix {
    const NAME: &'static str = "export_addresses_to_fix";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<AddressesToFix>(cx, self.filter)
    }
}
