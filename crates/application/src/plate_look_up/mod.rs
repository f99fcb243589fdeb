//! Looking up what a plate is on (T-02): DVLA and DVSA are asked, and nothing fails because they say nothing.
//!
//! Gather, ask, record: the keys are read first, the registers asked with nothing held, and what they said is the
//! screen's to show beside what was typed. It is written by whoever saves the vehicle.

mod facts;
mod get_plate_look_up;
mod keep_dvla_key;
mod keep_dvsa_keys;
mod keys;
mod look_up_plate;
mod register;
mod remove_plate_key;
mod spelling;
mod test_plate_look_up;

pub use facts::{MileageFact, PlateFacts, RecallFact};
pub use get_plate_look_up::{GetPlateLookUp, PlateLookUpView};
pub use keep_dvla_key::KeepDvlaKey;
pub use keep_dvsa_keys::KeepDvsaKeys;
pub(crate) use keys::{DVLA_KEY, DVSA_KEYS};
pub use look_up_plate::{LookUpPlate, LookedUpView};
pub use register::{Register, RegisterProblem, RegisterView};
pub use remove_plate_key::RemovePlateKey;
pub use test_plate_look_up::{TestPlateLookUp, TestedView};

use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "plate_look_up",
    &[
        entry::<LookUpPlate>,
        entry::<GetPlateLookUp>,
        entry::<KeepDvlaKey>,
        entry::<KeepDvsaKeys>,
        entry::<RemovePlateKey>,
        entry::<TestPlateLookUp>,
    ],
);
