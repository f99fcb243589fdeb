//! Addresses to Fix on the screen.

use super::addresses_to_fix::{AddressToFix, AddressesToFix, ToFixFilter};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListAddressesToFix {
    #[serde(flatten)]
    #[ts(skip)]
    pub filter: ToFixFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListAddressesToFix {
    const NAME: &'static str = "list_addresses_to_fix";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT];
    type Reply = Page<AddressToFix>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<AddressToFix>, Refusal> {
        list_page::<AddressesToFix>(cx, self.filter, &self.at)
    }
}
