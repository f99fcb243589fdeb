//! The secret of a link: 256 random bits, of which only a hash is kept.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use forecourt_dispatch::Refusal;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A new token as it stands in the link.
pub(super) fn generate() -> Result<Zeroizing<String>, Refusal> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|error| Refusal::unexpected(&error))?;
    Ok(Zeroizing::new(BASE64URL_NOPAD.encode(bytes.as_slice())))
}

/// What is kept of it.
pub(super) fn hash(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_url_safe_and_never_the_same() {
        let (one, two) = (generate().unwrap(), generate().unwrap());
        assert_ne!(*one, *two);
        assert_eq!(one.len(), 43, "32 bytes in base64 without padding");
        assert!(one.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
        assert_eq!(hash(&one).len(), 64);
        assert!(!hash(&one).contains(one.as_str()));
    }
}
