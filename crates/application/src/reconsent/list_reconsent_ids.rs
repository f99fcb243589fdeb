//! Everybody on the list by number, for *Tick all*.

use super::due::DueList;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use serde::Deserialize;
use ts_rs::TS;

/// Names everybody who has to be asked again, in the list's order.
#[derive(Deserialize, TS)]
pub struct ListReconsentIds {}

impl Command for ListReconsentIds {
    const NAME: &'static str = "list_reconsent_ids";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::SETTINGS];
    type Reply = Vec<ContactId>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ContactId>, Refusal> {
        cx.read(|tx| DueList::load(tx, cx.now)?.ids(tx))
    }
}
