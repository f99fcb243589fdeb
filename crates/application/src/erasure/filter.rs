//! Which lines of the erasure log are asked for.

use super::entry::ErasureEntry;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_domain::name::fold;
use forecourt_domain::time::{Moment, uk_date};
use serde::Deserialize;
use ts_rs::TS;

/// Which lines.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ErasureFilter {
    /// Of one workstation, or of all.
    #[serde(default)]
    pub workstation: Option<String>,
    /// From this day at the dealership on.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub to: Option<NaiveDate>,
    /// In which these words stand, as the list shows them: a masked name is found by nothing it was.
    #[serde(default)]
    #[ts(optional)]
    pub find: Option<String>,
}

impl ErasureFilter {
    /// Does it choose by more than the workstation, which the database does by an index?
    pub(super) fn looks_closer(&self) -> bool {
        self.from.is_some() || self.to.is_some() || !self.words().is_empty()
    }

    /// Is this line among them?
    pub(super) fn takes(&self, entry: &ErasureEntry, zone: Tz) -> bool {
        let day = Moment::parse(&entry.at).map(|at| at.civil_date(zone));
        let from = self.from.is_none_or(|from| day.is_some_and(|day| day >= from));
        let to = self.to.is_none_or(|to| day.is_some_and(|day| day <= to));
        from && to && self.finds(entry)
    }

    fn finds(&self, entry: &ErasureEntry) -> bool {
        let shown = [&entry.account_name, &entry.reference, &entry.user, &entry.workstation, &entry.reason]
            .map(|text| fold(text));
        self.words().iter().all(|word| shown.iter().any(|text| text.contains(word)))
    }

    fn words(&self) -> Vec<String> {
        let typed = self.find.as_deref().unwrap_or_default();
        typed.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
    }

    /// `Workstation: SHOWROOM-1`, or all of them; what was searched for may be a name, and is not said.
    pub(super) fn criteria(&self) -> String {
        let mut said = vec![
            self.workstation
                .as_deref()
                .map_or_else(|| "All workstations".to_owned(), |name| format!("Workstation: {name}")),
        ];
        said.extend(self.from.map(|day| format!("from {}", uk_date(day))));
        said.extend(self.to.map(|day| format!("up to {}", uk_date(day))));
        if !self.words().is_empty() {
            said.push("those a search found".to_owned());
        }
        said.join(", ")
    }
}
