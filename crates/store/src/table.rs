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
}

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    pub class: Class,
    /// What the access export calls it; empty where it leaves it out.
    pub words: &'static str,
    pub written: Written,
}

/// A column that is needed for operations.
pub(crate) const fn essential(name: &'static str, words: &'static str) -> Column {
    Column { name, class: Class::Essential, words, written: Written::Plainly }
}

/// A column that is personal and can be done without.
pub(crate) const fn personal(name: &'static str, words: &'static str) -> Column {
    Column { name, class: Class::Personal, words, written: Written::Plainly }
}

/// A column that says again what others hold.
pub(crate) const fn derived(name: &'static str) -> Column {
    Column { name, class: Class::Derived, words: "", written: Written::Plainly }
}

/// A column that holds no contact's data.
pub(crate) const fn impersonal(name: &'static str) -> Column {
    Column { name, class: Class::Impersonal, words: "", written: Written::Plainly }
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
}

/// One table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    pub name: &'static str,
    /// The column that names the contact; empty where its rows are about no contact.
    pub contact_key: &'static str,
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
}

impl Table {
    /// A table whose rows are about contacts, and go when they are erased.
    pub(crate) const fn of_contacts(
        name: &'static str,
        contact_key: &'static str,
        words: &'static str,
        columns: &'static [Column],
    ) -> Self {
        let (heading, order) = ("", "id");
        Self { name, contact_key, words, heading, order, columns, erased: true, by_terms: false }
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

    /// A contact's rows are read in the order of these columns.
    pub(crate) const fn ordered_by(self, order: &'static str) -> Self {
        Self { order, ..self }
    }

    /// The columns of the access export.
    pub fn shown(&self) -> impl Iterator<Item = &'static Column> + use<> {
        self.columns.iter().filter(|column| !column.words.is_empty())
    }

    /// What the access export calls a column; empty where it has none of that name.
    #[must_use]
    pub fn words_of(&self, column: &str) -> &'static str {
        self.columns.iter().find(|known| known.name == column).map_or("", |known| known.words)
    }

    /// `table WHERE contact_id = ?1 AND contact_id <> 0`: the second half lets indexes serve that hold
    /// only rows with a contact.
    pub(crate) fn of_contact(&self) -> String {
        let key = self.contact_key;
        format!("{} WHERE {key} = ?1 AND {key} <> 0", self.name)
    }
}
