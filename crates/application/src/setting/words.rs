//! Settings and their values in the words of the Settings pages.

use super::accept_clock::LATEST;
use super::accept_ledger_head::HEAD;
use super::update_workstation::WORKSTATION;
use crate::plate_look_up::{DVLA_KEY, DVSA_KEYS};
use forecourt_dispatch::setting::{Declared, Kind, Zero};
use serde_json::{Map, Value};

/// What is kept in the history of settings and is none.
const OTHERS: [(&str, &str); 5] = [
    (LATEST, "Date that counts"),
    (HEAD, "Last line that is remembered"),
    (WORKSTATION, "This workstation"),
    (DVLA_KEY, "Plate look-up: key for DVLA"),
    (DVSA_KEYS, "Plate look-up: keys for DVSA"),
];

/// The parts of a value that has several.
const PARTS: [(&str, &str); 10] = [
    ("name", "Name"),
    ("address", "Address"),
    ("postcode", "Postcode"),
    ("phone", "Telephone"),
    ("email", "Email"),
    ("website", "Website"),
    ("privacy_policy_url", "Privacy policy address"),
    ("vat_number", "VAT number"),
    ("company_number", "Company number"),
    ("save_folder", "Folder for printed and exported files"),
];

/// What was changed, by its key and the setting of that key; one that nobody knows stays as it is.
pub(super) fn name_of(key: &str, declared: Option<&Declared>) -> String {
    let other = OTHERS.iter().find(|(known, _)| *known == key).map(|(_, words)| *words);
    other.or(declared.map(|declared| declared.label)).unwrap_or(key).to_owned()
}

/// Old and new value in words; of a value with several parts only those that changed.
pub(super) fn change_words(of: Option<&Declared>, old: &Value, new: &Value) -> (String, String) {
    match (old, new) {
        (Value::Object(before), Value::Object(after)) => (parts(before, after), parts(after, before)),
        _ => (words(of, old), words(of, new)),
    }
}

fn parts(these: &Map<String, Value>, those: &Map<String, Value>) -> String {
    let changed = these.iter().filter(|(name, value)| those.get(*name) != Some(*value));
    let words = changed.map(|(name, value)| {
        let called = PARTS.iter().find(|(known, _)| known == name).map_or(name.as_str(), |(_, words)| words);
        format!("{called}: {}", words(None, value))
    });
    words.collect::<Vec<_>>().join("; ")
}

/// A value of a setting as staff read it.
pub(crate) fn value_words(of: &Declared, value: &Value) -> String {
    words(Some(of), value)
}

fn words(of: Option<&Declared>, value: &Value) -> String {
    let called = |word: &str| -> String {
        of.and_then(|of| of.called).and_then(|called| called(word)).unwrap_or(word).to_owned()
    };
    match value {
        Value::Bool(true) => "on".into(),
        Value::Bool(false) => "off".into(),
        Value::Number(number) if number.as_i64() == Some(0) && of.is_some_and(is_never) => "0 (never)".into(),
        Value::Null => "empty".into(),
        Value::String(text) if text.is_empty() => "empty".into(),
        Value::String(text) => called(text),
        Value::Array(list) if list.is_empty() => "none".into(),
        Value::Array(list) => {
            list.iter().filter_map(Value::as_str).map(called).collect::<Vec<_>>().join(", ")
        }
        Value::Object(all) => parts(all, &Map::new()),
        Value::Number(number) => number.to_string(),
    }
}

/// Does a 0 mean that it never comes?
fn is_never(of: &Declared) -> bool {
    matches!(of.kind, Kind::Number { zero: Zero::Never | Zero::NeverWithReason, .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_with_parts_says_only_what_changed() {
        let old = json!({ "name": "counter-pc", "save_folder": "" });
        let new = json!({ "name": "SVC-02", "save_folder": "" });
        let said = change_words(None, &old, &new);
        assert_eq!(said, ("Name: counter-pc".into(), "Name: SVC-02".into()));
        assert_eq!(change_words(None, &json!(""), &json!(["Astra", "Corsa"])).1, "Astra, Corsa");
        assert_eq!(change_words(None, &json!(""), &json!(12)), ("empty".into(), "12".into()));
    }

    #[test]
    fn what_nobody_knows_keeps_its_key() {
        assert_eq!(name_of("ledger.head", None), "Last line that is remembered");
        assert_eq!(name_of("something.new", None), "something.new");
    }
}
