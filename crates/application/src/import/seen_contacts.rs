//! What rows of a file share with contacts already there and with earlier rows.

use super::likeness::{Likeness, OnFile, likenesses, on_file};
use super::permission::denied_by;
use super::reading::PreparedRow;
use super::refusing::Refusing;
use super::seen_keys::{Key, Seen};
use forecourt_dispatch::Refusal;
use forecourt_domain::ids::ContactId;
use forecourt_store::{Tx, consent, contact};
use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};

/// A contact that a row is a second of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum ExistingContact {
    /// It was there before.
    Stored(ContactId),
    /// It came from an earlier row: which contact of this import, counted from 0.
    InFile(u32),
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
    /// What it is: an address, a reference, or the number, postcode or plate beside the name.
    pub what: String,
    /// Who has it; one or more.
    pub holders: Vec<ExistingContact>,
    /// The line of the earlier row.
    pub first_line: Option<u64>,
}

/// Who is like a row's person.
pub(super) enum Alike {
    Nobody,
    /// Somebody is on file who may be the same: all but the email address agrees.
    ButForTheAddress,
    /// Somebody of another name has the plate.
    OfThePlate,
    /// The row is this contact's second.
    Same(Shared),
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
    emails: Seen,
    /// The first row with a number: whoever refuses by it is heard.
    phones: Seen,
    /// Name and number, name and postcode, plate and either: rows of one person that share no address. Rows
    /// with references of their own are told apart by those.
    likes: Seen,
    /// Own references in the order of their numbers, as files mostly bring them.
    numbers: Vec<Numbered>,
    /// All others: which contact, and its name.
    references: Seen<(u32, u32)>,
    /// The line each contact of this import came from.
    lines: Vec<u32>,
    /// What each contact of this import denied at its start.
    denied: Vec<u8>,
    /// Its name.
    names: Vec<u32>,
    /// Has it an email address?
    has_email: Vec<bool>,
    /// What this import has imposed on whom.
    imposed: HashMap<ExistingContact, u8>,
    /// Were there contacts before?
    stored: bool,
}

impl SeenContacts {
    pub(super) fn new(tx: &Tx<'_>) -> Result<Self, Refusal> {
        Ok(Self {
            hasher: RandomState::new(),
            emails: Seen::default(),
            phones: Seen::default(),
            likes: Seen::default(),
            numbers: Vec::new(),
            references: Seen::default(),
            lines: Vec::new(),
            denied: Vec::new(),
            names: Vec::new(),
            has_email: Vec::new(),
            imposed: HashMap::new(),
            stored: contact::total(tx)? > 0,
        })
    }

    fn key(&self, of: impl Hash) -> Key {
        Key::of(self.hasher.hash_one(of))
    }

    /// 32 bits of a name's hash, to hold it against another.
    fn name(&self, name: &str) -> u32 {
        self.key(name).half()
    }

    fn line(&self, ordinal: u32) -> Option<u64> {
        self.lines.get(ordinal as usize).map(|line| u64::from(*line))
    }

