//! Handing documents over: to a file, to the viewer that prints, to the mail client. Everything
//! that leaves has its line in Report Audit before it exists (D-32).

pub use crate::paper::Paper;
use crate::ports::{FileKind, Parcel, Placed};
use crate::report_line::{ReportBegun, ReportEnded};
use crate::writing::id_of;
use crate::{Code, Cx, OwnLine, Refusal, Writing};
use forecourt_documents::PdfProblem;
use forecourt_domain::ids::{ContactId, ReportId};
use forecourt_store::ledger::Subject;
use forecourt_store::report_audit;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use ts_rs::TS;

/// What became of a document.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct HandedOver {
    /// The file's name.
    pub file: Option<String>,
    /// The folder it lies in; absent for a document in the viewer.
    pub folder: Option<String>,
    /// Was it opened in another program?
    pub opened: bool,
    /// Did the person change their mind?
    pub cancelled: bool,
}

/// What Report Audit says about a document.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its name: `Data Capture`, `Right of Access`, ...
    pub report: &'static str,
    /// What was chosen, without personal data.
    pub criteria: String,
    /// `PDF`, `Print`, `CSV` or `E-mail`.
    pub method: &'static str,
    /// For a document about one contact: shown in the GDPR tab too.
    pub contact: Option<ContactId>,
    /// A reason to keep with it (D-18).
    pub reason: Option<String>,
}

/// A document that left, with what Report Audit keeps of it.
#[derive(Debug, Clone)]
pub struct Delivered {
    /// What the screen shows.
    pub handed: HandedOver,
    /// How many rows, forms or people.
    pub rows: i64,
    /// SHA-256 of the bytes, hexadecimal.
    pub sha256: String,
}

/// Writes the document's bytes and answers how many rows it holds.
pub type FillReport<'f> = dyn FnMut(&mut dyn Write) -> Result<i64, Refusal> + 'f;

/// Opens in the viewer what is recorded beyond its report.
///
/// # Errors
/// As [`save`], and what `paper` says.
pub fn view_paper(cx: &Cx<'_>, report: &Report, paper: &mut dyn Paper) -> Result<Delivered, Refusal> {
    let id = start(cx, report, |writing| paper.begin(writing))?;
    let delivered = cx
        .outlet()
        .view(&paper.name())
        .map_err(|error| file_refusal(&error))
        .and_then(|parcel| written(parcel, &mut |out| paper.fill(out)));
    end(cx, report, id, delivered, |writing| paper.end(writing))
}

/// Saves an export where the person chooses, audited.
///
/// # Errors
/// What the disk or `fill` says; then the line says *failed* and no partial file remains.
pub fn save(
    cx: &Cx<'_>,
    report: &Report,
    suggested: &str,
    kind: FileKind,
    fill: &mut FillReport<'_>,
) -> Result<Delivered, Refusal> {
    let folder = cx.workstation()?.save_folder;
    match cx.outlet().save(suggested, kind, &folder) {
        Ok(Some(parcel)) => deliver(cx, report, fill, parcel),
        Ok(None) => {
            let id = start(cx, report, nothing_more)?;
            finish(cx, report, id, End::Cancelled, 0, "", nothing_more)?;
            let handed = HandedOver { cancelled: true, ..HandedOver::default() };
            Ok(Delivered { handed, rows: 0, sha256: String::new() })
        }
        Err(error) => {
            let id = start(cx, report, nothing_more)?;
            finish(cx, report, id, End::Failed, 0, "", nothing_more)?;
            Err(file_refusal(&error))
        }
    }
}

/// Opens a document in the viewer, audited.
///
/// # Errors
/// As [`save`].
pub fn view(
    cx: &Cx<'_>,
    report: &Report,
    name: &str,
    fill: &mut FillReport<'_>,
) -> Result<Delivered, Refusal> {
    let parcel = cx.outlet().view(name).map_err(|error| file_refusal(&error))?;
    deliver(cx, report, fill, parcel)
}

impl From<Placed> for HandedOver {
    fn from(placed: Placed) -> Self {
        let Placed { file, folder, opened } = placed;
        Self { file, folder, opened, cancelled: false }
    }
}

/// Opens a document that is no report, and short: the emergency sheet, a mail draft.
///
/// # Errors
/// What the disk or the viewer says.
pub fn view_whole(cx: &Cx<'_>, name: &str, bytes: &[u8]) -> io::Result<Placed> {
    let mut parcel = cx.outlet().view(name)?;
    parcel.begin()?;
    parcel.write_all(bytes)?;
    parcel.settle()
}

/// Line first, then the bytes, then the line's end.
fn deliver(
    cx: &Cx<'_>,
    report: &Report,
    fill: &mut FillReport<'_>,
    parcel: Box<dyn Parcel>,
) -> Result<Delivered, Refusal> {
    let id = start(cx, report, nothing_more)?;
    let delivered = written(parcel, fill);
    end(cx, report, id, delivered, nothing_more)
}

/// Nothing is recorded beyond the report.
fn nothing_more(_: &mut Writing<'_, '_>) -> Result<(), Refusal> {
    Ok(())
}

