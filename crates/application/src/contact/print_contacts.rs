//! The contact list on paper.

use super::list::{ContactFilter, ContactSort, Contacts};
use crate::tag;
use forecourt_dispatch::hand_over::HandedOver;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, print_list};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use ts_rs::TS;

/// Prints all contacts, or those that were found.
#[derive(Deserialize, TS)]
pub struct PrintContacts {
    /// In which order; always from its beginning.
    #[serde(default)]
    pub sort: ContactSort,
    /// Only whom the search finds for these words.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<String>,
}

impl Command for PrintContacts {
    const NAME: &'static str = "print_contacts";
    const PERMIT: Permit = Permit::Right(Right::ExportReports);
    const CHANGES: &'static [Tag] = &[tag::REPORT_AUDIT];
    type Reply = HandedOver;

    fn run(self, cx: &Cx<'_>) -> Result<HandedOver, Refusal> {
        print_list::<Contacts>(cx, ContactFilter { sort: self.sort, descending: false, search: self.search })
    }
}
