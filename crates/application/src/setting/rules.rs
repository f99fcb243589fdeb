//! What a workstation's name may be.

use forecourt_dispatch::Refusal;

/// Checks a workstation's name: the erasure log shows it for years.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`].
pub fn check_station(name: &str) -> Result<String, Refusal> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        1..=40 if !name.chars().any(char::is_control) => Ok(name),
        _ => Err(Refusal::invalid("workstation_name", "A workstation's name takes 1 to 40 characters.")),
    }
}
