//! The dealership's details (D-28): printed on forms and shown on the portal.

use forecourt_dispatch::setting::{Kind, Setting};
use forecourt_dispatch::settings::Settings;
use forecourt_domain::rights::Right;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// The dealership's details, as one value.
pub const DEALERSHIP: Setting<Value> =
    Setting::new("dealership", Right::AccessSettings, Kind::Own { default: || Value::Null })
        .at("Settings > System", "Dealership details");

/// The dealership's details.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DealershipDetails {
    pub name: String,
    /// Street and town, on one or more lines.
    pub address: String,
    pub postcode: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    /// An https address.
    pub privacy_policy_url: String,
    /// As HMRC gave it; printed on invoices. Empty where nothing is charged VAT.
    #[serde(default)]
    pub vat_number: String,
    /// As Companies House gave it; printed on invoices. Empty for a sole trader.
    #[serde(default)]
    pub company_number: String,
}

/// The dealership in the settings.
pub trait DealershipSettings {
    /// Its details.
    fn dealership(&self) -> DealershipDetails;
}

impl DealershipSettings for Settings {
    fn dealership(&self) -> DealershipDetails {
        self.get(&DEALERSHIP).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }
}
