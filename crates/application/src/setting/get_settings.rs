//! The settings as the screen shows them.

use crate::dealership::{DealershipDetails, DealershipSettings};
use crate::portal_link::settings::PortalSettings;
use crate::tag;
use forecourt_dispatch::setting::{Kind, Unit};
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::WorkstationId;
use forecourt_domain::portal::PortalGap;
use forecourt_store::workstation::Workstation;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// This computer on screen.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkstationView {
    pub id: WorkstationId,
    pub name: String,
    /// Where exports are saved; absent asks each time.
    pub save_folder: Option<String>,
}

impl From<Workstation> for WorkstationView {
    fn from(station: Workstation) -> Self {
        let save_folder = (!station.save_folder.is_empty()).then_some(station.save_folder);
        Self { id: station.id, name: station.name, save_folder }
    }
}

/// Every setting with its value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingsView {
    /// By key; keys that nobody set have their default.
    pub values: BTreeMap<String, Value>,
    /// Keys whose value is a number of months for which something lasts: 0 means for ever.
    pub periods: Vec<&'static str>,
    /// What has to be filled in before the consent portal can be turned on (D-28).
    pub portal_missing: Vec<PortalGap>,
    pub dealership: DealershipDetails,
    pub time_zone: String,
    /// This computer.
    pub workstation: WorkstationView,
}

/// Reading needs no right: without one the controls are shown disabled (D-05).
#[derive(Deserialize, TS)]
pub struct GetSettings {}

impl Command for GetSettings {
    const NAME: &'static str = "get_settings";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = SettingsView;

    fn run(self, cx: &Cx<'_>) -> Result<SettingsView, Refusal> {
        let settings = cx.settings()?;
        let values = cx.registry().settings().map(|of| (of.key.to_owned(), settings.value(of)));
        let is_period = |kind| matches!(kind, Kind::Number { unit: Unit::Months, .. });
        let periods = cx.registry().settings().filter(|of| is_period(of.kind)).map(|of| of.key);
        Ok(SettingsView {
            values: values.collect(),
            periods: periods.collect(),
            portal_missing: settings.portal_missing(),
            dealership: settings.dealership(),
            time_zone: settings.zone.name().to_owned(),
            workstation: cx.workstation()?.into(),
        })
    }
}
