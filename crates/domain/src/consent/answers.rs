//! What one save is made of: the boxes, the brands and the cells that somebody touched.

use super::edit::Edit;
use super::form_rules::FormRules;
use super::parties::{is_named, manufacturers, third_parties};
use super::ticks::{Ticks, Wish};
use super::{Cell, Method, Party, Standing, State};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Only what was touched. A box left out, and every cell that is not named, stays as it stands:
/// sending back everything that is shown would widen what is finer than the boxes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ConsentAnswers")]
pub struct Answers {
    /// The dealership's own ticks.
    pub us: Ticks,
    /// Third parties' ticks.
    pub third_party: Ticks,
    /// Per brand: may details be passed to the manufacturer (D-09)?
    pub manufacturer: BTreeMap<String, bool>,
    /// Cell by cell: `true` gives, also what ran out; `false` says no.
    #[ts(as = "BTreeMap<String, bool>")]
    pub cells: BTreeMap<Cell, bool>,
}

/// Why answers are not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnknownAnswer {
    /// A brand that the dealership does not sell.
    #[error("This is no brand of the dealership.")]
    Brand,
    /// A cell of somebody the dealership has nothing to do with.
    #[error("There is no such permission.")]
    Cell,
    /// A permission given to somebody whom Settings no longer name.
    #[error("This name is no longer in Settings: permission can only be taken away.")]
    NoLongerNamed,
}

impl Answers {
    /// Checks that all of it is about parties that the dealership has to do with.
    ///
    /// # Errors
    /// [`UnknownAnswer`].
    pub fn check(&self, standing: &Standing, rules: &FormRules) -> Result<(), UnknownAnswer> {
        if !self.manufacturer.keys().all(|brand| rules.brands.contains(brand)) {
            return Err(UnknownAnswer::Brand);
        }
        let others = [third_parties(&rules.named, standing), manufacturers(&rules.brands, standing)].concat();
        for (cell, allowed) in &self.cells {
            if cell.party != Party::Us && !others.contains(&cell.party) {
                return Err(UnknownAnswer::Cell);
            }
            if *allowed && !is_named(&cell.party, &rules.named, &rules.brands) {
                return Err(UnknownAnswer::NoLongerNamed);
            }
        }
        Ok(())
    }

    /// The edit that these answers ask for, without how they came.
    #[must_use]
    pub fn edit(&self, standing: &Standing, rules: &FormRules) -> Edit {
        let wish = |cell: &Cell, allowed: bool| {
            // Agreed once more to what ran out: this one counts again, and no other with it.
            let lapsed = standing.effective(cell, rules.periods, rules.today) == State::Expired;
            match allowed {
                true if lapsed => Wish::Renew,
                true => Wish::Grant,
                false => Wish::Refuse,
            }
        };
        Edit {
            us: self.us,
            third_party: self.third_party,
            named: rules.named.clone(),
            manufacturer: self
                .manufacturer
                .iter()
                .map(|(brand, allowed)| (brand.clone(), *allowed))
                .collect(),
            cells: self.cells.iter().map(|(cell, allowed)| (cell.clone(), wish(cell, *allowed))).collect(),
            method: Method::InPerson,
            notes: String::new(),
            reconfirmed: false,
        }
    }
}
