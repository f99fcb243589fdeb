//! What a carry-over came to, counted the same way whether it is tried or done.

use super::ledger_line::LedgerLine;
use crate::import::{ImportProblem, LISTED};
use forecourt_domain::consent::carry_over::DpaFlags;
use forecourt_domain::consent::{Basis, Change, Channel, State};
use serde::Serialize;
use ts_rs::TS;

/// What a carry-over did, or would do. Contacts are counted once, however many rows name them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct CarryOverReport {
    /// Was it only tried?
    pub dry_run: bool,
    pub file_name: String,
    /// Rows in the file, blank ones left out: those of contacts, repeated, not found, ambiguous
    /// and with errors add up to it.
    pub rows: u64,
    /// Contacts found.
    pub matched: u64,
    /// Further rows of a contact that an earlier row named; their flags count too.
    pub repeated: u64,
    /// Rows whose contact is not here.
    pub not_found: u64,
    /// Rows that may be several contacts'.
    pub ambiguous: u64,
    /// Rows that cannot be read.
    pub failed: u64,
    /// Contacts flagged *No Marketing*.
    pub no_marketing: u64,
    /// Contacts flagged *No Follow-Up* alone.
    pub no_follow_up: u64,
    /// Contacts who get letters or calls as *assumed*.
    pub assumed: u64,
    /// Contacts for whom the soft opt-in by email and SMS is claimed, because of a purchase.
    pub soft_opt_in: u64,
    /// Contacts who get email and SMS as *assumed* without a purchase (Navigator-exact).
    pub assumed_electronic: u64,
    /// Contacts whose recorded consent a flag takes away.
    pub consent_taken: u64,
    /// Contacts for whom nothing changes.
    pub unchanged: u64,
    /// Rows that cannot be read; the first 1,000.
    pub errors: Vec<ImportProblem>,
    /// Rows of nobody, or of more than one; the first 1,000.
    pub unmatched: Vec<ImportProblem>,
}

impl CarryOverReport {
    /// Notes a row that cannot be read.
    pub(super) fn error(&mut self, line: u64, column: &str, message: &str) {
        self.failed += 1;
        note(&mut self.errors, line, column, message);
    }

    /// Notes a row whose contact cannot be told.
    pub(super) fn unmatched(&mut self, line: u64, message: &str) {
        note(&mut self.unmatched, line, "", message);
    }

    /// Counts what the flags come to for one contact.
    pub(super) fn count(&mut self, flags: DpaFlags, changes: &[Change]) {
        self.no_marketing += u64::from(flags.no_marketing);
        self.no_follow_up += u64::from(flags.no_follow_up && !flags.no_marketing);
        let electronic = |channel| matches!(channel, Channel::Email | Channel::Sms);
        let steps = || changes.iter().flat_map(|change| change.cells.iter().map(|step| (change.basis, step)));
        let any = |wanted: &dyn Fn(Option<Basis>, Channel) -> bool| {
            let found =
                steps().any(|(basis, step)| step.to == State::Assumed && wanted(basis, step.cell.channel));
            u64::from(found)
        };
        self.assumed += any(&|_, channel| !electronic(channel));
        self.soft_opt_in += any(&|basis, channel| electronic(channel) && basis == Some(Basis::SoftOptIn));
        self.assumed_electronic +=
            any(&|basis, channel| electronic(channel) && basis != Some(Basis::SoftOptIn));
        self.consent_taken +=
            u64::from(steps().any(|(_, step)| step.from == State::Granted && !step.to.is_permission()));
        self.unchanged += u64::from(changes.is_empty());
    }

    /// The counts, for the ledger.
    pub(super) fn line(&self, exact: bool) -> LedgerLine {
        LedgerLine::CarriedOver {
            file: self.file_name.clone(),
            exact,
            rows: self.rows,
            contacts: self.matched,
            not_found: self.not_found,
            ambiguous: self.ambiguous,
            left_out: self.failed,
            no_marketing: self.no_marketing,
            no_follow_up: self.no_follow_up,
            assumed: self.assumed,
            soft_opt_in: self.soft_opt_in,
            assumed_electronic: self.assumed_electronic,
            consent_taken: self.consent_taken,
            unchanged: self.unchanged,
        }
    }
}

fn note(list: &mut Vec<ImportProblem>, line: u64, column: &str, message: &str) {
    if list.len() < LISTED {
        let (column, message) = (column.to_owned(), message.to_owned());
        list.push(ImportProblem { line, column, message, left_out: true });
    }
}
