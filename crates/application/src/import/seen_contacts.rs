//! What rows of a file share with contacts already there and with earlier rows.

use super::answers::{EXCLUDED, channels};
use super::reading::PreparedRow;
use forecourt_dispatch::Refusal;
use forecourt_domain::consent::{Cell, Purpose, Standing, State};
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, consent, contact};
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

/// A contact that a row is a second of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ExistingContact {
    /// It was there before.
    Stored(ContactId),
    /// It came from an earlier row: which contact of this import, counted from 0.
    InFile(u32),
}

/// An earlier row with an e-mail address.
#[derive(Clone, Copy)]
struct Seen {
    ordinal: u32,
    line: u32,
}

/// An earlier row with a reference of Forecourt's own form.
#[derive(Clone, Copy)]
struct Numbered {
    number: u32,
    name: u32,
    ordinal: u32,
}

/// What a row was found to share.
pub(super) struct Shared {
    /// What it is: an address or a reference.
    pub what: String,
    /// Who has it; one or more.
    pub holders: Vec<ExistingContact>,
    /// The line of the earlier row.
    pub first_line: Option<u64>,
}

/// What became of the account reference that a row brings.
pub(super) enum Reference {
    Free,
    /// The same contact has it: the row is its second.
    Same(ExistingContact),
    /// Somebody else has it.
    Taken,
}

/// Addresses and references met so far. Kept as hashes under a random key, 64 bits each: enough
/// that among a million addresses no two are ever taken for one.
pub(super) struct SeenContacts {
    hasher: RandomState,
    emails: HashMap<u64, Seen>,
    /// Own references in the order of their numbers, as files mostly bring them.
    numbers: Vec<Numbered>,
    /// All others: which contact, and its name.
    references: HashMap<u64, (u32, u32)>,
    /// What each contact of this import denied at its start.
    denied: Vec<u8>,
    /// What this import has imposed on whom.
    imposed: HashMap<ExistingContact, u8>,
    /// Were there contacts before?
    stored: bool,
}

impl SeenContacts {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            hasher: RandomState::new(),
            emails: HashMap::new(),
            numbers: Vec::new(),
            references: HashMap::new(),
            denied: Vec::new(),
            imposed: HashMap::new(),
            stored: contact::total(tx)? > 0,
        })
    }

    fn hash(&self, text: &str) -> u64 {
        self.hasher.hash_one(text)
    }

    /// Who holds one of the row's e-mail addresses already?
    pub(super) fn by_email(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Option<Shared>, Refusal> {
        for email in &row.details.emails {
            let mut shared = Shared { what: email.address.clone(), holders: Vec::new(), first_line: None };
            if self.stored {
                shared
                    .holders
                    .extend(contact::by_email(tx, &email.key)?.into_iter().map(ExistingContact::Stored));
            }
            if let Some(seen) = self.emails.get(&self.hash(&email.key)) {
                shared.first_line = Some(u64::from(seen.line));
                shared.holders.push(ExistingContact::InFile(seen.ordinal));
            }
            if !shared.holders.is_empty() {
                return Ok(Some(shared));
            }
        }
        Ok(None)
    }

    /// Is a reference free, taken, or the row's own contact's?
    pub(super) fn reference(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Reference, Refusal> {
        let name = self.hash(&row.sort_name) as u32;
        if let Some((ordinal, holder)) = self.in_file(&row.reference) {
            let same = holder == name;
            return Ok(if same {
                Reference::Same(ExistingContact::InFile(ordinal))
            } else {
                Reference::Taken
            });
        }
        if !self.stored {
            return Ok(Reference::Free);
        }
        let Some(id) = contact::by_reference(tx, &row.reference)? else { return Ok(Reference::Free) };
        let same = contact::line(tx, id)?.is_some_and(|line| {
            forecourt_domain::contact::name_order(&line.first_name, &line.last_name, &line.company)
                == row.sort_name
        });
        Ok(if same { Reference::Same(ExistingContact::Stored(id)) } else { Reference::Taken })
    }

    /// Is the reference in use by an earlier row?
    pub(super) fn holds(&self, reference: &str) -> bool {
        self.in_file(reference).is_some()
    }

    fn in_file(&self, reference: &str) -> Option<(u32, u32)> {
        if let Some(number) = own_number(reference)
            && let Ok(at) = self.numbers.binary_search_by_key(&number, |numbered| numbered.number)
        {
            return self.numbers.get(at).map(|numbered| (numbered.ordinal, numbered.name));
        }
        self.references.get(&self.hash(reference)).copied()
    }

    /// Remembers the next contact that was made of a row, and what it denied from the start.
    pub(super) fn add(&mut self, row: &PreparedRow, reference: &str, denied: u8) {
        let ordinal = self.denied.len() as u32;
        self.denied.push(denied);
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        for email in &row.details.emails {
            let key = self.hash(&email.key);
            self.emails.entry(key).or_insert(Seen { ordinal, line });
        }
        let name = self.hash(&row.sort_name) as u32;
        let follows = |number: &u32| self.numbers.last().is_none_or(|last| last.number < *number);
        match own_number(reference).filter(follows) {
            Some(number) => self.numbers.push(Numbered { number, name, ordinal }),
            None => {
                let key = self.hash(reference);
                self.references.insert(key, (ordinal, name));
            }
        }
    }

    /// Has any of the holders denied anything?
    pub(super) fn opted_out(&self, tx: &Tx<'_>, holders: &[ExistingContact]) -> Result<bool, Refusal> {
        for holder in holders {
            if self.imposed.get(holder).is_some_and(|denied| *denied != 0) {
                return Ok(true);
            }
            let denied = match holder {
                ExistingContact::Stored(id) => contact::restricts(&consent::standing(tx, *id)?),
                ExistingContact::InFile(ordinal) => self.denied_in_file(*ordinal) != 0,
            };
            if denied {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// What of `denied` is news to the holder; from now on it is none.
    pub(super) fn impose(&mut self, tx: &Tx<'_>, holder: ExistingContact, denied: u8) -> Result<u8, Refusal> {
        let stands = match holder {
            ExistingContact::Stored(id) => denied_by(&consent::standing(tx, id)?),
            ExistingContact::InFile(ordinal) => self.denied_in_file(ordinal),
        };
        let imposed = self.imposed.entry(holder).or_default();
        let news = denied & !stands & !*imposed;
        *imposed |= denied;
        Ok(news)
    }

    fn denied_in_file(&self, ordinal: u32) -> u8 {
        self.denied.get(ordinal as usize).copied().unwrap_or(0)
    }
}

/// The number of a reference such as `C0000042`.
fn own_number(reference: &str) -> Option<u32> {
    let number = contact::reference_number(reference).filter(|_| reference.len() == 8)?;
    u32::try_from(number).ok()
}

/// The channels a standing denies for both purposes, and its exclusion.
fn denied_by(standing: &Standing) -> u8 {
    let mut denied = if standing.excluded { EXCLUDED } else { 0 };
    for (channel, bit) in channels() {
        let states = Purpose::ALL.map(|purpose| standing.state(&Cell::us(channel, purpose)));
        if states.iter().all(|state| matches!(state, State::Refused | State::Withdrawn)) {
            denied |= bit;
        }
    }
    denied
}
