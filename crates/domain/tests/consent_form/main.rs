//! Edit Marketing Consent as it stands on the screen: what saving it records, and what becomes of it
//! when somebody else saves first.

#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

mod boxes;
mod conflicts;
mod properties;
mod scene;
