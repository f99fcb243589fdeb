//! The settings of erasure.

use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_domain::rights::Right;

/// D-23: names in the erasure log are masked after so many days; 0 never.
pub const ERASURE_MASK_DAYS: Setting<i64> = Setting::new(
    "erasure.mask_log_days",
    Right::ChangeGdprOption,
    Kind::Number { default: 0, least: 1, most: 3650, unit: Unit::Days, zero: Zero::Never },
)
.at("Settings > GDPR", "Mask names in the GDPR Erasure list after (days)");

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[&ERASURE_MASK_DAYS.declared];
