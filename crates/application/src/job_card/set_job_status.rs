//! Moving a job card on, or back.

use super::draft::{SOURCE, check_mileage};
use super::ledger_line::LedgerLine;
use super::view::{Held, JobCardView};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::JobCardId;
use forecourt_domain::job_card::JobStatus;
use forecourt_store::job_card::{self, Changed};
use forecourt_store::ledger::Subject;
use forecourt_store::vehicle;
use serde::Deserialize;
use ts_rs::TS;

/// Moves a job card to another status. *Invoiced* comes by posting its invoice, and from nowhere else.
#[derive(Deserialize, TS)]
pub struct SetJobStatus {
    pub id: JobCardId,
    /// The version that was seen.
    pub version: i64,
    pub to: JobStatus,
    /// What the clock of the vehicle reads, asked for when it arrives; absent leaves it as it stands.
    #[serde(default)]
    #[ts(optional)]
    pub mileage: Option<i64>,
}

impl Command for SetJobStatus {
    const NAME: &'static str = "set_job_status";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::JOB_CARDS, tag::VEHICLES, tag::HISTORY];
    type Reply = JobCardView;

    fn run(self, cx: &Cx<'_>) -> Result<JobCardView, Refusal> {
        let settings = cx.settings()?;
        check_mileage(self.mileage)?;
        // The second of two clicks: it stands there already.
        let there = cx.read(|tx| {
            let held = Held::load(tx, self.id)?;
            if held.card.status == self.to { held.shown(tx, &settings, cx.now).map(Some) } else { Ok(None) }
        })?;
        if let Some(shown) = there {
            return Ok(shown);
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let held = Held::of_version(tx, self.id, self.version, &settings)?;
            let (card, from) = (&held.card, held.card.status);
            from.step_to(self.to, held.standing())
                .map_err(|obstacle| Refusal::new(Code::Invalid, obstacle.to_string()))?;
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            if let Some(miles) = self.mileage.filter(|miles| *miles != card.mileage) {
                let changed = Changed {
                    vehicle: card.vehicle,
                    resource: card.resource,
                    mileage: miles,
                    work: &card.work,
                    notes: &card.notes,
                    due_on: &card.due_on,
                    at: &at,
                    by: &by,
                };
                job_card::update(tx, self.id, self.version, &changed)?;
                if let Some(of) = card.vehicle.filter(|_| miles > 0) {
                    let today = settings.today(writing.now).to_string();
                    vehicle::read_mileage(tx, of, &today, miles, SOURCE)?;
                }
            }
            job_card::set_status(tx, self.id, self.to, &at, &by)?;
            let line = LedgerLine::Moved { number: card.number.clone(), from, to: self.to };
            writing.record(Subject::Contact(card.contact), &line)?;
            Held::load(tx, self.id)?.shown(tx, &settings, cx.now)
        })
    }
}
