//! A technician or ramp on screen.

use forecourt_domain::ids::ResourceId;
use forecourt_domain::workshop::ResourceKind;
use forecourt_store::workshop::Resource;
use serde::Serialize;
use ts_rs::TS;

/// A technician or ramp on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ResourceView {
    pub id: ResourceId,
    /// The version an editor must have seen.
    pub version: i64,
    pub kind: ResourceKind,
    pub name: String,
    /// Its place in the diary, from 0.
    pub position: i64,
    /// Minutes of work a day, from Monday to Sunday.
    pub minutes: Vec<i64>,
    /// May anything be booked to it?
    pub active: bool,
}

impl From<Resource> for ResourceView {
    fn from(resource: Resource) -> Self {
        Self {
            id: resource.id,
            version: resource.version,
            kind: resource.kind,
            name: resource.name,
            position: resource.position,
            minutes: resource.hours.minutes().to_vec(),
            active: resource.active,
        }
    }
}
