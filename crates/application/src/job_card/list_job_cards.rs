//! A page of the job cards.

use super::list::{JobCardFilter, JobCardLine, JobCards};
use crate::tag;
use forecourt_dispatch::list::{Page, PageAt, list_page};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListJobCards {
    #[serde(flatten)]
    pub filter: JobCardFilter,
    #[serde(flatten)]
    pub at: PageAt,
}

impl Command for ListJobCards {
    const NAME: &'static str = "list_job_cards";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::JOB_CARDS, tag::CONTACT, tag::VEHICLES, tag::DIARY];
    type Reply = Page<JobCardLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Page<JobCardLine>, Refusal> {
        list_page::<JobCards>(cx, self.filter, &self.at)
    }
}
