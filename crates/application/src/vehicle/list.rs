//! Vehicles as a list.

use super::reminders::shown_day;
use chrono::NaiveDate;
use forecourt_dispatch::list::{self, List, ListColumn, Page};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::{ContactId, VehicleId};
use forecourt_domain::time::uk_date;
use forecourt_domain::vehicle::Recall;
use forecourt_store::Tx;
use forecourt_store::vehicle::list::{self as stored, Cursor, Order, Sort, VehicleLine};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what the list is ordered; what says nothing there stands last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VehicleSort {
    #[default]
    Registration,
    Make,
    MotDue,
    ServiceDue,
}

impl VehicleSort {
    const fn kept(self) -> Sort {
        match self {
            Self::Registration => Sort::Plate,
            Self::Make => Sort::Make,
            Self::MotDue => Sort::MotDue,
            Self::ServiceDue => Sort::ServiceDue,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Registration => "by registration",
            Self::Make => "by make",
            Self::MotDue => "by MOT due",
            Self::ServiceDue => "by service due",
        }
    }
}

/// Which vehicles, in which order.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VehicleFilter {
    #[serde(default)]
    #[ts(as = "Option<VehicleSort>", optional)]
    pub sort: VehicleSort,
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub descending: bool,
    /// In the orders by a day that is due: those that are due until this day, as ISO text.
    #[serde(default)]
    #[ts(optional)]
    pub due_until: Option<String>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VehicleRow {
    pub id: VehicleId,
    pub registration: String,
    pub vin: String,
    pub make: String,
    pub model: String,
    /// ISO text, absent for none.
    pub mot_due: Option<String>,
    pub service_due: Option<String>,
    /// Has it an outstanding recall?
    pub recalled: bool,
    pub no_service_contact: bool,
    /// Who keeps it: the latest where several are noted.
    pub keeper_id: Option<ContactId>,
    /// As called; empty where nobody on file does.
    pub keeper: String,
}

impl From<VehicleLine> for VehicleRow {
    fn from(line: VehicleLine) -> Self {
        let some = |text: String| (!text.is_empty()).then_some(text);
        let (keeper_id, keeper) = line.keeper.map_or_else(Default::default, |(id, name)| (Some(id), name));
        Self {
            id: line.id,
            registration: line.registration,
            vin: line.vin,
            make: line.make,
            model: line.model,
            mot_due: some(line.mot_due),
            service_due: some(line.service_due),
            recalled: line.recall == Recall::Yes,
            no_service_contact: line.no_service_contact,
            keeper_id,
            keeper,
        }
    }
}

fn day(iso: &Option<String>) -> String {
    iso.as_deref().map(shown_day).unwrap_or_default()
}

/// The list of vehicles.
pub struct Vehicles {
    filter: VehicleFilter,
    until: Option<NaiveDate>,
    /// As the order has it.
    bound: String,
}

impl List for Vehicles {
    const NAME: &'static str = "vehicles";
    const TITLE: &'static str = "Vehicles";
    const LINE: &'static str = "{id}  {registration}  {make} {model}  {keeper}";
    const EMPTY: &'static str = "There is no vehicle yet.";
    const COLUMNS: &'static [ListColumn<VehicleRow>] =
        &[
            ListColumn::left("registration", "Registration", 3, |row| row.registration.clone()),
            ListColumn::left("make", "Make", 3, |row| row.make.clone()),
            ListColumn::left("model", "Model", 4, |row| row.model.clone()),
            ListColumn::left("keeper", "Keeper", 6, |row| row.keeper.clone()),
            ListColumn::left("mot_due", "MOT due", 3, |row| day(&row.mot_due)),
            ListColumn::left("service_due", "Service due", 3, |row| day(&row.service_due)),
            ListColumn::left("recalled", "Recall", 2, |row| {
                if row.recalled { "Yes".into() } else { String::new() }
            }),
            ListColumn::left("vin", "VIN", 5, |row| row.vin.clone()),
        ];

    type Filter = VehicleFilter;
    type Row = VehicleRow;

    fn open(_cx: &Cx<'_>, _tx: &Tx<'_>, filter: VehicleFilter) -> Result<Self, Refusal> {
        let until = match filter.due_until.as_deref().map(str::trim).filter(|day| !day.is_empty()) {
            None => None,
            Some(_) if !matches!(filter.sort, VehicleSort::MotDue | VehicleSort::ServiceDue) => {
                return Err(Refusal::invalid("due_until", "This order has no day that is due."));
            }
            Some(day) => Some(
                day.parse::<NaiveDate>()
                    .map_err(|_| Refusal::invalid("due_until", "Give the date as day, month and year."))?,
            ),
        };
        Ok(Self { filter, until, bound: until.map(|day| day.to_string()).unwrap_or_default() })
    }

    fn criteria(&self) -> String {
        format!("{}, {}", self.file_criteria(), self.filter.sort.words())
    }

    fn file_criteria(&self) -> String {
        match (self.until, self.filter.sort) {
            (None, _) => "All vehicles".into(),
            (Some(day), VehicleSort::ServiceDue) => format!("Service due until {}", uk_date(day)),
            (Some(day), _) => format!("MOT due until {}", uk_date(day)),
        }
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<VehicleRow>, Refusal> {
        let after = after.map(read_cursor).transpose()?;
        let most = usize::try_from(limit).unwrap_or(1);
        let (lines, last) = stored::page(tx, &self.order(), after.as_ref(), most)?;
        let next = last.map(|last| format!("{} {}", last.id, last.key));
        Ok(Page::new(lines.into_iter().map(VehicleRow::from).collect(), next))
    }

    fn page_at(&self, tx: &Tx<'_>, row: i64, limit: i64) -> Result<Page<VehicleRow>, Refusal> {
        let order = self.order();
        let ids = stored::ids_at(tx, &order, row, limit, stored::count(tx, &order)?)?;
        let lines = stored::lines(tx, &ids)?;
        Ok(Page::new(lines.into_iter().map(VehicleRow::from).collect(), None))
    }

    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        Ok(Some(stored::count(tx, &self.order())?))
    }

    // At most one person a line.
    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(stored::count(tx, &self.order())?)
    }
}

impl Vehicles {
    fn order(&self) -> Order<'_> {
        Order { sort: self.filter.sort.kept(), descending: self.filter.descending, until: &self.bound }
    }
}

fn read_cursor(text: &str) -> Result<Cursor, Refusal> {
    let (id, key) = text.split_once(' ').ok_or_else(list::no_such_place)?;
    Ok(Cursor { key: key.to_owned(), id: id.parse().map_err(|_| list::no_such_place())? })
}
