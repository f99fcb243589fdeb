//! Passwords: argon2id with 64 MiB and three passes (S7), and the rules for new ones.

use super::hasher::Hasher;
use crate::dealership::DealershipSettings;
use argon2::Params;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use forecourt_dispatch::{Cx, Refusal};
use forecourt_domain::password::strength;

fn hasher() -> Result<Hasher, Refusal> {
    let params = Params::new(64 * 1024, 3, 1, None).map_err(|error| Refusal::unexpected(&error))?;
    Ok(Hasher(params))
}

/// Checks a new password, by the rule that the screen shows while it is typed; `field` is where it was
/// typed, `own` what somebody who knows its owner would try first.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] with the rule.
pub fn check(field: &str, password: &str, own: &[&str]) -> Result<(), Refusal> {
    let strength = strength(password, own);
    if strength.is_enough() { Ok(()) } else { Err(Refusal::invalid(field, strength.label())) }
}

/// The dealership's name, once there is one: nobody guesses without it.
pub(crate) fn dealership(cx: &Cx<'_>) -> Option<String> {
    cx.settings().ok().map(|settings| settings.dealership().name)
}

/// Hashes a password under a new random salt.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn hash(password: &str) -> Result<String, Refusal> {
    let hash = hasher()?.hash_password(password.as_bytes()).map_err(|error| Refusal::unexpected(&error))?;
    Ok(hash.to_string())
}

/// A hash of nothing anybody knows: an unknown login takes as long as a wrong password.
const NOBODY: &str =
    "$argon2id$v=19$m=65536,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$iRkmSyvQJ0qgOjZ3JYmnQ1OFJUJMbL1LlJZg8kjcqXk";

/// Does the password fit the hash? Takes as long when there is no hash.
///
/// # Errors
/// When a stored hash cannot be read.
pub fn verify(password: &str, hash: Option<&str>) -> Result<bool, Refusal> {
    #[cfg(feature = "testing")]
    VERIFIED.set(VERIFIED.get() + 1);
    let parsed = PasswordHash::new(hash.unwrap_or(NOBODY)).map_err(|error| Refusal::unexpected(&error))?;
    let fits = hasher()?.verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(fits && hash.is_some())
}

#[cfg(feature = "testing")]
thread_local! {
    static VERIFIED: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// How many passwords this thread has checked: what an answer costs, without a stop-watch.
#[cfg(feature = "testing")]
#[must_use]
pub fn verified() -> u64 {
    VERIFIED.get()
}
