//! The settings catalogue (SPEC 1.4): keys, defaults, and what may be set to what.

use crate::Refusal;
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_domain::consent::Channel;
use forecourt_domain::consent::decide::Rules;
use forecourt_domain::consent::edit::EditRules;
use forecourt_domain::consent::standing::Periods;
use forecourt_domain::contact::text;
use forecourt_domain::portal::{PortalDetails, PortalGap, is_https};
use forecourt_domain::time::{DEFAULT_ZONE, Moment, zone};
use forecourt_store::{Tx, ledger, notice, setting};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use ts_rs::TS;

/// D-01.
pub const REQUIRE_CONSENT: &str = "gdpr.require_consent";
/// D-12.
pub const RECONSENT_MONTHS: &str = "gdpr.reconsent_months";
/// N-15.
pub const REVIEW_MONTHS: &str = "gdpr.review_months";
/// Days before its end for which a permission is *about to expire*.
pub const EXPIRING_DAYS: &str = "gdpr.expiring_days";
/// N-14: the modules that force a review.
pub const REVIEW_MODULES: &str = "gdpr.review_modules";
/// Which product's rules apply (SPEC 2.6).
pub const PROFILE: &str = "gdpr.profile";
/// The channels that the panel shows; the others keep what is recorded.
pub const CHANNELS_SHOWN: &str = "gdpr.channels_shown";
/// Does the panel show third parties?
pub const THIRD_PARTIES_SHOWN: &str = "gdpr.third_parties_shown";
/// Does the panel show service and general messages apart?
pub const PURPOSES_SHOWN: &str = "gdpr.purposes_shown";
/// G6: what the contact took back personally, staff cannot give.
pub const CONTACT_LOCK: &str = "gdpr.contact_lock";
/// D-07: a note is required when permission is taken away.
pub const NOTES_REQUIRED: &str = "gdpr.notes_required";
/// N-10, Navigator-exact: *No Marketing* stops mailshots only.
pub const NO_MARKETING_MAILSHOTS_ONLY: &str = "gdpr.no_marketing_mailshots_only";
/// Whether consent that ran out blocks marketing.
pub const EXPIRED_BLOCKS: &str = "gdpr.expired_blocks";
/// D-09.
pub const FRANCHISE: &str = "gdpr.franchise";
/// D-09: the brands of a franchised dealer.
pub const BRANDS: &str = "gdpr.brands";
/// N-02: third parties by name.
pub const THIRD_PARTIES: &str = "gdpr.third_parties";
/// D-28: is the consent portal in use?
pub const PORTAL_ENABLED: &str = "portal.enabled";
/// D-28: the portal's own address.
pub const PORTAL_ADDRESS: &str = "portal.address";
/// D-28: the company as shown in "Contact Us".
pub const PORTAL_COMPANY: &str = "portal.company";
/// D-28: how to reach the company, as shown in "Contact Us".
pub const PORTAL_CONTACT: &str = "portal.contact";
/// D-28: the dealership's own privacy policy.
pub const PORTAL_POLICY: &str = "portal.privacy_policy_url";
/// How many days a link to the portal works.
pub const PORTAL_TTL_DAYS: &str = "portal.ttl_days";
/// D-23: names in the erasure log are masked after so many days; 0 never.
pub const ERASURE_MASK_DAYS: &str = "erasure.mask_log_days";
/// The words shown to customers, in front of the boxes.
pub const NOTICE_TEXT: &str = "notice.text";
/// The dealership's time zone.
pub const TIME_ZONE: &str = "sys.tz";
/// Minutes without a sign of life until the screen locks; 0 never.
pub const IDLE_MINUTES: &str = "session.idle_minutes";
/// The dealership's details, as one value.
pub const DEALERSHIP: &str = "dealership";
/// Was the recovery key typed back?
pub const RECOVERY_CONFIRMED: &str = "recovery.confirmed";

/// The wording a new dealership starts with.
pub const DEFAULT_NOTICE: &str = "We would like to keep in touch about your vehicle and about offers that may interest you. \
Please tick how we may contact you and what about. We will only use the ways you tick. You can withdraw at any time: \
tell any member of staff, reply to a message, or write to us.";

/// The dealership's details (D-28): printed on forms and shown on the portal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DealershipDetails {
    /// Its name.
    pub name: String,
    /// Street and town, on one or more lines.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Web site.
    pub website: String,
    /// The privacy policy, an https address.
    pub privacy_policy_url: String,
}

/// The settings a command may need, read at once.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Every key with its value, defaults included.
    pub values: BTreeMap<String, Value>,
    /// The dealership's time zone.
    pub zone: Tz,
    /// The hash of the current wording.
    pub notice_hash: String,
    /// The latest time the ledger ever saw.
    pub latest: Option<Moment>,
}