    /// Who holds one of the row's email addresses already?
    pub(super) fn by_email(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Option<Shared>, Refusal> {
        for email in &row.details.emails {
            let mut shared = Shared { what: email.address.clone(), holders: Vec::new(), first_line: None };
            if self.stored {
                shared
                    .holders
                    .extend(contact::by_email(tx, &email.key)?.into_iter().map(ExistingContact::Stored));
            }
            if let Some(ordinal) = self.emails.get(&self.key(&email.key)) {
                shared.first_line = self.line(*ordinal);
                shared.holders.push(ExistingContact::InFile(*ordinal));
            }
            if !shared.holders.is_empty() {
                return Ok(Some(shared));
            }
        }
        Ok(None)
    }

    /// Who is the same person by name and number, name and postcode, or plate and either of name and number?
    /// Whoever has an email address is told from whoever has another: father and son share all but that.
    pub(super) fn by_likeness(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Alike, Refusal> {
        let mut alike = Alike::Nobody;
        if self.stored {
            alike = match on_file(tx, row)? {
                OnFile::Same(ids, what) => {
                    let holders = ids.into_iter().map(ExistingContact::Stored).collect();
                    return Ok(Alike::Same(Shared { what, holders, first_line: None }));
                }
                OnFile::ButForTheAddress => Alike::ButForTheAddress,
                OnFile::OfThePlate => Alike::OfThePlate,
                OnFile::Nobody => Alike::Nobody,
            };
        }
        if self.likes.is_empty() {
            return Ok(alike);
        }
        for likeness in likenesses(row) {
            let Some(ordinal) = self.likes.get(&self.hash_of(&likeness, &row.sort_name)) else { continue };
            let has_email = self.has_email.get(*ordinal as usize).copied().unwrap_or(false);
            if row.details.emails.is_empty() || !has_email {
                let holders = vec![ExistingContact::InFile(*ordinal)];
                let first_line = self.line(*ordinal);
                return Ok(Alike::Same(Shared { what: likeness.what(), holders, first_line }));
            }
        }
        Ok(alike)
    }

    fn hash_of(&self, likeness: &Likeness<'_>, sort_name: &str) -> Key {
        match likeness {
            Likeness::Number(e164) => self.key(('p', *e164, sort_name)),
            Likeness::Postcode(key) => self.key(('c', key.as_str(), sort_name)),
            Likeness::Plate(key) => self.key(('v', key.as_str(), sort_name)),
            Likeness::PlateAndNumber(key, e164) => self.key(('w', key.as_str(), *e164)),
        }
    }

    /// Whom a refusal is about among those on file and those of earlier rows, and what of it each of them
    /// refuses: all of it, or what concerns the number they share with its person.
    pub(super) fn refused_by(
        &self,
        tx: &Tx<'_>,
        refusing: &Refusing,
    ) -> Result<Vec<(ExistingContact, u8)>, Refusal> {
        let mut found: Vec<(ExistingContact, u8)> = Vec::new();
        let note = |found: &mut Vec<(ExistingContact, u8)>, holder, bits: u8| {
            if bits != 0 && !found.iter().any(|(known, _)| *known == holder) {
                found.push((holder, bits));
            }
        };
        let (all, name) = (refusing.stated.denied, &refusing.sort_name);
        if !refusing.reference.is_empty() {
            if let Some((ordinal, holder)) = self.in_file(&refusing.reference)
                && (name.is_empty() || holder == self.name(name))
            {
                note(&mut found, ExistingContact::InFile(ordinal), all);
            }
            if self.stored
                && let Some(id) = contact::by_reference(tx, &refusing.reference)?
                && (name.is_empty() || contact::sort_name(tx, id)? == *name)
            {
                note(&mut found, ExistingContact::Stored(id), all);
            }
        }
        for key in &refusing.emails {
            let holders = if self.stored { contact::by_email(tx, key)? } else { Vec::new() };
            for id in holders {
                note(&mut found, ExistingContact::Stored(id), all);
            }
            if let Some(ordinal) = self.emails.get(&self.key(key)) {
                note(&mut found, ExistingContact::InFile(*ordinal), all);
            }
        }
        let is_found = !found.is_empty();
        for e164 in &refusing.phones {
            let holders = if self.stored { contact::by_phone(tx, e164)? } else { Vec::new() };
            for id in holders {
                let is_named_alike = refusing.names_matter() && contact::sort_name(tx, id)? == *name;
                let bits = refusing.by_number(is_named_alike, is_found);
                note(&mut found, ExistingContact::Stored(id), bits);
            }
            if let Some(ordinal) = self.phones.get(&self.key(e164)) {
                let alike = self.likes.get(&self.hash_of(&Likeness::Number(e164), name));
                let bits = refusing.by_number(alike == Some(ordinal), is_found);
                note(&mut found, ExistingContact::InFile(*ordinal), bits);
            }
        }
        Ok(found)
    }

    /// Is a reference free, taken, or the row's own contact's?
    pub(super) fn reference(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Reference, Refusal> {
        let name = self.name(&row.sort_name);
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
        self.references.get(&self.key(reference)).copied()
    }

    /// Remembers the next contact that was made of a row, and what it denied from the start.
    pub(super) fn add(&mut self, row: &PreparedRow, reference: &str, has_own_reference: bool, denied: u8) {
        let ordinal = self.denied.len() as u32;
        self.denied.push(denied);
        self.has_email.push(!row.details.emails.is_empty());
        self.lines.push(u32::try_from(row.line).unwrap_or(u32::MAX));
        for email in &row.details.emails {
            let key = self.key(&email.key);
            self.emails.entry(key).or_insert(ordinal);
        }
        for phone in row.details.phones.iter().filter(|phone| !phone.e164.is_empty()) {
            let key = self.key(&phone.e164);
            self.phones.entry(key).or_insert(ordinal);
        }
        if !has_own_reference {
            for likeness in likenesses(row) {
                let key = self.hash_of(&likeness, &row.sort_name);
                self.likes.entry(key).or_insert(ordinal);
            }
        }
        let name = self.name(&row.sort_name);
        self.names.push(name);
        let follows = |number: &u32| self.numbers.last().is_none_or(|last| last.number < *number);
        match own_number(reference).filter(follows) {
            Some(number) => self.numbers.push(Numbered { number, name, ordinal }),
            None => {
                let key = self.key(reference);
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

    /// Has the holder this name?
    pub(super) fn is_named(&self, tx: &Tx<'_>, holder: ExistingContact, name: &str) -> Result<bool, Refusal> {
        match holder {
            ExistingContact::Stored(id) => Ok(contact::sort_name(tx, id)? == name),
            ExistingContact::InFile(at) => Ok(self.names.get(at as usize) == Some(&self.name(name))),
        }
    }

    /// What of `denied` is news to the holder; from now on it is none.
    pub(super) fn impose(&mut self, tx: &Tx<'_>, holder: ExistingContact, denied: u8) -> Result<u8, Refusal> {
        // Many rows may refuse for one number that many have: nobody is read twice for the same.
        if self.imposed.get(&holder).is_some_and(|imposed| denied & !imposed == 0) {
            return Ok(0);
        }
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
