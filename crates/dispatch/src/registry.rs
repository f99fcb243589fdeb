//! What the nouns declare, added up: commands, lists, settings, what blocks an erasure.

use crate::description::Description;
use crate::line::{Lines, read};
use crate::list::Listed;
use crate::opening::{Opening, Phase};
use crate::permit::lacks;
use crate::setting::Declared;
use crate::settings::Settings;
#[cfg(feature = "bindings")]
use crate::shape::Shape;
use crate::{Code, Command, Cx, Line, NamedReport, OwnLine, Permit, Refusal, Tag, Writing};
use forecourt_domain::ids::ContactId;
use forecourt_domain::rights::Right;
use forecourt_domain::time::Moment;
use forecourt_store::{Tx, report_audit};
use serde_json::Value;

/// A command as the dispatcher sees it.
pub struct Entry {
    /// Its name on the wire.
    pub name: &'static str,
    /// Crate, modules and name of its struct, by which a test finds its file.
    pub path: &'static str,
    /// Who may run it.
    pub permit: Permit,
    /// Which cached answers it shows.
    pub reads: &'static [Tag],
    /// Which cached answers it makes stale.
    pub changes: &'static [Tag],
    /// Parses the input, asks for the rights that it needs, runs, and writes the answer, as JSON text: most are
    /// only handed on, and a tree of values would be made to be written out.
    pub run: fn(Value, &Cx<'_>) -> Result<String, Refusal>,
    /// Its TypeScript shape.
    #[cfg(feature = "bindings")]
    pub shape: fn(&mut Shape),
}

impl Entry {
    /// Does it write to the book? What changes no cached answer writes nothing, and who comes and goes
    /// is let through whether that can be written or not.
    #[must_use]
    pub const fn writes(&self) -> bool {
        !self.changes.is_empty() && !self.permit.is_open()
    }
}

/// The entry of a command.
#[must_use]
pub fn entry<C: Command>() -> Entry {
    Entry {
        name: C::NAME,
        path: std::any::type_name::<C>(),
        permit: C::PERMIT,
        reads: C::READS,
        changes: C::CHANGES,
        run: |input, cx| {
            let command: C = serde_json::from_value(input).map_err(|error| {
                // The text of a parse error may quote what was typed.
                tracing::warn!(command = C::NAME, line = error.line(), "input does not parse");
                Refusal::new(Code::Invalid, "The request is not understood.")
            })?;
            admit_input(C::PERMIT, command.needs(), cx)?;
            let reply = command.run(cx)?;
            serde_json::to_string(&reply).map_err(|error| Refusal::unexpected(&error))
        },
        #[cfg(feature = "bindings")]
        shape: Shape::command::<C>,
    }
}

/// The rights that this input needs, of those that its permit declares.
fn admit_input(permit: Permit, needs: &[Right], cx: &Cx<'_>) -> Result<(), Refusal> {
    let Permit::ByInput { sometimes, .. } = permit else { return Ok(()) };
    debug_assert!(needs.iter().all(|right| sometimes.contains(right)), "a right that is not declared");
    match needs.iter().find(|right| !cx.holds(**right)) {
        Some(missing) => Err(lacks(*missing)),
        None => Ok(()),
    }
}

/// Why a contact may not be erased, in words that follow *it ...* (D-21).
pub type BlocksErasure = fn(&Tx<'_>, ContactId) -> Result<Vec<String>, Refusal>;

/// A noun of the dealership's, with what it brings.
pub struct Noun {
    /// Its name, which is its folder's on every floor.
    pub name: &'static str,
    /// What may be done with it.
    pub commands: &'static [fn() -> Entry],
    /// What of it is listed, printed and exported.
    pub lists: &'static [fn() -> Listed],
    /// Its settings.
    pub settings: &'static [&'static Declared],
    /// What it writes into the ledger.
    pub lines: Option<Lines>,
    /// Its prints and exports that a contact's history treats apart.
    pub reports: &'static [NamedReport],
    /// What of it speaks against erasing a contact.
    pub blocks_erasure: Option<BlocksErasure>,
}

impl Noun {
    /// A noun that brings nothing but its commands.
    #[must_use]
    pub const fn new(name: &'static str, commands: &'static [fn() -> Entry]) -> Self {
        Self { name, commands, lists: &[], settings: &[], lines: None, reports: &[], blocks_erasure: None }
    }

    /// With what of it speaks against erasing a contact.
    #[must_use]
    pub const fn blocking_erasure(self, blocks: BlocksErasure) -> Self {
        Self { blocks_erasure: Some(blocks), ..self }
    }

    /// With lists.
    #[must_use]
    pub const fn with_lists(self, lists: &'static [fn() -> Listed]) -> Self {
        Self { lists, ..self }
    }