/// The line's end, whatever became of the document, with what else is recorded of one that is whole.
fn end(
    cx: &Cx<'_>,
    report: &Report,
    id: ReportId,
    delivered: Result<Delivered, Refusal>,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<Delivered, Refusal> {
    match delivered {
        Ok(delivered) => {
            let (rows, hash) = (delivered.rows, &delivered.sha256);
            match finish(cx, report, id, End::Completed, rows, hash, also) {
                Ok(()) => Ok(delivered),
                Err(refusal) if refusal.code == Code::DiskFull => Err(after_the_fact()),
                Err(refusal) => {
                    // The document exists, whatever could not be recorded of it.
                    finish(cx, report, id, End::Completed, rows, hash, nothing_more)?;
                    Err(refusal)
                }
            }
        }
        Err(refusal) => {
            let end = if refusal.code == Code::Cancelled { End::Cancelled } else { End::Failed };
            let noted = finish(cx, report, id, end, 0, "", nothing_more);
            // On a full disk the line stays at *begun*, and why there is no document is the news.
            if refusal.code != Code::DiskFull {
                noted?;
            }
            Err(refusal)
        }
    }
}

/// The document, whole; one that is given up leaves nothing, for its parcel is dropped.
fn written(mut parcel: Box<dyn Parcel>, fill: &mut FillReport<'_>) -> Result<Delivered, Refusal> {
    let io = |error: io::Error| file_refusal(&error);
    parcel.begin().map_err(io)?;
    let (rows, sha256) = {
        let mut hashing = Hashing { out: io::BufWriter::new(&mut *parcel), hasher: Sha256::new() };
        let rows = fill(&mut hashing)?;
        hashing.flush().map_err(io)?;
        (rows, data_encoding::HEXLOWER.encode(&hashing.hasher.finalize()))
    };
    let handed = parcel.settle().map_err(io)?.into();
    Ok(Delivered { handed, rows, sha256 })
}

/// The document exists when its line cannot be completed: to say that nothing was done would be wrong.
fn after_the_fact() -> Refusal {
    Refusal::new(
        Code::DiskFull,
        "The document was made, but the disk is full now: Report Audit says only that it was begun. Free some space before you go on.",
    )
}

struct Hashing<W: Write> {
    out: W,
    hasher: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[derive(Clone, Copy)]
enum End {
    Completed,
    Failed,
    Cancelled,
}

impl End {
    /// Its word in Report Audit, and its line.
    fn said(self) -> (&'static str, fn(ReportEnded) -> OwnLine) {
        match self {
            Self::Completed => ("completed", OwnLine::ReportCompleted),
            Self::Failed => ("failed", OwnLine::ReportFailed),
            Self::Cancelled => ("cancelled", OwnLine::ReportCancelled),
        }
    }
}

fn start(
    cx: &Cx<'_>,
    report: &Report,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<ReportId, Refusal> {
    let run = cx.book()?.run();
    cx.write(|writing| {
        let id = report_audit::start(
            writing.tx,
            &report_audit::Started {
                at: &cx.now.to_text(),
                report: report.report,
                criteria: &report.criteria,
                method: report.method,
                employee: id_of(cx.employee.as_ref()),
                workstation: writing.workstation().get(),
                contact: report.contact,
                run: &run,
            },
        )?;
        writing.record(subject(report, id), &OwnLine::ReportStarted(begun(report, id)))?;
        also(writing)?;
        Ok(id)
    })
}

fn finish(
    cx: &Cx<'_>,
    report: &Report,
    id: ReportId,
    end: End,
    rows: i64,
    hash: &str,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    cx.write(|writing| {
        let (status, line) = end.said();
        report_audit::finish(writing.tx, id, status, rows, hash, &cx.now.to_text())?;
        let ended = ReportEnded { begun: begun(report, id), rows, sha256: hash.to_owned() };
        writing.record(subject(report, id), &line(ended))?;
        also(writing)
    })
}

fn subject(report: &Report, id: ReportId) -> Subject {
    report.contact.map_or(Subject::Other("report", id.get()), Subject::Contact)
}

fn begun(report: &Report, id: ReportId) -> ReportBegun {
    ReportBegun {
        id,
        report: report.report.to_owned(),
        criteria: report.criteria.clone(),
        method: report.method.to_owned(),
        reason: report.reason.clone(),
    }
}

/// What to say about a file that could not be written or opened.
#[must_use]
pub fn file_refusal(error: &io::Error) -> Refusal {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Refusal::new(
            Code::DiskFull,
            "The disk is full. No file was left behind. Free some space, then try again.",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            Refusal::new(Code::File, "The file cannot be written there. Choose another folder.")
        }
        io::ErrorKind::NotFound => {
            Refusal::new(Code::File, "The folder, or the program to open the file with, was not found.")
        }
        kind => {
            tracing::warn!(?kind, "a file could not be handed over");
            Refusal::new(Code::File, "The file could not be written or opened.")
        }
    }
}

/// What to say about a document that could not be made.
impl From<PdfProblem> for Refusal {
    fn from(problem: PdfProblem) -> Self {
        match &problem {
            PdfProblem::Write(error) => file_refusal(error),
            PdfProblem::Stopped => Self::new(Code::Cancelled, "Cancelled. Nothing was printed."),
            PdfProblem::Font => Self::unexpected(&problem),
        }
    }
}
