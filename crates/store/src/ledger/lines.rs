//! Walking over the lines, each beside what it committed to.

use super::compare::{Facts, Imports};
use super::subject_into;
use super::told::Told;
use super::witness::commit_to;
use super::{CONTACT_CREATED, CONTACT_ERASED, Head, IMPORT_UNDONE, OF_THE_CLOCK, SETTING_CHANGED};
use crate::consent::row::{content_from, event_columns};
use crate::contact;
use crate::engine::{Result, Row, Tx, Walk};
use crate::values;
use forecourt_domain::ids::ContactId;
use forecourt_domain::ledger::{GENESIS, Hash, Line, chain};
use std::collections::{BTreeMap, HashSet};

/// A line that does not verify, and what is wrong with it.
pub(super) type Bad = (i64, &'static str);

const CONTACT: &str = "contact";

const REMOVED: &str = "the content of the line was removed";

/// The lines from a number on, and the contents and consent events of the same numbers: three walks side by
/// side, because looking up for each line what belongs to it takes longer than all that is computed of it.
pub(super) const LINES: &str =
    "SELECT l.seq, l.at, l.actor, l.action, l.subject_kind, l.subject_id, l.commitment,
        l.hash
     FROM ledger l WHERE l.seq >= ? ORDER BY l.seq";
pub(super) const CONTENTS: &str =
    "SELECT p.seq, p.salt, p.payload, p.witness FROM ledger_payload p WHERE p.seq >= ? ORDER BY p.seq";
pub(super) const EVENTS: &str = concat!(
    "SELECT ",
    event_columns!("''"),
    " FROM consent_event e CROSS JOIN consent_act a WHERE e.seq >= ? AND a.id = e.act_id ORDER BY e.seq"
);

/// Where an event says whose it is.
const CONTACT_OF_EVENT: usize = 2;

/// What is known while line follows line.
pub(super) struct Lines<'h> {
    remembered: Option<&'h Head>,
    /// Is the remembered line among them?
    pub remembered_found: bool,
    previous: Hash,
    /// The number of the last line that was looked at.
    pub last: i64,
    /// The first that does not verify; nothing behind it is looked at.
    bad: Option<Bad>,
    /// The first content, and the first consent event, that no line carries: somebody slipped it in.
    stray_content: Option<i64>,
    stray_event: Option<i64>,
    /// Contacts whose contents are gone, each with the first line of theirs that is concerned.
    gone: BTreeMap<i64, i64>,
    /// Contacts of whom a line says that they were erased.
    erased: HashSet<i64>,
    /// Imports of which a line says that they were undone.
    undone: HashSet<i64>,
    /// Contacts of whom a line says that they were made.
    created: HashSet<i64>,
    /// The latest time of any line, unless somebody vouched for an earlier clock.
    latest: String,
    pub told: Told,
    /// Room for the words of one line.
    subject: String,
    content: String,
}

impl<'h> Lines<'h> {
    /// Behind line `before`, which has this hash.
    pub fn new(remembered: Option<&'h Head>, before: i64, previous: Hash) -> Self {
        Self {
            remembered,
            remembered_found: remembered.is_none_or(|head| head.seq == 0),
            previous,
            last: before,
            bad: None,
            stray_content: None,
            stray_event: None,
            gone: BTreeMap::new(),
            erased: HashSet::new(),
            undone: HashSet::new(),
            created: HashSet::new(),
            latest: String::new(),
            told: Told::default(),
            subject: String::new(),
            content: String::new(),
        }
    }

    /// Looks at every line from this number on; gives the first that does not verify.
    pub fn walk(&mut self, tx: &Tx<'_>, from: i64) -> Result<Option<Bad>> {
        let from = values![from];
        tx.walk(LINES, from, |lines| {
            tx.walk(CONTENTS, from, |contents| {
                tx.walk(EVENTS, from, |events| self.side_by_side(lines, contents, events))
            })
        })?;
        // Erasure and undoing an import remove contents of contacts that are gone, only.
        for (contact, seq) in &self.gone {
            if self.bad.is_none_or(|(bad, _)| *seq < bad) && contact::exists(tx, ContactId::new(*contact))? {
                self.bad = Some((*seq, REMOVED));
            }
        }
        Ok(self.bad)
    }

