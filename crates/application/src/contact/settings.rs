//! The settings of contacts.

use forecourt_dispatch::Refusal;
use forecourt_dispatch::setting::{Declared, Kind, Setting};
use forecourt_dispatch::settings::Settings;
use forecourt_domain::placeholder::{DEFAULT_PATTERNS, Placeholders, check_patterns};
use forecourt_domain::rights::Right;

/// What counts as no address (L-04), a pattern a line.
pub const PLACEHOLDERS: Setting<String> = Setting::new(
    "system.placeholders",
    Right::AccessSettings,
    Kind::Text { default: DEFAULT_PATTERNS, least: 0, most: 20_000 },
)
.at("Settings > System > Placeholders", "Placeholders")
.with(|_, value| match check_patterns(value.as_str().unwrap_or_default()) {
    Ok(_) => Ok(()),
    Err(problem) => Err(Refusal::invalid("value", problem)),
});

/// Every setting of this noun.
pub const ALL: &[&Declared] = &[&PLACEHOLDERS.declared];

/// What the dealership takes for no address.
pub(crate) fn placeholders(settings: &Settings) -> Placeholders {
    Placeholders::of(&settings.text(&PLACEHOLDERS))
}
