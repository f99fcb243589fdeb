//! A print or an export that is about to be made.

use forecourt_domain::ids::ContactId;

/// What Report Audit says about a document.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its name: `Data Capture`, `Right of Access`, ...
    pub report: &'static str,
    /// What was chosen, without personal data.
    pub criteria: String,
    /// `PDF`, `Print`, `CSV` or `E-mail`.
    pub method: &'static str,
    /// For a document about one contact: shown in the GDPR tab too.
    pub contact: Option<ContactId>,
    /// A reason to keep with it (D-18).
    pub reason: Option<String>,
    /// How many people's data leaves with it, known before any of it exists: 0 for blank forms, 1 for
    /// a paper about one contact. What is more than anybody may take out is refused ([`crate::bulk`]).
    pub people: i64,
}
