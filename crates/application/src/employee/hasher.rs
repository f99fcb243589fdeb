//! Argon2id in memory of its own: what a password is checked in goes back to the system with the answer.
//!
//! The program's allocator keeps what was given back to it for the next time, which for a window is
//! tomorrow. The system's maps so large a piece by itself and unmaps it, so that nothing of it stays, and
//! nothing of what was computed from the password.

use allocator_api2::alloc::System;
use allocator_api2::vec::Vec;
use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{CustomizedPasswordHasher, Error, PasswordHasher, Result};
use argon2::{Algorithm, Argon2, Block, Params, Version};

/// Hashes by these parameters, and checks by those that a hash names.
pub(super) struct Hasher(pub Params);

impl CustomizedPasswordHasher<PasswordHash> for Hasher {
    type Params = Params;

    fn hash_password_customized(
        &self,
        password: &[u8],
        salt: &[u8],
        algorithm: Option<&str>,
        version: Option<u32>,
        params: Params,
    ) -> Result<PasswordHash> {
        let algorithm = algorithm.map_or(Ok(Algorithm::Argon2id), Algorithm::try_from)?;
        let version = version.map_or(Ok(Version::V0x13), Version::try_from)?;
        let salt = Salt::new(salt)?;
        let mut buffer = [0; Output::MAX_LENGTH];
        let length = params.output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
        let output = buffer.get_mut(..length).ok_or(Error::OutputSize)?;
        let mut memory = Vec::new_in(System);
        memory.try_reserve_exact(params.block_count()).map_err(|_| Error::OutOfMemory)?;
        memory.resize(params.block_count(), Block::new());
        let named = ParamsString::try_from(&params)?;
        Argon2::new(algorithm, version, params).hash_password_into_with_memory(
            password,
            &salt,
            output,
            &mut memory[..],
        )?;
        Ok(PasswordHash {
            algorithm: algorithm.ident(),
            version: Some(version.into()),
            params: named,
            salt: Some(salt),
            hash: Some(Output::new(output)?),
        })
    }
}

impl PasswordHasher<PasswordHash> for Hasher {
    fn hash_password_with_salt(&self, password: &[u8], salt: &[u8]) -> Result<PasswordHash> {
        self.hash_password_customized(password, salt, None, None, self.0.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use argon2::password_hash::PasswordVerifier;

    fn small() -> Params {
        Params::new(64, 2, 1, None).unwrap()
    }

    #[test]
    fn a_hash_is_the_one_that_argon2_makes() {
        let salt = b"some salt or other";
        let usual = Argon2::new(Algorithm::Argon2id, Version::V0x13, small());
        let expected = usual.hash_password_with_salt(b"brass lanterns", salt).unwrap();
        let ours = Hasher(small()).hash_password_with_salt(b"brass lanterns", salt).unwrap();
        assert_eq!(ours.to_string(), expected.to_string());
    }

    #[test]
    fn a_hash_is_checked_by_what_it_names_itself() {
        let usual = Argon2::new(Algorithm::Argon2i, Version::V0x10, Params::new(32, 3, 1, Some(20)).unwrap());
        let stored = usual.hash_password_with_salt(b"brass lanterns", b"some salt or other").unwrap();
        assert!(Hasher(small()).verify_password(b"brass lanterns", &stored).is_ok());
        assert!(Hasher(small()).verify_password(b"brass lantern", &stored).is_err());
    }
}
