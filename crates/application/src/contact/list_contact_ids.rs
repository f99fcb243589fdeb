//! Everybody on the contact list by number, for *Tick all*: the whole of it, whatever the screen has loaded.

use super::filter::ContactFilter;
use super::list::Contacts;
use crate::tag;
use forecourt_dispatch::list::List;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Names everybody on the list, in its order.
#[derive(Deserialize, TS)]
pub struct ListContactIds {
    #[serde(flatten)]
    pub filter: ContactFilter,
}

impl Command for ListContactIds {
    const NAME: &'static str = "list_contact_ids";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS];
    type Reply = Vec<ContactId>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ContactId>, Refusal> {
        cx.read(|tx| Contacts::open(cx, tx, self.filter)?.all_ids(tx))
    }
}
