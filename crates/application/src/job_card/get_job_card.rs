//! The Service Record.

use super::view::{Held, JobCardView};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::JobCardId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one job card.
#[derive(Deserialize, TS)]
pub struct GetJobCard {
    pub id: JobCardId,
}

impl Command for GetJobCard {
    const NAME: &'static str = "get_job_card";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[
        tag::JOB_CARDS,
        tag::CONTACT,
        tag::VEHICLES,
        tag::DIARY,
        tag::INVOICES,
        tag::SETTINGS,
        tag::CONSENT,
    ];
    type Reply = JobCardView;

    fn run(self, cx: &Cx<'_>) -> Result<JobCardView, Refusal> {
        cx.read(|tx| Held::load(tx, self.id)?.shown(tx, &Settings::load(tx)?, cx.now))
    }
}
