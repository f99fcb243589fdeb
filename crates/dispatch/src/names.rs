//! The names behind the actors of events and ledger lines.

use crate::Refusal;
use crate::writing::read_actor;
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{EmployeeId, WorkstationId};
use forecourt_store::{Tx, employee, workstation};
use std::collections::HashMap;

/// Everybody who ever signed in and every computer, by id. There are few of either.
#[derive(Debug, Clone, Default)]
pub struct Names {
    employees: HashMap<EmployeeId, String>,
    workstations: HashMap<i64, String>,
}

impl Names {
    /// Reads them.
    pub fn load(tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            employees: employee::all(tx)?.into_iter().map(|one| (one.id, one.name)).collect(),
            workstations: workstation::all(tx)?.into_iter().map(|one| (one.id.get(), one.name)).collect(),
        })
    }

    /// `Maria Keane`, `Customer` or `System`.
    #[must_use]
    pub fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Employee(id) => {
                self.employees.get(&id).cloned().unwrap_or_else(|| "Former employee".into())
            }
            Actor::Customer => "Customer".into(),
            Actor::System => "System".into(),
        }
    }

    /// An employee's name; empty for one who is not known.
    #[must_use]
    pub fn employee(&self, id: EmployeeId) -> String {
        self.employees.get(&id).cloned().unwrap_or_default()
    }

    /// `SVC-02`; empty for a computer that is not known.
    #[must_use]
    pub fn workstation(&self, id: WorkstationId) -> String {
        self.workstations.get(&id.get()).cloned().unwrap_or_default()
    }

    /// Who and where, of a ledger line's actor such as `employee:3@1`.
    #[must_use]
    pub fn of_line(&self, text: &str) -> (Actor, String, String) {
        let (actor, station) = read_actor(text);
        (actor, self.actor(actor), self.workstation(WorkstationId::new(station)))
    }
}
