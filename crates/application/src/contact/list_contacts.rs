//! The contact list on the screen.

use super::filter::ContactFilter;
use super::line::ContactLine;
use super::list::Contacts;
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Shows one page of the list.
#[derive(Deserialize, TS)]
pub struct ListContacts {
    #[serde(flatten)]
    pub filter: ContactFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListContacts {
    const NAME: &'static str = "list_contacts";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = Page<ContactLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<ContactLine>, Refusal> {
        list_page::<Contacts>(cx, self.filter, &self.at)
    }
}
