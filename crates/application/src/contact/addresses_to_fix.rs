//! Addresses to Fix (L-04) as a list: with whom something stands that is no address, newest first.

use chrono::NaiveDate;
use forecourt_dispatch::list::{List, ListColumn, Page, before, next_before};
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::ids::ContactId;
use forecourt_domain::placeholder::AddressType;
use forecourt_domain::time::{Moment, uk_date};
use forecourt_store::Tx;
use forecourt_store::contact::{self, ToFix};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everybody of whom something is to be put right.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ToFixFilter {}

/// What stands where an address would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AddressToFix {
    /// Its number in the list.
    #[ts(type = "number")]
    pub id: i64,
    pub contact_id: ContactId,
    /// The contact as called.
    pub name: String,
    /// Its account reference.
    pub reference: String,
    pub kind: AddressType,
    /// `Email`, `Telephone`
    pub kind_text: &'static str,
    /// As it was typed, or stood in the file.
    pub typed: String,
    /// `21/11/2026`
    pub since: String,
}

/// The list.
pub struct AddressesToFix {
    settings: Settings,
    today: NaiveDate,
}

impl List for AddressesToFix {
    const NAME: &'static str = "addresses_to_fix";
    const TITLE: &'static str = "Addresses to Fix";
    const LINE: &'static str = "{reference}  {name}  {kind_text}  {typed}  since {since}";
    const EMPTY: &'static str = "No address is to be put right.";
    const COLUMNS: &'static [ListColumn<AddressToFix>] = &[
        ListColumn::left("name", "Name", 5, |row| row.name.clone()),
        ListColumn::left("reference", "Reference", 3, |row| row.reference.clone()),
        ListColumn::left("kind_text", "What", 3, |row| row.kind_text.to_owned()),
        ListColumn::left("typed", "As typed", 6, |row| row.typed.clone()),
        ListColumn::left("since", "Since", 3, |row| row.since.clone()),
    ];

    type Filter = ToFixFilter;
    type Row = AddressToFix;

    fn open(cx: &Cx<'_>, tx: &Tx<'_>, _: ToFixFilter) -> Result<Self, Refusal> {
        let settings = Settings::load(tx)?;
        Ok(Self { today: settings.today(cx.now), settings })
    }

    fn criteria(&self) -> String {
        format!("All on {}", uk_date(self.today))
    }

    fn page(&self, tx: &Tx<'_>, after: Option<&str>, limit: i64) -> Result<Page<AddressToFix>, Refusal> {
        let found = contact::to_fix(tx, before(after)?, limit)?;
        let next = next_before(&found, limit, |one| one.id);
        Ok(Page::new(found.into_iter().map(|one| self.row(one)).collect(), next))
    }

    fn total(&self, tx: &Tx<'_>) -> Result<Option<i64>, Refusal> {
        Ok(Some(contact::count_to_fix(tx)?.0))
    }

    fn people(&self, tx: &Tx<'_>) -> Result<i64, Refusal> {
        Ok(contact::count_to_fix(tx)?.1)
    }
}

impl AddressesToFix {
    fn row(&self, one: ToFix) -> AddressToFix {
        let since = Moment::parse(&one.at).map(|at| uk_date(at.civil_date(self.settings.zone)));
        AddressToFix {
            id: one.id,
            contact_id: one.contact,
            name: one.name,
            reference: one.reference,
            kind: one.kind,
            kind_text: one.kind.label(),
            typed: one.typed,
            since: since.unwrap_or_default(),
        }
    }
}
