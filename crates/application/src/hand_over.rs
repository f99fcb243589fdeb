//! Handing documents over: to a file, to the viewer that prints, to the mail client. Everything
//! that leaves has its line in Report Audit before it exists (D-32).

use crate::context::id_of;
use crate::ports::FileKind;
use crate::settings::Settings;
use crate::{Code, Cx, Refusal};
use forecourt_documents::PdfProblem;
use forecourt_documents::Printed;
use forecourt_documents::emergency_sheet::EmergencySheet;
use forecourt_domain::ids::{ContactId, ReportId};
use forecourt_store::ledger::Subject;
use forecourt_store::{report_audit, workstation};
use serde::Serialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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
    let station = station(cx)?;
    let folder = (!station.save_folder.is_empty()).then(|| PathBuf::from(&station.save_folder));
    let place = match cx.app.ports.outlet.choose_place(suggested, kind, folder.as_deref()) {
        Ok(place) => place,
        Err(error) => {
            let id = start(cx, report)?;
            finish(cx, report, id, "failed", 0, "")?;
            return Err(file_refusal(&error));
        }
    };
    let Some(place) = place else {
        let id = start(cx, report)?;
        finish(cx, report, id, "cancelled", 0, "")?;
        return Ok(Delivered {
            handed: HandedOver { cancelled: true, ..HandedOver::default() },
            rows: 0,
            sha256: String::new(),
        });
    };
    deliver(cx, report, fill, |bytes| {
        cx.app.ports.outlet.write(&place, bytes)?;
        Ok(HandedOver {
            file: place.file_name().map(|name| name.to_string_lossy().into_owned()),
            folder: place.parent().map(|folder| folder.display().to_string()),
            ..HandedOver::default()
        })
    })
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
    deliver(cx, report, fill, |bytes| Ok(viewed(&cx.app.ports.outlet.view(name, bytes)?)))
}

fn viewed(place: &Path) -> HandedOver {
    let file = place.file_name().map(|name| name.to_string_lossy().into_owned());
    HandedOver { file, opened: true, ..HandedOver::default() }
}

/// Opens a document that is no report: the emergency sheet.
///
/// # Errors
/// What the disk or the viewer says.
pub fn view_pdf(cx: &Cx<'_>, name: &str, bytes: &[u8]) -> Result<HandedOver, Refusal> {
    let name = format!("{name}.pdf");
    let place = cx.app.ports.outlet.view(&name, &mut |out| out.write_all(bytes));
    place.map(|place| viewed(&place)).map_err(|error| file_refusal(&error))
}

/// Line first, then the bytes, then the line's end.
fn deliver(
    cx: &Cx<'_>,
    report: &Report,
    fill: &mut FillReport<'_>,
    put: impl FnOnce(&mut crate::ports::Fill<'_>) -> io::Result<HandedOver>,
) -> Result<Delivered, Refusal> {
    let id = start(cx, report)?;
    let mut filled: Result<i64, Refusal> = Ok(0);
    let mut hash = String::new();
    let outcome = put(&mut |out| {
        let mut hashing = Hashing { out: io::BufWriter::new(out), hasher: Sha256::new() };
        filled = fill(&mut hashing);
        hashing.flush()?;
        hash = data_encoding::HEXLOWER.encode(&hashing.hasher.finalize());
        match &filled {
            Ok(_) => Ok(()),
            Err(_) => Err(io::Error::other("not completed")),
        }
    });
    let settled = match (filled, outcome) {
        (Err(refusal), _) => Err(refusal),
        (Ok(_), Err(error)) => Err(file_refusal(&error)),
        (Ok(rows), Ok(handed)) => Ok(Delivered { handed, rows, sha256: hash }),
    };
    match settled {
        Ok(delivered) => {
            finish(cx, report, id, "completed", delivered.rows, &delivered.sha256).map_err(after_the_fact)?;
            Ok(delivered)
        }
        Err(refusal) => {
            let status = if refusal.code == Code::Cancelled { "cancelled" } else { "failed" };
            let noted = finish(cx, report, id, status, 0, "");
            // On a full disk the line stays at *begun*, and why there is no document is the news.
            if refusal.code != Code::DiskFull {
                noted?;
            }
            Err(refusal)
        }
    }
}

/// The document exists when its line cannot be completed: to say that nothing was done would be wrong.
fn after_the_fact(refusal: Refusal) -> Refusal {
    if refusal.code != Code::DiskFull {
        return refusal;
    }
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

fn start(cx: &Cx<'_>, report: &Report) -> Result<ReportId, Refusal> {
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
            },
        )?;
        writing.line("report.started", subject(report, id), &content(report, id))?;
        Ok(id)
    })
}

fn finish(
    cx: &Cx<'_>,
    report: &Report,
    id: ReportId,
    status: &str,
    rows: i64,
    hash: &str,
) -> Result<(), Refusal> {
    cx.write(|writing| {
        report_audit::finish(writing.tx, id, status, rows, hash, &cx.now.to_text())?;
        let mut content = content(report, id);
        if let Some(content) = content.as_object_mut() {
            content.insert("rows".into(), json!(rows));
            content.insert("sha256".into(), json!(hash));
        }
        writing.line(&format!("report.{status}"), subject(report, id), &content)?;
        Ok(())
    })
}

fn subject(report: &Report, id: ReportId) -> Subject {
    report.contact.map_or(Subject::Other("report", id.get()), Subject::Contact)
}

fn content(report: &Report, id: ReportId) -> serde_json::Value {
    json!({
        "id": id,
        "report": report.report,
        "criteria": report.criteria,
        "method": report.method,
        "reason": report.reason,
    })
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

/// This computer, as stored.
///
/// # Errors
/// What the database says.
pub fn station(cx: &Cx<'_>) -> Result<workstation::Workstation, Refusal> {
    let id = cx.office()?.workstation;
    let stations = cx.read(|tx| Ok(workstation::all(tx)?))?;
    stations.into_iter().find(|station| station.id == id).ok_or_else(|| Refusal::not_found("workstation"))
}

/// Who printed a list, when and where, for its footer.
///
/// # Errors
/// What the database says.
pub fn printed(cx: &Cx<'_>, settings: &Settings) -> Result<Printed, Refusal> {
    Ok(Printed {
        by: cx.employee.as_ref().map(|employee| employee.name.clone()).unwrap_or_default(),
        at: cx.now.wall_text(settings.zone),
        workstation: station(cx)?.name,
    })
}

/// The emergency sheet's bytes.
///
/// # Errors
/// When it cannot be made.
pub fn emergency_sheet(cx: &Cx<'_>, settings: &Settings, recovery_key: String) -> Result<Vec<u8>, Refusal> {
    let sheet = EmergencySheet {
        dealership: settings.dealership().name,
        date: forecourt_domain::time::uk_date(cx.now.civil_date(settings.zone)),
        workstation: station(cx)?.name,
        recovery_key,
    };
    forecourt_documents::emergency_sheet::emergency_sheet(&sheet).map_err(|error| Refusal::unexpected(&error))
}
