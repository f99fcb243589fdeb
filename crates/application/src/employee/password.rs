//! Passwords: argon2id with 64 MiB and three passes (S7), and the rules for new ones.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use forecourt_dispatch::Refusal;

/// The fewest characters of a password.
const LEAST: usize = 8;
/// The most; more is no safer and costs time to hash.
const MOST: usize = 200;

fn argon() -> Result<Argon2<'static>, Refusal> {
    let params = Params::new(64 * 1024, 3, 1, None).map_err(|error| Refusal::unexpected(&error))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Checks a new password.
///
/// # Errors
/// [`forecourt_dispatch::Code::Invalid`] with the rule.
pub fn check(password: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if !(LEAST..=MOST).contains(&length) {
        return Err(Refusal::invalid("password", "A password takes 8 to 200 characters."));
    }
    let mut chars = password.chars();
    let first = chars.next();
    if chars.all(|c| Some(c) == first) {
        return Err(Refusal::invalid("password", "Use more than one character over and over."));
    }
    Ok(())
}

/// Hashes a password under a new random salt.
///
/// # Errors
/// When the operating system gives no random numbers.
pub fn hash(password: &str) -> Result<String, Refusal> {
    let hash = argon()?.hash_password(password.as_bytes()).map_err(|error| Refusal::unexpected(&error))?;
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
    let parsed = PasswordHash::new(hash.unwrap_or(NOBODY)).map_err(|error| Refusal::unexpected(&error))?;
    let fits = argon()?.verify_password(password.as_bytes(), &parsed).is_ok();
    Ok(fits && hash.is_some())
}
