//! Contacts as a CSV file in Forecourt's own layout, which an import reads back.

use super::filter::ContactFilter;
use super::list::Contacts;
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, export_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Exports all contacts, or those that are ticked or left of them.
///
/// The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave.
#[derive(Deserialize, TS)]
pub struct ExportContacts(pub ContactFilter);

impl Command for ExportContacts {
    const NAME: &'static str = "export_contacts";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        export_list::<Contacts>(cx, self.0)
    }
}
