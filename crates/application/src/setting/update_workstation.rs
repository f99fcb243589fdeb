//! Naming this computer, and saying where its exports go.

use super::rules::check_station;
use crate::tag;
use forecourt_dispatch::ports::OwnFiles;
use forecourt_dispatch::{Command, Cx, Done, OwnLine, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use forecourt_store::ledger::Subject;
use forecourt_store::workstation;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// As the history of the settings names it.
pub(super) const WORKSTATION: &str = "workstation";

/// Names this computer and says where its exports go.
#[derive(Deserialize, TS)]
pub struct UpdateWorkstation {
    pub name: String,
    /// The folder, as the desk's own outlet knows it; absent asks each time.
    #[serde(default)]
    pub save_folder: Option<String>,
}

impl Command for UpdateWorkstation {
    const NAME: &'static str = "update_workstation";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::SETTINGS, tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let name =
            check_station(&self.name).map_err(|refusal| refusal.renamed("workstation_name", "name"))?;
        let save_folder = self.save_folder.unwrap_or_default().trim().to_owned();
        if !save_folder.is_empty() {
            cx.outlet().takes_folder(&save_folder).map_err(|error| {
                match error.get_ref().and_then(|why| why.downcast_ref::<OwnFiles>()) {
                    Some(why) => Refusal::invalid("save_folder", why),
                    None => Refusal::invalid("save_folder", "There is no such folder on this computer."),
                }
            })?;
        }
        let before = cx.workstation()?;
        cx.write(|writing| {
            let line = OwnLine::SettingChanged {
                setting: WORKSTATION.into(),
                old: json!({ "name": before.name, "save_folder": before.save_folder }),
                new: json!({ "name": name, "save_folder": save_folder }),
                reason: String::new(),
            };
            let id = before.id;
            let after = workstation::Workstation { name: name.clone(), save_folder, ..before.clone() };
            workstation::update(writing.tx, &after)?;
            writing.record(Subject::Other("workstation", id.get()), &line)
        })?;
        Ok(Done {})
    }
}
