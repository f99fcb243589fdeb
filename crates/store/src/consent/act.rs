//! What an event does and how it was told, said once for all events of the same: an import of 100,000
//! contacts has a few dozen of these.

use crate::engine::{Result, Tx};
use crate::values;
use forecourt_domain::consent::Basis;
use forecourt_domain::consent::event::ConsentEvent;
use std::collections::HashMap;

/// One row, without its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Act<'a> {
    cells: &'a str,
    exclusion: i64,
    reconfirmed: bool,
    reviewed: bool,
    deferred: bool,
    basis: &'static str,
    actor: &'a str,
    workstation: i64,
    screen: &'static str,
    method: &'static str,
    evidence: i64,
    notice: &'a str,
    zone: &'a str,
}

const FIND: &str = "SELECT id FROM consent_act
    WHERE cells = ? AND exclusion = ? AND reconfirmed = ? AND reviewed = ? AND deferred = ? AND basis = ?
        AND actor = ? AND workstation_id = ? AND screen = ? AND method = ? AND evidence = ? AND notice = ?
        AND zone = ?
    ORDER BY id LIMIT 1";
const ADD: &str = "INSERT INTO consent_act (cells, exclusion, reconfirmed, reviewed, deferred, basis, actor,
        workstation_id, screen, method, evidence, notice, zone)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

impl<'a> Act<'a> {
    /// What this event does, whose cells and actor read so.
    pub(super) fn of(event: &'a ConsentEvent, cells: &'a str, actor: &'a str) -> Self {
        let change = &event.change;
        Self {
            cells,
            exclusion: change.exclusion.map_or(-1, i64::from),
            reconfirmed: change.reconfirmed,
            reviewed: change.reviewed,
            deferred: change.deferred,
            basis: change.basis.map_or("", Basis::word),
            actor,
            workstation: event.workstation.get(),
            screen: event.screen.word(),
            method: event.method.word(),
            evidence: event.evidence.strength(),
            notice: &event.notice,
            zone: &event.zone,
        }
    }

    /// Its number; it is written where nobody did the like before.
    fn id(&self, tx: &Tx<'_>) -> Result<i64> {
        let values = values![
            self.cells,
            self.exclusion,
            self.reconfirmed,
            self.reviewed,
            self.deferred,
            self.basis,
            self.actor,
            self.workstation,
            self.screen,
            self.method,
            self.evidence,
            self.notice,
            self.zone,
        ];
        match tx.one(FIND, values, |row| row.int(0))? {
            Some(id) => Ok(id),
            None => tx.returning(ADD, values),
        }
    }
}

/// The numbers of these acts, in their order.
pub(super) fn ids<'a>(tx: &Tx<'_>, acts: impl Iterator<Item = Act<'a>>) -> Result<Vec<i64>> {
    let mut known: HashMap<Act<'a>, i64> = HashMap::new();
    acts.map(|act| match known.get(&act) {
        Some(id) => Ok(*id),
        None => {
            let id = act.id(tx)?;
            known.insert(act, id);
            Ok(id)
        }
    })
    .collect()
}
