//! One part.

use super::view::{PartView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::PartId;
use serde::Deserialize;
use ts_rs::TS;

/// Shows one part.
#[derive(Deserialize, TS)]
pub struct GetPart {
    pub id: PartId,
}

impl Command for GetPart {
    const NAME: &'static str = "get_part";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::PARTS];
    type Reply = PartView;

    fn run(self, cx: &Cx<'_>) -> Result<PartView, Refusal> {
        cx.read(|tx| shown(tx, self.id, &Settings::load(tx)?))
    }
}
