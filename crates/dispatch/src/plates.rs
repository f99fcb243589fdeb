//! The port to the registers of vehicles (T-02): DVLA says what a plate is on, DVSA what its MOT tests found.
//!
//! Whoever asks holds no lock and no transaction, hands in the keys, and gets an answer within seconds whatever
//! the registers do. Nothing leaves but the plate and what proves who asks.

use chrono::NaiveDate;
use zeroize::Zeroizing;

/// What DVSA knows a customer of its interface by.
#[derive(Clone, PartialEq, Eq)]
pub struct DvsaKeys {
    pub client_id: Zeroizing<String>,
    pub client_secret: Zeroizing<String>,
    pub api_key: Zeroizing<String>,
}

/// With what is asked; a register without a key is not asked.
#[derive(Clone, Default)]
pub struct PlateKeys {
    /// DVLA's API key.
    pub dvla: Option<Zeroizing<String>>,
    pub dvsa: Option<DvsaKeys>,
}

/// Why a register said nothing about a plate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotLookedUp {
    /// No key of it is kept on this computer, or the keychain does not give it.
    NoKey,
    /// It could not be reached.
    NoConnection,
    /// It did not answer in time.
    NoAnswer,
    /// It knows no such plate.
    NotFound,
    /// It does not accept the key.
    KeyRefused,
    /// It was asked too often.
    TooOften,
    /// It says itself that it is out of order.
    Down,
    /// It answered what nobody can read.
    Nonsense,
}

/// Is there a safety recall that was not seen to?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recalled {
    Yes,
    No,
    /// The maker does not say.
    Unknown,
    /// It could not be asked for.
    Unavailable,
}

/// What DVLA says. It knows no model, no VIN, and tells no keeper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enquiry {
    pub make: Option<String>,
    pub colour: Option<String>,
    pub fuel: Option<String>,
    /// The year it was made.
    pub year: Option<i32>,
    /// `2011-11`: the month is all it says.
    pub first_registered: Option<String>,
    pub tax_status: Option<String>,
    pub tax_due: Option<NaiveDate>,
    pub mot_status: Option<String>,
    pub mot_expiry: Option<NaiveDate>,
    /// When the last V5C was issued: somebody else may keep it since.
    pub last_v5c: Option<NaiveDate>,
    pub marked_for_export: Option<bool>,
}

/// A reading of the odometer, in miles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    pub miles: i64,
    pub on: NaiveDate,
}

/// What DVSA says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MotHistory {
    pub make: Option<String>,
    pub model: Option<String>,
    pub colour: Option<String>,
    pub fuel: Option<String>,
    pub first_used: Option<NaiveDate>,
    /// Until when the test holds that was passed last.
    pub mot_expiry: Option<NaiveDate>,
    /// The first test is due then: of a vehicle that had none.
    pub mot_test_due: Option<NaiveDate>,
    /// Read at the last test where it could be read.
    pub mileage: Option<Reading>,
    pub recall: Option<Recalled>,
}

/// What each register said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlateAnswers {
    pub dvla: Result<Enquiry, NotLookedUp>,
    pub dvsa: Result<MotHistory, NotLookedUp>,
}

impl PlateAnswers {
    /// The same from both.
    #[must_use]
    pub const fn neither(why: NotLookedUp) -> Self {
        Self { dvla: Err(why), dvsa: Err(why) }
    }
}

/// The way to the registers.
pub trait PlateLookUp: Send + Sync {
    /// Asks both about a plate, capitals and digits only ([`forecourt_domain::plate::key`]). Answers within
    /// seconds; whoever stops waiting loses the answer and nothing else.
    fn look_up(&self, plate: &str, keys: &PlateKeys) -> PlateAnswers;
}

/// A program that asks nobody: most tests, and what runs without a person who waits for it.
pub struct NoPlateLookUp;

impl PlateLookUp for NoPlateLookUp {
    fn look_up(&self, _: &str, _: &PlateKeys) -> PlateAnswers {
        PlateAnswers::neither(NotLookedUp::NoConnection)
    }
}
