//! Every wording that customers were ever shown (SPEC 2.4).

use super::settings::notice_hash;
use crate::tag;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::notice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for all wordings. Reading needs no right: they stand on every form.
#[derive(Deserialize, TS)]
pub struct ListNotices {}

/// One wording.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoticeVersion {
    /// Its number, counted up from 1.
    pub version: i64,
    /// Since when it was shown, at the dealership.
    pub since_local: String,
    /// Is it the one shown now?
    pub current: bool,
    /// The words.
    pub text: String,
}

impl Command for ListNotices {
    const NAME: &'static str = "list_notices";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::SETTINGS];
    type Reply = Vec<NoticeVersion>;

    fn run(self, cx: &Cx<'_>) -> Result<Vec<NoticeVersion>, Refusal> {
        cx.read(|tx| {
            let (settings, current) = (Settings::load(tx)?, notice_hash(tx)?);
            let versions = notice::all(tx)?.into_iter().map(|(notice, since)| NoticeVersion {
                version: notice.version,
                since_local: settings.wall(&since),
                current: notice.hash == current,
                text: notice.text,
            });
            Ok(versions.collect())
        })
    }
}
