//! Search from anywhere: by name, phone in any spelling, postcode, email, plate or reference.

mod found_by;
mod search_contacts;

pub use found_by::{FoundBy, FoundField};
pub use search_contacts::{ContactMatches, SearchContacts};

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("search", &[entry::<SearchContacts>]);
