//! From a cold start to an open database: set-up, unlocking, and the screens for when it fails.

mod claim;
mod open;
mod recovery;
mod set_up;
mod view;

pub use open::{Failure, FailureKind};
pub use recovery::{
    ConfirmRecoveryKey, PrintEmergencySheet, RenewRecoveryKey, RetryUnlock, UnlockWithRecoveryKey,
};
pub use set_up::{NewManager, RecoveryKeyView, SetUpDealership};
pub use view::{DEMO_HINT, EmployeeTile, Startup, StartupView};

pub(crate) use open::open_at_start;
