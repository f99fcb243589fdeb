//! Invoices and credit notes (T-04), and what they print (D-38).

pub mod settings;

use forecourt_dispatch::registry::Noun;

/// The noun.
pub static NOUN: Noun = Noun::new("invoice", &[]).with_settings(settings::ALL);
