//! Settings, their history, and the ledger's verification.

mod accept_clock;
mod appearance;
mod change;
mod history;
mod list_notices;
mod profile;
mod rules;
mod show;
mod verify;
mod words;

pub use accept_clock::AcceptClock;
pub use appearance::{Appearance, SetAppearance};
pub use change::{
    ChangeGdprSetting, ChangeSystemSetting, ChooseSaveFolder, ChosenPath, UpdateDealership, UpdateWorkstation,
};
pub use history::{ListSettingChanges, SettingChange, SettingChangePage};
pub use list_notices::{ListNotices, NoticeVersion};
pub use profile::{ApplyProfile, PreviewProfile, Profile, ProfileChanges, ProfileStep};
pub use rules::{check_dealership, check_station};
pub use show::{GetSettings, SettingsView};
pub use verify::{BadLine, LedgerView, VerifyLedger};
