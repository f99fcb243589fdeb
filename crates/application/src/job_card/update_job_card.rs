//! Editing a job card.

use super::draft::{Checked, JobCardDraft, SOURCE};
use super::ledger_line::LedgerLine;
use super::view::{Held, JobCardView, why};
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::{JobCardId, PartId};
use forecourt_domain::job_card::JobStatus;
use forecourt_store::job_card::{self, Changed, Replaced};
use forecourt_store::ledger::Subject;
use forecourt_store::vehicle;
use serde::Deserialize;
use ts_rs::TS;

/// Saves an edited job card with its lines, unless somebody else saved it meanwhile.
#[derive(Deserialize, TS)]
pub struct UpdateJobCard {
    pub id: JobCardId,
    /// The version that was edited.
    pub version: i64,
    /// All its fields and lines.
    pub card: JobCardDraft,
}

impl Command for UpdateJobCard {
    const NAME: &'static str = "update_job_card";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::JOB_CARDS, tag::VEHICLES, tag::HISTORY];
    type Reply = JobCardView;

    fn run(self, cx: &Cx<'_>) -> Result<JobCardView, Refusal> {
        let settings = cx.settings()?;
        let new = self.card.checked()?;
        // A form saved without a change writes nothing: no version, no line.
        let unchanged = cx.read(|tx| {
            let old = Held::of_version(tx, self.id, self.version, &settings)?;
            if changed(&old, &new).is_empty() { old.shown(tx, &settings, cx.now).map(Some) } else { Ok(None) }
        })?;
        if let Some(shown) = unchanged {
            return Ok(shown);
        }
        cx.write(|writing| {
            let tx = writing.tx;
            let old = Held::of_version(tx, self.id, self.version, &settings)?;
            let fields = changed(&old, &new);
            check(&old, &new, &fields)?;
            let parts: Vec<PartId> = old.lines.iter().filter_map(|line| line.part).collect();
            new.check_named(tx, old.card.vehicle, old.card.resource, &parts)?;
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            let changed = Changed {
                vehicle: new.vehicle,
                resource: new.resource,
                mileage: new.mileage,
                work: &new.work,
                notes: &new.notes,
                due_on: &new.due_on,
                at: &at,
                by: &by,
            };
            if !job_card::update(tx, self.id, self.version, &changed)? {
                return Err(old.changed_meanwhile(tx, &settings)?);
            }
            if job_card::replace_lines(tx, self.id, &new.lines)? == Replaced::Unknown {
                return Err(Refusal::invalid("lines", "One of these lines is on no job card any more."));
            }
            if let Some(of) = new.vehicle
                && fields.contains(&"mileage")
                && new.mileage > 0
            {
                let today = settings.today(writing.now).to_string();
                vehicle::read_mileage(tx, of, &today, new.mileage, SOURCE)?;
            }
            let fields = fields.into_iter().map(str::to_owned).collect();
            let line = LedgerLine::Changed { number: old.card.number.clone(), fields };
            writing.record(Subject::Contact(old.card.contact), &line)?;
            Held::load(tx, self.id)?.shown(tx, &settings, cx.now)
        })
    }
}

/// What the save changes.
fn changed(old: &Held, new: &Checked) -> Vec<&'static str> {
    let card = &old.card;
    let lines = old.lines.len() != new.lines.len()
        || old
            .lines
            .iter()
            .zip(&new.lines)
            .any(|(old, new)| new.id != Some(old.id) || new.part != old.part || new.line != old.line);
    let fields = [
        ("vehicle", card.vehicle != new.vehicle),
        ("technician", card.resource != new.resource),
        ("mileage", card.mileage != new.mileage),
        ("work", card.work != new.work),
        ("notes", card.notes != new.notes),
        ("due_on", card.due_on != new.due_on),
        ("lines", lines),
    ];
    fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}

/// May this be changed, where the card stands?
fn check(old: &Held, new: &Checked, fields: &[&str]) -> Result<(), Refusal> {
    let (status, standing) = (old.card.status, old.standing());
    let refused = |obstacle| Refusal::new(Code::Invalid, why(status, obstacle));
    status.check_change(standing).map_err(refused)?;
    if fields.contains(&"lines") {
        status.check_lines(standing).map_err(refused)?;
        if new.lines.is_empty() && status == JobStatus::Ready {
            let words = "A job card that is ready has a line. Take it back to work to empty it.";
            return Err(Refusal::invalid("lines", words));
        }
    }
    Ok(())
}
