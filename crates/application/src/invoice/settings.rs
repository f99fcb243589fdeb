//! The settings of invoices.

use forecourt_dispatch::setting::{Declared, Kind, Setting, Unit, Zero};
use forecourt_domain::rights::Right;

const SERVICE: &str = "Settings > Service > Settings > Invoices";

/// How many days after it was posted an invoice is due: 0 for at once. What was posted keeps its day.
pub const DUE_DAYS: Setting<i64> = Setting::new(
    "inv.due_days",
    Right::AccessSettings,
    Kind::Number { default: 0, least: 0, most: 120, unit: Unit::Days, zero: Zero::Number },
)
.at(SERVICE, "An invoice is due after (days)");

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[&DUE_DAYS.declared];
