//! Changing what is written of a part. Its stock changes by receiving, counting and documents alone.

use super::draft::{PartDraft, taken};
use super::ledger_line::LedgerLine;
use super::view::{PartView, shown};
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, changed_meanwhile};
use forecourt_domain::ids::PartId;
use forecourt_domain::part::changed_fields;
use forecourt_store::Tx;
use forecourt_store::ledger::Subject;
use forecourt_store::part::{self, Part, Stamp};
use serde::Deserialize;
use ts_rs::TS;

/// Saves an edited part, unless somebody else saved it meanwhile.
#[derive(Deserialize, TS)]
pub struct UpdatePart {
    pub id: PartId,
    /// The version that was edited.
    pub version: i64,
    /// All its fields.
    pub part: PartDraft,
}

impl Command for UpdatePart {
    const NAME: &'static str = "update_part";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::PARTS];
    type Reply = PartView;

    fn run(self, cx: &Cx<'_>) -> Result<PartView, Refusal> {
        let new = self.part.checked()?;
        // A form saved without a change writes nothing: no version, no line.
        let unchanged = cx.read(|tx| {
            let settings = Settings::load(tx)?;
            let old = current(tx, self.id, self.version, &settings)?;
            if old.details == new { shown(tx, self.id, &settings).map(Some) } else { Ok(None) }
        })?;
        if let Some(shown) = unchanged {
            return Ok(shown);
        }
        cx.write(|writing| {
            let settings = Settings::load(writing.tx)?;
            let old = current(writing.tx, self.id, self.version, &settings)?;
            let (at, by) = (writing.now.to_text(), writing.actor.to_string());
            if !part::update(writing.tx, &old, &new, Stamp { at: &at, by: &by }).map_err(taken)? {
                return Err(changed_meanwhile(
                    writing.tx,
                    "part",
                    &old.changed_by,
                    &old.changed_at,
                    &settings,
                )?);
            }
            let fields = changed_fields(&old.details, &new).into_iter().map(str::to_owned).collect();
            writing.record(Subject::Other("part", self.id.get()), &LedgerLine::Changed { fields })?;
            shown(writing.tx, self.id, &settings)
        })
    }
}

/// The part as it stands, if that is the version which was edited.
fn current(tx: &Tx<'_>, id: PartId, version: i64, settings: &Settings) -> Result<Part, Refusal> {
    let part = part::load(tx, id)?.ok_or_else(|| Refusal::not_found("part"))?;
    if part.version == version {
        return Ok(part);
    }
    Err(changed_meanwhile(tx, "part", &part.changed_by, &part.changed_at, settings)?)
}
