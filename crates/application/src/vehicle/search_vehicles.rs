//! Vehicles in the search box: by plate, by a plate they bore before, by the VIN or its end.

use super::list::VehicleRow;
use crate::tag;
use forecourt_dispatch::list::most_shown;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::ids::VehicleId;
use forecourt_domain::plate;
use forecourt_store::Tx;
use forecourt_store::vehicle::find;
use forecourt_store::vehicle::list::lines;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use ts_rs::TS;

/// Finds vehicles.
#[derive(Deserialize, TS)]
pub struct SearchVehicles {
    /// What is typed.
    pub term: String,
    /// How many rows to show; at most 50.
    #[serde(default = "usual")]
    #[ts(as = "Option<i64>", optional)]
    pub limit: i64,
}

/// By what a vehicle was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FoundVehicleBy {
    Registration,
    /// It bears another by now.
    FormerRegistration,
    Vin,
    /// What was typed is another registration, which nobody bears: O and 0, or I and 1, look alike.
    LooksAlike,
}

/// A vehicle that was found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundVehicle {
    #[serde(flatten)]
    pub vehicle: VehicleRow,
    pub by: FoundVehicleBy,
    /// What it bore, where it was found by that.
    pub former: Option<String>,
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct VehicleMatches {
    /// The best matches first.
    pub rows: Vec<FoundVehicle>,
    /// Vehicles that may have been meant: to be asked about, never taken for what was typed.
    pub suggestions: Vec<FoundVehicle>,
    /// Are there more than shown, or may there be?
    pub more: bool,
}

const LIMIT_MAX: i64 = 50;
/// Signs of a plate from which on vehicles are looked for: fewer are on too many.
const PLATE_MIN: usize = 2;
/// Signs of a VIN from which on it is looked for, and of its end.
const VIN_MIN: usize = 4;
const VIN_END_MIN: usize = 4;
/// Longer than any VIN or plate: then something else was typed.
const KEY_MAX: usize = 20;
/// Signs of a plate from which on one that looks alike is offered.
const ALIKE_MIN: usize = 4;

const fn usual() -> i64 {
    8
}

impl Command for SearchVehicles {
    const NAME: &'static str = "search_vehicles";
    const PERMIT: Permit = Permit::SignedIn;
    const READS: &'static [Tag] = &[tag::VEHICLES, tag::CONTACTS];
    type Reply = VehicleMatches;

    fn run(self, cx: &Cx<'_>) -> Result<VehicleMatches, Refusal> {
        let key = plate::key(&self.term);
        cx.read(|tx| {
            // At a desk without a screen a search is as good as a list (T2).
            let most = most_shown(cx, tx)?.unwrap_or(LIMIT_MAX).clamp(1, LIMIT_MAX);
            found(tx, &key, self.limit.clamp(1, most))
        })
    }
}

/// A hit before its line is read.
type Hit = (VehicleId, FoundVehicleBy, Option<String>);

fn found(tx: &Tx<'_>, key: &str, limit: i64) -> Result<VehicleMatches, Refusal> {
    let (length, plain) = (key.len(), key.is_ascii() && key.len() <= KEY_MAX);
    if !plain || length < PLATE_MIN {
        return Ok(VehicleMatches { rows: Vec::new(), suggestions: Vec::new(), more: false });
    }
    // One more than is shown tells whether there are more.
    let most = limit + 1;
    let mut hits: Vec<Hit> = Vec::new();
    let mut take = |hit: Hit| {
        if hits.iter().all(|(id, ..)| *id != hit.0) {
            hits.push(hit);
        }
    };
    // Words without a digit are names, but for a plate that is told in full.
    let has_digit = key.bytes().any(|byte| byte.is_ascii_digit());
    if has_digit {
        for id in find::by_plate_prefix(tx, key, most)? {
            take((id, FoundVehicleBy::Registration, None));
        }
    } else if let Some(id) = find::by_plate(tx, key)? {
        take((id, FoundVehicleBy::Registration, None));
    }
    if has_digit {
        for (id, former) in find::by_former_plate(tx, key, most)? {
            take((id, FoundVehicleBy::FormerRegistration, Some(former)));
        }
    }
    if length >= VIN_MIN && has_digit {
        for id in find::by_vin_prefix(tx, key, most)? {
            take((id, FoundVehicleBy::Vin, None));
        }
    }
    if length >= VIN_END_MIN && has_digit {
        for id in find::by_vin_end(tx, key, most)? {
            take((id, FoundVehicleBy::Vin, None));
        }
    }
    let shown = usize::try_from(limit).unwrap_or(1);
    let more = hits.len() > shown;
    hits.truncate(shown);
    let mut alike: Vec<Hit> = Vec::new();
    if length >= ALIKE_MIN {
        let known = find::bearing(tx, &plate::mistaken_for(key))?;
        let is_new = |id: &VehicleId| hits.iter().all(|(hit, ..)| hit != id);
        alike.extend(known.into_iter().filter(is_new).map(|id| (id, FoundVehicleBy::LooksAlike, None)));
        alike.truncate(shown);
    }
    Ok(VehicleMatches { rows: told(tx, hits)?, suggestions: told(tx, alike)?, more })
}

fn told(tx: &Tx<'_>, hits: Vec<Hit>) -> Result<Vec<FoundVehicle>, Refusal> {
    let ids: Vec<VehicleId> = hits.iter().map(|(id, ..)| *id).collect();
    let mut by: HashMap<VehicleId, (FoundVehicleBy, Option<String>)> =
        hits.into_iter().map(|(id, by, former)| (id, (by, former))).collect();
    let rows = lines(tx, &ids)?.into_iter().filter_map(|line| {
        let (by, former) = by.remove(&line.id)?;
        Some(FoundVehicle { vehicle: VehicleRow::from(line), by, former })
    });
    Ok(rows.collect())
}
