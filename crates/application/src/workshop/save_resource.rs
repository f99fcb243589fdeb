//! Adding a technician or ramp, and changing one. None is ever deleted: bookings and job cards of the past
//! name it. One that has gone is put out of use.

use super::ledger_line::LedgerLine;
use super::view::ResourceView;
use crate::tag;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::contact::text;
use forecourt_domain::ids::ResourceId;
use forecourt_domain::rights::Right;
use forecourt_domain::workshop::{Hours, NAME_MAX, ResourceKind};
use forecourt_store::ledger::Subject;
use forecourt_store::workshop::{self, Resource};
use serde::Deserialize;
use ts_rs::TS;

/// What is typed of a technician or ramp.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ResourceDraft {
    pub kind: ResourceKind,
    pub name: String,
    /// Minutes of work a day, from Monday to Sunday.
    pub minutes: Vec<i64>,
    /// May anything be booked to it?
    pub active: bool,
}

/// Adds a technician or ramp, or changes one.
#[derive(Deserialize, TS)]
pub struct SaveResource {
    /// Which; absent for a new one.
    #[serde(default)]
    pub id: Option<ResourceId>,
    /// The version that was edited; 0 for a new one.
    #[serde(default)]
    #[ts(as = "Option<i64>", optional)]
    pub version: i64,
    pub resource: ResourceDraft,
    /// Its place in the diary from now on, counted from 0; where it is absent, it stays, and a new one comes
    /// last.
    #[serde(default)]
    #[ts(optional)]
    pub position: Option<usize>,
}

/// What is kept.
struct Checked {
    kind: ResourceKind,
    name: String,
    hours: Hours,
    active: bool,
}

impl ResourceDraft {
    fn checked(self) -> Result<Checked, Refusal> {
        let name = text::line(self.name).map_err(|forbidden| Refusal::invalid("name", forbidden))?;
        if name.is_empty() || name.chars().count() > NAME_MAX {
            return Err(Refusal::invalid("name", format!("A name takes 1 to {NAME_MAX} characters.")));
        }
        let hours = Hours::of(&self.minutes).map_err(|problem| Refusal::invalid("minutes", problem))?;
        Ok(Checked { kind: self.kind, name, hours, active: self.active })
    }
}

impl Command for SaveResource {
    const NAME: &'static str = "save_resource";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::DIARY];
    type Reply = Vec<ResourceView>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ResourceView>, Refusal> {
        let Self { id, version, resource, position } = self;
        let checked = resource.checked()?;
        cx.write(|writing| {
            let mut all = workshop::all(writing.tx)?;
            unlike_others(&all, id, &checked)?;
            let id = match id {
                Some(id) => change(writing, &mut all, id, version, checked)?,
                None => add(writing, &mut all, checked)?,
            };
            if let Some(to) = position {
                put(writing, &mut all, id, to)?;
            }
            Ok(workshop::all(writing.tx)?.into_iter().map(ResourceView::from).collect())
        })
    }
}

/// Two columns of one name could not be told apart.
fn unlike_others(all: &[Resource], id: Option<ResourceId>, checked: &Checked) -> Result<(), Refusal> {
    let same = |other: &&Resource| {
        Some(other.id) != id && other.active && other.name.to_lowercase() == checked.name.to_lowercase()
    };
    match all.iter().find(same) {
        Some(_) if checked.active => {
            Err(Refusal::invalid("name", "There is one of this name already. Give it another."))
        }
        _ => Ok(()),
    }
}

fn add(
    writing: &mut Writing<'_, '_>,
    all: &mut Vec<Resource>,
    checked: Checked,
) -> Result<ResourceId, Refusal> {
    let position = all.last().map_or(0, |last| last.position + 1);
    let id = workshop::add(writing.tx, checked.kind, &checked.name, position, checked.hours)?;
    let mut added = Resource {
        id,
        version: 1,
        kind: checked.kind,
        name: checked.name,
        position,
        hours: checked.hours,
        active: true,
    };
    if !checked.active {
        added.active = false;
        workshop::update(writing.tx, &added)?;
    }
    writing.record(Subject::Other("resource", id.get()), &LedgerLine::Added { kind: checked.kind })?;
    all.push(added);
    Ok(id)
}

fn change(
    writing: &mut Writing<'_, '_>,
    all: &mut [Resource],
    id: ResourceId,
    version: i64,
    checked: Checked,
) -> Result<ResourceId, Refusal> {
    let resource = all.iter_mut().find(|one| one.id == id);
    let resource = resource.ok_or_else(|| Refusal::not_found("technician or ramp"))?;
    if resource.version != version {
        return Err(Refusal::new(
            Code::Conflict,
            "Somebody else changed this meanwhile. Look at the change, then save again.",
        ));
    }
    let Checked { kind, name, hours, active } = checked;
    let before = resource.clone();
    *resource = Resource { kind, name, hours, active, ..before.clone() };
    let differs = [
        ("kind", before.kind != resource.kind),
        ("name", before.name != resource.name),
        ("hours", before.hours != resource.hours),
        ("active", before.active != resource.active),
    ];
    let fields: Vec<String> =
        differs.into_iter().filter(|(_, differs)| *differs).map(|(field, _)| field.to_owned()).collect();
    // A form saved without a change writes nothing.
    if fields.is_empty() {
        return Ok(id);
    }
    workshop::update(writing.tx, resource)?;
    let line = LedgerLine::Changed { fields, active: resource.active };
    writing.record(Subject::Other("resource", id.get()), &line)?;
    Ok(id)
}

/// Puts one to another place; whoever stood there moves along.
fn put(
    writing: &mut Writing<'_, '_>,
    all: &mut Vec<Resource>,
    id: ResourceId,
    to: usize,
) -> Result<(), Refusal> {
    let Some(from) = all.iter().position(|one| one.id == id) else { return Ok(()) };
    let moved = all.remove(from);
    all.insert(to.min(all.len()), moved);
    let mut any = false;
    for (place, resource) in (0..).zip(&*all) {
        if resource.position != place {
            workshop::place(writing.tx, resource.id, place)?;
            any = true;
        }
    }
    if any {
        writing.record(Subject::Other("resource", id.get()), &LedgerLine::Placed {})?;
    }
    Ok(())
}
