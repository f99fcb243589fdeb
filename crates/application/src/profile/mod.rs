//! Consent profiles: whose product's rules apply (SPEC 2.6).

mod apply_profile;
mod preset;
mod preview_profile;
mod profiles;

pub use apply_profile::ApplyProfile;
pub use preset::{ProfileChanges, ProfileStep};
pub use preview_profile::PreviewProfile;
pub use profiles::Profile;

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new("profile", &[entry::<PreviewProfile>, entry::<ApplyProfile>]);
