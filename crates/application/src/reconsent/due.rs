//! The contacts with a permission that ran out, as screen, paper and file show them. Computed from
//! the setting at every call (D-15): there is nothing to bring up to date when it changes.

use crate::consent::ran_out;
use crate::consent::settings::ConsentSettings;
use crate::contact::{ContactLine, Lines};
use chrono::NaiveDate;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::settings::Settings;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, newest_over, uk_date};
use forecourt_store::Tx;
use forecourt_store::contact::Cursor;
use forecourt_store::contact::reconsent::{self, Due};
use serde::Serialize;
use ts_rs::TS;

/// A contact to be asked again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReconsentRow {
    /// The contact, as in every list.
    #[serde(flatten)]
    pub contact: ContactLine,
    /// When consent was last obtained, as `21/11/2026`; `Never recorded` (D-13).
    pub last_obtained_text: String,
    /// Nobody ever gave this consent: it was only assumed.
    pub never_recorded: bool,
    /// What ran out: `Email and SMS; T.P.: Letter`.
    pub ran_out: String,
    /// The last day on which all of it was good, as `21/11/2026`.
    pub good_until: String,
}

/// The list as the settings make it today.
pub(crate) struct DueList {
    lines: Lines,
    periods: Periods,
    today: NaiveDate,
    /// The newest day of which a permission has run out; `None` when none ever does.
    cutoff: Option<NaiveDate>,
}

/// How many rows are held at a time where all are wanted.
const PAGE: usize = 500;

impl DueList {
    /// With the period that is set, on the dealership's civil date.
    ///
    /// # Errors
    /// What the database says.
    pub fn load(tx: &Tx<'_>, now: Moment) -> Result<Self, Refusal> {
        let settings = Settings::load(tx)?;
        let (periods, today) = (settings.periods(), settings.today(now));
        let cutoff = newest_over(periods.reconsent_months, today);
        Ok(Self { lines: Lines::with(settings, now), periods, today, cutoff })
    }

    /// The period in months; 0 never prompts (D-12).
    pub const fn months(&self) -> u32 {
        self.periods.reconsent_months
    }

    /// At most `limit` rows behind `after`, longest overdue first, and where they end.
    ///
    /// # Errors
    /// What the database says.
    pub fn page(
        &self,
        tx: &Tx<'_>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<(Vec<ReconsentRow>, Option<Cursor>), Refusal> {
        let Some(cutoff) = self.cutoff else { return Ok((Vec::new(), None)) };
        let (due, last) = reconsent::page(tx, cutoff, after, limit)?;
        Ok((due.into_iter().map(|due| self.row(due)).collect(), last))
    }

    /// How many rows there are in all.
    ///
    /// # Errors
    /// What the database says.
    pub fn count(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        self.cutoff.map_or(Ok(0), |cutoff| Ok(reconsent::count(tx, cutoff)?))
    }

    /// Every row in turn, read page by page.
    pub fn every<'t>(&'t self, tx: &'t Tx<'t>) -> EveryRow<'t> {
        EveryRow { list: self, tx, held: Vec::new().into_iter(), after: None, over: false }
    }

    /// Everybody on the list, in its order.
    ///
    /// # Errors
    /// What the database says.
    pub fn ids(&self, tx: &Tx<'_>) -> Result<Vec<ContactId>, Refusal> {
        self.every(tx).map(|row| Ok(row?.contact.id)).collect()
    }

    /// What was selected, for Report Audit and the head of the print.
    pub fn criteria(&self) -> String {
        let today = uk_date(self.today);
        match self.months() {
            0 => format!("Nobody: the re-consent period was 0 (never) on {today}"),
            1 => format!("Permission older than 1 month on {today}"),
            months => format!("Permission older than {months} months on {today}"),
        }
    }

    fn row(&self, due: Due) -> ReconsentRow {
        let standing = &due.line.standing;
        let given = standing.last_consent_given.as_ref();
        ReconsentRow {
            last_obtained_text: given.map_or_else(|| "Never recorded".into(), |last| uk_date(last.date)),
            never_recorded: given.is_none(),
            ran_out: ran_out(standing, self.periods, self.today),
            good_until: standing.reconsent_due(self.periods).map(uk_date).unwrap_or_default(),
            contact: self.lines.line(due.line),
        }
    }
}

/// The columns on paper and in files. Phone and e-mail are there to find the contact by; whether
/// they may be used is decided contact by contact, when something is sent.
pub(super) const HEADINGS: [&str; 7] =
    ["Name", "Reference", "Phone", "E-mail", "Last obtained", "What ran out", "Good until"];

/// A row's cells.
pub(super) fn cells(row: ReconsentRow) -> [String; 7] {
    let line = row.contact;
    let name = if line.company.is_empty() || line.company == line.name {
        line.name
    } else {
        format!("{}, {}", line.name, line.company)
    };
    [name, line.reference, line.phone, line.email, row.last_obtained_text, row.ran_out, row.good_until]
}

/// See [`DueList::every`].
pub(crate) struct EveryRow<'t> {
    list: &'t DueList,
    tx: &'t Tx<'t>,
    held: std::vec::IntoIter<ReconsentRow>,
    after: Option<Cursor>,
    over: bool,
}

impl Iterator for EveryRow<'_> {
    type Item = Result<ReconsentRow, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.held.next() {
                return Some(Ok(row));
            }
            if self.over {
                return None;
            }
            match self.list.page(self.tx, self.after.as_ref(), PAGE) {
                Ok((rows, last)) => {
                    self.held = rows.into_iter();
                    self.over = last.is_none();
                    self.after = last;
                }
                Err(refusal) => {
                    self.over = true;
                    return Some(Err(refusal));
                }
            }
        }
    }
}
