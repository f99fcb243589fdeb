//! The shelf as a list.

use forecourt_dispatch::list::{List, ListColumn, Page, no_such_place};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::PartId;
use forecourt_domain::money::Money;
use forecourt_domain::quantity::Quantity;
use forecourt_domain::vat::VatRate;
use forecourt_store::Tx;
use forecourt_store::part::{self, Choice, Cursor, Part, Sort};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what the shelf is put in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartSort {
    #[default]
    Number,
    Description,
}

/// Which parts, and in which order.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartFilter {
    /// Only those whose number begins so, or whose description has words that do; in the order in which they are
    /// found.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub search: String,
    /// The order of the others.
    #[serde(default)]
    #[ts(as = "Option<PartSort>", optional)]
    pub sort: PartSort,
    /// Only those of which little is left.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub low: bool,
    /// Those that are sold no more, too.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub all: bool,
}

/// A part as a line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PartLine {
    pub id: PartId,
    pub number: String,
    pub description: String,
    /// Shelf or bin.
    pub location: String,
    /// For one, without VAT, in pence.
    pub unit_price: Money,
    /// `£64.50`.
    pub unit_price_text: String,
    pub vat_rate: VatRate,
    /// `Standard 20%`.
    pub vat_label: String,
    pub in_stock: Quantity,
    /// `4`, `−1`.
    pub in_stock_text: String,
    /// The level; empty for none.
    pub low_stock_text: String,
    pub is_low: bool,
    /// Is it still sold?
    pub active: bool,
    /// `Low`, `Below zero`, `No longer sold`; empty for what needs no word.
    pub status: String,
}

impl PartLine {
    pub(super) fn of(part: Part) -> Self {
        let Part { id, details, in_stock, is_low, .. } = part;
        let status = match (details.active, in_stock < Quantity::ZERO, is_low) {
            (false, ..) => "No longer sold",
            (true, true, _) => "Below zero",
            (true, false, true) => "Low",
            (true, false, false) => "",
        };
        let has_level = details.low_stock > Quantity::ZERO;
        Self {
            id,
            unit_price_text: details.unit_price.to_string(),
            vat_label: details.vat_rate.label().to_owned(),
            in_stock_text: in_stock.to_string(),
            low_stock_text: if has_level { details.low_stock.to_string() } else { String::new() },
            number: details.number,
            description: details.description,
            location: details.location,
            unit_price: details.unit_price,
            vat_rate: details.vat_rate,
            in_stock,
            is_low,
            active: details.active,
            status: status.to_owned(),
        }
    }
}

/// The shelf.
pub struct Parts {
    filter: PartFilter,
}

impl List for Parts {
    const NAME: &'static str = "parts";
    const TITLE: &'static str = "Parts";
    const LINE: &'static str = "{number}  {description}  {location}  {in_stock_text}  {unit_price_text}";
    const EMPTY: &'static str = "There are no parts.";
    const COLUMNS: &'static [ListColumn<PartLine>] = &[
        ListColumn::left("number", "Part number", 4, |part| part.number.clone()),
        ListColumn::left("description", "Description", 8, |part| part.description.clone()),
        ListColumn::left("location", "Location", 3, |part| part.location.clone()),
        ListColumn::right("in_stock_text", "In stock", 2, |part| part.in_stock_text.clone()),
        ListColumn::right("low_stock_text", "Low at", 2, |part| part.low_stock_text.clone()),
        ListColumn::left("status", "Status", 3, |part| part.status.clone()),
        ListColumn::right("unit_price_text", "Price", 3, |part| part.unit_price_text.clone()),
        ListColumn::left("vat_label", "VAT", 3, |part| part.vat_label.clone()),
    ];

    type Filter = PartFilter;
    type Row = PartLine;

    fn open(_cx: &Cx<'_>, _tx: &Tx<'_>, filter: PartFilter) -> Result<Self, Refusal> {
        Ok(Self { filter })
    }

    /// `Low stock, those a search found`, or everything.
    fn criteria(&self) -> String {
        let PartFilter { search, sort, low, all } = &self.filter;
        let mut said = vec![if *low { "Low stock" } else { "All parts" }];
        if *all {
            said.push("also those no longer sold");
        }
        let found = !search.trim().is_empty();
        if found {
            said.push("those a search found");
        }
        if !found && *sort == PartSort::Description {
            said.push("by description");
        }
        said.join(", ")
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<PartLine>, Refusal> {
        let choice = Choice {
            sort: match self.filter.sort {
                PartSort::Number => Sort::Number,
                PartSort::Description => Sort::Description,
            },
            low: self.filter.low,
            all: self.filter.all,
            term: &self.filter.search,
        };
        let after = after.map(read_cursor).transpose()?;
        let (parts, last) = part::page(tx, &choice, after.as_ref(), limit)?;
        let next = last.map(|cursor| format!("{}:{}", cursor.id, cursor.key));
        Ok(Page::new(parts.into_iter().map(PartLine::of).collect(), next))
    }

    // A shelf names nobody.
    fn people(&self, _tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(0)
    }
}

fn read_cursor(text: &str) -> Result<Cursor, Refusal> {
    let read = || {
        let (id, key) = text.split_once(':')?;
        Some(Cursor { key: key.to_owned(), id: id.parse().ok()? })
    };
    read().ok_or_else(no_such_place)
}
