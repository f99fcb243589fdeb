//! Consent profiles (SPEC 2.6): sets of settings that make Forecourt behave like the product a
//! dealership comes from.

use super::words;
use crate::settings::{self, Settings};
use crate::{Command, Cx, Permit, Refusal, Tag};
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// Whose rules apply.
///
/// A preset covers the settings there are. Rows of SPEC 2.6 that wait for their module: the
/// exclude-all button, the status set by *Exclude*, the e-mail status threshold, the scope of an
/// opt-out, the portal's sections and confirmation, and the erasure offered. *Franchised dealer*,
/// the named third parties and the days of *about to expire* are facts about the dealership and
/// stay as they are; carrying old flags over is a job of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// As DragonDMS.
    Dragon,
    /// As Navigator DMS.
    Navigator,
    /// As Vtiger.
    Vtiger,
    /// Forecourt's own, which a new dealership starts with.
    Forecourt,
}

impl Profile {
    /// In the order of SPEC 2.6.
    pub const ALL: [Self; 4] = [Self::Dragon, Self::Navigator, Self::Vtiger, Self::Forecourt];

    /// The stored and sent word; the same as serde's.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dragon => "dragon",
            Self::Navigator => "navigator",
            Self::Vtiger => "vtiger",
            Self::Forecourt => "forecourt",
        }
    }

    /// The wording for people.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Dragon => "Dragon-like",
            Self::Navigator => "Navigator-like",
            Self::Vtiger => "Vtiger-like",
            Self::Forecourt => "Forecourt",
        }
    }

    /// Reads [`Profile::word`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|profile| profile.word() == word)
    }

    /// What the profile sets, in the order of SPEC 2.6. A dash in the table is a period that never
    /// ends.
    fn preset(self) -> Vec<(&'static str, Value)> {
        let channels = match self {
            Self::Dragon => json!(["email", "sms", "post", "phone"]),
            Self::Vtiger => json!(["email"]),
            Self::Navigator | Self::Forecourt => json!(["email", "sms", "post", "phone", "social"]),
        };
        let both = matches!(self, Self::Navigator | Self::Forecourt);
        let modules = if both { json!(["service", "sales_enquiries", "parts"]) } else { json!([]) };
        let mut preset = vec![
            (settings::CHANNELS_SHOWN, channels),
            (settings::THIRD_PARTIES_SHOWN, json!(both)),
            (settings::PURPOSES_SHOWN, json!(both)),
        ];
        // Dragon knows both ways, by its tick box, which stays as it stands.
        if self != Self::Dragon {
            preset.push((settings::REQUIRE_CONSENT, json!(true)));
        }
        let reconsent = if matches!(self, Self::Dragon | Self::Forecourt) { 12 } else { 0 };
        preset.extend([
            (settings::RECONSENT_MONTHS, json!(reconsent)),
            (settings::EXPIRED_BLOCKS, json!(self == Self::Forecourt)),
            (settings::REVIEW_MONTHS, json!(if both { 6 } else { 0 })),
            (settings::REVIEW_MODULES, modules),
            (settings::CONTACT_LOCK, json!(matches!(self, Self::Vtiger | Self::Forecourt))),
            // D-07: only Forecourt's own profile asks for it.
            (settings::NOTES_REQUIRED, json!(self == Self::Forecourt)),
            (settings::NO_MARKETING_MAILSHOTS_ONLY, json!(self == Self::Navigator)),
        ]);
        preset
    }

    /// What differs from the settings as they stand: key, old and new value, the profile itself
    /// first.
    fn steps(self, settings: &Settings) -> Vec<Step> {
        let own = std::iter::once((settings::PROFILE, json!(self.word())));
        own.chain(self.preset())
            .map(|(key, new)| {
                let old = settings.values.get(key).cloned().unwrap_or(Value::Null);
                Step { key, old, new }
            })
            .filter(|step| step.old != step.new)
            .collect()
    }
}

/// One setting that a profile changes.
struct Step {
    key: &'static str,
    old: Value,
    new: Value,
}

