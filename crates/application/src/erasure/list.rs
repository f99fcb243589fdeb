//! GDPR Erasure (D-23) as a list: who was erased, when, by whom, at which workstation.

use super::mask::is_due;
use super::preview_erasure::WhatCount;
use crate::words;
use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::ErasureId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use forecourt_store::erasure::{self, Erased};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who may look at the log.
pub(super) const REVIEWERS: &[Right] = &[Right::ReviewErasureLog, Right::GdprRightsRequests];

/// Which lines.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ErasureFilter {
    /// Of one workstation, or of all.
    #[serde(default)]
    pub workstation: Option<String>,
}

/// One line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ErasureEntry {
    pub id: ErasureId,
    /// The account's name; its initials once names are masked.
    pub account_name: String,
    /// When, at the dealership.
    pub local: String,
    /// When, as UTC text.
    pub at: String,
    /// Who erased.
    pub user: String,
    pub workstation: String,
    /// `full`, `surgical` or `auto`.
    pub mode: String,
    /// What went.
    pub rows_removed: Vec<WhatCount>,
    /// When the last copies on the disk went, at the dealership, or that they have not yet.
    pub last_copies: String,
    /// Are they gone?
    pub swept: bool,
}

/// The erasure log, newest first.
pub struct Erasures {
    filter: ErasureFilter,
    settings: Settings,
    now: Moment,
}

impl List for Erasures {
    const NAME: &'static str = "erasures";
    const TITLE: &'static str = "GDPR Erasure";
    const LINE: &'static str = "{local}  {account_name}  {user}  {workstation}  {last_copies}";
    const EMPTY: &'static str = "Nobody has been erased.";
    const COLUMNS: &'static [ListColumn<ErasureEntry>] = &[
        ListColumn::left("account_name", "Account name", 4, |line| line.account_name.clone()),
        ListColumn::left("local", "Date and time", 3, |line| line.local.clone()),
        ListColumn::left("user", "User", 3, |line| line.user.clone()),
        ListColumn::left("workstation", "Workstation", 3, |line| line.workstation.clone()),
        ListColumn::left("mode", "Mode", 2, |line| line.mode.clone()),
        ListColumn::left("rows_removed", "Rows removed", 6, |line| {
            let removed = line.rows_removed.iter().map(|one| format!("{}: {}", one.what, one.count));
            removed.collect::<Vec<_>>().join(", ")
        }),
        ListColumn::left("last_copies", "Last copies", 4, |line| line.last_copies.clone()),
    ];

    type Filter = ErasureFilter;
    type Row = ErasureEntry;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ErasureFilter) -> Result<Self, Refusal> {
        Ok(Self { filter, settings: Settings::load(tx)?, now: cx.now })
    }

    /// `Workstation: SHOWROOM-1`, or all of them.
    fn criteria(&self) -> String {
        let workstation = self.filter.workstation.as_deref();
        workstation.map_or_else(|| "All workstations".to_owned(), |name| format!("Workstation: {name}"))
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ErasureEntry>, Refusal> {
        let lines = erasure::page(tx, self.filter.workstation.as_deref(), before(after)?, limit)?;
        let next = next_before(&lines, limit, |line| line.id.get());
        Ok(Page::new(lines.into_iter().map(|line| self.entry(line)).collect(), next))
    }

    // Erased as they are, their names stand in it.
    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(erasure::count(tx, self.filter.workstation.as_deref())?)
    }
}

impl Erasures {
    /// A line with its name masked once that is due (D-23): in the log itself it may not be yet.
    fn entry(&self, line: Erased) -> ErasureEntry {
        let masked = is_due(&self.settings, &line.at, self.now);
        ErasureEntry {
            id: line.id,
            account_name: if masked { words::masked_name(&line.account_name) } else { line.account_name },
            local: self.settings.wall(&line.at),
            at: line.at,
            user: line.employee,
            workstation: line.workstation,
            mode: line.mode,
            rows_removed: line.rows_removed.into_iter().map(WhatCount::from).collect(),
            swept: !line.swept_at.is_empty(),
            last_copies: match line.swept_at.as_str() {
                "" => "Not yet gone".to_owned(),
                at => format!("Gone on {}", self.settings.wall(at)),
            },
        }
    }
}
