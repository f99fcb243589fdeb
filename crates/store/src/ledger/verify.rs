//! Verifying the whole ledger: every line, what it committed to, and what follows from that.

use super::{CONTACT_ERASED, Head, IMPORT_UNDONE, head, subject_text};
use crate::consent::row::{content_from, event_columns};
use crate::engine::{Result, Row, Tx};
use crate::projection;
use forecourt_domain::ledger::{GENESIS, Hash, Line, chain, commit};
use std::collections::{BTreeMap, HashSet};

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How many lines stand.
    pub lines: i64,
    pub head: Head,
    /// The first line that does not verify, and what is wrong with it.
    pub first_bad: Option<(i64, &'static str)>,
}

const REMOVED: &str = "the content of the line was removed";

/// Each line with its payload, its consent event and whether its contact is there: one walk, because a
/// statement for each line takes longer than everything that is computed of it. Only where there is no
/// payload is the contact looked for.
pub(crate) const LINES: &str = concat!(
    "SELECT l.seq, l.at, l.actor, l.action, l.subject_kind, l.subject_id, l.commitment, l.hash,
        p.seq IS NULL, p.salt, p.payload,
        CASE WHEN p.seq IS NULL THEN
            EXISTS (SELECT 1 FROM contact c WHERE c.id = l.subject_id AND l.subject_kind = 'contact')
        ELSE 1 = 0 END,
        e.seq IS NULL, ",
    event_columns!("e."),
    " FROM ledger l
        LEFT JOIN ledger_payload p ON p.seq = l.seq
        LEFT JOIN consent_event e ON e.seq = l.seq
     ORDER BY l.seq"
);

/// Where the columns of the consent event begin.
const EVENT: usize = 13;

/// Verifies every line, its payload, every consent event, and that the remembered head is still
/// part of the chain (M-02). A broken chain is a [`Verdict`], not an error.
pub fn verify(tx: &Tx<'_>, remembered: Option<&Head>) -> Result<Verdict> {
    let mut walk = Verification::new(remembered);
    tx.each(LINES, &[], |row| walk.step(row))?;
    let Verification { lines, first_bad, remembered_found, gone, .. } = &walk;
    let mut first_bad = *first_bad;
    if first_bad.is_none() && !remembered_found {
        first_bad = Some((lines + 1, "lines at the end are missing"));
    }
    if first_bad.is_none() && !gone.is_empty() {
        first_bad = walk.untold(tx)?.map(|seq| (seq, REMOVED));
    }
    if first_bad.is_none() {
        first_bad = stray_event(tx)?;
    }
    if first_bad.is_none() {
        let differs = projection::first_that_differs(tx)?;
        first_bad = differs.map(|seq| (seq, "what the contact allows does not follow from its events"));
    }
    Ok(Verdict { lines: walk.lines, head: head(tx)?, first_bad })
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
}

impl<'h> Verification<'h> {
    fn new(remembered: Option<&'h Head>) -> Self {
        Self {
            remembered,
            remembered_found: remembered.is_none_or(|head| head.seq == 0),
            previous: GENESIS,
            lines: 0,
            first_bad: None,
            gone: BTreeMap::new(),
            erased: HashSet::new(),
            undone: HashSet::new(),
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
            // Erasure and undoing an import remove payloads, only of contacts that are gone.
            if row.flag(11)? || kind != "contact" {
                self.first_bad = Some((seq, REMOVED));
            }
            self.gone.entry(subject).or_insert(seq);
        } else if !is_sound(row, &commitment)? {
            self.first_bad = Some((seq, "the content of the line was changed"));
        }
        match (kind, action) {
            ("contact", CONTACT_ERASED) => {
                self.erased.insert(subject);
            }
            ("import", IMPORT_UNDONE) => {
                self.undone.insert(subject);
            }
            _ => {}
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
    fn untold(&self, tx: &Tx<'_>) -> Result<Option<i64>> {
        let imports = tx.all("SELECT id, first_contact, last_contact FROM import_batch", &[], |row| {
            Ok((row.int(0)?, row.int(1)?..=row.int(2)?))
        })?;
        let undone: Vec<_> = imports.into_iter().filter(|(id, _)| self.undone.contains(id)).collect();
        let is_told = |contact: &i64| {
            self.erased.contains(contact) || undone.iter().any(|(_, contacts)| contacts.contains(contact))
        };
        Ok(self.gone.iter().filter(|(contact, _)| !is_told(contact)).map(|(_, seq)| *seq).min())
    }
}

/// Is what the line committed to what stands there now?
fn is_sound(row: &Row<'_>, commitment: &Hash) -> Result<bool> {
    let salt = row.blob(9)?;
    let payload = row.text_ref(10)?;
    if !payload.is_empty() {
        return Ok(commit(&salt, payload.as_bytes()) == *commitment);
    }
    // An empty payload stands for the consent event of the same number.
    Ok(!row.flag(12)? && commit(&salt, content_from(row, EVENT)?.as_bytes()) == *commitment)
}

/// A consent event that no line of the ledger carries: somebody slipped it in.
fn stray_event(tx: &Tx<'_>) -> Result<Option<(i64, &'static str)>> {
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
