//! An open transaction with the ledger behind it.

use crate::book::Book;
use crate::line::{self, Line};
use crate::memory::Memory;
use crate::setting::Declared;
use crate::settings::Settings;
use crate::{Cx, OwnLine, Refusal};
use forecourt_domain::consent::Actor;
use forecourt_domain::ids::{EmployeeId, WorkstationId};
use forecourt_domain::time::Moment;
use forecourt_store::employee::Employee;
use forecourt_store::ledger::{Appender, Entry, Head, Subject};
use forecourt_store::{Tx, setting};
use serde_json::{Map, Value};
use std::sync::Arc;

/// A transaction in which a command does its work.
pub struct Writing<'w, 'c> {
    /// The transaction.
    pub tx: &'w Tx<'c>,
    pub now: Moment,
    pub actor: Actor,
    workstation: WorkstationId,
    ledger: Appender,
    lines: usize,
    settings: Option<Settings>,
    memory: Memory,
}

impl<'w, 'c> Writing<'w, 'c> {
    /// Does `work` in a transaction, and appends the command's own line if it appended none, or wrote
    /// rows of which none of its lines can tell. Gives the last line, too.
    pub(crate) fn within<T>(
        cx: &Cx<'_>,
        tx: &'w Tx<'c>,
        work: impl FnOnce(&mut Writing<'w, 'c>) -> Result<T, Refusal>,
    ) -> Result<(T, Head), Refusal> {
        let actor = cx.employee.as_ref().map_or(Actor::System, |employee| Actor::Employee(employee.id));
        let mut writing = Self {
            tx,
            now: cx.now,
            actor,
            workstation: cx.workstation_id()?,
            ledger: Appender::new(tx)?,
            lines: 0,
            settings: None,
            memory: Memory::default(),
        };
        let answer = work(&mut writing)?;
        if writing.lines == 0 || tx.owes_a_line() {
            writing.lines(cx.command, [(Subject::None, Value::Object(Map::new()))])?;
        }
        writing.end().map(|head| (answer, head))
    }

    /// The last line, once the lines tell of every row that was written: else the next verification
    /// would call a row slipped in.
    fn end(self) -> Result<Head, Refusal> {
        if self.tx.owes_a_line() {
            return Err(Refusal::unexpected(&"rows were written of which no line tells"));
        }
        Ok(self.ledger.head())
    }

    /// A transaction of the product itself, outside any command: the first line of a dealership.
    ///
    /// # Errors
    /// What the database or `work` says.
    pub fn of_the_product<T>(
        book: &Book,
        workstation: WorkstationId,
        now: Moment,
        work: impl FnOnce(&mut Writing<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let (answer, head) = book.database().write(|tx| {
            let ledger = Appender::new(tx)?;
            let actor = Actor::System;
            let (lines, settings, memory) = (0, None, Memory::default());
            let mut writing = Writing { tx, now, actor, workstation, ledger, lines, settings, memory };
            let answer = work(&mut writing)?;
            writing.end().map(|head| (answer, head))
        })?;
        book.remember(head);
        Ok(answer)
    }

    /// From here on the lines name another workstation: what happens was held back from there.
    pub const fn at_workstation(&mut self, workstation: WorkstationId) {
        self.workstation = workstation;
    }

    /// The workstation this runs on.
    #[must_use]
    pub const fn workstation(&self) -> WorkstationId {
        self.workstation
    }

    /// What a noun remembers while this transaction is open.
    #[must_use]
    pub fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.memory.of()
    }

    /// The settings as this transaction sees them.
    pub fn settings(&mut self) -> Result<&Settings, Refusal> {
        if self.settings.is_none() {
            self.settings = Some(Settings::load(self.tx)?);
        }
        self.settings.as_ref().ok_or_else(|| Refusal::unexpected(&"settings"))
    }

    /// Appends a line: what happened, and to whom. Personal data belongs in the line only, and only
    /// in one about a contact, so that erasure finds it.
    pub fn record(&mut self, subject: Subject, line: &impl Line) -> Result<i64, Refusal> {
        let (action, content) = said(subject, line)?;
        self.lines(&action, [(subject, content)])?;
        Ok(self.ledger.next_seq() - 1)
    }