/// Every key with its default.
fn defaults() -> [(&'static str, Value); 27] {
    [
        (REQUIRE_CONSENT, json!(true)),
        (RECONSENT_MONTHS, json!(12)),
        (REVIEW_MONTHS, json!(6)),
        (EXPIRED_BLOCKS, json!(true)),
        (EXPIRING_DAYS, json!(30)),
        (REVIEW_MODULES, json!(["service", "sales_enquiries", "parts"])),
        (PROFILE, json!("forecourt")),
        (CHANNELS_SHOWN, json!(["email", "sms", "post", "phone", "social"])),
        (THIRD_PARTIES_SHOWN, json!(true)),
        (PURPOSES_SHOWN, json!(true)),
        (CONTACT_LOCK, json!(true)),
        (NOTES_REQUIRED, json!(true)),
        (NO_MARKETING_MAILSHOTS_ONLY, json!(false)),
        (FRANCHISE, json!(false)),
        (BRANDS, json!([])),
        (THIRD_PARTIES, json!([])),
        (PORTAL_ENABLED, json!(false)),
        (PORTAL_ADDRESS, json!("")),
        (PORTAL_COMPANY, json!("")),
        (PORTAL_CONTACT, json!("")),
        (PORTAL_POLICY, json!("")),
        (PORTAL_TTL_DAYS, json!(30)),
        (ERASURE_MASK_DAYS, json!(0)),
        (NOTICE_TEXT, json!(DEFAULT_NOTICE)),
        (TIME_ZONE, json!(DEFAULT_ZONE.name())),
        (IDLE_MINUTES, json!(3)),
        (RECOVERY_CONFIRMED, json!(false)),
    ]
}

/// What a key means before anybody set it; null for a key there is not.
#[must_use]
pub fn default_of(key: &str) -> Value {
    defaults().into_iter().find(|(known, _)| *known == key).map_or(Value::Null, |(_, value)| value)
}

impl Settings {
    /// Reads everything.
    ///
    /// # Errors
    /// What the database says.
    pub fn load(tx: &Tx<'_>) -> Result<Self, Refusal> {
        let mut values: BTreeMap<String, Value> =
            defaults().into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        for (key, text) in setting::all(tx)? {
            if let Ok(value) = serde_json::from_str(&text) {
                values.insert(key, value);
            }
        }
        let zone = values.get(TIME_ZONE).and_then(Value::as_str).and_then(zone).unwrap_or(DEFAULT_ZONE);
        let notice_hash = notice::current(tx)?.map(|notice| notice.hash).unwrap_or_default();
        let latest = Moment::parse(&ledger::latest(tx)?);
        Ok(Self { values, zone, notice_hash, latest })
    }

    /// Minutes until the idle lock; read at every call, so by itself.
    ///
    /// # Errors
    /// What the database says.
    pub fn idle_minutes(tx: &Tx<'_>) -> Result<i64, Refusal> {
        let text = setting::get(tx, IDLE_MINUTES)?;
        let default = default_of(IDLE_MINUTES).as_i64().unwrap_or(3);
        Ok(text.and_then(|text| text.parse().ok()).unwrap_or(default))
    }

    /// A flag; false for an unknown key.
    #[must_use]
    pub fn flag(&self, key: &str) -> bool {
        self.values.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    /// A whole number; 0 for an unknown key.
    #[must_use]
    pub fn number(&self, key: &str) -> i64 {
        self.values.get(key).and_then(Value::as_i64).unwrap_or(0)
    }

    /// A text; empty for an unknown key.
    #[must_use]
    pub fn text(&self, key: &str) -> &str {
        self.values.get(key).and_then(Value::as_str).unwrap_or_default()
    }

    /// A list of texts; empty for an unknown key.
    #[must_use]
    pub fn list(&self, key: &str) -> Vec<String> {
        let values = self.values.get(key).and_then(Value::as_array);
        values
            .map(|list| list.iter().filter_map(Value::as_str).map(str::to_owned).collect())
            .unwrap_or_default()
    }

    /// How long consent and reviews last.
    #[must_use]
    pub fn periods(&self) -> Periods {
        let months = |key| u32::try_from(self.number(key)).unwrap_or(0);
        Periods {
            reconsent_months: months(RECONSENT_MONTHS),
            review_months: months(REVIEW_MONTHS),
            expired_blocks: self.flag(EXPIRED_BLOCKS),
            expiring_days: months(EXPIRING_DAYS),
        }
    }

    /// What [`forecourt_domain::consent::decide::may_contact`] goes by.
    #[must_use]
    pub fn rules(&self) -> Rules {
        Rules {
            periods: self.periods(),
            no_marketing_stops_mailshots_only: self.flag(NO_MARKETING_MAILSHOTS_ONLY),
            ..Rules::default()
        }
    }

    /// What editing a contact's consent goes by.
    #[must_use]
    pub fn edit_rules(&self) -> EditRules {
        EditRules { contact_lock: self.flag(CONTACT_LOCK), notes_required: self.flag(NOTES_REQUIRED) }
    }

    /// The civil date at the dealership, by which permissions run out. A clock that was put back
    /// does not bring it before a day the ledger has seen: what ran out stays so.
    #[must_use]
    pub fn today(&self, now: Moment) -> NaiveDate {
        self.latest.map_or(now, |latest| latest.max(now)).civil_date(self.zone)
    }

    /// The channels on the panel, in its order.
    #[must_use]
    pub fn channels(&self) -> Vec<Channel> {
        let shown = self.list(CHANNELS_SHOWN);
        Channel::ALL.into_iter().filter(|channel| shown.iter().any(|word| word == channel.word())).collect()
    }

    /// The third parties named in Settings (N-02).
    #[must_use]
    pub fn third_parties(&self) -> Vec<String> {
        self.list(THIRD_PARTIES)
    }

    /// The brands whose manufacturers may be told, none for an independent dealer (D-09).
    #[must_use]
    pub fn brands(&self) -> Vec<String> {
        if self.flag(FRANCHISE) { self.list(BRANDS) } else { Vec::new() }
    }

    /// What has to be filled in before the consent portal can be used (D-28).
    #[must_use]
    pub fn portal_missing(&self) -> Vec<PortalGap> {
        PortalDetails {
            address: self.text(PORTAL_ADDRESS),
            company: self.text(PORTAL_COMPANY),
            contact: self.text(PORTAL_CONTACT),
            privacy_policy: self.text(PORTAL_POLICY),
        }
        .missing()
    }

    /// The dealership's details.
    #[must_use]
    pub fn dealership(&self) -> DealershipDetails {
        let value = self.values.get(DEALERSHIP).cloned().unwrap_or(Value::Null);
        serde_json::from_value(value).unwrap_or_default()
    }

    /// A moment as text on the dealership's wall.
    #[must_use]
    pub fn wall(&self, at: &str) -> String {
        forecourt_domain::time::Moment::parse(at).map(|at| at.wall_text(self.zone)).unwrap_or_default()
    }
}

/// The longest name, line or address a setting holds, in characters.
const TEXT_MAX: usize = 200;

/// Checks a value for a key of the GDPR page and gives it in its stored form.
///
/// # Errors
/// [`crate::Code::Invalid`] with the words for the field.
pub fn check_gdpr(key: &str, value: &Value, reason: &str) -> Result<Value, Refusal> {
    let invalid = |words: &str| Err(Refusal::invalid("value", words));
    match key {
        REQUIRE_CONSENT
        | EXPIRED_BLOCKS
        | FRANCHISE
        | PORTAL_ENABLED
        | THIRD_PARTIES_SHOWN
        | PURPOSES_SHOWN
        | CONTACT_LOCK
        | NOTES_REQUIRED
        | NO_MARKETING_MAILSHOTS_ONLY => match value {
            Value::Bool(_) => Ok(value.clone()),
            _ => invalid("This is either on or off."),
        },
        RECONSENT_MONTHS | REVIEW_MONTHS => match value.as_i64() {
            Some(0) if reason.trim().is_empty() => Err(Refusal::invalid(
                "reason",
                "0 means that nobody is ever prompted. Write down why the dealership decided so.",
            )),
            Some(0..=120) => Ok(value.clone()),
            _ => invalid("Give whole months from 1 to 120, or 0 for never."),
        },
        EXPIRING_DAYS => match value.as_i64() {
            Some(0..=180) => Ok(value.clone()),
            _ => invalid("Give days from 0 to 180."),
        },
        CHANNELS_SHOWN => check_words(value, &Channel::ALL.map(Channel::word)),
        REVIEW_MODULES => match value.as_array() {
            // Nothing chosen: no module forces a review.
            Some(none) if none.is_empty() => Ok(value.clone()),
            _ => check_words(value, &MODULES),
        },
        PORTAL_TTL_DAYS => match value.as_i64() {
            Some(1..=365) => Ok(value.clone()),
            _ => invalid("Give days from 1 to 365."),
        },
        ERASURE_MASK_DAYS => match value.as_i64() {
            Some(0..=3650) => Ok(value.clone()),
            _ => invalid("Give days from 1 to 3650, or 0 for never."),
        },
        BRANDS | THIRD_PARTIES => check_names(value),
        PORTAL_ADDRESS | PORTAL_POLICY => match value.as_str().map(str::trim) {
            Some("") => Ok(json!("")),
            Some(text) if is_https(text) => Ok(json!(text)),
            _ => invalid("Give a web address that begins with https://"),
        },
        PORTAL_COMPANY | PORTAL_CONTACT => match value.as_str().map(str::trim) {
            Some(text) if text.chars().count() <= 4 * TEXT_MAX => Ok(json!(text)),
            _ => invalid("At most 800 characters."),
        },
        NOTICE_TEXT => match value.as_str().map(str::trim) {
            Some(text) if text.chars().count() >= 20 && text.chars().count() <= 2000 => Ok(json!(text)),
            _ => invalid("The words shown to customers take 20 to 2,000 characters."),
        },
        _ => Err(Refusal::invalid("key", "There is no such setting.")),
    }
}

/// Checks a value for a key of the System page.
///
/// # Errors
/// As [`check_gdpr`].
pub fn check_system(key: &str, value: &Value) -> Result<Value, Refusal> {
    match key {
        TIME_ZONE => match value.as_str().and_then(zone) {
            Some(zone) => Ok(json!(zone.name())),
            None => Err(Refusal::invalid("value", "Choose a time zone such as Europe/London.")),
        },
        IDLE_MINUTES => match value.as_i64() {
            Some(1..=60) => Ok(value.clone()),
            _ => Err(Refusal::invalid("value", "Give minutes from 1 to 60.")),
        },
        _ => Err(Refusal::invalid("key", "There is no such setting.")),
    }
}

/// Numbers of months for which something lasts: 0 means *for ever*.
pub const PERIODS: [&str; 2] = [RECONSENT_MONTHS, REVIEW_MONTHS];

/// Is it one of [`PERIODS`]?
#[must_use]
pub fn is_period(key: &str) -> bool {
    PERIODS.contains(&key)
}

/// The modules that may force a review (N-14).
pub const MODULES: [&str; 5] = ["service", "sales_enquiries", "parts", "vehicle_sales", "crm"];

/// At least one of these words, each once, in their order.
fn check_words(value: &Value, known: &[&str]) -> Result<Value, Refusal> {
    let chosen: Vec<&str> = value.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    if chosen.is_empty() || chosen.iter().any(|word| !known.contains(word)) {
        return Err(Refusal::invalid("value", "Choose at least one."));
    }
    Ok(json!(known.iter().filter(|word| chosen.contains(word)).collect::<Vec<_>>()))
}

fn check_names(value: &Value) -> Result<Value, Refusal> {
    let Some(list) = value.as_array() else {
        return Err(Refusal::invalid("value", "Give a list of names."));
    };
    let mut names: Vec<String> = Vec::new();
    for name in list {
        // Printed on forms and named in consent: nothing may hide in it.
        let name = text::line(name.as_str().unwrap_or_default().to_owned())
            .map_err(|forbidden| Refusal::invalid("value", forbidden))?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > 80 || name.contains(':') {
            return Err(Refusal::invalid("value", "A name takes 1 to 80 characters and no colon."));
        }
        // Two spellings of one name would be two permissions.
        if !names.iter().any(|known| known.to_lowercase() == name.to_lowercase()) {
            names.push(name);
        }
    }
    if names.len() > 20 {
        return Err(Refusal::invalid("value", "At most 20 names."));
    }
    Ok(json!(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_out_of_range_are_refused_with_the_field() {
        assert!(check_gdpr(RECONSENT_MONTHS, &json!(12), "").is_ok());
        assert!(check_gdpr(RECONSENT_MONTHS, &json!(121), "").is_err());
        assert!(check_gdpr(RECONSENT_MONTHS, &json!(1.5), "").is_err());
        let never = check_gdpr(RECONSENT_MONTHS, &json!(0), " ").unwrap_err();
        assert!(never.fields.contains_key("reason"), "0 needs a reason (D-12)");
        assert!(check_gdpr(RECONSENT_MONTHS, &json!(0), "head office decided").is_ok());
        assert!(check_gdpr("recovery.confirmed", &json!(true), "").is_err(), "not on the page");
        assert_eq!(
            check_gdpr(BRANDS, &json!([" Alfa  Romeo", "Alfa Romeo"]), "").unwrap(),
            json!(["Alfa Romeo"])
        );
        assert!(check_gdpr(BRANDS, &json!(["a:b"]), "").is_err());
        assert_eq!(
            check_gdpr(THIRD_PARTIES, &json!(["Acme\u{202e}\u{200b}", "ACME", "Dunn\nand Sons"]), "")
                .unwrap(),
            json!(["Acme", "Dunn and Sons"]),
            "nothing hides in a name, and one name is one permission"
        );
    }
}
