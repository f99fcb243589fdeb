//! Changing a setting of the System page.

use super::TOUCHED;
use super::change_gdpr_setting::declared;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

/// Changes one setting.
#[derive(Deserialize, TS)]
pub struct ChangeSystemSetting {
    pub key: String,
    pub value: Value,
}

impl Command for ChangeSystemSetting {
    const NAME: &'static str = "change_system_setting";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = TOUCHED;
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let of = declared(cx, &self.key, Right::AccessSettings)?;
        let value = of.check(&self.value, "")?;
        cx.write(|writing| writing.set(of, &value, ""))?;
        Ok(Done {})
    }
}
