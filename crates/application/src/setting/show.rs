//! The settings as the screen shows them.

use crate::settings::{DealershipDetails, PERIODS};
use crate::sign_in::WorkstationView;
use crate::{Command, Cx, Permit, Refusal, Tag, hand_over};
use forecourt_domain::portal::PortalGap;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Every setting with its value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettingsView {
    /// By key; keys that nobody set have their default.
    pub values: BTreeMap<String, Value>,
    /// Keys whose value is a number of months for which something lasts: 0 means for ever.
    pub periods: Vec<&'static str>,
    /// What has to be filled in before the consent portal can be turned on (D-28).
    pub portal_missing: Vec<PortalGap>,
    /// The dealership's details.
    pub dealership: DealershipDetails,
    /// Its time zone.
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
    const READS: &'static [Tag] = &[Tag::Settings];
    type Reply = SettingsView;

    fn run(self, cx: &Cx<'_>) -> Result<SettingsView, Refusal> {
        let settings = cx.settings()?;
        let station = hand_over::station(cx)?;
        Ok(SettingsView {
            periods: PERIODS.to_vec(),
            portal_missing: settings.portal_missing(),
            dealership: settings.dealership(),
            time_zone: settings.zone.name().to_owned(),
            values: settings.values,
            workstation: WorkstationView {
                id: station.id,
                name: station.name,
                save_folder: (!station.save_folder.is_empty()).then_some(station.save_folder),
            },
        })
    }
}
