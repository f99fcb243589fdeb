//! Earlier imports.

use crate::tag;
use forecourt_dispatch::Names;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::ImportId;
use forecourt_domain::rights::Right;
use forecourt_store::Tx;
use forecourt_store::import_batch::{self, ImportBatch};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows the last imports, newest first.
#[derive(Deserialize, TS)]
pub struct ListImports {}

/// One import.
#[derive(Debug, Serialize, TS)]
pub struct ImportLine {
    pub id: ImportId,
    pub file_name: String,
    /// When, at the dealership.
    pub local: String,
    pub by: String,
    /// Contacts created.
    pub created: i64,
    /// Was it undone?
    pub undone: bool,
    /// Can it be undone?
    pub undoable: bool,
    /// Why not.
    pub undo_refusal: Option<String>,
}

/// Imports shown.
const MOST: i64 = 100;

impl Command for ListImports {
    const NAME: &'static str = "list_imports";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const READS: &'static [Tag] = &[tag::IMPORTS, tag::CONTACTS];
    type Reply = Vec<ImportLine>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<ImportLine>, Refusal> {
        cx.read(|tx| {
            let (settings, names) = (Settings::load(tx)?, Names::load(tx)?);
            let batches = import_batch::all(tx, MOST)?;
            batches.into_iter().map(|batch| line(tx, batch, &settings, &names)).collect()
        })
    }
}

fn line(tx: &Tx<'_>, batch: ImportBatch, settings: &Settings, names: &Names) -> Result<ImportLine, Refusal> {
    let undo_refusal = if !batch.undone_at.is_empty() {
        Some(format!("It was undone on {}.", settings.wall(&batch.undone_at)))
    } else if batch.created == 0 {
        Some("It created no contact.".to_owned())
    } else if import_batch::touched(tx, &batch, true)? > 0 {
        Some("Some of its contacts were changed, printed or erased since.".to_owned())
    } else {
        None
    };
    Ok(ImportLine {
        id: batch.id,
        file_name: batch.file_name,
        local: settings.wall(&batch.at),
        by: names.actor(Actor::from_text(&batch.actor)),
        created: batch.created,
        undone: !batch.undone_at.is_empty(),
        undoable: undo_refusal.is_none(),
        undo_refusal,
    })
}