/// A setting that a profile changes, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProfileStep {
    /// Which.
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
    /// The profile.
    pub profile: Profile,
    /// Its name.
    pub label: String,
    /// Every setting that differs; none when everything stands so already.
    pub steps: Vec<ProfileStep>,
    /// A period becomes *never*: a reason has to be given (D-12).
    pub reason_needed: bool,
}

impl ProfileChanges {
    fn of(profile: Profile, steps: &[Step]) -> Self {
        let in_words = |step: &Step| ProfileStep {
            setting: step.key.to_owned(),
            label: words::label(step.key).to_owned(),
            old: words::value(step.key, &step.old),
            new: words::value(step.key, &step.new),
        };
        Self {
            profile,
            label: profile.label().to_owned(),
            steps: steps.iter().map(in_words).collect(),
            reason_needed: steps.iter().any(|step| settings::is_period(step.key) && step.new == json!(0)),
        }
    }
}

/// Shows what a profile would change, before it does.
#[derive(Deserialize, TS)]
pub struct PreviewProfile {
    /// Which.
    pub profile: Profile,
}

impl Command for PreviewProfile {
    const NAME: &'static str = "preview_profile";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const READS: &'static [Tag] = &[Tag::Settings];
    type Reply = ProfileChanges;

    fn run(self, cx: &Cx<'_>) -> Result<ProfileChanges, Refusal> {
        Ok(ProfileChanges::of(self.profile, &self.profile.steps(&cx.settings()?)))
    }
}

/// Sets everything a profile says, in one step; each change has a line of its own in the history.
#[derive(Deserialize, TS)]
pub struct ApplyProfile {
    /// Which.
    pub profile: Profile,
    /// Why; needed where a period becomes *never*.
    #[serde(default)]
    pub reason: String,
}

impl Command for ApplyProfile {
    const NAME: &'static str = "apply_profile";
    const PERMIT: Permit = Permit::Right(Right::ChangeGdprOption);
    const CHANGES: &'static [Tag] = super::change::TOUCHED;
    type Reply = ProfileChanges;

    fn run(self, cx: &Cx<'_>) -> Result<ProfileChanges, Refusal> {
        super::change::check_reason(&self.reason)?;
        let reason = self.reason.trim();
        if self.profile.steps(&cx.settings()?).is_empty() {
            return Ok(ProfileChanges::of(self.profile, &[]));
        }
        cx.write(|writing| {
            let steps = self.profile.steps(writing.settings()?);
            for step in &steps {
                let value = match step.key {
                    settings::PROFILE => step.new.clone(),
                    key => settings::check_gdpr(key, &step.new, reason)?,
                };
                writing.set(step.key, &value, reason)?;
            }
            Ok(ProfileChanges::of(self.profile, &steps))
        })
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
            for (key, value) in profile.preset() {
                let checked = settings::check_gdpr(key, &value, "a reason");
                assert_eq!(checked.as_ref(), Ok(&value), "{profile:?} {key}: in its stored form");
                assert_ne!(words::label(key), key, "{key} has a name on the page");
            }
        }
    }

    #[test]
    fn forecourts_own_profile_is_what_a_new_dealership_has() {
        for (key, value) in Profile::Forecourt.preset() {
            assert_eq!(settings::default_of(key), value, "{key}");
        }
    }

    #[test]
    fn values_read_as_words() {
        assert_eq!(words::value(settings::REVIEW_MONTHS, &json!(0)), "0 (never)");
        assert_eq!(words::value(settings::CHANNELS_SHOWN, &json!(["email", "post"])), "Email, Letter");
        assert_eq!(
            words::value(settings::REVIEW_MODULES, &json!(["service", "sales_enquiries"])),
            "Service, Sales Enquiries"
        );
        assert_eq!(words::value(settings::REVIEW_MODULES, &json!([])), "none");
        assert_eq!(words::value(settings::PROFILE, &json!("navigator")), "Navigator-like");
    }
}
