//! The registers, and in plain words why one said nothing.

use forecourt_dispatch::plates::NotLookedUp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A register of vehicles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Register {
    /// DVLA's vehicle enquiry.
    Dvla,
    /// DVSA's MOT history.
    Dvsa,
}

impl Register {
    /// Both, in the order in which they are told.
    pub const ALL: [Self; 2] = [Self::Dvla, Self::Dvsa];

    /// What people call it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Dvla => "DVLA",
            Self::Dvsa => "DVSA",
        }
    }
}

/// Why a register said nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RegisterProblem {
    NoKey,
    NoConnection,
    NoAnswer,
    NotFound,
    KeyRefused,
    TooOften,
    Down,
    Nonsense,
}

impl From<NotLookedUp> for RegisterProblem {
    fn from(why: NotLookedUp) -> Self {
        match why {
            NotLookedUp::NoKey => Self::NoKey,
            NotLookedUp::NoConnection => Self::NoConnection,
            NotLookedUp::NoAnswer => Self::NoAnswer,
            NotLookedUp::NotFound => Self::NotFound,
            NotLookedUp::KeyRefused => Self::KeyRefused,
            NotLookedUp::TooOften => Self::TooOften,
            NotLookedUp::Down => Self::Down,
            NotLookedUp::Nonsense => Self::Nonsense,
        }
    }
}

/// What came of asking one register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RegisterView {
    pub register: Register,
    /// Absent where it answered.
    pub problem: Option<RegisterProblem>,
    /// The problem in words, without a full stop.
    pub words: Option<String>,
}

impl RegisterView {
    /// What came of asking `register`.
    pub(super) fn new(register: Register, problem: Option<NotLookedUp>) -> Self {
        let words = problem.map(|why| words(register, why));
        Self { register, problem: problem.map(Into::into), words }
    }
}

fn words(register: Register, why: NotLookedUp) -> String {
    let name = register.label();
    match why {
        NotLookedUp::NoKey => {
            format!("no key for {name} is kept on this computer (Settings > System > Plate Look-up)")
        }
        NotLookedUp::NoConnection => format!("{name} could not be reached from this computer"),
        NotLookedUp::NoAnswer => format!("{name} did not answer in time"),
        NotLookedUp::NotFound => format!("{name} knows no vehicle of this registration"),
        NotLookedUp::KeyRefused => {
            format!("{name} does not accept the key of this computer (Settings > System > Plate Look-up)")
        }
        NotLookedUp::TooOften => format!("{name} was asked too often, and answers again in a while"),
        NotLookedUp::Down => format!("the service of {name} is out of order"),
        NotLookedUp::Nonsense => format!("{name} answered what Forecourt cannot read"),
    }
}

/// Why nothing was looked up, in one sentence; `None` where something was. A register without a key is named only
/// where no other was asked.
pub(super) fn not_looked_up(asked: &[RegisterView]) -> Option<String> {
    if asked.iter().any(|one| one.problem.is_none()) {
        return None;
    }
    let no_key = |one: &&RegisterView| one.problem == Some(RegisterProblem::NoKey);
    if asked.iter().all(|one| no_key(&one)) {
        return Some(
            "Not looked up: no key for DVLA or DVSA is kept on this computer (Settings > System > Plate Look-up)."
                .into(),
        );
    }
    let words = asked.iter().filter(|one| !no_key(one)).filter_map(|one| one.words.as_deref());
    Some(format!("Not looked up: {}.", words.collect::<Vec<_>>().join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(dvla: Option<NotLookedUp>, dvsa: Option<NotLookedUp>) -> [RegisterView; 2] {
        [RegisterView::new(Register::Dvla, dvla), RegisterView::new(Register::Dvsa, dvsa)]
    }

    #[test]
    fn one_sentence_says_why() {
        let (no_key, down) = (Some(NotLookedUp::NoKey), Some(NotLookedUp::Down));
        assert_eq!(not_looked_up(&view(None, down)), None);
        assert_eq!(
            not_looked_up(&view(down, no_key)).unwrap(),
            "Not looked up: the service of DVLA is out of order."
        );
        assert_eq!(
            not_looked_up(&view(down, Some(NotLookedUp::NoAnswer))).unwrap(),
            "Not looked up: the service of DVLA is out of order; DVSA did not answer in time."
        );
        assert!(not_looked_up(&view(no_key, no_key)).unwrap().contains("no key for DVLA or DVSA"));
    }
}
