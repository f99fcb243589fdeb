//! Contacts: the list, the record, creating and editing, printing and exporting.

mod accept_placeholder;
mod addresses_to_fix;
mod answer;
mod check_phone;
mod check_placeholder;
mod check_typed_name;
mod contact_lines;
mod create_contact;
mod cursor;
mod draft;
mod export_addresses_to_fix;
mod export_contacts;
mod filter;
mod find_contact;
mod finding;
mod get_contact;
mod import_layout;
mod ledger_line;
mod line;
mod list;
mod list_addresses_to_fix;
mod list_contact_choices;
mod list_contact_ids;
mod list_contacts;
mod locate_contact;
mod narrowed;
mod noting;
mod previous_transactions;
mod print_addresses_to_fix;
mod print_contacts;
mod record_death;
mod record_gone_away;
mod settings;
mod similar_contacts;
mod suggest_placeholders;
mod undo_death;
mod undo_gone_away;
mod update_contact;
mod view;

pub use accept_placeholder::{AcceptPlaceholder, PlaceholderAccepted};
pub use addresses_to_fix::{AddressToFix, ToFixFilter};
pub use answer::ChannelAnswer;
pub use check_phone::{CheckPhone, PhoneView};
pub use check_placeholder::{CheckPlaceholder, PlaceholderChecked};
pub use check_typed_name::{CheckTypedName, TypedName};
pub use contact_lines::ContactLines;
pub use create_contact::CreateContact;
pub(crate) use cursor::{read_cursor, write_cursor};
pub use draft::{
    ContactAddress, ContactDraft, ContactEmail, ContactGapDraft, ContactPhoneDraft, ContactVehicle,
};
pub use export_addresses_to_fix::ExportAddressesToFix;
pub use export_contacts::ExportContacts;
pub use filter::{ContactFilter, ContactSort};
pub use find_contact::{FindContact, FoundContact};
pub use finding::{Found, Hit, find};
pub use get_contact::GetContact;
pub use line::{ContactLine, LineMaker};
pub use list_addresses_to_fix::ListAddressesToFix;
pub use list_contact_choices::{ContactChoices, ImportChoice, ListContactChoices};
pub use list_contact_ids::ListContactIds;
pub use list_contacts::ListContacts;
pub use locate_contact::{ContactRowNumber, LocateContact};
pub use print_addresses_to_fix::PrintAddressesToFix;
pub use print_contacts::PrintContacts;
pub use record_death::RecordDeath;
pub use record_gone_away::RecordGoneAway;
pub(crate) use settings::placeholders;
pub use similar_contacts::SimilarContacts;
pub use suggest_placeholders::{PlaceholderSuggestion, SuggestPlaceholders};
pub use undo_death::UndoDeath;
pub use undo_gone_away::UndoGoneAway;
pub use update_contact::UpdateContact;
pub use view::{ContactGap, ContactPhone, ContactStatus, ContactView, DeathView, GoneAwayView};

use crate::dealership::RECOVERY_CONFIRMED;
use forecourt_dispatch::settings::Settings;
use forecourt_dispatch::{Code, Refusal};

use forecourt_dispatch::line::lines;
use forecourt_dispatch::list::Listed;
use forecourt_dispatch::registry::{Noun, entry};

/// The noun.
pub static NOUN: Noun = Noun::new(
    "contact",
    &[
        entry::<ListContacts>,
        entry::<ContactLines>,
        entry::<ListContactIds>,
        entry::<LocateContact>,
        entry::<ListContactChoices>,
        entry::<GetContact>,
        entry::<CreateContact>,
        entry::<FindContact>,
        entry::<UpdateContact>,
        entry::<RecordDeath>,
        entry::<UndoDeath>,
        entry::<RecordGoneAway>,
        entry::<UndoGoneAway>,
        entry::<CheckPhone>,
        entry::<CheckTypedName>,
        entry::<SimilarContacts>,
        entry::<CheckPlaceholder>,
        entry::<SuggestPlaceholders>,
        entry::<AcceptPlaceholder>,
        entry::<ListAddressesToFix>,
        entry::<PrintAddressesToFix>,
        entry::<ExportAddressesToFix>,
        entry::<ExportContacts>,
        entry::<PrintContacts>,
    ],
)
.blocking_erasure(previous_transactions::block_erasure)
.with_settings(settings::ALL)
.with_lists(&[Listed::of::<list::Contacts>, Listed::of::<addresses_to_fix::AddressesToFix>])
.with_lines(lines::<ledger_line::LedgerLine>());

/// Real data goes in only once the recovery key was typed back: until then a broken keychain
/// would lose it.
///
/// # Errors
/// [`Code::RecoveryUnconfirmed`].
pub fn check_recoverable(settings: &Settings) -> Result<(), Refusal> {
    if settings.flag(&RECOVERY_CONFIRMED) {
        return Ok(());
    }
    Err(Refusal::new(
        Code::RecoveryUnconfirmed,
        "Type back the recovery key first. Until then no customer's data goes in, because it could be lost.",
    ))
}
