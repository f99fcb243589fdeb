//! The one error that leaves this crate.

use forecourt_store as store;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What kind of refusal. Closed: a code exists only where a screen acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// Nobody is signed in.
    SignedOut,
    /// The screen is locked.
    Locked,
    /// The employee lacks a right; `fields.right` names it.
    Denied,
    /// More people's data than may leave without the right, or than may leave in a day: a manager can
    /// release it. `fields` says what: `report`, `criteria`, `people`.
    ReleaseNeeded,
    /// The password was set by somebody else: its owner has to choose another one first.
    PasswordDue,
    /// Something typed is not acceptable; `fields` says what.
    Invalid,
    /// There is no such record, or it was erased.
    NotFound,
    /// Somebody else changed the record meanwhile.
    Conflict,
    /// The password is wrong; `fields.wait_seconds` says for how long to wait, to whoever chose a tile.
    WrongPassword,
    /// The contact may not be erased (D-21).
    NotEligible,
    /// The work was cancelled; nothing was written.
    Cancelled,
    /// No room on the disk.
    DiskFull,
    /// The file, its folder or its disk may not be written.
    ReadOnly,
    /// The database file is damaged; nothing is written to it any more.
    Damaged,
    /// The recovery key was not typed back yet, so no real data goes in.
    RecoveryUnconfirmed,
    /// The database is not open.
    NotReady,
    /// There is no such command.
    UnknownCommand,
    /// A file could not be read or written.
    File,
    /// A fault of the product; the cause is in the log under `reference`.
    Unexpected,
}

/// Why a call was refused, in plain words for counter staff and without personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refusal {
    /// What kind.
    pub code: Code,
    /// What to say.
    pub message: String,
    /// Per field of the input, what is wrong with it.
    pub fields: BTreeMap<String, String>,
    /// Where the cause stands in the log.
    pub reference: Option<String>,
}

impl Refusal {
    /// A refusal with its words.
    #[must_use]
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), fields: BTreeMap::new(), reference: None }
    }

    /// Adds what is wrong with one field.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, words: impl ToString) -> Self {
        self.fields.insert(field.into(), words.to_string());
        self
    }

    /// The same refusal about a field of another name.
    #[must_use]
    pub fn renamed(mut self, from: &str, to: &str) -> Self {
        if let Some(words) = self.fields.remove(from) {
            self.fields.insert(to.to_owned(), words);
        }
        self
    }

    /// One field of the input is not acceptable.
    #[must_use]
    pub fn invalid(field: &str, words: impl ToString) -> Self {
        Self::new(Code::Invalid, words.to_string()).with(field, words)
    }

    /// There is no such record.
    #[must_use]
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, format!("This {what} does not exist any more."))
    }

    /// A fault: the cause goes to the log, a reference to the screen.
    #[must_use]
    pub fn unexpected(cause: &dyn std::fmt::Display) -> Self {
        let said = "Something went wrong in Forecourt. Nothing was changed.";
        Self::referred(Code::Unexpected, said, cause)
    }

    /// The file is damaged: what of it goes to the log, a reference to the screen.
    #[must_use]
    pub fn damaged(cause: &dyn std::fmt::Display) -> Self {
        let said = "The database file is damaged, so this was not done. Nothing is written to it any more, and it is kept as it is. Ask for help before you go on.";
        Self::referred(Code::Damaged, said, cause)
    }

    fn referred(code: Code, said: &str, cause: &dyn std::fmt::Display) -> Self {
        let id = uuid::Uuid::now_v7().simple().to_string();
        let reference = id.get(20..).unwrap_or(&id).to_uppercase();
        tracing::error!(%reference, ?code, %cause, "a fault");
        let mut refusal = Self::new(code, format!("{said} Reference {reference}."));
        refusal.reference = Some(reference);
        refusal
    }

    /// Was it refused because nothing can be written for now, whatever was asked?
    #[must_use]
    pub const fn is_about_writing(&self) -> bool {
        matches!(self.code, Code::DiskFull | Code::ReadOnly | Code::Damaged)
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::DiskFull => Self::new(
                Code::DiskFull,
                "The disk is full, so this was not done. What was recorded before is safe. Free some space, then try again.",
            ),
            store::Error::Busy => Self::new(
                Code::NotReady,
                "The database is busy with a long piece of work. Try again in a moment.",
            ),
            store::Error::ReadOnly => Self::new(
                Code::ReadOnly,
                "This folder can only be read, so this was not done. Everything in it can be looked at. To work in it, have somebody allow this user of the computer to write there.",
            ),
            store::Error::Damaged(cause) => Self::damaged(&cause),
            store::Error::Disk(cause) => Self::referred(
                Code::File,
                "The disk did not answer as it should, so this was not done. What was recorded before is safe. Have the disk looked at.",
                &cause,
            ),
            store::Error::Cancelled => Self::new(Code::Cancelled, "Cancelled. Nothing was changed."),
            other => Self::unexpected(&other),
        }
    }
}
