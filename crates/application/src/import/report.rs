//! What an import came to, line by line where something is to be looked at.

use crate::contact::{ContactLine, LineMaker};
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::{ContactId, ImportId};
use forecourt_store::Tx;
use serde::Serialize;
use std::collections::HashMap;
use std::fmt::Write as _;
use ts_rs::TS;

/// LineMaker listed of each kind; all are counted.
pub(crate) const LISTED: usize = 1_000;

/// A row whose person is on file: by email address, by account reference and name, or by name and number,
/// postcode or plate.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportDuplicate {
    /// Its line in the file.
    pub line: u64,
    /// What they share: the email address, else the account reference, number, postcode or plate.
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

/// Rows of which one thing is to be said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportProblemGroup {
    /// The column's name; empty when the whole row is meant.
    pub column: String,
    /// What is wrong.
    pub message: String,
    /// How many rows.
    pub rows: u64,
    /// The line of the first.
    pub first_line: u64,
    /// The lines of all of them: `3 to 202, 210`.
    pub lines: String,
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
    /// Rows that only say no: those of a list of refusals make no contact.
    pub listed: u64,
    /// Refusals that could not be recorded, because nobody is on file by what the row names; the first 1,000.
    pub unrecorded: Vec<ImportProblem>,
    /// How many there are.
    pub unrecorded_total: u64,
    /// The same, those of one cause together.
    pub unrecorded_groups: Vec<ImportProblemGroup>,
    /// Rows whose address a contact already has; the first 1,000.
    pub duplicates: Vec<ImportDuplicate>,
    /// How many there are.
    pub duplicates_total: u64,
    /// Rows that were left out; the first 1,000.
    pub errors: Vec<ImportProblem>,
    /// How many there are.
    pub errors_total: u64,
    /// The same, those of one cause together.
    pub error_groups: Vec<ImportProblemGroup>,
    /// Cells that were not taken over, in rows that were; the first 1,000.
    pub warnings: Vec<ImportProblem>,
    /// How many there are.
    pub warnings_total: u64,
    /// The same, those of one cause together.
    pub warning_groups: Vec<ImportProblemGroup>,
    pub consent: ImportConsentCounts,
    /// Rows that say *must not be marketed to*: excluded from all marketing.
    pub suppressed: u64,
    /// Contacts already there that the file's refusals restricted.
    pub restricted: u64,
    /// Cells that hold a placeholder in place of an address (L-04).
    pub placeholders: u64,
}

/// A report being gathered.
#[derive(Default)]
pub(super) struct Gathering {
    pub rows: u64,
    pub created: u64,
    pub skipped: u64,
    pub failed: u64,
    pub listed: u64,
    pub suppressed: u64,
    pub restricted: u64,
    pub placeholders: u64,
    pub consent: ImportConsentCounts,
    duplicates: Vec<(u64, String, Option<ContactId>, Option<u64>)>,
    duplicates_total: u64,
    unrecorded: Problems,
    errors: Problems,
    warnings: Problems,
}

/// Problems of one kind: the first of them, how many there are, and all of them by cause.
#[derive(Default)]
struct Problems {
    first: Vec<ImportProblem>,
    total: u64,
    groups: Vec<Group>,
    /// Where the group of a column and message stands.
    places: HashMap<(String, String), usize>,
}

/// Rows of one cause, their lines from and to.
struct Group {
    rows: u64,
    lines: Vec<(u64, u64)>,
}

/// Causes told apart; a file with more is told of by its total.
const CAUSES: usize = 500;

impl Problems {
    fn add(&mut self, problem: ImportProblem) {
        self.total += 1;
        let line = problem.line;
        if self.first.len() < LISTED {
            self.first.push(problem.clone());
        }
        let count = self.groups.len();
        let at = match self.places.get(&(problem.column.clone(), problem.message.clone())) {
            Some(at) => *at,
            None if count < CAUSES => {
                self.places.insert((problem.column, problem.message), count);
                self.groups.push(Group { rows: 0, lines: Vec::new() });
                count
            }
            None => return,
        };
        let Some(group) = self.groups.get_mut(at) else { return };
        group.rows += 1;
        match group.lines.last_mut() {
            Some((_, to)) if line == *to || line == *to + 1 => *to = line,
            _ => group.lines.push((line, line)),
        }
    }

    /// The groups, those of most rows first.
    fn grouped(&self) -> Vec<ImportProblemGroup> {
        let mut causes: Vec<_> = self.places.iter().collect();
        causes.sort_unstable_by_key(|(_, at)| **at);
        let mut grouped: Vec<_> = causes
            .into_iter()
            .zip(&self.groups)
            .map(|(((column, message), _), group)| ImportProblemGroup {
                column: column.clone(),
                message: message.clone(),
                rows: group.rows,
                first_line: group.lines.first().map_or(0, |(from, _)| *from),
                lines: in_words(&group.lines),
            })
            .collect();
        grouped.sort_by(|a, b| b.rows.cmp(&a.rows).then(a.first_line.cmp(&b.first_line)));
        grouped
    }
}

/// `3 to 202, 210`.
fn in_words(lines: &[(u64, u64)]) -> String {
    let mut words = String::new();
    for (from, to) in lines {
        if !words.is_empty() {
            words.push_str(", ");
        }
        // Writing to a text cannot fail.
        let _ = match to - from {
            0 => write!(words, "{from}"),
            1 => write!(words, "{from}, {to}"),
            _ => write!(words, "{from} to {to}"),
        };
    }
    words
}

impl Gathering {
    pub(super) fn problem(&mut self, problem: ImportProblem) {
        if problem.left_out { &mut self.errors } else { &mut self.warnings }.add(problem);
    }

    /// How many refusals found nobody.
    pub(super) const fn unrecorded_total(&self) -> u64 {
        self.unrecorded.total
    }

    /// Refusals that found nobody.
    pub(super) fn unrecorded(&mut self, lost: Vec<ImportProblem>) {
        lost.into_iter().for_each(|problem| self.unrecorded.add(problem));
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
            listed: self.listed,
            unrecorded_total: self.unrecorded.total,
            unrecorded_groups: self.unrecorded.grouped(),
            unrecorded: self.unrecorded.first,
            duplicates,
            duplicates_total: self.duplicates_total,
            errors_total: self.errors.total,
            error_groups: self.errors.grouped(),
            errors: self.errors.first,
            warnings_total: self.warnings.total,
            warning_groups: self.warnings.grouped(),
            warnings: self.warnings.first,
            consent: self.consent,
            suppressed: self.suppressed,
            restricted: self.restricted,
            placeholders: self.placeholders,
        })
    }
}
