//! Consent profiles (SPEC 2.6): sets of settings that make Forecourt behave like the product a
//! dealership comes from.

use super::profiles::Profile;
use crate::consent::settings;
use crate::setting::value_words;
use forecourt_dispatch::Refusal;
use forecourt_dispatch::setting::{Declared, Kind};
use forecourt_dispatch::settings::Settings;
use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

impl Profile {
    /// What the profile sets, in the order of SPEC 2.6. A dash in the table is a period that never
    /// ends.
    pub(super) fn preset(self) -> Vec<(&'static Declared, Value)> {
        let channels = match self {
            Self::Dragon => json!(["email", "sms", "post", "phone"]),
            Self::Vtiger => json!(["email"]),
            Self::Navigator | Self::Forecourt => json!(["email", "sms", "post", "phone", "social"]),
        };
        let both = matches!(self, Self::Navigator | Self::Forecourt);
        let modules = if both { json!(["service", "sales_enquiries", "parts"]) } else { json!([]) };
        let mut preset = vec![
            (&settings::CHANNELS_SHOWN.declared, channels),
            (&settings::THIRD_PARTIES_SHOWN.declared, json!(both)),
            (&settings::PURPOSES_SHOWN.declared, json!(both)),
            (&settings::COMPACT_FORM.declared, json!(self == Self::Navigator)),
        ];
        // Dragon knows both ways, by its tick box, which stays as it stands.
        if self != Self::Dragon {
            preset.push((&settings::REQUIRE_CONSENT.declared, json!(true)));
        }
        let reconsent = if matches!(self, Self::Dragon | Self::Forecourt) { 12 } else { 0 };
        preset.extend([
            (&settings::RECONSENT_MONTHS.declared, json!(reconsent)),
            (&settings::EXPIRED_BLOCKS.declared, json!(self == Self::Forecourt)),
            (&settings::REVIEW_MONTHS.declared, json!(if both { 6 } else { 0 })),
            (&settings::REVIEW_MODULES.declared, modules),
            (&settings::CONTACT_LOCK.declared, json!(matches!(self, Self::Vtiger | Self::Forecourt))),
            // D-07: only Forecourt's own profile asks for it.
            (&settings::NOTES_REQUIRED.declared, json!(self == Self::Forecourt)),
            (&settings::NO_MARKETING_MAILSHOTS_ONLY.declared, json!(self == Self::Navigator)),
        ]);
        preset
    }

    /// What differs from the settings as they stand: key, old and new value, the profile itself
    /// first.
    pub(super) fn steps(self, settings: &Settings) -> Vec<Step> {
        let own = std::iter::once((&settings::PROFILE.declared, json!(self.word())));
        own.chain(self.preset())
            .map(|(of, new)| Step { of, old: settings.value(of), new })
            .filter(|step| step.old != step.new)
            .collect()
    }
}

/// One setting that a profile changes.
pub(super) struct Step {
    pub of: &'static Declared,
    pub old: Value,
    pub new: Value,
}

impl Step {
    /// The new value in its stored form.
    pub(super) fn checked(&self, reason: &str) -> Result<Value, Refusal> {
        match self.of.kind {
            Kind::Own { .. } => Ok(self.new.clone()),
            _ => self.of.check(&self.new, reason),
        }
    }
}

/// A setting that a profile changes, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProfileStep {
    pub setting: String,
    /// Its name on the page.
    pub label: String,
    /// How it stands.
    pub old: String,
    /// What it becomes.
    pub new: String,
}

/// What a profile changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProfileChanges {
    pub profile: Profile,
    /// Its name.
    pub label: String,
    /// Every setting that differs; none when everything stands so already.
    pub steps: Vec<ProfileStep>,
    /// A period becomes *never*: a reason has to be given (D-12).
    pub reason_needed: bool,
}

impl ProfileChanges {
    pub(super) fn of(profile: Profile, steps: &[Step]) -> Self {
        let in_words = |step: &Step| ProfileStep {
            setting: step.of.key.to_owned(),
            label: step.of.label.to_owned(),
            old: value_words(step.of, &step.old),
            new: value_words(step.of, &step.new),
        };
        Self {
            profile,
            label: profile.label().to_owned(),
            steps: steps.iter().map(in_words).collect(),
            reason_needed: steps.iter().any(|step| step.of.needs_reason(&step.new)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_holds_values_that_the_page_would_take_too() {
        for profile in Profile::ALL {
            assert_eq!(Profile::from_word(profile.word()), Some(profile));
            assert_eq!(json!(profile), json!(profile.word()));
            for (of, value) in profile.preset() {
                let checked = of.check(&value, "a reason");
                assert_eq!(checked.as_ref(), Ok(&value), "{profile:?} {}: in its stored form", of.key);
                assert_ne!(of.label, "", "{} has a name on the page", of.key);
            }
        }
    }

    #[test]
    fn forecourts_own_profile_is_what_a_new_dealership_has() {
        for (of, value) in Profile::Forecourt.preset() {
            assert_eq!(of.default(), value, "{}", of.key);
        }
    }

    #[test]
    fn values_read_as_words() {
        assert_eq!(value_words(&settings::REVIEW_MONTHS.declared, &json!(0)), "0 (never)");
        assert_eq!(
            value_words(&settings::CHANNELS_SHOWN.declared, &json!(["email", "post"])),
            "Email, Letter"
        );
        assert_eq!(
            value_words(&settings::REVIEW_MODULES.declared, &json!(["service", "sales_enquiries"])),
            "Service, Sales Enquiries"
        );
        assert_eq!(value_words(&settings::REVIEW_MODULES.declared, &json!([])), "none");
        assert_eq!(value_words(&settings::PROFILE.declared, &json!("navigator")), "Navigator-like");
    }
}
