//! GDPR Erasure (D-23): who was erased, when, by whom, at which workstation. Read-only: no
//! command changes or deletes a line.

use super::preview_erasure::WhatCount;
use super::settings::ERASURE_MASK_DAYS;
use crate::{tag, words};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::ErasureId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::erasure::{self, Erased};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a page.
#[derive(Deserialize, TS)]
pub struct ListErasures {
    /// Of one workstation, or of all.
    #[serde(default)]
    pub workstation: Option<String>,
    /// The cursor of the page before.
    #[serde(default)]
    pub before: Option<String>,
    /// How many, at most 500.
    pub limit: i64,
}

/// One line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasureEntry {
    /// Its id.
    pub id: ErasureId,
    /// The account's name; its initials once names are masked.
    pub account_name: String,
    /// When, at the dealership.
    pub local: String,
    /// When, as UTC text.
    pub at: String,
    /// Who erased.
    pub user: String,
    /// Where.
    pub workstation: String,
    /// `full`, `surgical` or `auto`.
    pub mode: String,
    /// What went.
    pub rows_removed: Vec<WhatCount>,
}

/// A page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasurePage {
    /// Newest first.
    pub entries: Vec<ErasureEntry>,
    /// Every workstation that erased, to choose from.
    pub workstations: Vec<String>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Who may look at the log.
pub(super) const REVIEWERS: &[Right] = &[Right::ReviewErasureLog, Right::GdprRightsRequests];

impl Command for ListErasures {
    const NAME: &'static str = "list_erasures";
    const PERMIT: Permit = Permit::AnyOf(REVIEWERS);
    const READS: &'static [Tag] = &[tag::ERASURES, tag::SETTINGS];
    type Reply = ErasurePage;

    fn run(self, cx: &Cx<'_>) -> Result<ErasurePage, Refusal> {
        let before = self.before.and_then(|id| id.parse().ok()).unwrap_or(i64::MAX);
        let limit = self.limit.clamp(1, 500);
        let settings = cx.settings()?;
        cx.read(|tx| {
            let page = erasure::page(tx, self.workstation.as_deref(), before, limit)?;
            let full = page.len() as i64 == limit;
            let next = page.last().filter(|_| full).map(|line| line.id.to_string());
            Ok(ErasurePage {
                entries: page.into_iter().map(|line| entry(line, &settings, cx.now)).collect(),
                workstations: erasure::workstations(tx)?,
                next,
            })
        })
    }
}

/// A line as it is shown, printed and exported: with its name masked once that is due (D-23).
pub(super) fn entry(line: Erased, settings: &Settings, now: Moment) -> ErasureEntry {
    let zone = settings.zone;
    let days = settings.number(&ERASURE_MASK_DAYS);
    let age = Moment::parse(&line.at).map_or(0, |at| (now.civil_date(zone) - at.civil_date(zone)).num_days());
    let masked = days > 0 && age > days;
    ErasureEntry {
        id: line.id,
        account_name: if masked { words::masked_name(&line.account_name) } else { line.account_name },
        local: settings.wall(&line.at),
        at: line.at,
        user: line.employee,
        workstation: line.workstation,
        mode: line.mode,
        rows_removed: line.rows_removed.into_iter().map(WhatCount::from).collect(),
    }
}
