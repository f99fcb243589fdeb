//! Carrying the flags over, or trying to. The dry run only leaves out the writing.

use super::columns::{CarryOverColumns, Places, flag};
use super::matching::{Owner, owner};
use super::report::CarryOverReport;
use crate::consent::ConsentDraft;
use crate::consent::record;
use crate::import::{Opened, cell, open};
use crate::tag;
use forecourt_dispatch::jobs::Job;
use forecourt_dispatch::{Code, Command, Cx, Permit, Refusal, Tag, Writing};
use forecourt_documents::csv_read::{CsvFile, Record, RowProblem};
use forecourt_domain::consent::carry_over::{CarryOver, DpaFlags, carry_over};
use forecourt_domain::consent::{Change, Method, Screen};
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_store::ledger::Subject;
use forecourt_store::{Tx, consent, contact};
use serde::Deserialize;
use std::collections::HashMap;
use ts_rs::TS;

/// How the note of every event begins (N-11).
const NOTE: &str = "DPA→GDPR migration 2.1";

/// Carries the flags of a file over, all of them or none. A dry run does the same and writes
/// nothing.
#[derive(Deserialize, TS)]
pub struct RunCarryOver {
    /// The file, as the outlet offered it.
    pub file: String,
    /// Which column holds what.
    pub columns: CarryOverColumns,
    /// Navigator-exact: assume email and SMS where there is no purchase, too (N-11).
    #[serde(default)]
    pub exact: bool,
    /// Only try?
    #[serde(default)]
    pub dry_run: bool,
    /// A name to follow and cancel the work by.
    #[serde(default)]
    pub job: String,
}

impl Command for RunCarryOver {
    const NAME: &'static str = "run_carry_over";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = &[tag::CONTACTS, tag::CONTACT, tag::CONSENT, tag::HISTORY];
    type Reply = CarryOverReport;

    fn run(self, cx: &Cx<'_>) -> Result<CarryOverReport, Refusal> {
        let Opened { csv, bytes, file_name, .. } = open(cx, &self.file)?;
        let places = Places::find(csv.headers(), &self.columns)?;
        let job = cx.jobs().start(Some(&self.job));
        let report = CarryOverReport { dry_run: self.dry_run, file_name, ..CarryOverReport::default() };
        if self.dry_run {
            return cx.read(|tx| {
                let mut carried = CarriedFlags { tx, job: &job, exact: self.exact, report };
                let owners = carried.read(csv, bytes, &places)?;
                carried.carry(&owners, None)?;
                Ok(carried.report)
            });
        }
        cx.write(|writing| {
            let mut carried = CarriedFlags { tx: writing.tx, job: &job, exact: self.exact, report };
            let owners = carried.read(csv, bytes, &places)?;
            carried.carry(&owners, Some(&mut *writing))?;
            let line = carried.report.line(self.exact);
            writing.record(Subject::None, &line)?;
            Ok(carried.report)
        })
    }
}

/// The one path of a dry run and a run: rows first, then contact after contact.
struct CarriedFlags<'w, 'c> {
    tx: &'w Tx<'c>,
    job: &'w Job,
    exact: bool,
    report: CarryOverReport,
}

impl CarriedFlags<'_, '_> {
    /// Reads all rows: each contact once, in the order of the file, with the flags of all its rows.
    /// Nothing is decided before, so that the order of two rows of one contact does not matter.
    fn read(
        &mut self,
        mut csv: CsvFile,
        bytes: u64,
        places: &Places,
    ) -> Result<Vec<(ContactId, DpaFlags)>, Refusal> {
        self.job.phase("Reading the file");
        let headers = csv.headers().to_vec();
        let mut owners: Vec<(ContactId, DpaFlags)> = Vec::new();
        let mut known: HashMap<ContactId, usize> = HashMap::new();
        let mut record = Record::default();
        while let Some(outcome) = csv.next(&mut record) {
            if outcome.is_ok() && record.is_blank() {
                continue;
            }
            self.report.rows += 1;
            if self.report.rows.is_multiple_of(64) {
                self.job.step(csv.bytes_read(), bytes)?;
            }
            // Whose flags they are is not guessed from a row that was mended.
            if outcome.is_ok()
                && let Some(problem) = record.problem()
            {
                self.report.error(record.line(), "", &problem.to_string());
                continue;
            }
            match outcome {
                Ok(()) => {}
                Err(RowProblem::Read { .. }) => {
                    let words = "The file could not be read to its end. Nothing was carried over.";
                    return Err(Refusal::new(Code::File, words));
                }
                Err(problem) => {
                    let column = problem.column().and_then(|at| headers.get(at.saturating_sub(1)));
                    let column = column.map_or("", String::as_str);
                    self.report.error(problem.line(), column, &problem.to_string());
                    continue;
                }
            }
            let Some((contact, flags)) = self.row(&record, places, &headers)? else { continue };
            if let Some((_, earlier)) = known.get(&contact).and_then(|at| owners.get_mut(*at)) {
                self.report.repeated += 1;
                earlier.no_follow_up |= flags.no_follow_up;
                earlier.no_marketing |= flags.no_marketing;
                continue;
            }
            known.insert(contact, owners.len());
            owners.push((contact, flags));
            self.report.matched += 1;
        }
        self.job.check()?;
        Ok(owners)
    }

