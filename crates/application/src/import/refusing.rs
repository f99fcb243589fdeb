//! Rows that make no contact but say no: of a list of people who did, or of rows that cannot be taken for
//! another reason. Their No counts for whoever is on file by what they name, and for whoever comes from a
//! later row.

use super::answers::{Stated, at_the_number};
use super::fields::Field;
use super::kept::Kept;
use super::reading::{Notes, PreparedRow, Reading, Sources};
use super::report::ImportProblem;
use forecourt_documents::csv_read::Record;
use forecourt_domain::contact::{Details, name_order};
use forecourt_domain::{email, phone};
use std::collections::HashMap;

/// A row's No, and by what its person is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Refusing {
    /// Its line in the file.
    pub line: u64,
    pub stated: Stated,
    /// Keys of its email addresses.
    pub emails: Vec<String>,
    /// Its numbers in E.164.
    pub phones: Vec<String>,
    /// The account reference; empty for none.
    pub reference: String,
    /// Its name, as contacts are ordered by it; empty for none.
    pub sort_name: String,
}

impl Refusing {
    /// What a row says that is left out because its person is on file.
    pub(super) fn of(row: &PreparedRow, reference: &str) -> Self {
        let Details { emails, phones, .. } = &row.details;
        Self {
            line: row.line,
            stated: row.stated.clone(),
            emails: emails.iter().map(|email| email.key.clone()).collect(),
            phones: phones.iter().map(|phone| phone.e164.clone()).filter(|e164| !e164.is_empty()).collect(),
            reference: reference.to_owned(),
            sort_name: row.sort_name.clone(),
        }
    }

    /// Does it know its person by more than a number, which a household shares?
    pub(super) fn knows_the_person(&self) -> bool {
        !self.emails.is_empty() || !self.reference.is_empty()
    }

    /// Does it refuse more than a number can be refused, so that it counts whose number it is?
    pub(super) fn names_matter(&self) -> bool {
        !self.sort_name.is_empty() && at_the_number(self.stated.denied) != self.stated.denied
    }

    /// What of it counts for a contact who has nothing but the number in common, and perhaps the name.
    pub(super) fn by_number(&self, is_named_alike: bool, found_otherwise: bool) -> u8 {
        let is_other = !self.sort_name.is_empty() && !is_named_alike;
        if found_otherwise || is_other { at_the_number(self.stated.denied) } else { self.stated.denied }
    }
}

impl Reading {
    /// Does the row say no and make no contact? Then a contact is neither made nor missed.
    pub(super) fn only_refuses(&self, record: &Record) -> bool {
        if self.columns.makes_nobody {
            return true;
        }
        self.columns.is_nameless(record) && self.refusal(record, &mut Vec::new()).is_some()
    }

    /// The row's No and whom it names; `None` when it refuses nothing.
    pub(super) fn refusal(&self, record: &Record, problems: &mut Vec<ImportProblem>) -> Option<Refusing> {
        let mut notes = Notes { line: record.line(), left_out: false, kept: Kept::default(), list: problems };
        let stated = self.stated(record, &mut notes);
        if stated.denied == 0 {
            return None;
        }
        // What there is to say of the other cells was said where the row was read.
        let mut said = Vec::new();
        let mut silent =
            Notes { line: record.line(), left_out: false, kept: Kept::default(), list: &mut said };
        let draft = self.draft(record, &mut Sources::default(), &mut silent);
        let reference = self.reference(record, &mut silent);
        let mut refusing = Refusing {
            line: record.line(),
            stated,
            reference,
            sort_name: name_order(&draft.first_name, &draft.last_name, &draft.company),
            ..Refusing::default()
        };
        for (_, typed) in &draft.emails {
            // A No to what is no address is nobody's but the row's own (L-04).
            let key = email::parse(typed).map(|email| email.key);
            refusing.emails.extend(key.ok().filter(|key| !self.listed.is_email(key)));
        }
        let fields = [Field::PhoneMobile, Field::PhoneHome, Field::PhoneWork, Field::Phone];
        for field in fields {
            for at in self.columns.of(field) {
                let numbers = phone::parse_all(super::cell(record, *at));
                let numbers = numbers.into_iter().filter_map(|phone| phone.e164);
                refusing.phones.extend(numbers.filter(|e164| !self.listed.is_number(e164)));
            }
        }
        Some(refusing)
    }

