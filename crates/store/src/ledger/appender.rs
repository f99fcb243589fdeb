//! Appending lines, one or the thousands of an import.

use super::witness::{carried, commit_to};
use super::{Head, Subject, hash_from, latest_line, put_latest, subject_into};
use crate::engine::{Error, Insert, Result, Tx};
use forecourt_domain::ledger::{GENESIS, Hash, Line, chain};
use forecourt_domain::time::Moment;

/// Bytes of salt before each payload: enough that a payload cannot be guessed back from its
/// commitment, however few candidates there are.
const SALT: usize = 16;

static LINE: Insert<8> =
    Insert::new("ledger (seq, at, actor, action, subject_kind, subject_id, commitment, hash)");
static PAYLOAD: Insert<4> = Insert::new("ledger_payload (seq, salt, payload, witness)");

/// A line about to be appended.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub at: Moment,
    /// Who, and behind the `@` on which workstation: `employee:3@1`.
    pub actor: &'a str,
    /// What: `consent.changed`, `contact.created`, ...
    pub action: &'a str,
    pub subject: Subject,
    /// What exactly, as JSON; may hold personal data, and goes when the contact is erased.
    pub payload: &'a str,
}

/// A line about to be appended, with what it commits to and what of that is kept beside its salt. A
/// consent event keeps nothing there: its own row is the content, so that tampering with it shows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Draft<'a> {
    /// UTC text.
    pub at: &'a str,
    /// As [`Entry::actor`].
    pub actor: &'a str,
    /// As [`Entry::action`].
    pub action: &'a str,
    /// As [`Entry::subject`].
    pub subject: Subject,
    /// What it commits to.
    pub content: &'a str,
    /// What is kept.
    pub kept: &'a str,
    /// The commitment to the content, where somebody made it beforehand.
    pub committed: Option<&'a Committed>,
}

/// A commitment to a content that tells of no rows: made on any thread, before its line has a number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Committed {
    salt: [u8; SALT],
    commitment: Hash,
}

impl Committed {
    /// Commits to these contents, each under a salt of its own.
    pub(crate) fn to<'t>(contents: impl ExactSizeIterator<Item = &'t str>) -> Result<Vec<Self>> {
        let salts = salts(contents.len())?;
        let commit =
            |(salt, content): ([u8; SALT], &str)| Self { salt, commitment: commit_to(&salt, content, "") };
        Ok(salts.into_iter().zip(contents).map(commit).collect())
    }
}

fn salts(count: usize) -> Result<Vec<[u8; SALT]>> {
    let mut salts = vec![[0; SALT]; count];
    getrandom::fill(salts.as_flattened_mut())
        .map_err(|_| Error::other("the operating system gave no random numbers"))?;
    Ok(salts)
}

/// Appends lines within one transaction. Keeps the head, so that an import reads it once.
pub struct Appender {
    seq: i64,
    head: Hash,
    /// Of any line, as it is stored.
    latest_line: String,
    /// That, or what is known beside the ledger.
    latest: String,
}

/// What is computed of a line.
struct Sealed {
    seq: i64,
    salt: [u8; SALT],
    commitment: Hash,
    hash: Hash,
}

impl Appender {
    /// Stands behind the last line.
    pub fn new(tx: &Tx<'_>) -> Result<Self> {
        let latest_line = latest_line(tx)?;
        let latest = latest_line.clone().max(tx.not_before().to_owned());
        let last = tx.one("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1", &[], |row| {
            Ok((row.int(0)?, row.blob(1)?))
        })?;
        match last {
            Some((seq, hash)) => Ok(Self { seq, head: hash_from(&hash)?, latest_line, latest }),
            None => Ok(Self { seq: 0, head: GENESIS, latest_line, latest }),
        }
    }

    /// The number the next line will get.
    #[must_use]
    pub const fn next_seq(&self) -> i64 {
        self.seq + 1
    }

