//! The settings of invoices (D-38, SPEC 1.4). Parts follows Service unless somebody set it apart. What is printed goes
//! by the settings of the day it is printed on, a reprint too.

use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_dispatch::settings::Settings;
use forecourt_domain::rights::Right;

const PAGE: &str = "Settings > Service > Settings > Invoices";

const fn flag(key: &'static str, label: &'static str) -> Setting<bool> {
    Setting::new(key, Right::AccessSettings, Kind::Flag { default: true }).at(PAGE, label)
}

const fn follows(key: &'static str, label: &'static str) -> Setting<String> {
    let kind = Kind::Word { default: FOLLOW, known: &[FOLLOW, ON, OFF] };
    Setting::new(key, Right::AccessSettings, kind).at(PAGE, label).called(called)
}

/// As Service has it.
const FOLLOW: &str = "follow";
const ON: &str = "on";
const OFF: &str = "off";

fn called(word: &str) -> Option<&'static str> {
    [(FOLLOW, "as in Service"), (ON, "on"), (OFF, "off")]
        .into_iter()
        .find_map(|(known, words)| (known == word).then_some(words))
}

/// D-38.
pub const SERVICE_SHOW_TEL: Setting<bool> =
    flag("inv.service.show_tel", "Show Customer Telephone No on Invoice");
/// D-38.
pub const SERVICE_SHOW_EMAIL: Setting<bool> =
    flag("inv.service.show_email", "Show Customer Email on Invoice");
/// D-38, of invoices of the parts counter.
pub const PARTS_SHOW_TEL: Setting<String> =
    follows("inv.parts.show_tel", "Show Customer Telephone No on Parts Invoice");
/// D-38, of invoices of the parts counter.
pub const PARTS_SHOW_EMAIL: Setting<String> =
    follows("inv.parts.show_email", "Show Customer Email on Parts Invoice");
/// How many days after it was posted an invoice is due: 0 for at once. What was posted keeps its day.
pub const DUE_DAYS: Setting<i64> = Setting::new(
    "inv.due_days",
    Right::AccessSettings,
    Kind::Number { default: 0, least: 0, most: 120, unit: Unit::Days, zero: Zero::Number },
)
.at(PAGE, "An invoice is due after (days)");

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[
    &SERVICE_SHOW_TEL.declared,
    &SERVICE_SHOW_EMAIL.declared,
    &PARTS_SHOW_TEL.declared,
    &PARTS_SHOW_EMAIL.declared,
    &DUE_DAYS.declared,
];

/// What of a customer stands on an invoice today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The telephone number.
    pub telephone: bool,
    /// The email address.
    pub email: bool,
}

impl Shown {
    /// On paper of the workshop.
    #[must_use]
    pub fn in_service(settings: &Settings) -> Self {
        Self { telephone: settings.flag(&SERVICE_SHOW_TEL), email: settings.flag(&SERVICE_SHOW_EMAIL) }
    }

    /// On paper of the parts counter.
    #[must_use]
    pub fn in_parts(settings: &Settings) -> Self {
        let service = Self::in_service(settings);
        let chosen = |of, as_service| match settings.text(of).as_str() {
            ON => true,
            OFF => false,
            _ => as_service,
        };
        Self {
            telephone: chosen(&PARTS_SHOW_TEL, service.telephone),
            email: chosen(&PARTS_SHOW_EMAIL, service.email),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn d38_parts_follows_service_unless_it_is_set() {
        let mut settings = Settings::default();
        let both = |telephone, email| Shown { telephone, email };
        assert_eq!(Shown::in_service(&settings), both(true, true), "as currently printed");
        settings.put(SERVICE_SHOW_TEL.key(), json!(false));
        assert_eq!(Shown::in_parts(&settings), both(false, true));
        settings.put(PARTS_SHOW_TEL.key(), json!("on"));
        settings.put(PARTS_SHOW_EMAIL.key(), json!("off"));
        assert_eq!(Shown::in_parts(&settings), both(true, false));
        assert_eq!(Shown::in_service(&settings), both(false, true), "service has its own");
    }
}
