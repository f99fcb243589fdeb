//! Changing a setting of the GDPR page (D-03, D-05). Old and new value are logged by the context
//! (D-04).

use super::TOUCHED;
use super::reason::check_reason;
use forecourt_dispatch::setting::{Declared, Kind};
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

/// Changes one setting.
#[derive(Deserialize, TS)]
pub struct ChangeGdprSetting {
    pub key: String,
    pub value: Value,
    /// Why; needed where the setting says so.
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
        let of = declared(cx, &self.key, Right::ChangeGdprOption)?;
        let value = of.check(&self.value, &self.reason)?;
        cx.write(|writing| writing.set(of, &value, self.reason.trim()))?;
        Ok(Done {})
    }
}

/// The setting of this key that this right changes.
pub(super) fn declared(cx: &Cx<'_>, key: &str, right: Right) -> Result<&'static Declared, Refusal> {
    let mut settings = cx.registry().settings();
    let found = settings.find(|of| of.key == key && of.permit == right);
    found
        .filter(|of| !matches!(of.kind, Kind::Own { .. }))
        .ok_or_else(|| Refusal::invalid("key", "There is no such setting."))
}
