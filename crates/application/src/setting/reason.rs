//! Why a setting was changed.

use forecourt_dispatch::Refusal;

/// A reason is a sentence, not a letter.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`].
pub fn check_reason(reason: &str) -> Result<(), Refusal> {
    if reason.chars().count() > 500 {
        return Err(Refusal::invalid("reason", "A reason takes at most 500 characters."));
    }
    Ok(())
}
