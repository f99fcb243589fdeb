//! The pages of a database as they lie on the disk, decrypted: live rows, free pages and whatever
//! lingers in the gaps between. SQL shows the rows only.

use aes::Aes256;
use aes::cipher::{Array, BlockCipherDecrypt, KeyInit};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use forecourt_store::keys::{DataKey, DeviceKey, Keyslots, RecoveryKey};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const PAGE: usize = 4096;
/// Behind the text of a page: 16 bytes to begin the chain with, then the seal.
const RESERVE: usize = 80;
/// The first page begins with the salt in the clear.
const SALT: usize = 16;

/// The key itself, taken out of the slot of a keychain made up for it: the store shows it to nobody.
fn raw(key: &DataKey) -> Vec<u8> {
    let (device, recovery) = (DeviceKey::generate().unwrap(), RecoveryKey::generate().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyslots.json");
    Keyslots::new(key, Some(&device), &recovery).unwrap().write(&path).unwrap();
    let slots: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let slot = slots["slots"].as_array().unwrap().iter().find(|slot| slot["kind"] == "device").unwrap();
    let sealed = data_encoding::BASE64.decode(slot["sealed"].as_str().unwrap().as_bytes()).unwrap();
    let with = data_encoding::BASE64.decode(device.to_text().as_bytes()).unwrap();
    let place = format!("forecourt/{}/device", slots["database"].as_str().unwrap());
    let nonce: [u8; 24] = sealed[..24].try_into().unwrap();
    let with: [u8; 32] = with.try_into().unwrap();
    XChaCha20Poly1305::new((&with).into())
        .decrypt(&XNonce::from(nonce), Payload { msg: &sealed[24..], aad: place.as_bytes() })
        .unwrap()
}

/// Every page of the file in the clear.
pub fn clear_pages(path: &Path, key: &DataKey) -> Vec<u8> {
    let key: [u8; 32] = raw(key).try_into().unwrap();
    let cipher = Aes256::new(&Array::from(key));
    let sealed = fs::read(path).unwrap();
    let mut clear = Vec::with_capacity(sealed.len());
    for (number, page) in sealed.chunks_exact(PAGE).enumerate() {
        let start = if number == 0 { SALT } else { 0 };
        let text = &page[start..PAGE - RESERVE];
        let mut before = &page[PAGE - RESERVE..PAGE - RESERVE + 16];
        for block in text.chunks_exact(16) {
            let mut opened = Array::from(<[u8; 16]>::try_from(block).unwrap());
            cipher.decrypt_block(&mut opened);
            clear.extend(opened.iter().zip(before).map(|(byte, chained)| byte ^ chained));
            before = block;
        }
    }
    clear
}

/// How often each text of `length` bytes that begins with `mark` stands in `clear`, in small letters:
/// folded terms and names as typed are the same person.
pub fn marks(clear: &[u8], mark: &str, length: usize) -> HashMap<String, usize> {
    let clear = clear.to_ascii_lowercase();
    let mut found = HashMap::new();
    for window in clear.windows(length).filter(|window| window.starts_with(mark.as_bytes())) {
        *found.entry(String::from_utf8_lossy(window).into_owned()).or_default() += 1;
    }
    found
}
