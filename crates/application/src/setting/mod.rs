//! Settings, their history, this computer, and the ledger's verification.

mod accept_clock;
mod accept_ledger_head;
mod change_gdpr_setting;
mod change_system_setting;
mod choose_save_folder;
mod export_setting_changes;
mod get_settings;
mod ledger_line;
mod list;
mod list_setting_changes;
mod print_setting_changes;
mod reason;
mod rules;
mod set_appearance;
mod update_workstation;
mod verify_ledger;
mod words;

pub use accept_clock::AcceptClock;
pub use accept_ledger_head::AcceptLedgerHead;
pub use change_gdpr_setting::ChangeGdprSetting;
pub use change_system_setting::ChangeSystemSetting;
pub use choose_save_folder::{ChooseSaveFolder, ChosenFolder};
pub use export_setting_changes::ExportSettingChanges;
pub use get_settings::{GetSettings, SettingsView, WorkstationView};
pub use list::{SettingChange, SettingChangesFilter};
pub use list_setting_changes::ListSettingChanges;
pub use print_setting_changes::PrintSettingChanges;
pub use reason::check_reason;
pub use rules::check_station;
pub use set_appearance::{Appearance, SetAppearance};
pub use update_workstation::UpdateWorkstation;
pub use verify_ledger::{BadLine, LedgerView, VerifyLedger};
pub(crate) use words::value_words;

use crate::tag;
use forecourt_dispatch::Tag;
use forecourt_dispatch::bulk::{BULK_A_DAY, PEOPLE_AN_HOUR, PEOPLE_AT_ONCE};
use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};
use forecourt_dispatch::settings::{IDLE_MINUTES, TIME_ZONE};

/// What a change of the settings makes stale.
pub const TOUCHED: &[Tag] = &[tag::SETTINGS, tag::SESSION, tag::CONTACTS, tag::CONTACT, tag::CONSENT];

/// The noun.
pub static NOUN: Noun = Noun::new(
    "setting",
    &[
        entry::<GetSettings>,
        entry::<ChangeGdprSetting>,
        entry::<ChangeSystemSetting>,
        entry::<UpdateWorkstation>,
        entry::<AcceptClock>,
        entry::<AcceptLedgerHead>,
        entry::<SetAppearance>,
        entry::<ChooseSaveFolder>,
        entry::<ListSettingChanges>,
        entry::<PrintSettingChanges>,
        entry::<ExportSettingChanges>,
        entry::<VerifyLedger>,
    ],
)
.with_settings(&[
    &TIME_ZONE.declared,
    &IDLE_MINUTES.declared,
    &PEOPLE_AT_ONCE.declared,
    &PEOPLE_AN_HOUR.declared,
    &BULK_A_DAY.declared,
])
.with_lists(&[Listed::of::<list::SettingChanges>])
.with_lines(lines::<ledger_line::LedgerLine>());
