//! The settings of the Customer Consent Portal (D-28).

use forecourt_dispatch::Refusal;
use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_dispatch::settings::Settings;
use forecourt_domain::portal::{PortalDetails, PortalGap};
use forecourt_domain::rights::Right;

const PAGE: &str = "Settings > GDPR > Portal";

const fn text(key: &'static str, kind: Kind, label: &'static str) -> Setting<String> {
    Setting::new(key, Right::ChangeGdprOption, kind).at(PAGE, label)
}

/// Any lines, for "Contact Us".
const LINES: Kind = Kind::Text { default: "", least: 0, most: 800 };

/// Is the consent portal in use? Not before its company details are there.
pub const PORTAL_ENABLED: Setting<bool> =
    Setting::new("portal.enabled", Right::ChangeGdprOption, Kind::Flag { default: false })
        .at(PAGE, "Customers may use the consent portal")
        .with(|writing, value| if *value == true { check_complete(writing.settings()?) } else { Ok(()) });
/// The portal's own address.
pub const PORTAL_ADDRESS: Setting<String> = text("portal.address", Kind::Web, "Portal address");
/// The company as shown in "Contact Us".
pub const PORTAL_COMPANY: Setting<String> = text("portal.company", LINES, "Company name");
/// How to reach the company, as shown in "Contact Us".
pub const PORTAL_CONTACT: Setting<String> =
    text("portal.contact", LINES, "Contact (address, telephone or email)");
/// The dealership's own privacy policy.
pub const PORTAL_POLICY: Setting<String> =
    text("portal.privacy_policy_url", Kind::Web, "Privacy policy address");
/// How many days a link to the portal works.
pub const PORTAL_TTL_DAYS: Setting<i64> = Setting::new(
    "portal.ttl_days",
    Right::ChangeGdprOption,
    Kind::Number { default: 30, least: 1, most: 365, unit: Unit::Days, zero: Zero::Number },
)
.at(PAGE, "A link is good for (days)");

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[
    &PORTAL_ENABLED.declared,
    &PORTAL_ADDRESS.declared,
    &PORTAL_COMPANY.declared,
    &PORTAL_CONTACT.declared,
    &PORTAL_POLICY.declared,
    &PORTAL_TTL_DAYS.declared,
];

/// The portal in the settings.
pub trait PortalSettings {
    /// What has to be filled in before the portal can be used.
    fn portal_missing(&self) -> Vec<PortalGap>;
}

impl PortalSettings for Settings {
    fn portal_missing(&self) -> Vec<PortalGap> {
        PortalDetails {
            address: &self.text(&PORTAL_ADDRESS),
            company: &self.text(&PORTAL_COMPANY),
            contact: &self.text(&PORTAL_CONTACT),
            privacy_policy: &self.text(&PORTAL_POLICY),
        }
        .missing()
    }
}

/// The portal does not go live before its company details are there (D-28).
fn check_complete(settings: &Settings) -> Result<(), Refusal> {
    let missing: Vec<&str> = settings.portal_missing().into_iter().map(PortalGap::label).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Refusal::invalid("value", format!("Fill in first: {}.", missing.join(", "))))
}
