//! Forgetting what was typed: it was saved, or given up.

use super::form;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Done, Permit, Refusal, Tag};
use forecourt_store::draft;
use serde::Deserialize;
use ts_rs::TS;

/// Forgets what the caller typed into a form.
#[derive(Deserialize, TS)]
pub struct DropDraft {
    pub form: String,
}

impl Command for DropDraft {
    const NAME: &'static str = "drop_draft";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::DRAFTS];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let form = form::parse(&self.form)?;
        let employee = cx.employee()?.id;
        // Mostly there is none: a form that was saved before anybody paused. Nothing is written then.
        if cx.read(|tx| Ok(draft::of(tx, employee, form.name)?))?.is_some() {
            cx.write_unsaved(|tx| Ok(draft::drop(tx, employee, form.name)?))?;
        }
        Ok(Done {})
    }
}