    /// The last line, as it stands in this transaction.
    #[must_use]
    pub fn head(&self) -> Head {
        Head { seq: self.seq, hash: data_encoding::HEXLOWER.encode(&self.head) }
    }

    /// The latest time that is known of, as UTC text ([`super::latest`]). What lies before it was written
    /// by a suspect clock: order is by number.
    #[must_use]
    pub fn latest(&self) -> &str {
        &self.latest
    }

    /// Appends a line with its payload.
    pub fn append(&mut self, tx: &Tx<'_>, entry: &Entry<'_>) -> Result<i64> {
        self.append_all(tx, std::slice::from_ref(entry))?;
        Ok(self.seq)
    }

    /// Appends lines with their payloads, in their order.
    pub fn append_all(&mut self, tx: &Tx<'_>, entries: &[Entry<'_>]) -> Result<()> {
        let times: Vec<_> = entries.iter().map(|entry| entry.at.to_text()).collect();
        let drafts: Vec<_> = entries
            .iter()
            .zip(&times)
            .map(|(&Entry { actor, action, subject, payload, .. }, at)| Draft {
                at,
                actor,
                action,
                subject,
                content: payload,
                kept: payload,
                committed: None,
            })
            .collect();
        self.put(tx, &drafts)
    }

    /// Appends lines in their order; they tell of the rows that were written since the last ones.
    pub(crate) fn put(&mut self, tx: &Tx<'_>, drafts: &[Draft<'_>]) -> Result<()> {
        let witness = carried(tx, drafts.iter().map(|draft| draft.subject))?;
        let told = || (0..drafts.len()).map(|at| witness.get(at).map_or("", String::as_str));
        let sealed = self.seal(drafts, told())?;
        let lines = || drafts.iter().zip(&sealed);
        LINE.all(
            tx,
            lines().map(|(draft, sealed)| {
                let (kind, id) = draft.subject.parts();
                [
                    sealed.seq.into(),
                    draft.at.into(),
                    draft.actor.into(),
                    draft.action.into(),
                    kind.into(),
                    id.into(),
                    sealed.commitment[..].into(),
                    sealed.hash[..].into(),
                ]
            }),
        )?;
        PAYLOAD.all(
            tx,
            lines().zip(told()).map(|((draft, sealed), told)| {
                [sealed.seq.into(), sealed.salt[..].into(), draft.kept.into(), told.into()]
            }),
        )?;
        if let Some(latest) = drafts.iter().map(|draft| draft.at).max()
            && latest > self.latest_line.as_str()
        {
            put_latest(tx, latest)?;
            latest.clone_into(&mut self.latest_line);
            if latest > self.latest.as_str() {
                latest.clone_into(&mut self.latest);
            }
        }
        if let Some(last) = sealed.last() {
            (self.seq, self.head) = (last.seq, last.hash);
        }
        Ok(())
    }

    /// Salts the lines and chains them behind the head.
    fn seal<'t>(&self, drafts: &[Draft<'_>], told: impl Iterator<Item = &'t str>) -> Result<Vec<Sealed>> {
        let salts = salts(drafts.len())?;
        let mut head = self.head;
        let mut subject = String::new();
        let seal = |(((draft, told), salt), seq): (((&Draft<'_>, &str), [u8; SALT]), i64)| {
            let Committed { salt, commitment } = match draft.committed {
                Some(known) if told.is_empty() => *known,
                _ => Committed { salt, commitment: commit_to(&salt, draft.content, told) },
            };
            let (kind, id) = draft.subject.parts();
            subject_into(&mut subject, kind, id);
            head = chain(
                &head,
                &Line {
                    seq,
                    at: draft.at,
                    actor: draft.actor,
                    action: draft.action,
                    subject: &subject,
                    commitment: &commitment,
                },
            );
            Sealed { seq, salt, commitment, hash: head }
        };
        Ok(drafts.iter().zip(told).zip(salts).zip(self.next_seq()..).map(seal).collect())
    }
}
