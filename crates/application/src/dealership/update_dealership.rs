//! Changing the dealership's details (D-28).

use super::details::{DEALERSHIP, DealershipDetails};
use super::rules::check_dealership;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::Deserialize;
use serde_json::json;
use ts_rs::TS;

/// Changes the dealership's details.
#[derive(Deserialize, TS)]
pub struct UpdateDealership {
    pub dealership: DealershipDetails,
}

impl Command for UpdateDealership {
    const NAME: &'static str = "update_dealership";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] = &[tag::SETTINGS, tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let details = check_dealership(&self.dealership)?;
        cx.write(|writing| writing.set(&DEALERSHIP.declared, &json!(details), ""))?;
        Ok(Done {})
    }
}
