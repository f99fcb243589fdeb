//! A keychain in a file, for programs that are killed: what it was given is there for the next one.

use forecourt_dispatch::ports::{Keychain, KeychainProblem};
use serde_json::{Map, Value};
use std::fs;
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Keeps its entries in one file, which is there whole or not at all.
pub struct KeychainFile(pub PathBuf);

impl KeychainFile {
    fn entries(&self) -> Map<String, Value> {
        let text = fs::read_to_string(&self.0).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    fn keep(&self, entries: Map<String, Value>) -> Result<(), KeychainProblem> {
        let beside = self.0.with_extension("new");
        fs::write(&beside, Value::Object(entries).to_string()).map_err(|_| KeychainProblem::Failed)?;
        fs::rename(beside, &self.0).map_err(|_| KeychainProblem::Failed)
    }
}

impl Keychain for KeychainFile {
    fn get(&self, entry: &str) -> Result<Option<Zeroizing<String>>, KeychainProblem> {
        let entries = self.entries();
        Ok(entries.get(entry).and_then(Value::as_str).map(|text| Zeroizing::new(text.to_owned())))
    }

    fn set(&self, entry: &str, text: &str) -> Result<(), KeychainProblem> {
        let mut entries = self.entries();
        entries.insert(entry.to_owned(), text.into());
        self.keep(entries)
    }

    fn remove(&self, entry: &str) -> Result<(), KeychainProblem> {
        let mut entries = self.entries();
        entries.remove(entry);
        self.keep(entries)
    }

    fn holds_for_others(&self, entry: &str, text: &str) -> Result<bool, KeychainProblem> {
        Ok(self.get(entry)?.is_some_and(|kept| *kept == text))
    }
}
