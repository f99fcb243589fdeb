//! What the diary is divided among.

use super::view::ResourceView;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::workshop;
use serde::Deserialize;
use ts_rs::TS;

/// Every technician and ramp in the order of the diary, those that are out of use too.
#[derive(Deserialize, TS)]
pub struct ListResources {}

impl Command for ListResources {
    const NAME: &'static str = "list_resources";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::DIARY];
    type Reply = Vec<ResourceView>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ResourceView>, Refusal> {
        let all = cx.read(|tx| Ok(workshop::all(tx)?))?;
        Ok(all.into_iter().map(ResourceView::from).collect())
    }
}
