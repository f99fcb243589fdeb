//! Light or dark. The window keeps nothing of its own (it is incognito, so that nothing that was
//! typed stays behind), so the choice is the workstation's and stands in the database.

use super::ledger_line::{LedgerLine, Looks};
use crate::tag;
use forecourt_dispatch::Done;
use forecourt_dispatch::{Command, Cx, Permit, Refusal, Tag};
use forecourt_store::ledger::Subject;
use forecourt_store::workstation;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the screens of a workstation look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Appearance {
    /// As the operating system is set.
    #[default]
    Auto,
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
}

impl Appearance {
    /// The word it is stored as.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The appearance stored as `word`; one that a later version knows is left to the system.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        [Self::Light, Self::Dark].into_iter().find(|one| one.word() == word).unwrap_or_default()
    }
}

/// Chooses how this workstation's screens look, from now on and after the next start.
#[derive(Deserialize, TS)]
pub struct SetAppearance {
    pub appearance: Appearance,
}

impl Command for SetAppearance {
    const NAME: &'static str = "set_appearance";
    const PERMIT: Permit = Permit::SignedIn;
    const CHANGES: &'static [Tag] = &[tag::SESSION];
    type Reply = Done;

    fn run(self, cx: &Cx<'_>) -> Result<Done, Refusal> {
        let before = cx.workstation()?;
        let word = self.appearance.word();
        if before.appearance == word {
            return Ok(Done {});
        }
        cx.write(|writing| {
            let line = LedgerLine::AppearanceChosen {
                setting: "workstation".into(),
                old: Looks { appearance: before.appearance.clone() },
                new: Looks { appearance: word.to_owned() },
                reason: String::new(),
            };
            let id = before.id;
            let after = workstation::Workstation { appearance: word.to_owned(), ..before.clone() };
            workstation::update(writing.tx, &after)?;
            writing.record(Subject::Other("workstation", id.get()), &line)
        })?;
        Ok(Done {})
    }
}
