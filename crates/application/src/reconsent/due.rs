//! The contacts with a permission that ran out, as screen, paper and file show them. Computed from
//! the setting at every call (D-15): there is nothing to bring up to date when it changes.

use crate::consent::ran_out;
use crate::consent::settings::ConsentSettings;
use crate::contact::{ContactLine, LineMaker, read_cursor, write_cursor};
use chrono::NaiveDate;
use forecourt_dispatch::list::{self, List, ListColumn, Page};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal, counted};
use forecourt_domain::consent::Doubt;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::ids::ContactId;
use forecourt_domain::time::{Moment, newest_over, uk_date};
use forecourt_store::Tx;
use forecourt_store::contact::{self, Cursor, reconsent};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
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
    /// The last day on which all of it was good, as `21/11/2026`; it is over.
    pub good_until: String,
}

/// The setting decides who is on the list; of those, who is ticked may be chosen.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReconsentFilter {
    /// These contacts only, as far as they are on the list.
    #[serde(default)]
    #[ts(optional)]
    pub ids: Option<Vec<ContactId>>,
}

/// The list as the settings make it today.
pub(crate) struct DueList {
    lines: LineMaker,
    periods: Periods,
    today: NaiveDate,
    doubt: Option<Doubt>,
    /// The newest day of which a permission has run out; `None` when none ever does.
    cutoff: Option<NaiveDate>,
    /// Those who are chosen, in the list's order.
    chosen: Option<Vec<ContactId>>,
}

impl DueList {
    /// With the period that is set, on the dealership's civil date.
    pub fn load(tx: &Tx<'_>, now: Moment) -> Result<Self, Refusal> {
        let settings = Settings::load(tx)?;
        let (periods, today) = (settings.periods(), settings.today(now));
        let doubt = settings.doubt(now);
        let cutoff = newest_over(periods.reconsent_months, today);
        Ok(Self { lines: LineMaker::with(settings, now), periods, today, doubt, cutoff, chosen: None })
    }

    /// As [`DueList::load`], of those who are chosen only.
    fn of(tx: &Tx<'_>, now: Moment, filter: ReconsentFilter) -> Result<Self, Refusal> {
        let mut list = Self::load(tx, now)?;
        if let Some(ids) = filter.ids {
            let ticked: HashSet<ContactId> = ids.into_iter().collect();
            let mut chosen = list.ids_at(tx, 0, i64::MAX)?;
            chosen.retain(|id| ticked.contains(id));
            list.chosen = Some(chosen);
        }
        Ok(list)
    }

    /// The period in months; 0 never prompts (D-12).
    pub const fn months(&self) -> u32 {
        self.periods.reconsent_months
    }

    /// The newest day of which a permission has run out; `None` when none ever does.
    pub const fn cutoff(&self) -> Option<NaiveDate> {
        self.cutoff
    }

    /// How many rows there are in all.
    pub fn count(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        if let Some(chosen) = &self.chosen {
            return Ok(i64::try_from(chosen.len()).unwrap_or(i64::MAX));
        }
        self.cutoff.map_or(Ok(0), |cutoff| Ok(reconsent::count(tx, cutoff)?))
    }

    /// Everybody on the list, in its order.
    pub fn ids(&self, tx: &Tx<'_>) -> Result<Vec<ContactId>, Refusal> {
        self.ids_at(tx, 0, i64::MAX)
    }

    /// At most so many from a row on.
    fn ids_at(&self, tx: &Tx<'_>, row: i64, limit: i64) -> Result<Vec<ContactId>, Refusal> {
        let size = |number: i64| usize::try_from(number).unwrap_or(0);
        if let Some(chosen) = &self.chosen {
            return Ok(chosen.iter().skip(size(row)).take(size(limit)).copied().collect());
        }
        self.cutoff.map_or(Ok(Vec::new()), |cutoff| Ok(reconsent::ids_at(tx, cutoff, row, limit)?))
    }

