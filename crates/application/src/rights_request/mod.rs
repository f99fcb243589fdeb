//! GDPR Rights Request (D-16..D-19): the Right of Access. The Right to Erasure stands in
//! [`crate::erasure`].

mod access_sections;
mod export_access;

pub use export_access::{AccessExport, ExportAccess};

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("rights_request", &[entry::<ExportAccess>]);