    fn side_by_side(
        &mut self,
        lines: &mut Walk<'_>,
        contents: &mut Walk<'_>,
        events: &mut Walk<'_>,
    ) -> Result<()> {
        let (mut contents, mut events) = (Belonging::new(contents), Belonging::new(events));
        while self.bad.is_none()
            && let Some(line) = lines.row()
        {
            let seq = line.int(0)?;
            let event = events.to(seq)?;
            self.line(seq, &line, contents.to(seq)?.as_ref(), event.as_ref())?;
            lines.step()?;
        }
        self.stray_content = contents.rest()?;
        self.stray_event = [self.stray_event, events.rest()?].into_iter().flatten().min();
        Ok(())
    }

    fn line(
        &mut self,
        seq: i64,
        line: &Row<'_>,
        content: Option<&Row<'_>>,
        event: Option<&Row<'_>>,
    ) -> Result<()> {
        self.last += 1;
        let (at, action) = (line.text_ref(1)?, line.text_ref(3)?);
        let (kind, subject) = (line.text_ref(4)?, line.int(5)?);
        subject_into(&mut self.subject, kind, subject);
        let commitment = line.bytes_ref(6)?.try_into().unwrap_or(GENESIS);
        let hash = chain(
            &self.previous,
            &Line {
                seq,
                at,
                actor: line.text_ref(2)?,
                action,
                subject: &self.subject,
                commitment: &commitment,
            },
        );
        if seq != self.last {
            self.bad = Some((self.last, "a line is missing"));
        } else if line.bytes_ref(7)? != hash {
            self.bad = Some((seq, "the line was changed"));
        } else if let Some(content) = content {
            if !self.is_sound(content, event, at, &commitment)? {
                self.bad = Some((seq, "the content of the line was changed"));
            }
        } else if kind != CONTACT || action == CONTACT_ERASED {
            // The content of the line which says that a contact was erased is never removed.
            self.bad = Some((seq, REMOVED));
        } else {
            self.gone.entry(subject).or_insert(seq);
        }
        // Beside a line that says something of its own, or whose content went, stands no event.
        if let Some(event) = event {
            let is_told = match content {
                Some(content) => content.text_ref(2)?.is_empty(),
                None => false,
            };
            if !is_told || kind != CONTACT || event.int(CONTACT_OF_EVENT)? != subject {
                self.stray_event.get_or_insert(seq);
            }
        }
        if at > self.latest.as_str() {
            at.clone_into(&mut self.latest);
        }
        match (kind, action) {
            (CONTACT, CONTACT_CREATED) => {
                self.created.insert(subject);
            }
            (CONTACT, CONTACT_ERASED) => {
                self.erased.insert(subject);
                self.told.contact_gone(subject, seq);
            }
            (_, SETTING_CHANGED) => {
                if let Some(content) = content
                    && content.text_ref(2)?.contains(OF_THE_CLOCK)
                {
                    at.clone_into(&mut self.latest);
                }
            }
            ("import", IMPORT_UNDONE) => {
                self.undone.insert(subject);
            }
            _ => {}
        }
        if let Some(content) = content {
            let witness = content.text_ref(3)?;
            if !witness.is_empty() {
                self.told.line(seq, witness);
            }
        }
        if let Some(head) = self.remembered
            && head.seq == seq
        {
            self.remembered_found = data_encoding::HEXLOWER.encode(&hash) == head.hash;
        }
        self.previous = hash;
        Ok(())
    }