    /// The rows of contacts that were read already.
    fn rows(&self, tx: &Tx<'_>, read: Vec<contact::ContactLine>) -> Result<Vec<ReconsentRow>, Refusal> {
        let told: Vec<_> = read.iter().map(|line| self.told(line)).collect();
        let lines = self.lines.lines(tx, read)?;
        let row = |(told, contact)| {
            let (last, never_recorded, ran_out, good_until) = told;
            ReconsentRow { contact, last_obtained_text: last, never_recorded, ran_out, good_until }
        };
        Ok(told.into_iter().zip(lines).map(row).collect())
    }

    fn told(&self, line: &contact::ContactLine) -> (String, bool, String, String) {
        let standing = &line.standing;
        let given = standing.last_consent_given.as_ref();
        (
            given.map_or_else(|| "Never recorded".into(), |last| uk_date(last.date)),
            given.is_none(),
            ran_out(standing, self.periods, self.today, self.doubt),
            standing.reconsent_due(self.periods).map(uk_date).unwrap_or_default(),
        )
    }
}

/// Phone and email are there to find the contact by; whether they may be used is decided contact
/// by contact, when something is sent.
impl List for DueList {
    const NAME: &'static str = "reconsent";
    const TITLE: &'static str = "Marketing Re-consent Needed";
    const LINE: &'static str = "{reference}  {name}  {ran_out}  ran out after {good_until}";
    const EMPTY: &'static str = "Nobody needs to be asked again.";
    const COLUMNS: &'static [ListColumn<ReconsentRow>] = &[
        ListColumn::left("name", "Name", 5, |row| row.contact.name_and_company()),
        ListColumn::left("reference", "Reference", 3, |row| row.contact.reference.clone()),
        ListColumn::left("phone", "Telephone", 4, |row| row.contact.phone.clone()),
        ListColumn::left("email", "Email", 6, |row| row.contact.email.clone()),
        ListColumn::left("last_obtained_text", "Last obtained", 3, |row| row.last_obtained_text.clone()),
        ListColumn::left("ran_out", "What ran out", 6, |row| row.ran_out.clone()),
        ListColumn::left("good_until", "Ran out after", 3, |row| row.good_until.clone()),
    ];

    type Filter = ReconsentFilter;
    type Row = ReconsentRow;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, filter: ReconsentFilter) -> Result<Self, Refusal> {
        Self::of(tx, cx.now, filter)
    }

    fn criteria(&self) -> String {
        let today = uk_date(self.today);
        let all = match self.months() {
            0 => format!("Nobody: the re-consent period was 0 (never) on {today}"),
            1 => format!("Permission older than 1 month on {today}"),
            months => format!("Permission older than {months} months on {today}"),
        };
        match &self.chosen {
            Some(ids) => format!("{} chosen, {all}", counted(ids.len(), "contact", "contacts")),
            None => all,
        }
    }

    /// Longest overdue first.
    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<ReconsentRow>, Refusal> {
        let after = after.map(read_cursor).transpose()?;
        if self.chosen.is_some() {
            // Its places are the numbers of its rows.
            let row = after.map_or(Ok(0), |cursor| cursor.key.parse().map_err(|_| list::no_such_place()))?;
            let page = self.page_at(tx, row, limit)?;
            let end = row + i64::try_from(page.rows.len()).unwrap_or(0);
            let last = page.rows.last().filter(|_| end < self.count(tx).unwrap_or(0));
            let next = last.map(|row| Cursor { key: end.to_string(), id: row.contact.id.get() });
            return Ok(Page { next: next.as_ref().map(write_cursor), ..page });
        }
        let Some(cutoff) = self.cutoff else { return Ok(Page::new(Vec::new(), None)) };
        let (due, last) = reconsent::page(tx, cutoff, after.as_ref(), usize::try_from(limit).unwrap_or(1))?;
        let due = due.into_iter().map(|due| due.line).collect();
        Ok(Page::new(self.rows(tx, due)?, last.as_ref().map(write_cursor)))
    }

    fn page_at(&self, tx: &Tx<'_>, row: i64, limit: i64) -> Result<Page<ReconsentRow>, Refusal> {
        let ids = self.ids_at(tx, row, limit)?;
        Ok(Page::new(self.rows(tx, contact::lines(tx, &ids)?)?, None))
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        self.count(tx)
    }
}
