//! What the contact list can be narrowed by that differs from dealership to dealership.

use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ImportId;
use forecourt_store::contact::narrow;
use forecourt_store::import_batch;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Names the towns and the imports there are.
#[derive(Deserialize, TS)]
pub struct ListContactChoices {}

/// What there is to choose.
#[derive(Debug, Serialize, TS)]
pub struct ContactChoices {
    /// The towns that contacts live in, by name.
    pub towns: Vec<String>,
    /// The imports that stand and brought somebody, newest first.
    pub imports: Vec<ImportChoice>,
}

/// An import to choose.
#[derive(Debug, Serialize, TS)]
pub struct ImportChoice {
    pub id: ImportId,
    pub file_name: String,
    /// When, at the dealership.
    pub local: String,
}

/// As many towns as a drop-down can hold; more are found by the search.
const MOST_TOWNS: usize = 2_000;
const MOST_IMPORTS: i64 = 100;

impl Command for ListContactChoices {
    const NAME: &'static str = "list_contact_choices";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::IMPORTS];
    type Reply = ContactChoices;

    fn run(self, cx: &Cx<'_>) -> Result<ContactChoices, Refusal> {
        cx.read(|tx| {
            let settings = Settings::load(tx)?;
            let imports = import_batch::all(tx, MOST_IMPORTS)?.into_iter();
            Ok(ContactChoices {
                towns: narrow::towns(tx, MOST_TOWNS)?,
                imports: imports
                    .filter(|batch| batch.created > 0 && batch.undone_at.is_empty())
                    .map(|batch| ImportChoice {
                        id: batch.id,
                        local: settings.wall(&batch.at),
                        file_name: batch.file_name,
                    })
                    .collect(),
            })
        })
    }
}
