//! Handing documents over: to a file, to the viewer that prints, to the mail client. Everything
//! that leaves has its line in Report Audit before it exists (D-32).

pub use crate::paper::Paper;
use crate::ports::{FileKind, NotOpened, OwnFiles, Parcel, Placed};
use crate::release::{self, Leave};
use crate::report_entry::{End, Ended, finish, nothing_more, start};
use crate::report_line::ReportBegun;
use crate::watch::Watch;
use crate::{Code, Cx, Refusal, Writing};
use forecourt_documents::PdfProblem;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use ts_rs::TS;

pub use crate::report::Report;

/// What became of a document.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct HandedOver {
    /// The file's name.
    pub file: Option<String>,
    /// The folder it lies in; absent for a document in the viewer.
    pub folder: Option<String>,
    /// Was it opened in another program?
    pub opened: bool,
    /// What `show_in_folder` is asked for; absent where nobody can be shown a folder.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub saved: Option<String>,
    /// Did the person change their mind?
    pub cancelled: bool,
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
    let leave = release::ask(cx, report)?;
    let leaving = begin(cx, report, leave, |writing| paper.begin(writing))?;
    let delivered = match cx.outlet().view(&paper.name()) {
        Ok(parcel) => written(cx, parcel, &mut |out| paper.fill(out)),
        Err(error) => Err(Unwritten { refusal: file_refusal(&error), has_left: false }),
    };
    end(cx, report, leaving, delivered, |writing| paper.end(writing))
}

/// Saves an export where the person chooses, audited.
///
/// # Errors
/// [`Code::ReleaseNeeded`] before anything is asked or written; what the disk or `fill` says, and then
/// the line says *failed* and no partial file remains.
pub fn save(
    cx: &Cx<'_>,
    report: &Report,
    suggested: &str,
    kind: FileKind,
    fill: &mut FillReport<'_>,
) -> Result<Delivered, Refusal> {
    let leave = release::ask(cx, report)?;
    let folder = cx.workstation()?.save_folder;
    match cx.outlet().save(suggested, kind, &folder) {
        Ok(Some(parcel)) => deliver(cx, report, leave, fill, parcel),
        Ok(None) => {
            nothing_left(cx, report, leave, End::Cancelled)?;
            let handed = HandedOver { cancelled: true, ..HandedOver::default() };
            Ok(Delivered { handed, rows: 0, sha256: String::new() })
        }
        Err(error) => {
            nothing_left(cx, report, leave, End::Failed(""))?;
            Err(file_refusal(&error))
        }
    }
}

/// A line of what never began.
fn nothing_left(cx: &Cx<'_>, report: &Report, leave: Leave, end: End) -> Result<(), Refusal> {
    let begun = start(cx, report, &leave, nothing_more)?;
    finish(cx, report, &Ended { end, ..Ended::of_nobody(begun) }, nothing_more)?;
    release::give_back(cx, leave);
    Ok(())
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
    let leave = release::ask(cx, report)?;
    match cx.outlet().view(name) {
        Ok(parcel) => deliver(cx, report, leave, fill, parcel),
        Err(error) => {
            release::give_back(cx, leave);
            Err(file_refusal(&error))
        }
    }
}

