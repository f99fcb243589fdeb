//! Which column holds what, and what a cell of a flag says.

use crate::import::{cell, guess};
use forecourt_dispatch::{Code, Refusal};
use forecourt_documents::csv_read::Record;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The columns of the old system's file, each by its name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CarryOverColumns {
    /// The account reference; this or the email address is needed.
    #[serde(default)]
    pub reference: Option<String>,
    /// The email address.
    #[serde(default)]
    pub email: Option<String>,
    /// *No Follow-Up* (N-09).
    pub no_follow_up: String,
    /// *No Marketing* (N-10).
    pub no_marketing: String,
}

impl CarryOverColumns {
    /// The likely columns; what nothing looks like stays empty.
    pub(super) fn likely(headers: &[String]) -> Self {
        let mapping = guess(headers);
        let first = |field: &str| mapping.get(field).and_then(|columns| columns.first()).cloned();
        let flag = |words: &[&str]| {
            let says = |header: &&String| {
                let letters: String = header.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
                words.iter().any(|word| letters.contains(word))
            };
            headers.iter().find(says).cloned().unwrap_or_default()
        };
        Self {
            reference: first("reference"),
            email: first("email"),
            no_follow_up: flag(&["nofollowup", "nofollow", "donotfollow", "dontfollow"]),
            no_marketing: flag(&["nomarketing", "donotmarket", "dontmarket"]),
        }
    }
}

/// The columns made ready for reading rows: where each stands.
pub(super) struct Places {
    reference: Option<usize>,
    email: Option<usize>,
    /// Where *No Follow-Up* stands.
    pub no_follow_up: usize,
    /// Where *No Marketing* stands.
    pub no_marketing: usize,
}

impl Places {
    /// Finds the columns in the file.
    ///
    /// # Errors
    /// [`Code::Invalid`] for a column that is missing, not chosen or chosen twice.
    pub(super) fn find(headers: &[String], columns: &CarryOverColumns) -> Result<Self, Refusal> {
        let at = |field: &str, name: &str| {
            let found = headers.iter().position(|header| header == name);
            found.ok_or_else(|| Refusal::invalid(field, "The file has no such column."))
        };
        let optional = |field: &str, name: &Option<String>| match name.as_deref() {
            None | Some("") => Ok(None),
            Some(name) => at(field, name).map(Some),
        };
        let flag = |field: &str, name: &str| match name {
            "" => Err(Refusal::invalid(field, "Say which column holds this flag.")),
            name => at(field, name),
        };
        let places = Self {
            reference: optional("reference", &columns.reference)?,
            email: optional("email", &columns.email)?,
            no_follow_up: flag("no_follow_up", &columns.no_follow_up)?,
            no_marketing: flag("no_marketing", &columns.no_marketing)?,
        };
        if places.reference.is_none() && places.email.is_none() {
            let words = "Say which column holds the account reference or the email address.";
            return Err(Refusal::new(Code::Invalid, words).with("reference", words));
        }
        let mut chosen = vec![places.no_follow_up, places.no_marketing];
        chosen.extend(places.reference);
        chosen.extend(places.email);
        chosen.sort_unstable();
        if chosen.windows(2).any(|pair| pair.first() == pair.last()) {
            let words = "One column cannot hold two things. Choose another for one of them.";
            return Err(Refusal::new(Code::Invalid, words).with("no_marketing", words));
        }
        Ok(places)
    }

    /// The row's account reference; empty where there is none.
    pub(super) fn reference<'r>(&self, record: &'r Record) -> &'r str {
        self.reference.map_or("", |at| cell(record, at))
    }

    /// The row's email address as it stands; empty where there is none.
    pub(super) fn email<'r>(&self, record: &'r Record) -> &'r str {
        self.email.map_or("", |at| cell(record, at))
    }
}

/// Reads the cell of a flag; `None` for what says neither yes nor no. It is never guessed at.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "y" | "yes" | "true" | "1" | "x" => Some(true),
        "" | "n" | "no" | "false" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn likely_columns_are_found_by_their_words() {
        let found = CarryOverColumns::likely(&headers(&[
            "Account No",
            "Name",
            "E-mail",
            "DPA No Follow-Up",
            "No_Marketing (DPA)",
        ]));
        assert_eq!(found.reference.as_deref(), Some("Account No"));
        assert_eq!(found.email.as_deref(), Some("E-mail"));
        assert_eq!(
            (found.no_follow_up.as_str(), found.no_marketing.as_str()),
            ("DPA No Follow-Up", "No_Marketing (DPA)")
        );
        assert_eq!(CarryOverColumns::likely(&headers(&["A", "B"])), CarryOverColumns::default());
    }

    #[test]
    fn a_column_that_is_missing_or_taken_twice_is_refused_by_its_field() {
        let file = headers(&["Ref", "Mail", "Follow", "Market"]);
        let columns = |reference: Option<&str>, follow: &str, market: &str| CarryOverColumns {
            reference: reference.map(str::to_owned),
            email: None,
            no_follow_up: follow.into(),
            no_marketing: market.into(),
        };
        assert!(Places::find(&file, &columns(Some("Ref"), "Follow", "Market")).is_ok());
        for (wrong, field) in [
            (columns(None, "Follow", "Market"), "reference"),
            (columns(Some("Gone"), "Follow", "Market"), "reference"),
            (columns(Some("Ref"), "", "Market"), "no_follow_up"),
            (columns(Some("Ref"), "Follow", "Follow"), "no_marketing"),
        ] {
            let refusal = Places::find(&file, &wrong).err().unwrap();
            assert!(refusal.fields.contains_key(field), "{refusal:?}");
        }
    }

    #[test]
    fn a_flag_is_yes_or_no_and_nothing_else() {
        for yes in ["Y", "yes", "TRUE", "1", "x", "X"] {
            assert_eq!(flag(yes), Some(true), "{yes}");
        }
        for no in ["", "N", "no", "False", "0"] {
            assert_eq!(flag(no), Some(false), "{no}");
        }
        for neither in ["maybe", "2", "yes please", "-", "N/A", "on"] {
            assert_eq!(flag(neither), None, "{neither}");
        }
    }
}
