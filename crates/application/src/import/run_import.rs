//! Importing, or trying to.

use super::columns::Columns;
use super::date_order::DateOrders;
use super::intake::Intake;
use super::ledger_line::LedgerLine;
use super::reading::Reading;
use super::report::ImportReport;
use super::stream::{self, Message};
use super::target::Target;
use super::{Mapping, Opened, layout, open};
use crate::contact::{LineMaker, check_recoverable, placeholders};
use crate::tag;
use crossbeam_channel::{Receiver, bounded};
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_domain::rights::Right;
use forecourt_store::Tx;
use forecourt_store::import_batch::{self, Outcome};
use forecourt_store::ledger::Subject;
use serde::Deserialize;
use tracing::info_span;
use ts_rs::TS;

/// Imports the contacts of a file, all or none of them. A dry run does the same and writes
/// nothing.
#[derive(Deserialize, TS)]
pub struct RunImport {
    /// The file, as the outlet offered it.
    pub file: String,
    /// Which columns go into which field; empty for the mapping that is guessed. With the entry
    /// `everyone_says_no` (channels, or `all`) the file is a list of people who said no: it makes no contact.
    #[serde(default)]
    pub mapping: Mapping,
    /// Only try?
    #[serde(default)]
    pub dry_run: bool,
    /// A name to follow and cancel the work by.
    #[serde(default)]
    pub job: String,
    /// Leave out rows whose person is on file: by email address, account reference and name, or name and number,
    /// postcode or plate? Refusals they state restrict that contact all the same.
    #[serde(default)]
    pub skip_duplicates: bool,
}

impl Command for RunImport {
    const NAME: &'static str = "run_import";
    const PERMIT: Permit = Permit::Right(Right::AccessSettings);
    const CHANGES: &'static [Tag] =
        &[tag::CONTACTS, tag::CONTACT, tag::VEHICLES, tag::CONSENT, tag::HISTORY, tag::IMPORTS];
    type Reply = ImportReport;

    fn run(self, cx: &Cx<'_>) -> Result<ImportReport, Refusal> {
        let settings = cx.settings()?;
        if !self.dry_run {
            check_recoverable(&settings)?;
        }
        let file = open(cx, &self.file)?;
        let mapping = if self.mapping.is_empty() { layout::guess(file.csv.headers()) } else { self.mapping };
        let columns = Columns::new(file.csv.headers(), &mapping)?;
        let job = cx.jobs().start(Some(&self.job));
        let orders = if columns.have_dates() {
            job.phase("Looking at the dates");
            info_span!(target: "phase", "read")
                .in_scope(|| DateOrders::judge(open(cx, &self.file)?.csv, &columns, &job))?
        } else {
            DateOrders::default()
        };
        let reading = Reading::new(
            columns,
            orders,
            (cx.now.civil_date(settings.zone), settings.zone),
            placeholders(&settings),
        );
        let lines = LineMaker::with(settings, cx.now);
        job.phase(if self.dry_run { "Checking the file" } else { "Importing contacts" });
        let Opened { csv, bytes, file_name, .. } = file;
        let (to, from) = bounded(stream::WAITING);
        std::thread::scope(|scope| {
            let reader = scope.spawn(move || stream::read(csv, &reading, &to));
            let answer = if self.dry_run {
                cx.read(|tx| {
                    let mut intake = Intake::new(tx, self.skip_duplicates)?;
                    take_all(tx, &mut intake, &from, None, &job, bytes)?;
                    intake.tell_unrecorded();
                    intake.report.finish(tx, &lines, None)
                })
            } else {
                let mut commit = None;
                let answer = cx.write_in_bulk(|writing| {
                    let report =
                        import(writing, file_name, self.skip_duplicates, &from, &lines, &job, bytes)?;
                    commit = Some(info_span!(target: "phase", "commit"));
                    Ok(report)
                });
                drop(commit);
                answer
            };
            // Nobody listens any more: a reader that was stopped half-way ends.
            drop(from);
            match reader.join() {
                Ok(()) => answer,
                Err(_) => answer.and(Err(Refusal::unexpected(&"the reading thread panicked"))),
            }
        })
    }
}

fn import(
    writing: &mut Writing<'_, '_>,
    file_name: String,
    skip_duplicates: bool,
    from: &Receiver<Message>,
    lines: &LineMaker,
    job: &Job,
    bytes: u64,
) -> Result<ImportReport, Refusal> {
    let tx = writing.tx;
    let actor = writing.actor.to_string();
    let id = import_batch::start(tx, &file_name, &writing.now.to_text(), &actor)?;
    let indexes = import_batch::put_off_indexes(tx)?;
    let mut intake = Intake::new(tx, skip_duplicates)?;
    let mut target = Target::new(writing, id, file_name.clone())?;
    take_all(tx, &mut intake, from, Some(&mut target), job, bytes)?;
    intake.tell_unrecorded();
    job.phase("Making the contacts searchable");
    let done = info_span!(target: "phase", "write").in_scope(|| intake.finish(&mut target, indexes, job))?;
    let (first_contact, last_contact) = target.contacts_made();
    let line = LedgerLine::Imported {
        file: file_name,
        rows: done.rows,
        created: done.created,
        skipped: done.skipped,
        left_out: done.failed,
        consent_granted: done.consent.granted,
        consent_refused: done.consent.refused,
        suppressed: done.suppressed,
        restricted: done.restricted,
        unrecorded: done.unrecorded_total(),
    };
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let outcome = Outcome {
        rows: count(done.rows),
        created: count(done.created),
        first_contact,
        last_contact,
        last_seq: writing.next_line(),
    };
    import_batch::finish(tx, id, &outcome)?;
    writing.record(Subject::Other("import", id.get()), &line)?;
    done.finish(tx, lines, Some(id))
}

/// Takes every row in, until the file ends or somebody cancels.
fn take_all(
    tx: &Tx<'_>,
    intake: &mut Intake,
    from: &Receiver<Message>,
    mut target: Option<&mut Target<'_, '_, '_>>,
    job: &Job,
    bytes: u64,
) -> Result<(), Refusal> {
    loop {
        match from.recv() {
            Ok(Message::Rows(batch)) => {
                job.step(batch.bytes, bytes)?;
                // A dry run compares as the import does, and writes nothing.
                let phase = match target {
                    Some(_) => info_span!(target: "phase", "write"),
                    None => info_span!(target: "phase", "compare"),
                };
                phase.in_scope(|| intake.take(tx, *batch, target.as_deref_mut()))?;
            }
            Ok(Message::End) => return Ok(()),
            Ok(Message::Failed) => {
                return Err(Refusal::new(
                    Code::File,
                    "The file could not be read to its end. Nothing was imported.",
                ));
            }
            Err(_) => return Err(Refusal::unexpected(&"the reading thread ended early")),
        }
    }
}
