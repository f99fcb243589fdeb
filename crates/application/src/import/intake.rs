//! Taking rows in: the one path that a dry run and an import share. The dry run only leaves out
//! the writing.

use super::permission::at_creation;
use super::reading::PreparedRow;
use super::refusing::{Pending, Refusing};
use super::report::{Gathering, ImportProblem};
use super::seen_contacts::{Alike, ExistingContact, Reference, SeenContacts, Shared};
use super::stream::Batch;
use super::target::{Restriction, Target, Waiting};
use forecourt_dispatch::Refusal;
use forecourt_dispatch::jobs::Job;
use forecourt_domain::consent::{Change, State};
use forecourt_store::import_batch::Later;
use forecourt_store::{Tx, contact};

/// Rows being taken in.
pub(super) struct Intake {
    pub report: Gathering,
    known: SeenContacts,
    /// Refusals of rows that make no contact.
    pending: Pending,
    skip_duplicates: bool,
    /// The highest account reference in use.
    number: i64,
}

impl Intake {
    pub(super) fn new(tx: &Tx<'_>, skip_duplicates: bool) -> Result<Self, Refusal> {
        Ok(Self {
            report: Gathering::default(),
            known: SeenContacts::new(tx)?,
            pending: Pending::default(),
            skip_duplicates,
            number: contact::last_reference(tx)?,
        })
    }

    /// Takes the rows of a batch in; writes them where there is a target.
    pub(super) fn take(
        &mut self,
        tx: &Tx<'_>,
        batch: Batch,
        mut target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        self.report.rows += batch.read;
        self.report.failed += batch.failed;
        self.report.listed += batch.listed;
        self.report.placeholders += batch.placeholders;
        for problem in batch.problems {
            self.report.problem(problem);
        }
        for (at, row) in batch.rows.into_iter().enumerate() {
            self.row(tx, row, at, target.as_deref_mut())?;
        }
        for refusing in batch.refusals {
            self.refuse(tx, refusing, target.as_deref_mut())?;
        }
        if let Some(target) = target {
            target.add_waiting(&batch.terms)?;
            target.spare_memory()?;
        }
        Ok(())
    }

    /// Tells of the refusals that found nobody, once the file has ended.
    pub(super) fn tell_unrecorded(&mut self) {
        self.report.unrecorded(self.pending.unrecorded());
    }

    /// Puts in what waits, and notes the references in use. Gives what is to be told of the rows; what was
    /// known of them gives its memory back before the indexes are sorted.
    pub(super) fn finish(
        self,
        target: &mut Target<'_, '_, '_>,
        indexes: Later,
        job: &Job,
    ) -> Result<Gathering, Refusal> {
        let Self { report, known, number, .. } = self;
        drop(known);
        target.settle()?;
        target.put_in_terms(job)?;
        indexes.make(target.writing.tx, || job.check())?;
        contact::raise_reference(target.writing.tx, number)?;
        Ok(report)
    }

    /// Takes the row at place `at` of its batch in.
    fn row(
        &mut self,
        tx: &Tx<'_>,
        mut row: PreparedRow,
        at: usize,
        mut target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        if row.stated.excludes() {
            self.report.suppressed += 1;
        }
        let own = if row.stated.denied == 0 { String::new() } else { row.reference.clone() };
        let shared = self.shared(tx, &mut row)?;
        if let Some(shared) = &shared {
            let existing = shared.holders.iter().find_map(|holder| match holder {
                ExistingContact::Stored(id) => Some(*id),
                ExistingContact::InFile(_) => None,
            });
            self.report.duplicate(row.line, &shared.what, existing, shared.first_line);
            if self.skip_duplicates {
                self.report.skipped += 1;
                if row.stated.denied != 0 {
                    let refusing = Refusing::of(&row, &own);
                    return self.impose(tx, refusing, &shared.holders, target);
                }
                return Ok(());
            }
            if row.stated.denied != 0 {
                self.impose_on_namesakes(tx, &row, &shared.holders, target.as_deref_mut())?;
            }
        }
        let opted_out = match &shared {
            Some(shared) => self.known.opted_out(tx, &shared.holders)?,
            None => false,
        };
        // What an earlier row refused for the same person, which could not be taken itself.
        row.stated.denied |= self.pending.of(&row);
        let change = at_creation(&row.stated, opted_out);
        self.count(change.as_ref());
        let has_own_reference = !row.reference.is_empty();
        let reference = self.reference_for(tx, &mut row)?;
        self.known.add(&row, &reference, has_own_reference, row.stated.denied);
        self.report.created += 1;
        if let Some(target) = target {
            target.waiting.push(Waiting { row, reference, at, change });
        }
        Ok(())
    }

    /// The No of a row that makes no contact.
    fn refuse(
        &mut self,
        tx: &Tx<'_>,
        refusing: Refusing,
        target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        if refusing.stated.excludes() {
            self.report.suppressed += 1;
        }
        self.impose(tx, refusing, &[], target)
    }

