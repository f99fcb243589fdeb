//! What rows of a file share with contacts already there and with earlier rows.

use super::answers::{EXCLUDED, channels};
use super::reading::PreparedRow;
use super::refusing::Refusing;
use forecourt_dispatch::Refusal;
use forecourt_domain::consent::{Cell, Purpose, Standing, State};
use forecourt_domain::ids::ContactId;
use forecourt_domain::{phone, plate, postcode};
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
    /// What it is: an address, a reference, or the number, postcode or plate beside the name.
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
    /// The first row with a number: whoever refuses by it is heard.
    phones: HashMap<u64, Seen>,
    /// Name and number, name and postcode, plate and either: rows of one person that share no address. Rows
    /// with references of their own are told apart by those.
    likes: HashMap<u64, Seen>,
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
            phones: HashMap::new(),
            likes: HashMap::new(),
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

    /// Who is the same person by name and number, name and postcode, or plate and either of name and number?
    pub(super) fn by_likeness(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<Option<Shared>, Refusal> {
        if !self.stored && self.likes.is_empty() {
            return Ok(None);
        }
        for likeness in likenesses(row) {
            let mut shared = Shared { what: String::new(), holders: Vec::new(), first_line: None };
            if self.stored {
                let stored = likeness.stored(tx, &row.sort_name)?;
                shared.holders.extend(stored.into_iter().map(ExistingContact::Stored));
            }
            if let Some(seen) = self.likes.get(&self.hash_of(&likeness, &row.sort_name)) {
                shared.first_line = Some(u64::from(seen.line));
                shared.holders.push(ExistingContact::InFile(seen.ordinal));
            }
            if !shared.holders.is_empty() {
                shared.what = likeness.what();
                return Ok(Some(shared));
            }
        }
        Ok(None)
    }

    /// Has somebody of another name the row's plate? A car that was sold keeps its plate.
    pub(super) fn has_anothers_plate(&self, tx: &Tx<'_>, row: &PreparedRow) -> Result<bool, Refusal> {
        if !self.stored {
            return Ok(false);
        }
        for vehicle in row.details.vehicles.iter().filter(|vehicle| !vehicle.registration.is_empty()) {
            if !contact::by_plate(tx, &vehicle.registration)?.is_empty() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn hash_of(&self, likeness: &Likeness<'_>, sort_name: &str) -> u64 {
        match likeness {
            Likeness::Number(e164) => self.hasher.hash_one(('p', *e164, sort_name)),
            Likeness::Postcode(key) => self.hasher.hash_one(('c', key.as_str(), sort_name)),
            Likeness::Plate(key) => self.hasher.hash_one(('v', key.as_str(), sort_name)),
            Likeness::PlateAndNumber(key, e164) => self.hasher.hash_one(('w', key.as_str(), *e164)),
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
        let mut note = |holder, bits: u8| {
            if bits != 0 && !found.iter().any(|(known, _)| *known == holder) {
                found.push((holder, bits));
            }
        };
        let all = refusing.stated.denied;
        if !refusing.reference.is_empty() {
            let name = self.hash(&refusing.sort_name) as u32;
            if let Some((ordinal, holder)) = self.in_file(&refusing.reference)
                && (refusing.sort_name.is_empty() || holder == name)
            {
                note(ExistingContact::InFile(ordinal), all);
            }
            if self.stored
                && let Some(id) = contact::by_reference(tx, &refusing.reference)?
                && (refusing.sort_name.is_empty() || contact::sort_name(tx, id)? == refusing.sort_name)
            {
                note(ExistingContact::Stored(id), all);
            }
        }
        for key in &refusing.emails {
            if self.stored {
                contact::by_email(tx, key)?.into_iter().for_each(|id| note(ExistingContact::Stored(id), all));
            }
            if let Some(seen) = self.emails.get(&self.hash(key)) {
                note(ExistingContact::InFile(seen.ordinal), all);
            }
        }
        let is_found = !found.is_empty();
        for e164 in &refusing.phones {
            if self.stored {
                for id in contact::by_phone(tx, e164)? {
                    let bits = refusing.by_number(&contact::sort_name(tx, id)?, is_found);
                    let holder = ExistingContact::Stored(id);
                    if bits != 0 && !found.iter().any(|(known, _)| *known == holder) {
                        found.push((holder, bits));
                    }
                }
            }
            if let Some(seen) = self.phones.get(&self.hash(e164)) {
                let is_named_alike = refusing.sort_name.is_empty()
                    || self
                        .likes
                        .get(&self.hash_of(&Likeness::Number(e164), &refusing.sort_name))
                        .is_some_and(|like| like.ordinal == seen.ordinal);
                let bits =
                    refusing.by_number(if is_named_alike { &refusing.sort_name } else { "\0" }, is_found);
                let holder = ExistingContact::InFile(seen.ordinal);
                if bits != 0 && !found.iter().any(|(known, _)| *known == holder) {
                    found.push((holder, bits));
                }
            }
        }
        Ok(found)
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
    pub(super) fn add(&mut self, row: &PreparedRow, reference: &str, has_own_reference: bool, denied: u8) {
        let ordinal = self.denied.len() as u32;
        self.denied.push(denied);
        let line = u32::try_from(row.line).unwrap_or(u32::MAX);
        for email in &row.details.emails {
            let key = self.hash(&email.key);
            self.emails.entry(key).or_insert(Seen { ordinal, line });
        }
        for phone in row.details.phones.iter().filter(|phone| !phone.e164.is_empty()) {
            let key = self.hash(&phone.e164);
            self.phones.entry(key).or_insert(Seen { ordinal, line });
        }
        if !has_own_reference {
            for likeness in likenesses(row) {
                let key = self.hash_of(&likeness, &row.sort_name);
                self.likes.entry(key).or_insert(Seen { ordinal, line });
            }
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

/// What, beside a name or a number, tells that two rows are one person.
enum Likeness<'r> {
    /// In E.164.
    Number(&'r str),
    /// The key of a postcode.
    Postcode(String),
    /// The key of a plate.
    Plate(String),
    /// A plate and a number: the same household under another spelling of the name.
    PlateAndNumber(String, &'r str),
}

impl Likeness<'_> {
    /// What staff read of it.
    fn what(&self) -> String {
        match self {
            Self::Number(e164) | Self::PlateAndNumber(_, e164) => phone::display(e164),
            Self::Postcode(key) => postcode::format(key),
            Self::Plate(key) => plate::format(key),
        }
    }

    /// Who on file is alike.
    fn stored(&self, tx: &Tx<'_>, sort_name: &str) -> forecourt_store::Result<Vec<ContactId>> {
        match self {
            Self::Number(e164) => contact::named(tx, contact::by_phone(tx, e164)?, sort_name),
            Self::Postcode(key) => contact::named(tx, contact::by_postcode(tx, key)?, sort_name),
            Self::Plate(key) => contact::named(tx, contact::by_plate(tx, key)?, sort_name),
            Self::PlateAndNumber(key, e164) => {
                let owners = contact::by_plate(tx, key)?;
                if owners.is_empty() {
                    return Ok(owners);
                }
                let reached = contact::by_phone(tx, e164)?;
                Ok(owners.into_iter().filter(|id| reached.contains(id)).collect())
            }
        }
    }
}

/// In what a row may be like another, the surest first.
fn likenesses(row: &PreparedRow) -> Vec<Likeness<'_>> {
    let details = &row.details;
    let mut likenesses = Vec::new();
    let numbers = || details.phones.iter().map(|phone| phone.e164.as_str()).filter(|e164| !e164.is_empty());
    let plates = || {
        let plates = details.vehicles.iter().map(|vehicle| plate::key(&vehicle.registration));
        plates.filter(|key| !key.is_empty())
    };
    if !row.sort_name.is_empty() {
        likenesses.extend(numbers().map(Likeness::Number));
        // Two of one first name may live at one postcode.
        if !details.last_name.is_empty() || !details.company.is_empty() {
            let keys = details.addresses.iter().map(|address| postcode::key(&address.postcode));
            likenesses.extend(keys.filter(|key| !key.is_empty()).map(Likeness::Postcode));
        }
        likenesses.extend(plates().map(Likeness::Plate));
    }
    for key in plates() {
        likenesses.extend(numbers().map(|e164| Likeness::PlateAndNumber(key.clone(), e164)));
    }
    likenesses
}

/// The number of a reference such as `C0000042`.
fn own_number(reference: &str) -> Option<u32> {
    let number = contact::reference_number(reference).filter(|_| reference.len() == 8)?;
    u32::try_from(number).ok()
}

/// The channels a standing denies for both purposes, and its exclusion.
pub(super) fn denied_by(standing: &Standing) -> u8 {
    let mut denied = if standing.excluded { EXCLUDED } else { 0 };
    for (channel, bit) in channels() {
        let states = Purpose::ALL.map(|purpose| standing.state(&Cell::us(channel, purpose)));
        if states.iter().all(|state| matches!(state, State::Refused | State::Withdrawn)) {
            denied |= bit;
        }
    }
    denied
}
