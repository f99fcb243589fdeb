//! What a noun says of its tables: whose data a column holds, how it is classed, and what it is
//! called. Erasure, access export and the tests against the schema read it ([`crate::personal`]).

/// What a column is for (V-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Needed for operations, such as the name on an invoice.
    Essential,
    /// Personal, kept by consent or legitimate interest.
    Personal,
    /// To be sealed and shown masked (V-32).
    Sensitive,
    /// Says again what other columns hold, for lists, comparisons and searches. Goes with them; an
    /// access export, which has those columns, leaves it out.
    Derived,
    /// Holds no contact's data: codes, times, hashes, staff and settings.
    Impersonal,
}

/// How a stored value is written for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// As it is stored.
    Plainly,
    /// A number to dial, in national form (SPEC 4.8).
    Phone,
    Day,
    /// A moment on the dealership's wall.
    Moment,
    /// A word of a list, with a capital.
    Word,
    /// Who did it, by name.
    Actor,
    /// Pence, as an amount.
    Money,
    /// Hundredths, as a quantity or a percentage.
    Quantity,
}

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub class: Class,
    /// What the access export calls it; empty where it leaves it out.
    pub words: &'static str,
    pub written: Written,
    /// What the access export selects for it, where that is more than the column; else empty.
    pub read_as: &'static str,
}

/// A column that is needed for operations.
pub(crate) const fn essential(name: &'static str, words: &'static str) -> Column {
    Column { name, class: Class::Essential, words, written: Written::Plainly, read_as: "" }
}

/// A column that is personal and can be done without.
pub(crate) const fn personal(name: &'static str, words: &'static str) -> Column {
    Column { name, class: Class::Personal, words, written: Written::Plainly, read_as: "" }
}

/// A column that says again what others hold.
pub(crate) const fn derived(name: &'static str) -> Column {
    Column { name, class: Class::Derived, words: "", written: Written::Plainly, read_as: "" }
}

/// A column that holds no contact's data.
pub(crate) const fn impersonal(name: &'static str) -> Column {
    Column { name, class: Class::Impersonal, words: "", written: Written::Plainly, read_as: "" }
}

impl Column {
    /// Written in a way of its own.
    pub(crate) const fn written(self, written: Written) -> Self {
        Self { written, ..self }
    }

    /// In the access export under these words, though it is not personal: it says when or by whom.
    pub(crate) const fn shown(self, words: &'static str, written: Written) -> Self {
        Self { words, written, ..self }
    }

    /// Where the column alone does not say it.
    pub(crate) const fn read_as(self, sql: &'static str) -> Self {
        Self { read_as: sql, ..self }
    }

    /// What the access export selects for it.
    pub(crate) const fn selected(&self) -> &'static str {
        if self.read_as.is_empty() { self.name } else { self.read_as }
    }
}

/// How the ledger vouches for the rows of a table.
#[derive(Debug, Clone, Copy)]
pub enum Vouched {
    /// The line that changes a row carries its digest, and a verification compares
    /// ([`crate::ledger`]).
    ByDigest(Witness),
    /// In another way, or not at all: which, or why not.
    Otherwise(&'static str),
}

/// What of a row a line carries the digest of. Every column of the table is named, here or among those
/// left out: a test fails for one that is not.
#[derive(Debug, Clone, Copy)]
pub struct Witness {
    /// What staff call a row.
    pub row: &'static str,
    /// What they call what is witnessed of it; empty where that is all of it.
    pub facts: &'static str,
    /// The column that tells its rows apart.
    pub key: &'static str,
    /// Is that a number?
    pub numbered: bool,
    /// What is witnessed, in any order but never in another one: the digest follows it. A column may be
    /// added at the end whose default is an empty text or 0, which count as nothing.
    pub columns: &'static [&'static str],
    /// What is left out, each with the reason.
    pub left_out: &'static [(&'static str, &'static str)],
    /// Do all rows have a digest? Else only those of whom a line tells since digests are kept.
    pub all: bool,
    /// Could a row be guessed back from its digest? Then a digest of it stands only in lines that lose
    /// their content with the contact.
    pub guessable: bool,
}

impl Witness {
    /// A digest of these columns, in rows that have a number.
    pub(crate) const fn of(row: &'static str, columns: &'static [&'static str]) -> Self {
        let (key, numbered) = ("id", true);
        Self { row, facts: "", key, numbered, columns, left_out: &[], all: true, guessable: false }
    }

    /// A digest of these columns, in rows told apart by a word.
    pub(crate) const fn by_word(
        row: &'static str,
        key: &'static str,
        columns: &'static [&'static str],
    ) -> Self {
        Self { key, numbered: false, ..Self::of(row, columns) }
    }

    /// What staff call what is witnessed of a row.
    pub(crate) const fn facts(self, facts: &'static str) -> Self {
        Self { facts, ..self }
    }

    /// Without these columns, each for its reason.
    pub(crate) const fn without(self, left_out: &'static [(&'static str, &'static str)]) -> Self {
        Self { left_out, ..self }
    }

    /// Rows that no line tells of are vouched for in another way.
    pub(crate) const fn where_told(self) -> Self {
        Self { all: false, ..self }
    }

    /// A row could be guessed back from its digest.
    pub(crate) const fn guessable(self) -> Self {
        Self { guessable: true, ..self }
    }
}

