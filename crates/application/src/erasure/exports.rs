//! Files that left before, in the folder where this workstation saves them: known by the hash that
//! Report Audit keeps, offered to go with the person, and never removed unasked.

use super::ledger_line::{ExportDeleted, LedgerLine};
use super::list::Erasures;
use forecourt_dispatch::list::List;
use forecourt_dispatch::ports::Lying;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::{ContactId, ReportId};
use forecourt_store::ledger::Subject;
use forecourt_store::report_audit::{About, Line};
use forecourt_store::{contact, report_audit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Reports that list no customers on file.
const WITHOUT_CUSTOMERS: [&str; 2] = [Erasures::TITLE, "Report Audit"];

/// A file that holds the person, or may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportedFile {
    pub name: String,
    pub sha256: String,
    /// What it is: `Right of Access`.
    pub report: String,
    /// When it was made, at the dealership.
    pub local: String,
    /// How many rows, forms or people it holds.
    pub rows: i64,
    /// Is it about this person alone? Else it is a list that holds others too.
    pub theirs: bool,
}

/// A file chosen to go.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FileToDelete {
    pub name: String,
    /// As it was offered: a file that is another one now stays.
    pub sha256: String,
}

/// What was found.
pub(super) struct Exported {
    pub files: Vec<ExportedFile>,
    pub folder: Option<String>,
    pub all: bool,
}

/// The exports in this workstation's save folder that hold the contact, or may.
pub(super) fn of(cx: &Cx<'_>, id: ContactId) -> Result<Exported, Refusal> {
    let nothing = Exported { files: Vec::new(), folder: None, all: true };
    let folder = cx.workstation()?.save_folder;
    if folder.is_empty() {
        return Ok(nothing);
    }
    // A folder that is gone or on a drive that is not there: nobody can look, and it is said.
    let Ok(lying) = cx.outlet().exported(&folder) else {
        return Ok(Exported { folder: Some(folder), all: false, ..nothing });
    };
    let files = cx.read(|tx| {
        let settings = Settings::load(tx)?;
        let person = contact::load(tx, id)?.ok_or_else(|| Refusal::not_found("contact"))?;
        let mut files = Vec::new();
        for file in lying.files {
            let Some(line) = report_audit::by_hash(tx, &file.sha256)? else { continue };
            let theirs = match &line.about {
                About::Contact(reference) if *reference == person.reference => true,
                About::Nobody if may_hold(&line, &person.created_at) => false,
                _ => continue,
            };
            files.push(ExportedFile {
                name: file.name,
                sha256: file.sha256,
                local: settings.wall(&line.at),
                report: line.report,
                rows: line.rows,
                theirs,
            });
        }
        Ok(files)
    })?;
    Ok(Exported { files, folder: Some(folder), all: lying.all })
}

/// A list of customers that was made since the contact is on file.
fn may_hold(line: &Line, created_at: &str) -> bool {
    !WITHOUT_CUSTOMERS.contains(&line.report.as_str()) && line.at.as_str() >= created_at
}

/// Removes the chosen files that Report Audit knows, each with a line; gives how many stayed.
pub(super) fn remove(cx: &Cx<'_>, chosen: Vec<FileToDelete>) -> Result<usize, Refusal> {
    if chosen.is_empty() {
        return Ok(0);
    }
    let folder = cx.workstation()?.save_folder;
    let mut gone: Vec<(ReportId, String)> = Vec::new();
    let mut stayed = 0;
    for FileToDelete { name, sha256 } in chosen {
        let known = cx.read(|tx| Ok(report_audit::by_hash(tx, &sha256)?))?;
        let file = Lying { name, sha256 };
        match known {
            Some(line)
                if !folder.is_empty() && cx.outlet().remove_exported(&folder, &file).unwrap_or(false) =>
            {
                gone.push((line.id, file.sha256));
            }
            _ => stayed += 1,
        }
    }
    if !gone.is_empty() {
        cx.write(|writing| {
            // Its name may hold the person's; the hash says which file it was.
            writing.record_all(gone.into_iter().map(|(report, sha256)| {
                let line = LedgerLine::ExportDeleted(ExportDeleted { report, sha256 });
                (Subject::Other("report", report.get()), line)
            }))
        })?;
    }
    Ok(stayed)
}
