//! From a cold start to an open database: set-up, unlocking, and the screens for when it fails.

mod confirm_recovery_key;
mod founding;
mod key_slots;
mod ledger_line;
mod open;
mod pending;
mod print_emergency_sheet;
mod renew_recovery_key;
mod retry_unlock;
mod salvage_copy;
mod set_up_again;
mod set_up_dealership;
mod show_startup;
mod unlock_with_recovery_key;

pub use confirm_recovery_key::ConfirmRecoveryKey;
pub use print_emergency_sheet::PrintEmergencySheet;
pub use renew_recovery_key::RenewRecoveryKey;
pub use retry_unlock::RetryUnlock;
pub use salvage_copy::{SalvageCopy, SalvagedCopy, SalvagedPart};
pub use set_up_again::SetUpAgain;
pub use set_up_dealership::{NewManager, RecoveryKeyView, SetUpDealership};
pub use show_startup::{ShowStartup, StartupView};
pub use unlock_with_recovery_key::UnlockWithRecoveryKey;

pub(crate) use open::open_at_start;

use forecourt_dispatch::line::lines;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "startup",
    &[
        entry::<ShowStartup>,
        entry::<SetUpDealership>,
        entry::<PrintEmergencySheet>,
        entry::<ConfirmRecoveryKey>,
        entry::<RenewRecoveryKey>,
        entry::<UnlockWithRecoveryKey>,
        entry::<RetryUnlock>,
        entry::<SalvageCopy>,
        entry::<SetUpAgain>,
    ],
)
.with_lines(lines::<ledger_line::LedgerLine>());
