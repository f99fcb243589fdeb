//! What the product keeps among the settings for itself.

use forecourt_dispatch::setting::{Kind, Setting};
use forecourt_domain::rights::Right;

/// Was the recovery key typed back? Until then no contact is added.
pub const RECOVERY_CONFIRMED: Setting<bool> =
    Setting::new("recovery.confirmed", Right::ChangeGdprOption, Kind::Own { default: || false.into() })
        .at("Settings > Emergency recovery", "Recovery key typed back");

/// In the sample dealership: how to sign in, shown on the sign-in page. Written at set-up and by
/// nothing else: whoever may change settings must not put words in front of everybody's password.
pub const DEMO_HINT: Setting<String> =
    Setting::new("demo.hint", Right::AccessSettings, Kind::Own { default: || "".into() })
        .at("Settings > System", "Hint on the sign-in page");