    /// Is what the line of this time committed to what stands there now?
    fn is_sound(
        &mut self,
        content: &Row<'_>,
        event: Option<&Row<'_>>,
        at: &str,
        commitment: &Hash,
    ) -> Result<bool> {
        let (salt, payload, witness) = (content.bytes_ref(1)?, content.text_ref(2)?, content.text_ref(3)?);
        if !payload.is_empty() {
            return Ok(commit_to(salt, payload, witness) == *commitment);
        }
        // An empty payload stands for the consent event of the same number.
        let Some(event) = event else { return Ok(false) };
        content_from(event, 0, at, &mut self.content)?;
        Ok(commit_to(salt, &self.content, witness) == *commitment)
    }

    /// The first line whose contact went without a line that says so: that it was erased, or that the
    /// import it came from was undone.
    pub fn untold(&self, imports: &Imports) -> Option<Bad> {
        let is_told = |contact: &i64| {
            self.erased.contains(contact)
                || imports.of(*contact).is_some_and(|import| self.undone.contains(&import))
        };
        let untold = self.gone.iter().filter(|(contact, _)| !is_told(contact)).map(|(_, seq)| *seq).min();
        untold.map(|seq| (seq, REMOVED))
    }

    /// A content, or a consent event, that no line of the ledger carries.
    pub fn stray(&self) -> Option<Bad> {
        let content = self.stray_content.map(|seq| (seq, "a content stands outside the ledger"));
        content.or(self.stray_event.map(|seq| (seq, "a consent event stands outside the ledger")))
    }

    /// What the lines say of the rest of the book.
    pub fn facts(self, imports: Imports) -> Facts {
        let Self { erased, undone, created, latest, told, .. } = self;
        Facts { erased, undone, created, latest, told, imports }
    }
}

/// Rows of which each belongs to the line of the same number.
struct Belonging<'w, 's> {
    walk: &'w mut Walk<'s>,
    /// The number of the row that was handed out last.
    taken: Option<i64>,
    /// The first that belonged to no line.
    stray: Option<i64>,
}

impl<'w, 's> Belonging<'w, 's> {
    const fn new(walk: &'w mut Walk<'s>) -> Self {
        Self { walk, taken: None, stray: None }
    }

    /// The row of this line.
    fn to(&mut self, line: i64) -> Result<Option<Row<'_>>> {
        while let Some(number) = self.number()? {
            if number >= line {
                self.taken = Some(line);
                return Ok(self.walk.row().filter(|_| number == line));
            }
            self.pass(number)?;
        }
        Ok(None)
    }

    /// Goes to the end; gives the first that belonged to no line.
    fn rest(&mut self) -> Result<Option<i64>> {
        if self.stray.is_none()
            && let Some(number) = self.number()?
        {
            self.pass(number)?;
            self.stray = self.stray.or(self.number()?);
        }
        Ok(self.stray)
    }

    fn number(&self) -> Result<Option<i64>> {
        self.walk.row().map(|row| row.int(0)).transpose()
    }

    fn pass(&mut self, number: i64) -> Result<()> {
        if self.taken != Some(number) {
            self.stray.get_or_insert(number);
        }
        self.walk.step()
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTENTS, EVENTS, LINES};
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::projection;

    #[test]
    fn a_verification_goes_from_row_to_row_and_sorts_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        // What many events share is looked up in a table that fits into a page or two.
        let shared = "SEARCH a USING INTEGER PRIMARY KEY (rowid=?)";
        let by_number: [(&str, &[&str]); 5] = [
            (LINES, &["SEARCH l USING INTEGER PRIMARY KEY (rowid>?)"]),
            (CONTENTS, &["SEARCH p USING INTEGER PRIMARY KEY (rowid>?)"]),
            (EVENTS, &["SEARCH e USING INTEGER PRIMARY KEY (rowid>?)", shared]),
            (projection::STANDINGS, &["SCAN s"]),
            (projection::EVENTS, &["SEARCH e USING INDEX consent_event_by_contact (contact_id>?)", shared]),
        ];
        for (sql, steps) in by_number {
            assert_eq!(database.plan(sql).unwrap(), steps, "{sql}");
        }
    }
}