/// What the rows of a table are parts of.
#[derive(Debug, Clone, Copy)]
pub struct Parent {
    /// The column that names the row they are part of.
    pub key: &'static str,
    /// The table it stands in.
    pub table: &'static str,
}

/// One table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// What names the contact: a column of its own, or where it has a parent one of that; empty where its
    /// rows are about no contact.
    pub contact_key: &'static str,
    /// The table whose rows its own belong to, and the column that names them: whose they are that row says.
    pub parent: Option<Parent>,
    /// Columns of other tables that the access export shows with its rows, by what it selects for them.
    pub also: &'static [Column],
    /// What staff call its rows, in lists of what an erasure removes.
    pub words: &'static str,
    /// The heading of its rows in the access export; `words` where it is empty.
    pub heading: &'static str,
    /// The columns that put a contact's rows in order.
    pub order: &'static str,
    /// Every column that holds text or bytes.
    pub columns: &'static [Column],
    /// Does an erasure delete its rows? Else they hold no personal column and stay.
    pub erased: bool,
    /// Is it keyed by what is looked for? Then no index leads from a contact to its rows, and they are
    /// found by working out the contact's terms again ([`crate::search`]).
    pub by_terms: bool,
    /// How the ledger vouches for its rows.
    pub vouched: Vouched,
}

impl Table {
    /// A table whose rows are about contacts, and go when they are erased.
    pub(crate) const fn of_contacts(
        name: &'static str,
        contact_key: &'static str,
        words: &'static str,
        columns: &'static [Column],
    ) -> Self {
        Self {
            name,
            contact_key,
            parent: None,
            also: &[],
            words,
            heading: "",
            order: "id",
            columns,
            erased: true,
            by_terms: false,
            vouched: Vouched::Otherwise(""),
        }
    }

    /// A table whose rows are parts of another's, which name the contact by `contact_id`.
    pub(crate) const fn parts_of(
        name: &'static str,
        parent: Parent,
        words: &'static str,
        columns: &'static [Column],
    ) -> Self {
        Self { parent: Some(parent), ..Self::of_contacts(name, "contact_id", words, columns) }
    }

    /// A table whose rows are about nobody.
    pub(crate) const fn of_nobody(name: &'static str, columns: &'static [Column]) -> Self {
        Self { erased: false, ..Self::of_contacts(name, "", "", columns) }
    }

    /// Its rows outlive the contact.
    pub(crate) const fn kept(self) -> Self {
        Self { erased: false, ..self }
    }

    /// Its rows are found by terms only.
    pub(crate) const fn found_by_terms(self) -> Self {
        Self { by_terms: true, ..self }
    }

    /// The access export heads its rows in these words.
    pub(crate) const fn headed(self, heading: &'static str) -> Self {
        Self { heading, ..self }
    }

    /// The access export shows these with its rows.
    pub(crate) const fn also(self, also: &'static [Column]) -> Self {
        Self { also, ..self }
    }

    /// A contact's rows are read in the order of these columns.
    pub(crate) const fn ordered_by(self, order: &'static str) -> Self {
        Self { order, ..self }
    }

    /// The lines of the ledger carry digests of its rows.
    pub(crate) const fn witnessed(self, by: Witness) -> Self {
        Self { vouched: Vouched::ByDigest(by), ..self }
    }

    /// The ledger vouches for its rows in another way, or not at all, for this reason.
    pub(crate) const fn vouched(self, otherwise: &'static str) -> Self {
        Self { vouched: Vouched::Otherwise(otherwise), ..self }
    }

    /// What the lines carry the digest of, if they do.
    #[must_use]
    pub const fn witness(&self) -> Option<&Witness> {
        match &self.vouched {
            Vouched::ByDigest(witness) => Some(witness),
            Vouched::Otherwise(_) => None,
        }
    }

    /// The columns of the access export.
    pub fn shown(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.also.iter().chain(self.columns).filter(|column| !column.words.is_empty())
    }

    /// What the access export calls a column; empty where it has none of that name.
    #[must_use]
    pub fn words_of(&self, column: &str) -> &'static str {
        self.columns.iter().find(|known| known.name == column).map_or("", |known| known.words)
    }

    /// `table WHERE contact_id = ?1 AND contact_id <> 0`: the second half lets indexes serve that hold
    /// only rows with a contact.
    #[must_use]
    pub fn of_contact(&self) -> String {
        let key = self.contact_key;
        format!("{} WHERE {}", self.name, self.whose(&format!("{key} = ?1 AND {key} <> 0")))
    }

    /// A condition on the contact that a row is about.
    pub(crate) fn whose(&self, condition: &str) -> String {
        match self.parent {
            None => condition.to_owned(),
            Some(Parent { key, table }) => {
                format!("{key} IN (SELECT id FROM {table} WHERE {condition})")
            }
        }
    }

    /// The number of the contact that a row is about.
    pub(crate) fn contact_of_row(&self) -> String {
        match self.parent {
            _ if self.contact_key.is_empty() => "0".to_owned(),
            None => self.contact_key.to_owned(),
            Some(Parent { key, table }) => {
                format!("(SELECT p.{} FROM {table} p WHERE p.id = {}.{key})", self.contact_key, self.name)
            }
        }
    }
}
