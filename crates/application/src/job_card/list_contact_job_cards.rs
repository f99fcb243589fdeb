//! A contact's job cards, for their Service tab.

use super::list::{JobCardLine, line};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, next_before};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ContactId;
use forecourt_store::job_card;
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page of them, newest first.
#[derive(Deserialize, TS)]
pub struct ListContactJobCards {
    pub contact_id: ContactId,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListContactJobCards {
    const NAME: &'static str = "list_contact_job_cards";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::JOB_CARDS, tag::CONTACT, tag::VEHICLES, tag::DIARY];
    type Reply = Page<JobCardLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<JobCardLine>, Refusal> {
        let (before, limit) = (self.at.before()?, self.at.limit());
        cx.read(|tx| {
            let cards = job_card::of_contact(tx, self.contact_id, before, limit)?;
            let next = next_before(&cards, limit, |card| card.id.get());
            Ok(Page::new(cards.into_iter().map(line).collect(), next))
        })
    }
}
