//! The key of the database and the key of the device. Both are 32 random bytes, wiped when
//! dropped, and neither can be printed.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Something is wrong with a key; never says what the key was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyProblem {
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random numbers")]
    NoRandomness,
    /// The sealed key does not open with this one.
    #[error("the key does not fit")]
    Wrong,
}

/// The key of the database.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DataKey([u8; 32]);

/// The key kept in the operating system's keychain; it opens the data key's device slot.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DeviceKey([u8; 32]);

/// Fills 32 bytes from the operating system.
pub(super) fn random() -> Result<[u8; 32], KeyProblem> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| KeyProblem::NoRandomness)?;
    Ok(bytes)
}

impl DataKey {
    /// A new key for a new database.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn generate() -> Result<Self, KeyProblem> {
        random().map(Self)
    }

    /// The key as SQLCipher wants it. Wiped when dropped.
    pub(crate) fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(data_encoding::HEXLOWER.encode(&self.0))
    }

    /// Tells *wrong key* from *damaged file*: stands in the clear beside the sealed keys and
    /// says nothing about the key.
    #[must_use]
    pub fn check_value(&self) -> [u8; 16] {
        let mut value = [0; 16];
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) {
            mac.update(b"forecourt check value 1");
            value.copy_from_slice(mac.finalize().into_bytes().get(..16).unwrap_or(&[0; 16]));
        }
        value
    }

    /// A key for one purpose, from which this one cannot be found. Wiped when dropped.
    pub(super) fn derived(&self, purpose: &[u8]) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) {
            mac.update(purpose);
            key.copy_from_slice(&mac.finalize().into_bytes());
        }
        key
    }

    /// Seals this key under `with`; `place` says which slot, so that slots cannot be swapped.
    pub(super) fn seal(&self, with: &[u8; 32], place: &str) -> Result<Vec<u8>, KeyProblem> {
        let nonce = random()?;
        let nonce: [u8; 24] = nonce.first_chunk().copied().ok_or(KeyProblem::NoRandomness)?;
        let cipher = XChaCha20Poly1305::new(with.into());
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: &self.0, aad: place.as_bytes() })
            .map_err(|_| KeyProblem::Wrong)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`DataKey::seal`] made.
    pub(super) fn open(sealed: &[u8], with: &[u8; 32], place: &str) -> Result<Self, KeyProblem> {
        let (nonce, body) = sealed.split_first_chunk::<24>().ok_or(KeyProblem::Wrong)?;
        let cipher = XChaCha20Poly1305::new(with.into());
        let mut clear = cipher
            .decrypt(&XNonce::from(*nonce), Payload { msg: body, aad: place.as_bytes() })
            .map_err(|_| KeyProblem::Wrong)?;
        let key = clear.first_chunk().copied().map(Self).ok_or(KeyProblem::Wrong);
        clear.zeroize();
        key
    }
}

impl DeviceKey {
    /// A new key for this device.
    ///
    /// # Errors
    /// [`KeyProblem::NoRandomness`].
    pub fn generate() -> Result<Self, KeyProblem> {
        random().map(Self)
    }

    /// The text kept in the keychain: base64, because some keychains keep text only.
    #[must_use]
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(data_encoding::BASE64.encode(&self.0))
    }

    /// Reads [`DeviceKey::to_text`].
    ///
    /// # Errors
    /// [`KeyProblem::Wrong`] when the text is not such a key.
    pub fn from_text(text: &str) -> Result<Self, KeyProblem> {
        let mut bytes =
            data_encoding::BASE64.decode(text.trim().as_bytes()).map_err(|_| KeyProblem::Wrong)?;
        let key = <[u8; 32]>::try_from(bytes.as_slice()).map(Self).map_err(|_| KeyProblem::Wrong);
        bytes.zeroize();
        key
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}
