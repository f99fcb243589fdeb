//! Verifying the whole ledger: every line, what it committed to, and what follows from that.

use super::compare::{self, Imports};
use super::told::Told;
use super::witness::commit_to;
use super::{CONTACT_CREATED, CONTACT_ERASED, Head, IMPORT_UNDONE, OF_THE_CLOCK, SETTING_CHANGED};
use super::{hash_from, head, subject_text};
use crate::consent::row::{content_from, event_columns};
use crate::engine::{Result, Row, Tx};
use crate::{projection, values};
use forecourt_domain::ledger::{GENESIS, Hash, Line, chain};
use std::collections::{BTreeMap, HashSet};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many lines stand.
    pub lines: i64,
    pub head: Head,
    /// The first line that does not verify, and what is wrong with it.
    pub first_bad: Option<(i64, &'static str)>,
    /// What of the book does not follow from the lines, each in words; looked for only while every line
    /// verifies.
    pub astray: Vec<String>,
    /// The line since which no row stands without one, and its time as UTC text. `None` for a book of
    /// before that was not opened for work since.
    pub since: Option<(i64, String)>,
}

impl Verdict {
    /// Does every line verify, and everything follow from them?
    #[must_use]
    pub const fn is_sound(&self) -> bool {
        self.first_bad.is_none() && self.astray.is_empty()
    }
}

const REMOVED: &str = "the content of the line was removed";

macro_rules! lines {
    ($behind:literal) => {
        concat!(
            "SELECT l.seq, l.at, l.actor, l.action, l.subject_kind, l.subject_id, l.commitment, l.hash,
                p.seq IS NULL, p.salt, p.payload, p.witness,
                CASE WHEN p.seq IS NULL THEN
                    EXISTS (SELECT 1 FROM contact c WHERE c.id = l.subject_id AND l.subject_kind = 'contact')
                ELSE 1 = 0 END,
                a.id IS NULL, ",
            event_columns!(),
            " FROM ledger l
                LEFT JOIN ledger_payload p ON p.seq = l.seq
                LEFT JOIN consent_event e ON e.seq = l.seq
                LEFT JOIN consent_act a ON a.id = e.act_id
             ",
            $behind,
            " ORDER BY l.seq"
        )
    };
}

/// Each line with its payload, its consent event and whether its contact is there: one walk, because a
/// statement for each line takes longer than everything that is computed of it. Only where there is no
/// payload is the contact looked for.
pub(crate) const LINES: &str = lines!("");

/// The same behind a line.
pub(crate) const LINES_BEHIND: &str = lines!("WHERE l.seq > ?");

/// Where the columns of the consent event begin.
const EVENT: usize = 14;

/// Verifies every line, its payload, every consent event, that the remembered head is still part of the
/// chain, and that the rest of the book follows from the lines (M-02). A broken chain is a [`Verdict`],
/// not an error.
pub fn verify(tx: &Tx<'_>, remembered: Option<&Head>) -> Result<Verdict> {
    let mut walk = Verification::new(remembered, 0, GENESIS);
    tx.each(LINES, &[], |row| walk.step(row))?;
    let imports = Imports::load(tx)?;
    let mut first_bad = walk.first_bad;
    if first_bad.is_none()
        && let Some(head) = remembered.filter(|_| !walk.remembered_found)
    {
        let at_the_end = (walk.lines + 1, "lines at the end are missing");
        let another =
            (head.seq, "the line is not the one that this computer remembers: an older copy was put back");
        first_bad = Some(if head.seq > walk.lines { at_the_end } else { another });
    }
    if first_bad.is_none() {
        first_bad = walk.untold(&imports).map(|seq| (seq, REMOVED));
    }
    if first_bad.is_none() {
        first_bad = stray(tx)?;
    }
    if first_bad.is_none() {
        let differs = projection::first_that_differs(tx)?;
        first_bad = differs.map(|seq| (seq, "what the contact allows does not follow from its events"));
    }
    let mut since = None;
    if let Some(seq) = walk.told.since {
        let at = tx.one("SELECT at FROM ledger WHERE seq = ?", values![seq], |row| row.text(0))?;
        since = Some((seq, at.unwrap_or_default()));
    }
    let lines = walk.lines;
    let astray = if first_bad.is_none() { compare::astray(tx, walk.facts(imports))? } else { Vec::new() };
    Ok(Verdict { lines, head: head(tx)?, first_bad, astray, since })
}

/// Verifies the last `count` lines with their contents, for every start: the first that does not verify,
/// and what is wrong with it.
pub fn verify_tail(tx: &Tx<'_>, count: i64) -> Result<Option<(i64, &'static str)>> {
    let before = (head(tx)?.seq - count).max(0);
    let hash = tx.one("SELECT hash FROM ledger WHERE seq = ?", values![before], |row| row.blob(0))?;
    let previous = match hash {
        Some(hash) => hash_from(&hash)?,
        None => GENESIS,
    };
    let mut walk = Verification::new(None, before, previous);
    tx.each(LINES_BEHIND, values![before], |row| walk.step(row))?;
    if walk.first_bad.is_some() {
        return Ok(walk.first_bad);
    }
    let imports = Imports::load(tx)?;
    Ok(walk.untold(&imports).map(|seq| (seq, REMOVED)))
}

/// What is known while line follows line.
struct Verification<'h> {
    remembered: Option<&'h Head>,
    remembered_found: bool,
    previous: Hash,
    lines: i64,
    first_bad: Option<(i64, &'static str)>,
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
    told: Told,
}

