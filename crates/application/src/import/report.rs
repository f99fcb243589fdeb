//! What an import came to, line by line where something is to be looked at.

use crate::contact::{ContactLine, LineMaker};
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_store::Tx;
use serde::Serialize;
use ts_rs::TS;

/// LineMaker listed of each kind; all are counted.
pub(crate) const LISTED: usize = 1_000;

/// A row whose e-mail address, or whose account reference and name, a contact already has.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportDuplicate {
    /// Its line in the file.
    pub line: u64,
    /// The e-mail address, or the account reference where that is what they share.
    pub email: String,
    /// The contact that has it; absent when it stands in the same file.
    pub existing: Option<ContactLine>,
    /// The line of the first row with it, when it stands in the same file.
    pub first_line: Option<u64>,
}

/// Something wrong with a row. Never holds anything of the row itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProblem {
    /// Its line in the file.
    pub line: u64,
    /// The column's name; empty when the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// Was the row left out? Else it was imported without the cell.
    pub left_out: bool,
}

/// What the file says of consent, by contacts created.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportConsentCounts {
    /// Contacts with at least one permission that the file states with date and source.
    pub granted: u64,
    /// Contacts with refusals only.
    pub refused: u64,
    /// Contacts about which nothing is recorded.
    pub none: u64,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportReport {
    /// Was it only tried?
    pub dry_run: bool,
    /// The import, to undo it by.
    pub import_id: Option<ImportId>,
    /// Rows in the file, blank ones left out.
    pub rows: u64,
    /// Contacts created.
    pub created: u64,
    /// Rows left out because a contact already has the address.
    pub skipped: u64,
    /// Rows left out because something is wrong with them.
    pub failed: u64,
    /// Rows whose address a contact already has; the first 1,000.
    pub duplicates: Vec<ImportDuplicate>,
    /// How many there are.
    pub duplicates_total: u64,
    /// Rows that were left out; the first 1,000.
    pub errors: Vec<ImportProblem>,
    /// How many there are.
    pub errors_total: u64,
    /// Cells that were not taken over, in rows that were; the first 1,000.
    pub warnings: Vec<ImportProblem>,
    /// How many there are.
    pub warnings_total: u64,
    pub consent: ImportConsentCounts,
    /// Rows that say *must not be marketed to*: excluded from all marketing.
    pub suppressed: u64,
    /// Contacts already there that the file's refusals restricted.
    pub restricted: u64,
}

/// A report being gathered.
#[derive(Default)]
pub(super) struct Gathering {
    pub rows: u64,
    pub created: u64,
    pub skipped: u64,
    pub failed: u64,
    pub suppressed: u64,
    pub restricted: u64,
    pub consent: ImportConsentCounts,
    duplicates: Vec<(u64, String, Option<ContactId>, Option<u64>)>,
    duplicates_total: u64,
    errors: Vec<ImportProblem>,
    errors_total: u64,
    warnings: Vec<ImportProblem>,
    warnings_total: u64,
}

impl Gathering {
    pub(super) fn problem(&mut self, problem: ImportProblem) {
        let (list, total) = if problem.left_out {
            (&mut self.errors, &mut self.errors_total)
        } else {
            (&mut self.warnings, &mut self.warnings_total)
        };
        *total += 1;
        if list.len() < LISTED {
            list.push(problem);
        }
    }

    pub(super) fn duplicate(
        &mut self,
        line: u64,
        shared: &str,
        existing: Option<ContactId>,
        first_line: Option<u64>,
    ) {
        self.duplicates_total += 1;
        if self.duplicates.len() < LISTED {
            self.duplicates.push((line, shared.to_owned(), existing, first_line));
        }
    }

    /// The report, with the contacts that rows were compared to.
    pub(super) fn finish(
        self,
        tx: &Tx<'_>,
        lines: &LineMaker,
        import: Option<ImportId>,
    ) -> Result<ImportReport, Refusal> {
        let mut duplicates = Vec::with_capacity(self.duplicates.len());
        for (line, email, existing, first_line) in self.duplicates {
            let existing = match existing {
                Some(id) => lines.of(tx, &[id])?.pop(),
                None => None,
            };
            duplicates.push(ImportDuplicate { line, email, existing, first_line });
        }
        Ok(ImportReport {
            dry_run: import.is_none(),
            import_id: import,
            rows: self.rows,
            created: self.created,
            skipped: self.skipped,
            failed: self.failed,
            duplicates,
            duplicates_total: self.duplicates_total,
            errors: self.errors,
            errors_total: self.errors_total,
            warnings: self.warnings,
            warnings_total: self.warnings_total,
            consent: self.consent,
            suppressed: self.suppressed,
            restricted: self.restricted,
        })
    }
}