    /// What to say of a row of a list that names nobody and refuses nothing.
    pub(super) fn says_nothing(&self, record: &Record, problems: &mut Vec<ImportProblem>) {
        let mut notes = Notes { line: record.line(), left_out: false, kept: Kept::default(), list: problems };
        notes.out(String::new(), "This row has no name and refuses nothing: there is nothing to take over.");
    }
}

/// Refusals of rows that make no contact, kept until the file ends: a later row may bring their person.
#[derive(Default)]
pub(super) struct Pending {
    rows: Vec<PendingRow>,
    by_email: HashMap<String, Vec<u32>>,
    by_phone: HashMap<String, Vec<u32>>,
    by_reference: HashMap<String, Vec<u32>>,
}

struct PendingRow {
    line: u64,
    denied: u8,
    sort_name: String,
    knows_the_person: bool,
    /// By what it is known at all.
    known_by: &'static str,
    /// Is somebody on file refused all of it?
    recorded: bool,
    /// Is at least the number it names neither rung nor texted?
    reached: bool,
}

impl Pending {
    /// Keeps a refusal; `recorded` when somebody on file is refused all of it, `reached` when somebody is
    /// refused a part.
    pub(super) fn keep(&mut self, refusing: Refusing, recorded: bool, reached: bool) {
        let at = self.rows.len() as u32;
        let knows_the_person = refusing.knows_the_person();
        let known_by =
            match (refusing.emails.is_empty(), refusing.phones.is_empty(), refusing.reference.is_empty()) {
                (true, true, true) => "",
                (false, true, true) => "email address",
                (true, false, true) => "number",
                (true, true, false) => "account reference",
                _ => "address or number",
            };
        for key in refusing.emails {
            self.by_email.entry(key).or_default().push(at);
        }
        for e164 in refusing.phones {
            self.by_phone.entry(e164).or_default().push(at);
        }
        if !refusing.reference.is_empty() {
            self.by_reference.entry(refusing.reference).or_default().push(at);
        }
        self.rows.push(PendingRow {
            line: refusing.line,
            denied: refusing.stated.denied,
            sort_name: refusing.sort_name,
            knows_the_person,
            known_by,
            recorded,
            reached,
        });
    }

    /// What earlier rows refuse for the contact about to be made of this one.
    pub(super) fn of(&mut self, row: &PreparedRow) -> u8 {
        if self.rows.is_empty() {
            return 0;
        }
        let mut denied = 0;
        let by_email = row.details.emails.iter().filter_map(|email| self.by_email.get(&email.key)).flatten();
        let by_reference = self.by_reference.get(&row.reference).into_iter().flatten();
        for at in by_email {
            if let Some(pending) = self.rows.get_mut(*at as usize) {
                denied |= pending.denied;
                pending.recorded = true;
            }
        }
        for at in by_reference {
            if let Some(pending) = self.rows.get_mut(*at as usize)
                && (pending.sort_name.is_empty() || pending.sort_name == row.sort_name)
            {
                denied |= pending.denied;
                pending.recorded = true;
            }
        }
        for at in row.details.phones.iter().filter_map(|phone| self.by_phone.get(&phone.e164)).flatten() {
            if let Some(pending) = self.rows.get_mut(*at as usize) {
                let is_other = !pending.sort_name.is_empty() && pending.sort_name != row.sort_name;
                let bits = if pending.knows_the_person || is_other {
                    at_the_number(pending.denied)
                } else {
                    pending.denied
                };
                denied |= bits;
                pending.recorded |= bits & pending.denied == pending.denied;
                pending.reached |= bits != 0;
            }
        }
        denied
    }

    /// What nobody on file could be refused, by line.
    pub(super) fn unrecorded(&self) -> Vec<ImportProblem> {
        let mut lost: Vec<_> = self
            .rows
            .iter()
            .filter(|row| !row.recorded)
            .map(|row| ImportProblem {
                line: row.line,
                column: String::new(),
                message: match row.known_by {
                    _ if row.reached => "Only the number could be refused calls and texts: it belongs to somebody of \
                                         another name. The rest of this No is not recorded."
                        .to_owned(),
                    "" => "Nothing in this row says who refuses: no email address, number or account reference can \
                           be read in it."
                        .to_owned(),
                    known_by => format!("Nobody on file has this {known_by}."),
                },
                left_out: true,
            })
            .collect();
        lost.sort_by_key(|problem| problem.line);
        lost
    }
}
