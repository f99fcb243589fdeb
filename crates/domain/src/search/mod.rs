//! Search-as-you-type: the terms a contact is found by and the ranges a query asks for.
//!
//! A term is a namespace letter and folded text: `n` names and company, `p` phone digits,
//! `r` phone digits from the last to the first, `c` postcode, `e` email, `v` registration
//! plate, `a` account reference. A query asks for terms that begin with what is typed, so
//! the store answers from one ordered table, without a scan.

mod plan;
mod reference;
mod subject;

use crate::text;

pub use plan::{Range, SearchPlan, plan};
pub use subject::{SearchSubject, terms, terms_into};

/// Most bytes of a term; longer text is found by its beginning.
pub const TERM_LIMIT: usize = 64;

/// Bytes of one name, postcode or address that are read for its terms: enough for any
/// real one, little enough that a pasted page costs nothing.
const READ_LIMIT: usize = 512;

/// The part of `text` that is read for terms.
fn head(text: &str) -> &str {
    text::beginning(text, READ_LIMIT)
}

/// The first bytes of `text` that make a term, cut between characters. Terms and
/// queries are cut alike, so a query longer than a term still finds it.
#[must_use]
pub fn cut(text: &str) -> &str {
    text::beginning(text, TERM_LIMIT)
}

#[cfg(test)]
mod tests;
