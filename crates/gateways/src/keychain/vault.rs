//! One keychain call at a time, in this process and without a limit.
//!
//! Each call makes its own connection. One kept for the life of the process would stay broken
//! after the keychain was restarted, and a call that waits for a password would block all others.

use forecourt_dispatch::ports::KeychainProblem;
use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use std::collections::HashMap;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The keychain's name for the product, the same on every system.
const SERVICE: &str = "Forecourt";

/// What a keychain does. May take for ever.
pub(super) trait Vault: Send + Sync + 'static {
    /// Reads an entry; `None` when it does not exist.
    fn read(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem>;
    /// Writes an entry.
    fn write(&self, entry: &str, text: &str) -> Result<(), KeychainProblem>;
    /// Removes an entry; one that does not exist is removed already.
    fn remove(&self, entry: &str) -> Result<(), KeychainProblem>;
}

/// The keychain of the operating system.
pub(super) struct SystemVault;

impl Vault for SystemVault {
    fn read(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        match open(entry)?.get_password() {
            Ok(text) => Ok(Some(Zeroizing::new(text))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(problem(&error)),
        }
    }

    fn write(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        open(entry)?.set_password(text).map_err(|error| problem(&error))
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        match open(entry)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(problem(&error)),
        }
    }
}

/// Connects and names the entry. Connecting fails where there is no keychain.
fn open(entry: &str) -> Result<Entry, KeychainProblem> {
    let store: Arc<dyn CredentialStoreApi> = connect().map_err(|error| {
        note(&error);
        KeychainProblem::Absent
    })?;
    let options: HashMap<&str, &str> = HashMap::from(OPTIONS);
    store.build(SERVICE, entry, Some(&options)).map_err(|error| problem(&error))
}

/// On this computer only: the default would let the key roam with a Windows profile.
#[cfg(windows)]
const OPTIONS: [(&str, &str); 1] = [("persistence", "Local")];
#[cfg(not(windows))]
const OPTIONS: [(&str, &str); 0] = [];

#[cfg(all(unix, not(target_os = "macos")))]
fn connect() -> keyring_core::Result<Arc<dyn CredentialStoreApi>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
fn connect() -> keyring_core::Result<Arc<dyn CredentialStoreApi>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
fn connect() -> keyring_core::Result<Arc<dyn CredentialStoreApi>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// Sorts a failed call into what the screens tell apart.
pub(super) fn problem(error: &Error) -> KeychainProblem {
    note(error);
    match error {
        Error::NoStorageAccess(cause) if has_no_default_keyring(cause.as_ref()) => KeychainProblem::Absent,
        Error::NoStorageAccess(_) => KeychainProblem::Locked,
        Error::NoDefaultStore => KeychainProblem::Absent,
        _ => KeychainProblem::Failed,
    }
}

/// A keychain service without any keyring to put an entry in: nothing there to unlock.
#[cfg(all(unix, not(target_os = "macos")))]
fn has_no_default_keyring(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn has_no_default_keyring(_: &(dyn std::error::Error + Send + Sync + 'static)) -> bool {
    false
}

/// Logs the kind of failure and nothing else: some kinds carry what was stored.
fn note(error: &Error) {
    let kind = match error {
        Error::PlatformFailure(_) => "platform failure",
        Error::NoStorageAccess(_) => "no access",
        Error::NoEntry => "no entry",
        Error::BadEncoding(_) | Error::BadDataFormat(..) => "not text",
        Error::BadStoreFormat(_) => "unknown form of keychain",
        Error::TooLong(..) | Error::Invalid(..) => "not accepted",
        Error::Ambiguous(_) => "more than one entry",
        Error::NoDefaultStore => "no keychain",
        Error::NotSupportedByStore(_) => "not supported",
        _ => "other",
    };
    tracing::warn!(kind, "the keychain refused");
}
