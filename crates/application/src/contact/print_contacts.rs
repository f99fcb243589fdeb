//! The contact list on paper.

use super::filter::ContactFilter;
use super::list::Contacts;
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints all contacts, or those that are ticked or left of them, as they stand on the screen.
///
/// The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave.
#[derive(Deserialize, TS)]
pub struct PrintContacts(pub ContactFilter);

impl Command for PrintContacts {
    const NAME: &'static str = "print_contacts";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Contacts>(cx, self.0)
    }
}
