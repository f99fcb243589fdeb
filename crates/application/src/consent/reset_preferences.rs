//! Assuming that nobody gave permission (N-12, N-20): what is merely assumed is taken back from
//! every contact at once.

use super::ledger_line::LedgerLine;
use crate::consent::ConsentDraft;
use crate::consent::record;
use crate::dealership::DealershipSettings;
use crate::tag;
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::consent::carry_over::reset;
use forecourt_domain::consent::{Change, Method, Screen, Standing, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::name;
use forecourt_domain::rights::Right;
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, consent};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Contacts looked at together: reading goes no further ahead of writing than this.
const AT_ONCE: usize = 500;

/// Takes permissions back from every contact, all or none. A dry run counts and writes nothing.
/// The run needs both rights, and the dealership's name typed.
#[derive(Deserialize, TS)]
pub struct ResetPreferences {
    /// Recorded consent too? Else only what is assumed.
    #[serde(default)]
    pub include_explicit: bool,
    /// Only count?
    #[serde(default)]
    pub dry_run: bool,
    /// The dealership's name, typed; not asked for by a dry run.
    #[serde(default)]
    pub confirm: String,
    /// A name to follow and cancel the work by.
    #[serde(default)]
    pub job: String,
}

/// What a reset did, or would do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ResetReport {
    /// Was it only tried?
    pub dry_run: bool,
    /// Contacts who lose a permission.
    pub contacts: u64,
    /// Permissions taken back: one for each party, channel and purpose.
    pub cells: u64,
    /// How many of them were recorded consent.
    pub explicit_cells: u64,
    /// Contacts who keep consent that was recorded.
    pub kept_contacts: u64,
    /// How many permissions those are.
    pub kept_cells: u64,
}

impl Command for ResetPreferences {
    const NAME: &'static str = "reset_preferences";
    // Counting takes no permission back.
    const PERMIT: Permit =
        Permit::ByInput { always: &[Right::ChangeGdprOption], sometimes: &[Right::BulkPreferenceReset] };
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = ResetReport;

    fn needs(&self) -> &'static [Right] {
        if self.dry_run { &[] } else { &[Right::BulkPreferenceReset] }
    }

    fn run(self, cx: &Cx<'_>) -> Result<ResetReport, Refusal> {
        if !self.dry_run && !name::is_typed(&cx.settings()?.dealership().name, &self.confirm) {
            let words = "The name that was typed is not the name of this dealership.";
            return Err(Refusal::invalid("confirm", words));
        }
        let job = cx.jobs().start(Some(&self.job));
        job.phase(if self.dry_run { "Counting permissions" } else { "Taking permissions back" });
        if self.dry_run {
            return cx.read(|tx| self.walk(tx, &job, None));
        }
        cx.write(|writing| {
            let report = self.walk(writing.tx, &job, Some(&mut *writing))?;
            let line = LedgerLine::Reset {
                include_explicit: self.include_explicit,
                contacts: report.contacts,
                cells: report.cells,
                kept_contacts: report.kept_contacts,
                kept_cells: report.kept_cells,
            };
            writing.record(Subject::None, &line)?;
            Ok(report)
        })
    }
}

impl ResetPreferences {
    /// The one path of a dry run and a run.
    fn walk(
        &self,
        tx: &Tx<'_>,
        job: &Job,
        mut writing: Option<&mut Writing<'_, '_>>,
    ) -> Result<ResetReport, Refusal> {
        let total = u64::try_from(consent::permitting_count(tx)?).unwrap_or(0);
        let mut report = ResetReport { dry_run: self.dry_run, ..ResetReport::default() };
        let (mut after, mut done) = (ContactId::new(0), 0);
        loop {
            let batch = consent::permitting(tx, after, AT_ONCE)?;
            let Some((last, _)) = batch.last() else { return Ok(report) };
            after = *last;
            for (contact, mut standing) in batch {
                job.step(done, total)?;
                done += 1;
                let change = reset(&standing, self.include_explicit);
                report.count(&standing, change.as_ref(), self.include_explicit);
                if let (Some(change), Some(writing)) = (change, writing.as_deref_mut()) {
                    record(writing, self.draft(contact, change), &mut standing)?;
                }
            }
        }
    }

    fn draft(&self, contact: ContactId, change: Change) -> ConsentDraft {
        let what = if self.include_explicit { "recorded consent included" } else { "what was assumed" };
        ConsentDraft {
            contact,
            change,
            screen: Screen::System,
            method: Method::BulkReset,
            notes: format!("Bulk reset: {what}"),
            date: None,
            notice: Some(String::new()),
            evidence: None,
        }
    }
}

impl ResetReport {
    fn count(&mut self, standing: &Standing, change: Option<&Change>, explicit: bool) {
        let granted = standing.cells.values().filter(|stored| stored.state == State::Granted).count() as u64;
        if let Some(change) = change {
            self.contacts += 1;
            self.cells += change.cells.len() as u64;
        }
        if explicit {
            self.explicit_cells += granted;
        } else if granted > 0 {
            self.kept_contacts += 1;
            self.kept_cells += granted;
        }
    }
}
