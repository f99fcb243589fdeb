//! Changing settings. Old and new value are logged by the context (D-04).

use super::rules::{check_dealership, check_station};
use crate::command::Done;
use crate::settings::{self, DealershipDetails};
use crate::{Command, Cx, Permit, Refusal, Tag, hand_over};
use forecourt_domain::portal::PortalGap;
use forecourt_domain::rights::Right;
use forecourt_store::ledger::Subject;
use forecourt_store::{notice, workstation};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::Path;
use ts_rs::TS;

/// What a change of these settings makes stale.
pub(super) const TOUCHED: &[Tag] = &[Tag::Settings, Tag::Session, Tag::Contacts, Tag::Contact, Tag::Consent];

/// Changes a setting of the GDPR page (D-03, D-05).
#[derive(Deserialize, TS)]
pub struct ChangeGdprSetting {
    /// Which.
    pub key: String,
    /// To what.
    pub value: Value,
    /// Why; needed where the page says so.
    #[serde(default)]
    pub reason: String,
}

impl Command for ChangeGdprSetting {
    const NAME: &'static str = "change_gdpr_setting";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = TOUCHED;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        check_reason(&self.reason)?;
        let value = settings::check_gdpr(&self.key, &self.value, &self.reason)?;
        cx.write(|writing| {
            if self.key == settings::PORTAL_ENABLED && value == json!(true) {
                portal_is_complete(writing.settings()?)?;
            }
            writing.set(&self.key, &value, self.reason.trim())?;
            if self.key == settings::NOTICE_TEXT {
                let words = value.as_str().unwrap_or_default();
                notice::keep(writing.tx, "en", words, &writing.now.to_text())?;
            }
            Ok(())
        })?;
        Ok(Done {})
    }
}

/// A reason is a sentence, not a letter.
pub(super) fn check_reason(reason: &str) -> Result<(), Refusal> {
    if reason.chars().count() > 500 {
        return Err(Refusal::invalid("reason", "A reason takes at most 500 characters."));
    }
    Ok(())
}

/// D-28: the portal does not go live before its company details are there.
fn portal_is_complete(settings: &settings::Settings) -> Result<(), Refusal> {
    let missing: Vec<&str> = settings.portal_missing().into_iter().map(PortalGap::label).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::invalid("value", format!("Fill in first: {}.", missing.join(", "))))
}

/// Changes a setting of the System page.
#[derive(Deserialize, TS)]
pub struct ChangeSystemSetting {
    /// Which.
    pub key: String,
    /// To what.
    pub value: Value,
}

impl Command for ChangeSystemSetting {
    const NAME: &'static str = "change_system_setting";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = TOUCHED;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let value = settings::check_system(&self.key, &self.value)?;
        cx.write(|writing| writing.set(&self.key, &value, ""))?;
        Ok(Done {})
    }
}

/// Changes the dealership's details.
#[derive(Deserialize, TS)]
pub struct UpdateDealership {
    /// The details.
    pub dealership: DealershipDetails,
}

impl Command for UpdateDealership {
    const NAME: &'static str = "update_dealership";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[Tag::Settings, Tag::Session];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let details = check_dealership(&self.dealership)?;
        cx.write(|writing| writing.set(settings::DEALERSHIP, &json!(details), ""))?;
        Ok(Done {})
    }
}

/// Names this computer and says where its exports go.
#[derive(Deserialize, TS)]
pub struct UpdateWorkstation {
    /// Its name.
    pub name: String,
    /// The folder; absent asks each time.
    #[serde(default)]
    pub save_folder: Option<String>,
}

impl Command for UpdateWorkstation {
    const NAME: &'static str = "update_workstation";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[Tag::Settings, Tag::Session];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let name = check_station(&self.name).map_err(|mut refusal| {
            let words = refusal.fields.remove("workstation_name").unwrap_or_default();
            refusal.with("name", words)
        })?;
        let save_folder = self.save_folder.unwrap_or_default().trim().to_owned();
        if !save_folder.is_empty() && !Path::new(&save_folder).is_dir() {
            return Err(Refusal::invalid("save_folder", "There is no such folder on this computer."));
        }
        let before = hand_over::station(cx)?;
        cx.write(|writing| {
            let content = json!({
                "setting": "workstation",
                "old": { "name": before.name, "save_folder": before.save_folder },
                "new": { "name": name, "save_folder": save_folder },
                "reason": "",
            });
            let id = before.id;
            let after = workstation::Workstation { name: name.clone(), save_folder, ..before.clone() };
            workstation::update(writing.tx, &after)?;
            writing.line("setting.changed", Subject::Other("workstation", id.get()), &content)
        })?;
        Ok(Done {})
    }
}

/// A folder the person chose, or none.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ChosenPath {
    /// The path; absent when they changed their mind.
    pub path: Option<String>,
}

/// Asks which folder exports go to.
#[derive(Deserialize, TS)]
pub struct ChooseSaveFolder {}

impl Command for ChooseSaveFolder {
    const NAME: &'static str = "choose_save_folder";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    type Reply = ChosenPath;

    fn run(self, cx: &Cx<'_>) -> Result<ChosenPath, Refusal> {
        let path = cx.app.ports.outlet.choose_folder();
        Ok(ChosenPath { path: path.map(|path| path.display().to_string()) })
    }
}