impl From<Placed> for HandedOver {
    fn from(placed: Placed) -> Self {
        let Placed { file, folder, opened, saved } = placed;
        Self { file, folder, opened, saved, cancelled: false }
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
    leave: Leave,
    fill: &mut FillReport<'_>,
    parcel: Box<dyn Parcel>,
) -> Result<Delivered, Refusal> {
    let leaving = begin(cx, report, leave, nothing_more)?;
    let delivered = written(cx, parcel, fill);
    end(cx, report, leaving, delivered, nothing_more)
}

/// A report that was begun, with the leave that it goes by.
struct Leaving {
    begun: ReportBegun,
    leave: Leave,
}

/// The line's beginning; a release that comes to nothing is given back.
fn begin(
    cx: &Cx<'_>,
    report: &Report,
    leave: Leave,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<Leaving, Refusal> {
    match start(cx, report, &leave, also) {
        Ok(begun) => Ok(Leaving { begun, leave }),
        Err(refusal) => {
            release::give_back(cx, leave);
            Err(refusal)
        }
    }
}

/// The line's end, whatever became of the document, with what else is recorded of one that is whole.
fn end(
    cx: &Cx<'_>,
    report: &Report,
    Leaving { begun, leave }: Leaving,
    delivered: Result<Delivered, Unwritten>,
    also: impl FnOnce(&mut Writing<'_, '_>) -> Result<(), Refusal>,
) -> Result<Delivered, Refusal> {
    match delivered {
        Ok(delivered) => {
            let (rows, hash) = (delivered.rows, delivered.sha256.as_str());
            let ended = Ended { begun, end: End::Completed, rows, hash, people: report.people };
            match finish(cx, report, &ended, also) {
                Ok(()) => Ok(delivered),
                Err(refusal) if [Code::DiskFull, Code::Damaged].contains(&refusal.code) => {
                    Err(after_the_fact(refusal))
                }
                Err(refusal) => {
                    // The document exists, whatever could not be recorded of it.
                    finish(cx, report, &ended, nothing_more)?;
                    Err(refusal)
                }
            }
        }
        Err(Unwritten { refusal, has_left }) => {
            // Whoever drew it may have said only that it was stopped.
            let (refusal, why) = cx.watch.stopped().unwrap_or((refusal, ""));
            let end = if refusal.code == Code::Cancelled { End::Cancelled } else { End::Failed(why) };
            let people = if has_left { report.people } else { 0 };
            let noted = finish(cx, report, &Ended { end, people, ..Ended::of_nobody(begun) }, nothing_more);
            if !has_left {
                release::give_back(cx, leave);
            }
            // Where nothing can be written the line stays at *begun*, and why there is no document is
            // the news.
            if !refusal.is_about_writing() {
                noted?;
            }
            Err(refusal)
        }
    }
}

/// A document that was given up.
struct Unwritten {
    refusal: Refusal,
    /// Is some of it out of reach? What was written to a pipe is.
    has_left: bool,
}

/// The document, whole; one that is given up leaves nothing, for its parcel is dropped.
fn written(
    cx: &Cx<'_>,
    mut parcel: Box<dyn Parcel>,
    fill: &mut FillReport<'_>,
) -> Result<Delivered, Unwritten> {
    let kept = |refusal: Refusal| Unwritten { refusal, has_left: false };
    parcel.begin().map_err(|error| kept(file_refusal(&error)))?;
    let has_left = !parcel.can_be_taken_back();
    let gone = |refusal: Refusal| Unwritten { refusal, has_left };
    let io = |error: io::Error| gone(file_refusal(&error));
    let (rows, sha256) = {
        let out = io::BufWriter::new(&mut *parcel);
        let mut hashing = Hashing { out, hasher: Sha256::new(), watch: &cx.watch };
        let rows = fill(&mut hashing).map_err(gone)?;
        hashing.flush().map_err(io)?;
        (rows, data_encoding::HEXLOWER.encode(&hashing.hasher.finalize()))
    };
    cx.watch.check().map_err(gone)?;
    let handed = parcel.settle().map_err(io)?.into();
    Ok(Delivered { handed, rows, sha256 })
}

/// The document exists when its line cannot be completed: to say that nothing was done would be wrong.
fn after_the_fact(refusal: Refusal) -> Refusal {
    if refusal.code == Code::Damaged {
        let said = "The document was made, but the database file is damaged: Report Audit says only that it was begun. Nothing is written to it any more. Ask for help before you go on.";
        return Refusal { message: said.into(), ..refusal };
    }
    if refusal.code != Code::DiskFull {
        return refusal;
    }
    Refusal::new(
        Code::DiskFull,
        "The document was made, but the disk is full now: Report Audit says only that it was begun. Free some space before you go on.",
    )
}

struct Hashing<'w, W: Write> {
    out: W,
    hasher: Sha256,
    watch: &'w Watch,
}

impl<W: Write> Write for Hashing<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // Why it stops is asked of the watch itself, once nothing is left of the file.
        self.watch.check().map_err(|refusal| io::Error::other(refusal.message))?;
        let written = self.out.write(bytes)?;
        self.hasher.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// What to say about a file that could not be written or opened.
#[must_use]
pub fn file_refusal(error: &io::Error) -> Refusal {
    if let Some(why) = error.get_ref().and_then(|why| why.downcast_ref::<OwnFiles>()) {
        return Refusal::new(Code::File, why.to_string());
    }
    if let Some(why) = error.get_ref().and_then(|why| why.downcast_ref::<NotOpened>()) {
        return Refusal::new(Code::File, why.to_string());
    }
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
