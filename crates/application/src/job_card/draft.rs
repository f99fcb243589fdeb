//! A job card as the screens send it.

use chrono::NaiveDate;
use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::contact::{NOTES_MAX, text};
use forecourt_domain::ids::{JobLineId, PartId, ResourceId, VehicleId};
use forecourt_domain::invoice::InvoiceLineKind;
use forecourt_domain::job_card::{NewLine, check_lines};
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;
use forecourt_store::job_card::LineWrite;
use forecourt_store::{Tx, part, vehicle, workshop};
use serde::Deserialize;
use ts_rs::TS;

/// Where a reading of the mileage comes from, among those of its vehicle.
pub(super) const SOURCE: &str = "job_card";
/// The most miles a vehicle may have run.
const MILES_MAX: i64 = 9_999_999;

/// A line of a job card as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct JobLineDraft {
    /// The line that it was; absent for a new one.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<JobLineId>,
    pub kind: InvoiceLineKind,
    /// The part it is, from the shelf; absent for one that was only typed.
    #[serde(default)]
    #[ts(optional)]
    pub part_id: Option<PartId>,
    /// What was done or fitted.
    pub description: String,
    /// Hours, pieces, litres, in hundredths.
    pub quantity: Quantity,
    /// For one, without VAT, in pence.
    pub unit_price: Money,
    pub vat_rate: VatRate,
}

/// The fields of a job card that staff edit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
pub struct JobCardDraft {
    pub vehicle_id: Option<VehicleId>,
    /// The technician or ramp.
    pub technician_id: Option<ResourceId>,
    pub mileage: Option<i64>,
    /// What the customer asked for.
    pub work: String,
    pub notes: String,
    /// When it is promised for; an ISO date.
    #[ts(as = "Option<String>")]
    pub due_on: Option<NaiveDate>,
    pub lines: Vec<JobLineDraft>,
}

impl JobLineDraft {
    pub(super) fn into_write(self) -> LineWrite {
        LineWrite {
            id: self.id,
            part: self.part_id.filter(|_| self.kind == InvoiceLineKind::Part),
            line: NewLine {
                kind: self.kind,
                description: self.description,
                quantity: self.quantity,
                unit_price: self.unit_price,
                vat_rate: self.vat_rate,
            },
        }
    }
}

/// A draft that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Checked {
    pub vehicle: Option<VehicleId>,
    pub resource: Option<ResourceId>,
    /// 0 where nobody has read it.
    pub mileage: i64,
    pub work: String,
    pub notes: String,
    /// A civil date, or empty.
    pub due_on: String,
    pub lines: Vec<LineWrite>,
}

impl JobCardDraft {
    /// Checks the draft and gives what to keep.
    ///
    /// # Errors
    /// [`Code::Invalid`] with the words for each field: `work`, `lines.2.quantity`.
    pub(super) fn checked(self) -> Result<Checked, Refusal> {
        let mut problems: Vec<(String, String)> = Vec::new();
        let mut kept = |field: &str, typed: String| match text::lines(typed) {
            Ok(kept) if kept.chars().count() <= NOTES_MAX => kept,
            Ok(_) => {
                problems.push((field.to_owned(), format!("At most {NOTES_MAX} characters.")));
                String::new()
            }
            Err(forbidden) => {
                problems.push((field.to_owned(), forbidden.to_string()));
                String::new()
            }
        };
        let (work, notes) = (kept("work", self.work), kept("notes", self.notes));
        let mut parts = Vec::with_capacity(self.lines.len());
        let mut new = Vec::with_capacity(self.lines.len());
        for line in self.lines.into_iter().map(JobLineDraft::into_write) {
            parts.push((line.id, line.part));
            new.push(line.line);
        }
        if let Err(wrong) = check_lines(&mut new) {
            problems.extend(wrong.into_iter().map(|problem| (problem.field, problem.words)));
        }
        if let Err(refusal) = check_mileage(self.mileage) {
            problems.extend(refusal.fields);
        }
        if !problems.is_empty() {
            return Err(refused(problems));
        }
        super::sums::sums(&new)?;
        let lines = parts.into_iter().zip(new);
        Ok(Checked {
            vehicle: self.vehicle_id,
            resource: self.technician_id,
            mileage: self.mileage.unwrap_or(0),
            work,
            notes,
            due_on: self.due_on.map(|day| day.to_string()).unwrap_or_default(),
            lines: lines.map(|((id, part), line)| LineWrite { id, part, line }).collect(),
        })
    }
}

impl Checked {
    /// Is everything that it names there? What it names already is not asked for again.
    pub(super) fn check_named(
        &self,
        tx: &Tx<'_>,
        vehicle: Option<VehicleId>,
        resource: Option<ResourceId>,
        parts: &[PartId],
    ) -> Result<(), Refusal> {
        check_vehicle(tx, self.vehicle.filter(|one| Some(*one) != vehicle))?;
        if let Some(new) = self.resource.filter(|one| Some(*one) != resource)
            && !workshop::all(tx)?.iter().any(|one| one.id == new)
        {
            return Err(Refusal::invalid("technician_id", "There is no such technician any more."));
        }
        for (at, line) in self.lines.iter().enumerate() {
            if let Some(new) = line.part.filter(|part| !parts.contains(part))
                && part::load(tx, new)?.is_none()
            {
                return Err(Refusal::invalid(
                    &format!("lines.{at}.part_id"),
                    "There is no such part any more.",
                ));
            }
        }
        Ok(())
    }
}

/// Is the vehicle there?
///
/// # Errors
/// [`Code::Invalid`] for the field `vehicle_id`.
pub(super) fn check_vehicle(tx: &Tx<'_>, vehicle: Option<VehicleId>) -> Result<(), Refusal> {
    match vehicle {
        Some(id) if vehicle::called(tx, id)?.is_none() => {
            Err(Refusal::invalid("vehicle_id", "There is no such vehicle any more."))
        }
        _ => Ok(()),
    }
}

/// Can a vehicle have run so many miles?
///
/// # Errors
/// [`Code::Invalid`] for the field `mileage`.
pub(super) fn check_mileage(miles: Option<i64>) -> Result<(), Refusal> {
    match miles {
        Some(miles) if !(0..=MILES_MAX).contains(&miles) => {
            Err(Refusal::invalid("mileage", "Give the miles as a whole number."))
        }
        _ => Ok(()),
    }
}

fn refused(problems: Vec<(String, String)>) -> Refusal {
    let message = match problems.as_slice() {
        [(_, words)] => words.clone(),
        several => format!("{} fields need another look.", several.len()),
    };
    problems
        .into_iter()
        .fold(Refusal::new(Code::Invalid, message), |refusal, (field, words)| refusal.with(field, words))
}
