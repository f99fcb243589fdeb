//! Values of settings in the words of the GDPR page.

use super::profiles::Profile;
use crate::consent::settings::{CHANNELS_SHOWN, MODULES, PROFILE};
use forecourt_dispatch::setting::{Declared, Kind, Zero};
use forecourt_domain::consent::Channel;
use serde_json::Value;

/// A value as staff read it.
pub(super) fn value(of: &Declared, value: &Value) -> String {
    match value {
        Value::Bool(true) => "on".into(),
        Value::Bool(false) => "off".into(),
        Value::Number(number) if number.as_i64() == Some(0) && is_never(of) => "0 (never)".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if of.key == PROFILE.key() => {
            Profile::from_word(text).map_or_else(|| text.clone(), |profile| profile.label().to_owned())
        }
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => "none".into(),
        Value::Array(list) => {
            let words = list.iter().filter_map(Value::as_str).map(|word| item(of, word));
            words.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// One entry of a list: a channel or a module.
fn item<'w>(of: &Declared, word: &'w str) -> &'w str {
    if of.key == CHANNELS_SHOWN.key() {
        let channel = Channel::ALL.into_iter().find(|channel| channel.word() == word);
        return channel.map_or(word, |channel| channel.label());
    }
    MODULES.into_iter().find(|(module, _)| *module == word).map_or(word, |(_, label)| label)
}

/// Does a 0 mean that it never comes?
fn is_never(of: &Declared) -> bool {
    matches!(of.kind, Kind::Number { zero: Zero::Never | Zero::NeverWithReason, .. })
}
