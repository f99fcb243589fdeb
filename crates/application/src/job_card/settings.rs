//! The settings of the workshop that a job card goes by.

use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_domain::rights::Right;

/// What an hour of work costs without VAT, in pence: what a new line of labour begins with.
pub const LABOUR_RATE: Setting<i64> = Setting::new(
    "service.labour_rate",
    Right::AccessSettings,
    Kind::Number { default: 8_500, least: 0, most: 100_000, unit: Unit::Pence, zero: Zero::Number },
)
.at("Settings > Service > Settings > Workshop", "Labour rate per hour");

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[&LABOUR_RATE.declared];
