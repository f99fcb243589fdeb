//! The dealership itself: its details, and what the product knows of it.

mod details;
mod rules;
mod system;
mod update_dealership;

pub use details::{DEALERSHIP, DealershipDetails, DealershipSettings};
pub use rules::check_dealership;
pub use system::{DEMO_HINT, RECOVERY_CONFIRMED};
pub use update_dealership::UpdateDealership;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("dealership", &[entry::<UpdateDealership>]).with_settings(&[
    &DEALERSHIP.declared,
    &RECOVERY_CONFIRMED.declared,
    &DEMO_HINT.declared,
]);
