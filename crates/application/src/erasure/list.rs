//! GDPR Erasure (D-23) as a list: who was erased, when, by whom, at which workstation.

use super::entry::ErasureEntry;
use super::filter::ErasureFilter;
use super::mask::is_due;
use super::preview_erasure::WhatCount;
use super::went::in_words;
use crate::words::{self, sentence};
use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, LastCopies, Refusal};
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::Tx;
use forecourt_store::erasure::{self, Erased};

/// Who may look at the log.
pub(super) const REVIEWERS: &[Right] = &[Right::ReviewErasureLog, Right::GdprRightsRequests];

/// Lines that are looked through at a time.
const AT_ONCE: i64 = 500;

/// The erasure log, newest first.
pub struct Erasures {
    filter: ErasureFilter,
    settings: Settings,
    now: Moment,
    /// What the last copies wait for that are left.
    waits: LastCopies,
}

impl List for Erasures {
    const NAME: &'static str = "erasures";
    const TITLE: &'static str = "GDPR Erasure";
    const LINE: &'static str = "{local}  {account_name}  {user}  {workstation}  {last_copies}";
    const EMPTY: &'static str = "Nobody has been erased.";
    const COLUMNS: &'static [ListColumn<ErasureEntry>] = &[
        ListColumn::left("account_name", "Account name", 4, |line| line.account_name.clone()),
        ListColumn::left("reference", "Reference", 3, |line| line.reference.clone()),
        ListColumn::left("local", "Date and time", 3, |line| line.local.clone()),
        ListColumn::left("user", "User", 3, |line| line.user.clone()),
        ListColumn::left("workstation", "Workstation", 3, |line| line.workstation.clone()),
        ListColumn::left("mode", "Mode", 2, |line| line.mode.clone()),
        ListColumn::left("reason", "Reason", 5, |line| line.reason.clone()),
        ListColumn::left("went", "What went", 6, |line| line.went.clone()),
        ListColumn::left("last_copies", "Last copies", 4, |line| line.last_copies.clone()),
    ];

    type Filter = ErasureFilter;
    type Row = ErasureEntry;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ErasureFilter) -> Result<Self, Refusal> {
        let waits = cx.last_copies().unwrap_or(LastCopies::Start);
        Ok(Self { filter, settings: Settings::load(tx)?, now: cx.now, waits })
    }

    fn criteria(&self) -> String {
        self.filter.criteria()
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ErasureEntry>, Refusal> {
        let mut rows = Vec::new();
        let mut from = before(after)?;
        // What a day or a word chooses is looked for along the log: who is erased is a few a week.
        loop {
            let lines = erasure::page(tx, self.filter.workstation.as_deref(), from, limit)?;
            let more = next_before(&lines, limit, |line| line.id.get());
            for line in lines {
                from = line.id.get();
                let entry = self.entry(line);
                if !self.filter.takes(&entry, self.settings.zone) {
                    continue;
                }
                rows.push(entry);
                if i64::try_from(rows.len()).is_ok_and(|full| full == limit) {
                    return Ok(Page::new(rows, Some(from.to_string())));
                }
            }
            if more.is_none() {
                return Ok(Page::new(rows, None));
            }
        }
    }

    // Erased as they are, their names stand in it.
    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        if !self.filter.looks_closer() {
            return Ok(erasure::count(tx, self.filter.workstation.as_deref())?);
        }
        let (mut people, mut after) = (0, None);
        loop {
            let page = self.page(tx, after.as_deref(), AT_ONCE)?;
            people += i64::try_from(page.rows.len()).unwrap_or(i64::MAX);
            after = page.next;
            if after.is_none() {
                return Ok(people);
            }
        }
    }
}

impl Erasures {
    /// A line with its name masked once that is due (D-23): in the log itself it may not be yet.
    fn entry(&self, line: Erased) -> ErasureEntry {
        let masked = is_due(&self.settings, &line.at, self.now);
        ErasureEntry {
            id: line.id,
            account_name: if masked { words::masked_name(&line.account_name) } else { line.account_name },
            reference: if masked { String::new() } else { line.reference },
            reason: if masked { String::new() } else { line.reason },
            went: sentence(&in_words(&line.rows_removed).join(", ")),
            local: self.settings.wall(&line.at),
            at: line.at,
            user: line.employee,
            workstation: line.workstation,
            mode: line.mode,
            rows_removed: line.rows_removed.into_iter().map(WhatCount::from).collect(),
            swept: !line.swept_at.is_empty(),
            last_copies: match line.swept_at.as_str() {
                "" => self.waits.in_short().to_owned(),
                at => format!("Gone on {}", self.settings.wall(at)),
            },
        }
    }
}