    /// One row: whose it is and what it says; `None` when it is left out.
    fn row(
        &mut self,
        record: &Record,
        places: &Places,
        headers: &[String],
    ) -> Result<Option<(ContactId, DpaFlags)>, Refusal> {
        let line = record.line();
        for at in [places.no_follow_up, places.no_marketing] {
            if flag(cell(record, at)).is_none() {
                let column = headers.get(at).map_or("", String::as_str);
                self.report.error(line, column, "This is neither yes nor no. The row was left out.");
                return Ok(None);
            }
        }
        let says = |at| flag(cell(record, at)).unwrap_or_default();
        let flags =
            DpaFlags { no_follow_up: says(places.no_follow_up), no_marketing: says(places.no_marketing) };
        let report = &mut self.report;
        match owner(self.tx, places.reference(record), places.email(record))? {
            Owner::One(contact) => return Ok(Some((contact, flags))),
            Owner::Nobody => {
                report.not_found += 1;
                report.unmatched(line, "There is no such contact here.");
            }
            Owner::Several => {
                report.ambiguous += 1;
                report
                    .unmatched(line, "Several contacts have this email address. Give the account reference.");
            }
            Owner::Contradiction => {
                report.ambiguous += 1;
                report.unmatched(line, "Account reference and email address belong to different contacts.");
            }
            Owner::Unnamed => {
                report.error(line, "", "The row holds neither an account reference nor an email address.");
            }
            Owner::NoAddress => {
                report.error(line, "", "What stands for the email address is none.");
            }
        }
        Ok(None)
    }

    /// Decides contact after contact, and records what changes where there is somewhere to write.
    fn carry(
        &mut self,
        owners: &[(ContactId, DpaFlags)],
        mut writing: Option<&mut Writing<'_, '_>>,
    ) -> Result<(), Refusal> {
        self.job.phase(if writing.is_some() { "Carrying the flags over" } else { "Comparing contacts" });
        for (done, (contact, flags)) in owners.iter().enumerate() {
            self.job.step(done as u64, owners.len() as u64)?;
            let mut standing = consent::standing(self.tx, *contact)?;
            let known = CarryOver { has_sale: contact::has_bought(self.tx, *contact)?, exact: self.exact };
            let changes = carry_over(&standing, *flags, known);
            self.report.count(*flags, &changes);
            let Some(writing) = writing.as_deref_mut() else { continue };
            for change in changes {
                record(writing, draft(*contact, change, *flags), &mut standing)?;
            }
        }
        Ok(())
    }
}

fn draft(contact: ContactId, change: Change, flags: DpaFlags) -> ConsentDraft {
    let said = match flags {
        DpaFlags { no_marketing: true, no_follow_up: true } => "No Marketing, No Follow-Up",
        DpaFlags { no_marketing: true, .. } => "No Marketing",
        DpaFlags { no_follow_up: true, .. } => "No Follow-Up",
        DpaFlags { .. } => "not opted out",
    };
    ConsentDraft {
        contact,
        change,
        screen: Screen::Import,
        method: Method::Migration,
        notes: format!("{NOTE}: {said}"),
        date: None,
        // Nobody was shown any words.
        notice: Some(String::new()),
        evidence: None,
    }
}