impl<'h> Verification<'h> {
    /// Behind line `before`, which has this hash.
    fn new(remembered: Option<&'h Head>, before: i64, previous: Hash) -> Self {
        Self {
            remembered,
            remembered_found: remembered.is_none_or(|head| head.seq == 0),
            previous,
            lines: before,
            first_bad: None,
            gone: BTreeMap::new(),
            erased: HashSet::new(),
            undone: HashSet::new(),
            created: HashSet::new(),
            latest: String::new(),
            told: Told::default(),
        }
    }

    fn step(&mut self, row: &Row<'_>) -> Result<()> {
        self.lines += 1;
        if self.first_bad.is_some() {
            return Ok(());
        }
        let seq = row.int(0)?;
        let (action, kind, subject) = (row.text_ref(3)?, row.text_ref(4)?, row.int(5)?);
        let commitment = Hash::try_from(row.blob(6)?).unwrap_or(GENESIS);
        let line = Line {
            seq,
            at: row.text_ref(1)?,
            actor: row.text_ref(2)?,
            action,
            subject: &subject_text(kind, subject),
            commitment: &commitment,
        };
        let hash = chain(&self.previous, &line);
        if seq != self.lines {
            self.first_bad = Some((self.lines, "a line is missing"));
        } else if row.blob(7)? != hash {
            self.first_bad = Some((seq, "the line was changed"));
        } else if row.flag(8)? {
            // Erasure and undoing an import remove payloads, only of contacts that are gone, and never
            // that of the line which says so.
            if row.flag(12)? || kind != "contact" || action == CONTACT_ERASED {
                self.first_bad = Some((seq, REMOVED));
            }
            self.gone.entry(subject).or_insert(seq);
        } else if !is_sound(row, &commitment)? {
            self.first_bad = Some((seq, "the content of the line was changed"));
        }
        let at = row.text_ref(1)?;
        if at > self.latest.as_str() {
            at.clone_into(&mut self.latest);
        }
        match (kind, action) {
            ("contact", CONTACT_CREATED) => {
                self.created.insert(subject);
            }
            ("contact", CONTACT_ERASED) => {
                self.erased.insert(subject);
                self.told.contact_gone(subject, seq);
            }
            (_, SETTING_CHANGED) if !row.flag(8)? && row.text_ref(10)?.contains(OF_THE_CLOCK) => {
                at.clone_into(&mut self.latest);
            }
            ("import", IMPORT_UNDONE) => {
                self.undone.insert(subject);
            }
            _ => {}
        }
        if !row.flag(8)? {
            let witness = row.text_ref(11)?;
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

    /// The first line whose contact went without a line that says so: that it was erased, or that the
    /// import it came from was undone.
    fn untold(&self, imports: &Imports) -> Option<i64> {
        let is_told = |contact: &i64| {
            self.erased.contains(contact)
                || imports.of(*contact).is_some_and(|import| self.undone.contains(&import))
        };
        self.gone.iter().filter(|(contact, _)| !is_told(contact)).map(|(_, seq)| *seq).min()
    }

    /// What the lines say of the rest of the book.
    fn facts(self, imports: Imports) -> compare::Facts {
        let Self { erased, undone, created, latest, told, .. } = self;
        compare::Facts { erased, undone, created, latest, told, imports }
    }
}

/// Is what the line committed to what stands there now?
fn is_sound(row: &Row<'_>, commitment: &Hash) -> Result<bool> {
    let salt = row.blob(9)?;
    let (payload, witness) = (row.text_ref(10)?, row.text_ref(11)?);
    if !payload.is_empty() {
        return Ok(commit_to(&salt, payload, witness) == *commitment);
    }
    // An empty payload stands for the consent event of the same number.
    Ok(!row.flag(13)? && commit_to(&salt, &content_from(row, EVENT)?, witness) == *commitment)
}

/// A consent event, or a content, that no line of the ledger carries: somebody slipped it in.
fn stray(tx: &Tx<'_>) -> Result<Option<(i64, &'static str)>> {
    // The lines are numbered without a gap, so whatever is outside is before or behind them.
    for outside in [
        "SELECT p.seq FROM ledger_payload p
         WHERE p.seq > (SELECT coalesce(max(l.seq), 0) FROM ledger l) ORDER BY p.seq LIMIT 1",
        "SELECT p.seq FROM ledger_payload p WHERE p.seq < 1 ORDER BY p.seq LIMIT 1",
    ] {
        let found = tx.one(outside, &[], |row| Ok((row.int(0)?, "a content stands outside the ledger")))?;
        if found.is_some() {
            return Ok(found);
        }
    }
    tx.one(
        "SELECT e.seq FROM consent_event e
         WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.seq = e.seq
                           AND l.subject_kind = 'contact' AND l.subject_id = e.contact_id)
         ORDER BY e.seq LIMIT 1",
        &[],
        |row| Ok((row.int(0)?, "a consent event stands outside the ledger")),
    )
}

#[cfg(test)]
mod tests {
    use super::LINES;
    use crate::engine::Database;
    use crate::keys::DataKey;
    use crate::projection::STANDINGS;

    #[test]
    fn a_verification_goes_from_row_to_row_and_sorts_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::create(&folder.path().join("f.db"), DataKey::generate().unwrap()).unwrap();
        for (sql, walked) in [(LINES, "l"), (STANDINGS, "s")] {
            let plan = database.plan(sql).unwrap();
            assert_eq!(plan[0], format!("SCAN {walked}"), "{plan:?}");
            let scans = plan.iter().filter(|step| step.starts_with("SCAN")).count();
            assert!(scans == 1 && !plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        }
    }
}