    /// Restricts whoever a refusal is about: `holders`, whose second its row is, and whom else it names. What
    /// nobody has yet is kept for the rows that follow.
    fn impose(
        &mut self,
        tx: &Tx<'_>,
        refusing: Refusing,
        holders: &[ExistingContact],
        mut target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        let all = refusing.stated.denied;
        let mut refused: Vec<_> = holders.iter().map(|holder| (*holder, all)).collect();
        for (holder, bits) in self.known.refused_by(tx, &refusing)? {
            if !holders.contains(&holder) {
                refused.push((holder, bits));
            }
        }
        let (recorded, reached) = (refused.iter().any(|(_, bits)| *bits == all), !refused.is_empty());
        for (holder, bits) in refused {
            self.restrict(tx, &refusing, holder, bits, target.as_deref_mut())?;
        }
        self.pending.keep(refusing, recorded, reached);
        Ok(())
    }

    /// The No of a second row that makes a contact of its own counts for the first, where both have one name.
    fn impose_on_namesakes(
        &mut self,
        tx: &Tx<'_>,
        row: &PreparedRow,
        holders: &[ExistingContact],
        mut target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        let refusing = Refusing::of(row, "");
        for holder in holders {
            if !self.known.is_named(tx, *holder, &row.sort_name)? {
                continue;
            }
            self.restrict(tx, &refusing, *holder, row.stated.denied, target.as_deref_mut())?;
        }
        Ok(())
    }

    /// Whose second a row is: by an email address, by account reference and name, or by name and number,
    /// postcode or plate.
    fn shared(&mut self, tx: &Tx<'_>, row: &mut PreparedRow) -> Result<Option<Shared>, Refusal> {
        if let Some(shared) = self.known.by_email(tx, row)? {
            if !self.skip_duplicates && !row.reference.is_empty() {
                self.free_reference(tx, row)?;
            }
            return Ok(Some(shared));
        }
        if row.reference.is_empty() {
            return self.alike(tx, row);
        }
        match self.known.reference(tx, row)? {
            Reference::Free => self.alike(tx, row),
            Reference::Same(holder) => {
                let what = std::mem::take(&mut row.reference);
                Ok(Some(Shared { what, holders: vec![holder], first_line: None }))
            }
            Reference::Taken => {
                self.taken(row);
                self.alike(tx, row)
            }
        }
    }

    /// Who is the same person without sharing an address or reference; who may be is told.
    fn alike(&mut self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Option<Shared>, Refusal> {
        match self.known.by_likeness(tx, row)? {
            Alike::Same(shared) => return Ok(Some(shared)),
            Alike::ButForTheAddress => self.hint(
                row,
                "Somebody of this name with the same number, postcode or plate is here already, under another email \
                 address. Imported as well.",
            ),
            Alike::OfThePlate => self.hint(
                row,
                "Somebody of another name has this registration plate. Imported as well; perhaps the car was sold.",
            ),
            Alike::Nobody => {}
        }
        Ok(None)
    }

    /// Something to look at in a row that is taken as it is.
    fn hint(&mut self, row: &PreparedRow, words: &str) {
        self.report.problem(ImportProblem {
            line: row.line,
            column: String::new(),
            message: words.to_owned(),
            left_out: false,
        });
    }

    /// Two contacts never have one reference, whoever they are.
    fn free_reference(&mut self, tx: &Tx<'_>, row: &mut PreparedRow) -> Result<(), Refusal> {
        if !matches!(self.known.reference(tx, row)?, Reference::Free) {
            self.taken(row);
        }
        Ok(())
    }

    fn taken(&mut self, row: &mut PreparedRow) {
        row.reference.clear();
        self.hint(row, "Another contact has this account reference. This one gets a new one.");
    }

    /// The row's own reference, or the next free one.
    fn reference_for(&mut self, tx: &Tx<'_>, row: &mut PreparedRow) -> Result<String, Refusal> {
        let own = std::mem::take(&mut row.reference);
        if !own.is_empty() {
            self.number = self.number.max(contact::reference_number(&own).unwrap_or(0));
            return Ok(own);
        }
        loop {
            self.number += 1;
            let reference = contact::own_reference(self.number);
            if !self.known.holds(&reference) && contact::by_reference(tx, &reference)?.is_none() {
                return Ok(reference);
            }
        }
    }

    fn count(&mut self, change: Option<&Change>) {
        let counts = &mut self.report.consent;
        match change {
            Some(change) if change.gives_consent() => counts.granted += 1,
            Some(change) if change.cells.iter().any(|step| step.to == State::Refused) => counts.refused += 1,
            _ => counts.none += 1,
        }
    }

    /// Takes `denied` away from somebody.
    fn restrict(
        &mut self,
        tx: &Tx<'_>,
        refusing: &Refusing,
        holder: ExistingContact,
        denied: u8,
        target: Option<&mut Target<'_, '_, '_>>,
    ) -> Result<(), Refusal> {
        let news = self.known.impose(tx, holder, denied)?;
        if news == 0 {
            return Ok(());
        }
        self.report.restricted += 1;
        if let Some(target) = target {
            target.restrictions.push(Restriction {
                holder,
                denied: news,
                stated: refusing.stated.clone(),
                line: refusing.line,
            });
        }
        Ok(())
    }
}
