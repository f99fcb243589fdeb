//! Settings and their values in the words of the GDPR page.

use super::profile::Profile;
use crate::settings;
use forecourt_domain::consent::Channel;
use serde_json::Value;

/// What the page calls a setting; its key where the page does not show it.
pub(super) fn label(key: &str) -> &str {
    match key {
        settings::PROFILE => "Consent profile",
        settings::REQUIRE_CONSENT => "Require Consent for Marketing",
        settings::RECONSENT_MONTHS => "GDPR Re-consent (months)",
        settings::REVIEW_MONTHS => "Preference review (months)",
        settings::REVIEW_MODULES => "Modules that ask for a review",
        settings::EXPIRED_BLOCKS => "Expired consent blocks marketing",
        settings::CHANNELS_SHOWN => "Channels shown",
        settings::THIRD_PARTIES_SHOWN => "Show third parties (T.P.)",
        settings::PURPOSES_SHOWN => "Show service and general messages apart",
        settings::CONTACT_LOCK => "What the customer withdrew stays withdrawn",
        settings::NOTES_REQUIRED => "A note is required when permission is taken away",
        settings::NO_MARKETING_MAILSHOTS_ONLY => "“No Marketing” stops mailshots only",
        other => other,
    }
}

/// A value as staff read it.
pub(super) fn value(key: &str, value: &Value) -> String {
    match value {
        Value::Bool(true) => "on".into(),
        Value::Bool(false) => "off".into(),
        Value::Number(number) if settings::is_period(key) && number.as_i64() == Some(0) => "0 (never)".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if key == settings::PROFILE => {
            Profile::from_word(text).map_or_else(|| text.clone(), |profile| profile.label().to_owned())
        }
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => "none".into(),
        Value::Array(list) => {
            let words = list.iter().filter_map(Value::as_str).map(|word| item(key, word));
            words.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// One entry of a list: a channel or a module.
fn item<'w>(key: &str, word: &'w str) -> &'w str {
    if key == settings::CHANNELS_SHOWN {
        let channel = Channel::ALL.into_iter().find(|channel| channel.word() == word);
        return channel.map_or(word, |channel| channel.label());
    }
    match word {
        "service" => "Service",
        "sales_enquiries" => "Sales Enquiries",
        "parts" => "Parts",
        "vehicle_sales" => "Vehicle Sales",
        "crm" => "CRM",
        other => other,
    }
}
