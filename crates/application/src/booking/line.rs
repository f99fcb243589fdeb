//! A booking as the diary and lists show it.

use forecourt_domain::booking::BookingStatus;
use forecourt_domain::ids::{BookingId, ContactId, ResourceId, VehicleId};
use forecourt_domain::time::uk_date;
use forecourt_domain::workshop::{duration, time_of_day};
use forecourt_store::booking::Line;
use forecourt_store::workshop::Resource;
use serde::Serialize;
use ts_rs::TS;

/// A booking as the diary and lists show it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookingLine {
    pub id: BookingId,
    /// To be sent back with a move.
    pub version: i64,
    pub contact_id: ContactId,
    /// The customer as called.
    pub name: String,
    /// Absent where the vehicle has no record yet.
    pub vehicle_id: Option<VehicleId>,
    /// The plate.
    pub registration: String,
    /// Make and model.
    pub make: String,
    /// Absent while nobody was chosen.
    pub resource_id: Option<ResourceId>,
    /// Who or what does it, by name; empty while nobody was chosen.
    pub resource: String,
    /// ISO date.
    pub day: String,
    /// `23/11/2026`.
    pub date: String,
    /// Minutes from midnight.
    pub starts: i64,
    pub minutes: i64,
    /// `09:30`.
    pub time: String,
    /// `11:00`.
    pub until: String,
    /// `1 h 30 min`.
    pub duration: String,
    /// What is to be done.
    pub work: String,
    pub status: BookingStatus,
    /// The same in words.
    pub status_label: &'static str,
}

impl BookingLine {
    /// As the store read it, with the name of who does it.
    pub(super) fn of(line: Line, resources: &[Resource]) -> Self {
        let resource = resources.iter().find(|one| Some(one.id) == line.resource);
        Self {
            id: line.id,
            version: line.version,
            contact_id: line.contact,
            name: line.name,
            vehicle_id: line.vehicle,
            registration: line.registration,
            make: line.make,
            resource_id: line.resource,
            resource: resource.map(|one| one.name.clone()).unwrap_or_default(),
            day: line.slot.day.to_string(),
            date: uk_date(line.slot.day),
            starts: line.slot.starts,
            minutes: line.slot.minutes,
            time: time_of_day(line.slot.starts),
            until: time_of_day(line.slot.ends()),
            duration: duration(line.slot.minutes),
            work: line.work,
            status: line.status,
            status_label: line.status.label(),
        }
    }

    /// Vehicle in one: `EU56 JEC Ford Focus`.
    pub(super) fn vehicle(&self) -> String {
        [self.registration.as_str(), &self.make].join(" ").trim().to_owned()
    }
}