    /// As [`Writing::record`], for something that happened to many.
    pub fn record_all<L: Line>(
        &mut self,
        lines: impl IntoIterator<Item = (Subject, L)>,
    ) -> Result<(), Refusal> {
        let mut action = String::new();
        let mut contents = Vec::new();
        for (subject, line) in lines {
            let (own, content) = said(subject, &line)?;
            if own != action && !contents.is_empty() {
                self.lines(&action, std::mem::take(&mut contents))?;
            }
            action = own;
            contents.push((subject, content));
        }
        if contents.is_empty() { Ok(()) } else { self.lines(&action, contents) }
    }

    /// Private, so that nothing is recorded without a type but a command that records nothing itself.
    fn lines(
        &mut self,
        action: &str,
        lines: impl IntoIterator<Item = (Subject, Value)>,
    ) -> Result<(), Refusal> {
        let actor = format!("{}@{}", self.actor, self.workstation);
        let contents: Vec<_> =
            lines.into_iter().map(|(subject, content)| (subject, content.to_string())).collect();
        let entries: Vec<_> = contents
            .iter()
            .map(|(subject, payload)| Entry {
                at: self.now,
                actor: &actor,
                action,
                subject: *subject,
                payload,
            })
            .collect();
        self.lines += entries.len();
        Ok(self.ledger.append_all(self.tx, &entries)?)
    }

    /// The number that the next line will have, for a row that keeps it.
    #[must_use]
    pub const fn next_line(&self) -> i64 {
        self.ledger.next_seq()
    }

    /// The latest time that is known of, as UTC text ([`Appender::latest`]).
    #[must_use]
    pub fn latest(&self) -> &str {
        self.ledger.latest()
    }

    /// Appends `lines` lines whose content is a row of its own, through the ledger's appender.
    pub fn append<T>(
        &mut self,
        lines: usize,
        append: impl FnOnce(&Tx<'c>, &mut Appender) -> forecourt_store::Result<T>,
    ) -> Result<T, Refusal> {
        self.lines += lines;
        Ok(append(self.tx, &mut self.ledger)?)
    }

    /// Changes a setting and logs old and new value (D-04). Nothing is logged when it stands so
    /// already.
    pub fn set(&mut self, of: &Declared, value: &Value, reason: &str) -> Result<(), Refusal> {
        let new = value.to_string();
        let old = setting::get(self.tx, of.key)?.unwrap_or_else(|| of.default().to_string());
        if old == new {
            return Ok(());
        }
        if let Some(then) = of.then {
            then(self, value)?;
        }
        setting::put(self.tx, of.key, &new)?;
        let old: Value = serde_json::from_str(&old).unwrap_or(Value::Null);
        let line = OwnLine::SettingChanged {
            setting: of.key.to_owned(),
            old,
            new: value.clone(),
            reason: reason.to_owned(),
        };
        self.settings = None;
        self.record(Subject::None, &line)?;
        Ok(())
    }
}

/// A line's action and content. What is about a contact shows in their history, so it needs words.
fn said(subject: Subject, line: &impl Line) -> Result<(String, Value), Refusal> {
    debug_assert!(
        !matches!(subject, Subject::Contact(_)) || line.describe().is_some(),
        "a line about a contact without words"
    );
    line::split(line)
}

/// Reads who an actor of a ledger line was: `employee:3@1` gives the employee and the workstation.
#[must_use]
pub fn read_actor(text: &str) -> (Actor, i64) {
    let (actor, workstation) = text.rsplit_once('@').unwrap_or((text, "0"));
    (Actor::from_text(actor), workstation.parse().unwrap_or(0))
}

/// The caller's id, for columns that keep it; 0 for the product itself.
#[must_use]
pub(crate) fn id_of(employee: Option<&Employee>) -> i64 {
    employee.map_or(0, |employee| EmployeeId::get(employee.id))
}
