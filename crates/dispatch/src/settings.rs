//! The settings as they stand, read at once. What a setting means is its noun's business: nouns
//! declare theirs, and read them from here by their declaration.

use crate::Refusal;
use crate::setting::{Declared, Kind, Read, Setting, Unit, Zero};
use chrono::NaiveDate;
use chrono_tz::Tz;
use forecourt_domain::consent::Doubt;
use forecourt_domain::rights::Right;
use forecourt_domain::time::{DEFAULT_ZONE, Moment};
use forecourt_store::{Tx, ledger, setting};
use serde_json::Value;
use std::collections::BTreeMap;

/// The dealership's time zone.
pub const TIME_ZONE: Setting<Tz> =
    Setting::new("sys.tz", Right::AccessSettings, Kind::Zone { default: "Europe/London" })
        .at("Settings > System", "Dealership time zone");

/// Minutes without a sign of life until the screen locks.
pub const IDLE_MINUTES: Setting<i64> = Setting::new(
    "session.idle_minutes",
    Right::AccessSettings,
    Kind::Number { default: 3, least: 1, most: 60, unit: Unit::Minutes, zero: Zero::Number },
)
.at("Settings > System", "Lock after minutes without use");

/// The settings a command may need.
#[derive(Debug, Clone)]
pub struct Settings {
    values: BTreeMap<String, Value>,
    /// The dealership's time zone.
    pub zone: Tz,
    /// The latest time the ledger ever saw, or that is known beside it.
    pub latest: Option<Moment>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { values: BTreeMap::new(), zone: DEFAULT_ZONE, latest: None }
    }
}

impl Settings {
    /// Reads everything.
    pub fn load(tx: &Tx<'_>) -> Result<Self, Refusal> {
        let mut values = BTreeMap::new();
        for (key, text) in setting::all(tx)? {
            if let Ok(value) = serde_json::from_str(&text) {
                values.insert(key, value);
            }
        }
        let latest = Moment::parse(&ledger::latest(tx)?);
        let mut settings = Self { values, zone: DEFAULT_ZONE, latest };
        settings.zone = settings.get(&TIME_ZONE).unwrap_or(DEFAULT_ZONE);
        Ok(settings)
    }

    /// Minutes until the idle lock; read at every call, so by itself.
    pub fn idle_minutes(tx: &Tx<'_>) -> Result<i64, Refusal> {
        let text = setting::get(tx, IDLE_MINUTES.key())?;
        let default = IDLE_MINUTES.declared.default().as_i64().unwrap_or(3);
        Ok(text.and_then(|text| text.parse().ok()).unwrap_or(default))
    }

    /// A setting's value, its default where it was never set or cannot be read.
    #[must_use]
    pub fn get<T: Read>(&self, of: &Setting<T>) -> Option<T> {
        let set = self.values.get(of.key()).and_then(T::read);
        set.or_else(|| T::read(&of.declared.default()))
    }

    /// A flag.
    #[must_use]
    pub fn flag(&self, of: &Setting<bool>) -> bool {
        self.get(of).unwrap_or(false)
    }

    /// A whole number.
    #[must_use]
    pub fn number(&self, of: &Setting<i64>) -> i64 {
        self.get(of).unwrap_or(0)
    }

    /// A text.
    #[must_use]
    pub fn text(&self, of: &Setting<String>) -> String {
        self.get(of).unwrap_or_default()
    }

    /// A list of texts.
    #[must_use]
    pub fn list(&self, of: &Setting<Vec<String>>) -> Vec<String> {
        self.get(of).unwrap_or_default()
    }

    /// The value as it is kept, its default where it was never set.
    #[must_use]
    pub fn value(&self, of: &Declared) -> Value {
        self.values.get(of.key).cloned().unwrap_or_else(|| of.default())
    }

    /// The settings with another value under `key`: as they were on an earlier day.
    pub fn put(&mut self, key: &str, value: Value) {
        self.values.insert(key.to_owned(), value);
    }

    /// The civil date at the dealership, by which permissions run out. A clock that was put back
    /// does not bring it before a day the ledger has seen: what ran out stays so.
    #[must_use]
    pub fn today(&self, now: Moment) -> NaiveDate {
        self.latest.map_or(now, |latest| latest.max(now)).civil_date(self.zone)
    }

    /// Where the clock says an earlier day than [`Settings::today`]: one of the two is wrong.
    #[must_use]
    pub fn doubt(&self, now: Moment) -> Option<Doubt> {
        let (clock, counted) = (now.civil_date(self.zone), self.today(now));
        (clock < counted).then_some(Doubt { clock, counted })
    }

    /// A moment as text on the dealership's wall.
    #[must_use]
    pub fn wall(&self, at: &str) -> String {
        Moment::parse(at).map(|at| at.wall_text(self.zone)).unwrap_or_default()
    }
}