    /// With settings.
    #[must_use]
    pub const fn with_settings(self, settings: &'static [&'static Declared]) -> Self {
        Self { settings, ..self }
    }

    /// With lines of the ledger.
    #[must_use]
    pub const fn with_lines(self, lines: Lines) -> Self {
        Self { lines: Some(lines), ..self }
    }

    /// With prints and exports that are described in a way of their own.
    #[must_use]
    pub const fn with_reports(self, reports: &'static [NamedReport]) -> Self {
        Self { reports, ..self }
    }
}

/// How a line of the ledger shows in a contact's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Described {
    As(Description),
    /// Not at all: another line says it better.
    Elsewhere,
    /// No noun has words for it: a later version's, or one that is about no contact.
    Unknown,
}

/// Work of the product's own, without anybody asking.
pub struct Upkeep {
    /// Is there anything to do? Asked at each opening, so it costs next to nothing.
    pub is_due: fn(&Tx<'_>, Moment) -> Result<bool, Refusal>,
    /// Does it, with its lines.
    pub run: fn(&mut Writing<'_, '_>) -> Result<(), Refusal>,
}

/// What the dispatcher, which knows no noun, has some of them do for it.
pub struct Hooks {
    /// Opens the database at the first call.
    pub open: fn(&Opening<'_>) -> Phase,
    /// Before each command: records what a full disk held back.
    pub catch_up: fn(&Cx<'_>),
    /// Once a book was opened that can be written: what came to be due meanwhile.
    pub opened: &'static [Upkeep],
    /// The dealership's name, for the head of what is printed.
    pub dealership: fn(&Settings) -> String,
}

/// Every noun, and what they declare.
pub struct Registry {
    nouns: &'static [&'static Noun],
    entries: Vec<(&'static Noun, Entry)>,
    pub(crate) hooks: Hooks,
}

impl Registry {
    /// Adds the nouns up.
    #[must_use]
    pub fn new(nouns: &'static [&'static Noun], hooks: Hooks) -> Self {
        let entries = nouns.iter().flat_map(|noun| noun.commands.iter().map(|entry| (*noun, entry())));
        Self { nouns, entries: entries.collect(), hooks }
    }

    /// Every noun.
    #[must_use]
    pub const fn nouns(&self) -> &'static [&'static Noun] {
        self.nouns
    }

    /// The command of this name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Entry> {
        self.commands().find(|entry| entry.name == name)
    }

    /// Every command there is.
    pub fn commands(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().map(|(_, entry)| entry)
    }

    /// Every command with the noun whose it is.
    pub fn commands_of_nouns(&self) -> impl Iterator<Item = (&'static Noun, &Entry)> {
        self.entries.iter().map(|(noun, entry)| (*noun, entry))
    }

    /// Every list there is.
    pub fn lists(&self) -> impl Iterator<Item = Listed> {
        self.nouns.iter().flat_map(|noun| noun.lists.iter().map(|list| list()))
    }

    /// Every setting there is.
    pub fn settings(&self) -> impl Iterator<Item = &'static Declared> {
        self.nouns.iter().flat_map(|noun| noun.settings.iter().copied())
    }

    /// A line in words, by the noun that declares its action.
    pub fn describe(&self, tx: &Tx<'_>, action: &str, content: &Value) -> Result<Described, Refusal> {
        if OwnLine::ACTIONS.contains(&action) {
            return match read(action, content) {
                Some(line) => self.describe_own(tx, &line),
                None => Ok(Described::Unknown),
            };
        }
        let mut lines = self.nouns.iter().filter_map(|noun| noun.lines);
        let described = lines
            .find(|lines| lines.actions.contains(&action))
            .and_then(|lines| (lines.describe)(action, content));
        Ok(described.map_or(Described::Unknown, Described::As))
    }

    fn describe_own(&self, tx: &Tx<'_>, line: &OwnLine) -> Result<Described, Refusal> {
        let Some(name) = line.report() else { return Ok(Described::Unknown) };
        let mut named = self.nouns.iter().flat_map(|noun| noun.reports);
        let report = named.find(|report| report.name == name).copied();
        let report = report.unwrap_or_else(|| NamedReport::new(""));
        let elsewhere = match line {
            // Its end has a line of its own.
            OwnLine::ReportStarted(begun) => {
                report_audit::status(tx, begun.id)?.as_deref() != Some("started")
            }
            OwnLine::ReportCompleted(_) => report.has_own_line,
            _ => false,
        };
        let described = if elsewhere { None } else { line.describe_as(&report) };
        Ok(described.map_or(Described::Elsewhere, Described::As))
    }
}
