//! Whether there is room for a booking. Going over the hours is asked about, not forbidden.

use forecourt_dispatch::{Code, Refusal};
use forecourt_domain::booking::{Doubt, Room, Slot, doubt};
use forecourt_domain::ids::{BookingId, ResourceId};
use forecourt_domain::workshop::ResourceKind;
use forecourt_store::booking::{self, Line};
use forecourt_store::workshop::{self, Resource};
use forecourt_store::{Tx, workshop::all};

/// What there was to be said about a time that was booked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fit {
    /// By how many minutes the day goes over its hours: 0 where it does not.
    pub over: i64,
}

/// Those who work on a day: the technicians, or where there are none the ramps. What is booked to nobody in
/// particular is to fit into their hours.
fn at_work(resources: &[Resource]) -> Vec<&Resource> {
    let active = |kind| resources.iter().filter(move |one| one.active && one.kind == kind);
    let technicians: Vec<_> = active(ResourceKind::Technician).collect();
    if technicians.is_empty() { active(ResourceKind::Ramp).collect() } else { technicians }
}

/// The room of one of them, or of the workshop, on the day of a slot; `except` is the booking itself.
fn room(
    resources: &[Resource],
    lines: &[Line],
    resource: Option<&Resource>,
    slot: &Slot,
    except: Option<BookingId>,
) -> Room {
    let taking = lines.iter().filter(|line| line.status.takes_hours() && Some(line.id) != except);
    let minutes = |line: &Line| line.slot.minutes;
    match resource {
        Some(resource) => Room {
            hours: Some(resource.hours.on(slot.day)),
            booked: taking.filter(|line| line.resource == Some(resource.id)).map(minutes).sum(),
        },
        None => {
            let workers = at_work(resources);
            let hours = workers.iter().map(|one| one.hours.on(slot.day)).sum();
            Room { hours: (!workers.is_empty()).then_some(hours), booked: taking.map(minutes).sum() }
        }
    }
}

/// Is there room? Else a refusal that says by how much there is not, unless whoever books was asked already.
///
/// # Errors
/// [`Code::Invalid`] with `over_hours` for what the screen asks about; with `resource_id` for one that is out
/// of use.
pub(super) fn fit(
    tx: &Tx<'_>,
    slot: &Slot,
    resource: Option<ResourceId>,
    except: Option<BookingId>,
    accepted: bool,
) -> Result<Fit, Refusal> {
    let resources = all(tx)?;
    let resource = resource.map(|id| usable(&resources, id)).transpose()?;
    let lines = booking::of_days(tx, slot.day, slot.day)?;
    let found = doubt(slot, room(&resources, &lines, resource, slot, except));
    let over = match found {
        None => 0,
        Some(Doubt::Over(minutes)) => minutes,
        Some(Doubt::Closed(_)) => slot.minutes,
    };
    match found {
        Some(doubt) if !accepted => {
            let words = doubt.words(resource.map_or("", |one| &one.name));
            Err(Refusal::new(Code::Invalid, &*words).with("over_hours", words).with("over_minutes", over))
        }
        _ => Ok(Fit { over }),
    }
}

fn usable(resources: &[Resource], id: ResourceId) -> Result<&workshop::Resource, Refusal> {
    match resources.iter().find(|one| one.id == id) {
        Some(one) if one.active => Ok(one),
        Some(one) => {
            let words = format!("{} is out of use. Choose another.", one.name);
            Err(Refusal::invalid("resource_id", words))
        }
        None => Err(Refusal::invalid("resource_id", "There is no such technician or ramp.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use forecourt_domain::booking::BookingStatus;
    use forecourt_domain::ids::ContactId;
    use forecourt_domain::workshop::Hours;

    fn resource(id: i64, kind: ResourceKind, active: bool) -> Resource {
        Resource {
            id: ResourceId::new(id),
            version: 1,
            kind,
            name: format!("Number {id}"),
            position: id,
            hours: Hours::USUAL,
            active,
        }
    }

    fn line(id: i64, resource: i64, minutes: i64, status: BookingStatus) -> Line {
        Line {
            id: BookingId::new(id),
            version: 1,
            contact: ContactId::new(1),
            name: String::new(),
            vehicle: None,
            registration: String::new(),
            make: String::new(),
            resource: (resource != 0).then(|| ResourceId::new(resource)),
            slot: Slot { day: "2026-11-23".parse().unwrap(), starts: 540, minutes },
            work: String::new(),
            status,
        }
    }

    #[test]
    fn t03_hours_are_those_of_whoever_does_it_or_of_all_who_work() {
        let resources = [
            resource(1, ResourceKind::Technician, true),
            resource(2, ResourceKind::Technician, true),
            resource(3, ResourceKind::Ramp, true),
            resource(4, ResourceKind::Technician, false),
        ];
        let lines = [
            line(1, 1, 120, BookingStatus::Booked),
            line(2, 1, 60, BookingStatus::Cancelled),
            line(3, 1, 60, BookingStatus::Missed),
            line(4, 2, 240, BookingStatus::Arrived),
            line(5, 0, 30, BookingStatus::Booked),
        ];
        let slot = lines[0].slot;
        let of = |resource: Option<&Resource>, except| room(&resources, &lines, resource, &slot, except);
        assert_eq!(of(Some(&resources[0]), None), Room { hours: Some(480), booked: 120 });
        let itself = Some(BookingId::new(1));
        assert_eq!(of(Some(&resources[0]), itself), Room { hours: Some(480), booked: 0 });
        assert_eq!(of(None, None), Room { hours: Some(960), booked: 390 }, "two technicians at work");
        let ramps = [resource(3, ResourceKind::Ramp, true)];
        assert_eq!(room(&ramps, &lines, None, &slot, None).hours, Some(480), "without technicians the ramps");
        assert_eq!(room(&[], &lines, None, &slot, None).hours, None, "nobody says");
    }
}
