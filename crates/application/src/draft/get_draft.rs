//! Giving back what was typed.

use super::form;
use crate::tag;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::time::Moment;
use forecourt_store::draft;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the caller typed into a form and did not save.
#[derive(Deserialize, TS)]
pub struct GetDraft {
    pub form: String,
}

/// A draft, if there is one.
#[derive(Serialize, TS)]
pub struct DraftView {
    pub draft: Option<KeptDraft>,
}

/// What was typed.
#[derive(Serialize, TS)]
pub struct KeptDraft {
    /// As `keep_draft` took it.
    pub typed: String,
    /// When it was typed, on the dealership's wall.
    pub at_local: String,
}

impl Command for GetDraft {
    const NAME: &'static str = "get_draft";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::DRAFTS];
    type Reply = DraftView;

    fn run(self, cx: &Cx<'_>) -> Result<DraftView, Refusal> {
        let form = form::parse(&self.form)?;
        let employee = cx.employee()?.id;
        let zone = cx.settings()?.zone;
        let kept = cx.read(|tx| Ok(draft::of(tx, employee, form.name)?))?;
        let draft = kept.map(|kept| KeptDraft {
            typed: kept.typed,
            at_local: Moment::parse(&kept.at).map_or_else(String::new, |at| at.wall_text(zone)),
        });
        Ok(DraftView { draft })
    }
}
